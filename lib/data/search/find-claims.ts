/** Finding claims over all articles of the desk. Everything here reads, nothing writes. */

import { blindAmong, isBlind } from '#lib/data/claims/blind';
import { type Engine, engineIn, type Queryable } from '#lib/data/database/database';
import { type Page, type PageQuery, pageOf } from '#lib/data/database/page';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { describeInBoth, figureFacts } from '#lib/data/metrics/refresh';
import { countOrigins } from '#lib/domain/claims/source';
import { type Standing, standings, verdictMoment } from '#lib/domain/claims/standing';
import type { Viewer } from '#lib/domain/review/blind';
import type { ClaimQuery, ClaimSort } from '#lib/domain/search/claim-query';
import type { ClaimList, FoundClaim } from '#lib/domain/search/found-claim';
import { hitsIn } from '#lib/domain/search/hits';
import { isEmptySearch, type SearchTerms } from '#lib/domain/search/search-terms';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { type Asked, askedOf } from './asked';
import {
  asideFor,
  asksOfArticle,
  asksOfClaim,
  conditionOf,
  distance,
  foundRows,
  judgedAt,
  seenStanding,
} from './claim-conditions';
import { type ListedRow, listedRows } from './listed-rows';

const { sql } = Prisma;

export const claimsOfPage = 50;

/** A page of the claims that a query asks for, as a person may see them. */
export async function findClaims(db: Queryable, query: ClaimQuery, viewer: Viewer, now: Date): Promise<ClaimList> {
  const asked = await askedOf(db, query, { viewer, now });
  const from = (query.page - 1) * claimsOfPage;
  const { counts, ids } = await (isFoundAtOnce(query) ? foundAtOnce : countedAndFound)(db, asked, from);
  const total = standings.reduce((sum, standing) => sum + counts[standing], 0);
  const shown = query.standing ? counts[query.standing] : total;
  const claims = await foundClaims(db, ids, asked);
  return {
    claims: query.sort === 'best' ? closestFirst(claims) : claims,
    total,
    counts,
    pages: Math.max(1, Math.ceil(shown / claimsOfPage)),
    isUnreadable: query.search !== '' && isEmptySearch(asked.terms),
  };
}

/**
 * Claims of one sentence rank alike, since they are found by it: those that hold more of what was searched for in their own
 * words come first. Others keep their order.
 */
export function closestFirst(claims: FoundClaim[]): FoundClaim[] {
  const own = ({ passage: { start, end, hits } }: FoundClaim) =>
    hits.reduce((sum, hit) => sum + Math.max(0, Math.min(hit.end, end) - Math.max(hit.start, start)), 0);
  const placeOf = new Map<string, number>();
  for (const [at, { passage }] of claims.entries()) if (!placeOf.has(passage.text)) placeOf.set(passage.text, at);
  const place = ({ passage }: FoundClaim) => placeOf.get(passage.text) ?? 0;
  return claims.toSorted((a, b) => place(a) - place(b) || own(b) - own(a));
}

/**
 * The same a page at a time, newest first: an order that no later change of a claim upsets. `updatedSince`: only what was
 * changed then or later, and each time what a blind first pass keeps from saying when.
 */
