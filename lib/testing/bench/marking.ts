/**
 * Marking claims over HTTP on ten connections, beside an action that lets the person in, looks one row up and answers: how
 * many of each a second, and how long the slowest hundredth of them takes.
 */
import { addArticle } from '#lib/data/articles/articles';
import { percentile } from '#lib/testing/soak/readings';
import { startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const connections = 10;
const rounds = 5;
/** A side of a round works for this long (ms). */
const roundTime = 2_500;
const actions = 'app/(desk)/articles/[id]/_actions/actions.ts';
const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };
const sentence = 'The firm has 375 employees and pays them 2 million dollars a year. ';
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
    const writer = { db: desk.db, actorId: desk.adminId, now: new Date() };
    const paragraphs = Array.from({ length: paragraphCount }, () => ({
      kind: 'body' as const,
      text: sentence.repeat(8),
    }));
    const article = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
    let marked = 0;
    const ask = async (name: string, input: unknown, expected: string) => {
      const answer = await desk.act(actions, name, input);
      if (!answer.includes(expected)) throw new Error(answer);
    };
    const mark = () => {
      const paragraphId = article.paragraphIds[marked % paragraphCount];
      const start = Math.floor(marked / paragraphCount);
      marked += 1;
      return ask('mark', { articleId: article.id, paragraphId, start, end: start + 26, kind: 'figure' }, '"ok":true');
    };
    const noEvidence = { articleId: article.id, claimId: 'none', evidenceId: 'none', removed: true };
    const nothing = () => ask('setEvidenceRemoved', noEvidence, '"code":"not-found"');
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
