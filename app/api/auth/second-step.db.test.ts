/** Signing in with a second step, as apps make codes and as somebody meets it who has read one. */
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  beginFactor,
  confirmFactor,
  makeRecoveryCodes,
  removeFactor,
  requireFactor,
  resetFactor,
  secondFactorOf,
} from '#lib/data/people/second-factor';
import { personOfSession, startSession } from '#lib/data/people/sessions';
import { newFactor, secondStep, stepOf } from '#lib/server/session/one-time-code';
import { seal, unseal } from '#lib/server/session/seal';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, must, type TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';

vi.mock('server-only', () => ({}));

const db = testDatabase();
serveDatabase(db);

const now = new Date('2026-01-05T10:00:10Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const codeOf = (secret: string, at = now) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() });

let ann: TestPerson;

beforeEach(async () => {
  ann = await addPerson(db(), 'Ann', 'admin', now);
  await db().user.update({ where: { id: ann.id }, data: { passwordHash: 'hash' } });
});

/** Sets up a second step a minute ago; returns the secret and the recovery codes. */
async function setUp(person = ann) {
  const { shown, sealed } = newFactor('Daily News', { id: person.id, email: 'ann@desk.example' });
  await must(beginFactor(person, sealed));
  const begun = later(-60);
  const step = stepOf(sealed, person.id, codeOf(shown.secret, begun), begun) ?? 0;
  const { codes } = await must(confirmFactor(person, step));
  return { secret: shown.secret, codes };
}

const tryCode = (code: string, at = now) => secondStep(db(), ann.id, code, { now: at, network: '192.0.2.7' });

describe('a code', () => {
  it('is not asked for before the first one was typed', async () => {
    expect(await tryCode('')).toBe('none');
    await must(beginFactor(ann, newFactor('Daily News', { id: ann.id, email: 'ann@desk.example' }).sealed));
    expect(await tryCode('')).toBe('none');
    await setUp();
    expect(await tryCode('')).toBe('wanted');
  });

  it('opens once, also for two who send it at the same moment', async () => {
    const { secret } = await setUp();
    const answers = await Promise.all([tryCode(codeOf(secret)), tryCode(codeOf(secret))]);
    expect(answers.sort()).toEqual(['taken', 'wrong']);
    expect(await tryCode(codeOf(secret))).toBe('wrong');
    expect(await tryCode(codeOf(secret, later(30)), later(30))).toBe('taken');
  });

  it('from before the last one that was used opens nothing', async () => {
    const { secret } = await setUp();
    expect(await tryCode(codeOf(secret, later(30)))).toBe('taken');
    expect(await tryCode(codeOf(secret))).toBe('wrong');
  });

  it('opens half a minute early or late, and no more; spaces do not count', async () => {
    const { secret } = await setUp();
    const early = codeOf(secret, later(-30));
    expect(await tryCode(`${early.slice(0, 3)} ${early.slice(3)}`)).toBe('taken');
    expect(await tryCode(codeOf(secret, later(90)))).toBe('wrong');
    expect(await tryCode('000000')).toBe('wrong');
  });
});

describe('a recovery code', () => {
  it('opens once, however it is typed, and is recorded with how many are left', async () => {
    const { codes } = await setUp();
    const [first = '', second = ''] = codes;
    expect(codes).toHaveLength(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){5}$/);
    expect(await tryCode(first.toUpperCase().replaceAll('-', ' '))).toBe('taken');
    expect(await tryCode(first)).toBe('wrong');
    expect(await tryCode(second)).toBe('taken');
    const lines = await db().auditLine.findMany({ where: { kind: 'recovery-code-used' } });
    expect(lines.map(({ details }) => details)).toEqual(expect.arrayContaining([{ left: 9 }, { left: 8 }]));
  });

  it('ends where new ones are made, and none is in the database', async () => {
    const { codes } = await setUp();
    const fresh = await must(makeRecoveryCodes(ann));
    expect(await tryCode(codes[0] ?? '')).toBe('wrong');
    expect(await tryCode(fresh.codes[0] ?? '')).toBe('taken');
    const stored = JSON.stringify(await db().recoveryCode.findMany());
    for (const code of fresh.codes) expect(stored).not.toContain(code.replaceAll('-', ''));
  });
});

