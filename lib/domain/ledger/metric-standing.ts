/**
 * What the desk knows about a metric: whether its value is settled, disputed or open, and what the settled value is.
 * An observation is one figure for it, as a claim states it or as a source of evidence gives it.
 *
 * Definitions.
 * - Two figures contradict each other if their comparison is `off` or `power-of-ten`; figures of other dates or in units
 *   that do not convert do not, and say nothing about each other.
 * - A claim is ruled if its standing is verified or false. Claims ruled false are withdrawn: what they state no longer
 *   stands against anything. All others stand, the unverifiable too, as nobody has refuted them, and the disputed: a
 *   dispute lasts until somebody ends it.
 * - A source counts unless it was added for context. Sources of one origin, and one source used several times, count
 *   once for each as-of date, with their latest observation.
 * - Disputed: two figures that stand contradict each other, be they of sources, of claims or of both.
 * - Settled: not disputed, there is a value to state, and the desk has ruled on a claim or sources of two origins agree.
 *   A single source settles nothing by itself; nor does a claim ruled false without a figure in its place.
 * - Open: everything else.
 *
 * The settled value is of the newest as-of date: from the lowest to the highest figure of the primary sources that hold at
 * that date, or of all sources if none is primary, or of verified claims if no source gives one. Invariant: nothing here
 * depends on the order of the observations, save that the first of two equal ones is named.
 */

import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Standing } from '#lib/domain/claims/standing';
import { type Comparison, compareFigures, type ExchangeRate } from '#lib/domain/figures/comparison';
import type { FigureFacts } from '#lib/reading/figure-types';

export type ObservationView = {
  id: string;
  from: 'claim' | 'source';
  figure: FigureFacts;
  /** How a source stands to the claim it was added to; null for claims. */
  stance: Stance | null;
  /** Null for sources. */
  standing: Standing | null;
  /** What a source goes back to; reposts share it. Null where it is not known, then the source stands for itself. */
  sourceOrigin: string | null;
  /** Null for claims, or where it is not told; then it counts as secondary. */
  sourceKind?: SourceKind | null;
  /** When it was entered: ISO 8601 moment. */
  at: string;
};

export type MetricStanding = 'settled' | 'disputed' | 'open';

/** A value, and the observations that make it. */
export type SettledValue = { figure: FigureFacts; observations: string[] };

/** Where a metric stands. */
export function metricStanding(observations: ObservationView[], rates: ExchangeRate[] = []): MetricStanding {
  const sources = countedSources(observations);
  const standing = [...sources, ...observations.filter((one) => one.from === 'claim' && !isWithdrawn(one))];
  if (somePair(standing, (a, b) => contradicts(compareFigures(a.figure, b.figure, rates)))) return 'disputed';
  const ruled = observations.some((one) => one.from === 'claim' && isRuled(one));
  const agreed = somePair(
    sources,
    (a, b) => a.origin !== b.origin && compareFigures(a.figure, b.figure, rates).relation === 'consistent',
  );
  return settledOf(observations, rates) && (ruled || agreed) ? 'settled' : 'open';
}

/**
 * The value of a settled metric, in the unit of its newest figure; null where the metric is not settled. A bound adds
 * nothing where others give a value.
 */
export function settledValue(observations: ObservationView[], rates: ExchangeRate[] = []): SettledValue | null {
  return metricStanding(observations, rates) === 'settled' ? settledOf(observations, rates) : null;
}

/** The comparison of a figure with a settled value that it contradicts, else null. */
export function contradictsSettled(
  figure: FigureFacts,
  settled: SettledValue | null,
  rates: ExchangeRate[] = [],
): Comparison | null {
  const comparison = settled && compareFigures(figure, settled.figure, rates);
  return comparison && contradicts(comparison) ? comparison : null;
}

export type Spread = {
  lowest: { value: number; id: string };
  highest: { value: number; id: string };
  /** Highest by lowest; null where the lowest is not above 0. */
  factor: number | null;
  /** The unit and rate of both. */
  unit: string | null;
  per: string | null;
  /** Observations that do not convert to them. */
  leftOut: string[];
};

/**
 * The lowest and the highest value that is in circulation, in claims of any standing and in all sources; in the unit of the
 * newest source, or else of the newest claim. Open ends do not count. Null without observations.
 */
