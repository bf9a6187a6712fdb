/**
 * Loaded into the server before anything else: its log, its metrics, the watch over its requests, and its end. The
 * application reaches them through `lib/server/service.ts`.
 */

import { makeBodyGuard } from './bodies.mjs';
import { makeLog, takeOverConsole } from './log.mjs';
import { codeOfDatabaseError, makeMetrics } from './metrics.mjs';
import { guardRequests, refuseOtherMethods, watchRequests } from './requests.mjs';
import { readRoutes } from './routes.mjs';
import { makeStop } from './stop.mjs';

const { env } = process;
const milliseconds = (/** @type {string | undefined} */ seconds, /** @type {number} */ usual) =>
  (seconds ? Number(seconds) : usual) * 1_000;

const log = makeLog(env);
const metrics = makeMetrics();
const stopping = makeStop({
  log,
  drain: milliseconds(env.CLAIMDESK_DRAIN_SECONDS, 0),
  limit: milliseconds(env.CLAIMDESK_STOP_SECONDS, 15),
});

// In development Next writes for developers, and ends its own processes.
const isProduction = Boolean(env.NEXT_MANUAL_SIG_HANDLE);
if (isProduction) takeOverConsole(log, { onError: count });
guardRequests(refuseOtherMethods, makeBodyGuard());
watchRequests({
  log,
  metrics,
  stopping,
  routes: readRoutes(process.cwd()),
  proxies: Number(env.CLAIMDESK_PROXIES || 0),
  address: env.CLAIMDESK_URL ? new URL(env.CLAIMDESK_URL) : null,
});

/** Counts an error where the database gave it. @param {unknown} error */
function count(error) {
  const code = codeOfDatabaseError(error);
  if (code) metrics.databaseErrors.inc({ code });
}

/** Logs an error that nobody expected, and counts it. @param {unknown} error */
function report(error, message = 'unexpected error') {
  count(error);
  log.error({ err: error }, message);
}

Object.assign(globalThis, {
  [Symbol.for('claimdesk.service')]: { log, metrics, report, isStopping: stopping.isStopping, onStop: stopping.onStop },
});

/** @param {string} why */
async function end(why) {
  await stopping.stop(why);
  process.exit(0);
}

if (isProduction) {
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void end(signal));
  process.once('disconnect', () => void end('the program that started it is gone'));
}
