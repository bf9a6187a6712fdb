/**
 * Second steps at sign-in: a secret for codes by time, sealed by the caller, and recovery codes for once. Invariant: a code
 * or a recovery code is used once, since the comparison stands inside the UPDATE.
 */
import { randomInt } from 'node:crypto';
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { hashOf } from '#lib/data/database/secret';
import { inSealedTransaction, inTransaction, type Writer } from '#lib/data/history/change-log';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { confirmedFactor, isFactorRequired, requiredKey } from './factor-state';
import { endAllSessions } from './sessions';

/** How many recovery codes a person gets. */
const recoveryCodeCount = 10;
/** Letters and digits that are not mistaken for each other; 24 of them are 118 bits (ASVS 6.5.2 asks for 112). */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function newRecoveryCode(): string {
  const characters = Array.from({ length: 24 }, () => alphabet[randomInt(alphabet.length)]);
  return [0, 4, 8, 12, 16, 20].map((from) => characters.slice(from, from + 4).join('')).join('-');
}

/** A recovery code as it is compared: however it was typed. */
const plainCode = (code: string): string => code.toLowerCase().replace(/[^a-z\d]/g, '');

/** A person's second step: whether they have one, and how many recovery codes are left. */
export async function secondFactorOf(db: Queryable, userId: string): Promise<{ isOn: boolean; codesLeft: number }> {
  const isOn = (await confirmedFactor(db, userId)) !== null;
  return { isOn, codesLeft: isOn ? await db.recoveryCode.count({ where: { userId, usedAt: null } }) : 0 };
}

/** Keeps a sealed secret of the actor's until its first code confirms it. Refused where one is confirmed already. */
export async function beginFactor({ db, actorId, now }: Writer, secret: string): Promise<Result<null>> {
  return db.$transaction(async (tx) => {
    const begun = { secret, createdAt: now, confirmedAt: null, lastStep: 0 };
    const replaced = await tx.secondFactor.updateMany({ where: { userId: actorId, confirmedAt: null }, data: begun });
    if (replaced.count > 0) return accept(null);
    if (await tx.secondFactor.count({ where: { userId: actorId } })) return refuse('second-factor-there');
    await tx.secondFactor.create({ data: { userId: actorId, ...begun } });
    return accept(null);
  });
}

/** The actor's sealed secret that waits for its first code. */
export async function begunFactor({ db, actorId }: Writer): Promise<{ secret: string } | null> {
  return db.secondFactor.findFirst({ where: { userId: actorId, confirmedAt: null }, select: { secret: true } });
}

/**
 * Confirms the actor's begun second step by the time step of its first code, and makes the recovery codes, which are shown
 * once. The actor's session opens everything from then on.
 */
export async function confirmFactor(writer: Writer, step: number): Promise<Result<{ codes: string[] }>> {
  const { actorId: userId, now, sessionId } = writer;
  // Not remembered by its key: the answer holds secrets.
  return inTransaction({ ...writer, key: undefined }, async (tx) => {
    const confirmed = await tx.secondFactor.updateMany({
      where: { userId, confirmedAt: null },
      data: { confirmedAt: now, lastStep: step },
    });
    if (confirmed.count === 0) return refuse('second-factor-there');
    const codes = await replaceRecoveryCodes(tx, userId, now);
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { limitedSince: null } });
    await recordAudit(tx, writer, { kind: 'second-factor-on' });
    return accept({ codes });
  });
}

async function replaceRecoveryCodes(tx: Queryable, userId: string, now: Date): Promise<string[]> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), userId, codeHash: hashOf(plainCode(code)), createdAt: now })),
  });
  return codes;
}

/** Makes new recovery codes in place of the old ones. */
export async function makeRecoveryCodes(writer: Writer): Promise<Result<{ codes: string[] }>> {
  return inTransaction({ ...writer, key: undefined }, async (tx) => {
    const codes = await replaceRecoveryCodes(tx, writer.actorId, writer.now);
    await recordAudit(tx, writer, { kind: 'recovery-codes-made' });
    return accept({ codes });
  });
}

