/**
 * The audit trail's rows. `recordAudit` alone writes them, in the transaction of what they tell of. Each is sealed in the
 * desk's chain (history/sealed-rows.ts), and told to whoever keeps the log once it is committed.
 */
import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { afterCommit, inSealedTransaction } from '#lib/data/history/change-log';
import type { DeskSealed } from '#lib/data/history/desk-chain';
import type { AuditDetails, AuditKind, AuditView } from '#lib/domain/people/audit';
import type { AuditFilter } from '#lib/domain/people/audit-input';
import { shortenedNetwork } from '#lib/domain/people/network';

/** Who does what is recorded, when and from where. A `Writer` is one. */
export type AuditedBy = { actorId: string | null; now: Date; network?: string };

type AuditEntry = { kind: AuditKind; subjectId?: string; details?: AuditDetails };

/** A line that is in the trail, with the seal of the desk's line that tells of it. */
export type AuditTold = AuditedBy & AuditEntry & { id: string; seal: DeskSealed | null };

const key = Symbol.for('claimdesk.audit-listeners');
// The bundler may load this module twice in one process, as with the change log.
const shared = globalThis as { [key]?: Set<(line: AuditTold) => void> };
const listeners = () => {
  shared[key] ??= new Set();
  return shared[key];
};

/** Has a listener told of every line that this process adds, after the commit. It must not throw. Returns what ends it. */
export function onAudit(listener: (line: AuditTold) => void): () => void {
  listeners().add(listener);
  return () => void listeners().delete(listener);
}

/** Adds a line to the audit trail, in a sealed transaction: `inTransaction`, or `inSealedTransaction`. */
export async function recordAudit(
  tx: Queryable,
  { actorId, now, network }: AuditedBy,
  { kind, subjectId, details = {} }: AuditEntry,
): Promise<void> {
  const id = newId();
  await tx.auditLine.create({ data: { id, at: now, kind, actorId, subjectId, network, details } });
  const told = { id, actorId, now, network, kind, subjectId, details };
  afterCommit(tx, (seal) => {
    for (const listener of listeners()) listener({ ...told, seal });
  });
}

/** Adds a line that tells of nothing that is written: a transaction of its own. */
export const recordAuditAlone = (db: Database, by: AuditedBy, entry: AuditEntry): Promise<void> =>
  inSealedTransaction(db, by, (tx) => recordAudit(tx, by, entry));

/** Days after which addresses are shortened. */
const wholeAddressDays = 30;

/** Shortens the addresses of lines that are older than a month; some thousand at a time. */
export async function shortenOldAddresses(db: Queryable, now: Date): Promise<void> {
  const before = new Date(now.getTime() - wholeAddressDays * 86_400_000);
  const networks = await db.auditLine.findMany({
    where: { at: { lt: before }, network: { not: null }, NOT: wideNetworks },
    distinct: ['network'],
    select: { network: true },
    take: 1_000,
  });
  for (const { network } of networks) {
    if (network === null) continue;
    await db.auditLine.updateMany({
      where: { at: { lt: before }, network },
      data: { network: shortenedNetwork(network) },
    });
  }
}

/** Addresses that are short already, and those that tell nothing. */
const wideNetworks: Prisma.AuditLineWhereInput = {
  OR: [{ network: { endsWith: '/24' } }, { network: { endsWith: '/48' } }, { network: 'unknown' }],
};

/** The lines that a filter asks for. A person is who did it, or whom it is about. */
function whereOf({ kind, person, from, until }: AuditFilter): Prisma.AuditLineWhereInput {
  const after = until && new Date(new Date(until).getTime() + 86_400_000);
  return {
    kind,
    at: { gte: from && new Date(from), lt: after },
    ...(person ? { OR: [{ actorId: person }, { subjectId: person }] } : {}),
  };
}

/** A page of the trail, the newest line first; `after` is the last line of the page before. */
export async function auditPage(
  db: Queryable,
  filter: AuditFilter,
  { after, limit }: { after?: { at: Date; id: string }; limit: number },
): Promise<AuditView[]> {
  const person = { select: { id: true, name: true } } as const;
  const older: Prisma.AuditLineWhereInput = after
    ? { at: { lte: after.at }, OR: [{ at: { lt: after.at } }, { id: { lt: after.id } }] }
    : {};
  const rows = await db.auditLine.findMany({
    where: { AND: [whereOf(filter), older] },
    include: { actor: person, subject: person },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(({ id, at, kind, actor, subject, network, details }) => ({
    id,
    at: at.toISOString(),
    // Both are written by `recordAudit` alone.
    kind: kind as AuditKind,
    actor,
    subject,
    network,
    details: details as AuditDetails,
  }));
}

/** All lines that a filter asks for, the newest first, read a page at a time. */
export async function* auditLines(db: Queryable, filter: AuditFilter): AsyncGenerator<AuditView> {
  const limit = 500;
  for (let after: { at: Date; id: string } | undefined, isMore = true; isMore; ) {
    const page = await auditPage(db, filter, { after, limit });
    yield* page;
    const last = page.at(-1);
    after = last && { at: new Date(last.at), id: last.id };
    isMore = page.length === limit;
  }
}
