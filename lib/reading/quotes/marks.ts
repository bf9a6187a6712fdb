/**
 * Quotation marks: which stretches of an article stand between them, speech or not. Reads “” ‘’ 「」 『』 ｢｣ «» 〝〞 and the
 * straight " and ' (also full-width), tells apostrophes and inch signs apart, and joins a quotation that runs over
 * paragraphs (a mark opens each paragraph, the last one closes; also a numbered list inside one quotation). Invariants:
 * quotations are in order and do not overlap; `start`–`end` excludes the marks; a missing mark never reaches past the
 * end of its paragraph. What is said in them is judged in quotes.ts.
 */

import { hasUnit, isDigit, isHan, isLatin, isSpace, oneOf, unitSetOf } from '#lib/text/forms/folded';

export interface Quotation {
  paragraph: number;
  /** Content, without the marks. */
  start: number;
  end: number;
  /** From the opening mark to after the closing one; equal to the content's ends where a mark is missing. */
  outerStart: number;
  outerEnd: number;
  /** Shared by the paragraphs of one quotation. */
  chain: number;
}

interface Open {
  family: Family;
  at: number;
  /** A place that may close a single quotation or be an apostrophe (`the players’`), or -1. */
  tentative: number;
}

interface Span {
  family: Family;
  open: number;
  close: number;
}

/** What the marks of one paragraph enclose. */
interface Scan {
  text: string;
  /** The outermost ones, in order. */
  spans: Span[];
  /** The opening mark that nothing closes, running to the end of the paragraph. */
  tail: Open | null;
  /** The first closing mark without an opening one, which may end an earlier paragraph's quotation. */
  stray: { family: Family; at: number } | null;
}

/** How far a quotation may run over the items of a list before its closing mark is taken to be missing. */
const mostListItems = 12;

/** Longest text between a missing closing mark and the next opening mark that is read as an attribution (X说，). */
const longestAttribution = 80;

type Family = 'double' | 'corner' | 'white corner' | 'single' | 'straight' | 'apostrophe' | 'guillemet' | 'prime';

interface Mark {
  family: Family;
  /** Null for straight marks, which only their neighbours tell apart. */
  opens: boolean | null;
}

const markOf = new Map<string, Mark>();
const pairs: [Family, string, string][] = [
  ['double', '“', '”'],
  ['corner', '「｢', '」｣'],
  ['white corner', '『', '』'],
  ['single', '‘', '’'],
  ['guillemet', '«', '»'],
  ['prime', '〝', '〞〟'],
];
for (const [family, opening, closing] of pairs) {
  for (const mark of opening) markOf.set(mark, { family, opens: true });
  for (const mark of closing) markOf.set(mark, { family, opens: false });
}
for (const mark of '"＂') markOf.set(mark, { family: 'straight', opens: null });
for (const mark of "'＇") markOf.set(mark, { family: 'apostrophe', opens: null });

/** The characters that can be a quotation mark, an apostrophe too. */
const isMark = unitSetOf(markOf.keys());

const isApostrophe = oneOf("'＇");
const isSingleMark = oneOf("‘'");
const isSingle = (family: Family): boolean => family === 'single' || family === 'apostrophe';
const isWord = (code: number): boolean => isLatin(code) || isDigit(code) || isHan(code);

const terminates = oneOf('。！？!?.…');
const introduces = oneOf('：，,: 　');
const precedesOpening = oneOf('([{（【—–-：:，,。；、“「『‘"');
const beginsSingle = oneOf('“"$£€…(');
const endsClause = oneOf('.?!,');
const endsWesternSentence = oneOf('.?!');
const precedesReversed = oneOf('：:，,');
const isBullet = oneOf('•·-–—*●');
const isBracket = oneOf('(（');
const isHanDigit = oneOf('一二三四五六七八九十');
const followsNumber = oneOf('、.．)）:：,，');

