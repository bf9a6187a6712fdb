/**
 * How a server ends when it is told to: readiness says so first, then no new connection is taken, live streams are ended,
 * requests under way finish, and the database is closed. A request that takes longer than the limit is cut off.
 */
import { setTimeout as pause } from 'node:timers/promises';

/** How long the database may take to close (ms). */
const closing = 5_000;

/**
 * @param {{ log: import('pino').Logger; drain: number; limit: number }} settings drain: how long requests are still taken
 *   while readiness says that the server stops, for a balancer to notice; limit: how long requests may finish (both ms)
 */
export function makeStop({ log, drain, limit }) {
  /** @type {Set<import('node:http').Server>} */
  const servers = new Set();
  /** @type {Set<import('node:http').ServerResponse>} */
  const responses = new Set();
  /** @type {Set<() => unknown>} */
  const streams = new Set();
  /** @type {Set<() => unknown>} */
  const resources = new Set();
  let isStopping = false;

  /** Runs all, whatever some of them do. @param {Set<() => unknown>} closers */
  const runAll = (closers) =>
    Promise.allSettled([...closers].map(async (close) => close())).then((ended) => {
      for (const one of ended) if (one.status === 'rejected') log.error({ err: one.reason }, 'closing failed');
    });

  async function finish() {
    const ended = [...servers].map((server) => new Promise((resolve) => server.close(resolve)));
    for (const response of responses) response.shouldKeepAlive = false;
    await runAll(streams);
    const late = new AbortController();
    const inTime = await Promise.race([
      Promise.all(ended).then(() => true),
      pause(limit, false, { signal: late.signal }),
    ]);
    late.abort();
    if (!inTime) {
      log.warn({ requests: responses.size }, 'requests that did not end in time were cut off');
      for (const server of servers) server.closeAllConnections();
    }
    await Promise.race([runAll(resources), pause(closing, undefined, { ref: false })]);
  }

  return {
    isStopping: () => isStopping,
    underWay: () => responses.size,

    /** Notes a request under way. @param {import('node:http').Server} server @param {import('node:http').ServerResponse} response */
    note(server, response) {
      servers.add(server);
      responses.add(response);
      if (isStopping) response.shouldKeepAlive = false;
      response.once('close', () => {
        responses.delete(response);
        // A connection that is kept for a next request would hold up the end.
        if (isStopping) setImmediate(() => server.closeIdleConnections());
      });
    },

    /** What ends live streams, and what is closed after the last request. @param {'streams' | 'resources'} kind @param {() => unknown} close */
    onStop(kind, close) {
      (kind === 'streams' ? streams : resources).add(close);
    },

    /** Stops once, however often it is asked to. @param {string} why */
    async stop(why) {
      if (isStopping) return;
      isStopping = true;
      log.info({ why, requests: responses.size }, 'stopping');
      if (drain > 0) await pause(drain);
      await finish();
      log.info('stopped');
    },
  };
}
