/** Sources: the desk's documents and people, shared by all articles. */

import type { EvidenceFacts, SourceFacts } from '#lib/domain/input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { SourceView } from '#lib/domain/review';
import type { SourceKind } from '#lib/domain/source';
import { foldForSearch, searchWords } from '#lib/domain/text';
import type { Writer } from './change-log';
import type { Queryable } from './database';
import { newId } from './id';
import { newestFirst, older, type Page, type PageQuery, pageOf } from './page';

export const sourceWithOrigin = {
  select: {
    ...{ id: true, title: true, publisher: true, url: true, published: true, accessed: true },
    ...{ kind: true, note: true, originId: true },
  },
} as const;

type SourceRow = Omit<SourceView, 'kind'> & { kind: string };

export function sourceView(row: SourceRow): SourceView {
  // kind is written from SourceFacts alone.
  return { ...row, kind: row.kind as SourceKind };
}

/** The source that evidence names: one the desk has (by id, or by the same address), or a new one. */
export async function sourceFor(
  tx: Queryable,
  writer: Writer,
  named: EvidenceFacts['source'],
): Promise<Result<{ id: string; title: string }>> {
  if ('id' in named) {
    const source = await tx.source.findUnique({ where: { id: named.id }, select: { id: true, title: true } });
    return source ? accept(source) : refuse('not-found', { field: 'source' });
  }
  const same =
    named.url &&
    (await tx.source.findFirst({ where: { url: named.url, title: named.title }, select: { id: true, title: true } }));
  if (same) return accept(same);
  return addSource(tx, writer, named);
}

/** Adds a source. Refused where the source that it repeats is not there. */
export async function addSource(
  tx: Queryable,
  writer: Pick<Writer, 'actorId' | 'now'>,
  facts: SourceFacts & { note?: string; sample?: boolean },
): Promise<Result<{ id: string; title: string }>> {
  if (facts.originId && !(await tx.source.count({ where: { id: facts.originId } }))) {
    return refuse('not-found', { field: 'originId' });
  }
  const source = await tx.source.create({
    data: {
      id: newId(),
      ...facts,
      searchText: foldForSearch(facts.title, facts.publisher, facts.url),
      createdById: writer.actorId,
      createdAt: writer.now,
    },
    select: { id: true, title: true },
  });
  return accept(source);
}

/** Sources whose title, publisher or address holds every word of `search`, newest first. */
export async function findSources(db: Queryable, search: string, limit = 20): Promise<SourceView[]> {
  const rows = await db.source.findMany({
    where: {
      AND: searchWords(search).map((word) => ({ searchText: { contains: word } })),
    },
    orderBy: { createdAt: 'desc' },
    take: limit,
    ...sourceWithOrigin,
  });
  return rows.map(sourceView);
}

export type SourceListed = SourceView & { origin: string | null; claims: number; articles: number };

/** Sources with how much rests on them, for the list of all sources. */
export async function listSources(db: Queryable, search: string, limit = 200): Promise<SourceListed[]> {
  return withUse(db, await findSources(db, search, limit));
}

/** The same a page at a time, newest first. */
export async function sourcesPage(db: Queryable, { search, after, limit }: PageQuery): Promise<Page<SourceListed>> {
  const rows = await db.source.findMany({
    where: { AND: [...searchWords(search).map((word) => ({ searchText: { contains: word } })), older(after)] },
    orderBy: newestFirst,
    take: limit + 1,
    select: { ...sourceWithOrigin.select, createdAt: true },
  });
  const { items, next } = pageOf(rows, limit);
  return {
    items: await withUse(
      db,
      items.map(({ createdAt: _, ...row }) => sourceView(row)),
    ),
    next,
  };
}

async function withUse(db: Queryable, sources: SourceView[]): Promise<SourceListed[]> {
  const ids = sources.map(({ id }) => id);
  const [used, origins] = await Promise.all([
    db.evidence.findMany({
      where: { sourceId: { in: ids }, removedAt: null, claim: { removedAt: null, article: { removedAt: null } } },
      select: { sourceId: true, claimId: true, claim: { select: { articleId: true } } },
    }),
    db.source.findMany({
      where: { id: { in: sources.flatMap(({ originId }) => originId ?? []) } },
      select: { id: true, title: true },
    }),
  ]);
  return sources.map((source) => {
    const own = used.filter(({ sourceId }) => sourceId === source.id);
    return {
      ...source,
      origin: origins.find(({ id }) => id === source.originId)?.title ?? null,
      claims: new Set(own.map(({ claimId }) => claimId)).size,
      articles: new Set(own.map(({ claim }) => claim.articleId)).size,
    };
  });
}
