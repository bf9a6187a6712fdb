/**
 * How precisely a number was written, read from its digits: 4.6 million says nothing below a hundred thousand,
 * 4,612,000 nothing below a thousand. Invariant: a step is positive, and never larger than the number it was read from
 * (1 for 0). Trailing zeros are not taken as exact unless the text shows them (`3.00 million`).
 *
 * Sources: significant figures as in ISO 80000-1:2009, Annex B (a rounded number stands for everything within half a
 * unit of its last place; GB/T 8170 in Chinese), with limits of the desk's own where trailing zeros leave open how many
 * digits were meant; and the finding that an approximator takes a round number to its neighbourhood, not to a fixed
 * interval (Krifka, Approximate Interpretations of Number Words, 2007).
 */

import type { FigureFacts } from '#lib/reading/figure-types';

/** A figure with the words it was read from, if known: they can say more about units and digits. */
export type WrittenFigure = FigureFacts & { raw?: string };

/** Below this, people count exactly: 20 people are not 22. From here on, trailing zeros may be rounding. */
const countedOut = 100;

/** How far a number with trailing zeros can be from the number it rounds, as a share: 300 may be 305, hardly 340. */
const roundingLimit = 0.05;

/** The same where all digits were written down: 5% for 5.4%, not 2% for 2.4%. */
const writtenLimit = 0.1;

/** The range of `about`, as a share: one step of the number as written, but within these limits. */
const leastAbout = 0.05;
const mostAbout = 0.1;

/** What the digits of a figure show: the step of the last one, and whether zeros after it may be rounding. */
export interface Precision {
  step: number;
  rounded: boolean;
}

/** The step of the last significant digit of a number (375: 1; 3,000,000: 1,000,000; 4.6: 0.1; 20: 1). */
export function stepOf(value: number): number {
  const size = Math.abs(value);
  if (size === 0) return 1;
  const [mantissa = '0', power = '0'] = Number(size.toPrecision(15)).toExponential().split('e');
  const decimals = mantissa.includes('.') ? mantissa.length - 2 : 0;
  const step = 10 ** (Number(power) - decimals);
  return size < countedOut ? Math.min(1, step) : step;
}

/**
 * The precision of a figure as written: that of its finer end, since `300–460万` is written in steps of 10万. Decimals
 * shown in the text count even if they are zeros (`3.0 million`).
 */
export function precisionOf({ low, high, raw }: WrittenFigure): Precision {
  const ends = [low, high].flatMap((end) => (end === null ? [] : [end]));
  const shown = ends.flatMap((end) => shownStep(end, raw) ?? []);
  const step = Math.min(...shown, ...ends.map(stepOf));
  return { step, rounded: shown.length === 0 && step > 1 };
}

/** The step of an end whose last decimal is a zero shown in the text, otherwise null. */
function shownStep(end: number, raw: string | undefined): number | null {
  for (const [written, decimals = ''] of raw?.matchAll(/\d[\d,]*\.(\d*0)(?!\d)/g) ?? []) {
    const mantissa = Number(written.replaceAll(',', ''));
    if (mantissa === 0 || end === 0) continue;
    const scale = Math.abs(end) / mantissa;
    const power = Math.log10(scale);
    if (Math.abs(power - Math.round(power)) < 1e-9) return scale * 10 ** -decimals.length;
  }
  return null;
}

/**
 * How far the meant value may be from the number, in the number's own unit. `other` is the step of the number it is
 * compared with: of two exact numbers only the more coarsely written one can be a rounding of the other. A bound (`more
 * than 375`) states a limit and has no range.
 */
export function reachOf(
  end: number,
  { step, rounded }: Precision,
  other: number,
  qualifier: FigureFacts['qualifier'],
): number {
  const size = Math.abs(end);
  if (qualifier === 'about') return Math.min(Math.max(step, leastAbout * size), mostAbout * size);
  if (qualifier !== 'exact' || step <= other * (1 + 1e-9)) return 0;
  return Math.min(step / 2, (rounded ? roundingLimit : writtenLimit) * size);
}