/**
 * Uses the code of a time step of a sealed secret, and keeps the secret as `sealedAnew` where that is given; false where the
 * step, or a later one, was used before.
 */
export async function takeStep(
  db: Queryable,
  userId: string,
  { secret, step, sealedAnew }: { secret: string; step: number; sealedAnew?: string },
): Promise<boolean> {
  const used = await db.secondFactor.updateMany({
    where: { userId, secret, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step, secret: sealedAnew },
  });
  return used.count > 0;
}

/** Uses a recovery code, once, and records it; false where it is none. */
export async function takeRecoveryCode(
  db: Database,
  userId: string,
  code: string,
  { now, network }: { now: Date; network?: string },
): Promise<boolean> {
  return inSealedTransaction(db, { actorId: userId, now }, async (tx) => {
    const used = await tx.recoveryCode.updateMany({
      where: { userId, codeHash: hashOf(plainCode(code)), usedAt: null },
      data: { usedAt: now },
    });
    if (used.count === 0) return false;
    const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
    await recordAudit(tx, { actorId: userId, now, network }, { kind: 'recovery-code-used', details: { left } });
    return true;
  });
}

async function removeAll(tx: Queryable, userId: string): Promise<boolean> {
  const removed = await tx.secondFactor.deleteMany({ where: { userId } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  return removed.count > 0;
}

/** Removes the actor's own second step. Refused where the desk requires one. */
export async function removeFactor(writer: Writer): Promise<Result<null>> {
  return inTransaction(writer, async (tx) => {
    if (await isFactorRequired(tx)) return refuse('second-factor-required');
    if (!(await removeAll(tx, writer.actorId))) return refuse('not-found');
    await recordAudit(tx, writer, { kind: 'second-factor-off' });
    return accept(null);
  });
}

/**
 * Removes the second step of a person who lost theirs, and ends their sessions. By an admin, who resets nobody's own, or
 * by whoever runs the machine.
 */
export async function resetFactor(
  { db, actorId, now, network }: { db: Database; actorId: string | null; now: Date; network?: string },
  personId: string,
): Promise<Result<null>> {
  if (personId === actorId) return refuse('own-second-factor');
  return inSealedTransaction(db, { actorId, now }, async (tx) => {
    if (!(await removeAll(tx, personId))) return refuse('not-found');
    await endAllSessions(tx, personId, now);
    await recordAudit(tx, { actorId, now, network }, { kind: 'second-factor-reset', subjectId: personId });
    return accept(null);
  });
}

/**
 * Requires a second step, or no more. Sessions of people who have a password and no second step are led to set it up. An
 * admin requires only what they have themselves.
 */
export async function requireFactor(writer: Writer, isRequired: boolean): Promise<Result<null>> {
  return inTransaction(writer, async (tx) => {
    if (isRequired && !(await confirmedFactor(tx, writer.actorId))) return refuse('second-factor-missing');
    await tx.setting.upsert({
      where: { key: requiredKey },
      create: { key: requiredKey, value: isRequired },
      update: { value: isRequired },
    });
    const without = {
      passwordHash: { not: null },
      accounts: { none: {} },
      OR: [{ secondFactor: null }, { secondFactor: { confirmedAt: null } }],
    };
    const affected = isRequired ? { endedAt: null, user: without } : { limitedSince: { not: null } };
    await tx.session.updateMany({ where: affected, data: { limitedSince: isRequired ? writer.now : null } });
    await recordAudit(tx, writer, {
      kind: 'second-factor-required',
      details: { required: isRequired ? 'yes' : 'no' },
    });
    return accept(null);
  });
}

/** The people who have a second step, of those asked about by an admin's list. */
export async function peopleWithFactor(db: Queryable): Promise<string[]> {
  const rows = await db.secondFactor.findMany({ where: { confirmedAt: { not: null } }, select: { userId: true } });
  return rows.map(({ userId }) => userId);
}
