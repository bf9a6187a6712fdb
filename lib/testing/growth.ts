/** Each side is measured this many times at most, and the best counts. */
const usualRounds = 5;

/** Below this (ms) the clock says more than the code. */
const grain = 2;

/**
 * How many times as long some work takes on ten times as much: about ten where every character is looked at a bounded
 * number of times, and a hundred where each looks back at all others. The tenfold is measured again only while it looks
 * like more than linear: what else the machine does makes a run longer, never shorter.
 */
export function growth<T>(work: (input: T) => unknown, input: T, tenfold: T, rounds = usualRounds): number {
  const one = Math.max(
    best(rounds, () => milliseconds(work, input)),
    grain,
  );
  return best(rounds, () => milliseconds(work, tenfold) / one, linearGrowth);
}

/** The least of some measurements; none follows one that is below `enough`. */
function best(rounds: number, measure: () => number, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && least >= enough; round += 1) least = Math.min(least, measure());
  return least;
}

/** The same for a text and its first tenth. */
export const growthOver = (text: string, work: (text: string) => unknown): number =>
  growth(work, text.slice(0, text.length / 10), text);

/** The most that growth may be for linear work: collecting the garbage of large inputs costs more than its share. */
export const linearGrowth = 40;

/** Time on the processor, not on the wall: a short run fits between two turns of other programs, a long one does not. */
function milliseconds<T>(work: (input: T) => unknown, input: T): number {
  const begun = process.cpuUsage();
  work(input);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
