import { z } from 'zod';
import { inconsistenciesOf } from '#lib/data/ledger/inconsistencies';
import { Id } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

/** Where an article's figures do not go together. */
export const GET = readRoute(z.object({ id: Id }), async ({ id }, db) => accept(await inconsistenciesOf(db, id)));
