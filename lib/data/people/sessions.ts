/**
 * Sessions: the browsers in which people are signed in. A cookie names its session, and every request reads whether that
 * one still lives, so a copy of the cookie ends with it.
 *
 * Invariant: where all sessions of a person end, their epoch is raised in the same transaction. A sign-in that read the
 * person before starts no session after.
 */
import { type Database, inBatches, type Queryable } from '#lib/data/database/database';
import { newSecret } from '#lib/data/database/secret';
import { inSealedTransaction, inTransaction, type Writer } from '#lib/data/history/change-log';
import type { SessionRow } from '#lib/domain/people/person-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { confirmedFactor, isFactorRequired } from './factor-state';
import { type PersonRow, publicColumns, withRole } from './person-row';

/** How long a session lasts at most, and how long an unused one does (days). */
export const sessionDays = 30;
const idleDays = 14;
const day = 86_400_000;

/** How often the use of a session is noted (ms). */
const notedEvery = 5 * 60_000;

/** Where a session begins: what the browser calls itself, the shortened address, the keyed hash of the whole one. */
export type SessionOrigin = { userAgent: string; place: string; network: string };

/** A session as a browser's cookie names it. */
export type NamedSession = { id: string; personId: string };

/**
 * How somebody signed in: with a `password`, a `passwordAndCode`, or at an outside provider; from a network address. `before`: the session that the
 * browser was in, of whomever.
 */
type SignIn = { by: string; network: string; before?: NamedSession | null };

/** Sessions that have not ended at `now`. */
const livingAt = (now: Date) => ({
  endedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - idleDays * day) },
});

/**
 * Starts a session of a person whose credentials were just checked, and returns its id. null where the person's access,
 * or what their sessions are held against, changed since they were read. The session that the browser was in ends.
 */
export async function startSession(
  db: Database,
  person: { id: string; sessionEpoch: number },
  origin: SessionOrigin,
  now: Date,
  { by, network, before }: SignIn,
): Promise<string | null> {
  return inSealedTransaction(db, { actorId: person.id, now }, async (tx) => {
    const isLimited = by === 'password' && (await lacksRequiredFactor(tx, person.id));
    const id = await startSessionIn(tx, person, origin, now, isLimited);
    if (!id) return null;
    await recordAudit(tx, { actorId: person.id, now, network }, { kind: 'sign-in', details: { by } });
    if (before) await signOutIn(tx, before, { now, network });
    return id;
  });
}

/** Whether a person has yet to set up the second step that the desk requires. */
async function lacksRequiredFactor(tx: Queryable, userId: string): Promise<boolean> {
  return (await isFactorRequired(tx)) && (await confirmedFactor(tx, userId)) === null;
}

async function startSessionIn(
  tx: Queryable,
  { id: userId, sessionEpoch }: { id: string; sessionEpoch: number },
  { userAgent, place, network }: SessionOrigin,
  now: Date,
  isLimited: boolean,
): Promise<string | null> {
  const seen = await tx.user.updateMany({
    where: { id: userId, sessionEpoch, active: true, sample: false },
    data: { lastSeenAt: now },
  });
  if (seen.count === 0) return null;
  const id = newSecret();
  const expiresAt = new Date(now.getTime() + sessionDays * day);
  await tx.session.create({
    data: {
      id,
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent,
      place,
      network,
      limitedSince: isLimited ? now : null,
    },
  });
  return id;
}

/**
 * The person behind a session, as they are now; null where it has ended or they may not come in. `isLimited`: a session that
 * opens nothing but the set-up of a second step. One statement.
 */
export async function personOfSession(
  db: Queryable,
  { personId, sessionId }: { personId: string; sessionId: string },
  now: Date,
  isLimited = false,
): Promise<PersonRow | null> {
  const row = await db.user.findFirst({
    where: {
      id: personId,
      active: true,
      sample: false,
      sessions: { some: { id: sessionId, limitedSince: isLimited ? { not: null } : null, ...livingAt(now) } },
    },
    ...publicColumns,
  });
  return row && withRole(row);
}

