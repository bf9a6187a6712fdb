import { findWords, type Passage } from '#lib/domain/files/passage';
import type { OpenPdf } from './open-pdf';
import { textOf } from './page-text';

/** One page in so many is told: those who have them read aloud hear each. */
const told = 20;

/** What is looked for, and the page on which it should stand. */
type Sought = { page: number; words: string };

export type FoundPassage = { page: number; passage: Passage };

type Finding = { signal: AbortSignal; onPage: (page: number) => void };

/**
 * Where a passage stands: on its page, on those beside it, or on the first one of all; null where it stands nowhere. Pages are
 * read one after the other and let go again. `onPage` hears from time to time which one is read.
 */
export async function findInPdf(
  { document }: OpenPdf,
  { page, words }: Sought,
  { signal, onPage }: Finding,
): Promise<FoundPassage | null> {
  const piecesOf = async (number: number): Promise<string[]> => {
    const read = await document.getPage(number);
    const { items } = await textOf(read);
    read.cleanup();
    return items.flatMap((item) => ('str' in item ? [item.str] : []));
  };
  for (const number of nearestFirst(page, document.numPages)) {
    if (signal.aborted) return null;
    if (number % told === 0) onPage(number);
    const passage = findWords(await piecesOf(number), words);
    if (passage) return { page: number, passage };
  }
  return null;
}

function* nearestFirst(page: number, count: number): Generator<number> {
  const near = [page, page + 1, page - 1].filter((number) => number >= 1 && number <= count);
  yield* near;
  for (let number = 1; number <= count; number += 1) if (!near.includes(number)) yield number;
}