export async function claimsPage(
  db: Queryable,
  query: ClaimQuery,
  { after, limit, updatedSince }: Omit<PageQuery, 'search'>,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<Page<FoundClaim>> {
  const asked = await askedOf(db, query, { viewer, now });
  const place = after && { at: new Date(after.at), id: after.id };
  const older = place
    ? sql`AND c."createdAt" <= ${place.at} AND (c."createdAt" < ${place.at} OR c."id" < ${place.id})`
    : Prisma.empty;
  const changed = updatedSince ? sql`AND (c."updatedAt" >= ${updatedSince} OR ${isBlind(viewer)})` : Prisma.empty;
  const engine = engineIn(db);
  const isWhole = updatedSince !== undefined || asksOfClaim(query);
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${asideFor(asked)} SELECT c."id" AS "id" FROM ${tablesFor(engine, asked, isWhole)} WHERE ${conditionOf(engine, asked)} ${older} ${changed}
    ORDER BY ${newest} LIMIT ${limit + 1}`;
  const claims = await foundClaims(
    db,
    rows.map(({ id }) => id),
    asked,
  );
  const { items, next } = pageOf(
    claims.map((claim) => ({ ...claim, createdAt: new Date(claim.createdAt) })),
    limit,
  );
  return { items: items.map((claim) => ({ ...claim, createdAt: claim.createdAt.toISOString() })), next };
}

/** The claims of a query that were marked last, newest first, as a person may see them; at most `limit`. */
export async function newestClaims(
  db: Queryable,
  query: ClaimQuery,
  viewer: Viewer,
  { now, limit }: { now: Date; limit: number },
): Promise<FoundClaim[]> {
  const asked = await askedOf(db, { ...query, sort: 'newest' }, { viewer, now });
  return foundClaims(db, await claimIds(db, asked, { from: 0, limit }), asked);
}

/**
 * The tables of a query: the index only where words are searched for, the article only where something of it is asked, and the
 * claim beside the index where more is asked of it, or `isWhole`.
 */
function tablesFor(engine: Engine, asked: Asked, isWhole = asksOfClaim(asked.query)): Prisma.Sql {
  const article = asksOfArticle(asked.query) ? sql`JOIN "Article" a ON a."id" = c."articleId"` : Prisma.empty;
  if (asked.query.search === '') return sql`"Claim" c ${article}`;
  return sql`${foundRows(engine, asked.terms, !isWhole)} ${article}`;
}

type Counted = { counts: Record<Standing, number>; ids: string[] };

/** What is searched for is found once, counted and put in order. */
const isFoundAtOnce = ({ search, sort }: ClaimQuery): boolean =>
  search !== '' && (sort === 'best' || sort === 'newest');

async function foundAtOnce(db: Queryable, asked: Asked, from: number): Promise<Counted> {
  const engine = engineIn(db);
  const { query, terms, viewer } = asked;
  const far = (query.sort === 'best' && distance(engine, terms)) || sql`0`;
  const rows = await db.$queryRaw<{ standing: string; count: number | bigint; id: string; place: number | bigint }[]>`
    ${asideFor(asked)} WITH "found" AS MATERIALIZED (
      SELECT c."id", ${seenStanding(viewer)} AS "standing", c."createdAt", ${far} AS "far"
      FROM ${tablesFor(engine, asked)} WHERE ${conditionOf(engine, asked, true)})
    SELECT "standing", COUNT(*) AS "count", '' AS "id", 0 AS "place" FROM "found" GROUP BY "standing"
    UNION ALL SELECT '', 0, "id", ROW_NUMBER() OVER (ORDER BY "far", "createdAt" DESC, "id" DESC) FROM (
      SELECT * FROM "found" ${query.standing ? sql`WHERE "standing" = ${query.standing}` : Prisma.empty}
      ORDER BY "far", "createdAt" DESC, "id" DESC LIMIT ${claimsOfPage} OFFSET ${from}) p`;
  const page = rows.filter(({ id }) => id !== '').sort((a, b) => Number(a.place) - Number(b.place));
  return { counts: countsOf(rows.filter(({ id }) => id === '')), ids: page.map(({ id }) => id) };
}

/** Without a search, an index has the newest claims in their order, and another one the counts. */
async function countedAndFound(db: Queryable, asked: Asked, from: number): Promise<Counted> {
  return {
    counts: await countByStanding(db, asked),
    ids: await claimIds(db, asked, { from, limit: claimsOfPage }),
  };
}

async function countByStanding(db: Queryable, asked: Asked): Promise<Record<Standing, number>> {
  const engine = engineIn(db);
  const rows = await db.$queryRaw<{ standing: string; count: number | bigint }[]>`
    ${asideFor(asked)} SELECT ${seenStanding(asked.viewer)} AS "standing", COUNT(*) AS "count"
    FROM ${tablesFor(engine, asked)} WHERE ${conditionOf(engine, asked, true)} GROUP BY 1`;
  return countsOf(rows);
}

function countsOf(rows: { standing: string; count: number | bigint }[]): Record<Standing, number> {
  const byStanding = new Map(rows.map(({ standing, count }) => [standing, Number(count)]));
  const counts = standings.map((standing) => [standing, byStanding.get(standing) ?? 0]);
  // One entry for each standing.
  return Object.fromEntries(counts) as Record<Standing, number>;
}

/** How many claims a query finds in all of its pages, as a person may see them; no more than `most` are counted. */
export async function countUpTo(
  db: Queryable,
  query: ClaimQuery,
  viewer: Viewer,
  { now, most }: { now: Date; most: number },
): Promise<number> {
  const asked = await askedOf(db, query, { viewer, now });
  const engine = engineIn(db);
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    ${asideFor(asked)} SELECT COUNT(*) AS "count" FROM (
      SELECT 1 FROM ${tablesFor(engine, asked)} WHERE ${conditionOf(engine, asked)} LIMIT ${most}) t`;
  return Number(row?.count ?? 0);
}

/** The ids of the claims that are asked for, in their order. */
export async function claimIds(
  db: Queryable,
  asked: Asked,
  { from, limit }: { from: number; limit: number },
): Promise<string[]> {
  const engine = engineIn(db);
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${asideFor(asked)} SELECT c."id" AS "id" FROM ${tablesFor(engine, asked)} WHERE ${conditionOf(engine, asked)}
    ORDER BY ${orderOf(engine, asked)} LIMIT ${limit} OFFSET ${from}`;
  return rows.map(({ id }) => id);
}

const newest = sql`c."createdAt" DESC, c."id" DESC`;

/** The order of a query. */
function orderOf(engine: Engine, { query: { sort }, terms, viewer }: Asked): Prisma.Sql {
  const far = distance(engine, terms);
  const orders: Record<ClaimSort, Prisma.Sql> = {
    newest,
    judged: sql`${judgedAt(viewer)} DESC NULLS LAST, ${newest}`,
    published: sql`a."publishedOn" DESC NULLS LAST, ${newest}`,
    best: far ? sql`${far}, ${newest}` : newest,
  };
  return orders[sort];
}

/** The names of what a query names by its id, by the query's fields; of what was merged, those that it is shown by. */
export async function namesIn(db: Queryable, query: ClaimQuery): Promise<Partial<Record<keyof ClaimQuery, string>>> {
  const named = async (id: string, find: (where: { id: string }) => Promise<string | undefined>) =>
    id === '' ? undefined : await find({ id });
  const [speaker, reviewer, source, article, metric] = await Promise.all([
    named(query.speaker, async (where) => {
      const speaker = await db.speaker.findUnique({
        where,
        select: { name: true, mergedInto: { select: { name: true } } },
      });
      return speaker?.mergedInto?.name ?? speaker?.name;
    }),
    named(query.reviewer, async (where) => (await db.user.findUnique({ where, select: { name: true } }))?.name),
    named(query.source, async (where) => {
      const source = await db.source.findUnique({
        where,
        select: { title: true, mergedInto: { select: { title: true } } },
      });
      return source?.mergedInto?.title ?? source?.title;
    }),
    named(
      query.article,
      async ({ id }) =>
        (await db.article.findFirst({ where: { id, removedAt: null }, select: { title: true } }))?.title,
    ),
    named(query.metric, async (where) => (await db.metric.findUnique({ where, select: { subject: true } }))?.subject),
  ]);
  return { speaker, reviewer, source, article, metric };
}

/** Claims of some ids as a list shows them, in the order of the ids. */
export async function foundClaims(
  db: Queryable,
  ids: string[],
  { terms, viewer }: { terms: SearchTerms; viewer: Viewer },
): Promise<FoundClaim[]> {
  if (ids.length === 0) return [];
  const [rows, blind] = await Promise.all([listedRows(db, ids), blindAmong(db, viewer, ids)]);
  const byId = new Map(rows.map((row) => [row.id, foundClaim(row, { terms, viewer, isHidden: blind.has(row.id) })]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function foundClaim(
  row: ListedRow,
  { terms, viewer, isHidden }: { terms: SearchTerms; viewer: Viewer; isHidden: boolean },
): FoundClaim {
  const { id, number, exact, kind, speaker, article, figure, adjudication, judgements, searchRow } = row;
  const standing = isHidden ? 'open' : row.standing;
  const ruled = adjudication?.givenOn === null ? adjudication.createdAt : null;
  const given = judgements.filter(({ givenOn }) => givenOn === null).map(({ updatedAt }) => updatedAt);
  const judged = verdictMoment(standing as Standing, { ruled, judged: given });
  const evidence = row.evidence.filter(({ addedById }) => !isHidden || addedById === viewer.id);
  const { text, start, end } = searchRow ?? { text: exact, start: 0, end: exact.length };
  const { id: speakerId, name } = speaker?.mergedInto ?? speaker ?? { id: '', name: '' };
  const ofFigure = kind === 'figure' ? figure : null;
  return {
    ...{ id, number, exact, article },
    // Written by lib/data/claims alone, from values of these types.
    kind: kind as ClaimKind,
    standing: standing as Standing,
    passage: { text, start, end, hits: isEmptySearch(terms) ? [] : hitsIn(text, terms) },
    speaker: speaker ? { id: speakerId, name } : null,
    reads: ofFigure && describeInBoth(figureFacts(ofFigure)),
    figure: ofFigure && { low: ofFigure.low, high: ofFigure.high, unit: ofFigure.unit },
    judgedAt: judged?.toISOString() ?? null,
    sources: countOrigins(evidence.map(({ source: { mergedInto, ...own } }) => mergedInto ?? own)),
    lookAgain: row.lookAgain !== null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: isHidden ? null : row.updatedAt.toISOString(),
  };
}
