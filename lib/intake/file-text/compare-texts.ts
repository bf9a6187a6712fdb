/** Compares the texts of two captures of one address. Runs in a worker process alone. */
import { findQuoteInSource } from '#lib/domain/claims/in-source';
import { type ComparedTexts, longestCompared } from '#lib/domain/files/capture';
import { joinParts, type PackedText } from '#lib/domain/files/file-text';
import { diffRevisions } from '#lib/domain/revisions/diff';
import { unpackText } from './packed-text';
import { readPageText } from './read-file-text';

/** A document's text, or the markup of a page. */
export type CapturedText = { packed: PackedText | null; html: string | null };

export type Comparison = {
  before: CapturedText;
  after: CapturedText;
  excerpts: { evidenceId: string; excerpt: string }[];
};

/** What changed from one text to the other, and how each excerpt stands in both. Any texts have an answer. */
export function compareTexts({ excerpts, ...texts }: Comparison): ComparedTexts {
  const [before, after] = [textOf(texts.before), textOf(texts.after)];
  const isLong = Math.max(before.length, after.length) > longestCompared;
  return {
    rows: isLong ? null : diffRevisions(paragraphsOf(before), paragraphsOf(after)),
    excerpts: excerpts.map(({ evidenceId, excerpt }) => ({
      evidenceId,
      before: findQuoteInSource(excerpt, before).relation,
      after: findQuoteInSource(excerpt, after).relation,
    })),
  };
}

const textOf = ({ packed, html }: CapturedText): string =>
  joinParts((packed ? unpackText(packed) : readPageText(html ?? '')).parts).text;

const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line }));
