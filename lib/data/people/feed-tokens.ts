/**
 * Tokens: secrets by which a program works for a person. They end with the person's access. Of purpose feed a person has
 * one for the ledger and one for each saved view; those of purpose api are in api-tokens.ts.
 */

import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { hashOf, newSecret } from '#lib/data/database/secret';
import { inSealedTransaction, type Writer } from '#lib/data/history/change-log';
import { accept, type Result } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { activePerson } from './people';
import type { PersonRow } from './person-row';

/** The ledger's feed, or that of a saved view, by its id. */
export type TokenPurpose = 'feed' | `view ${string}`;

/**
 * Makes a person's token and ends the one before. The secret is returned once and never stored, so the act is not
 * remembered by its key: sent again, it makes a new secret and ends the first.
 */
export async function makeToken(writer: Writer, purpose: TokenPurpose): Promise<Result<{ secret: string }>> {
  const { db, actorId, sessionId, now } = writer;
  const secret = newSecret();
  await inSealedTransaction(db, writer, async (tx) => {
    // Writing the person as they are locks them, so that of two tokens made at once the first is ended.
    await tx.user.updateMany({ where: { id: actorId }, data: { sessionEpoch: { increment: 0 } } });
    await endAll(tx, actorId, purpose, now);
    await tx.token.create({
      data: { id: newId(), userId: actorId, purpose, tokenHash: hashOf(secret), sessionId, createdAt: now },
    });
    await recordAudit(tx, writer, { kind: 'feed-made' });
  });
  return accept({ secret });
}

/** Ends a person's token, if they have one. */
export async function endToken(writer: Writer, purpose: TokenPurpose): Promise<void> {
  const { db, actorId, now } = writer;
  await inSealedTransaction(db, writer, async (tx) => {
    const { count } = await endAll(tx, actorId, purpose, now);
    if (count > 0) await recordAudit(tx, writer, { kind: 'feed-ended' });
  });
}

const endAll = (db: Queryable, userId: string, purpose: TokenPurpose, now: Date) =>
  db.token.updateMany({ where: { userId, purpose, revokedAt: null }, data: { revokedAt: now } });

export async function hasToken(db: Queryable, userId: string, purpose: TokenPurpose): Promise<boolean> {
  return (await db.token.count({ where: { userId, purpose, revokedAt: null } })) > 0;
}

/** How often the use of a token is noted (ms): a reader that asks every minute need not write every minute. */
const notedEvery = 3_600_000;

/** The person whom a secret reads for, as they are now; null where it is wrong or ended, or they were let go. */
export async function personOfToken(
  db: Database,
  purpose: TokenPurpose,
  secret: string,
  now: Date,
): Promise<PersonRow | null> {
  return (await openToken(db, purpose, secret, now))?.person ?? null;
}

/** A living token by its secret, with its person as they are now; null where there is none. Notes that it was used. */
export async function openToken(db: Database, purpose: TokenPurpose | 'api', secret: string, now: Date) {
  const token = await db.token.findFirst({
    where: { ...livingAt(now), tokenHash: hashOf(secret), purpose },
    select: { id: true, userId: true, scopes: true, lastUsedAt: true },
  });
  const person = token && (await activePerson(db, token.userId));
  if (!person) return null;
  const noted = token.lastUsedAt?.getTime() ?? 0;
  if (now.getTime() - noted > notedEvery) {
    await db.token.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  return { token, person };
}

/** Tokens that were not revoked and have not run out. */
export const livingAt = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });

/** How many living tokens, of the API and of feeds, a person has. */
export async function countTokens(db: Queryable, userId: string, now: Date): Promise<number> {
  return db.token.count({ where: { ...livingAt(now), userId } });
}
