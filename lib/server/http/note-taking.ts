/** The trail's lines about kept bytes that people take. */
import 'server-only';
import { recordAuditAlone } from '#lib/data/people/audit';
import { database } from '#lib/server/database';
import { currentOrigin } from '#lib/server/session/origin';

/** `name`: as the trail of the desk names it; null for what it does not name. */
export type Taken = { hash: string; name: string | null };

/** Parts that are asked for within so long (ms) of each other are of one taking. */
const oneTaking = 10 * 60_000;

/** When each person last took what, at this server process: the oldest first, and no more than so many. */
const last = new Map<string, number>();
const most = 10_000;

/**
 * Notes that a person takes bytes, or what is read from them. A taking in parts has one line, from whichever part it begins;
 * `isWhole`: it begins at the beginning, and is a taking of its own.
 */
export async function noteTaking(actorId: string, { hash, name }: Taken, isWhole = false): Promise<void> {
  const key = `${actorId} ${hash}`;
  const now = Date.now();
  const isGoingOn = now - (last.get(key) ?? 0) < oneTaking;
  last.delete(key);
  last.set(key, now);
  for (const oldest of last.keys()) {
    if (last.size <= most) break;
    last.delete(oldest);
  }
  if (isGoingOn && !isWhole) return;
  const { network } = await currentOrigin();
  const taken = { kind: 'exported', details: { what: name } } as const;
  await recordAuditAlone(database(), { actorId, now: new Date(now), network }, taken);
}
