/**
 * What an article did to the words of its source: kept them, cleaned them up, left some out, or changed what they say. The
 * differences are taken one by one: hesitation, repeats and false starts may go, whole clauses and words that nothing hangs
 * on may be left out; what remains is compared by its facts (lib/reading/substance). Invariant: `verbatim` has no
 * differing word.
 */

import { placeFigures } from '#lib/reading/figures';
import { type BearingWord, bearingWords, changeOf } from '#lib/reading/substance';
import { isHan } from '#lib/text/forms/folded';
import type { Span } from '#lib/text/span';
import type { AlignedStretch } from './align-quote';
import { speechKinds, type TextWords } from './quote-words';
import type { QuoteRelation } from './relations';
import { areSpokenAlike } from './speech-words';
import { baseOf } from './word-bases';

export interface AlignedQuote {
  quote: TextWords;
  source: TextWords;
  to: Int32Array;
  gapBefore: Uint8Array;
  /** 1 for each word of the quote before which its editor put something in. */
  putInBefore: Uint8Array;
  /** The bases of the words. */
  bases: { quote: Int32Array; source: Int32Array };
  stretch: AlignedStretch;
}

/** Words of the quote and of the source, as ranges, with nothing equal between them. */
interface Difference {
  quote: Span;
  source: Span;
}

/** How the differing words of a source were treated. */
type Dropping = 'cleaned' | 'left-out' | 'altered' | 'kept';

/** Judges an aligned quote that is there. Linear in the stretch. */
export function judgeTreatment(aligned: AlignedQuote): Exclude<QuoteRelation, 'absent'> {
  const { quote, source, stretch } = aligned;
  const differences = differencesOf(aligned);
  if (differences.length === 0) return haveSameEnd(aligned) ? 'verbatim' : 'small-differences';
  const passage = passageOf(source, stretch);
  const dropped = new Uint8Array(source.id.length);
  let isShortened = false;
  for (const difference of differences) {
    if (isReplaced(aligned, difference, passage)) return 'altered';
    if (difference.quote.start < difference.quote.end) continue;
    for (const part of partsOf(source, difference.source)) {
      const dropping = droppingOf(aligned, difference, part, passage);
      if (dropping === 'altered') return 'altered';
      if (dropping === 'kept') continue;
      dropped.fill(1, part.start, part.end);
      if (dropping === 'left-out') isShortened = true;
    }
  }
  const change = changeOf(expanded(textWithout(aligned, dropped)), expanded(withoutQuotationMarks(quote.text)));
  if (change === 'substance') return 'altered';
  return isShortened ? 'shortened' : 'small-differences';
}

function differencesOf({ quote, source, to, stretch }: AlignedQuote): Difference[] {
  const found: Difference[] = [];
  let [i, j] = [0, stretch.start];
  const end = to.length;
  while (i < end || j < stretch.end) {
    if (i < end && to[i] === j && quote.id[i] === source.id[j]) {
      i++;
      j++;
      continue;
    }
    const [fromQuote, fromSource] = [i, j];
    while (i < end && !((to[i] ?? -1) >= 0 && quote.id[i] === source.id[to[i] ?? 0])) i++;
    j = i < end ? (to[i] ?? j) : stretch.end;
    found.push(...splitDifference(to, { quote: { start: fromQuote, end: i }, source: { start: fromSource, end: j } }));
  }
  return found;
}

/** How far a gap is moved. */
const farthestSlide = 40;

/** Moves each gap along equal words to where a clause begins and ends (`A, [B, A,] C` for `[A, B,] A, C`). */
export function settleGaps({ quote, source, to }: Pick<AlignedQuote, 'quote' | 'source' | 'to'>): void {
  for (let i = 1; i < to.length; i++) {
    const [last, next] = [to[i - 1] ?? -1, to[i] ?? -1];
    if (last < 0 || next <= last + 1) continue;
    let [back, ahead] = [0, 0];
    const goesBack = (k: number) =>
      i - 1 - k > 0 &&
      to[i - 1 - k] === last - k &&
      source.id[next - 1 - k] === quote.id[i - 1 - k] &&
      quote.id[i - 1 - k] === source.id[last - k];
    while (back < farthestSlide && goesBack(back)) back++;
    const goesAhead = (k: number) =>
      i + k < to.length - 1 &&
      to[i + k] === next + k &&
      source.id[last + 1 + k] === quote.id[i + k] &&
      quote.id[i + k] === source.id[next + k];
    while (ahead < farthestSlide && goesAhead(ahead)) ahead++;
    const worth = (shift: number): number =>
      [last + 1 + shift, next + shift].filter((at) => clauseMark.test(between(source, at))).length;
    let best = 0;
    for (let shift = -back; shift <= ahead; shift++) if (worth(shift) > worth(best)) best = shift;
    for (let k = 0; k < -best; k++) to[i - 1 - k] = next - 1 - k;
    for (let k = 0; k < best; k++) to[i + k] = last + 1 + k;
  }
}