/** Notes that a session is used, where that was not noted lately. */
export async function noteSessionSeen(db: Queryable, id: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id, endedAt: null, lastSeenAt: { lt: new Date(now.getTime() - notedEvery) } },
    data: { lastSeenAt: now },
  });
}

/** Those of some sessions that still open. */
export async function livingSessions(db: Queryable, ids: string[], now: Date): Promise<Set<string>> {
  const found = await inBatches(ids, (batch) =>
    db.session.findMany({
      where: { id: { in: batch }, limitedSince: null, ...livingAt(now), user: { active: true, sample: false } },
      select: { id: true },
    }),
  );
  return new Set(found.flat().map(({ id }) => id));
}

/** A person's living sessions, the one used last first. The id alone opens nothing: a cookie is encrypted with the desk's secret. */
export async function listSessions(db: Queryable, personId: string, now: Date): Promise<SessionRow[]> {
  const rows = await db.session.findMany({
    where: { userId: personId, ...livingAt(now) },
    orderBy: [{ lastSeenAt: 'desc' }, { createdAt: 'desc' }],
    take: 200,
  });
  return rows.map(({ id, createdAt, lastSeenAt, userAgent, place }) => ({
    id,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    userAgent,
    place,
  }));
}

/** Ends a session at its own sign-out. */
export async function signOutSession(
  db: Database,
  session: NamedSession,
  from: { now: Date; network?: string },
): Promise<void> {
  const by = { actorId: session.personId, now: from.now };
  await inSealedTransaction(db, by, (tx) => signOutIn(tx, session, from));
}

async function signOutIn(
  tx: Queryable,
  { id, personId }: NamedSession,
  { now, network }: { now: Date; network?: string },
): Promise<void> {
  const ended = await tx.session.updateMany({
    where: { id, userId: personId, endedAt: null },
    data: { endedAt: now },
  });
  if (ended.count > 0) await recordAudit(tx, { actorId: personId, now, network }, { kind: 'sign-out' });
}

/**
 * Gives the actor's session another id, so that a copy of its cookie from before opens nothing. What else is known of the
 * session stays, and so do its tokens. Returns the new id.
 */
export async function renewSession({ db, actorId, now, sessionId }: Writer): Promise<Result<string>> {
  if (sessionId === undefined) return refuse('signed-out');
  const renewed = newSecret();
  return db.$transaction(async (tx) => {
    const found = await tx.session.updateMany({
      where: { id: sessionId, userId: actorId, ...livingAt(now) },
      data: { id: renewed },
    });
    if (found.count === 0) return refuse('signed-out');
    await tx.token.updateMany({ where: { userId: actorId, sessionId }, data: { sessionId: renewed } });
    return accept(renewed);
  });
}

/** Ends one of the actor's sessions from another one, and the tokens that were made in it: it may be a stranger's. */
export async function revokeSession(writer: Writer, id: string): Promise<Result<{ tokens: number }>> {
  return inTransaction(writer, async (tx) => {
    const ended = await tx.session.updateMany({
      where: { id, userId: writer.actorId, endedAt: null },
      data: { endedAt: writer.now },
    });
    if (ended.count === 0) return refuse('not-found');
    const tokens = await revokeTokens(tx, { userId: writer.actorId, sessionId: id }, writer.now);
    await recordAudit(tx, writer, { kind: 'sessions-ended', details: { sessions: 1, tokens } });
    return accept({ tokens });
  });
}

/** Ends all of the actor's sessions but one, and the tokens that were made in those. */
export async function revokeOtherSessions(
  writer: Writer,
  ownId: string,
): Promise<Result<{ sessions: number; tokens: number }>> {
  return inTransaction(writer, async (tx) => {
    const others = { userId: writer.actorId, endedAt: null, id: { not: ownId } };
    const rows = await tx.session.findMany({ where: others, select: { id: true } });
    const ids = rows.map(({ id }) => id);
    await inBatches(ids, (some) =>
      tx.session.updateMany({ where: { id: { in: some } }, data: { endedAt: writer.now } }),
    );
    const counts = await inBatches(ids, (some) =>
      revokeTokens(tx, { userId: writer.actorId, sessionId: { in: some } }, writer.now),
    );
    const ended = { sessions: ids.length, tokens: counts.reduce((sum, count) => sum + count, 0) };
    await recordAudit(tx, writer, { kind: 'sessions-ended', details: ended });
    return accept(ended);
  });
}

