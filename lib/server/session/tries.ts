/**
 * How often a password, a code or a link may be tried. Strangers are counted by address, by account and address, and by
 * account; a browser that has signed in to the account before is counted by itself and waits for nobody else's tries
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). So nobody can lock out the owner of an account from
 * where the owner works. Invariant: what is counted is known before a password is compared, and given back if it was right.
 */
import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { Database } from '#lib/data/database/database';
import { hashOf } from '#lib/data/database/secret';
import { hasSignedInFrom } from '#lib/data/people/sessions';
import { countTry, forgetTries, giveTryBack, type TryRule } from '#lib/data/people/tries';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { keyedHash } from './keys';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** After the free tries one waits a second, then two, then four, up to a quarter of an hour. */
const backoff = { first: second, most: 15 * minute, memory: 6 * hour };
const rules = {
  /** A newsroom may share one address. */
  address: { free: 50, ...backoff },
  /** One account from one address. */
  pair: { free: 5, ...backoff },
  /** One account, from strangers everywhere: many addresses together guess no faster. */
  account: { free: 50, ...backoff },
  /** One account from a browser that has signed in to it. */
  device: { free: 10, ...backoff },
} as const satisfies Record<string, TryRule>;

type Counted = { kind: keyof typeof rules; key: string };

/** A try that was counted; `succeeded` gives it back. */
export type Try = { succeeded: () => Promise<void> };

async function spend(db: Database, counted: Counted[], now: Date): Promise<Result<Try>> {
  const keyOf = ({ kind, key }: Counted) => hashOf(`${kind} ${key}`);
  for (const one of counted) {
    const wait = await countTry(db, keyOf(one), rules[one.kind], now);
    if (wait > 0) return refuse('too-many-tries', { values: { number: Math.ceil(wait / minute) } });
  }
  const keysOf = (isOwn: boolean) =>
    counted.filter(({ kind }) => (kind === 'pair' || kind === 'device') === isOwn).map(keyOf);
  return accept({
    succeeded: async () => {
      await forgetTries(db, keysOf(true));
      // Others share these: one right password does not make up for their wrong ones.
      await giveTryBack(db, keysOf(false));
    },
  });
}

/** Whose password is tried, from where. `person`: null where the account is nobody's. `device`: the browser's cookie. */
type SignInTry = { account: string; person: { id: string } | null; network: string; device: string | undefined };

/** Counts a try to sign in. */
export async function trySignIn(
  db: Database,
  { account, person, network, device }: SignInTry,
  now: Date,
): Promise<Result<Try>> {
  const deviceId = person && knownDevice(device, person.id, now);
  if (deviceId) return spend(db, [{ kind: 'device', key: `${account} ${deviceId}` }], now);
  const stranger: Counted[] = [
    { kind: 'address', key: network },
    { kind: 'pair', key: `${account} ${network}` },
  ];
  const isKnownNetwork =
    person !== null &&
    network !== 'unknown' &&
    (await hasSignedInFrom(db, person.id, keyedHash('network', network), now));
  return spend(db, isKnownNetwork ? stranger : [...stranger, { kind: 'account', key: account }], now);
}

/** Counts a try of a one-time link from an address. */
export const tryLink = (db: Database, token: string, network: string, now: Date): Promise<Result<Try>> =>
  spend(
    db,
    [
      { kind: 'address', key: network },
      { kind: 'pair', key: `link ${token} ${network}` },
    ],
    now,
  );

/** Counts a try of the own password, or a code, by somebody who is signed in. */
export const tryAgainAs = (db: Database, session: { id: string; personId: string }, now: Date): Promise<Result<Try>> =>
  spend(db, [{ kind: 'pair', key: `session ${session.personId} ${session.id}` }], now);

/** How long a browser is known that has signed in to an account. */
export const deviceDays = 180;

const signatureOf = (parts: string[]): string => keyedHash('device', parts.join(' '));

/** Compares in a time that does not tell where texts differ. */
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The value of the cookie, for a browser that signed in at `now`. `newDeviceId`: an id that no other browser has. */
export function deviceCookieFor(personId: string, newDeviceId: string, now: Date): string {
  const parts = [personId, newDeviceId, String(now.getTime())];
  return [...parts, signatureOf(parts)].join('.');
}

/** The id of a browser that has signed in to a person's account; null where the cookie is another's, forged or too old. */
export function knownDevice(cookie: string | undefined, personId: string, now: Date): string | null {
  const [owner = '', id = '', at = '', signature = ''] = cookie?.split('.') ?? [];
  if (owner !== personId || !isSame(signature, signatureOf([owner, id, at]))) return null;
  return now.getTime() - Number(at) < deviceDays * 24 * hour ? id : null;
}
