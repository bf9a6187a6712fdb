/**
 * Which paragraph of one text became which paragraph of another. A paragraph that was split or merged has several
 * links. Pure; near linear in the length of the texts.
 */
import { lowerBound } from '#lib/text/lower-bound';
import { type Matched, weigh } from '#lib/text/match';
import { alignLines, type Lines, Stretches } from './lines';
import { relocatedLines } from './relocated';

/** Joins texts as lines of one text. Returns where each begins (UTF-16). */
export function joinLines(texts: string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: texts.join('\n'), starts };
}

/** The index of the text that contains an offset of the joined text. */
export const indexAt = (starts: number[], offset: number): number =>
  lowerBound(starts.length, (i) => (starts[i] ?? 0) > offset) - 1;

/**
 * A paragraph of one revision that became one of another, by their indices. `same`: equal text in order, apart from
 * width and traditional characters; `moved`: the same text, or nearly the same, elsewhere; `changed`: one holds much of
 * the other. A split or merged paragraph has several links. `weight`: how much the two share.
 */
export type ParagraphLink = { from: number; to: number; relation: 'same' | 'moved' | 'changed'; weight: number };

/** Of two changed paragraphs, the shorter one must share this much with the other. */
const leastShared = 0.5;

/** Links the paragraphs of two revisions, in order of `from`, then `to`. Near linear in the texts. */
export function alignParagraphs(before: { text: string }[], after: { text: string }[]): ParagraphLink[] {
  // One line per paragraph: line breaks inside it become spaces.
  const oneLine = ({ text }: { text: string }) => text.replaceAll('\n', ' ');
  const [from, into] = [joinLines(before.map(oneLine)), joinLines(after.map(oneLine))];
  const alignment = alignLines(from.text, into.text);
  const stretches = new Stretches(alignment);
  const ownOf = (lines: Lines, line: number, starts: number[]) => indexAt(starts, lines.start[line] ?? 0);
  const links: ParagraphLink[] = [];
  for (const [line, { at, shared }] of relocatedLines(alignment, stretches)) {
    const [own, other] = [ownOf(alignment.before, line, from.starts), ownOf(alignment.after, at, into.starts)];
    links.push({ from: own, to: other, relation: 'moved', weight: shared });
  }
  const seen = new Set<Matched>();
  for (let line = 0; line < alignment.to.length; line++) {
    const own = ownOf(alignment.before, line, from.starts);
    const [to, moved] = [alignment.to[line] ?? -1, alignment.moved[line] ?? -1];
    if (to >= 0 || moved >= 0) {
      const other = ownOf(alignment.after, Math.max(to, moved), into.starts);
      links.push({ from: own, to: other, relation: to >= 0 ? 'same' : 'moved', weight: Number.POSITIVE_INFINITY });
      continue;
    }
    const stretch = stretches.around(line, line);
    if (seen.has(stretch)) continue;
    seen.add(stretch);
    links.push(...sharesIn(stretch, from.starts, into.starts));
  }
  const equal = links.filter(({ relation }) => relation !== 'changed');
  const [takenFrom, takenTo] = [new Set(equal.map((one) => one.from)), new Set(equal.map((one) => one.to))];
  return links
    .filter((one) => one.relation !== 'changed' || (!takenFrom.has(one.from) && !takenTo.has(one.to)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Which paragraphs of a stretch share enough words. */
function sharesIn({ a, b, to }: Matched, starts: number[], others: number[]): ParagraphLink[] {
  const shared = new Map<number, Map<number, number>>();
  for (const [i, at] of to.entries()) {
    if (at < 0) continue;
    const own = indexAt(starts, a.start[i] ?? 0);
    const other = indexAt(others, b.start[at] ?? 0);
    const row = shared.get(own) ?? new Map<number, number>();
    row.set(other, (row.get(other) ?? 0) + (a.weight[i] ?? 0));
    shared.set(own, row);
  }
  const whole = (tokens: Matched['a'], of: number[]) => {
    const sums = new Map<number, number>();
    for (let i = 0; i < tokens.count; i++) {
      const index = indexAt(of, tokens.start[i] ?? 0);
      sums.set(index, (sums.get(index) ?? 0) + weigh(tokens, i, i + 1));
    }
    return sums;
  };
  const [own, other] = [whole(a, starts), whole(b, others)];
  return [...shared].flatMap(([from, row]) =>
    [...row].flatMap(([at, weight]): ParagraphLink[] => {
      const lighter = Math.min(own.get(from) ?? 0, other.get(at) ?? 0);
      return weight >= leastShared * lighter ? [{ from, to: at, relation: 'changed', weight }] : [];
    }),
  );
}

/** The main counterpart of each paragraph. A paragraph that is not in the map is gone. */
export function counterpartsOf(links: ParagraphLink[]): Map<number, number> {
  const heaviest = new Map<number, ParagraphLink>();
  for (const link of links) if (link.weight > (heaviest.get(link.from)?.weight ?? 0)) heaviest.set(link.from, link);
  return new Map([...heaviest].map(([from, { to }]) => [from, to]));
}
