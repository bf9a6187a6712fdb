import { operations } from '#lib/api/operations';
import { SourceListed } from '#lib/api/shapes/sources';
import { wasDone } from '#lib/data/history/change-log';
import { editSource, refusalToChangeSource } from '#lib/data/sources/edit-source';
import { readSource } from '#lib/data/sources/sources';
import { accept, refuse } from '#lib/domain/refusal';
import { staleness } from '#lib/server/api';
import { answer, route } from '../../../api';
import { answerWithSource } from '../answer-with-source';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.readSource, async ({ params, actor, writer }) => {
    const source = await readSource(writer.db, params.id, actor);
    return source ? accept({ value: source }) : refuse('not-found');
  }),
  PATCH: answer(operations.changeSource, async ({ params, body, actor, writer, ifMatch }) => {
    const seen = await readSource(writer.db, params.id, actor);
    const isAgain = ifMatch !== null && (await wasDone(writer));
    const stale = isAgain ? null : staleness(ifMatch, SourceListed, seen);
    if (stale) return stale;
    if (!seen) return refuse('not-found');
    const refused = await refusalToChangeSource(writer.db, actor, params.id);
    if (refused) return refused;
    const edited = await editSource(writer, seen, body);
    if (edited.ok) return answerWithSource(writer, params.id);
    if (edited.code !== 'source-changed') return edited;
    return staleness(ifMatch, SourceListed, await readSource(writer.db, params.id, actor)) ?? edited;
  }),
});
