/**
 * Where an article's quote stands in its source, and how it was treated there. Invariants: `verbatim` means that every word
 * and number is there, in order and with nothing between; in doubt about a fact the answer is `altered`, since a second look
 * costs less than a false quote. The place runs from the first to the last word that corresponds; a false start that the
 * speaker corrects at once belongs to it, words of hesitation before it do not.
 */

import { PassageIndex } from '#lib/anchoring/search';
import { findFigures, placeFigures } from '#lib/reading/figures';
import { bearingWords } from '#lib/reading/substance';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isHan } from '#lib/text/forms/folded';
import { lowerBound } from '#lib/text/lower-bound';
import type { Span } from '#lib/text/span';
import { tokenise } from '#lib/text/tokens';
import {
  type AlignedStretch,
  alignWithin,
  bestStretch,
  exactStretch,
  type QuoteRow,
  type SourceRow,
} from './align-quote';
import { compoundsIn, plainSource } from './plain-source';
import { clauseMark, isNegatedBefore, judgeTreatment, settleGaps } from './quote-treatment';
import { readWords, speechKinds, type TextWords } from './quote-words';
import type { QuoteRelation } from './relations';
import { baseOf, WordBases } from './word-bases';

/** The place is in UTF-16 units of the source; 0, 0 where the quote is absent. */
export type QuoteInSource = Span & { relation: QuoteRelation };

const absent: QuoteInSource = { relation: 'absent', start: 0, end: 0 };

/** What a printed quote leaves out, and what its editor put in; in comparison form, so that `［…］` is one too. */
const leftOut = /[[(]?(?:…+|\.(?: ?\.){2,})[\])]?/g;
/** What stands in brackets before a web address is the text of a link. */
const putIn = /\[[^\]]{0,80}\](?!\()/g;

/** A quote has few brackets; of more, the rest are taken as put in. */
const mostBrackets = 40;

/** A quote is found where this share of its weight stands; the alignment's score must be this share of it. */
const leastFound = 0.58;
const leastScore = 0.4;

/** Steps of an alignment that are taken: some 0.3 s. Longer texts are searched by their runs of words. */
const mostSteps = 30_000_000;

/** Finds a quote in a text. Linear in the source's length; any two texts have an answer. */
export function quoteInSource(quote: string, source: string): QuoteInSource {
  const plainQuote = plainSource(quote, compoundsIn(quote)).text;
  const plain = plainSource(source, compoundsIn(plainQuote));
  const { gapBefore, putInBefore, words } = readQuote(plainQuote, plain.text);
  if (words.id.length === 0) return absent;
  const passage = readWords(plain.text);
  const isLong = words.id.length * passage.id.length > mostSteps;
  const exact = exactStretch(words, passage, literalPlace(plainQuote, passage));
  // Where every word stands, its base tells nothing more.
  const pair = exact
    ? { words, passage, row: { id: words.id, weight: words.weight, gapBefore }, rest: passage }
    : pairOf(words, passage, gapBefore);
  const stretch = exact ?? (isLong ? likelyStretch(words, passage) : bestStretch(pair.row, pair.rest));
  if (!stretch || (!exact && words.id.length * (stretch.end - stretch.start) > mostSteps)) return absent;
  const aligned = exact ? words.id.map((_, at) => exact.start + at) : settled(pair, stretch);
  const { stretch: found, to } = withoutLeap(pair, stretch, aligned);
  const shares = sharesOf(pair, to);
  if (shares.found < leastFound || found.score < leastScore * shares.all)
    return isLong ? absent : inOtherOrder(pair, plain.at);
  const place = withinClauses(pair, to, found);
  const start = withFalseStart(words, passage, place.start);
  const bases = { quote: pair.row.id, source: pair.rest.id };
  const relation = judgeTreatment({ quote: words, source: passage, to, gapBefore, putInBefore, bases, stretch: place });
  const isPart = unplacedIn(pair, to) >= leastUnplaced;
  const reordered = relation === 'altered' && isPart && !isLong ? inOtherOrder(pair, plain.at) : absent;
  if (reordered.relation !== 'absent') return reordered;
  const isDenied = isNegatedBefore(passage, start);
  const span = { start: passage.start[isDenied ? start - 1 : start] ?? 0, end: passage.end[place.end - 1] ?? 1 };
  const whole = withWholeFigures(passage, span);
  const isCut = whole.start !== span.start || whole.end !== span.end;
  return {
    relation: isDenied || isCut ? 'altered' : relation,
    start: plain.at[whole.start] ?? 0,
    end: (plain.at[whole.end - 1] ?? 0) + 1,
  };
}

/** The first word of where the quote stands letter for letter, which goes before the same words in another dress; or 0. */
function literalPlace(quote: string, { text, start }: TextWords): number {
  const at = text.indexOf(quote.trim());
  return at < 0 ? 0 : lowerBound(start.length, (i) => (start[i] ?? 0) >= at);
}

/** How far a figure may reach beyond a place. */
const figureReach = 40;

/** Widens a place that ends in the middle of a figure (`四百` of 四百二十个, `$5` of $5 million): the figure is another one. */
function withWholeFigures({ text }: TextWords, { start, end }: Span): Span {
  const whole = { start, end };
  for (const edge of [start, end]) {
    const from = Math.max(0, edge - figureReach);
    for (const figure of findFigures(text.slice(from, edge + figureReach))) {
      const [first, last] = [from + figure.start, from + figure.end];
      if (first >= edge || last <= edge) continue;
      // Words such as `about` before a number belong to its figure, and may be left outside.
      if (edge === start && isNumber.test(text.slice(first, edge))) whole.start = first;
      if (edge === end && isNumber.test(text.slice(first, edge)) && isWord.test(text.slice(edge, last)))
        whole.end = last;
    }
  }
  return whole;
}

const isNumber =
  /[\d\uff10-\uff19零〇一二两三四五六七八九十百千万亿$£€¥]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|[mbtr]+illion)\b/i;
