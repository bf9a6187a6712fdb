/** The process's hub of live streams, fed by its own commits and, on PostgreSQL, by those of every other process. */
import 'server-only';
import { engineOf } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { listenForChanges } from '#lib/data/history/change-listener';
import { onCommit } from '#lib/data/history/change-log';
import { livingSessions } from '#lib/data/people/sessions';
import { lastSeqs } from '#lib/data/review/changes-since';
import { type PeopleAt, presenceElsewhere, tellPresence } from '#lib/data/review/presence';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { reportError, service } from '#lib/server/service';
import { type LiveHub, makeLiveHub } from './hub';

const key = Symbol.for('claimdesk.live');
const held = globalThis as { [key]?: LiveHub };

/**
 * The hub; the first call starts it. On PostgreSQL the desk may have several servers, which tell each other who is there.
 */
export function live(): LiveHub {
  held[key] ??= start();
  return held[key];
}

function start(): LiveHub {
  const { DATABASE_URL: address, DATABASE_DIRECT_URL: direct } = env();
  const hasOthers = engineOf(address) === 'postgresql';
  const server = newId();
  const hub = makeLiveHub(
    {
      lastSeqs: (ids) => lastSeqs(database(), ids),
      livingSessions: (ids) => livingSessions(database(), ids, new Date()),
      presence: hasOthers ? (here) => meetOthers(server, here) : undefined,
    },
    { report: reportError },
  );
  const gauge = service()?.metrics.liveStreams;
  if (gauge) gauge.collect = () => gauge.set(hub.counts().streams);
  onCommit(hub.tell);
  if (hasOthers) listenForChanges(direct ?? address, hub.wake);
  // A server that is told to stop waits for its open responses, and these would never end.
  service()?.onStop('streams', hub.close);
  return hub;
}

/** Tells the other servers who is at this one, and returns who is at them. */
async function meetOthers(server: string, here: PeopleAt): Promise<PeopleAt> {
  const now = new Date();
  await tellPresence(database(), server, here, now);
  return here.size > 0 ? presenceElsewhere(database(), server, [...here.keys()], now) : new Map();
}
