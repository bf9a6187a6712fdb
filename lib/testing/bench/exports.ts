/**
 * What long exports cost: 5,000 claims with long rationales on an article of 200,000 characters, in each form, beside JSON of
 * the same. `held` is the live heap at its largest while the file is consumed, above what it was before, after a collection
 * each time; it needs `--expose-gc`, which this file asks for itself. One part of four of the claims tells whether it grows.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { everyClaim } from '#lib/domain/exchange/claim-list';
import { ratingScales } from '#lib/domain/report/rating-scale';
import type { ReviewView } from '#lib/domain/review/review';
import { annotationCollectionJson } from '#lib/export/annotations/annotations';
import { articleJsonPieces } from '#lib/export/article-file';
import { claimReviews } from '#lib/export/claim-review';
import { claimListCsv, claimListJson } from '#lib/export/csv-and-json';
import { articleDocument } from '#lib/export/docx/docx';
import { claimMarkdown } from '#lib/export/markdown';
import { claimWorkbook } from '#lib/export/xlsx';
import { exportWords } from '#lib/testing/article/export-words';
import { wholeArticle } from '#lib/testing/article/factories';
import { longArticle } from '#lib/testing/article/long-article';
import type { Ratio } from './ratios';

const now = new Date('2026-01-05T10:00:00Z');
const address = 'https://desk.example/a';
const setting = {
  ...{ container: `${address}/`, article: address, text: `${address}/text`, desk: 'Desk', filter: everyClaim },
  ...{ revisedAt: now.toISOString(), withDiscussion: false },
};
const publication = {
  ...{ url: address, desk: { name: 'Desk', url: address }, publishedOn: '2026-01-05' },
  ...{ scale: ratingScales[0], language: 'en' as const, why: null },
};

const writers: Record<string, (view: ReviewView) => AsyncIterable<string | Uint8Array>> = {
  csv: (view) => claimListCsv(view, everyClaim),
  xlsx: (view) => claimWorkbook(view, everyClaim, exportWords, now),
  docx: (view) => articleDocument(view, everyClaim, exportWords, { desk: 'Desk', at: now }),
  markdown: (view) => claimMarkdown(view, everyClaim, exportWords, now),
  json: (view) => claimListJson(view, everyClaim, now),
  annotations: (view) => annotationCollectionJson(view, setting),
  'claim-review': (view) => claimReviews(view, everyClaim, () => publication),
  article: (view) => articleJsonPieces(wholeArticle(view)),
};

const rounds = 5;
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds between two looks at the heap at least: a collection is slow. */
const between = 50;

export async function benchExports(): Promise<Ratio[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const [part, whole] = [longArticle(200_000, 1_250), longArticle(200_000, 5_000)];
  const baselines = Array.from({ length: rounds }, () => {
    const begin = performance.now();
    JSON.stringify(whole);
    return performance.now() - begin;
  });
  const baseline = median(baselines);
  const rows = [];
  for (const [form, write] of Object.entries(writers)) {
    // Once for the engine.
    await consume(write(part));
    const times: number[] = [];
    for (let round = 1; round < rounds; round += 1) times.push((await consume(write(whole))).time);
    const { time: last, bytes, pieces } = await consume(write(whole));
    const time = median([...times, last]);
    const held = { part: await heldBy(write, part, heap), whole: await heldBy(write, whole, heap) };
    rows.push({
      ...{ form, ms: Math.round(time), 'times JSON': Number((time / baseline).toPrecision(2)) },
      ...{ MB: Number((bytes / 1e6).toPrecision(2)), pieces },
      ...{ 'held MB, 1,250': Number(held.part.toFixed(1)), 'held MB, 5,000': Number(held.whole.toFixed(1)) },
    });
  }
  console.table(rows);
  return rows.map((row) => ({ name: `exports, ${row.form}`, ratio: row['times JSON'], better: 'less' }));
}

async function consume(file: AsyncIterable<string | Uint8Array>) {
  const begin = performance.now();
  let [bytes, pieces] = [0, 0];
  for await (const piece of file) {
    bytes += Buffer.byteLength(piece);
    pieces += 1;
  }
  return { time: performance.now() - begin, bytes, pieces };
}

async function heldBy(
  write: (view: ReviewView) => AsyncIterable<string | Uint8Array>,
  view: ReviewView,
  heap: () => number,
): Promise<number> {
  const before = heap();
  let most = before;
  let looked = 0;
  // A form that is made before its first piece holds most while nothing comes: looked at by the clock as well.
  const clock = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed / 1e6);
  }, 1);
  for await (const _ of write(view)) {
    clearInterval(clock);
    if (performance.now() - looked < between) continue;
    most = Math.max(most, heap());
    looked = performance.now();
  }
  clearInterval(clock);
  return most - before;
}
