import type { ReportContent } from './content';

/** A published report without what is in it. Moments are ISO 8601. */
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

/** What a link leads to. */
export type PublishedReport = ReportSummary & {
  /** null once it is withdrawn. */
  content: ReportContent | null;
  /** Of what was published, withdrawn or not. */
  title: string;
  language: string;
  /** The newest report of the article that stands, where this is not it. */
  newer: { number: number; slug: string } | null;
};
