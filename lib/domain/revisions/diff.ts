/**
 * The differences between two revisions as a reader sees them: rows of paragraphs that belong together, each with the
 * pieces that were removed and added, by character in Chinese and by word in other languages. Invariant: the pieces
 * that are not `added` make up the old text, those that are not `removed` the new one.
 */

import { alignParagraphs, type ParagraphLink } from '#lib/anchoring/paragraphs';
import { isSpace } from '#lib/text/forms/folded';
import { matchTokens } from '#lib/text/match';
import { tokenise } from '#lib/text/tokens';

export type DiffPiece = { text: string; change: 'same' | 'removed' | 'added' };

/** The pieces of two texts in order; at the same place, removed before added. */
export function diffTexts(before: string, after: string): DiffPiece[] {
  if (before === after) return before === '' ? [] : [{ text: before, change: 'same' }];
  const [a, b] = [tokenise(before), tokenise(after)];
  const { to } = matchTokens(before, a, after, b, false);
  const pieces: DiffPiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) push(pieces, removed, 'removed');
    if (added) push(pieces, added, 'added');
    removed = added = '';
  };
  const pair = (old: string, now: string) => {
    if (old === now && old !== '') {
      flush();
      push(pieces, old, 'same');
      return;
    }
    // White space common to both texts stays in place.
    let head = 0;
    while (head < Math.min(old.length, now.length) && isSpace(old.charCodeAt(head)) && old[head] === now[head]) head++;
    let tail = 0;
    const most = Math.min(old.length, now.length) - head;
    while (tail < most && isSpace(old.charCodeAt(old.length - 1 - tail)) && old.at(-1 - tail) === now.at(-1 - tail))
      tail++;
    if (head > 0) {
      flush();
      push(pieces, old.slice(0, head), 'same');
    }
    removed += old.slice(head, old.length - tail);
    added += now.slice(head, now.length - tail);
    if (tail > 0) {
      flush();
      push(pieces, old.slice(old.length - tail), 'same');
    }
  };
  let [lastA, lastB] = [0, 0];
  for (const [i, at] of to.entries()) {
    if (at < 0) continue;
    const [startA, startB] = [a.start[i] ?? 0, b.start[at] ?? 0];
    pair(before.slice(lastA, startA), after.slice(lastB, startB));
    lastA = a.end[i] ?? 0;
    lastB = b.end[at] ?? 0;
    pair(before.slice(startA, lastA), after.slice(startB, lastB));
  }
  pair(before.slice(lastA), after.slice(lastB));
  flush();
  return pieces;
}

function push(pieces: DiffPiece[], text: string, change: DiffPiece['change']): void {
  const last = pieces.at(-1);
  if (last?.change === change) last.text += text;
  else pieces.push({ text, change });
}

/**
 * Paragraphs that belong together, by their indices: one and one, one split into several, several merged into one, or
 * one alone. For a moved paragraph, `other` is its index in the other revision, and `edits` (at its new place) is how
 * its text changed.
 */
export type DiffRow = {
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved-away' | 'moved-here';
  before: number[];
  after: number[];
  other: number | null;
  pieces: DiffPiece[];
  edits: DiffPiece[] | null;
};

/** All paragraphs of two revisions as rows, in reading order of both. */
export function diffRevisions(before: { text: string }[], after: { text: string }[]): DiffRow[] {
  const links = alignParagraphs(before, after);
  const from = groupBy(links, (link) => link.from);
  const into = groupBy(links, (link) => link.to);
  const textOf = (list: { text: string }[], indices: number[]) =>
    indices.map((index) => list[index]?.text ?? '').join('\n');
  const rows: DiffRow[] = [];
  const alone = (change: DiffRow['change'], index: number, isOld: boolean, other: number | null = null) => {
    const text = (isOld ? before : after)[index]?.text ?? '';
    const piece = { text, change: isOld ? ('removed' as const) : ('added' as const) };
    const was = change === 'moved-here' && other !== null ? (before[other]?.text ?? text) : text;
    const edits = was === text ? null : diffTexts(was, text);
    rows.push({ change, before: isOld ? [index] : [], after: isOld ? [] : [index], other, pieces: [piece], edits });
  };
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old] = from.get(i) ?? [];
    const [fresh] = into.get(j) ?? [];
    if (i < before.length && !old) alone('removed', i++, true);
    else if (i < before.length && old?.relation === 'moved') alone('moved-away', i++, true, old.to);
    else if (j < after.length && !fresh) alone('added', j++, false);
    else if (j < after.length && fresh?.relation === 'moved') alone('moved-here', j++, false, fresh.from);
    else if (i >= before.length) alone('added', j++, false);
    else {
      const [endI, endJ] = reachOf(from, into, i, j);
      const [was, is] = [range(i, endI), range(j, endJ)];
      const [oldText, newText] = [textOf(before, was), textOf(after, is)];
      const change = oldText === newText ? 'same' : is.length === 0 ? 'removed' : 'changed';
      rows.push({ change, before: was, after: is, other: null, pieces: diffTexts(oldText, newText), edits: null });
      [i, j] = [endI, endJ];
    }
  }
  return rows;
}

function groupBy(links: ParagraphLink[], key: (link: ParagraphLink) => number): Map<number, ParagraphLink[]> {
  const groups = new Map<number, ParagraphLink[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group) group.push(link);
    else groups.set(key(link), [link]);
  }
  return groups;
}

/** The end of the row that begins at `i` and `j`: as far as links connect the two sides. */
function reachOf(
  from: Map<number, ParagraphLink[]>,
  into: Map<number, ParagraphLink[]>,
  i: number,
  j: number,
): [number, number] {
  const furthest = (links: ParagraphLink[] | undefined, end: (link: ParagraphLink) => number, now: number) =>
    Math.max(now, ...(links ?? []).filter(({ relation }) => relation !== 'moved').map((link) => end(link) + 1));
  let [endI, endJ] = [i + 1, j];
  let [seenI, seenJ] = [i, j];
  while (seenI < endI || seenJ < endJ) {
    for (; seenI < endI; seenI++) endJ = furthest(from.get(seenI), ({ to }) => to, endJ);
    for (; seenJ < endJ; seenJ++) endI = furthest(into.get(seenJ), (link) => link.from, endI);
  }
  return [endI, endJ];
}

const range = (from: number, end: number): number[] => Array.from({ length: end - from }, (_, index) => from + index);
