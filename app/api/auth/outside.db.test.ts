/** What a provider says of a person is believed for the configured issuer alone; a database that fails is named. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authOptions } from '#lib/server/session/auth';
import { originOf } from '#lib/server/session/origin';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';

vi.mock('server-only', () => ({}));
vi.stubEnv('OIDC_ISSUER', 'https://id.desk.example/').stubEnv('OIDC_ID', 'desk').stubEnv('OIDC_SECRET', 'secret');
vi.stubEnv('CLAIMDESK_URL', 'https://desk.example');

const db = testDatabase();
serveDatabase(db);

const options = () =>
  authOptions({ origin: originOf(() => null), device: undefined, before: null, onSignIn: () => {} });

/** Comes back from the provider as a person whom it calls by an address and itself by an issuer. */
const comeBack = (iss: string | undefined, email = 'ann@desk.example') =>
  options().callbacks?.signIn?.({
    user: { id: 'sub', email },
    account: { type: 'oauth', provider: 'oidc', providerAccountId: 'sub' },
    profile: { iss, email, email_verified: true } as object,
  });

describe('an identity token', () => {
  beforeEach(async () => {
    const { id } = await addPerson(db());
    await db().user.update({ where: { id }, data: { email: 'ann@desk.example' } });
  });

  it.each(['https://id.desk.example', 'https://id.desk.example/'])('of the issuer lets in: %s', async (iss) => {
    expect(await comeBack(iss)).toBe(true);
  });

  it.each(['https://id.evil.example', 'https://id.desk.example/other', undefined])(
    'of another does not: %s',
    async (iss) => {
      expect(await comeBack(iss)).toBe('/sign-in?error=issuer');
    },
  );
});

describe('behind TLS', () => {
  it('the cookie of a session is of this host alone, and a provider proves that it was asked just now', () => {
    const { cookies, providers } = options();
    const { name, options: setting } = cookies?.sessionToken ?? { name: '', options: {} };
    expect(name).toBe('__Host-next-auth.session-token');
    expect(setting).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
    expect(providers.find(({ id }) => id === 'oidc')).toMatchObject({ checks: ['pkce', 'state', 'nonce'] });
  });
});

describe('a sign-in while the database is away', () => {
  it('says so', async () => {
    const [byPassword] = options().providers;
    if (!byPassword) throw new Error('passwords are always taken');
    const { authorize } = byPassword.options as unknown as { authorize: (sent: object) => Promise<unknown> };
    const held = globalThis as { claimdeskDatabase?: unknown };
    const kept = held.claimdeskDatabase;
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    held.claimdeskDatabase = {
      user: { findFirst: () => Promise.reject(away), findUnique: () => Promise.reject(away) },
    };
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    const asked = authorize({ email: 'ann@desk.example', password: 'four quiet river stones' });
    await expect(asked).rejects.toThrow(/^database-unreachable$/);
    expect(told).toHaveBeenCalledOnce();
    held.claimdeskDatabase = kept;
    told.mockRestore();
  });
});
