/**
 * Limits what pages read of a body. Next reads the body of whatever is sent to a page, up to the limit of an action's, before
 * it asks who sent it: 150 strangers would take over a gigabyte. Routes under /api read theirs themselves, after they asked.
 */

/** What may come without a session (bytes): signing in, joining and setting up take less than a hundredth. */
const withoutSession = 64_000;

/** What all bodies under way that are larger than that may take together (bytes): of people, who send one at a time. */
const together = 128_000_000;

const sessionCookie = /(?:^|;\s*)(?:__(?:Host|Secure)-)?next-auth\.session-token(?:\.\d)?=/;

/**
 * Makes the guard: it tells whether it answered a request itself, 413 for a body that a stranger may not send, 503 where all
 * that is under way is too much. A body that says no length is counted as it comes.
 */
export function makeBodyGuard({ most = withoutSession, room = together } = {}) {
  let underWay = 0;

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  return function isAnswered(request, response) {
    if (request.url?.startsWith('/api/')) return false;
    const isStranger = !sessionCookie.test(request.headers.cookie ?? '');
    const declared = Number(request.headers['content-length'] ?? 0);
    if (isStranger && declared > most) return answer(response, 413);
    let taken = 0;
    const { push } = request;
    request.push = (chunk, encoding) => {
      if (chunk === null || response.writableEnded) return push.call(request, chunk, encoding);
      const before = Math.max(0, taken - most);
      taken += chunk.length;
      const more = Math.max(0, taken - most) - before;
      underWay += more;
      const isTooMuch = more > 0 && (isStranger || underWay > room);
      if (!isTooMuch) return push.call(request, chunk, encoding);
      answer(response, isStranger ? 413 : 503);
      request.destroy();
      return false;
    };
    response.once('close', () => {
      underWay -= Math.max(0, taken - most);
    });
    return false;
  };
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {413 | 503} status
 */
function answer(response, status) {
  if (response.headersSent) {
    response.destroy();
    return true;
  }
  const words = status === 413 ? 'This is larger than may be sent here.' : 'Too much is being sent at once. Try again.';
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': words.length,
    Connection: 'close',
    ...(status === 503 ? { 'Retry-After': '5' } : {}),
  });
  response.end(words);
  return true;
}
