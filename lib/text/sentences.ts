/**
 * Sentences and clauses of a paragraph in Chinese or English. A sentence's span excludes surrounding spaces and its
 * closing punctuation, which is kept beside it. Abbreviations, initials, decimals, URLs and list numbers do not end a
 * sentence. Invariant: spans are in order, within the given range, and do not overlap. Quotation marks get no special
 * treatment: callers cut quotations out first.
 */

import { isDigit, isHan, isLatin, isSpace, oneOf } from '#lib/text/forms/folded';
import { wordList } from './lexicon';

export interface Sentence {
  start: number;
  end: number;
  /** The closing mark (`。`, `?`, `…`), or '' where the range ends without one. */
  closing: string;
}

const ends = oneOf('。！？!?；;…\n．｡');
const trails = oneOf('。！？!?；;…．.｡，,、：:—–- 　\n\r\t');
const leads = oneOf(' 　\n\r\t，,、：:；;。.！!？?…—–-•·●*');
const asks = oneOf('?？');
/** Closing marks that belong to the sentence before them; a straight mark may also open what follows. */
const closes = oneOf('”’」』）)】]》');
const closesOrStraight = oneOf('”’」』"\'）)】]》');

/**
 * Common abbreviations after which a full stop does not end a sentence (Chicago Manual of Style 17, §10.4 and
 * §10.42, those usual in news).
 */
const abbreviations = new Set(
  wordList(`
    mr mrs ms dr prof st gen col lt sgt capt cmdr adm rev hon pres gov sen rep jr sr inc corp co ltd vs etc no
    vol fig al jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx dept est univ e.g i.e u.s u.k u.n
    a.m p.m
  `),
);

/** Splits a range of a text into sentences. Semicolons end one too, since each side can be checked by itself. */
export function splitSentences(text: string, from = 0, to = text.length): Sentence[] {
  const sentences: Sentence[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    if (!ends(text, i) && !(text.charCodeAt(i) === 46 && endsWithStop(text, i, start, to))) continue;
    let after = i + 1;
    while (after < to && (ends(text, after) || text[after] === '.')) after++;
    const closing = strongest(text, i, after);
    while (after < to && closes(text, after)) after++;
    push(sentences, text, start, after, closing);
    start = after;
    i = after - 1;
  }
  push(sentences, text, start, to, '');
  return sentences;
}

/** A question mark among several marks (`?!`, `？…`) makes the sentence a question. */
function strongest(text: string, from: number, to: number): string {
  for (let i = from; i < to && i < from + 4; i++) if (asks(text, i)) return text.charAt(i);
  return text.charAt(from);
}

function push(sentences: Sentence[], text: string, from: number, to: number, closing: string): void {
  const { start, end } = trimStatement(text, from, to);
  if (end > start) sentences.push({ start, end, closing });
}

/**
 * The range without white space and punctuation at both ends. A closing bracket or quotation mark stays if its partner
 * is inside.
 */
export function trimStatement(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && leads(text, start) && !isSigned(text, start)) start++;
  for (let brackets = 0; brackets < mostBrackets; brackets++) {
    while (end > start && trails(text, end - 1)) end--;
    const partner = partnerOf.get(text.charAt(end - 1));
    if (partner === undefined || hasBetween(text, partner, start, end - 1)) break;
    end--;
  }
  return { start, end };
}

/** The opening mark for each closing mark. */
const partnerOf = new Map([
  ['”', '“'],
  ['’', '‘'],
  ['」', '「'],
  ['』', '『'],
  ['）', '（'],
  [')', '('],
  ['】', '【'],
  [']', '['],
  ['》', '《'],
]);

/** The greatest number of unmatched closing brackets cut from the end of a statement; more is not prose. */
const mostBrackets = 5;

/** How far back to look for a bracket's partner. */
const bracketReach = 400;

function hasBetween(text: string, char: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= from && i > to - bracketReach; i--) if (text[i] === char) return true;
  return false;
}

/** `-5%` keeps its sign. */
const isSigned = (text: string, i: number): boolean => text[i] === '-' && isDigit(text.charCodeAt(i + 1));

function endsWithStop(text: string, i: number, start: number, to: number): boolean {
  const after = i + 1 < to ? text.charCodeAt(i + 1) : 32;
  if (!isSpace(after) && !closesOrStraight(text, i + 1)) return isHan(text.charCodeAt(i - 1)) && !isDigit(after);
  let word = i;
  while (word > start && word > i - 12 && (isLatin(text.charCodeAt(word - 1)) || text[word - 1] === '.')) word--;
  const before = text.slice(word, i).toLowerCase();
  if (word === i) return !(isDigit(text.charCodeAt(i - 1)) && isListNumber(text, i, start));
  // An initial (J. Smith) or an abbreviation ends a sentence only if nothing follows.
  if (before.length === 1 && before !== 'i') return i + 1 >= to;
  if (abbreviations.has(before)) return i + 1 >= to || (before.includes('.') && startsSentence(text, i + 1, to));
  return true;
}

function isListNumber(text: string, i: number, start: number): boolean {
  let digit = i;
  while (digit > start && isDigit(text.charCodeAt(digit - 1))) digit--;
  return i - digit <= 2 && digit - start <= 3 && text.slice(start, digit).trim() === '';
}

/** Words that begin a sentence after an abbreviation such as `U.S.`. */
const openers = new Set(
  wordList(`
    the a an he she it they we i but and in on at this that these his her its their there however
  `),
);

function startsSentence(text: string, i: number, to: number): boolean {
  while (i < to && isSpace(text.charCodeAt(i))) i++;
  const first = text.charAt(i);
  if (first === first.toLowerCase()) return false;
  let end = i;
  while (end < to && end < i + 10 && isLatin(text.charCodeAt(end))) end++;
  return openers.has(text.slice(i, end).toLowerCase());
}