const isWord = /[\p{L}\p{N}]/u;

/** The words of a quote without what its editor put in, and where it says that something is left out. */
function readQuote(
  plain: string,
  source: string,
): { words: TextWords; gapBefore: Uint8Array; putInBefore: Uint8Array } {
  const form = comparisonForm(plain);
  const gaps = [...form.matchAll(leftOut)].map(({ index }) => index);
  const brackets: number[] = [];
  const pieces: string[] = [];
  let from = 0;
  let looked = 0;
  for (const { 0: found, index } of form.matchAll(putIn)) {
    const end = index + found.length;
    // Brackets that the source has too are its own.
    if (looked++ < mostBrackets && source.includes(plain.slice(index, end))) continue;
    if (!/^\[[ .…]*\]$/.test(found)) brackets.push(index);
    gaps.push(index);
    pieces.push(plain.slice(from, index), ' '.repeat(found.length));
    from = end;
  }
  const words = readWords(pieces.join('') + plain.slice(from));
  const before = (places: number[]): Uint8Array => {
    const marked = new Uint8Array(words.id.length);
    for (const place of places) {
      const at = lowerBound(words.id.length, (i) => (words.start[i] ?? 0) >= place);
      if (at > 0 && at < words.id.length) marked[at] = 1;
    }
    return marked;
  };
  return { words, gapBefore: before(gaps), putInBefore: before(brackets) };
}

/** A quote and a source as they are aligned: by the bases of their words. */
interface Pair {
  words: TextWords;
  row: QuoteRow;
  passage: TextWords;
  rest: SourceRow;
}

/** What an altered quote gets wrong tells less of where it stands than its other words. */
const weightOfFacts = 0.6;

function pairOf(words: TextWords, passage: TextWords, gapBefore: Uint8Array): Pair {
  const bases = new WordBases();
  const facts = [
    ...bearingWords(words.form),
    ...placeFigures(words.text).map(({ from, to }) => ({ start: from, end: to })),
  ];
  const weight = words.weight.map((own, at) =>
    facts.some(({ start, end }) => (words.start[at] ?? 0) < end && (words.end[at] ?? 0) > start)
      ? own * weightOfFacts
      : own,
  );
  return {
    words,
    row: { id: bases.of(words), weight, gapBefore },
    passage,
    rest: { ...passage, id: bases.of(passage) },
  };
}

