/** Sources: the desk's documents and people, shared by all articles. */

import { blindTo, sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import type { Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { lockName } from '#lib/data/database/lock-name';
import { changedSince, newestFirst, older, type Page, type PageQuery, pageOf } from '#lib/data/database/page';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import type { EvidenceFacts, SourceFacts } from '#lib/domain/claims/claim-input';
import type { SourceListed, SourceView } from '#lib/domain/claims/claim-view';
import { isDocument } from '#lib/domain/files/source-file';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { foldForSearch, searchWords } from '#lib/text/search';
import { tieSnapshot } from './snapshots';
import { sourceView, sourceWithOrigin } from './source-view';

/** The sources that stand for themselves; those merged into another are found by their own words as well. */
function listedSources(viewer: Viewer, search: string): Prisma.SourceWhereInput {
  const hidden = without(viewer, sourcesHeldBackFrom(viewer));
  const words = searchWords(search).map((word): Prisma.SourceWhereInput => {
    const has = { searchText: { contains: word } };
    return { OR: [has, { merged: { some: { ...has, ...hidden } } }] };
  });
  return { mergedIntoId: null, AND: words, ...hidden };
}

/** The source that evidence names: one the desk has (by id, or by the same address), or a new one. */
export async function sourceFor(
  tx: Queryable,
  writer: Writer,
  named: EvidenceFacts['source'],
): Promise<Result<{ id: string; title: string; isNew: boolean }>> {
  if ('id' in named) {
    const source = await tx.source.findUnique({ where: { id: named.id }, select: { id: true, title: true } });
    return source ? accept({ ...source, isNew: false }) : refuse('not-found', { field: 'source' });
  }
  // Of two who bring it at once the second waits, and finds the first one's.
  if (named.url) await lockName(tx, 'sources');
  const same =
    named.url &&
    (await tx.source.findFirst({ where: { url: named.url, title: named.title }, select: { id: true, title: true } }));
  if (same) return accept({ ...same, isNew: false });
  const added = await addSource(tx, writer, named);
  return added.ok ? accept({ ...added.value, isNew: true }) : added;
}

/** Adds a source on its own, before anything rests on it. `isNew`: false where the desk has it already. */
export async function keepSource(writer: Writer, facts: SourceFacts): Promise<Result<{ id: string; isNew: boolean }>> {
  return inTransaction(writer, async (tx) => {
    const source = await sourceFor(tx, writer, facts);
    return source.ok ? accept({ id: source.value.id, isNew: source.value.isNew }) : source;
  });
}

/** Adds a source. Refused where the source that it repeats is not there. */
export async function addSource(
  tx: Queryable,
  writer: Pick<Writer, 'actorId' | 'now'>,
  facts: SourceFacts & { note?: string; sample?: boolean },
): Promise<Result<{ id: string; title: string }>> {
  const origin = facts.originId
    ? await tx.source.findUnique({ where: { id: facts.originId }, select: { id: true, mergedIntoId: true } })
    : null;
  if (facts.originId && !origin) return refuse('not-found', { field: 'originId' });
  const source = await tx.source.create({
    data: {
      id: newId(),
      ...facts,
      originId: origin && (origin.mergedIntoId ?? origin.id),
      searchText: foldForSearch(facts.title, facts.publisher, facts.url),
      createdById: writer.actorId,
      createdAt: writer.now,
      updatedAt: writer.now,
    },
    select: { id: true, title: true },
  });
  if (facts.url) await tieCapture(tx, writer, source.id, facts.url);
  return accept(source);
}

/** A page that the writer had fetched while they named a source is that source's original. */
async function tieCapture(
  tx: Queryable,
  writer: Pick<Writer, 'actorId' | 'now'>,
  sourceId: string,
  url: string,
): Promise<void> {
  const taken = await tx.snapshot.findFirst({
    where: { url, takenById: writer.actorId, revisionId: null, sourceId: null },
    orderBy: { fetchedAt: 'desc' },
    select: { id: true, fetchedAt: true },
  });
  if (!taken) return;
  await tieSnapshot(tx, writer, taken.id, { sourceId });
  await tx.source.update({ where: { id: sourceId }, data: { checkedAt: taken.fetchedAt } });
}

/** Notes that a source was put on a claim or taken off one. */
export async function touchSource(tx: Queryable, { now }: Pick<Writer, 'now'>, id: string): Promise<void> {
  await tx.source.update({ where: { id }, data: { updatedAt: now } });
}

/** The address of a source, to check whether its page is still there. */
export async function sourceAddress(db: Queryable, id: string): Promise<Result<{ url: string }>> {
  const source = await db.source.findUnique({ where: { id }, select: { url: true } });
  return source?.url ? accept({ url: source.url }) : refuse('not-found');
}

/** Notes that a source's page was asked for, and whether it is gone: `problem` is the refusal's code, or null. */
export async function noteLinkCheck(
  writer: Writer,
  id: string,
  { problem, snapshotId }: { problem: string | null; snapshotId: string | null },
): Promise<void> {
  await inTransaction(writer, async (tx) => {
    if (snapshotId !== null) await tieSnapshot(tx, writer, snapshotId, { sourceId: id });
    await tx.source.update({ where: { id }, data: { checkedAt: writer.now, linkProblem: problem } });
    return accept(null);
  });
}

/** Notes the copy of a source's page that an archive of the web has; null where it has none. */
export async function noteArchived(db: Queryable, id: string, copy: { url: string; at: Date } | null): Promise<void> {
  await db.source.update({ where: { id }, data: { archivedUrl: copy?.url ?? null, archivedAt: copy?.at ?? null } });
}

/** Sources whose title, publisher or address holds every word of `search`, newest first, as a person may see them. */
export async function findSources(db: Queryable, search: string, viewer: Viewer, limit = 20): Promise<SourceView[]> {
  const rows = await db.source.findMany({
    where: listedSources(viewer, search),
    orderBy: { createdAt: 'desc' },
    take: limit,
    ...sourceWithOrigin,
  });
  return rows.map(sourceView);
}

/** Sources with how much rests on them, for the list of all sources. */
export async function listSources(db: Queryable, search: string, viewer: Viewer, limit = 200): Promise<SourceListed[]> {
  return withUse(db, viewer, await findSources(db, search, viewer, limit));
}

/**
 * One source with how much rests on it; null where it is not there, or not for the viewer to see. A merged one is read as the
 * one that it is shown as.
 */
export async function readSource(db: Queryable, id: string, viewer: Viewer): Promise<SourceListed | null> {
  const asked = await db.source.findUnique({ where: { id }, select: { mergedIntoId: true } });
  const row =
    asked &&
    (await db.source.findFirst({
      where: { id: asked.mergedIntoId ?? id, ...without(viewer, sourcesHeldBackFrom(viewer)) },
      ...sourceWithOrigin,
    }));
  const [source] = row ? await withUse(db, viewer, [sourceView(row)]) : [];
  return source ?? null;
}

/** The same a page at a time, newest first. */
export async function sourcesPage(
  db: Queryable,
  { search, after, limit, updatedSince }: PageQuery,
  viewer: Viewer,
): Promise<Page<SourceListed>> {
  const rows = await db.source.findMany({
    where: { AND: [listedSources(viewer, search), changedSince(updatedSince), older(after)] },
    orderBy: newestFirst,
    take: limit + 1,
    select: { ...sourceWithOrigin.select, createdAt: true },
  });
  const { items, next } = pageOf(rows, limit);
  return {
    items: await withUse(
      db,
      viewer,
      items.map(({ createdAt: _, ...row }) => sourceView(row)),
    ),
    next,
  };
}

/** Evidence that was not removed: what others cite on a claim that the viewer is blind to does not count yet. */
export function shownEvidence(viewer: Viewer): Prisma.EvidenceWhereInput {
  return { removedAt: null, ...without(viewer, { claim: blindTo(viewer), addedById: { not: viewer.id } }) };
}

async function withUse(db: Queryable, viewer: Viewer, sources: SourceView[]): Promise<SourceListed[]> {
  const ids = sources.map(({ id }) => id);
  const merged = await db.source.findMany({
    where: { mergedIntoId: { in: ids } },
    select: { id: true, mergedIntoId: true },
  });
  const shownAs = new Map(ids.map((id): [string, string | null] => [id, id]));
  for (const { id, mergedIntoId } of merged) shownAs.set(id, mergedIntoId);
  const [used, origins, links] = await Promise.all([
    db.evidence.findMany({
      where: {
        sourceId: { in: [...shownAs.keys()] },
        claim: { removedAt: null, article: { removedAt: null } },
        ...shownEvidence(viewer),
      },
      select: { sourceId: true, claimId: true, claim: { select: { articleId: true } } },
    }),
    db.source.findMany({
      where: { id: { in: sources.flatMap(({ originId }) => originId ?? []) } },
      select: { id: true, title: true },
    }),
    db.source.findMany({
      where: { id: { in: ids } },
      select: {
        ...{ id: true, checkedAt: true, linkProblem: true, updatedAt: true },
        ...{ archivedUrl: true, archivedAt: true },
        snapshots: {
          select: { id: true, contentType: true, original: { select: { size: true } } },
          orderBy: { fetchedAt: 'desc' },
          take: 1,
        },
      },
    }),
  ]);
  return sources.map((source) => {
    const own = used.filter(({ sourceId }) => shownAs.get(sourceId) === source.id);
    const link = links.find(({ id }) => id === source.id);
    const snapshot = link?.snapshots[0];
    return {
      ...source,
      checkedAt: link?.checkedAt?.toISOString() ?? null,
      isDead: link?.linkProblem != null,
      archived: link?.archivedUrl
        ? { url: link.archivedUrl, at: (link.archivedAt ?? new Date(0)).toISOString() }
        : null,
      updatedAt: (link?.updatedAt ?? new Date(0)).toISOString(),
      snapshot: snapshot
        ? { id: snapshot.id, size: snapshot.original?.size ?? null, isPage: !isDocument(snapshot.contentType) }
        : null,
      origin: origins.find(({ id }) => id === source.originId)?.title ?? null,
      claims: new Set(own.map(({ claimId }) => claimId)).size,
      articles: new Set(own.map(({ claim }) => claim.articleId)).size,
    };
  });
}
