import { operations } from '#lib/api/operations';
import { metricsPage } from '#lib/data/ledger/ledger';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listMetrics, async ({ query, actor, writer }) => {
    const after = placeAsked(query.cursor);
    if (!after.ok) return after;
    return accept(
      asPage(await metricsPage(writer.db, { ...query, standing: query.standing ?? null, after: after.value }, actor)),
    );
  }),
});
