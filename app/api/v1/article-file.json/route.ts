import { articleFileSchema } from '#lib/domain/exchange/article-file';
import { conditional } from '#lib/server/http/etag';
import { route } from '../../api';

/** What a file of a whole article is, as a JSON Schema. As the API's own description, it is for everybody. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) =>
    conditional(request, JSON.stringify(articleFileSchema(), null, 2), {
      'Content-Type': 'application/schema+json',
      'Cache-Control': 'public, no-cache',
    }),
});
