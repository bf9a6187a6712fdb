/**
 * What is searched for, as both databases are asked for it: groups of tokens, each of which a claim must have one
 * alternative of, and phrases that it must hold. Operators of the engines are words like others. Server side: reading a
 * search takes the news lexicon.
 */

import { type ClaimReading, readClaim } from '#lib/domain/matching/claim-reading';
import { tokensOfFigure } from '#lib/domain/matching/figure-values';
import { tokensOfPeriod } from '#lib/domain/matching/periods';
import { stopWords } from '#lib/domain/matching/stop-words';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { isHan } from '#lib/text/forms/folded';
import { modelParts } from './model-names';
import { namedNumbers } from './named-numbers';
import { wordTokens } from './word-tokens';

/** One of the alternatives is met where all its tokens are, or the prefix where a token begins so. */
export type TokenGroup = { alternatives: string[][]; prefix: string | null };

export type SearchTerms = {
  groups: TokenGroup[];
  /** In comparison form. */
  phrases: string[];
  /** Tokens that every text has which holds the phrases: they find it, the text itself proves it. */
  sieve: string[];
};

/** A search that asks for nothing. */
export const noTerms: SearchTerms = { groups: [], phrases: [], sieve: [] };

/** Searches are cut here (UTF-16 units), and only so many groups are asked for. */
export const longestSearch = 300;
const mostGroups = 24;
const mostPhrases = 8;
const mostSieved = 24;

const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』/g;

/**
 * Reads a search. What stands in quotation marks is a phrase, from one end of a word to another; an unbalanced mark is none. `isTyping`: the last word may be
 * the beginning of one. A search without a word, figure or date has neither groups nor phrases.
 */
export function searchTerms(search: string, { isTyping = false } = {}): SearchTerms {
  const text = search.slice(0, longestSearch).toWellFormed();
  const phrases: string[] = [];
  const plain = text.replaceAll(quoted, (found, ...parts: (string | undefined)[]) => {
    const phrase = comparisonForm(parts.slice(0, 4).find((part) => part !== undefined) ?? '').trim();
    if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(phrase);
    return ' '.repeat(found.length);
  });
  const reading = readClaim(plain);
  const groups = [
    ...ofNumbers(reading),
    ...namedNumbers(reading).map((token) => orYear(all([token]))),
    ...ofWords(reading, isTyping ? typedFrom(plain, reading) : -1),
    ...ofHan(reading, phrases),
  ];
  const sieve = [...new Set(phrases.flatMap(wordTokens))];
  return {
    groups: groups.slice(0, mostGroups),
    phrases: phrases.slice(0, mostPhrases),
    sieve: sieve.slice(0, mostSieved),
  };
}

/** Whether nothing is asked for. */
export const isEmptySearch = ({ groups, phrases }: SearchTerms): boolean => groups.length + phrases.length === 0;

const all = (tokens: string[]): TokenGroup => ({ alternatives: [[...new Set(tokens)]], prefix: null });

/** Figures by their exact value and currency, dates as far as they are said. */
function ofNumbers({ figures, periods }: ClaimReading): TokenGroup[] {
  const isBare = ({ kind, facts }: ClaimReading['figures'][number]) => kind === 'bare' && /^\d{4}$/.test(facts.raw);
  const told = [
    ...figures.map((figure) => ({ tokens: tokensOfFigure(figure), isBare: isBare(figure) })),
    ...periods.map((period) => ({ tokens: tokensOfPeriod(period), isBare: false })),
  ];
  return told.flatMap((one) => {
    const group = all(one.tokens.filter((token) => !token.startsWith('0r')));
    if (group.alternatives[0]?.length === 0) return [];
    return one.isBare ? orYear(group) : group;
  });
}

