/**
 * Whether an edit changed what a claim says. The two texts are compared word by word. In each stretch that differs,
 * both sides must have the same facts: figures by value, other numbers, dates, negations, modal words, names, quotation
 * marks. Invariant: the answer does not depend on which text came first. In doubt about a fact the answer is
 * `substance`: a person then looks again, which costs less than a verdict that no longer holds.
 */

import { type Fact, factsIn } from '#lib/reading/substance/facts';
import { namesDiffer } from '#lib/reading/substance/names';
import { signs } from '#lib/reading/substance/words';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { wordsIn } from '#lib/text/lexicon';
import { lowerBound } from '#lib/text/lower-bound';
import { matchTokens, weigh } from '#lib/text/match';
import type { Span } from '#lib/text/span';
import { type Tokens, tokenFrom, tokenise, tokenTo } from '#lib/text/tokens';

/**
 * `wording` is harmless (typography, conversion, synonyms, a typo); `substance` asks for another look at the verdict.
 */
export type Change = 'none' | 'wording' | 'substance';

/** A long claim with less than this left says something else, whatever its facts. */
const leastLeft = 0.35;

/** A long claim: ten words, or twenty Han characters. */
const longClaim = 80;

/** Compares a claim's text before and after an edit. Near linear in the length of the texts. */
export function changeOf(before: string, after: string): Change {
  if (before === after) return 'none';
  const [a, b] = [sideOf(before), sideOf(after)];
  const { to } = matchTokens(before, a.tokens, after, b.tokens, false);
  const back = new Int32Array(b.tokens.count).fill(-1);
  for (const [i, at] of to.entries()) if (at >= 0) back[at] = i;
  if (isSame(to, back)) return 'wording';
  if (hasLittleLeft(a.tokens, b.tokens, to)) return 'substance';
  a.facts = factsIn(before, a.form);
  b.facts = factsIn(after, b.form);
  if (stretches(to, back).some((stretch) => areNamesChanged(a, b, stretch))) return 'substance';
  // A fact changes as a whole: if part of it differs, the rest is compared too.
  for (let again = true; again; ) again = loosen(a, to, back) || loosen(b, back, to);
  return stretches(to, back).some((stretch) => areFactsChanged(a, b, stretch)) ? 'substance' : 'wording';
}

interface Side {
  text: string;
  form: string;
  tokens: Tokens;
  facts: Fact[];
}

const sideOf = (text: string): Side => ({ text, form: comparisonForm(text), tokens: tokenise(text), facts: [] });

const isSame = (to: Int32Array, back: Int32Array): boolean =>
  to.length === back.length && to.every((at) => at >= 0) && back.every((at) => at >= 0);

function hasLittleLeft(a: Tokens, b: Tokens, to: Int32Array): boolean {
  const [all, other] = [weigh(a, 0, a.count), weigh(b, 0, b.count)];
  let left = 0;
  for (const [i, at] of to.entries()) if (at >= 0) left += a.weight[i] ?? 0;
  return Math.min(all, other) >= longClaim && left < leastLeft * Math.min(all, other);
}

/** Unmatches the tokens of facts that are only partly matched, or matched apart. Returns whether there were any. */
function loosen({ tokens, facts }: Side, to: Int32Array, back: Int32Array): boolean {
  let loosened = false;
  for (const { start, end } of facts) {
    const from = tokenFrom(tokens, start);
    const stop = tokenTo(tokens, end);
    let whole = true;
    for (let i = from; i < stop; i++) whole &&= (to[i] ?? -1) >= 0 && to[i] === (to[from] ?? -1) + i - from;
    if (whole) continue;
    for (let i = from; i < stop; i++) {
      const at = to[i] ?? -1;
      if (at < 0) continue;
      back[at] = -1;
      to[i] = -1;
      loosened = true;
    }
  }
  return loosened;
}

/** Tokens of both sides with nothing matched between them. */
interface Stretch {
  a: Span;
  b: Span;
}

function stretches(to: Int32Array, back: Int32Array): Stretch[] {
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < to.length || j < back.length) {
    if (i < to.length && to[i] === j) {
      i++;
      j++;
      continue;
    }
    const [fromA, fromB] = [i, j];
    while (i < to.length && (to[i] ?? -1) < 0) i++;
    while (j < back.length && (back[j] ?? -1) < 0) j++;
    found.push({ a: { start: fromA, end: i }, b: { start: fromB, end: j } });
  }
  return found;
}

