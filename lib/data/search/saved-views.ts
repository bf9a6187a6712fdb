/** Saved views: searches of claims under a name. What one finds is read anew each time, as the reader may see it. */

import { isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import type { TokenPurpose } from '#lib/data/people/feed-tokens';
import { type Actor, may, mayChange } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ClaimParameters } from '#lib/domain/search/claim-query';
import { mostViews, type SavedView, viewQuery } from '#lib/domain/search/saved-view';
import type { NewView } from '#lib/domain/search/saved-view-input';

/** Views of others that a page lists at most. */
const mostShared = 200;

/** A stored search as it is understood now. */
function queryOf(stored: Prisma.JsonValue): Record<string, string> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const texts = Object.entries(stored).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return viewQuery(Object.fromEntries(texts) as ClaimParameters);
}

const owner = { select: { id: true, name: true } } as const;
const seenBy = (personId: string) => ({ OR: [{ ownerId: personId }, { isShared: true }] });

/** The views that a person sees: their own, then those that others share, each from the oldest on. */
export async function savedViews(db: Queryable, viewerId: string): Promise<SavedView[]> {
  const [own, shared] = await Promise.all([
    ownViews(db, viewerId, mostViews),
    db.savedView.findMany({
      where: { isShared: true, ownerId: { not: viewerId } },
      include: { owner },
      orderBy: oldestFirst,
      take: mostShared,
    }),
  ]);
  return [...own, ...shared.map(viewOf)];
}

/** The oldest of a person's own views. */
export async function ownViews(db: Queryable, ownerId: string, take: number): Promise<SavedView[]> {
  const rows = await db.savedView.findMany({ where: { ownerId }, include: { owner }, orderBy: oldestFirst, take });
  return rows.map(viewOf);
}

const oldestFirst: Prisma.SavedViewOrderByWithRelationInput[] = [{ createdAt: 'asc' }, { id: 'asc' }];

/** A view that a person sees, with when it was saved; null where it is not theirs to see, or not there. */
export async function savedView(
  db: Queryable,
  viewerId: string,
  id: string,
): Promise<(SavedView & { savedAt: Date }) | null> {
  const row = await db.savedView.findFirst({ where: { id, ...seenBy(viewerId) }, include: { owner } });
  return row && { ...viewOf(row), savedAt: row.createdAt };
}

const viewOf = ({
  id,
  name,
  query,
  isShared,
  owner: by,
}: Prisma.SavedViewGetPayload<{ include: { owner: typeof owner } }>) => ({
  id,
  name,
  query: queryOf(query),
  isShared,
  owner: by,
});

/** The feed of a view has a token of its own for each person. */
export const viewToken = (id: string): TokenPurpose => `view ${id}`;

/** A name that the actor gave to another view of theirs; of two given at once, the database refuses the second. */
function withFreeName<T>(saving: Promise<Result<T>>): Promise<Result<T>> {
  return saving.catch((error) => {
    if (isUniqueViolation(error)) return refuse('view-exists', { field: 'name' });
    throw error;
  });
}

/** Keeps a search under a name, which the actor gives once. Only those who work on claims share it with the desk. */
export function saveView(
  writer: Writer,
  actor: Pick<Actor, 'role'>,
  { name, query, isShared }: NewView,
): Promise<Result<{ id: string }>> {
  const { actorId: ownerId, now } = writer;
  const saving = inTransaction(writer, async (tx): Promise<Result<{ id: string }>> => {
    if (isShared && !may(actor, 'share-view')) return refuse('not-allowed');
    // Writing the person as they are locks them, so that of two views saved at once one is counted by the other.
    await tx.user.updateMany({ where: { id: ownerId }, data: { sessionEpoch: { increment: 0 } } });
    const count = await tx.savedView.count({ where: { ownerId } });
    if (count >= mostViews) return refuse('too-many-views', { values: { limit: mostViews } });
    if (await tx.savedView.count({ where: { ownerId, name } })) return refuse('view-exists', { field: 'name' });
    const id = newId();
    await tx.savedView.create({ data: { id, name, query, ownerId, isShared, createdAt: now } });
    return accept({ id });
  });
  return withFreeName(saving);
}

/** A view that the actor may change. Somebody else's own is none that is there; one of the desk's may be forbidden. */
async function changeable(tx: Queryable, actor: Pick<Actor, 'id' | 'role'>, id: string) {
  const view = await tx.savedView.findFirst({ where: { id, ...seenBy(actor.id) } });
  if (!view) return refuse('not-found');
  return mayChange(actor, 'view', view.ownerId) ? accept(view) : refuse('not-allowed');
}

/** Calls a view something else. Its owner has no other of that name. */
export function renameView(
  writer: Writer,
  actor: Pick<Actor, 'id' | 'role'>,
  id: string,
  name: string,
): Promise<Result<{ before: string }>> {
  const renaming = inTransaction(writer, async (tx): Promise<Result<{ before: string }>> => {
    const found = await changeable(tx, actor, id);
    if (!found.ok) return found;
    const { ownerId, name: before } = found.value;
    const isTaken = await tx.savedView.count({ where: { ownerId, name, id: { not: id } } });
    if (isTaken) return refuse('view-exists', { field: 'name' });
    const { count } = await tx.savedView.updateMany({ where: { id }, data: { name } });
    return count > 0 ? accept({ before }) : refuse('not-found');
  });
  return withFreeName(renaming);
}

/** Takes a view away; gives it back, for saving it again: it is then of whoever saves it. */
export function removeView(writer: Writer, actor: Pick<Actor, 'id' | 'role'>, id: string): Promise<Result<NewView>> {
  return inTransaction(writer, async (tx): Promise<Result<NewView>> => {
    const found = await changeable(tx, actor, id);
    if (!found.ok) return found;
    const { name, query, isShared } = found.value;
    const { count } = await tx.savedView.deleteMany({ where: { id } });
    // Feeds of it, whoever has them, have nothing to tell any more.
    await tx.token.updateMany({
      where: { purpose: viewToken(id), revokedAt: null },
      data: { revokedAt: writer.now },
    });
    return count > 0 ? accept({ name, query: queryOf(query), isShared }) : refuse('not-found');
  });
}