/** A number by itself that may be a year (1900–2099) is also asked for as one: texts say `in 2024`, searches do not. */
function orYear({ alternatives, prefix }: TokenGroup): TokenGroup {
  const [tokens = []] = alternatives;
  const year = tokens.length === 1 && /^0n((?:19|20)\d\d)$/.exec(tokens[0] ?? '')?.[1];
  return { alternatives: year ? [...alternatives, [`0d${year}`]] : alternatives, prefix };
}

/**
 * Words by their stems; a term or name of the lexicon also by what it is called in the other language; the one that is
 * being typed, at `typedAt`, also by what begins with it.
 */
function ofWords({ words: found, concepts, figures, form }: ClaimReading, typedAt: number): TokenGroup[] {
  const groups: TokenGroup[] = [];
  // The first word of a figure (`three hundred`, `US$3m`) is part of its value.
  const numbers = new Set(figures.map(({ start }) => start));
  const words = found.filter(({ start }) => !numbers.has(start));
  let done = 0;
  const prefixAt = (start: number, end: number): string | null =>
    start === typedAt ? form.slice(start, end).replaceAll(/[^\p{L}\p{N}]/gu, '') : null;
  for (const { start, end, stem } of words) {
    if (start < done) continue;
    const concept = concepts.find((one) => one.start === start && one.end > start && !isHan(form.charCodeAt(start)));
    if (concept) {
      done = concept.end;
      const stems = words.filter((one) => one.start >= start && one.start < concept.end).map((one) => one.stem);
      const alternatives = [[concept.concept.key], [...new Set(stems)], ...asParts(stem)];
      groups.push({ alternatives, prefix: prefixAt(start, end) });
    } else if (!stopWords.has(stem) || start === typedAt) {
      groups.push({ alternatives: [[stem], ...asParts(stem)], prefix: prefixAt(start, end) });
    }
  }
  // A search of nothing but small words still is one.
  return groups.length > 0 ? groups : words.map(({ stem }) => all([stem]));
}

/** `GPT-4` is also found where it is written `GPT 4`. */
function asParts(stem: string): string[][] {
  const parts = modelParts(stem);
  return parts.length > 0 ? [parts] : [];
}

/**
 * Runs of Han characters by the pairs of neighbours, or by the terms and names in them and the pairs beside; one character
 * alone as a phrase.
 */
function ofHan({ form, concepts, figures, periods }: ClaimReading, phrases: string[]): TokenGroup[] {
  const taken = new Uint8Array(form.length);
  for (const { start, end } of [...figures, ...periods]) taken.fill(1, start, end);
  const groups: TokenGroup[] = [];
  for (let from = 0; from < form.length; from++) {
    let to = from;
    while (to < form.length && isHan(form.charCodeAt(to)) && taken[to] !== 1) to++;
    if (to === from) continue;
    const run = form.slice(from, to);
    if (run.length === 1) phrases.push(run);
    else {
      const inside = concepts.filter((one) => one.start >= from && one.end <= to && one.end > one.start);
      const alternatives = [pairsOf(run)];
      if (inside.length > 0)
        alternatives.push([...inside.map(({ concept }) => concept.key), ...between(form, inside, from, to)]);
      groups.push({ alternatives, prefix: null });
    }
    from = to;
  }
  return groups;
}

const pairsOf = (run: string): string[] => [
  ...new Set(Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => run.slice(at, at + 2))),
];

/** The pairs of what no term covers. */
function between(form: string, inside: { start: number; end: number }[], from: number, to: number): string[] {
  const pairs: string[] = [];
  let at = from;
  for (const { start, end } of [...inside.toSorted((a, b) => a.start - b.start), { start: to, end: to }]) {
    if (start > at) pairs.push(...pairsOf(form.slice(at, start)));
    at = Math.max(at, end);
  }
  return pairs;
}

/** Where the word begins that is being typed: the last one, of two letters at least, with nothing after it; -1 for none. */
function typedFrom(plain: string, { words }: ClaimReading): number {
  const last = words.at(-1);
  return last && last.end - last.start >= 2 && last.end === plain.length ? last.start : -1;
}