describe('the secret', () => {
  it('is in the database only sealed, for its owner alone', async () => {
    const { secret } = await setUp();
    const row = await db().secondFactor.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(unseal(row.secret, ann.id)).toBe(secret);
    expect(unseal(row.secret, 'bo')).toBeNull();
    expect(unseal(row.secret.slice(0, -4), ann.id)).toBeNull();
    expect(unseal('', ann.id)).toBeNull();
    expect(seal('one', 'ann')).not.toBe(seal('one', 'ann'));
  });

  it('outlives another secret of the desk where the one before is given, and is sealed anew when it is used', async () => {
    const { secret } = await setUp();
    const sealedBefore = (await db().secondFactor.findUniqueOrThrow({ where: { userId: ann.id } })).secret;
    /** The code of a server that was started with other secrets. */
    const withSecrets = async (present: string, before: string) => {
      vi.resetModules();
      Object.assign(process.env, { NEXTAUTH_SECRET: present, NEXTAUTH_SECRET_BEFORE: before });
      return import('#lib/server/session/one-time-code');
    };
    const from = { now, network: '192.0.2.7' };
    const usual = process.env.NEXTAUTH_SECRET ?? '';
    try {
      const without = await withSecrets('another secret of the desk', '');
      expect(await without.secondStep(db(), ann.id, codeOf(secret), from)).toBe('wrong');
      const rotated = await withSecrets('another secret of the desk', usual);
      expect(await rotated.secondStep(db(), ann.id, codeOf(secret), from)).toBe('taken');
      const row = await db().secondFactor.findUniqueOrThrow({ where: { userId: ann.id } });
      expect(row.secret).not.toBe(sealedBefore);
      // From here on the secret of before is not needed.
      const after = await withSecrets('another secret of the desk', '');
      const next = { ...from, now: later(30) };
      expect(await after.secondStep(db(), ann.id, codeOf(secret, later(30)), next)).toBe('taken');
      expect((await db().secondFactor.findUniqueOrThrow({ where: { userId: ann.id } })).secret).toBe(row.secret);
    } finally {
      await withSecrets(usual, '');
    }
  });

  it('is not replaced by a second set-up', async () => {
    await setUp();
    const { sealed } = newFactor('Daily News', { id: ann.id, email: 'ann@desk.example' });
    expect(await beginFactor(ann, sealed)).toMatchObject({ code: 'second-factor-there' });
  });

  it('is drawn for scanners', () => {
    const { shown } = newFactor('每日新闻', { id: ann.id, email: 'ann@desk.example' });
    expect(shown.address).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
    expect(shown.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});

describe('a desk that requires a second step', () => {
  const origin = { userAgent: '', place: 'unknown', network: 'hash' };
  const signIn = async (person: TestPerson, by = 'password') => {
    const { sessionEpoch } = await db().user.findUniqueOrThrow({ where: { id: person.id } });
    const id = await startSession(db(), { id: person.id, sessionEpoch }, origin, now, { by, network: '192.0.2.7' });
    return { personId: person.id, sessionId: id ?? '' };
  };
  /** Whether a session opens the desk, or the set-up alone. */
  const opens = async (session: { personId: string; sessionId: string }) => [
    (await personOfSession(db(), session, now)) !== null,
    (await personOfSession(db(), session, now, true)) !== null,
  ];

  it('leads those without one to set it up, and no further', async () => {
    const bo = await addPerson(db(), 'Bo', 'reviewer', now);
    await db().user.update({ where: { id: bo.id }, data: { passwordHash: 'hash' } });
    const [before, outside] = [await signIn(bo), await addPerson(db(), 'Cy', 'reviewer', now)];
    expect(await requireFactor(ann, true)).toMatchObject({ code: 'second-factor-missing' });
    await setUp();
    await must(requireFactor(ann, true));
    expect(await opens(before)).toEqual([false, true]);
    const after = await signIn(bo);
    expect(await opens(after)).toEqual([false, true]);
    expect(await opens(await signIn(ann))).toEqual([true, false]);
    expect(await opens(await signIn(outside, 'github'))).toEqual([true, false]);
    await setUp({ ...bo, sessionId: after.sessionId });
    expect(await opens(after)).toEqual([true, false]);
    expect(await removeFactor(bo)).toMatchObject({ code: 'second-factor-required' });
    await must(requireFactor(ann, false));
    await must(removeFactor(bo));
    expect(await opens(before)).toEqual([true, false]);
  });

  it('has a way out: an admin resets another’s, whose sessions end; nobody their own', async () => {
    await setUp();
    const bo = await addPerson(db(), 'Bo', 'admin', now);
    const session = await signIn(ann);
    expect(await resetFactor(ann, ann.id)).toMatchObject({ code: 'own-second-factor' });
    await must(resetFactor(bo, ann.id));
    expect(await opens(session)).toEqual([false, false]);
    expect(await secondFactorOf(db(), ann.id)).toEqual({ isOn: false, codesLeft: 0 });
    expect(await db().auditLine.findMany({ where: { kind: 'second-factor-reset' } })).toMatchObject([
      { actorId: bo.id, subjectId: ann.id },
    ]);
  });
});
