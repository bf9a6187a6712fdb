/** Every action on access and on the desk's settings leaves a line in the audit trail: a new one needs a case here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'next-auth/jwt';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { makeToken } from '#lib/data/people/feed-tokens';
import { makeInvite, revokeInvite } from '#lib/data/people/people';
import { beginFactor, confirmFactor } from '#lib/data/people/second-factor';
import { startSession } from '#lib/data/people/sessions';
import { deskSettings } from '#lib/data/report/desk';
import { saveView, viewToken } from '#lib/data/search/saved-views';
import { type Act, may } from '#lib/domain/people/permission';
import type { Result } from '#lib/domain/refusal';
import { actOf } from '#lib/server/action';
import { newFactor } from '#lib/server/session/one-time-code';
import { hashPassword } from '#lib/server/session/password';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { request } from '#lib/testing/next-request';
import { testPassword } from '#lib/testing/password';

vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
serveDatabase(db);

const app = path.resolve(import.meta.dirname, '../..');
const files = (ending: string) =>
  readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === ending);

/** What a person does about their own access. What only admins may do is found by the permissions themselves. */
const ownAccess: Act[] = ['change-password', 'second-factor', 'end-sessions', 'keep-tokens', 'keep-feed'];
const isAudited = (act: Act) =>
  ownAccess.includes(act) || (may({ role: 'admin' }, act) && !may({ role: 'editor' }, act));

type Action = (input: unknown) => Promise<Result<unknown>>;

/** The actions that must leave a line, by name. */
async function auditedActions(): Promise<Map<string, Action>> {
  const found = new Map<string, Action>();
  for (const file of files('actions.ts')) {
    const module: Record<string, unknown> = await import(path.join(app, file));
    for (const [name, exported] of Object.entries(module)) {
      const act = actOf(exported);
      if (act && isAudited(act) && !preparing.includes(name)) found.set(name, exported as Action);
    }
  }
  return found;
}

const search = { query: { q: 'CPM' }, isShared: false };
let mei: TestPerson;
let bo: TestPerson;

const origin = { userAgent: 'Firefox', place: 'unknown', network: 'hash' };
const signIn = async (person: TestPerson) => {
  const how = { by: 'password', network: '192.0.2.7' };
  const id = await startSession(db(), { id: person.id, sessionEpoch: 0 }, origin, new Date(), how);
  return id ?? '';
};

beforeEach(async () => {
  mei = await addPerson(db(), 'Mei', 'admin', new Date());
  bo = await addPerson(db(), 'Bo', 'reviewer', new Date());
  await db().user.update({ where: { id: mei.id }, data: { passwordHash: await hashPassword(testPassword) } });
  const token = await encode({
    token: { sub: mei.id, sessionId: await signIn(mei) },
    secret: process.env.NEXTAUTH_SECRET ?? '',
  });
  request.cookies.set('next-auth.session-token', token);
  request.headers.set('origin', 'http://desk.example').set('host', 'desk.example');
  request.headers.set('x-claimdesk-sender', '192.0.2.7');
});

const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

/** Begins the set-up of the admin's second step; returns its secret. */
async function begin(): Promise<string> {
  const { shown, sealed } = newFactor('The Desk', { id: mei.id, email: 'mei@desk.example' });
  await must(beginFactor(mei, sealed));
  return shown.secret;
}

/** Sets up a person's second step; returns the recovery codes. */
async function setUp(person: TestPerson): Promise<string[]> {
  await must(beginFactor(person, 'sealed'));
  return (await must(confirmFactor(person, 1))).codes;
}

/** What only prepares another action: nothing has changed until that one. */
const preparing = ['beginSecondStep'];

