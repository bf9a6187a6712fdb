import { operations } from '#lib/api/operations';
import { keepSource, sourcesPage } from '#lib/data/sources/sources';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';
import { answerWithSource } from './answer-with-source';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listSources, async ({ query, actor, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    return accept(asPage(await sourcesPage(writer.db, { ...query, after: after.value }, actor)));
  }),
  POST: answer(operations.addSource, async ({ body, writer }) => {
    const kept = await keepSource(writer, body);
    if (!kept.ok) return kept;
    const answered = await answerWithSource(writer, kept.value.id);
    return answered.ok ? accept({ ...answered.value, status: kept.value.isNew ? 201 : 200 }) : answered;
  }),
});
