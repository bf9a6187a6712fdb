import { findWords, type Passage } from '#lib/domain/files/passage';
import type { OpenPdf } from './open-pdf';
import { textOf } from './page-text';

/** One page in so many is told: those who have them read aloud hear each. */
const told = 20;

/** What is looked for, and the page on which it should stand. */
type Sought = { page: number; words: string };

export type FoundPassage = { page: number; passage: Passage };
export type NotFound = 'notFound' | 'noText';

type Finding = { signal: AbortSignal; onPage: (page: number) => void };

/**
 * Where a passage stands: on its page, on those beside it, or on the first one of all. Pages are
 * read one after the other and let go again. `onPage` hears from time to time which one is read. `noText`: no page has any.
 */
export async function findInPdf(
  { document }: OpenPdf,
  { page, words }: Sought,
  { signal, onPage }: Finding,
): Promise<FoundPassage | NotFound> {
  let hasText = false;
  const piecesOf = async (number: number): Promise<string[]> => {
    const read = await document.getPage(number);
    const { items } = await textOf(read);
    read.cleanup();
    return items.flatMap((item) => ('str' in item ? [item.str] : []));
  };
  for (const number of nearestFirst(page, document.numPages)) {
    if (signal.aborted) return 'notFound';
    if (number % told === 0) onPage(number);
    const pieces = await piecesOf(number);
    hasText ||= pieces.some((piece) => piece.trim() !== '');
    const passage = findWords(pieces, words);
    if (passage) return { page: number, passage };
  }
  return hasText ? 'notFound' : 'noText';
}

function* nearestFirst(page: number, count: number): Generator<number> {
  const near = [page, page + 1, page - 1].filter((number) => number >= 1 && number <= count);
  yield* near;
  for (let number = 1; number <= count; number += 1) if (!near.includes(number)) yield number;
}