const between = ({ form, start, end }: TextWords, at: number): string =>
  form.slice(end[at - 1] ?? 0, start[at] ?? form.length);

/** A run of the source's words at least this long is something said beside a replaced word, and no part of it. */
const leastBeside = 3;

/** Parts a replaced word from a run of words that only the source has, before or behind it. */
function splitDifference(to: Int32Array, { quote, source }: Difference): Difference[] {
  const placed = to.subarray(quote.start, quote.end).filter((at) => at >= 0);
  const [first, last] = [placed[0] ?? -1, placed.at(-1) ?? -1];
  if (first < 0) return [{ quote, source }];
  const from = first - source.start < leastBeside ? source.start : first;
  const end = source.end - last - 1 < leastBeside ? source.end : last + 1;
  return [
    { quote: { start: quote.start, end: quote.start }, source: { start: source.start, end: from } },
    { quote, source: { start: from, end } },
    { quote: { start: quote.end, end: quote.end }, source: { start: end, end: source.end } },
  ].filter((part) => part.quote.end > part.quote.start || part.source.end > part.source.start);
}

/** Marks between clauses, in comparison form. */
export const clauseMark = /[,;:.!?。！？、—()…]|--/;

/** Whether a question became a statement, or the other way round, at the end of a clause that both have. */
function haveSameEnd({ quote, source, to }: AlignedQuote): boolean {
  for (let i = 1; i < to.length; i++) {
    if (between(quote, i).includes('?') !== between(source, to[i] ?? 0).includes('?')) return false;
  }
  return true;
}

const textOf = ({ form, start, end }: TextWords, at: number): string => form.slice(start[at], end[at]);

/** Words by which the statement that follows at once is denied. */
const denies = /^(?:not|never|n't|no|without|不|没|没有|未|并非|并不|并未|从不|从未|非|无|别|勿)$/;

/** Whether the source denies what a quote begins with: its first word follows a negation in the same clause. */
export function isNegatedBefore(source: TextWords, start: number): boolean {
  if (start === 0 || clauseMark.test(between(source, start))) return false;
  // A quote that begins in the middle of a word with 不 has lost it too.
  if (/[不没未]/.test(textOf(source, start - 1))) return true;
  const from = source.start[Math.max(0, start - 3)] ?? 0;
  const at = source.end[start - 1] ?? 0;
  const form = source.form.slice(from, (source.end[start] ?? at) + 1);
  const last = bearingWords(form).findLast(({ start: begin }) => from + begin < (source.start[start] ?? 0));
  if (last?.kind !== 'not' || from + last.end !== at) return false;
  const word = form.slice(last.start, last.end);
  return denies.test(word) || word.endsWith("n't");
}

interface Passage {
  bearing: BearingWord[];
  figures: Span[];
}

function passageOf(source: TextWords, { start, end }: AlignedStretch): Passage {
  const [from, to] = [source.start[start] ?? 0, source.end[end - 1] ?? 0];
  const shifted = <T extends Span>(span: T): T => ({ ...span, start: span.start + from, end: span.end + from });
  return {
    bearing: bearingWords(source.form.slice(from, to)).map(shifted),
    figures: placeFigures(source.text.slice(from, to)).map(({ from: start, to: end }) => shifted({ start, end })),
  };
}

const isContent = (words: TextWords, at: number): boolean => words.speech[at] === 0;

/** A word of content was put in another's place, or added. Numbers and what the reader of facts knows are left to it. */
function isReplaced(
  { quote, source }: AlignedQuote,
  { quote: own, source: theirs }: Difference,
  passage: Passage,
): boolean {
  const gone = contentOf(source, theirs);
  const added = contentOf(quote, own).flatMap(writtenOut);
  // A small word may stand where one went that says who is meant (`the former minister`).
  if (added.length === 0) return theirs.end - theirs.start <= mostNarrowing && gone.some((word) => narrows.test(word));
  const there = wordsOf(source, theirs).flatMap((word) => [
    ...writtenOut(word),
    ...(eitherOf.get(word.slice(-2)) ?? []),
  ]);
  const rest = added.filter((word) => !there.some((other) => areForms(word, other)));
  if (rest.length === 0) return false;
  if (knows.test(rest.join('')) && supposes.test(wordsOf(source, theirs).join(''))) return true;
  const isFigure = passage.figures.some(({ start, end }) => {
    const [from, to] = [source.start[theirs.start] ?? 0, source.end[theirs.end - 1] ?? 0];
    return start < to && end > from;
  });
  if (isFigure) return false;
  return gone.length > 0 || rest.length >= leastAdded || rest.some((word) => !isHan(word.charCodeAt(0)));
}

/** So many Han characters of content that the source lacks are no cleaning up. */
const leastAdded = 4;

/** Words of knowledge, and those that say less, which may be taken for hesitation. */
const knows = /知道|清楚|确定|肯定|确认|证实|know|sure|certain/;
const supposes = /觉得|感觉|认为|以为|估计|猜|怀疑|听说|think|guess|suppose|believe|heard/;

const wordsOf = (words: TextWords, { start, end }: Span): string[] =>
  Array.from({ length: end - start }, (_, at) => textOf(words, start + at));

const contentOf = (words: TextWords, { start, end }: Span): string[] => {
  const found: string[] = [];
  for (let at = start; at < end; at++) if (isContent(words, at)) found.push(textOf(words, at));
  return found;
};

/** A contraction as the words that it is written for. */
const writtenOut = (word: string): string[] => expanded(word).split(' ');

/** Whether two words are forms of one, or one is mistyped. */
function areForms(one: string, other: string): boolean {
  return baseOf(one) === baseOf(other) || areSpokenAlike(one, other);
}

/** The parts of what was left out, cut at marks between clauses. */
function partsOf(source: TextWords, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && !clauseMark.test(between(source, at))) continue;
    if (at > from) parts.push({ start: from, end: at });
    from = at;
  }
  return parts;
}

