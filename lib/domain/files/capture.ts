/** What was kept of a source's address each time it was fetched, and two of those times beside each other. */
import type { PersonView } from '#lib/domain/people/person-view';
import type { DiffRow } from '#lib/domain/revisions/diff';
import type { QuoteRelation } from '#lib/domain/sources/relations';

/**
 * `size` in bytes, null where the original is not kept; `isSame`: byte for byte as the capture before it, null for
 * the first; `stampedAt`: when a server of time stamps saw it. Moments are ISO 8601.
 */
export type CaptureView = {
  id: string;
  url: string | null;
  finalUrl: string | null;
  fetchedAt: string;
  takenBy: PersonView;
  status: number | null;
  contentHash: string;
  size: number | null;
  isPage: boolean;
  isSame: boolean | null;
  stampedAt: string | null;
};

/** UTF-16 units of a text beyond which no paragraphs are compared. */
export const longestCompared = 400_000;

/** How an excerpt stands in each of the two texts. */
export type ComparedExcerpt = { evidenceId: string; before: QuoteRelation; after: QuoteRelation };

/** `rows`: null where one text is longer than `longestCompared`. */
export type ComparedTexts = { rows: DiffRow[] | null; excerpts: ComparedExcerpt[] };

/** An excerpt that rests on a source, with the claim that it is evidence for. */
export type RestingExcerpt = ComparedExcerpt & {
  excerpt: string;
  claim: { id: string; number: number; article: { id: string; title: string; language: string } };
};

export type ComparedCaptures = {
  before: CaptureView;
  after: CaptureView;
  rows: ComparedTexts['rows'];
  excerpts: RestingExcerpt[];
};

/**
 * A capture of the web whose original is kept. `hash`: the SHA-256 of the bytes, hexadecimal; `headers`: as the server sent
 * them.
 */
export type OriginalCapture = {
  id: string;
  title: string;
  url: string;
  fetchedAt: string;
  status: number;
  headers: [name: string, value: string][];
  contentType: string | null;
  hash: string;
  size: number;
};
