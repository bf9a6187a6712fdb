/** Rules for a figure's facts, as a reviewer may correct them. Light enough for the browser. */

import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { FigureReading } from '#lib/reading/figure-types';

/** Whether the numbers of a figure fit together: not both ends open, the lower one first. */
export function checkReading<Reading extends FigureReading>(reading: Reading): Result<Reading> {
  const { low, high } = reading;
  if (low === null && high === null) return refuse('figure-empty', { field: 'low' });
  if (low !== null && high !== null && low > high) return refuse('range-upside-down', { field: 'high' });
  return accept(reading);
}