/** A valid input for each action. */
const cases: Record<string, () => Promise<unknown> | unknown> = {
  changePassword: () => ({ current: testPassword, password: 'four quiet river stones', keepTokens: false }),
  changePerson: () => ({ id: bo.id, role: 'editor' }),
  passOnFiles: async () => {
    await db().user.update({ where: { id: bo.id }, data: { active: false } });
    return { id: bo.id, toId: mei.id };
  },
  makeInvite: () => ({ role: 'viewer', note: 'For Cy' }),
  revokeInvite: async () => ({ id: (await must(makeInvite(mei, { role: 'viewer', note: null }))).id }),
  restoreInvite: async () => {
    const { id } = await must(makeInvite(mei, { role: 'viewer', note: null }));
    await must(revokeInvite(mei, id));
    return { id };
  },
  saveDesk: async () => ({ ...(await deskSettings(db())), name: 'The Desk' }),
  endSession: async () => ({ id: await signIn(mei), password: testPassword }),
  endSessionsOfPeople: async () => {
    await signIn(bo);
    return { id: bo.id };
  },
  confirmSecondStep: async () => ({ code: codeOf(await begin()) }),
  renewRecoveryCodes: async () => ({ code: (await setUp(mei))[0] }),
  removeSecondStep: async () => ({ password: testPassword, code: (await setUp(mei))[0] }),
  resetSecondStep: async () => {
    await setUp(bo);
    return { id: bo.id };
  },
  requireSecondStep: async () => {
    await setUp(mei);
    return { required: true };
  },
  endOtherSessions: async () => {
    await signIn(mei);
    return { password: testPassword };
  },
  makeToken: () => ({ name: 'Nightly', scopes: ['read'], lifetime: 30 }),
  revokeToken: async () => ({ id: (await must(makeApiToken(bo, { name: 'Old', scopes: ['read'], lifetime: 30 }))).id }),
  makeFeed: () => ({}),
  makeViewFeed: async () => ({ id: (await must(saveView(mei, mei, { name: 'Made', ...search }))).id }),
  endViewFeed: async () => {
    const { id } = await must(saveView(mei, mei, { name: 'Ended', ...search }));
    await must(makeToken(mei, viewToken(id)));
    return { id };
  },
  endFeed: async () => {
    await must(makeToken(mei, 'feed'));
    return {};
  },
};

describe('an action on access or settings', () => {
  it('has a case here', async () => {
    expect([...(await auditedActions()).keys()].sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.keys(cases))('leaves a line with who and from where: %s', async (name) => {
    const input = await cases[name]?.();
    await db().auditLine.deleteMany();
    const action = (await auditedActions()).get(name);
    expect(await action?.(input)).toMatchObject({ ok: true });
    const lines = await db().auditLine.findMany();
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(line).toMatchObject({ actorId: mei.id, network: '192.0.2.7' });
  });
});

describe('sessions', () => {
  it('end for the password of those who have one', async () => {
    const [actions, id] = [await auditedActions(), await signIn(mei)];
    const wrong = { code: 'password-wrong', field: 'password' };
    expect(await actions.get('endSession')?.({ id })).toMatchObject(wrong);
    expect(await actions.get('endOtherSessions')?.({ password: 'not her password' })).toMatchObject(wrong);
    await db().user.update({ where: { id: mei.id }, data: { passwordHash: null } });
    expect(await actions.get('endSession')?.({ id })).toMatchObject({ ok: true });
  });
});

describe('a wrong password inside a session', () => {
  it('leaves a line, and one in the log with the act', async () => {
    const log = vi.fn();
    const held = globalThis as { [key: symbol]: unknown };
    held[Symbol.for('claimdesk.service')] = { log: { info: log } };
    await db().auditLine.deleteMany();
    const change = (await auditedActions()).get('changePassword');
    const sent = { current: 'not her password', password: 'four quiet river stones', keepTokens: false };
    expect(await change?.(sent)).toMatchObject({ code: 'password-wrong', field: 'current' });
    delete held[Symbol.for('claimdesk.service')];
    expect(log.mock.calls).toEqual([[{ act: 'settings.changePassword', code: 'password-wrong' }, 'refused']]);
    expect(await db().auditLine.findMany()).toMatchObject([
      { kind: 'proof-failed', actorId: mei.id, network: '192.0.2.7', details: { why: 'password' } },
    ]);
  });
});

describe('a route that sends a file', () => {
  it('leaves a line too', () => {
    const sending = files('route.ts').filter((file) => {
      const source = readFileSync(path.join(app, file), 'utf8');
      return source.includes('contentDisposition(') && !/\b(?:recordAuditAlone|blobAnswer|noteTaking)\(/.test(source);
    });
    expect(sending).toEqual([]);
  });
});
