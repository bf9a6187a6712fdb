/**
 * Which spans of an article are worth checking: each quote as one claim, informative figures as claims of their own
 * (also inside a quote), and the statements between, cut to the checkable clause. Suggestions have a check-worthiness
 * score (0–1) and reasons: stable codes that the interface translates. Invariants: suggestions are in order of
 * paragraph and start; statements and quotes never overlap each other, a figure may lie within one; no span has closing
 * punctuation. Page furniture and anything below the minimum score are left out.
 */

import type { ReadParagraph } from '#lib/reading/quotes/page';
import type { Speaker } from '#lib/reading/speakers/speaker';
import { Cursor } from '#lib/text/cursor';
import { isDigit, isHan, isLatin, isSpace, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, wordAt, wordList } from '#lib/text/lexicon';
import { type Sentence, splitSentences, trimStatement } from '#lib/text/sentences';
import { type Reason, readSigns, type SentenceFacts, type Signs, type Worth, weigh, worthOf } from './check-worth';
import type { ClaimKind } from './claim-kinds';
import type { Figure } from './figure-types';
import { type PlacedFigure, placeFigures } from './figures';
import { type Lead, type Quote, type ReportedSpeech, readSpeech, type Speech } from './quotes';

export interface Suggestion {
  paragraph: number;
  /** UTF-16 offsets into the paragraph. */
  start: number;
  end: number;
  kind: ClaimKind;
  /** Check-worthiness from 0 to 1; 0.5 is about where a desk would check. */
  score: number;
  /** Stable codes, reasons for checking first. */
  reasons: string[];
}

/** Everything read from an article in one pass. */
export interface ArticleReading {
  quotes: Quote[];
  reported: ReportedSpeech[];
  speakers: Speaker[];
  suggestions: Suggestion[];
}

/** Suggests claims for an article's paragraphs. Never throws; linear in the length of the text. */
export function suggestClaims(paragraphs: string[]): Suggestion[] {
  return readArticle(paragraphs).suggestions;
}

/** Reads figures, quotes, reported speech and speakers of an article, and suggests what is worth checking. */
export function readArticle(paragraphs: string[]): ArticleReading {
  const speech = readSpeech(paragraphs);
  const suggestions: Suggestion[] = [];
  for (const page of pagesOf(paragraphs, speech))
    for (const suggestion of suggestIn(page)) suggestions.push(suggestion);
  return { quotes: speech.quotes, reported: speech.reported, speakers: speech.speakers, suggestions };
}

/** The signs of every statement outside quotes, in order: what the weights of lib/testing/eval/fit-worth are learned from. */
export function readStatementSigns(paragraphs: string[]): Signs[] {
  return [...pagesOf(paragraphs, readSpeech(paragraphs))].flatMap((page) =>
    statementsIn(page).map(({ signs }) => signs),
  );
}

/** The paragraphs that suggestions can come from, each with what was read in it. */
function* pagesOf(paragraphs: string[], { quotes, reported, leads, paragraphs: read }: Speech): Generator<Page> {
  const quoted = new Cursor(quotes);
  const reports = new Cursor(reported);
  const leading = new Cursor(leads);
  for (const [paragraph, { plain, form, han }] of read.entries()) {
    const page: Page = {
      paragraph,
      plain,
      form,
      han,
      telling: placeFigures(paragraphs[paragraph] ?? '').filter(({ figure }) => isTelling(plain, figure)),
      quotes: quoted.take((one) => one.paragraph === paragraph),
      reported: reports.take((one) => one.paragraph === paragraph),
      leads: leading.take((one) => one.paragraph === paragraph),
    };
    if (!isStamp(plain)) yield page;
  }
}

/** The minimum score of a suggestion: below it, reviewers dismiss nearly everything. */
const floor = 0.15;

interface Page extends Omit<ReadParagraph, 'text'> {
  paragraph: number;
  /** The figures worth a claim of their own, with their nouns: `375` reads as a number, `375名员工` as something to check. */
  telling: PlacedFigure[];
  quotes: Quote[];
  reported: ReportedSpeech[];
  leads: Lead[];
}

function suggestIn(page: Page): Suggestion[] {
  const found = merge(suggestQuotes(page), suggestStatements(page));
  const figures = suggestFigures(page, found);
  return merge(
    found.filter(({ score }) => score >= floor),
    figures,
  );
}

const inOrder = (a: Suggestion, b: Suggestion): number => a.start - b.start || b.end - a.end;

/** Two ordered lists as one; what stands in the first comes first where both are equal. */
function merge(first: Suggestion[], second: Suggestion[]): Suggestion[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const merged: Suggestion[] = [];
  let at = 0;
  for (const one of second) {
    for (let other = first[at]; other && inOrder(other, one) <= 0; other = first[++at]) merged.push(other);
    merged.push(one);
  }
  return at < first.length ? merged.concat(first.slice(at)) : merged;
}

