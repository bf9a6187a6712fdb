/** What a soak measures: how long each act took, and how much memory the server had over time. */

/** Milliseconds. */
export type Latency = { act: string; count: number; p50: number; p95: number; p99: number; longest: number };

/** The value below which the share `part` (0 to 1) of some values lies (nearest rank); NaN where there are none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** One line for each act, in the order in which they were first measured. */
export function latencies(measured: ReadonlyMap<string, readonly number[]>): Latency[] {
  return [...measured].map(([act, times]) => {
    const at = (part: number) => Math.round(percentile(times, part));
    return { act, count: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
  });
}

/**
 * How memory grew after the server had warmed up: the mean of the last third of the samples over that of the second third.
 * 1 is flat. NaN where there are fewer than three samples.
 */
export function growthAfterWarmUp(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(samples.slice(2 * third)) / mean(samples.slice(third, 2 * third));
}
