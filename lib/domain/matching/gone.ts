/**
 * Whether a claim counts what is gone or what is there: a firm that lost 375 people does not employ 375, and what was saved was
 * not spent.
 */
import type { Span } from '#lib/text/span';
import type { FigureMatch } from './agreement';
import type { ClaimFacts } from './claim-reading';
import { conceptKey } from './news-lexicon';

/** Verbs of loss that stand before their number. */
const goneBefore =
  /(?:\b(?:los(?:t|es?|ing)|shed(?:s|ding)?|fir(?:ed|es|ing)|sack(?:ed|s|ing)|dismiss(?:ed|es|ing)|sav(?:ed|es|ing)|wrote off|writ(?:es?|ing) off|return(?:ed|s|ing)|left behind)\b|流失|失去|丢失|损失|裁掉|裁减|裁了|解雇|辞退|开除|节省|节约|省下|退还|返还)[^,.;:!?，。；：！？]{0,20}$/;

/** Those that stand behind it. */
const goneAfter =
  /^[^,.;:!?，。；：！？]{0,40}(?:\b(?:(?:was|were|are|is|been) (?:lost|fired|sacked|dismissed|saved|shed)|quit|resigned|left|withdrew|dropped out)\b|流失|离职|离开|退出|辞职|辍学|被裁|被解雇|被辞退)/;

/** Concepts that tell of a loss in words of their own (`375 job cuts`). */
const losses = new Set(
  'layoff fall lose loss close withdraw end die resign dismiss phaseout'.split(' ').map((name) => conceptKey(name)),
);

const countsGone = ({ form }: ClaimFacts, { start, end }: Span): boolean =>
  goneBefore.test(form.slice(Math.max(0, start - 60), start)) || goneAfter.test(form.slice(end, end + 100));

const tellsOfLoss = ({ concepts }: ClaimFacts): boolean => concepts.some(({ concept }) => losses.has(concept.key));

/** Whether one of two claims counts as gone what the other, in which nothing goes, counts as there. */
export function countsTheOther(a: ClaimFacts, b: ClaimFacts, { a: one, b: other }: FigureMatch): boolean {
  const [goneInA, goneInB] = [countsGone(a, one), countsGone(b, other)];
  if (goneInA === goneInB) return false;
  return !tellsOfLoss(goneInA ? b : a);
}
