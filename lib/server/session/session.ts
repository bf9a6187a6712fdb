/**
 * The person behind a request. The cookie names a person and a session; whether that session still lives, and who the person
 * is now, is read from the database every time, so a change takes effect on the next request.
 */
import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode, encode } from 'next-auth/jwt';
import { cache } from 'react';
import { type NamedSession, noteSessionSeen, personOfSession, sessionDays } from '#lib/data/people/sessions';
import type { Actor } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { reportError } from '#lib/server/service';
import { cookieSetting, sessionCookie } from './cookie-names';

export type SignedIn = Actor & { email: string };

/** A signed-in person, and the id of the session that they are in. */
export type CurrentSession = { id: string; person: SignedIn };

/**
 * The person and the session that a request's cookie names; null where it names none that opens the desk. `isLimited`: a
 * session that opens the set-up of a second step alone.
 */
async function sessionOf(isLimited: boolean): Promise<CurrentSession | null> {
  const named = await namedSession();
  if (!named) return null;
  const now = new Date();
  const sessionId = named.id;
  const row = await personOfSession(database(), { personId: named.personId, sessionId }, now, isLimited);
  if (!row) return null;
  await noteSeen(sessionId, now);
  const { id, name, email, role } = row;
  return { id: sessionId, person: { id, name, email, role } };
}

/** The session that a request's cookie names, whether or not it still lives; null where it names none. */
export async function namedSession(): Promise<NamedSession | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const named = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  return named?.sub && named.sessionId ? { id: named.sessionId, personId: named.sub } : null;
}

/** The session of a request that opens the desk, read once per request. */
export const currentSession = cache(() => sessionOf(false));

/** The session of a person who has yet to set up the second step that the desk requires. */
export const limitedSession = cache(() => sessionOf(true));

/** When this process last noted the use of a session, so that it need not ask the database every time. */
const noted = new Map<string, number>();
const mostNoted = 10_000;

/** Notes that a session is used, a minute after the last time at the earliest. A database that cannot write does not end a read. */
async function noteSeen(sessionId: string, now: Date): Promise<void> {
  if (now.getTime() - (noted.get(sessionId) ?? 0) < 60_000) return;
  if (noted.size >= mostNoted) noted.clear();
  noted.set(sessionId, now.getTime());
  await noteSessionSeen(database(), sessionId, now).catch(reportError);
}

/** Puts this browser into another session of the same person, which their action has just started. */
export async function continueIn(session: { personId: string; sessionId: string }): Promise<void> {
  const jar = await cookies();
  const maxAge = sessionDays * 24 * 3600;
  const token = { sub: session.personId, sessionId: session.sessionId };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge });
  jar.set(sessionCookie(), value, { ...cookieSetting(), maxAge });
}

/** The signed-in person, or null. Read once per request. */
export async function currentPerson(): Promise<SignedIn | null> {
  return (await currentSession())?.person ?? null;
}

/** The session of a signed-in person; anybody else is sent to sign in and returns to `path`. */
export async function requireSession(path: string): Promise<CurrentSession> {
  const session = await currentSession();
  return session ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}

/** The signed-in person; anybody else is sent to sign in and returns to `path`. */
export async function requirePerson(path: string): Promise<SignedIn> {
  return (await requireSession(path)).person;
}

/**
 * Whether a request that changes something comes from the desk's own pages. A missing Origin is foreign; forwarded hosts
 * are not believed, since any client can send them.
 */
export async function isOwnOrigin(): Promise<boolean> {
  const sent = await headers();
  const origin = sent.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { host, origin: normalised } = new URL(origin);
  const configured = env().CLAIMDESK_URL;
  return host === sent.get('host') || (configured !== undefined && normalised === new URL(configured).origin);
}
