/**
 * Measures quotes and speakers on annotated political news, beside a pattern that takes whatever stands between double
 * marks on a line. Only quotes of four words and more are labelled. One found where nothing is labelled counts as wrong,
 * except inside a passage that is labelled as indirect speech.
 */

import { readFileSync } from 'node:fs';
import { findQuotes } from '#lib/reading/quotes';
import { dataset } from '#lib/testing/outside/datasets';

interface Found {
  start: number;
  end: number;
  speaker: string | null;
}

interface Article {
  text: string;
  quotes: { start: number; end: number; speakers: string[] }[];
  indirect: { spans: [number, number][]; speakers: string[] }[];
}

interface Tally {
  right: number;
  found: number;
  wanted: number;
  named: number;
  namedRight: number;
  given: number;
  /** Found, but without a closing mark in its paragraph: the labels have no such parts of longer quotations. */
  open: number;
  noNames: string[];
  misses: string[];
}

const leastWords = 4;
const wordsIn = (text: string): number => text.trim().split(/\s+/).length;

/** UTF-16 offsets of code points. */
function offsetsOf(text: string): number[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

function articles(path: string): Article[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const article: Article = JSON.parse(line);
      const at = offsetsOf(article.text);
      const utf16 = (offset: number): number => at[offset] ?? article.text.length;
      return {
        text: article.text,
        quotes: article.quotes.map((quote) => ({ ...quote, start: utf16(quote.start), end: utf16(quote.end) })),
        indirect: article.indirect.map(({ spans, speakers }) => ({
          spans: spans.map(([start, end]): [number, number] => [utf16(start), utf16(end)]),
          speakers,
        })),
      };
    });
}

/** Our reading, with offsets into the whole text. */
function readOurs(text: string): Found[] {
  const lines = text.split('\n');
  const starts: number[] = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return findQuotes(lines).map(({ paragraph, start, end, speaker }) => {
    const from = starts[paragraph] ?? 0;
    return { start: from + start, end: from + end, speaker };
  });
}

function readPattern(text: string): Found[] {
  return [...text.matchAll(/[“"]([^”"\n]*)[”"]/g)].map(({ index, 1: inner = '' }) => ({
    start: index + 1,
    end: index + 1 + inner.length,
    speaker: null,
  }));
}

const shared = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** True if two spans share four fifths of the longer. */
const isSame = (a: Found, b: { start: number; end: number }): boolean =>
  shared(a, b) > 0.8 * Math.max(a.end - a.start, b.end - b.start);

const closesQuotation = /["”'’]/;

const small = new Set(['the', 'and', 'for', 'of', 'a', 'an', 'mr', 'mrs', 'ms', 'dr', 'sen', 'rep', 'gov']);
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word));

/** A label that names somebody: not a pronoun or a description. */
const namesSomebody = (speaker: string): boolean =>
  /^\p{P}*((The|Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? )?\p{Lu}/u.test(speaker) &&
  !/^(He|She|They|I|We|It|One|A|An|Some|Another|Many)\b/.test(speaker);

function measure(path: string, read: (text: string) => Found[]): Tally {
  const tally: Tally = {
    right: 0,
    found: 0,
    wanted: 0,
    named: 0,
    namedRight: 0,
    given: 0,
    open: 0,
    noNames: [],
    misses: [],
  };
  for (const article of articles(path)) measureOne(article, read(article.text), tally);
  return tally;
}

function measureOne({ text, quotes, indirect }: Article, found: Found[], tally: Tally): void {
  const around = (start: number, end: number): string =>
    text.slice(Math.max(0, start - 100), end + 60).replaceAll('\n', '⏎');
  const sources = new Set([...quotes, ...indirect].flatMap(({ speakers }) => speakers.flatMap(wordsOf)));
  const used = new Set<Found>();
  for (const quote of quotes) {
    tally.wanted++;
    const own = found.find((one) => isSame(one, quote));
    if (!own) {
      tally.misses.push(`missed: ${around(quote.start, quote.end)}`);
      continue;
    }
    used.add(own);
    if (!quote.speakers.some(namesSomebody)) continue;
    tally.named++;
    const given = new Set(own.speaker === null ? [] : wordsOf(own.speaker));
    if (quote.speakers.flatMap(wordsOf).some((word) => given.has(word))) tally.namedRight++;
    else tally.misses.push(`speaker ${own.speaker}, not ${quote.speakers.join(' / ')}: ${around(own.start, own.end)}`);
  }
  tally.right += used.size;
  tally.found += used.size;
  for (const one of found) {
    if (one.speaker !== null) {
      tally.given++;
      if (!wordsOf(one.speaker).some((word) => sources.has(word))) tally.noNames.push(one.speaker);
    }
    if (used.has(one) || wordsIn(text.slice(one.start, one.end)) < leastWords) continue;
    if (indirect.some(({ spans }) => spans.some(([start, end]) => shared(one, { start, end }) > 0))) continue;
    tally.found++;
    if (!closesQuotation.test(text.slice(one.end, one.end + 2))) tally.open++;
    tally.misses.push(`not labelled: ${around(one.start, one.end)}`);
  }
}

function print(name: string, { right, found, wanted, named, namedRight, given, open, noNames }: Tally): void {
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(wanted, 1)];
  const f = (2 * precision * recall) / Math.max(precision + recall, 1e-9);
  const speakers =
    given === 0
      ? ''
      : ` named speakers ${namedRight}/${named} ${(namedRight / named).toFixed(3)}; given ${given}, ${noNames.length} of them no source of the article`;
  const closed = right / Math.max(found - open, 1);
  const without = (2 * closed * recall) / Math.max(closed + recall, 1e-9);
  if (open > 0)
    console.log(
      `    F1 without ${open} paragraphs that a quotation runs on from, which no label has: ${without.toFixed(3)}`,
    );
  console.log(`${name.padEnd(32)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f.toFixed(3)}${speakers}`);
}

/** Prints the measures of quotes; `show` prints every miss too. */
export function measureQuotes(show: boolean): void {
  const { isThere, path, what } = dataset('quotes', 'polnear-train-en.jsonl');
  console.log('\nquotes of four words and more');
  if (!isThere) {
    console.log(`No annotated articles at ${what}.`);
    return;
  }
  const ours = measure(path, readOurs);
  print('PolNeAR', ours);
  print('  a pattern per line', measure(path, readPattern));
  if (!show) return;
  for (const miss of ours.misses) console.log(`  ✗ ${miss}`);
  for (const name of new Set(ours.noNames)) console.log(`  ✗ speaker of no label: ${name}`);
}
