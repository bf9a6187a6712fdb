/** Articles: adding one, listing them, its facts and its paragraphs. */

import { blindTo, without } from '#lib/data/claims/blind';
import { type Database, inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { lockName } from '#lib/data/database/lock-name';
import { changedSince, newestFirst, older, type Page, type PageQuery, pageOf } from '#lib/data/database/page';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { beginHistory, inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import { refreshMetric } from '#lib/data/metrics/refresh';
import { tieSnapshot } from '#lib/data/sources/snapshots';
import type { ArticleDraft, ArticleFacts, BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import type { ArticleView, ParagraphView } from '#lib/domain/articles/article-view';
import { addressKey } from '#lib/domain/articles/web-address';
import type { Standing } from '#lib/domain/claims/standing';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { Actor } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { type Tally, tallyCounts } from '#lib/domain/report/report';
import { canBeBlind } from '#lib/domain/review/blind';
import { foldForSearch, searchWords } from '#lib/text/search';
import { findDuplicates, readFingerprint, storeFingerprint } from './duplicates';
import { openSuggestions, readProposals, storeProposals } from './proposals';

/** How an article came in. `snapshotId`: its stored original. */
type Origin = { intake: string; sample?: boolean; snapshotId?: string };

export type AddedArticle = { id: string; paragraphIds: string[] };

/**
 * Stores a draft as an article with its first revision, also where the desk has it already; returns its id. One transaction:
 * all of it or nothing. Refused where reading the text takes more than it may.
 */
export async function addArticleAgain(
  writer: Writer,
  draft: ArticleFacts & Pick<ArticleDraft, 'paragraphs'>,
  origin: Origin,
): Promise<Result<AddedArticle>> {
  return store(writer, draft, origin, { isOnlyOnce: false });
}

/** The same for a text of the desk's own, such as a sample, which is never refused: throws if it is. */
export async function addArticle(...article: Parameters<typeof addArticleAgain>): Promise<AddedArticle> {
  const added = await addArticleAgain(...article);
  if (!added.ok) throw new Error(`A text of the desk's own was refused: ${added.code}`);
  return added.value;
}

/**
 * The same as `addArticleAgain`, unless the desk has an article with this address or nearly this text (`findDuplicates`): refused with its
 * title and id (`article-exists`). An act that is sent again gets the answer that it got.
 */
export async function addArticleOnce(
  writer: Writer,
  draft: ArticleFacts & Pick<ArticleDraft, 'paragraphs'>,
  origin: Origin,
): Promise<Result<AddedArticle>> {
  return store(writer, draft, origin, { isOnlyOnce: true });
}

async function store(
  writer: Writer,
  draft: ArticleFacts & Pick<ArticleDraft, 'paragraphs'>,
  origin: Origin,
  { isOnlyOnce }: { isOnlyOnce: boolean },
): Promise<Result<AddedArticle>> {
  const { actorId, now } = writer;
  const { paragraphs, title, publisher, url, byline, publishedOn, language } = draft;
  const id = newId();
  const revisionId = newId();
  const rows = paragraphs.map((paragraph, index) => ({
    id: newId(),
    revisionId,
    position: index,
    kind: paragraph.kind,
    text: paragraph.text,
    reason: paragraph.reason ?? null,
  }));
  // A long text takes seconds to read: done before the transaction, it keeps nobody waiting.
  const [proposals, fingerprint] = await Promise.all([readProposals(id, rows), readFingerprint(rows)]);
  return inTransaction(writer, async (tx) => {
    if (!proposals.ok) return proposals;
    if (!fingerprint.ok) return fingerprint;
    // Of two that come at once the second waits, and finds the first.
    if (isOnlyOnce) await lockName(tx, 'articles');
    const [same] = isOnlyOnce ? await findDuplicates(tx, url, fingerprint.value) : [];
    if (same) return refuse('article-exists', { values: { name: same.title, id: same.articleId } });
    await tx.article.create({
      data: {
        id,
        ...{ title, publisher, url, byline, publishedOn, language },
        addressKey: addressKey(url),
        searchText: foldForSearch(title, publisher, byline),
        sample: origin.sample ?? false,
        createdById: actorId,
        createdAt: now,
        updatedAt: now,
        lastSeq: 1,
      },
    });
    await tx.revision.create({
      data: { id: revisionId, articleId: id, number: 1, intake: origin.intake, createdAt: now, createdById: actorId },
    });
    for (let from = 0; from < rows.length; from += 500) {
      await tx.paragraph.createMany({ data: rows.slice(from, from + 500) });
    }
    await storeFingerprint(tx, revisionId, fingerprint.value);
    if (origin.snapshotId !== undefined) await tieSnapshot(tx, writer, origin.snapshotId, { revisionId });
    await storeProposals(tx, { id: revisionId }, proposals.value);
    await beginHistory(tx, writer, id, { verb: 'article-added', after: { title } });
    return accept({ id, paragraphIds: rows.map((row) => row.id) });
  });
}

export type ArticleSummary = {
  id: string;
  title: string;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  sample: boolean;
  updatedAt: string;
  tally: Tally;
  reviewers: PersonView[];
};

/** Articles whose title, publisher or byline holds every word of `search`, last changed first. */
export async function listArticles(
  db: Database,
  search: string,
  viewer: Pick<Actor, 'id' | 'role'>,
  limit = 200,
): Promise<ArticleSummary[]> {
  const rows = await db.article.findMany({
    where: {
      removedAt: null,
      AND: searchWords(search).map((word) => ({ searchText: { contains: word } })),
    },
    orderBy: { updatedAt: 'desc' },
    take: limit,
  });
  return summarise(db, rows, viewer);
}

/** Articles that carry one of some publishers' names, the newest published first: a part of them. */
export async function articlesOfPublishers(
  db: Database,
  names: string[],
  viewer: Pick<Actor, 'id' | 'role'>,
  part: { skip: number; take: number },
): Promise<ArticleSummary[]> {
  const rows = await db.article.findMany({
    where: { publisher: { in: names }, removedAt: null },
    orderBy: [{ publishedOn: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'desc' }],
    ...part,
  });
  return summarise(db, rows, viewer);
}

/** All articles, a page at a time, newest first: an order that no later change of an article upsets. */
export async function articlesPage(
  db: Database,
  { search, after, limit, updatedSince }: PageQuery,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<Page<ArticleSummary & { createdAt: string }>> {
  const rows = await db.article.findMany({
    where: {
      removedAt: null,
      ...changedSince(updatedSince),
      AND: [...searchWords(search).map((word) => ({ searchText: { contains: word } })), older(after)],
    },
    orderBy: newestFirst,
    take: limit + 1,
  });
  const { items, next } = pageOf(rows, limit);
  const summaries = await summarise(db, items, viewer);
  return {
    items: summaries.map((one, index) => ({
      ...one,
      createdAt: (items[index]?.createdAt ?? new Date(0)).toISOString(),
    })),
    next,
  };
}

async function summarise(
  db: Database,
  rows: Prisma.ArticleGetPayload<object>[],
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<ArticleSummary[]> {
  const ids = rows.map((row) => row.id);
  const counted = { articleId: { in: ids }, removedAt: null, orphanedAt: null, checkWorthy: true };
  const [counts, hidden, reviewers] = await Promise.all([
    db.claim.groupBy({
      by: ['articleId', 'standing'],
      where: { ...counted, ...without(viewer, blindTo(viewer)) },
      _count: true,
    }),
    canBeBlind(viewer)
      ? db.claim.groupBy({ by: ['articleId'], where: { ...counted, AND: blindTo(viewer) }, _count: true })
      : [],
    reviewersOf(db, ids),
  ]);
  return rows.map((row) => {
    const own = [...counts, ...hidden.map((count) => ({ ...count, standing: 'open' }))].filter(
      (count) => count.articleId === row.id,
    );
    return {
      id: row.id,
      title: row.title,
      publisher: row.publisher,
      publishedOn: row.publishedOn,
      language: row.language,
      sample: row.sample,
      updatedAt: row.updatedAt.toISOString(),
      // standing is written by lib/data/claims alone, from deriveStanding.
      tally: tallyCounts(own.map(({ standing, _count }) => ({ standing: standing as Standing, count: _count }))),
      reviewers: reviewers.filter(({ articleId }) => articleId === row.id).map(({ id, name }) => ({ id, name })),
    };
  });
}

/**
 * Who has judged claims of some articles, by name: one row for each article and person. Raw, since the client groups by
 * columns of one table only; the statement is the same on both engines.
 */
async function reviewersOf(db: Database, ids: string[]): Promise<(PersonView & { articleId: string })[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw`
    SELECT DISTINCT "Claim"."articleId", "User"."id", "User"."name"
    FROM "Claim"
    JOIN "Judgement" ON "Judgement"."claimId" = "Claim"."id"
    JOIN "User" ON "User"."id" = "Judgement"."reviewerId"
    WHERE "Claim"."removedAt" IS NULL AND "Claim"."articleId" IN (${Prisma.join(ids)})
    ORDER BY "User"."name", "User"."id"`;
}

/** The article's facts and the number of its last change; null where it is not there or was removed. */
export async function articleHead(db: Database, id: string): Promise<ArticleView | null> {
  const row = await db.article.findFirst({
    where: { id, removedAt: null },
    include: {
      createdBy: { select: { id: true, name: true } },
      revisions: { select: { number: true, createdAt: true }, orderBy: { number: 'desc' }, take: 1 },
      _count: { select: { claims: { where: { removedAt: null, orphanedAt: { not: null } } } } },
    },
  });
  if (!row) return null;
  const { title, publisher, url, byline, publishedOn, language, sample, createdBy } = row;
  const { requiredJudgements, blindFirstPass, edition } = row;
  return {
    ...{ id, title, publisher, url, byline, publishedOn, language, sample, createdBy },
    ...{ requiredJudgements, blindFirstPass, edition },
    revision: row.revisions[0]?.number ?? 1,
    revisedAt: (row.revisions[0]?.createdAt ?? row.createdAt).toISOString(),
    orphans: row._count.claims,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    seq: row.lastSeq,
  };
}

/** The paragraphs of an article's revision, or those of some numbers, in order. */
export async function paragraphsOf(
  db: Queryable,
  articleId: string,
  revision: number,
  numbers?: number[],
): Promise<ParagraphView[]> {
  return paragraphsWhere(db, {
    revision: { articleId, number: revision },
    ...(numbers ? { position: { in: numbers.map((number) => number - 1) } } : {}),
  });
}

/** Paragraphs by their ids. */
export async function paragraphsById(db: Queryable, ids: string[]): Promise<ParagraphView[]> {
  const batches = await inBatches(ids, (some) => paragraphsWhere(db, { id: { in: some } }));
  return batches.flat();
}

async function paragraphsWhere(db: Queryable, where: Prisma.ParagraphWhereInput): Promise<ParagraphView[]> {
  const rows = await db.paragraph.findMany({ where, orderBy: { position: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    number: row.position + 1,
    // kind and reason are written from a draft alone, whose vocabulary they are.
    kind: row.kind as ParagraphKind,
    reason: row.reason as BoilerplateReason | null,
    text: row.text,
  }));
}

/** Corrects the article's facts. `edition` is the one that the writer saw. */
export async function editArticleFacts(
  writer: Writer,
  { id, edition, facts }: { id: string; edition: number; facts: ArticleFacts },
): Promise<Result<{ edition: number }>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, id);
    if (!locked.ok) return locked;
    const { article, log } = locked.value;
    // The article is locked: nobody raises the edition between this look and the update.
    if (article.edition !== edition) return refuse('article-changed');
    const before = await tx.article.findUniqueOrThrow({ where: { id } });
    const pick = ({ title, publisher, url, byline, publishedOn, language }: ArticleFacts) => ({
      ...{ title, publisher, url, byline, publishedOn, language },
    });
    const searchText = foldForSearch(facts.title, facts.publisher, facts.byline);
    await tx.article.update({
      where: { id },
      data: { ...pick(facts), addressKey: addressKey(facts.url), searchText, edition: edition + 1 },
    });
    await log({ verb: 'article-edited', before: pick(before), after: pick(facts) });
    return accept({ edition: edition + 1 });
  });
}

/** Takes an article off the desk, or puts it back. */
export async function setArticleRemoved(writer: Writer, id: string, removed: boolean): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, id, { includeRemoved: true });
    if (!locked.ok) return locked;
    const { log } = locked.value;
    await tx.article.update({ where: { id }, data: { removedAt: removed ? writer.now : null } });
    await log({ verb: removed ? 'article-removed' : 'article-restored' });
    const measured = await tx.claim.findMany({
      where: { articleId: id, metricId: { not: null } },
      select: { metricId: true },
    });
    // Removing or restoring an article changes the metrics its figures belong to.
    for (const metricId of [...new Set(measured.flatMap((one) => one.metricId ?? []))].sort()) {
      await refreshMetric(tx, writer, metricId);
    }
    return accept({ id });
  });
}

