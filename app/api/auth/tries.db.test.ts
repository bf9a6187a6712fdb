/** Guessing a password, as strangers do and as the owner of the account meets it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startSession } from '#lib/data/people/sessions';
import { authOptions } from '#lib/server/session/auth';
import { originOf } from '#lib/server/session/origin';
import { hashPassword } from '#lib/server/session/password';
import { deviceCookieFor, deviceDays, knownDevice } from '#lib/server/session/tries';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { testPassword } from '#lib/testing/password';

vi.mock('server-only', () => ({}));

const db = testDatabase();
serveDatabase(db);

const from = (address: string) => originOf((name) => (name === 'x-claimdesk-sender' ? address : null));

type Credentials = { authorize: (sent: { email: string; password: string }) => Promise<{ id: string } | null> };

/** Tries a password from an address; returns `in`, or why not. */
async function signIn(email: string, password: string, address: string, device?: string): Promise<string> {
  const { providers } = authOptions({ origin: from(address), device, before: null, onSignIn: () => {} });
  const [byPassword] = providers;
  if (!byPassword) throw new Error('passwords are always taken');
  const { authorize } = byPassword.options as unknown as Credentials;
  try {
    return (await authorize({ email, password })) ? 'in' : 'wrong';
  } catch (error) {
    return (error as Error).message;
  }
}

let ann: TestPerson;
let email: string;

beforeEach(async () => {
  ann = await addPerson(db());
  const passwordHash = await hashPassword(testPassword);
  email = 'ann@desk.example';
  await db().user.update({ where: { id: ann.id }, data: { email, passwordHash } });
});

/** Fails as often as is free from one address, and once more. */
async function failFrom(address: string, password = 'not her password'): Promise<string> {
  let last = '';
  for (let tries = 0; tries < 6; tries += 1) last = await signIn(email, password, address);
  return last;
}

describe('wrong passwords', () => {
  it('make their sender wait, also with the right one', async () => {
    expect(await failFrom('203.0.113.5')).toBe('too-many-tries 1');
    expect(await signIn(email, testPassword, '203.0.113.5')).toBe('too-many-tries 1');
  });

  it('from one address do not lock the owner out at another', async () => {
    await failFrom('203.0.113.5');
    expect(await signIn(email, testPassword, '198.51.100.7')).toBe('in');
  });

  it('count for a whole network of IPv6', async () => {
    for (let tries = 0; tries < 5; tries += 1) await signIn(email, 'wrong', `2001:db8:1:2::${tries}`);
    expect(await signIn(email, 'wrong', '2001:db8:1:2:ffff::9')).toBe('too-many-tries 1');
    expect(await signIn(email, 'wrong', '2001:db8:1:3::9')).toBe('wrong');
  });

  it('of accounts that nobody has are counted the same', async () => {
    const nobody = 'nobody@desk.example';
    for (let tries = 0; tries < 5; tries += 1) expect(await signIn(nobody, 'wrong', '203.0.113.5')).toBe('wrong');
    expect(await signIn(nobody, 'wrong', '203.0.113.5')).toBe('too-many-tries 1');
  });

  it('are forgotten once the right one came', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) expect(await signIn(email, 'wrong', '203.0.113.5')).toBe('wrong');
      expect(await signIn(email, testPassword, '203.0.113.5')).toBe('in');
    }
  });
});

describe('an attack from everywhere', () => {
  /** As if sixty addresses had tried. */
  const attack = async () => {
    for (let at = 0; at < 52; at += 1) await signIn(email, 'wrong', `203.0.113.${at}`);
  };

  it('is slowed down, and does not reach a browser or a network that signed in before', async () => {
    const origin = from('198.51.100.7').session;
    await startSession(db(), { id: ann.id, sessionEpoch: 0 }, origin, new Date(), {
      by: 'password',
      network: '198.51.100.7',
    });
    await attack();
    expect(await signIn(email, testPassword, '203.0.113.99')).toMatch(/^too-many-tries/);
    const device = deviceCookieFor(ann.id, 'laptop', new Date());
    expect(await signIn(email, testPassword, '203.0.113.99', device)).toBe('in');
    expect(await signIn(email, testPassword, '198.51.100.7')).toBe('in');
  });

  it('is not let through by a known browser’s cookie without end', async () => {
    const device = deviceCookieFor(ann.id, 'laptop', new Date());
    for (let tries = 0; tries < 10; tries += 1)
      expect(await signIn(email, 'wrong', '203.0.113.5', device)).toBe('wrong');
    expect(await signIn(email, 'wrong', '203.0.113.6', device)).toBe('too-many-tries 1');
  });
});

describe('the cookie of a known browser', () => {
  const now = new Date();

  it('counts for its person alone, as it was made, for half a year', () => {
    const cookie = deviceCookieFor('ann', 'laptop', now);
    expect(knownDevice(cookie, 'ann', now)).toBe('laptop');
    expect(knownDevice(cookie, 'bo', now)).toBeNull();
    expect(knownDevice(cookie.replace('laptop', 'laptap'), 'ann', now)).toBeNull();
    expect(knownDevice(cookie.replace('ann', 'bo'), 'bo', now)).toBeNull();
    expect(knownDevice(undefined, 'ann', now)).toBeNull();
    expect(knownDevice('ann.laptop.1.', 'ann', now)).toBeNull();
    expect(knownDevice(cookie, 'ann', new Date(now.getTime() + deviceDays * 86_400_000))).toBeNull();
  });
});
