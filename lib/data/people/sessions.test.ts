import { describe, expect, it } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson, testMoment } from '#lib/testing/database/rows';
import { bearerOf, makeApiToken } from './api-tokens';
import { makeToken, personOfToken } from './feed-tokens';
import { replacePassword } from './lost-password';
import { changePerson } from './people';
import {
  changeOwnPassword,
  endSessionsOf,
  hasSignedInFrom,
  listSessions,
  livingSessions,
  noteSessionSeen,
  personOfSession,
  renewSession,
  revokeOtherSessions,
  revokeSession,
  signOutSession,
  startSession,
} from './sessions';

const db = testDatabase();
const now = testMoment;
const origin = { userAgent: 'Firefox', place: '192.0.2.0/24', network: 'hash of 192.0.2.7' };
const byPassword = { by: 'password', network: '192.0.2.7' };
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

async function signIn(person: TestPerson, at = now): Promise<string> {
  const { sessionEpoch } = await db().user.findUniqueOrThrow({ where: { id: person.id } });
  const id = await startSession(db(), { id: person.id, sessionEpoch }, origin, at, byPassword);
  if (!id) throw new Error('no session');
  return id;
}

const opens = async (person: TestPerson, sessionId: string, at = now) =>
  (await personOfSession(db(), { personId: person.id, sessionId }, at)) !== null;

const token = { name: 'Nightly', scopes: ['read' as const], lifetime: 0 as const };

describe('a session', () => {
  it('opens for its person alone, and is read in one statement', async () => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const id = await signIn(ann);
    expect(await opens(ann, id)).toBe(true);
    expect(await opens(bo, id)).toBe(false);
    expect(await opens(ann, `${id}x`)).toBe(false);
    expect(await db.statementsOf(() => opens(ann, id))).toHaveLength(1);
  });

  it('is over after thirty days, or fourteen without use', async () => {
    const ann = await addPerson(db());
    const id = await signIn(ann);
    expect(await opens(ann, id, later(13))).toBe(true);
    expect(await opens(ann, id, later(14))).toBe(false);
    for (const day of [10, 20, 29]) await noteSessionSeen(db(), id, later(day));
    expect(await opens(ann, id, later(29.9))).toBe(true);
    expect(await opens(ann, id, later(30))).toBe(false);
  });

  it.each<[string, (ann: TestPerson, id: string, admin: TestPerson) => Promise<unknown>]>([
    ['sign-out', (ann, id) => signOutSession(db(), { id, personId: ann.id }, { now })],
    ['being revoked', (ann, id) => revokeSession(ann, id)],
    ['a new password', (ann) => changeOwnPassword(ann, { passwordHash: 'new', endsTokens: false }, origin)],
    ['a link for a new password', (ann) => replacePassword(db(), ann.id, now)],
    ['another role', (ann, _, admin) => changePerson(admin, ann.id, { role: 'viewer' })],
    [
      'being let out, for good',
      async (ann, _, admin) => {
        await changePerson(admin, ann.id, { active: false });
        await changePerson(admin, ann.id, { active: true });
      },
    ],
  ])('ends with %s, and so does a live stream that holds it', async (_, act) => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const admin = await addPerson(db(), 'Mei', 'admin');
    const [id, other] = [await signIn(ann), await signIn(bo)];
    await act(ann, id, admin);
    expect(await opens(ann, id)).toBe(false);
    expect(await livingSessions(db(), [id, other], now)).toEqual(new Set([other]));
  });

  it('ends where somebody signs in again in its browser, whoever it is', async () => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const [before, elsewhere] = [await signIn(ann), await signIn(ann)];
    const how = { ...byPassword, before: { id: before, personId: ann.id } };
    expect(await startSession(db(), { id: bo.id, sessionEpoch: 9 }, origin, now, how)).toBeNull();
    expect(await opens(ann, before)).toBe(true);
    const after = await startSession(db(), { id: bo.id, sessionEpoch: 0 }, origin, now, how);
    expect(await opens(bo, after ?? '')).toBe(true);
    expect([await opens(ann, before), await opens(ann, elsewhere)]).toEqual([false, true]);
  });

  it('goes on under another id, with its tokens, which ends copies of its cookie', async () => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const [id, other] = [await signIn(ann), await signIn(ann)];
    const { secret } = await must(makeApiToken({ ...ann, sessionId: id }, token));
    expect(await renewSession({ ...bo, sessionId: id })).toMatchObject({ code: 'signed-out' });
    const renewed = await must(renewSession({ ...ann, sessionId: id }));
    expect([await opens(ann, id), await opens(ann, renewed), await opens(ann, other)]).toEqual([false, true, true]);
    await must(revokeSession(ann, renewed));
    expect(await bearerOf(db(), secret, now)).toBeNull();
    expect(await renewSession({ ...ann, sessionId: renewed })).toMatchObject({ code: 'signed-out' });
    expect(await renewSession(ann)).toMatchObject({ code: 'signed-out' });
  });

  it('ends where an admin ends those of its person, or everybody’s; the admin’s own stay', async () => {
    const [ann, bo, admin] = [
      await addPerson(db()),
      await addPerson(db(), 'Bo'),
      await addPerson(db(), 'Mei', 'admin'),
    ];
    const [one, two, other, own] = [await signIn(ann), await signIn(ann), await signIn(bo), await signIn(admin)];
    expect(await endSessionsOf(admin, admin.id)).toMatchObject({ code: 'not-allowed' });
    expect(await must(endSessionsOf(admin, ann.id))).toEqual({ sessions: 2 });
    expect(await livingSessions(db(), [one, two, other, own], now)).toEqual(new Set([other, own]));
    expect(await must(endSessionsOf(admin))).toEqual({ sessions: 1 });
    expect(await livingSessions(db(), [other, own], now)).toEqual(new Set([own]));
    const lines = await db().auditLine.findMany({ where: { kind: 'sessions-ended' } });
    expect(lines.map(({ subjectId }) => subjectId).sort()).toEqual([ann.id, bo.id].sort());
  });

  it('stays where a role is given that the person has', async () => {
    const [ann, admin] = [await addPerson(db()), await addPerson(db(), 'Mei', 'admin')];
    const id = await signIn(ann);
    await changePerson(admin, ann.id, { role: 'reviewer' });
    expect(await opens(ann, id)).toBe(true);
  });

  it('does not start where the password changed while it was checked', async () => {
    const ann = await addPerson(db());
    await must(changeOwnPassword(ann, { passwordHash: 'new', endsTokens: false }, origin));
    expect(await startSession(db(), { id: ann.id, sessionEpoch: 0 }, origin, now, byPassword)).toBeNull();
  });

  it('is listed with when, where and by what, until it ends', async () => {
    const ann = await addPerson(db());
    const [first, second] = [await signIn(ann), await signIn(ann, later(1))];
    expect(await listSessions(db(), ann.id, later(1))).toEqual([
      {
        id: second,
        createdAt: later(1).toISOString(),
        lastSeenAt: later(1).toISOString(),
        userAgent: 'Firefox',
        place: '192.0.2.0/24',
      },
      {
        id: first,
        createdAt: now.toISOString(),
        lastSeenAt: now.toISOString(),
        userAgent: 'Firefox',
        place: '192.0.2.0/24',
      },
    ]);
    await signOutSession(db(), { id: second, personId: ann.id }, { now: later(1) });
    expect(await listSessions(db(), ann.id, later(1))).toHaveLength(1);
  });

  it('is known by its network for ninety days, also after it ended', async () => {
    const ann = await addPerson(db());
    await signOutSession(db(), { id: await signIn(ann), personId: ann.id }, { now });
    expect(await hasSignedInFrom(db(), ann.id, origin.network, later(89))).toBe(true);
    expect(await hasSignedInFrom(db(), ann.id, origin.network, later(91))).toBe(false);
    expect(await hasSignedInFrom(db(), ann.id, 'another', now)).toBe(false);
  });
});