/** Finds every quotation of an article's paragraphs. Never throws; linear in the length of the text. */
export function findQuotations(paragraphs: string[]): Quotation[] {
  const scans = paragraphs.map(scanMarks);
  const quotations: Quotation[] = [];
  let chain = 0;
  let open: Open | null = null;
  /** The last item of a list inside a quotation, which has been read with the paragraph that opened it. */
  let read = -1;
  for (const [paragraph, scan] of scans.entries()) {
    if (paragraph <= read) continue;
    let joined: boolean = open !== null && reopens(scan, open);
    for (const span of scan.spans) {
      if (!joined) chain++;
      joined = false;
      quotations.push(quotationOf(paragraph, scan.text, span, chain));
    }
    open = scan.tail;
    if (!open) continue;
    if (!joined) chain++;
    quotations.push(quotationOf(paragraph, scan.text, restFrom(open, scan.text), chain));
    const { family } = open;
    const list = restOfList(scans, paragraph, open);
    for (const [at, item] of list.entries()) {
      const number = paragraph + 1 + at;
      read = number;
      const close = at === list.length - 1 && item.stray ? item.stray.at : item.text.length;
      quotations.push(quotationOf(number, item.text, { family, open: -1, close }, chain));
      if (at < list.length - 1) continue;
      for (const span of item.spans)
        if (span.open > close) quotations.push(quotationOf(number, item.text, span, ++chain));
      open = item.tail;
      if (open) quotations.push(quotationOf(number, item.text, restFrom(open, item.text), ++chain));
    }
  }
  return quotations.filter(({ start, end }) => end > start);
}

/** What an opening mark without a closing one encloses: all that follows in its paragraph. */
const restFrom = ({ family, at }: Open, text: string): Span => ({ family, open: at, close: text.length });

function quotationOf(paragraph: number, text: string, { family, open, close }: Span, chain: number): Quotation {
  const start = open + 1;
  let end = close;
  if (close >= text.length) while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  // Of two apostrophes as one mark, `open` is the second and `close` the first.
  const isStraight = family === 'straight';
  const outerStart = isStraight && isApostrophe(text, open) ? open - 1 : Math.max(open, 0);
  const outerEnd = close >= text.length ? end : close + (isStraight && isApostrophe(text, close) ? 2 : 1);
  return { paragraph, start, end, outerStart, outerEnd, chain };
}

/** Whether a quotation stands in single marks, as nicknames, headings and quotations within others do. */
export const isInSingleMarks = (text: string, { start, outerStart }: Quotation): boolean =>
  start - outerStart === 1 && isSingleMark(text, outerStart);

/** True if a paragraph begins with the mark of the quotation that the one before left open. */
function reopens({ text, spans, tail }: Scan, open: Open): boolean {
  let lead = 0;
  while (isSpace(text.charCodeAt(lead))) lead++;
  const [begun] = spans;
  if (begun) return begun.open === lead && begun.family === open.family;
  return tail !== null && tail.at === lead && tail.family === open.family;
}

/**
 * The paragraphs up to the one that closes a quotation left open in `from` without opening it again: the next one, or
 * a later one if all on the way are items of a list. Empty where there is none.
 */
function restOfList(scans: Scan[], from: number, open: Open): Scan[] {
  const rest = scans.slice(from + 1, from + 1 + mostListItems);
  for (const [at, scan] of rest.entries()) {
    if (reopens(scan, open)) return [];
    if (scan.stray?.family === open.family) return rest.slice(0, at + 1);
    if (scan.tail || !isListItem(scan.text)) return [];
  }
  return [];
}

/** True for `1、…`, `2. …`, `(3) …`, `• …`, `一、…`. */
function isListItem(text: string): boolean {
  let i = 0;
  while (isSpace(text.charCodeAt(i)) || isBracket(text, i)) i++;
  if (isBullet(text, i)) return true;
  let digits = i;
  while (digits < i + 3 && (isDigit(text.charCodeAt(digits)) || isHanDigit(text, digits))) digits++;
  return digits > i && followsNumber(text, digits);
}

function scanMarks(text: string): Scan {
  let first = 0;
  while (first < text.length && !hasUnit(isMark, text.charCodeAt(first))) first++;
  return first === text.length ? { text, spans: [], tail: null, stray: null } : new MarkReader(text).read(first);
}

/** Goes through the marks of one paragraph with a stack of those that are open. */
class MarkReader {
  private readonly stack: Open[] = [];
  /** How many of each family are on the stack. */
  private readonly depth = new Map<Family, number>();
  private readonly spans: Span[] = [];
  private stray: Scan['stray'] = null;

  constructor(private readonly text: string) {}

  read(first: number): Scan {
    const { text } = this;
    for (let i = first; i < text.length; i++) {
      if (!hasUnit(isMark, text.charCodeAt(i))) continue;
      const mark = markOf.get(text.charAt(i));
      if (mark?.family === 'apostrophe' && text[i + 1] === text[i]) i = this.takePair(i);
      else if (mark) this.take(mark, i);
    }
    return outermost(text, this.stack, this.spans, this.stray);
  }

