import { z } from 'zod';
import { derive } from '#lib/data/ledger/derivations';
import { Id } from '#lib/domain/fields';
import { CalculationParameter } from '#lib/domain/ledger/ledger-input';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id, calculation: CalculationParameter });

/** Works a calculation with an article's figures out, in both languages. Nothing is kept. */
export const GET = readRoute(Query, async ({ id, calculation }, db) => {
  const derived = await derive(db, id, calculation);
  return derived.ok ? accept(derived.value.reads) : derived;
});