/**
 * Keeps a paragraph as part of the article, or sets it aside as boilerplate; what is suggested follows. A paragraph with
 * claims stays.
 */
export async function setParagraphKind(
  writer: Writer,
  input: { articleId: string; paragraphId: string; kind: ParagraphKind },
): Promise<Result<{ suggestions: SuggestionView[] }>> {
  const read = await readWithKind(writer.db, input);
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, input.articleId);
    if (!locked.ok) return locked;
    const { log } = locked.value;
    const paragraph = await tx.paragraph.findFirst({
      where: { id: input.paragraphId, revision: { articleId: input.articleId } },
      include: {
        revision: {
          select: {
            ...{ id: true, number: true },
            article: { select: { revisions: { select: { number: true }, orderBy: { number: 'desc' }, take: 1 } } },
          },
        },
        _count: { select: { claims: { where: { removedAt: null, orphanedAt: null } } } },
      },
    });
    if (!paragraph) return refuse('paragraph-not-in-article');
    const [newest] = paragraph.revision.article.revisions;
    if (newest && newest.number !== paragraph.revision.number) {
      return refuse('text-revised', { values: { number: newest.number } });
    }
    if (input.kind === 'boilerplate' && paragraph._count.claims > 0) return refuse('paragraph-has-claims');
    await tx.paragraph.update({ where: { id: paragraph.id }, data: { kind: input.kind } });
    const about = { paragraph: paragraph.position + 1 };
    await log({
      verb: 'paragraph-kind',
      before: { ...about, kind: paragraph.kind },
      after: { ...about, kind: input.kind },
    });
    const { revision } = paragraph;
    const now = await kindsIn(tx, revision.id);
    // Somebody changed another paragraph's kind while this one's was read.
    const proposals = read.of === keyOfKinds(now) ? read.proposals : await readProposals(input.articleId, now);
    if (!proposals.ok) return proposals;
    await storeProposals(tx, revision, proposals.value);
    return accept({ suggestions: await openSuggestions(tx, input.articleId, revision.number) });
  });
}

const kindsIn = (db: Queryable, revisionId: string) =>
  db.paragraph.findMany({
    where: { revisionId },
    orderBy: { position: 'asc' },
    select: { id: true, kind: true, text: true },
  });

const keyOfKinds = (paragraphs: { id: string; kind: string }[]): string =>
  JSON.stringify(paragraphs.map(({ id, kind }) => [id, kind]));

/** What is proposed for a revision once one of its paragraphs has another kind, and for which paragraphs it was read. */
async function readWithKind(
  db: Queryable,
  { articleId, paragraphId, kind }: { articleId: string; paragraphId: string; kind: ParagraphKind },
) {
  const place = await db.paragraph.findFirst({
    where: { id: paragraphId, revision: { articleId } },
    select: { revisionId: true },
  });
  const paragraphs = place ? await kindsIn(db, place.revisionId) : [];
  const changed = paragraphs.map((one) => (one.id === paragraphId ? { ...one, kind } : one));
  return { of: keyOfKinds(changed), proposals: await readProposals(articleId, changed) };
}
