import type { ReportContent } from './content';

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
