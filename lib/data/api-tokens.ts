/** Tokens of the API: a person has as many as they have scripts, each with a name, scopes and perhaps an end. */
import {
  type ApiScope,
  type ApiTokenView,
  apiScopes,
  mostTokens,
  type NewApiToken,
  secretPrefix,
} from '#lib/domain/api-token';
import { type Actor, may } from '#lib/domain/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Writer } from './change-log';
import type { Database, Queryable } from './database';
import type { Prisma } from './generated/sqlite/client';
import { newId } from './id';
import type { PersonRow } from './people';
import { hashOf, newSecret } from './secret';
import { livingAt, openToken } from './tokens';

/** How much of a secret stays readable: the prefix and four of its 32 characters. */
const hintLength = secretPrefix.length + 4;

/** Scopes as they were stored; those that the desk does not know any more open nothing. */
const scopesOf = (stored: Prisma.JsonValue): ApiScope[] =>
  apiScopes.filter((scope) => Array.isArray(stored) && stored.includes(scope));

/**
 * Makes a token of the actor's. The secret is returned once and never stored, so the act is not remembered by its key: sent
 * again, it makes another token.
 */
export async function makeApiToken(
  { db, actorId, now }: Writer,
  { name, scopes, lifetime }: NewApiToken,
): Promise<Result<{ secret: string; id: string }>> {
  const secret = secretPrefix + newSecret();
  const id = newId();
  const isMade = await db.$transaction(async (tx) => {
    // Writing the person as they are locks them, so that of two tokens made at once one is counted by the other.
    await tx.user.updateMany({ where: { id: actorId }, data: { sessionEpoch: { increment: 0 } } });
    const count = await tx.token.count({ where: { ...livingAt(now), userId: actorId, purpose: 'api' } });
    if (count >= mostTokens) return false;
    await tx.token.create({
      data: {
        ...{ id, userId: actorId, purpose: 'api', name, scopes, createdAt: now },
        tokenHash: hashOf(secret),
        hint: secret.slice(0, hintLength),
        expiresAt: lifetime === 0 ? null : new Date(now.getTime() + lifetime * 86_400_000),
      },
    });
    return true;
  });
  return isMade ? accept({ secret, id }) : refuse('too-many-tokens', { values: { limit: mostTokens } });
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
  { db, now }: Writer,
  actor: Pick<Actor, 'id' | 'role'>,
  id: string,
): Promise<Result<{ id: string }>> {
  const ended = await db.token.updateMany({
    where: { ...reachOf(actor), id, purpose: 'api', revokedAt: null },
    data: { revokedAt: now },
  });
  return ended.count ? accept({ id }) : refuse('not-found');
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
