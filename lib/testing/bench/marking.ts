/**
 * Marking claims over HTTP on ten connections, beside an action that lets the person in, looks one row up and answers: how
 * many of each a second, and how long the slowest hundredth of them takes.
 */
import { percentile } from '#lib/testing/soak/readings';
import { articleToMark, askDesk } from './article-to-mark';
import { startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const connections = 10;
const rounds = 5;
/** A side of a round works for this long (ms). */
const roundTime = 2_500;
const paragraphCount = 400;

type Work = () => Promise<void>;
type Round = { 'nothing a second': number; 'marks a second': number; rate: number; p99: number };

/** Works on all connections at once; returns how long each piece of work took (ms). */
async function timesOf(work: Work): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + roundTime;
  const connection = async () => {
    while (performance.now() < until) {
      const begin = performance.now();
      await work();
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return times;
}

export async function benchMarking(): Promise<Ratio[]> {
  const desk = await startBenchDesk();
  try {
    const { id: articleId, mark } = await articleToMark(desk, paragraphCount);
    const noEvidence = { articleId, claimId: 'none', evidenceId: 'none', removed: true };
    const nothing = () => askDesk(desk, 'setEvidenceRemoved', noEvidence, '"code":"not-found"');
    // Once for the server to wake up.
    for (const work of [mark, nothing]) await timesOf(work);
    const seen: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [without, withMark] = [await timesOf(nothing), await timesOf(mark)];
      seen.push({
        'nothing a second': Math.round((without.length / roundTime) * 1_000),
        'marks a second': Math.round((withMark.length / roundTime) * 1_000),
        rate: withMark.length / without.length,
        p99: percentile(withMark, 0.99) / percentile(without, 0.99),
      });
    }
    const median = (pick: (one: Round) => number) =>
      Number(
        seen
          .map(pick)
          .toSorted((a, b) => a - b)
          [Math.floor(rounds / 2)]?.toPrecision(3),
      );
    console.table([
      {
        bench: `marking on ${connections} connections`,
        'nothing, 1/s': median((one) => one['nothing a second']),
        'marks, 1/s': median((one) => one['marks a second']),
        'of the rate': median((one) => one.rate),
        'times the p99': median((one) => one.p99),
      },
    ]);
    return [
      { name: 'marking, of the rate of nothing', ratio: median((one) => one.rate), better: 'more' },
      { name: 'marking, p99', ratio: median((one) => one.p99), better: 'less' },
    ];
  } finally {
    await desk.stop();
  }
}
