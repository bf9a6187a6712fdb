/**
 * Which way a claim goes: whether something rises or falls, is allowed or banned, goes on or ends, and whether a negation
 * turns that round. Two claims about the same fact that go opposite ways deny each other. Invariant: a reading without
 * a word of direction has none, and denies nothing.
 */

import type { ClaimFacts } from './claim-reading';
import { conceptKey } from './news-lexicon';

/** Axes with the concepts of either pole, by their names in the news lexicon. */
const axes: Record<string, [plus: string, minus: string]> = {
  amount: ['rise ratehike', 'fall ratecut'],
  will: ['support approve accept allow', 'oppose reject ban block prohibited'],
  going: [
    'keep still open start resume launch extend join hire reinstate appoint',
    'end close withdraw delay dismiss resign layoff phaseout',
  ],
  truth: ['admit confirm', 'deny'],
  guilt: ['guilty pleadguilty sentence', 'acquit pardon'],
  result: ['win', 'lose'],
};

const poles = new Map(
  Object.entries(axes).flatMap(([axis, [plus, minus]]) => [
    ...plus.split(' ').map((name): [string, { axis: string; sign: 1 | -1 }] => [conceptKey(name), { axis, sign: 1 }]),
    ...minus.split(' ').map((name): [string, { axis: string; sign: 1 | -1 }] => [conceptKey(name), { axis, sign: -1 }]),
  ]),
);

/** Says that nothing changed: it denies a change in either direction. */
const unchanged = conceptKey('unchanged');
const goesOn = conceptKey('still');

/** Says that a state is over: a claim that it began is about another event. */
const over = conceptKey('end');

/** What says of all that it introduces that it is not so. */
const denials = String.raw`\b(?:(?:is|are|was|were|as|it) (?:false|untrue|wrong that|a lie)\b|falsely\b|den(?:y|ies|ied|ying) (?:that|having|(?:any |the |all )?(?:claims?|reports?|rumou?rs?|allegations?)|[a-z]+ing)\b)|否认|谣传|谎称|误称`;

const negations = new RegExp(
  String.raw`\b(?:not|never|no|none|nobody|neither|nor|without|cannot|n't|fail(?:s|ed)? to|refus(?:es?|ed) to|declin(?:es?|ed) to|far from|yet to|rul(?:es?|ed) out|rather than|instead of)\b|n't\b|(?:并?没有|并?未(?!来|成年)|从未|尚未|没(?!收)|不(?!过|仅|但|少|断|同|久|到|足|超过|低于|高于|得不|良|动产|锈钢|再是第)|并非|绝非|无人(?!机|驾驶|车|区)|无意|拒绝|一分钱也没|无需|不必|免于|未能)|${denials}`,
  'g',
);

/** Negations that belong to the fact's wording: they say no more than its name (`no longer`, 不再). */
const harmless =
  /no longer|no fewer|no less|no more than|not only|no transfer fee|without a visa|no visa|不再|no one else|没有工作|had none|不满|不含|不可退|no listed group/g;

export interface Polarity {
  /** The sign of each axis that the claim has, negations counted in: positive, negative. */
  signs: Map<string, number>;
  negations: number;
  isStill: boolean;
  isOver: boolean;
}

/** Directions and negations of a claim. Linear in its length. */
export function polarityOf({ form, concepts }: ClaimFacts): Polarity {
  const plain = form.replaceAll(harmless, (found) => ' '.repeat(found.length));
  const signs = new Map<string, number>();
  // What says that nothing changed is no negation of the claim, whether it is worded as one (不变) or not (`steady`).
  const still = new Uint8Array(form.length);
  for (const { start, end, concept } of concepts) {
    if (concept.key === unchanged) still.fill(1, start, end);
    const pole = poles.get(concept.key);
    if (!pole) continue;
    // What still holds outweighs an end that is told beside it (`直到会议结束仍在实行`).
    const sign = concept.key === goesOn ? 2 * pole.sign : pole.sign;
    signs.set(pole.axis, (signs.get(pole.axis) ?? 0) + (isNegated(plain, start) ? -sign : sign));
  }
  return {
    signs,
    negations: Array.from(plain.matchAll(negations)).filter(({ index }) => still[index] === 0).length,
    isStill: still.includes(1),
    isOver: concepts.some(({ concept }) => concept.key === over),
  };
}

/** How far before a word its negation stands, in characters. */
const reach = 40;

/** Whether a negation stands before a word in the same clause, or begins at it (`没有下调`). */
function isNegated(plain: string, start: number): boolean {
  const before = plain.slice(Math.max(0, start - reach), start + 1);
  const clause = before.slice(before.search(/[^,.;:!?]*$/));
  return clause.search(negations) >= 0;
}

/**
 * What denies the number that closely follows (`did not have 375`, `没有375名`), what denies all that it introduces, and
 * what denies all that it ends.
 */
const deniesNext =
  /(?:\b(?:not|never|cannot)\b|n't\b|(?:并?没有?|并?未|从未|不是|并非)(?:有|为|是|达|到)?)[^,.;:!?]{0,12}$/;
const deniesAll = new RegExp(String.raw`(?:${denials}|\b(?:not true|no evidence|no truth)\b)[^.;!?]{0,60}$`);
const deniesPast =
  /^[^.;!?]{0,60}(?:\b(?:is|are|was|were) (?:false|untrue|not true|a lie)\b|不属?实|不是真的|是假的|是谣言)/;

/** Whether a claim denies the number at `start` (UTF-16 units), as against something that it tells in passing. */
export function deniesNumber({ form }: Pick<ClaimFacts, 'form'>, start: number): boolean {
  const before = form.slice(Math.max(0, start - 80), start).replaceAll(harmless, ' ');
  return deniesNext.test(before) || deniesAll.test(before) || deniesPast.test(form.slice(start, start + 100));
}

/**
 * Whether two claims go opposite ways. Where they share an exact number (`isExact`), a negation on one side alone belongs to
 * something told in passing.
 */
export function deny(a: Polarity, b: Polarity, isExact: boolean): boolean {
  if (a.isStill !== b.isStill) {
    const other = a.isStill ? b : a;
    // What did not rise or fall may have stayed (不加息).
    if (other.signs.has('amount') && other.negations % 2 === 1) return false;
    const moves = other.signs.get('amount') !== undefined || (other.signs.get('going') ?? 0) < 0;
    if (moves) return true;
  }
  let opposite = 0;
  let alike = 0;
  for (const [axis, sign] of a.signs) {
    // `left its rate unchanged`, `维持利率不变`: the verb tells no direction of its own.
    if (axis === 'going' && a.isStill && b.isStill) continue;
    const other = b.signs.get(axis);
    if (other === undefined || sign === 0 || other === 0) continue;
    if (sign * other < 0) opposite++;
    else alike++;
  }
  if (opposite > 0) return opposite >= alike;
  // A negation on one side alone, where no shared direction explains it.
  return !isExact && alike === 0 && a.negations % 2 !== b.negations % 2;
}