export function spread(observations: ObservationView[], rates: ExchangeRate[] = []): Spread | null {
  const measure = newestOf(observations.filter(({ from }) => from === 'source')) ?? newestOf(observations);
  if (!measure) return null;
  const values = observations.map(({ id, figure }) => ({ id, ends: endsIn(figure, measure.figure, rates) }));
  const known = values.flatMap(({ id, ends }) => (ends ?? []).map((value) => ({ id, value })));
  const [first] = known;
  if (!first) return null;
  const lowest = known.reduce((least, one) => (one.value < least.value ? one : least), first);
  const highest = known.reduce((most, one) => (one.value > most.value ? one : most), first);
  return {
    ...{ lowest: { value: lowest.value, id: lowest.id }, highest: { value: highest.value, id: highest.id } },
    factor: lowest.value > 0 ? highest.value / lowest.value : null,
    ...{ unit: measure.figure.unit, per: measure.figure.per },
    leftOut: values.flatMap(({ id, ends }) => (ends === null ? [id] : [])),
  };
}

const isRuled = ({ standing }: ObservationView): boolean => standing === 'verified' || standing === 'false';

const isWithdrawn = ({ standing }: ObservationView): boolean => standing === 'false';

const contradicts = ({ relation }: Comparison): boolean => relation === 'off' || relation === 'power-of-ten';

function somePair<T>(list: T[], holds: (a: T, b: T) => boolean): boolean {
  return list.some((a, i) => list.slice(i + 1).some((b) => holds(a, b)));
}

type CountedSource = ObservationView & { origin: string };

/** The latest observation of each origin and as-of date. */
function countedSources(observations: ObservationView[]): CountedSource[] {
  const latest = new Map<string, CountedSource>();
  for (const one of observations) {
    if (one.from !== 'source' || one.stance === 'context') continue;
    const origin = one.sourceOrigin ?? `itself ${one.id}`;
    const key = JSON.stringify([origin, one.figure.asOf]);
    const last = latest.get(key);
    if (!last || one.at > last.at) latest.set(key, { ...one, origin });
  }
  return [...latest.values()];
}

function settledOf(observations: ObservationView[], rates: ExchangeRate[]): SettledValue | null {
  const sources = countedSources(observations);
  const primary = sources.filter(({ sourceKind }) => sourceKind === 'primary');
  const verified = observations.filter((one) => one.from === 'claim' && one.standing === 'verified');
  const pool = [primary, sources, verified].find((some) => some.length > 0) ?? [];
  const newest = newestOf(pool);
  if (!newest) return null;
  const current = pool.filter(({ figure }) => isSameTime(figure.asOf, newest.figure.asOf));
  const found = current.flatMap((one) => {
    const ends = endsIn(one.figure, newest.figure, rates);
    return ends ? [{ one, ends, closed: one.figure.low !== null && one.figure.high !== null }] : [];
  });
  const closed = found.filter((part) => part.closed);
  const parts = closed.length > 0 ? closed : found;
  const ends = parts.flatMap((part) => part.ends);
  const { unit, per, asOf } = newest.figure;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const qualifier = parts.some(({ one }) => one.figure.qualifier === 'about') ? 'about' : 'exact';
  const figure: FigureFacts =
    closed.length > 0 ? { low, high, unit, per, asOf, qualifier } : { ...boundOf(newest.figure), asOf };
  return { figure, observations: (closed.length > 0 ? parts : [{ one: newest }]).map(({ one }) => one.id) };
}

const boundOf = ({ low, high, unit, per, qualifier }: FigureFacts): Omit<FigureFacts, 'asOf'> => ({
  ...{ low, high, unit, per, qualifier },
});

/** The observation with the newest as-of date, then the newest entry; one with a date goes before those without. */
function newestOf<T extends ObservationView>(observations: T[]): T | null {
  const [newest] = observations.toSorted(
    (a, b) => compareText(b.figure.asOf ?? '', a.figure.asOf ?? '') || compareText(b.at, a.at),
  );
  return newest ?? null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether one as-of date lies within the other; an unknown one may be any. */
const isSameTime = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);

/** The finite ends of a figure in the unit of another; null where it does not convert. */
function endsIn(figure: FigureFacts, unit: FigureFacts, rates: ExchangeRate[]): number[] | null {
  const { converted } = compareFigures(figure, unit, rates);
  return converted && [converted.low, converted.high].flatMap((end) => (end === null ? [] : [end]));
}
