/**
 * The person behind a request. The cookie only names a person; whether they are still active, and their role, is read
 * from the database every time, so a change takes effect on the next request.
 */
import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { activePerson } from '#lib/data/people/people';
import type { Actor } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';

export type SignedIn = Actor & { email: string };

const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

/** The signed-in person, and the epoch of their session. Raising the person's epoch ends the session. */
export const currentSession = cache(async (): Promise<{ person: SignedIn; epoch: number } | null> => {
  const jar = await cookies();
  const token = cookieNames.map((name) => jar.get(name)?.value).find(Boolean);
  if (!token) return null;
  const session = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!session?.sub) return null;
  const person = await activePerson(database(), session.sub);
  if (!person || person.sessionEpoch !== session.sessionEpoch) return null;
  const { id, name, email, role, sessionEpoch: epoch } = person;
  return { person: { id, name, email, role }, epoch };
});

/** The signed-in person, or null. Read once per request. */
export async function currentPerson(): Promise<SignedIn | null> {
  return (await currentSession())?.person ?? null;
}

/** The signed-in person; anybody else is sent to sign in and returns to `path`. */
export async function requirePerson(path: string): Promise<SignedIn> {
  const person = await currentPerson();
  return person ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
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
