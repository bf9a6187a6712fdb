import { describe, expect, it } from 'vitest';
import type { Writer } from '#lib/data/history/change-log';
import type { Role } from '#lib/domain/people/permission';
import type { Result } from '#lib/domain/refusal';
import { testDatabase } from '#lib/testing/database/database';
import {
  activePerson,
  changePerson,
  isSetUp,
  joinByLink,
  listInvites,
  listPeople,
  makeInvite,
  makeLink,
  makeSetupLink,
  personByAccount,
  personToSignIn,
  readLink,
  restoreInvite,
  revokeInvite,
} from './people';

const db = testDatabase();
const now = new Date('2026-03-10T09:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const by = (actorId: string, key?: string): Writer => ({ db: db(), actorId, now, key });
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);
const newcomer = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@desk.example`,
  passwordHash: `hash of ${name}`,
});

async function setUpToken(): Promise<string> {
  const link = await makeSetupLink(db(), now);
  if (!link) throw new Error('the desk is set up already');
  return link.token;
}

/** Somebody at the desk, let in the way everybody is. */
async function person(name: string, role: Role, makerId?: string): Promise<string> {
  const link = await makeLink(db(), { purpose: 'invite', role, makerId, now });
  const joined = await joinByLink(db(), { purpose: 'invite', token: link.token }, newcomer(name), now);
  if (!joined.ok) throw new Error(joined.code);
  return joined.value.id;
}

describe('the set-up link', () => {
  it('makes the first admin, once', async () => {
    const token = await setUpToken();
    const joined = await joinByLink(db(), { purpose: 'setup', token }, newcomer('Mei'), now);
    expect(joined).toMatchObject({ ok: true, value: { role: 'admin' } });
    expect(await isSetUp(db())).toBe(true);

    const again = await joinByLink(db(), { purpose: 'setup', token }, newcomer('Eve'), now);
    expect(codeOf(again)).toBe('link-used');
    expect(await makeSetupLink(db(), now)).toBeNull();
  });

  it('stays good beside that of another server which starts at once, and is replaced by a later one', async () => {
    const [first, second] = [await setUpToken(), await setUpToken()];
    expect(codeOf(await readLink(db(), 'setup', first, now))).toBe('ok');
    expect(codeOf(await readLink(db(), 'setup', second, now))).toBe('ok');
    const third = await makeSetupLink(db(), later(1));
    expect(codeOf(await readLink(db(), 'setup', first, later(1)))).toBe('link-unknown');
    expect(codeOf(await readLink(db(), 'setup', third?.token ?? '', later(1)))).toBe('ok');
  });

  it('expires after thirty days', async () => {
    const token = await setUpToken();
    expect(codeOf(await readLink(db(), 'setup', token, later(29)))).toBe('ok');
    const late = await joinByLink(db(), { purpose: 'setup', token }, newcomer('Mei'), later(30));
    expect(codeOf(late)).toBe('link-expired');
    expect(await isSetUp(db())).toBe(false);
  });

  it('does not open a desk that got its admin another way', async () => {
    const token = await setUpToken();
    await person('Mei', 'admin');
    expect(codeOf(await readLink(db(), 'setup', token, now))).toBe('already-set-up');
  });

  it('is not an invitation', async () => {
    expect(codeOf(await readLink(db(), 'invite', await setUpToken(), now))).toBe('link-unknown');
  });

  it('is kept as a hash', async () => {
    const token = await setUpToken();
    expect(JSON.stringify(await db().link.findMany())).not.toContain(token);
  });
});

describe('joining', () => {
  it('lets one of two simultaneous visitors through one link', async () => {
    const { token } = await makeLink(db(), { purpose: 'invite', role: 'reviewer', now });
    const link = { purpose: 'invite', token } as const;
    const both = await Promise.all([
      joinByLink(db(), link, newcomer('Mei'), now),
      joinByLink(db(), link, newcomer('Hannah'), now),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['link-used', 'ok']);
    expect(await listPeople(db())).toHaveLength(1);
  });

  it('makes one account of one address that comes by two links at once, and leaves the other link open', async () => {
    const links = [
      await makeLink(db(), { purpose: 'invite', role: 'reviewer', now }),
      await makeLink(db(), { purpose: 'invite', role: 'reviewer', now }),
    ];
    const both = await Promise.all(
      links.map(({ token }) => joinByLink(db(), { purpose: 'invite', token }, newcomer('Mei'), now)),
    );
    expect(both.map(codeOf).sort()).toEqual(['email-taken', 'ok']);
    expect(await listInvites(db(), now)).toHaveLength(1);
  });

  it('refuses an e-mail address that somebody has, deactivated or not, and names the field', async () => {
    const admin = await person('Mei', 'admin');
    const gone = await person('Hannah', 'reviewer');
    await changePerson(by(admin), gone, { active: false });
    const { token } = await makeLink(db(), { purpose: 'invite', role: 'viewer', now });
    const joined = await joinByLink(db(), { purpose: 'invite', token }, newcomer('Hannah'), now);
    expect(joined).toMatchObject({ ok: false, code: 'email-taken', field: 'email' });
    expect(codeOf(await readLink(db(), 'invite', token, now))).toBe('ok');
  });
});

describe('invitations', () => {
  it('are listed while they open the door, with who made them', async () => {
    const makerId = await person('Mei', 'admin');
    const link = await makeLink(db(), { purpose: 'invite', role: 'editor', makerId, note: 'for Ian', now });
    const [listed] = await listInvites(db(), now);
    expect(listed).toEqual({
      id: link.id,
      role: 'editor',
      note: 'for Ian',
      maker: 'Mei',
      expiresAt: later(7).toISOString(),
    });
    expect(await listInvites(db(), later(7))).toEqual([]);
  });

  it('open no more once revoked, and open again when that is taken back', async () => {
    const admin = await person('Ana', 'admin');
    const { id, token } = await makeLink(db(), { purpose: 'invite', role: 'editor', now });
    const link = { purpose: 'invite', token } as const;
    expect(codeOf(await revokeInvite(by(admin), id))).toBe('ok');
    expect(codeOf(await joinByLink(db(), link, newcomer('Mei'), now))).toBe('link-unknown');
    expect(await listInvites(db(), now)).toEqual([]);
    expect(codeOf(await restoreInvite(by(admin), id))).toBe('ok');
    expect(codeOf(await joinByLink(db(), link, newcomer('Mei'), now))).toBe('ok');
    expect(codeOf(await revokeInvite(by(admin), id))).toBe('link-used');
  });

  it('sent for again are the same one, with a token that opens', async () => {
    const admin = await person('Ana', 'admin');
    const writer = by(admin, 'invite-of-the-editor');
    const [first, second] = [
      await makeInvite(writer, { role: 'editor', note: null }),
      await makeInvite(writer, { role: 'editor', note: null }),
    ];
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(second.value.id).toBe(first.value.id);
    expect(await listInvites(db(), now)).toHaveLength(1);
    expect(codeOf(await readLink(db(), 'invite', first.value.token, now))).toBe('link-unknown');
    expect(codeOf(await readLink(db(), 'invite', second.value.token, now))).toBe('ok');
    const kept = await db().act.findFirstOrThrow({ where: { actorId: admin } });
    expect(JSON.stringify(kept.result)).not.toContain(second.value.token);
  });

  it('of an admin who was let go or stepped down open no more, until they are back', async () => {
    const admin = await person('Mei', 'admin');
    const makerId = await person('Eve', 'admin');
    const { token } = await makeLink(db(), { purpose: 'invite', role: 'admin', makerId, now });
    const offered = async () => codeOf(await readLink(db(), 'invite', token, now));
    for (const [change, back] of [
      [{ active: false }, { active: true }],
      [{ role: 'editor' }, { role: 'admin' }],
    ] as const) {
      await changePerson(by(admin), makerId, change);
      expect(await offered()).toBe('link-unknown');
      expect(await listInvites(db(), now)).toEqual([]);
      await changePerson(by(admin), makerId, back);
      expect(await offered()).toBe('ok');
    }
  });
});

describe('changing people', () => {
  it('ends the sessions of somebody deactivated, for good, and keeps them from signing in', async () => {
    const admin = await person('Mei', 'admin');
    const id = await person('Hannah', 'reviewer');
    const before = await activePerson(db(), id);
    await changePerson(by(admin), id, { active: false });
    expect(await activePerson(db(), id)).toBeNull();
    expect(await personToSignIn(db(), 'hannah@desk.example')).toBeNull();

    await changePerson(by(admin), id, { active: true });
    const after = await activePerson(db(), id);
    expect(after).toMatchObject({ role: 'reviewer' });
    expect(after?.sessionEpoch).not.toBe(before?.sessionEpoch);
  });

  it('ends sessions where somebody is let go or has another role, and only then', async () => {
    const admin = await person('Mei', 'admin');
    const id = await person('Hannah', 'reviewer');
    const epochAfter = async (change: Parameters<typeof changePerson>[2]) => {
      expect(codeOf(await changePerson(by(admin), id, change))).toBe('ok');
      return (await db().user.findUniqueOrThrow({ where: { id } })).sessionEpoch;
    };
    expect(await epochAfter({ role: 'reviewer' })).toBe(0);
    expect(await epochAfter({ active: true })).toBe(0);
    expect(await epochAfter({ role: 'editor' })).toBe(1);
    expect(await epochAfter({ active: false })).toBe(2);
    expect(await epochAfter({ active: true })).toBe(2);
    expect(await epochAfter({ role: 'viewer', active: false })).toBe(3);
    expect((await db().user.findUniqueOrThrow({ where: { id: admin } })).sessionEpoch).toBe(0);
  });

  it('gives a new role at once', async () => {
    const admin = await person('Mei', 'admin');
    const id = await person('Hannah', 'reviewer');
    await changePerson(by(admin), id, { role: 'viewer' });
    expect(await activePerson(db(), id)).toMatchObject({ role: 'viewer' });
  });

  it('refuses to change oneself, so that the last admin stays', async () => {
    const admin = await person('Mei', 'admin');
    expect(codeOf(await changePerson(by(admin), admin, { role: 'viewer' }))).toBe('own-role');
    expect(codeOf(await changePerson(by(admin), admin, { active: false }))).toBe('own-role');
    expect(await isSetUp(db())).toBe(true);
  });

  it('leaves one admin when two take each other’s role away at once', async () => {
    const [mei, eve] = [await person('Mei', 'admin'), await person('Eve', 'admin')];
    const both = await Promise.all([
      changePerson(by(mei), eve, { role: 'viewer' }),
      changePerson(by(eve), mei, { active: false }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['not-allowed', 'ok']);
    expect(await isSetUp(db())).toBe(true);
  });

  it('refuses those who are no admins, and people who are not there', async () => {
    const admin = await person('Mei', 'admin');
    const editor = await person('Ian', 'editor');
    expect(codeOf(await changePerson(by(editor), admin, { active: false }))).toBe('not-allowed');
    expect(codeOf(await changePerson(by(admin), 'nobody', { role: 'viewer' }))).toBe('not-found');
  });

  it('never shows a password hash in a list', async () => {
    await person('Mei', 'admin');
    expect(JSON.stringify(await listPeople(db()))).not.toContain('hash of');
  });
});

describe('an outside sign-in', () => {
  const account = { provider: 'oidc', providerAccountId: '42', email: 'Mei@Desk.example' };

  it('belongs to the person with its verified e-mail address, and stays theirs when the address changes', async () => {
    const id = await person('Mei', 'admin');
    expect(await personByAccount(db(), account)).toMatchObject({ id });
    expect(await personByAccount(db(), { ...account, email: null })).toMatchObject({ id });
  });

  it('lets nobody in who was not invited, was deactivated, or whose address is not verified', async () => {
    const admin = await person('Mei', 'admin');
    const id = await person('Hannah', 'reviewer');
    const hers = { provider: 'oidc', providerAccountId: '7', email: 'hannah@desk.example' };
    expect(await personByAccount(db(), { ...account, email: 'eve@elsewhere.example' })).toBeNull();
    expect(await personByAccount(db(), { ...hers, email: null })).toBeNull();
    expect(await personByAccount(db(), hers)).toMatchObject({ id });
    await changePerson(by(admin), id, { active: false });
    expect(await personByAccount(db(), hers)).toBeNull();
  });
});
