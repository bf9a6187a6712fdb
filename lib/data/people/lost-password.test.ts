import { beforeEach, expect, it } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, type TestPerson, testMoment } from '#lib/testing/database/rows';
import { readPasswordLink, replacePassword, setPasswordByLink } from './lost-password';
import { makeLink, readLink } from './people';
import { personOfSession, startSession } from './sessions';

const db = testDatabase();
const now = testMoment;
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

let ann: TestPerson;
beforeEach(async () => {
  ann = await addPerson(db(), 'Ann', 'reviewer', now);
  await db().user.update({ where: { id: ann.id }, data: { passwordHash: 'lost' } });
});

const linkFor = async (at = now) => (await replacePassword(db(), ann.id, at))?.token ?? '';
const set = (token: string, at: Date, passwordHash = 'new') => setPasswordByLink(db(), { token, passwordHash }, at);
const ownRow = () => db().user.findUniqueOrThrow({ where: { id: ann.id } });
const ownHash = async () => (await ownRow()).passwordHash;

it('ends the old password at once, and sets a new one by the link once', async () => {
  const token = await linkFor();
  expect(await ownHash()).toBeNull();
  expect(await set(token, later(1))).toEqual({ ok: true, value: { email: (await ownRow()).email } });
  expect(await ownHash()).toBe('new');
  expect(await set(token, later(2), 'a stranger’s')).toMatchObject({ code: 'link-used' });
  expect(await ownHash()).toBe('new');
  const kinds = await db().auditLine.findMany({ orderBy: { at: 'asc' }, select: { kind: true, actorId: true } });
  expect(kinds).toEqual([
    { kind: 'password-replaced', actorId: null },
    { kind: 'password-changed', actorId: ann.id },
  ]);
});

it('works for a day, and only the newest link of a person does', async () => {
  const first = await linkFor();
  const second = await linkFor(later(1));
  expect(await set(first, later(2))).toMatchObject({ code: 'link-unknown' });
  expect(await readPasswordLink(db(), second, later(24.9))).toMatchObject({
    ok: true,
    value: { person: { name: 'Ann' } },
  });
  expect(await set(second, later(25))).toMatchObject({ code: 'link-expired' });
  expect(await ownHash()).toBeNull();
});

it('lets one of two simultaneous visitors through', async () => {
  const token = await linkFor();
  const answers = await Promise.all([set(token, later(1), 'one'), set(token, later(1), 'two')]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'link-used' });
});

it('ends sessions that began before the new password', async () => {
  const token = await linkFor();
  const { sessionEpoch } = await db().user.findUniqueOrThrow({ where: { id: ann.id } });
  const origin = { userAgent: 'Firefox', place: 'unknown', network: 'hash' };
  const how = { by: 'github', network: '192.0.2.7' };
  const sessionId = (await startSession(db(), { id: ann.id, sessionEpoch }, origin, now, how)) ?? '';
  expect(await personOfSession(db(), { personId: ann.id, sessionId }, now)).not.toBeNull();
  await set(token, later(1));
  expect(await personOfSession(db(), { personId: ann.id, sessionId }, later(1))).toBeNull();
});

it('opens for no other purpose, and for nobody who was let out', async () => {
  const token = await linkFor();
  expect(await readLink(db(), 'invite', token, now)).toMatchObject({ code: 'link-unknown' });
  const invite = await makeLink(db(), { purpose: 'invite', role: 'admin', userId: ann.id, now });
  expect(await set(invite.token, now)).toMatchObject({ code: 'link-unknown' });
  await db().user.update({ where: { id: ann.id }, data: { active: false } });
  expect(await set(token, now)).toMatchObject({ code: 'link-unknown' });
  expect(await replacePassword(db(), ann.id, now)).toBeNull();
});