/** Words that change who or what is meant where they go; in comparison form. */
const narrows = /^(?:former|ex|deputy|acting|vice|alleged|proposed|planned|前|副|原|代)$/;

/** Longer parts have such a character within another word (之前). */
const mostNarrowing = 2;

/**
 * How many words may be left out at once for one of them to bear on what stays: `may` goes with its verb, a phrase that has
 * its own `all` or `can` goes whole. A negation is taken to bear on what stays.
 */
const mostWords = { not: Number.POSITIVE_INFINITY, modal: 4, extent: 2 };

/** How many words one bracket stands for. */
const mostStoodFor = 3;

/** Content at least this heavy is missed by a reader: a long word, two Han characters that mean something. */
const leastMissed = 8;

function droppingOf(aligned: AlignedQuote, difference: Difference, part: Span, passage: Passage): Dropping {
  const { source } = aligned;
  if (isHesitation(aligned, difference, part)) return 'cleaned';
  const [from, to] = [source.start[part.start] ?? 0, source.end[part.end - 1] ?? 0];
  const isCut = passage.figures.some(({ start, end }) => (start < from && end > from) || (start < to && end > to));
  if (isCut) return 'kept';
  const isFree =
    (part.start > difference.source.start || clauseMark.test(between(source, part.start))) &&
    (part.end < difference.source.end || clauseMark.test(between(source, part.end)));
  const bearing = passage.bearing.filter(({ start, end }) => start < to && end > from);
  if (!isFree) {
    const words = part.end - part.start;
    for (let at = part.start; at < part.end && words <= mostNarrowing; at++) {
      if (narrows.test(textOf(source, at))) return 'altered';
    }
    const hanging = bearing.filter(({ kind }) => words <= mostWords[kind]);
    if (hanging.some((word) => !isDoubled(word, passage, aligned))) return 'altered';
    if (hanging.length > 0) return 'cleaned';
  }
  // What an editor puts in stands for a word or two (`[the minister]` for he).
  if (aligned.putInBefore[difference.quote.start] === 1 && part.end - part.start <= mostStoodFor) return 'cleaned';
  if (aligned.gapBefore[difference.quote.start] === 1) return 'left-out';
  // What is said again beside it is not missed.
  const { quote } = aligned;
  const reach = part.end - part.start + nearby;
  const { start, end } = difference.quote;
  const kept = new Set(quote.id.subarray(Math.max(0, start - reach), end + reach));
  let weight = 0;
  for (let at = part.start; at < part.end; at++) {
    if (isContent(source, at) && !kept.has(source.id[at] ?? 0)) weight += source.weight[at] ?? 0;
  }
  return weight >= leastMissed ? 'left-out' : 'cleaned';
}