/** Ends every session of a person inside a transaction, for good. */
export async function endAllSessions(tx: Queryable, personId: string, now: Date): Promise<void> {
  await tx.user.updateMany({ where: { id: personId }, data: { sessionEpoch: { increment: 1 } } });
  await tx.session.updateMany({ where: { userId: personId, endedAt: null }, data: { endedAt: now } });
}

/**
 * Ends every session of a person, or of everybody but the actor where none is named, for good; tokens stay. Returns how many
 * ended. A line of the audit trail for each person whose sessions ended. The actor's own are ended by themselves
 * (`revokeOtherSessions`), which is refused here.
 */
export async function endSessionsOf(writer: Writer, personId?: string): Promise<Result<{ sessions: number }>> {
  if (personId === writer.actorId) return refuse('not-allowed');
  return inTransaction(writer, async (tx) => {
    if (personId && !(await tx.user.count({ where: { id: personId } }))) return refuse('not-found');
    const found = await tx.session.groupBy({
      by: ['userId'],
      where: { userId: personId ?? { not: writer.actorId }, ...livingAt(writer.now) },
      _count: true,
    });
    for (const { userId, _count: sessions } of found) {
      await endAllSessions(tx, userId, writer.now);
      const details = { sessions, tokens: 0 };
      await recordAudit(tx, writer, { kind: 'sessions-ended', subjectId: userId, details });
    }
    return accept({ sessions: found.reduce((sum, one) => sum + one._count, 0) });
  });
}

/** Ends living tokens, of the API and of feeds; returns how many. */
async function revokeTokens(
  tx: Queryable,
  which: { userId: string; sessionId?: string | { in: string[] } },
  now: Date,
): Promise<number> {
  const { count } = await tx.token.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt: now } });
  return count;
}

/** A new password: its hash, null for none, and whether the person's tokens end with their sessions. */
type PasswordChange = { personId: string; passwordHash: string | null; endsTokens: boolean; now: Date };

/**
 * Sets a password inside a transaction and ends every session of the person; where asked for also every token, since any of them may have
 * been made by a stranger who was in. Returns the epoch that a new session is held against, and how many tokens ended.
 */
export async function changePassword(
  tx: Queryable,
  { personId, passwordHash, endsTokens, now }: PasswordChange,
): Promise<{ sessionEpoch: number; tokens: number }> {
  await endAllSessions(tx, personId, now);
  const tokens = endsTokens ? await revokeTokens(tx, { userId: personId }, now) : 0;
  const { sessionEpoch } = await tx.user.update({
    where: { id: personId },
    data: { passwordHash },
    select: { sessionEpoch: true },
  });
  return { sessionEpoch, tokens };
}

/** The actor's own new password. Returns the session in which they go on, and how many tokens ended. */
export async function changeOwnPassword(
  writer: Writer,
  change: { passwordHash: string; endsTokens: boolean },
  origin: SessionOrigin,
): Promise<Result<{ sessionId: string; tokens: number }>> {
  const { actorId, now } = writer;
  // Not remembered by its key: the answer holds a secret.
  return inTransaction({ ...writer, key: undefined }, async (tx) => {
    const { sessionEpoch, tokens } = await changePassword(tx, { personId: actorId, ...change, now });
    await recordAudit(tx, writer, { kind: 'password-changed', details: { tokens } });
    const sessionId = await startSessionIn(tx, { id: actorId, sessionEpoch }, origin, now, false);
    return sessionId ? accept({ sessionId, tokens }) : refuse('signed-out');
  });
}

/** How long a session is remembered after it began (ms): it says from where its person signs in. */
const memory = 90 * day;

/** Removes sessions that began so long ago that nothing asks for them. */
export async function removeOldSessions(db: Queryable, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - memory) } } });
}

/** Whether a person signed in from a network in the last 90 days, by the network's keyed hash. */
export async function hasSignedInFrom(db: Queryable, personId: string, network: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - memory);
  return (await db.session.count({ where: { userId: personId, network, createdAt: { gt: since } } })) > 0;
}