/** So many words that have no place, other than facts, may stand elsewhere in the sentence. */
const leastUnplaced = 2;

const unplacedIn = ({ words, row }: Pair, to: Int32Array): number =>
  to.filter((at, i) => at < 0 && words.speech[i] === 0 && row.weight[i] === words.weight[i]).length;

/** Fewer words, or Han characters, are in many a sentence. */
const leastContent = { word: 5, han: 8 };
/** A sentence that has all words of a quote and more than this many times as many says more than the quote. */
const mostAround = 1.5;

/** The first sentence with all of the quote's content, in another order (`A has bought B` for `B has bought A`). */
function inOtherOrder({ words, row, passage, rest }: Pair, at: Int32Array): QuoteInSource {
  const wanted = new Set(row.id.filter((_, i) => words.speech[i] === 0));
  if (wanted.size < (isHan(words.form.charCodeAt(0)) ? leastContent.han : leastContent.word)) return absent;
  for (let from = 0, end = 1; from < rest.id.length; from = end++) {
    while (end < rest.id.length && rest.opens[end] === 0) end++;
    const there = new Set(rest.id.subarray(from, end));
    if (![...wanted].every((word) => there.has(word))) continue;
    let [first, last] = [from, end - 1];
    while (!wanted.has(rest.id[first] ?? -1)) first++;
    while (!wanted.has(rest.id[last] ?? -1)) last--;
    if (last - first >= mostAround * row.id.length) continue;
    const [start, to] = [passage.start[first] ?? 0, passage.end[last] ?? 1];
    return { relation: 'altered', start: at[start] ?? 0, end: (at[to - 1] ?? 0) + 1 };
  }
  return absent;
}

/** For texts too long to align whole: the stretch with most runs of words in common. */
function likelyStretch(words: TextWords, passage: TextWords): AlignedStretch | null {
  const index = new PassageIndex(passage.text, tokenise(passage.text));
  let best: AlignedStretch | null = null;
  for (const { a, b, to } of index.candidates(words.text, tokenise(words.text), null)) {
    let [score, first, last] = [0, -1, -1];
    for (const [i, at] of to.entries()) {
      if (at < 0) continue;
      score += a.weight[i] ?? 0;
      if (first < 0) first = b.start[at] ?? 0;
      last = b.end[at] ?? 0;
    }
    if (first < 0 || score <= (best?.score ?? 0)) continue;
    const start = passage.start.findIndex((offset) => offset >= first);
    const end = passage.end.findIndex((offset) => offset >= last) + 1;
    if (start >= 0 && end > start) best = { start, end, score };
  }
  return best;
}

/** The share of a quote's weight that is found word for word; speech words count half, since they are everywhere. */
function sharesOf({ row, words, rest }: Pair, to: Int32Array): { found: number; all: number } {
  let [found, counted, all] = [0, 0, 0];
  for (const [i, at] of to.entries()) {
    const weight = row.weight[i] ?? 0;
    const own = words.speech[i] === 0 ? weight : weight / 2;
    all += weight;
    counted += own;
    if (at >= 0 && rest.id[at] === row.id[i]) found += own;
  }
  return { found: counted === 0 ? 0 : found / counted, all };
}

/** How many such gaps are looked into; prose has one at most. */
const mostTries = 3;

/** Aligns a quote within a stretch, with its gaps where clauses begin and end. */
function settled({ row, words, passage, rest }: Pair, stretch: AlignedStretch): Int32Array {
  const to = alignWithin(row, rest, stretch);
  settleGaps({ quote: words, source: passage, to });
  return to;
}

/**
 * A gap that leads from the middle of one clause into the middle of another joins the subject of the one with what is said
 * of the other (`项目盈利两千万元，集团亏损两千万元` for 项目亏损两千万元). Where the words left out have some of those that follow,
 * the quote is looked for on one side of it.
 */