/** Fillers alone, or words that are said again right beside, or taken back. */
function isHesitation(
  { source, to, bases }: AlignedQuote,
  { source: whole, quote: place }: Difference,
  part: Span,
): boolean {
  const words: number[] = [];
  let isTakenBack = false;
  for (let at = whole.start; at < whole.end; at++) {
    const kind = speechKinds[source.speech[at] ?? 0];
    if (kind === 'repair') isTakenBack = true;
    if (at >= part.start && at < part.end && kind !== 'filler' && kind !== 'repair') words.push(at);
  }
  const said = words.filter((at) => speechKinds[source.speech[at] ?? 0] !== 'light');
  if (words.length === 0 || (isTakenBack && words.length <= mostTakenBack)) return true;
  // What the quote has next, or had just before, in the order in which it was said.
  const reach = part.end - part.start + nearby;
  const after = bases.quote.subarray(place.end, place.end + reach);
  const before = bases.quote.subarray(Math.max(0, place.start - reach), place.start);
  return (
    to.length > 0 &&
    (isWithin(words, bases.source, after) ||
      isWithin(words, bases.source, before) ||
      isRepeated(said, bases.source, after, before))
  );
}

const mostTakenBack = 5;
const nearby = 3;

/** Whether what carries meaning is said again, where something does. */
const isRepeated = (words: number[], source: Int32Array, after: Int32Array, before: Int32Array): boolean =>
  words.length > 0 && (isWithin(words, source, after) || isWithin(words, source, before));

/** Whether words are among others in the same order. */
function isWithin(words: number[], source: Int32Array, others: Int32Array): boolean {
  let at = 0;
  return words.every((word) => {
    while (at < others.length && others[at] !== source[word]) at++;
    return at++ < others.length;
  });
}

/** Negations that double another one in speech (`nobody never told us`). */
const doubling = /^(?:never|no|none|nothing|nobody|nowhere|n't|not)$/;
const doublingReach = 24;

function isDoubled(word: BearingWord, { bearing }: Passage, { source }: AlignedQuote): boolean {
  if (word.kind !== 'not' || !doubling.test(source.form.slice(word.start, word.end))) return false;
  return bearing.some(
    (other) =>
      other !== word &&
      other.kind === 'not' &&
      /[a-z]/.test(source.form.charAt(other.start)) &&
      Math.abs(other.start - word.start) <= doublingReach,
  );
}

/** Contractions and what they are written for; `'s` and `'d` are left, since they may be one of two. */
const contractions: [RegExp, string][] = [
  [/\bwon['’]t\b/gi, 'will not'],
  [/\bcan(?:['’]t|not)\b/gi, 'can not'],
  [/\bshan['’]t\b/gi, 'shall not'],
  [/(?<=\p{L})n['’]t\b/giu, ' not'],
  [/(?<=\p{L})['’]ve\b/giu, ' have'],
  [/(?<=\p{L})['’]re\b/giu, ' are'],
  [/(?<=\p{L})['’]ll\b/giu, ' will'],
  [/(?<=\bI)['’]m\b/gi, ' am'],
];

const expanded = (text: string): string =>
  contractions.reduce((so, [from, to]) => (/['’]|cannot/i.test(so) ? so.replaceAll(from, to) : so), text);

/** Quotation marks inside a quote follow the house's style. */
const withoutQuotationMarks = (text: string): string =>
  text.replaceAll(/["“”„‟「」『』｢｣«»＂]|(?<!\p{L})['‘’]|['‘’](?!\p{L})/gu, ' ');

/** What contractions are written for that may be one of several. */
const eitherOf = new Map([
  ["'d", ['had', 'would']],
  ["'s", ['is', 'has', 'us']],
]);

/** A contraction that may be one of two is what the quote writes out. */
function writtenAs({ quote, source, to }: AlignedQuote): Map<number, string> {
  const written = new Map<number, string>();
  for (const [i, at] of to.entries()) {
    const next = i + 1 < to.length && quote.id[i + 1] !== source.id[to[i + 1] ?? -1] ? textOf(quote, i + 1) : '';
    const word = at < 0 ? '' : textOf(source, at);
    if (eitherOf.get(word.slice(-2))?.includes(next)) written.set(at, `${word.slice(0, -2)} ${next}`);
  }
  return written;
}

/** The words of a stretch as running text, without those that were dropped. */
function textWithout(aligned: AlignedQuote, dropped: Uint8Array): string {
  const { source, stretch } = aligned;
  const written = writtenAs(aligned);
  let text = '';
  let from = source.start[stretch.start] ?? 0;
  for (let at = stretch.start; at < stretch.end; at++) {
    const own = dropped[at] === 1 ? '' : written.get(at);
    if (own === undefined) continue;
    text += source.text.slice(from, source.start[at]) + own;
    from = source.end[at] ?? from;
  }
  return withoutQuotationMarks(text + source.text.slice(from, source.end[stretch.end - 1])).replaceAll(
    /\s*\n\s*/g,
    isHanText(text) ? '' : ' ',
  );
}

const isHanText = (text: string): boolean => /\p{Script=Han}/u.test(text);
