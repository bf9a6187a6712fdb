import { operations } from '#lib/api/operations';
import { sourcesPage } from '#lib/data/sources/sources';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listSources, async ({ query, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    return accept(asPage(await sourcesPage(writer.db, { ...query, after: after.value })));
  }),
});