function withoutLeap(pair: Pair, stretch: AlignedStretch, to: Int32Array): { stretch: AlignedStretch; to: Int32Array } {
  const { row, words, passage, rest } = pair;
  let tries = 0;
  for (let i = 1; i < to.length; i++) {
    const [last, next] = [to[i - 1] ?? -1, to[i] ?? -1];
    if (last < 0 || next <= last + 1 || row.gapBefore[i] === 1) continue;
    const marks: number[] = [];
    for (let at = last + 1; at <= next; at++) {
      if (clauseMark.test(passage.form.slice(passage.end[at - 1], passage.start[at]))) marks.push(at);
    }
    const border = marks.at(-1);
    if (border === undefined || marks[0] === last + 1 || border === next) continue;
    const left = new Set<number>();
    for (let at = last + 1; at < next; at++) if (passage.speech[at] === 0) left.add(rest.id[at] ?? 0);
    let shared = 0;
    for (let k = i; k < Math.min(to.length, i + next - last); k++)
      if (words.speech[k] === 0 && left.delete(row.id[k] ?? 0)) shared++;
    // Nothing but what is said again is a false start.
    if (shared === 0 || left.size === 0) continue;
    if (tries++ === mostTries) break;
    const sides = [
      { start: stretch.start, end: marks[0] ?? border },
      { start: border, end: stretch.end },
    ].flatMap(({ start, end }) => bestStretch(row, rest, start, end) ?? []);
    const best = sides.toSorted((a, b) => b.score - a.score)[0];
    if (best && best.score >= leastScore * sum(row.weight)) return { stretch: best, to: settled(pair, best) };
  }
  return { stretch, to };
}

const sum = (weights: Float64Array): number => weights.reduce((all, weight) => all + weight, 0);

/** Cuts words at the ends that were put in the place of others beyond a clause: they are of another statement. */
function withinClauses(
  { row, rest: { id }, passage: { form, start, end } }: Pair,
  to: Int32Array,
  stretch: AlignedStretch,
): AlignedStretch {
  const equal = [...to].flatMap((at, i) => (at >= 0 && id[at] === row.id[i] ? [at] : []));
  const [first = stretch.start, last = stretch.end - 1] = [equal[0], equal.at(-1)];
  const cut = { ...stretch };
  for (let at = first; at > stretch.start; at--)
    if (clauseMark.test(form.slice(end[at - 1], start[at]))) cut.start = Math.max(cut.start, at);
  for (let at = last + 1; at < stretch.end; at++)
    if (clauseMark.test(form.slice(end[at - 1], start[at]))) cut.end = Math.min(cut.end, at);
  for (const [i, at] of to.entries()) if (at >= 0 && (at < cut.start || at >= cut.end)) to[i] = -1;
  return cut;
}

/** How far before a quote its false start may begin, and how many words of it may be taken back. */
const farthestStart = 14;
const mostTakenBack = 4;
/** After so many words that are said again, one may be another (`Nobody never asked me, nobody asked me`). */
const leastRepeated = 2;
/** A repeated word of the quote's beginning: one of its first few. */
const beginning = 6;

/** Moves a place back over a false start: the quote's first word, said before, with nothing but hesitation between. */
function withFalseStart(words: TextWords, passage: TextWords, start: number): number {
  const first = new Set(words.id.subarray(0, beginning));
  const baseAt = ({ form, start, end }: TextWords, at: number): string => baseOf(form.slice(start[at], end[at]));
  const forms = new Set(Array.from(words.id.subarray(0, beginning), (_, at) => baseAt(words, at)));
  let found = start;
  let takenBack = 0;
  let repeated = 0;
  let isRepair = false;
  for (let at = start - 1; at >= 0 && at >= start - farthestStart; at--) {
    const between = passage.form.slice(passage.end[at] ?? 0, passage.start[at + 1] ?? 0);
    if (/[.!?;:]/.test(between)) break;
    const kind = speechKinds[passage.speech[at] ?? 0];
    if (passage.id[at] === words.id[0]) found = at;
    else if (kind === 'repair') isRepair = true;
    else if (first.has(passage.id[at] ?? 0) || forms.has(baseAt(passage, at))) repeated++;
    else if (kind !== 'filler') {
      // What ends a clause before the repeated words belongs to that clause.
      if (!isRepair && clauseMark.test(between)) break;
      takenBack++;
      if (takenBack > (isRepair ? mostTakenBack : repeated >= leastRepeated ? 1 : 0)) break;
    }
  }
  return found;
}
