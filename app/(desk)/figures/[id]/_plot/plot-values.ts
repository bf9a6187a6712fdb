/**
 * What a metric's plot shows: every observation that converts to one unit, its place in time, and what sources allow.
 * Values are in the unit of `measure`; a null end is open.
 */
import { compareFigures, type ExchangeRate } from '#lib/domain/figures/comparison';
import type { MetricPage, ObservationRow } from '#lib/domain/ledger/ledger';
import type { FigureFacts } from '#lib/reading/figure-types';

export type ValueRange = { low: number | null; high: number | null };

export type PlotValue = ValueRange & {
  row: ObservationRow;
  /** Milliseconds since 1970, in the middle of what a partial date covers. */
  at: number;
};

export type PlotValues = {
  measure: FigureFacts;
  values: PlotValue[];
  /** `settled`: the settled value; `before`: the last one, in question; `allowed`: from the lowest to the highest source. */
  band: (ValueRange & { kind: 'settled' | 'before' | 'allowed' }) | null;
  /** Observations whose unit does not convert. */
  leftOut: number;
};

/** The values of a metric that go together on one plot; null where there is nothing to draw. */
export function plotValues(
  { metric, observations }: Pick<MetricPage, 'metric' | 'observations'>,
  rates: ExchangeRate[],
): PlotValues | null {
  const sources = observations.filter(({ from }) => from === 'source');
  const measure = metric.settled?.figure ?? (sources.at(-1) ?? observations.at(-1))?.figure;
  if (!measure) return null;
  const rangeOf = (figure: FigureFacts): ValueRange | null => {
    const { converted } = compareFigures(figure, measure, rates);
    return converted && (converted.low !== null || converted.high !== null) ? converted : null;
  };
  const values = observations.flatMap((row) => {
    const range = rangeOf(row.figure);
    return range ? [{ ...range, row, at: momentOf(row) }] : [];
  });
  if (values.length === 0) return null;
  const settled = metric.settled && rangeOf(metric.settled.figure);
  const allowed = allowedBy(values.filter(({ row }) => row.from === 'source' && row.stance !== 'context'));
  const kind = metric.standing === 'disputed' ? ('before' as const) : ('settled' as const);
  return {
    ...{ measure, values, leftOut: observations.length - values.length },
    band: settled ? { ...settled, kind } : allowed && { ...allowed, kind: 'allowed' },
  };
}

/** From the lowest to the highest value of some sources; bounds count where no source gives a value. */
function allowedBy(sources: ValueRange[]): ValueRange | null {
  const closed = sources.flatMap(({ low, high }) => (low !== null && high !== null ? [low, high] : []));
  if (closed.length > 0) return { low: Math.min(...closed), high: Math.max(...closed) };
  const lows = sources.flatMap(({ low }) => low ?? []);
  const highs = sources.flatMap(({ high }) => high ?? []);
  if (lows.length + highs.length === 0) return null;
  const [low, high] = [lows.length > 0 ? Math.max(...lows) : null, highs.length > 0 ? Math.min(...highs) : null];
  // Bounds that exclude each other allow nothing.
  return low !== null && high !== null && low > high ? null : { low, high };
}

/** When an observation holds: its as-of date, else when it was published, else when it was entered. */
function momentOf({ figure, source, article, at }: ObservationRow): number {
  const stated = figure.asOf ?? source?.published ?? article.publishedOn;
  return stated ? middleOf(stated) : Date.parse(at);
}

/** The middle of the year, month or day that a partial date covers. */
function middleOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const end = day
    ? Date.UTC(year, (month ?? 1) - 1, day + 1)
    : month
      ? Date.UTC(year, month, 1)
      : Date.UTC(year + 1, 0, 1);
  return (start + end) / 2;
}
