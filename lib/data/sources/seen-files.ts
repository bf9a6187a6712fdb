/** Which files a person sees, as conditions of the database: every query of files asks here. */
import { sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import type { Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { Viewer } from '#lib/domain/review/blind';

/** Files that are open to all, and the confidential ones that a person may see (`canSeeFile`). */
export const openTo = ({ id }: Pick<Viewer, 'id'>): Prisma.SourceFileWhereInput => ({
  OR: [{ confidential: false }, { addedById: id }, { readers: { some: { userId: id } } }],
});

/** The files that a person sees: what is held back of a source is held back of its files. */
export const filesSeenBy = (viewer: Viewer): Prisma.SourceFileWhereInput => ({
  ...openTo(viewer),
  ...without(viewer, { source: sourcesHeldBackFrom(viewer) }),
});

/** How a line of history names a file: by its id and name, or, from before files could be confidential, by its name alone. */
type NamedFile = { id: string | null; name: string | null };

/** Which of some files that lines of history name a person may know of. */
export async function knownFiles(
  db: Queryable,
  viewer: Pick<Viewer, 'id'>,
  named: NamedFile[],
): Promise<(file: NamedFile) => boolean> {
  const ids = named.flatMap(({ id }) => id ?? []);
  const names = named.flatMap(({ id, name }) => (id === null && name !== null ? [name] : []));
  const [seen, hidden] = await Promise.all([
    ids.length > 0
      ? db.sourceFile.findMany({ where: { id: { in: ids }, ...openTo(viewer) }, select: { id: true } })
      : [],
    names.length > 0
      ? db.sourceFile.findMany({ where: { name: { in: names }, NOT: openTo(viewer) }, select: { name: true } })
      : [],
  ]);
  const seenIds = new Set(seen.map(({ id }) => id));
  const hiddenNames = new Set(hidden.map(({ name }) => name));
  return ({ id, name }) => (id === null ? name === null || !hiddenNames.has(name) : seenIds.has(id));
}