/** A source and a time of day, as feeds put under headlines (`新华社 2025-03-27 08:27:21`). */
function isStamp(text: string): boolean {
  const end = text.trimEnd();
  if (end.length > 60 || end.length < 10) return false;
  return /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? \d{1,2}:\d{2}(:\d{2})?$/.test(end.slice(-24));
}

/**
 * Whether a figure is worth a claim of its own: money, shares and rates, anything in Arabic numerals with a unit, and
 * large numbers; not `一个`, `one day`, `two of us`, nor a list number.
 */
function isTelling(text: string, figure: Figure): boolean {
  const { unit, per } = figure;
  if (isListNumber(text, figure)) return false;
  if (isMoneyOrShare(figure) || per !== null) return true;
  const value = sizeOf(figure);
  if (hasDigit(text, figure)) return unit !== null || value >= 100;
  return value > 20 || (value > 10 && unit !== null) || unit === 'times';
}

const followsListNumber = oneOf('、.)');

function isListNumber(text: string, { start, end }: Figure): boolean {
  if (end - start > 3 || !followsListNumber(text, end)) return false;
  let i = start;
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) i--;
  return i === 0;
}

function hasDigit(text: string, { start, end }: Figure): boolean {
  for (let i = start; i < end; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

/** Only currencies have units in capitals. */
const isMoneyOrShare = ({ unit }: Figure): boolean =>
  unit !== null && (unit === 'percent' || (unit.length === 3 && unit === unit.toUpperCase()));

const sizeOf = ({ low, high }: Figure): number => Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));

const isStrong = (figure: Figure): boolean => isMoneyOrShare(figure) || sizeOf(figure) >= 1000;

/** The facts of a span. Spans must come in order, since `figures` only moves forwards. */
function factsOf(
  { han }: Page,
  figures: Cursor<PlacedFigure>,
  start: number,
  end: number,
  closing: string,
): SentenceFacts {
  let count = 0;
  let strongFigure = false;
  figures.pass(({ figure }) => figure.start < start);
  figures.pass(({ figure }) => {
    if (figure.end > end) return false;
    count++;
    strongFigure ||= isStrong(figure);
    return true;
  });
  return { figures: count, strongFigure, closing, han, attributed: false, forecast: false, heading: false };
}

/**
 * A quote is as check-worthy as its best sentence, minus a little: a person's words weigh less than the article's own.
 */
function suggestQuotes(page: Page): Suggestion[] {
  const { paragraph, plain, form } = page;
  const figures = new Cursor(page.telling);
  return page.quotes.map((quote) => {
    let best: Worth = { score: 0, reasons: [] };
    for (const { start, end, closing } of splitSentences(plain, quote.start, quote.end)) {
      const worth = weigh(plain, form, start, end, factsOf(page, figures, start, end, closing));
      if (worth.score > best.score) best = worth;
    }
    const trimmed = trimStatement(plain, quote.start, quote.end);
    const { start, end } = trimmed.end > trimmed.start ? trimmed : quote;
    const named = quote.speaker !== null;
    const reasons: Reason[] = ['quote', ...best.reasons, ...(named ? (['speaker'] as const) : [])];
    const score = round(Math.max(floor, 0.95 * best.score + (named ? 0.05 : 0)));
    return { paragraph, start, end, kind: 'quote', score, reasons };
  });
}

/** Longest line without closing punctuation that is a heading. */
const longestHanHeading = 40;
const longestEnglishHeading = 90;

/** A statement outside quotes before it is weighed. */
interface Statement {
  start: number;
  end: number;
  facts: SentenceFacts;
  signs: Signs;
  /** Whether it is reported speech of somebody whom the text names. */
  spoken: boolean;
}

function suggestStatements(page: Page): Suggestion[] {
  const { paragraph } = page;
  return statementsIn(page).map(({ start, end, facts, signs, spoken }) => {
    const worth = worthOf(signs);
    const reasons: Reason[] = spoken ? [...worth.reasons, 'speaker'] : worth.reasons;
    return { paragraph, start, end, kind: kindOf(worth, facts), score: round(worth.score), reasons };
  });
}

/** The sentences outside quotes; for a sentence of reported speech, the reported clause. */
function statementsIn(page: Page): Statement[] {
  const statements: Statement[] = [];
  const reports = new Cursor(page.reported);
  const leads = new Cursor(page.leads);
  const figures = new Cursor(page.telling);
  const longestHeading = page.han ? longestHanHeading : longestEnglishHeading;
  for (const { from, to, whole } of gapsOf(page)) {
    for (const sentence of splitSentences(page.plain, from, to)) {
      const { start, end, closing } = sentence;
      const report = reports.pass((one) => one.end <= start);
      const within = report && report.start >= start && report.end <= end + 1 ? report : null;
      const lead = leads.pass((one) => one.end <= start);
      if (!within && lead && lead.start <= start) continue;
      const heading = whole && closing === '' && end - start < longestHeading;
      const statement = statementOf(page, sentence, within, figures, heading);
      if (statement) statements.push(statement);
    }
  }
  return statements;
}

