/** The process's hub of live streams, fed by its own commits and, on PostgreSQL, by those of every other process. */
import 'server-only';
import { engineOf } from '#lib/data/database/database';
import { listenForChanges } from '#lib/data/history/change-listener';
import { onCommit } from '#lib/data/history/change-log';
import { livingSessions } from '#lib/data/people/sessions';
import { lastSeqs } from '#lib/data/review/changes-since';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { reportError, service } from '#lib/server/service';
import { type LiveHub, makeLiveHub } from './hub';

const key = Symbol.for('claimdesk.live');
const held = globalThis as { [key]?: LiveHub };

/**
 * The hub; the first call starts it. Presence is known per process: people connected to another process are not shown.
 */
export function live(): LiveHub {
  held[key] ??= start();
  return held[key];
}

function start(): LiveHub {
  const hub = makeLiveHub(
    {
      lastSeqs: (ids) => lastSeqs(database(), ids),
      livingSessions: (ids) => livingSessions(database(), ids, new Date()),
    },
    { report: reportError },
  );
  onCommit(hub.tell);
  const address = env().DATABASE_URL;
  if (engineOf(address) === 'postgresql') listenForChanges(address, hub.wake);
  // A server that is told to stop waits for its open responses, and these would never end.
  service()?.onStop('streams', hub.close);
  return hub;
}
