import { contentOfListed, type ListedReport, listedReports } from '#lib/data/report/reports';
import type { ClaimReview } from '#lib/export/claim-review';
import { database } from '#lib/server/database';
import { markupOf } from './markup';

/** Reports in the feeds of the desk at most, the last published ones. */
const mostReports = 200;

export const publicHeaders = { 'Cache-Control': 'public, max-age=300', 'X-Robots-Tag': 'noindex' };

/** The reports that anybody can find, and what names their state. */
export async function publishedState(): Promise<{ reports: ListedReport[]; state: string }> {
  const reports = await listedReports(database(), mostReports);
  return { reports, state: reports.map(({ slug, contentHash }) => `${slug} ${contentHash}`).join('\n') };
}

/** The desk's published checks, read a report at a time: what is not rated has none. */
export async function* publishedChecks(
  reports: readonly ListedReport[],
  address: string,
): AsyncGenerator<{ check: ClaimReview; report: ListedReport; number: number; desk: string }> {
  for (const report of reports) {
    const content = await contentOfListed(database(), report.id);
    if (!content) continue;
    const published = { slug: report.slug, publishedAt: report.publishedAt.toISOString() };
    const locale = content.article.language.startsWith('zh') ? 'zh' : 'en';
    for (const claim of content.claims) {
      const check = markupOf(claim, published, content, { address, locale });
      if (check) yield { check, report, number: claim.number, desk: content.desk };
    }
  }
}
