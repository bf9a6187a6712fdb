import { openApi } from '#lib/api/openapi';
import { deskAddress } from '#lib/server/env';
import { conditional } from '#lib/server/http/etag';
import { route } from '../../api';

/** What the API is, for programs that make clients of it. Nothing in it is secret, so nobody is asked for a token. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request) =>
    conditional(request, JSON.stringify(openApi(deskAddress(request)), null, 2), {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, no-cache',
      Vary: 'Host',
    }),
});
