/**
 * What the desk has checked before that a claim repeats. Candidates come from the full-text index, by the tokens that are
 * rare among the desk's claims; the domain says of each how it relates. Everything here reads, nothing writes, and nothing
 * runs in a transaction.
 */
import { type Engine, engineIn, type Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { ClaimReading } from '#lib/domain/matching/claim-reading';
import { rarityOf, soughtTokens } from '#lib/domain/matching/pool-index';
import { type Relating, relate, sure } from '#lib/domain/matching/relate';
import type { Relation } from '#lib/domain/matching/relation';
import type { Viewer } from '#lib/domain/review/blind';
import { type ClaimPassage, claimPassage, readPassage } from '#lib/domain/search/claim-document';
import { type MetBefore, mostMet } from '#lib/domain/search/met-before';
import { noTerms } from '#lib/domain/search/search-terms';
import type { Span } from '#lib/text/span';
import { besideRows, livingClaims, seenStanding } from './claim-conditions';
import { foundClaims } from './find-claims';
import { type TokenCounts, tokenCounts } from './token-rarity';

const { sql, join, raw } = Prisma;

/** A place in an article's newest text that is a claim, or may become one. */
export type AskedPlace = Span & { articleId: string; paragraphId: string; kind: string };

/** By so many tokens claims are looked up, the newest so many of each, and so many of each language are compared. */
const mostTokens = 20;
const perToken = 400;
export const compared = 10;

/** The claims of other articles with a verdict that a place repeats, best first; null where the place is none. */
export async function metBefore(db: Queryable, place: AskedPlace, viewer: Viewer): Promise<MetBefore[] | null> {
  const passage = await passageAt(db, place);
  if (!passage) return null;
  const query = readPassage(passage, place.kind);
  const counts = await tokenCounts(db);
  const found = await candidates(db, query, { counts, viewer, articleId: place.articleId });
  const related = found.flatMap((one) => {
    const relating = relate(query, readPassage(one, one.kind), (token) => rareness(counts, token), one.behind);
    return relating.score >= sure && relating.relation !== 'other' ? [{ ...one, relating }] : [];
  });
  const best = related.sort((a, b) => b.relating.score - a.relating.score).slice(0, mostMet);
  const ids = best.map(({ claimId }) => claimId);
  const claims = await foundClaims(db, ids, { terms: noTerms, viewer });
  return claims.flatMap((claim) => {
    const one = best.find(({ claimId }) => claimId === claim.id);
    if (!one) return [];
    const { id: claimId, number, article, standing, judgedAt, sources } = claim;
    const { relation } = one.relating;
    return {
      ...{ claimId, number, exact: claim.exact, standing, judgedAt, sources, relation },
      article: { id: article.id, title: article.title },
      ...compareWords(one.relating, passage.text, one.text),
    };
  });
}

/** The passage of a place in an article that is on the desk; null where the place is none. */
export async function passageAt(db: Queryable, place: AskedPlace): Promise<ClaimPassage | null> {
  const paragraph = await db.paragraph.findFirst({
    where: { id: place.paragraphId, revision: { articleId: place.articleId, article: { removedAt: null } } },
    select: { text: true },
  });
  const exact = paragraph?.text.slice(place.start, place.end) ?? '';
  return paragraph && exact !== '' ? claimPassage({ ...place, exact }, paragraph.text) : null;
}

/** What differs and what is shared, in the words of the two texts. */
export function compareWords(
  { figures, periods, content }: Relating,
  here: string,
  there: string,
): Pick<MetBefore, 'differences' | 'shares'> {
  const cut = (text: string, { start, end }: Span) => text.slice(start, end).trim();
  const off = figures.filter(({ how }) => how !== 'equal').map(({ a, b }) => [a, b] as const);
  return {
    differences: [...off, ...periods.conflicting].map(([a, b]) => ({ here: cut(here, a), there: cut(there, b) })),
    // One character alone tells nothing.
    shares: [...new Set(content.shared.map((place) => cut(here, place)))].filter((word) => word.length > 1).slice(0, 5),
  };
}

/** How rare a token is, from 1/4 to 1: no word counts for nothing, however common it is. */
export function rareness({ claims, counts }: TokenCounts, token: string): number {
  return 0.25 + (0.75 * rarityOf(counts.get(token) ?? 0, claims)) / rarityOf(0, claims);
}

type Candidate = Span & { claimId: string; text: string; kind: string; behind: number };
type Asking = { counts: TokenCounts; viewer: Viewer; articleId: string };

/** Claims with a verdict that share rare tokens with a claim: the best of either language. */
async function candidates(db: Queryable, query: ClaimReading, asking: Asking): Promise<Candidate[]> {
  const found = [true, false].map((isChinese) =>
    best(db, rareTokens(query, asking.counts, isChinese), isChinese, asking),
  );
  return (await Promise.all(found)).flat();
}

/** The tokens by which claims of a language are looked up that a claim may repeat, the rarest first. */
export function rareTokens(query: ClaimReading, { claims, counts }: TokenCounts, isChinese: boolean): WeighedToken[] {
  return (
    [...soughtTokens(query)]
      // In the other language only what both write alike, or the lexicon knows, can be met.
      .filter(([token]) => isChinese === query.isChinese || !isHanPair(token))
      .map(([token, weight]) => ({ token, weight: weight * rarityOf(counts.get(token) ?? 0, claims) }))
      // A token that no sampled claim has may still be in an older one.
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostTokens)
  );
}

