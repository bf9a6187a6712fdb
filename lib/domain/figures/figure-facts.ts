/**
 * A figure's reading: what a quantity in a text comes down to, as the desk keeps it beside a claim. The reader of figures
 * proposes it and a reviewer may correct it. Light enough for the browser: the reader itself is in figure.ts.
 */

import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { FigureReading } from '#lib/reading/describe-figure';
import type { Qualifier } from '#lib/reading/figures';

export const qualifiers = [
  'exact',
  'about',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
] as const satisfies readonly Qualifier[];

/** A reading with the date it holds for: ISO 8601 of year, month or day precision. */
export type FigureFacts = FigureReading & { asOf: string | null };

/** Whether the numbers of a reading fit together: not both ends open, the lower one first. */
export function checkReading<Reading extends FigureReading>(reading: Reading): Result<Reading> {
  const { low, high } = reading;
  if (low === null && high === null) return refuse('figure-empty', { field: 'low' });
  if (low !== null && high !== null && low > high) return refuse('range-upside-down', { field: 'high' });
  return accept(reading);
}
