import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { ReportClaim, ReportContent } from './content';

/** A published report without its content. Moments are ISO 8601. */
export type ReportSummary = {
  id: string;
  number: number;
  slug: string;
  listed: boolean;
  contentHash: string;
  publishedAt: string;
  publishedBy: string;
  withdrawnAt: string | null;
  notice: string | null;
};

/** What a report's link shows. */
export type PublishedReport = ReportSummary & {
  /** null once the report is withdrawn. */
  content: ReportContent | null;
  /** The title as published; kept after withdrawal. */
  title: string;
  language: string;
  /** The newest report of the article that is not withdrawn, if it is another one. */
  newer: { number: number; slug: string } | null;
};

/** A report that anybody can find, with its claims as they were published. */
export type PublicReport = { slug: string; claims: Pick<ReportClaim, 'number' | 'exact' | 'standing'>[] };

/** The path of a published claim's page. */
export const claimPage = (slug: string, number: number): string =>
  `/reports/${encodeURIComponent(slug)}/claims/${number}`;

/** Tells the path of the public page that says of a claim what it says now; null where none does. */
export function publicPages(
  report: PublicReport | null,
): (claim: Pick<ClaimView, 'number' | 'exact' | 'standing'>) => string | null {
  const published = new Map(report?.claims.map((claim) => [claim.number, claim]));
  return ({ number, exact, standing }) => {
    const there = published.get(number);
    const isSame = there?.exact === exact && there.standing === standing;
    return report && isSame ? claimPage(report.slug, number) : null;
  };
}
