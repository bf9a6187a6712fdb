/** Tokens of the API: a person has as many as they have scripts, each with a name, scopes and perhaps an end. */

import type { Database, Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { hashOf, newSecret } from '#lib/data/database/secret';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { type ApiScope, type ApiTokenView, apiScopes } from '#lib/domain/people/api-scope';
import { mostTokens, type NewApiToken, secretPrefix } from '#lib/domain/people/api-token-input';
import { type Actor, may } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { livingAt, openToken } from './feed-tokens';
import type { PersonRow } from './person-row';

/** How much of a secret stays readable: the prefix and four of its 32 characters. */
const hintLength = secretPrefix.length + 4;

/** Scopes as they were stored; those that the desk does not know any more open nothing. */
const scopesOf = (stored: Prisma.JsonValue): ApiScope[] =>
  apiScopes.filter((scope) => Array.isArray(stored) && stored.includes(scope));

/**
 * Makes a token of the actor's. Sent again, it is the same token with another secret: the first one was never seen, and a
 * secret is kept nowhere.
 */
export async function makeApiToken(
  writer: Writer,
  { name, scopes, lifetime }: NewApiToken,
): Promise<Result<{ secret: string; id: string }>> {
  const { db, actorId, now } = writer;
  const made = await inTransaction(writer, async (tx) => {
    // Writing the person as they are locks them, so that of two tokens made at once one is counted by the other.
    await tx.user.updateMany({ where: { id: actorId }, data: { sessionEpoch: { increment: 0 } } });
    const count = await tx.token.count({ where: { ...livingAt(now), userId: actorId, purpose: 'api' } });
    if (count >= mostTokens) return refuse('too-many-tokens', { values: { limit: mostTokens } });
    const id = newId();
    const expiresAt = lifetime === 0 ? null : new Date(now.getTime() + lifetime * 86_400_000);
    await tx.token.create({
      data: {
        id,
        userId: actorId,
        purpose: 'api',
        name,
        scopes,
        sessionId: writer.sessionId,
        createdAt: now,
        expiresAt,
        // Of a secret that nobody has: the one that is shown comes below, outside of what is remembered.
        tokenHash: hashOf(newSecret()),
      },
    });
    await recordAudit(tx, writer, { kind: 'token-made', details: { name, scopes: scopes.join(' ') } });
    return accept({ id });
  });
  if (!made.ok) return made;
  const { id } = made.value;
  const secret = secretPrefix + newSecret();
  await db.token.updateMany({
    where: { id, revokedAt: null, lastUsedAt: null },
    data: { tokenHash: hashOf(secret), hint: secret.slice(0, hintLength) },
  });
  return accept({ secret, id });
}

/** Whose tokens a person may see and revoke: their own, and an admin everybody's. */
const reachOf = (actor: Pick<Actor, 'id' | 'role'>) => (may(actor, 'manage-people') ? {} : { userId: actor.id });

/** The living tokens that a person may see, newest first. Those of people who were let go open nothing and are left out. */
export async function listApiTokens(
  db: Queryable,
  viewer: Pick<Actor, 'id' | 'role'>,
  now: Date,
): Promise<ApiTokenView[]> {
  const rows = await db.token.findMany({
    where: { ...livingAt(now), ...reachOf(viewer), purpose: 'api', user: { active: true } },
    include: { user: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ id, name, hint, scopes, user, createdAt, expiresAt, lastUsedAt }) => ({
    ...{ id, name, hint, owner: user },
    scopes: scopesOf(scopes),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends a token for good: whoever had its secret may have lost it. */
export async function revokeApiToken(
  writer: Writer,
  actor: Pick<Actor, 'id' | 'role'>,
  id: string,
): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const ended = await tx.token.updateMany({
      where: { ...reachOf(actor), id, purpose: 'api', revokedAt: null },
      data: { revokedAt: writer.now },
    });
    if (ended.count === 0) return refuse('not-found');
    const { userId, name } = await tx.token.findUniqueOrThrow({ where: { id }, select: { userId: true, name: true } });
    const subjectId = userId === actor.id ? undefined : userId;
    await recordAudit(tx, writer, { kind: 'token-revoked', subjectId, details: { name } });
    return accept({ id });
  });
}

/** Whom a secret works for and what it may be used for; null where it is wrong, ended or of somebody who was let go. */
export async function bearerOf(
  db: Database,
  secret: string,
  now: Date,
): Promise<{ tokenId: string; person: PersonRow; scopes: ApiScope[] } | null> {
  const opened = await openToken(db, 'api', secret, now);
  return opened && { tokenId: opened.token.id, person: opened.person, scopes: scopesOf(opened.token.scopes) };
}
