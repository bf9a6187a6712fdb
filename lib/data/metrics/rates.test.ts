import { describe, expect, it } from 'vitest';

import type { Writer } from '#lib/data/history/change-log';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { listMetrics, metricPage } from '#lib/data/ledger/ledger';
import type { RateEntry } from '#lib/domain/ledger/ledger-input';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, must, type TestPerson } from '#lib/testing/database/rows';
import { addRate, listRates, removeRate } from './rates';

const db = testDatabase();
const rate: RateEntry = { from: 'USD', to: 'CNY', rate: 6.8, on: '2023-02-14' };

/** Puts a figure of an article of its own on a metric. */
async function observe(writer: Writer, exact: string, subject: string) {
  const { mark } = await addTextArticle(writer, [`It raised ${exact} then.`], {
    title: exact,
    publishedOn: '2023-02-14',
  });
  const { ref } = await mark(exact, 'figure');
  await must(measureClaim(writer, ref, { subject, measure: 'funding', scope: null }));
}

async function standings(writer: TestPerson): Promise<Record<string, string>> {
  const all = { search: '', standing: null, watched: false, sort: 'name', page: 1 } as const;
  const { metrics } = await listMetrics(db(), all, writer);
  return Object.fromEntries(metrics.map(({ subject, standing }) => [subject, standing]));
}

describe('a rate', () => {
  it('brings figures of two currencies into a dispute, and takes them out of it when it goes', async () => {
    const ed = await addPerson(db(), 'Ed', 'editor');
    for (const exact of ['$100 million', 'RMB 2 billion']) await observe(ed, exact, 'Far');
    for (const exact of ['$100 million', 'RMB 680 million']) await observe(ed, exact, 'Near');
    for (const exact of ['$100 million', '$300 million']) await observe(ed, exact, 'Dollars');
    expect(await standings(ed)).toEqual({ Far: 'open', Near: 'open', Dollars: 'disputed' });
    const { id } = await must(addRate(ed, rate));
    expect(await standings(ed)).toEqual({ Far: 'disputed', Near: 'open', Dollars: 'disputed' });
    const [far] = await db().metric.findMany({ where: { subject: 'Far' } });
    const page = await metricPage(db(), far?.id ?? '', { id: ed.actorId, role: 'editor' });
    expect(page && 'history' in page && page.history[0]).toMatchObject({
      verb: 'standing',
      actor: { name: 'Ed' },
      after: { standing: 'disputed' },
    });
    expect(await must(removeRate(ed, id))).toEqual(rate);
    expect(await standings(ed)).toEqual({ Far: 'open', Near: 'open', Dollars: 'disputed' });
    await must(addRate(ed, rate));
    expect(await standings(ed)).toMatchObject({ Far: 'disputed' });
  });

  it('counts for pence as for pounds, either way round', async () => {
    const ed = await addPerson(db(), 'Ed', 'editor');
    for (const exact of ['80 pence', '$5']) await observe(ed, exact, 'Price');
    await must(addRate(ed, { from: 'USD', to: 'GBP', rate: 0.8, on: '2023-02-14' }));
    expect(await standings(ed)).toEqual({ Price: 'disputed' });
  });

  it('is one for a pair and a day', async () => {
    const ed = await addPerson(db(), 'Ed', 'editor');
    await must(addRate(ed, rate));
    expect(await addRate(ed, { ...rate, rate: 7 })).toMatchObject({ ok: false, code: 'rate-exists' });
    await must(addRate(ed, { ...rate, on: '2023-02-15' }));
    const entered = await Promise.all([7.1, 7.2].map((one) => addRate(ed, { ...rate, rate: one, on: '2024-01-01' })));
    expect(entered.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await listRates(db())).map(({ on, enteredBy }) => [on, enteredBy])).toEqual([
      ['2024-01-01', 'Ed'],
      ['2023-02-15', 'Ed'],
      ['2023-02-14', 'Ed'],
    ]);
  });

  it('that is not there cannot be removed', async () => {
    const ed = await addPerson(db(), 'Ed', 'editor');
    const { id } = await must(addRate(ed, rate));
    await must(removeRate(ed, id));
    expect(await removeRate(ed, id)).toMatchObject({ ok: false, code: 'not-found' });
  });
});
