/**
 * Exchange rates: what the desk compares two currencies by. A change of them may change how any metric stands that has
 * figures in both currencies, so those are worked out anew with it.
 */

import { isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import type { RateListed } from '#lib/domain/ledger/exchange-rate';
import type { RateEntry } from '#lib/domain/ledger/ledger-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { refreshMetric } from './refresh';

export async function listRates(db: Queryable): Promise<RateListed[]> {
  const rows = await db.exchangeRate.findMany({
    include: { enteredBy: { select: { name: true } } },
    orderBy: [{ from: 'asc' }, { to: 'asc' }, { on: 'desc' }],
  });
  return rows.map(({ id, from, to, rate, on, enteredBy }) => ({ id, from, to, rate, on, enteredBy: enteredBy.name }));
}

/** Enters a rate. There is one for a pair and a day. */
export async function addRate(writer: Writer, { from, to, rate, on }: RateEntry): Promise<Result<{ id: string }>> {
  const taken = refuse('rate-exists', { field: 'on' });
  const adding = inTransaction(writer, async (tx) => {
    if (await tx.exchangeRate.count({ where: { from, to, on } })) return taken;
    const id = newId();
    const entered = { createdAt: writer.now, enteredById: writer.actorId };
    await tx.exchangeRate.create({ data: { id, from, to, rate, on, ...entered } });
    await compareAnew(tx, writer, [from, to]);
    return accept({ id });
  });
  // Of two who enter the same pair and day at once, the database refuses the second.
  return adding.catch((error) => {
    if (isUniqueViolation(error)) return taken;
    throw error;
  });
}

/** Takes a rate away; gives it back, for entering it again. */
export async function removeRate(writer: Writer, id: string): Promise<Result<RateEntry>> {
  return inTransaction(writer, async (tx) => {
    const rate = await tx.exchangeRate.findUnique({ where: { id } });
    const { count } = await tx.exchangeRate.deleteMany({ where: { id } });
    if (!rate || count === 0) return refuse('not-found');
    await compareAnew(tx, writer, [rate.from, rate.to]);
    return accept({ from: rate.from, to: rate.to, rate: rate.rate, on: rate.on });
  });
}

/** A pound's hundredth is a unit of its own, and converts as pounds do. */
const unitsOf = (currency: string) => (currency === 'GBP' ? ['GBP', 'penny'] : [currency]);

/**
 * Works out anew every metric with figures in both currencies: where one is missing, nothing is converted at the rate. One
 * after the other in the order of their ids, as all who lock several do.
 */
async function compareAnew(tx: Queryable, writer: Writer, currencies: [string, string]): Promise<void> {
  const [a, b] = currencies.map((currency) => {
    const figure = { unit: { in: unitsOf(currency) } };
    const evidence = { some: { removedAt: null, figure } };
    return { claims: { some: { removedAt: null, OR: [{ figure }, { evidence }] } } };
  });
  const metrics = await tx.metric.findMany({
    where: { mergedIntoId: null, AND: [a ?? {}, b ?? {}] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of metrics) await refreshMetric(tx, writer, id);
}
