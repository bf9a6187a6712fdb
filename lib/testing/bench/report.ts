/**
 * What the longest report costs over HTTP: an article of 200,000 characters with 5,000 judged claims and their sources, as
 * a report, as one with every row of its lists, and as it is reviewed, beside a page that reads nothing. `whole` is the time until the last byte is here.
 */

import { addJudgedArticle } from '#lib/testing/article/judged-article';
import { startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const claimCount = 5_000;
const rounds = 5;

export async function benchReport(): Promise<Ratio[]> {
  const desk = await startBenchDesk();
  try {
    const id = await addJudgedArticle(desk.db, desk.adminId, claimCount);
    const seen = [];
    for (const page of ['/mentions', `/articles/${id}/report`, `/articles/${id}/report?all=1`, `/articles/${id}`]) {
      const looks = [];
      for (let round = 0; round <= rounds; round += 1) looks.push(await desk.read(page));
      // The first is for the server to wake up.
      const middle = looks.slice(1).sort((a, b) => a.whole - b.whole)[Math.floor(rounds / 2)];
      if (middle) seen.push({ page: page.replace(id, '…'), ...middle });
    }
    const baseline = seen[0]?.whole ?? Number.NaN;
    console.table(
      seen.map(({ page, firstByte, whole, bytes }) => ({
        page,
        'first byte, ms': Math.round(firstByte),
        'whole, ms': Math.round(whole),
        'times an empty page': Number((whole / baseline).toPrecision(3)),
        MB: Number((bytes / 1e6).toFixed(2)),
      })),
    );
    return seen
      .slice(1)
      .map(({ page, whole }) => ({ name: `report-page, ${page}`, ratio: whole / baseline, better: 'less' as const }));
  } finally {
    await desk.stop();
  }
}