function statementOf(
  page: Page,
  sentence: Sentence,
  reported: ReportedSpeech | null,
  figures: Cursor<PlacedFigure>,
  heading: boolean,
): Statement | null {
  const { plain, form } = page;
  const from = reported ? reported.start : afterConnective(form, sentence.start, sentence.end);
  const { start, end } = trimStatement(plain, from, reported ? reported.end : sentence.end);
  if (end - start < (page.han ? 4 : 8)) return null;
  const facts = factsOf(page, figures, start, end, sentence.closing);
  facts.attributed = reported !== null;
  facts.forecast = reported?.forecast ?? false;
  facts.heading = heading;
  const signs = readSigns(plain, form, start, end, facts);
  return { start, end, facts, signs, spoken: reported !== null && reported.speaker !== null };
}

function kindOf({ reasons }: Worth, facts: SentenceFacts): ClaimKind {
  if (facts.forecast || (reasons.includes('forecast') && !reasons.includes('opinion'))) return 'prediction';
  const judged = reasons.includes('opinion') || reasons.includes('feeling') || reasons.includes('advice');
  return judged && facts.figures === 0 ? 'opinion' : 'fact';
}

/** The text between complete quotes; a quotation of a few words stays in its sentence. */
function gapsOf(page: Page): { from: number; to: number; whole: boolean }[] {
  const gaps: { from: number; to: number; whole: boolean }[] = [];
  let from = 0;
  for (const quote of page.quotes) {
    if (isPartial(page, quote)) continue;
    if (quote.start - 1 > from) gaps.push({ from, to: quote.start - 1, whole: false });
    from = Math.min(quote.end + 1, page.plain.length);
  }
  if (from < page.plain.length) gaps.push({ from, to: page.plain.length, whole: from === 0 });
  return gaps;
}

/** True for a few words that belong to the sentence around them (`形容其为“一场闹剧”`), without an end of a sentence. */
function isPartial({ plain }: Page, { start, end }: Quote): boolean {
  const before = plain.charCodeAt(start - 2);
  const attached = isHan(before) || isLatin(before) || (before === 32 && isLatin(plain.charCodeAt(start - 3)));
  if (!attached || trimStatement(plain, start, end).end < end) return false;
  return splitSentences(plain, start, end).length === 1;
}

const connectives = buildWordSet(
  wordList(`
    但 但是 不过 然而 此外 另外 同时 与此同时 事实上 其实 而且 因此 所以 于是 而 更重要的是 值得一提的是 总之 可以说 换句话说 显然 当然 毕竟 此外 除此之外 另一方面 一方面 however
    but and so yet meanwhile moreover furthermore in_fact indeed still also besides nevertheless of_course
    in_addition after_all then
  `),
);

const pauses = oneOf(', ');

/**
 * The position after a connective that opens a sentence: it links the claim to its neighbours and is not part of it.
 */
function afterConnective(form: string, start: number, end: number): number {
  const word = wordAt(connectives, form, start);
  if (!word) return start;
  let i = start + word.text.length;
  if (!pauses(form, i) && word.text.length < 2 && word.text !== '但') return start;
  while (i < end && pauses(form, i)) i++;
  return i < end ? i : start;
}

/** What a figure has of the score of its sentence: money, shares and large counts all of it, other counts less. */
const shareOfCount = 0.85;
/** The score of a figure that stands in no sentence (a cell of a table): most are labels. */
const aloneStrong = 0.5;
const alonePlain = 0.4;

/** Figures as suggestions: as worth checking as the sentence they stand in, and never more. */
function suggestFigures({ paragraph, telling }: Page, hosts: Suggestion[]): Suggestion[] {
  const around = new Cursor(hosts);
  const suggested: Suggestion[] = [];
  for (const [index, { figure, to }] of telling.entries()) {
    const { start } = figure;
    const end = Math.min(to, telling[index + 1]?.figure.start ?? to);
    const next = around.pass((one) => one.end < end);
    const host = next && next.start <= start ? next : null;
    if (host?.reasons.includes('boilerplate')) continue;
    const strong = isStrong(figure);
    const alone = strong ? aloneStrong : alonePlain;
    const score = round(host ? host.score * (strong ? 1 : shareOfCount) : alone);
    const reasons: Reason[] = host?.kind === 'quote' ? ['figure', 'quote'] : ['figure'];
    suggested.push({ paragraph, start, end, kind: 'figure', score, reasons });
  }
  return suggested;
}

/** Three decimals: more would suggest a precision that hand-set weights do not have. */
const round = (score: number): number => Math.round(score * 1000) / 1000;