describe('revoking', () => {
  it('ends the tokens made in the session, and no others', async () => {
    const ann = await addPerson(db());
    const [stolen, own] = [await signIn(ann), await signIn(ann)];
    const thiefs = await must(makeApiToken({ ...ann, sessionId: stolen }, token));
    const anns = await must(makeApiToken({ ...ann, sessionId: own }, token));
    expect(await must(revokeSession({ ...ann, sessionId: own }, stolen))).toEqual({ tokens: 1 });
    expect(await bearerOf(db(), thiefs.secret, now)).toBeNull();
    expect(await bearerOf(db(), anns.secret, now)).not.toBeNull();
  });

  it('reaches all others at once', async () => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const [first, second, own, bos] = [await signIn(ann), await signIn(ann), await signIn(ann), await signIn(bo)];
    const feed = await must(makeToken({ ...ann, sessionId: first }, 'feed'));
    expect(await must(revokeOtherSessions(ann, own))).toEqual({ sessions: 2, tokens: 1 });
    expect(await livingSessions(db(), [first, second, own, bos], now)).toEqual(new Set([own, bos]));
    expect(await personOfToken(db(), 'feed', feed.secret, now)).toBeNull();
  });

  it('is refused for a session of another person, or one that has ended', async () => {
    const [ann, bo] = [await addPerson(db()), await addPerson(db(), 'Bo')];
    const id = await signIn(ann);
    expect(await revokeSession(bo, id)).toMatchObject({ code: 'not-found' });
    await must(revokeSession(ann, id));
    expect(await revokeSession(ann, id)).toMatchObject({ code: 'not-found' });
  });
});

describe('a new password', () => {
  it.each([true, false])('ends the tokens of the person: %s', async (endsTokens) => {
    const ann = await addPerson(db());
    const made = await must(makeApiToken({ ...ann, sessionId: await signIn(ann) }, token));
    const changed = await must(changeOwnPassword(ann, { passwordHash: 'new', endsTokens }, origin));
    expect(changed.tokens).toBe(endsTokens ? 1 : 0);
    expect((await bearerOf(db(), made.secret, now)) === null).toBe(endsTokens);
    expect(await opens(ann, changed.sessionId)).toBe(true);
  });
});