type WeighedToken = { token: string; weight: number };

const isHanPair = (token: string): boolean => token.charCodeAt(0) >= 0x3400;

const holding: Record<Engine, (token: string, table: SearchTable) => Prisma.Sql> = {
  sqlite: (token, table) => {
    const index = raw(`"${table}Index"`);
    return sql`SELECT "rowid" AS "id" FROM ${index} WHERE ${index} MATCH ${`"${token}"`}`;
  },
  postgresql: (token, table) => sql`SELECT "id" FROM ${raw(`"${table}"`)} WHERE "vector" @@ ${`'${token}'`}::tsquery`,
};

type SearchTable = 'ClaimSearch' | 'FactCheckSearch';

/** The rows of an index that hold some tokens, as a table of their ids with the weights of what each holds. */
export function weighedRows(engine: Engine, tokens: WeighedToken[], table: SearchTable): Prisma.Sql {
  const parts = tokens.map(
    ({ token, weight }) => sql`
      SELECT "id", CAST(${weight} AS REAL) AS "weight"
      FROM (${holding[engine](token, table)} ORDER BY 1 DESC LIMIT ${perToken}) t`,
  );
  return sql`(SELECT "id", SUM("weight") AS "score" FROM (${join(parts, ' UNION ALL ')}) u GROUP BY "id")`;
}

async function best(
  db: Queryable,
  tokens: WeighedToken[],
  isChinese: boolean,
  { viewer, articleId }: Asking,
): Promise<Candidate[]> {
  if (tokens.length === 0) return [];
  const engine = engineIn(db);
  const rows = await db.$queryRaw<(Omit<Candidate, 'behind'> & { score: number })[]>`
    SELECT c."id" AS "claimId", c."kind", s."text", s."start", s."end", b."score"
    FROM (
      SELECT s."id", h."score"
      FROM ${weighedRows(engine, tokens, 'ClaimSearch')} h ${besideRows(engine, sql`h."id"`)}
      WHERE s."isChinese" = ${isChinese} AND c."articleId" <> ${articleId} AND ${livingClaims}
        AND ${seenStanding(viewer)} <> 'open'
      ORDER BY h."score" DESC, s."id" LIMIT ${compared}) b
    JOIN "ClaimSearch" s ON s."id" = b."id" JOIN "Claim" c ON c."id" = s."claimId"
    ORDER BY b."score" DESC, s."id"`;
  return behindBest(rows);
}

/** Says of rows, the best first, how far each is behind it: from 0 to −1. */
export function behindBest<Row extends { score: number }>(rows: Row[]): (Omit<Row, 'score'> & { behind: number })[] {
  const top = rows[0]?.score ?? 1;
  return rows.map(({ score, ...row }) => ({ ...row, behind: score / top - 1 }));
}

/** How a claim relates to another that it was met in; null where either is not there. */
export async function relationOf(db: Queryable, claimId: string, otherId: string): Promise<Relation | null> {
  const rows = await db.claim.findMany({
    where: { id: { in: [claimId, otherId] }, removedAt: null },
    select: { id: true, start: true, end: true, exact: true, kind: true, paragraph: { select: { text: true } } },
  });
  const read = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return row && readPassage(claimPassage(row, row.paragraph.text), row.kind);
  };
  const [one, other] = [read(claimId), read(otherId)];
  return one && other ? relate(one, other).relation : null;
}
