/** The people of the desk, and the one-time links by which they come in. */

import { type Database, isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { hashOf, newSecret } from '#lib/data/database/secret';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inSealedTransaction, inTransaction, type Writer } from '#lib/data/history/change-log';
import type { Role } from '#lib/domain/people/permission';
import {
  checkLink,
  type JoinPurpose,
  type LinkPurpose,
  linkLifetimeDays,
  type NewPerson,
} from '#lib/domain/people/person-input';
import type { InviteListed, PersonListed, PersonView } from '#lib/domain/people/person-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { type PersonRow, publicColumns, withRole } from './person-row';
import { endAllSessions } from './sessions';

const inDays = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);

/** A person as they are now; null where they were deactivated or never were. */
export async function activePerson(db: Queryable, id: string): Promise<PersonRow | null> {
  const row = await db.user.findFirst({ where: { id, active: true, sample: false }, ...publicColumns });
  return row && withRole(row);
}

/** A person by e-mail with the hash of their password, for signing in. */
export async function personToSignIn(db: Queryable, email: string) {
  const row = await db.user.findFirst({
    where: { email, active: true, sample: false },
    select: { ...publicColumns.select, passwordHash: true },
  });
  return row && withRole(row);
}

export async function listPeople(db: Queryable): Promise<PersonListed[]> {
  const rows = await db.user.findMany({
    where: { sample: false, imported: false },
    select: { ...publicColumns.select, lastSeenAt: true, _count: { select: { judgements: true } } },
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  });
  return rows.map(({ _count, lastSeenAt, sessionEpoch: _, ...row }) => ({
    ...withRole(row),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    judgements: _count.judgements,
  }));
}

/** Those who may be named in a comment, by name. */
export async function activePeople(db: Queryable): Promise<PersonView[]> {
  return db.user.findMany({
    where: { active: true, sample: false },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** Whether the desk has anybody who can run it. */
export async function isSetUp(db: Queryable): Promise<boolean> {
  return (await db.user.count({ where: { role: 'admin', active: true, sample: false } })) > 0;
}

export type LinkMade = { id: string; token: string; expiresAt: Date };

/** Makes a one-time link; `userId`: whom it is for. The token is returned once; the database keeps its hash. */
export async function makeLink(
  db: Queryable,
  link: { purpose: LinkPurpose; role: Role; makerId?: string; userId?: string; note?: string | null; now: Date },
): Promise<LinkMade> {
  const token = newSecret();
  const row = await db.link.create({
    data: {
      id: newId(),
      purpose: link.purpose,
      tokenHash: hashOf(token),
      role: link.role,
      note: link.note,
      makerId: link.makerId,
      userId: link.userId,
      createdAt: link.now,
      expiresAt: inDays(link.now, linkLifetimeDays[link.purpose]),
    },
  });
  return { id: row.id, token, expiresAt: row.expiresAt };
}

/** How long a set-up link stays good beside newer ones (ms): of two servers that start at once, each prints one. */
const setupTogether = 3_600_000;

/** A fresh set-up link, which replaces those from before the last hour; null where the desk is set up. */
export async function makeSetupLink(db: Database, now: Date): Promise<LinkMade | null> {
  return db.$transaction(async (tx) => {
    if (await isSetUp(tx)) return null;
    const createdAt = { lt: new Date(now.getTime() - setupTogether) };
    await tx.link.updateMany({
      where: { purpose: 'setup', usedAt: null, revokedAt: null, createdAt },
      data: { revokedAt: now },
    });
    return makeLink(tx, { purpose: 'setup', role: 'admin', now });
  });
}

/**
 * An invitation is good while whoever made it is an active admin: letting an admin go closes the doors they left open,
 * and letting them back in opens those again.
 */
const vouchedFor: Prisma.LinkWhereInput = { OR: [{ makerId: null }, { maker: { role: 'admin', active: true } }] };

/** What a link for an account offers, or why it does not open. */
export async function readLink(
  db: Queryable,
  purpose: JoinPurpose,
  token: string,
  now: Date,
): Promise<Result<{ id: string; role: Role }>> {
  const link = await db.link.findFirst({ where: { purpose, tokenHash: hashOf(token), ...vouchedFor } });
  const check = checkLink(link, now);
  if (!check.ok || !link) return check.ok ? refuse('link-unknown') : check;
  if (purpose === 'setup' && (await isSetUp(db))) return refuse('already-set-up');
  return accept({ id: link.id, role: link.role as Role });
}

/** Makes an account by a link and uses the link up, in one transaction. */
export async function joinByLink(
  db: Database,
  link: { purpose: JoinPurpose; token: string },
  person: Omit<NewPerson, 'password'> & { passwordHash: string },
  now: Date,
  network?: string,
): Promise<Result<{ id: string; role: Role }>> {
  const joining = inSealedTransaction(db, { actorId: null, now }, async (tx) => {
    const offered = await readLink(tx, link.purpose, link.token, now);
    if (!offered.ok) return offered;
    const { id, role } = offered.value;
    if (await tx.user.count({ where: { email: person.email } })) return refuse('email-taken', { field: 'email' });
    // The comparison inside the UPDATE lets one of two simultaneous visitors through.
    const used = await tx.link.updateMany({ where: { id, usedAt: null, revokedAt: null }, data: { usedAt: now } });
    if (used.count === 0) return refuse('link-used');
    const user = await tx.user.create({ data: { id: newId(), ...person, role, createdAt: now } });
    await tx.link.update({ where: { id }, data: { userId: user.id } });
    await recordAudit(tx, { actorId: user.id, now, network }, { kind: 'joined', details: { role } });
    return accept({ id: user.id, role });
  });
  return joining.catch((error: unknown) => {
    // Two links, one e-mail address, the same moment: the unique index decides, and the second link stays unused.
    if (isUniqueViolation(error)) return refuse('email-taken', { field: 'email' });
    throw error;
  });
}

/** Invitations that still open the door. */
export async function listInvites(db: Queryable, now: Date): Promise<InviteListed[]> {
  const rows = await db.link.findMany({
    where: { purpose: 'invite', usedAt: null, revokedAt: null, expiresAt: { gt: now }, ...vouchedFor },
    include: { maker: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ id, role, note, expiresAt, maker }) => ({
    ...{ id, note },
    role: role as Role,
    expiresAt: expiresAt.toISOString(),
    maker: maker?.name ?? null,
  }));
}

/**
 * Makes an invitation. Sent again, it is the same invitation with another token: the first one was never seen, and a token
 * is kept nowhere.
 */
export async function makeInvite(
  writer: Writer,
  { role, note }: { role: Role; note: string | null },
): Promise<Result<LinkMade>> {
  const { actorId: makerId, now } = writer;
  const made = await inTransaction(writer, async (tx) => {
    const { id, expiresAt } = await makeLink(tx, { purpose: 'invite', role, note, makerId, now });
    await recordAudit(tx, writer, { kind: 'invitation-made', details: { role, note } });
    return accept({ id, expiresAt: expiresAt.toISOString() });
  });
  if (!made.ok) return made;
  const { id, expiresAt } = made.value;
  const token = newSecret();
  await writer.db.link.updateMany({ where: { id, usedAt: null }, data: { tokenHash: hashOf(token) } });
  return accept({ id, token, expiresAt: new Date(expiresAt) });
}

export async function revokeInvite(writer: Writer, id: string): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const revoked = await tx.link.updateMany({
      where: { id, purpose: 'invite', usedAt: null, revokedAt: null },
      data: { revokedAt: writer.now },
    });
    if (revoked.count === 0) return refuse('link-used');
    await recordAudit(tx, writer, { kind: 'invitation-revoked', details: await detailsOfLink(tx, id) });
    return accept({ id });
  });
}

