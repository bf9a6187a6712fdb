/**
 * What the desk has checked before that a claim repeats. Candidates come from the full-text index, by the tokens that are
 * rare among the desk's claims; the domain says of each how it relates. Everything here reads, nothing writes, and nothing
 * runs in a transaction.
 */
import { type Engine, engineIn, type Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { ClaimReading } from '#lib/domain/matching/claim-reading';
import { rarityOf } from '#lib/domain/matching/pool-index';
import { type Relating, relate, sure } from '#lib/domain/matching/relate';
import type { Relation } from '#lib/domain/matching/relation';
import type { Viewer } from '#lib/domain/review/blind';
import { type ClaimPassage, claimPassage, readPassage } from '#lib/domain/search/claim-document';
import { type MetBefore, mostMet } from '#lib/domain/search/met-before';
import { noTerms } from '#lib/domain/search/search-terms';
import type { Span } from '#lib/text/span';
import { behindBest, bestByTokens, soughtBy } from './by-tokens';
import { claimOfRow, livingClaims, seenStanding } from './claim-conditions';
import { foundClaims } from './find-claims';
import { type TokenCounts, tokenCounts } from './token-rarity';

const { sql } = Prisma;

/** A place in an article's newest text that is a claim, or may become one. */
export type AskedPlace = Span & { articleId: string; paragraphId: string; kind: string };

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

/** The claims of some hundred rows. SQLite would rather read all claims of the desk than look each up by its id. */
const claimsOfFew: Record<Engine, Prisma.Sql> = {
  sqlite: sql`CROSS JOIN "Claim" c INDEXED BY "Claim_found_idx" ON c."id" = s."claimId"`,
  postgresql: claimOfRow,
};

/** Claims with a verdict that share rare tokens with a claim: the best of either language. */
async function candidates(db: Queryable, query: ClaimReading, asking: Asking): Promise<Candidate[]> {
  const { counts, viewer, articleId } = asking;
  const tokens = soughtBy(query, counts);
  if (tokens.length === 0) return [];
  const engine = engineIn(db);
  const best = bestByTokens(engine, tokens, {
    table: sql`"ClaimSearch"`,
    index: 'ClaimSearchIndex',
    beside: claimsOfFew[engine],
    where: sql`c."articleId" <> ${articleId} AND ${livingClaims} AND ${seenStanding(viewer)} <> 'open'`,
  });
  const rows = await db.$queryRaw<(Omit<Candidate, 'behind'> & { isChinese: boolean | number; score: number })[]>`
    SELECT c."id" AS "claimId", c."kind", s."text", s."start", s."end", s."isChinese", b."score"
    FROM ${best} b JOIN "ClaimSearch" s ON s."id" = b."id" JOIN "Claim" c ON c."id" = s."claimId"
    ORDER BY b."score" DESC, s."id"`;
  return behindBest(rows);
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
