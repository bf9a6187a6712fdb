/**
 * Loaded into the server before anything else: Next answers a path whose percent-encoding is no UTF-8 (`/%ff`) with 500 and
 * no page. Here its percent signs become literal ones, so that the path names nothing and is answered as not found.
 */
import { subscribe } from 'node:diagnostics_channel';

subscribe('http.server.request.start', ({ request }) => {
  const [, path = '', query = ''] = /^([^?#]*)(.*)$/s.exec(request.url) ?? [];
  if (!isDecodable(path)) request.url = path.replaceAll('%', '%25') + query;
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