const detailsOfLink = (tx: Queryable, id: string): Promise<{ role: string; note: string | null }> =>
  tx.link.findUniqueOrThrow({ where: { id }, select: { role: true, note: true } });

/** Takes a revocation back. The link opens again until it expires. */
export async function restoreInvite(writer: Writer, id: string): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const restored = await tx.link.updateMany({
      where: { id, purpose: 'invite', usedAt: null, revokedAt: { not: null } },
      data: { revokedAt: null },
    });
    if (restored.count === 0) return refuse('not-found');
    await recordAudit(tx, writer, { kind: 'invitation-restored', details: await detailsOfLink(tx, id) });
    return accept({ id });
  });
}

/**
 * Changes a person's role or lets them in or out. Another role, and being let out, end their sessions. The desk never loses its last active admin: nobody changes themselves,
 * and of two admins who take each other's role away at once the second is no admin any more and is refused.
 */
export async function changePerson(
  writer: Writer,
  personId: string,
  change: { role?: Role; active?: boolean },
): Promise<Result<{ id: string }>> {
  const { actorId, now } = writer;
  if (personId === actorId) return refuse('own-role');
  return inTransaction(writer, async (tx) => {
    // Writing both rows as they are locks them, in one order for everybody, and reads the actor's role behind the lock.
    for (const id of [actorId, personId].sort()) {
      await tx.user.updateMany({ where: { id }, data: { sessionEpoch: { increment: 0 } } });
    }
    const actor = await activePerson(tx, actorId);
    if (actor?.role !== 'admin') return refuse('not-allowed');
    const before = await tx.user.findFirst({
      where: { id: personId, sample: false },
      select: { role: true, active: true },
    });
    if (!before) return refuse('not-found');
    await tx.user.update({ where: { id: personId }, data: change });
    const hasNewRole = change.role !== undefined && change.role !== before.role;
    if (change.active === false || hasNewRole) await endAllSessions(tx, personId, now);
    if (hasNewRole) {
      const details = { from: before.role, to: change.role ?? null };
      await recordAudit(tx, writer, { kind: 'role-changed', subjectId: personId, details });
    }
    if (change.active !== undefined && change.active !== before.active) {
      const kind = change.active ? 'reactivated' : 'deactivated';
      await recordAudit(tx, writer, { kind, subjectId: personId });
    }
    return accept({ id: personId });
  });
}

/** The person that an outside sign-in belongs to: tied before, or invited under the same verified e-mail. */
export async function personByAccount(
  db: Database,
  account: { provider: string; providerAccountId: string; email: string | null },
): Promise<PersonRow | null> {
  const { provider, providerAccountId, email } = account;
  const tied = await db.account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    include: { user: publicColumns },
  });
  if (tied) return tied.user.active ? withRole(tied.user) : null;
  const person = email ? await personToSignIn(db, email.toLowerCase()) : null;
  if (!person) return null;
  await db.account.create({ data: { provider, providerAccountId, userId: person.id } });
  return person;
}
