/**
 * Loaded into the server before anything else: Next answers a path whose percent-encoding is no UTF-8 (`/%ff`) with 500 and
 * no page. Here its percent signs become literal ones, so that the path names nothing and is answered as not found. So does
 * a path with a NUL, which PostgreSQL cannot compare with. A NUL in a query becomes U+FFFD, as in a page's own text; the
 * API refuses it itself, and says so.
 */
import { subscribe } from 'node:diagnostics_channel';

subscribe('http.server.request.start', ({ request }) => {
  const [, path = '', query = ''] = /^([^?#]*)(.*)$/s.exec(request.url) ?? [];
  const mended = isDecodable(path) && !path.includes('%00') ? path : path.replaceAll('%', '%25');
  request.url = mended + (path.startsWith('/api/v1/') ? query : query.replaceAll('%00', '%EF%BF%BD'));
});

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
