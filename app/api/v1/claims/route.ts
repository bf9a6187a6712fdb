import { operations } from '#lib/api/operations';
import { foundClaimShape } from '#lib/api/shapes/claims';
import { claimsPage } from '#lib/data/search/find-claims';
import { accept } from '#lib/domain/refusal';
import { answer, route } from '../../api';
import { asPage, placeAsked } from '../paging';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.findClaims, async ({ query, actor, writer }) => {
    const { cursor, limit, updatedSince, ...asked } = query;
    const after = placeAsked(cursor);
    if (!after.ok) return after;
    const { standing = null, kind = null, sources = null, lookAgain, overdue, ...named } = asked;
    const { judgedFrom = null, judgedTo = null, publishedFrom = null, publishedTo = null, ...texts } = named;
    const { items, next } = await claimsPage(
      writer.db,
      {
        ...texts,
        ...{ lookAgain: lookAgain === 'true', overdue: overdue === 'true' },
        ...{ standing, kind, sources, judgedFrom, judgedTo, publishedFrom, publishedTo },
        ...{ sort: 'newest', page: 1 },
      },
      { after: after.value, limit, updatedSince },
      { viewer: actor, now: writer.now },
    );
    return accept(asPage({ items: items.map(foundClaimShape), next }));
  }),
});