function areNamesChanged(a: Side, b: Side, stretch: Stretch): boolean {
  // The letters of a currency or unit are not a name.
  const differing = (side: Side, span: Span) => ({
    ...{ text: side.text, form: side.form, span },
    unnamed: factsAt(side, span).filter(({ kind }) => kind === 'figure'),
  });
  return namesDiffer(differing(a, offsetsOf(a, stretch.a)), differing(b, offsetsOf(b, stretch.b)));
}

const areFactsChanged = (a: Side, b: Side, stretch: Stretch): boolean =>
  factsDiffer(factsWithin(a, offsetsOf(a, stretch.a)), factsWithin(b, offsetsOf(b, stretch.b)));

/** The offsets of some tokens; for none, the position between their neighbours. */
function offsetsOf({ tokens, text }: Side, { start, end }: Span): Span {
  if (start < end) return { start: tokens.start[start] ?? 0, end: tokens.end[end - 1] ?? 0 };
  const at = start < tokens.count ? (tokens.start[start] ?? 0) : text.length;
  return { start: at, end: at };
}

/** The greatest length of a fact: no figure with its unit and rate is longer. */
const longestFact = 120;

/** The facts that share a character with a span. */
function factsAt({ facts }: Side, span: Span): Fact[] {
  let at = lowerBound(facts.length, (i) => (facts[i]?.start ?? 0) >= span.start - longestFact);
  const found: Fact[] = [];
  for (let fact = facts[at]; fact && fact.start < span.end; fact = facts[++at])
    if (fact.end > span.start) found.push(fact);
  return found;
}

/** The facts of a stretch. Loose ones count only where the stretch holds nothing but facts. */
function factsWithin(side: Side, span: Span): Fact[] {
  const { tokens } = side;
  const within = factsAt(side, span);
  if (!within.some(({ isLoose }) => isLoose)) return within;
  const from = tokenFrom(tokens, span.start);
  const end = tokenTo(tokens, span.end);
  for (let i = from; i < end; i++) {
    const at = tokens.start[i] ?? 0;
    if (!within.some((fact) => fact.start <= at && at < fact.end)) return within.filter(({ isLoose }) => !isLoose);
  }
  return within;
}

function factsDiffer(ones: Fact[], others: Fact[]): boolean {
  const kinds = new Set([...ones, ...others].map(({ kind }) => kind));
  for (const kind of kinds) {
    const [left, right] = [ones.filter((fact) => fact.kind === kind), others.filter((fact) => fact.kind === kind)];
    const isOnlySwapped = [...left, ...right].every(({ swapped }) => swapped);
    if (isOnlySwapped ? isSwapped(left, right) : !isEqual(left, right)) return true;
  }
  return false;
}

/** Whether the two sides have values that exclude each other. */
function isSwapped(ones: Fact[], others: Fact[]): boolean {
  const [left, right] = [new Set(ones.map(({ value }) => value)), new Set(others.map(({ value }) => value))];
  const [gone, fresh] = [
    [...left].filter((value) => !right.has(value)),
    [...right].filter((value) => !left.has(value)),
  ];
  return gone.some((one) => fresh.some((other) => groupOf(one) === groupOf(other)));
}

/** Opposites are written `3+` and `3-`; only those with the same number exclude each other. */
const groupOf = (value: string): string => /^\d+(?=[+-]$)/.exec(value)?.[0] ?? '';

function isEqual(ones: Fact[], others: Fact[]): boolean {
  if (ones.length !== others.length) return false;
  const rest = [...others];
  return ones.every((one) => {
    const at = rest.findIndex((other) => other.value === one.value && unitsAgree(one.unit, other.unit));
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  });
}

/** Unknown counted nouns (a typo, a rare word) do not make a figure different. */
const unitsAgree = (one: string | null, other: string | null): boolean =>
  one === other || one === null || other === null;

/** A word that a statement hangs on: a negation, a modal word (`may`), a word of extent (`all`, 仅). */
export type BearingWord = Span & { kind: 'not' | 'modal' | 'extent' };

/** The words that a statement hangs on; `form` is a text in comparison form. In order, not overlapping. Linear. */
export const bearingWords = (form: string): BearingWord[] =>
  wordsIn(signs, form, 0, form.length).flatMap(({ start, end, value }): BearingWord[] => {
    const kinds = value.map(({ kind }) => kind);
    const kind = (['not', 'modal', 'extent'] as const).find((one) => kinds.includes(one));
    return kind ? [{ start, end, kind }] : [];
  });