  /**
   * Two apostrophes as one double mark (''like this''), of three the first closes a quotation within. Returns the place
   * of the last that was read.
   */
  private takePair(i: number): number {
    const { text } = this;
    const isTriple = text[i + 2] === text[i];
    if (isTriple && this.isOpen('apostrophe')) {
      this.close('apostrophe', i);
      return this.takePair(i + 1);
    }
    const isOpen = this.isOpen('straight');
    const after = i + 2 < text.length ? text.charCodeAt(i + 2) : 32;
    const precedesWord = isWord(after) || beginsSingle(text, i + 2) || text[i + 2] === text[i];
    // Content begins after the second mark and ends before the first.
    if (!isOpen && precedesWord) this.open('straight', i + 1);
    else if (isOpen) this.close('straight', i);
    return i + 1;
  }

  private take({ family, opens }: Mark, i: number): void {
    const { text } = this;
    const before = i > 0 ? text.charCodeAt(i - 1) : 32;
    const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
    const isOpen = this.isOpen(family);
    const other = this.mismatched(family, opens, before, after);
    if (other) {
      this.close(other, i);
      return;
    }
    // ’ closes a quotation or is an apostrophe.
    const apostrophe = family === 'apostrophe' || (family === 'single' && opens === false);
    if (isSingle(family) && (!isOpen || isSpace(before)) && startsCutWord(text, i)) return;
    if (apostrophe) {
      if ((isLatin(before) || isDigit(before)) && (isLatin(after) || isDigit(after))) return;
      if (isDigit(before) && !isOpen) return;
    }
    const isInch = family === 'straight' && !isOpen && isDigit(before) && !isHan(after) && !isLatin(after);
    if (isInch) return;
    if (opens ?? straightOpens(text, i, before, after, isOpen, apostrophe)) {
      const top = this.top(family);
      if (top && top.tentative >= 0) this.close(family, top.tentative);
      const unclosed = opens === null ? this.top(family) : null;
      // The closing mark is missing: it stood at the last end of a sentence, or before the space that is here.
      if (unclosed) this.close(family, Math.min(lastTerminator(text, unclosed.at, i), i - 1));
      this.open(family, i);
      return;
    }
    if (!isOpen) {
      if (family === 'double' && startsReversed(text, i, before, after)) this.open(family, i);
      else if (!apostrophe && this.stack.length === 0) this.stray ??= { family, at: i };
      return;
    }
    const top = this.top(family);
    if (apostrophe && top && isLatin(before) && isSpace(after)) {
      // `the ‘players’ union’`: an apostrophe after s, unless a later mark does not come.
      if (top.tentative < 0) top.tentative = i;
      if (text[i - 1] === 's') return;
    }
    this.close(family, i);
  }

  /**
   * The open family that a mark of another closes: a straight mark for ” (“so," he said), ” for a straight one ("so,” he
   * said), or a second “ for ” (“so“ he said).
   */
  private mismatched(family: Family, opens: boolean | null, before: number, after: number): Family | null {
    const closes = !isSpace(before) && !isWord(after);
    if (!closes || isHan(before) || isHan(after)) return null;
    // Single marks inside it do not count: what was taken for one may be an apostrophe.
    const last = this.stack.slice(-3).findLast((open) => !isSingle(open.family))?.family;
    if (family === 'straight') return last === 'double' && !this.isOpen('straight') ? 'double' : null;
    if (family !== 'double') return null;
    if (opens === false) return last === 'straight' && !this.isOpen('double') ? 'straight' : null;
    return last === 'double' ? 'double' : null;
  }

  private isOpen(family: Family): boolean {
    return (this.depth.get(family) ?? 0) > 0;
  }

  /** The innermost open mark of a family, if it is among the last three. */
  private top(family: Family): Open | undefined {
    return this.stack.slice(-3).findLast((open) => open.family === family);
  }

  private open(family: Family, at: number): void {
    this.stack.push({ family, at, tentative: -1 });
    this.depth.set(family, (this.depth.get(family) ?? 0) + 1);
  }

  /** Closes the innermost mark of a family and gives up those inside it. */
  private close(family: Family, at: number): void {
    for (let open = this.stack.pop(); open; open = this.stack.pop()) {
      this.depth.set(open.family, (this.depth.get(open.family) ?? 0) - 1);
      if (open.family === family) {
        this.spans.push({ family, open: open.at, close: at });
        return;
      }
    }
  }
}

