/** The words of a claim in a form that can stand alone. */

import { isSpace } from '#lib/text/forms/folded';
import { splitSentences, trimStatement } from '#lib/text/sentences';
import type { Span } from '#lib/text/span';
import type { ClaimView } from './claim-view';

type MarkedWords = Pick<ClaimView, 'start' | 'end' | 'standing'>;

/**
 * What is published as the claim: its own words and no more than is needed to read them alone.
 *
 * A figure means nothing alone, so it comes with the clause around it, and with further clauses of its sentences while that
 * tells next to nothing. `others` are the claims of the same paragraph. The words of those that stand otherwise were not
 * judged with it: outside of the claim's own words they become `[…]`. A claim that stands otherwise and holds the figure
 * counts only if all of it would be published; a part of it says what the figure says. Linear in the text.
 */
export function claimText(
  claim: MarkedWords & Pick<ClaimView, 'kind' | 'exact'>,
  paragraph: string,
  others: readonly MarkedWords[],
): string {
  const { kind, exact, start, end } = claim;
  if (kind !== 'figure' || exact === '' || paragraph.slice(start, end) !== exact) return exact;
  const unlike = others.filter((other) => other.standing !== claim.standing && other.start < other.end);
  const isHolding = (other: MarkedWords) => other.start <= start && other.end >= end;
  const beside = without(
    paragraph,
    claim,
    unlike.filter((other) => !isHolding(other)),
  );
  const clause = readableClause(beside, claim, contextSpan(claim, paragraph));
  const held = unlike.filter((other) => isHolding(other) && other.start >= clause.start && other.end <= clause.end);
  return without(beside, claim, held).slice(clause.start, clause.end).replaceAll(leftOut, '[…]');
}

/** Stands for each UTF-16 unit that is left out, so that places stay the same; no text has it (Unicode, noncharacters). */
const blank = '\uffff';
const leftOut = /\uffff+/g;

/** A text with blanks where spans are, but for the words that are kept and the space around. */
function without(text: string, kept: Span, spans: readonly Span[]): string {
  let [made, done] = ['', 0];
  const leaveOut = (first: number, last: number) => {
    let [from, to] = [Math.max(first, done), last];
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to <= from) return;
    made += text.slice(done, from) + blank.repeat(to - from);
    done = to;
  };
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  for (const span of sorted) leaveOut(span.start, Math.min(span.end, kept.start));
  for (const span of sorted) leaveOut(Math.max(span.start, kept.end), span.end);
  return made + text.slice(done);
}

/**
 * The clause around some words; while it says too little, with the clauses before it and then those after it, and at last
 * all of `limit`. What is inside of quotation marks or brackets is not joined with what is outside.
 */
function readableClause(text: string, { start, end }: Span, limit: Span): Span {
  const isQuoted = text.slice(limit.start, start).split('"').length % 2 === 0;
  const marksBefore = clauseMarks(text, start - 1, limit.start - 1, isQuoted);
  const marksAfter = clauseMarks(text, end, limit.end, isQuoted);
  let [from, to, told] = [start, end, 0];
  const takeBefore = (): boolean => {
    const { value: mark } = marksBefore.next();
    if (mark === undefined) return false;
    told += telling(text.slice(mark + 1, from));
    from = mark + 1;
    return true;
  };
  const takeAfter = (): boolean => {
    const { value: mark } = marksAfter.next();
    if (mark === undefined) return false;
    told += telling(text.slice(to, mark));
    to = mark;
    return true;
  };
  takeBefore();
  takeAfter();
  while (told < enough && (takeBefore() || takeAfter()));
  const trimmed = told < enough ? limit : trimStatement(text, from, to);
  return { start: Math.min(trimmed.start, start), end: Math.max(trimmed.end, end) };
}

/** Two words or three Han characters beside a figure say what it is of: `It had 375`, `公司有375人`. */
const enough = 3;

/** How much a text tells: a Han character counts 1, a word in other letters 2. */
function telling(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[^\P{L}\p{Script=Han}]+/gu)?.length ?? 0;
  return han + 2 * words;
}

const openingMarks = '“「『（([【';
const closingMarks = '”」』）)]】';

/**
 * The places of the marks that end clauses, outward from `from`, and last `past`, where the text to look at ends. Ends at
 * the quotation mark or bracket that `from` is inside of; those that close before or open after it are passed over.
 * `isQuoted`: `from` is inside of straight quotation marks.
 */
function* clauseMarks(text: string, from: number, past: number, isQuoted: boolean): Generator<number, undefined> {
  const step = past < from ? -1 : 1;
  const [inward, outward] = step < 0 ? [closingMarks, openingMarks] : [openingMarks, closingMarks];
  let depth = 0;
  let isStraight = false;
  for (let at = from; at !== past; at += step) {
    const mark = text.charAt(at);
    if (mark === '"') {
      if (isQuoted) return void (yield at);
      isStraight = !isStraight;
    } else if (isStraight) continue;
    else if (inward.includes(mark)) depth++;
    else if (outward.includes(mark)) {
      if (depth === 0) return void (yield at);
      depth--;
    } else if (depth === 0 && endsClause(text, at)) yield at;
  }
  yield past;
}

/** Whether a clause ends at a mark: `1,200`, `12:30`, `300–460` and `、` between items end none. */
function endsClause(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if ('，；：。！？;!?—\n'.includes(mark)) return true;
  const around = text.charAt(at - 1) + text.charAt(at + 1);
  if (mark === ',' || mark === ':') return !/^\d\d$/.test(around);
  return (mark === '–' || mark === '-') && /^\s\s$/.test(around);
}

/** The whole sentences that a claim stands in. */
export function claimContext(claim: Pick<ClaimView, 'exact' | 'start' | 'end'>, paragraph: string): string {
  const { start, end } = contextSpan(claim, paragraph);
  return paragraph.slice(start, end) || claim.exact;
}

/** Where those sentences begin and end in the paragraph, in UTF-16 units. */
export function contextSpan(
  { start, end }: Pick<ClaimView, 'start' | 'end'>,
  paragraph: string,
): { start: number; end: number } {
  const around = splitSentences(paragraph).filter((sentence) => sentence.start < end && sentence.end > start);
  return { start: Math.min(around[0]?.start ?? start, start), end: Math.max(around.at(-1)?.end ?? end, end) };
}
