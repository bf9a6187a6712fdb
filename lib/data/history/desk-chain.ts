/**
 * The chain of lines on rows that belong to no article: what each write made of sources, speakers, metrics and rates, each
 * line sealed to the one before it. A writer locks the end of the chain last of all, just before the commit.
 */
import { createHash } from 'node:crypto';
import type { Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { canonicalJson } from './canonical-json';
import type { WrittenRows } from './sealed-rows';

export type DeskLine = { seq: number; at: Date; actorId: string; rows: unknown };

/** The one row of the end of the chain. */
export const deskSealId = 'desk';

/** The seal of a line that follows one sealed with `previous`, '' for the first. */
export function deskSealOf(previous: string, { seq, at, actorId, rows }: DeskLine): string {
  return createHash('sha256').update(previous).update(canonicalJson({ seq, at, actorId, rows })).digest('hex');
}

/** A line's number and seal: kept elsewhere, they show also a chain that was written anew as a whole. */
export type DeskSealed = { seq: number; hash: string };

/** Adds a line to the chain; returns its seal. `actorId`: '' for a stranger and for whoever runs the machine. */
export async function addDeskLine(
  tx: Queryable,
  line: { at: Date; actorId: string; rows: WrittenRows },
): Promise<DeskSealed> {
  const id = deskSealId;
  const { lastSeq: seq, hash: previous } = await tx.deskSeal.upsert({
    where: { id },
    create: { id, lastSeq: 1, hash: '' },
    update: { lastSeq: { increment: 1 } },
  });
  const hash = deskSealOf(previous, { seq, ...line });
  const rows: Prisma.InputJsonObject = line.rows;
  await tx.deskChange.create({ data: { seq, at: line.at, actorId: line.actorId, rows, hash } });
  await tx.deskSeal.update({ where: { id }, data: { hash } });
  return { seq, hash };
}