/**
 * Words without their first letters, and decades (`how ‘bout`, `the ‘90s`): an apostrophe that a program curled the
 * wrong way. With a capital the mark opens a quotation that begins like one.
 */
const cutWord = /^(?:bout|cause|cuz|em|n|round|til|tis|twas|\d0s)(?![\p{L}\p{N}])/u;

const startsCutWord = (text: string, i: number): boolean => cutWord.test(text.slice(i + 1, i + 7));

function straightOpens(
  text: string,
  i: number,
  before: number,
  after: number,
  open: boolean,
  single: boolean,
): boolean {
  if (single) {
    const loose = isSpace(before) || i === 0 || precedesOpening(text, i - 1);
    return loose && (isWord(after) || beginsSingle(text, i + 1)) && !(open && !isSpace(before));
  }
  // In Chinese nothing but parity tells the two apart; in English an opening mark follows a space and precedes a word.
  if (open) return isSpace(before) && isLatin(after) && !endsClause(text, i - 2) && !isHan(text.charCodeAt(i - 2));
  // `word" and`: its opening mark is missing, or stands in an earlier paragraph.
  const endsOne = isSpace(after) && (isLatin(before) || endsWesternSentence(text, i - 1));
  return i + 1 < text.length && !endsOne;
}

/** Offset after the last sentence end in a range, or the range's end where there is none near it. */
function lastTerminator(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from && i > to - longestAttribution; i--) if (terminates(text, i)) return i + 1;
  return to;
}

/** How far ahead the mark that closes a reversed one is looked for. */
const longestReversed = 400;

/** A typist's ” for “: after punctuation or at the start, before a word, with another mark to come. */
function startsReversed(text: string, i: number, before: number, after: number): boolean {
  if (!isWord(after) || isWord(before) || (i > 0 && !precedesReversed(text, i - 1))) return false;
  for (let k = i + 1; k < text.length && k < i + longestReversed; k++) {
    if (text[k] === '”') return true;
    if (text[k] === '“') return false;
  }
  return false;
}

/** Turns what is still open at the end of a paragraph into spans or a tail, and keeps the outermost spans in order. */
function outermost(text: string, stack: Open[], spans: Span[], stray: Scan['stray']): Scan {
  const closed = new Outermost(spans);
  for (const [depth, open] of stack.entries()) {
    if (!closed.takeBefore(open.at)) continue;
    if (isSingle(open.family)) {
      if (open.tentative >= 0) closed.add({ family: open.family, open: open.at, close: open.tentative });
      continue;
    }
    const following = nextOpening(stack[depth + 1], closed.next(), open.family);
    const cut = following < 0 ? -1 : cutBefore(text, open.at, following);
    if (cut < 0) return { text, spans: closed.taken, tail: open, stray };
    closed.add({ family: open.family, open: open.at, close: cut });
  }
  closed.takeBefore(text.length);
  return { text, spans: closed.taken, tail: null, stray };
}

/** Moves along closed spans and takes those that lie inside no other. */
class Outermost {
  readonly taken: Span[] = [];
  private readonly spans: Span[];
  private at = 0;
  private reach = -1;

  constructor(spans: Span[]) {
    this.spans = spans.sort((a, b) => a.open - b.open);
  }

  /** Takes the spans that open before a place; false if one taken reaches over it. */
  takeBefore(limit: number): boolean {
    for (let span = this.next(); span && span.open < limit; span = this.next()) {
      this.at++;
      if (span.open >= this.reach) this.add(span);
    }
    return limit >= this.reach;
  }

  add(span: Span): void {
    this.taken.push(span);
    this.reach = span.close;
  }

  /** The first span not yet looked at. */
  next(): Span | undefined {
    return this.spans[this.at];
  }
}

/** Where the next quotation of the same kind begins after an unclosed one, or -1. */
function nextOpening(unclosed: Open | undefined, closed: Span | undefined, family: Family): number {
  const first = unclosed?.family === family ? unclosed.at : -1;
  const second = closed?.family === family ? closed.open : -1;
  return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
}

/**
 * Where an unclosed quotation must have ended if an attribution introduces the next one (`“A。张三说，“B。”`): after the
 * sentence before the attribution. Returns -1 if nothing tells that it ended (a nested quotation, say).
 */
function cutBefore(text: string, open: number, following: number): number {
  if (!introduces(text, following - 1)) return -1;
  const end = lastTerminator(text, open, following);
  return end < following - 1 && end > open + 1 ? end : -1;
}
