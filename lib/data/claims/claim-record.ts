/**
 * Claims across articles and how they came out: counts by standing and by year of publication, and a page of them. To a viewer
 * who is blind to a claim (blind.ts) it is open, without verdict, and rests on nothing but what they cited themselves.
 */
import { inBatches, type Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { describeInBoth, figureFacts } from '#lib/data/metrics/refresh';
import { speakerView, wholeSpeaker } from '#lib/data/sources/speakers';
import {
  type ClaimRecord,
  type ListedClaim,
  noClaims,
  type RecordQuery,
  type StandingCounts,
  totalOf,
  undated,
} from '#lib/domain/claims/listed-claim';
import { countOrigins } from '#lib/domain/claims/source';
import type { Standing } from '#lib/domain/claims/standing';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { blindAmong, blindTo, without } from './blind';

/** How many claims stand on a page. */
export const claimsOnPage = 50;

const living = { removedAt: null, article: { removedAt: null } } as const;

/**
 * The claims that a condition names, as a person may see them. Contested ones come first, then the rest; within both, what was
 * marked last. A page past the end is the last one.
 */
export async function claimRecord(
  db: Queryable,
  viewer: Viewer,
  within: Prisma.ClaimWhereInput,
  query: RecordQuery,
): Promise<ClaimRecord> {
  const all: Prisma.ClaimWhereInput = { AND: [within, living] };
  const { counts, years } = await countRecord(db, viewer, all);
  const { standing, year } = query;
  const ofYear = year === null ? counts : (years.find((one) => one.year === year)?.counts ?? noClaims());
  const found = standing === null ? totalOf(ofYear) : ofYear[standing];
  const pages = Math.max(1, Math.ceil(found / claimsOnPage));
  const skip = (Math.min(query.page, pages) - 1) * claimsOnPage;
  const asked = { AND: [all, year === null ? {} : publishedIn(year)] };
  const read = (where: Prisma.ClaimWhereInput, from: number, take: number) =>
    listClaims(db, viewer, { AND: [asked, where] }, { skip: Math.max(0, from), take });
  if (standing !== null) {
    return { counts, years, found, pages, claims: await read(hasStanding(viewer, standing), skip, claimsOnPage) };
  }
  const contested = hasStanding(viewer, 'contested');
  const first = skip < ofYear.contested ? await read(contested, skip, claimsOnPage) : [];
  const left = claimsOnPage - first.length;
  const rest = left > 0 ? await read({ NOT: contested }, skip + first.length - ofYear.contested, left) : [];
  return { counts, years, found, pages, claims: [...first, ...rest] };
}

/** Claims that have a standing in a viewer's eyes. */
function hasStanding(viewer: Viewer, standing: Standing): Prisma.ClaimWhereInput {
  if (standing === 'open') return { OR: [{ standing }, blindTo(viewer)] };
  return { standing, ...without(viewer, blindTo(viewer)) };
}

/** Claims of articles that were published in a year, or that name no day. */
const publishedIn = (year: string): Prisma.ClaimWhereInput => ({
  article: { publishedOn: year === undated ? null : { startsWith: year } },
});

async function countRecord(
  db: Queryable,
  viewer: Viewer,
  all: Prisma.ClaimWhereInput,
): Promise<Pick<ClaimRecord, 'counts' | 'years'>> {
  const [shown, hidden] = await Promise.all([
    db.claim.groupBy({
      by: ['articleId', 'standing'],
      where: { AND: [all, without(viewer, blindTo(viewer))] },
      _count: true,
    }),
    canBeBlind(viewer)
      ? db.claim.groupBy({ by: ['articleId'], where: { AND: [all, blindTo(viewer)] }, _count: true })
      : [],
  ]);
  const counted = [...shown, ...hidden.map((one) => ({ ...one, standing: 'open' }))];
  const articles = await inBatches([...new Set(counted.map(({ articleId }) => articleId))], (ids) =>
    db.article.findMany({ where: { id: { in: ids } }, select: { id: true, publishedOn: true } }),
  );
  const yearOf = new Map(articles.flat().map(({ id, publishedOn }) => [id, publishedOn?.slice(0, 4) ?? undated]));
  const counts = noClaims();
  const byYear = new Map<string, StandingCounts>();
  for (const { articleId, standing, _count } of counted) {
    const year = yearOf.get(articleId) ?? undated;
    const ofYear = byYear.get(year) ?? noClaims();
    byYear.set(year, ofYear);
    // standing is written by lib/data/claims alone, from deriveStanding.
    for (const sums of [counts, ofYear]) sums[standing as Standing] += _count;
  }
  const years = [...byYear].map(([year, ofYear]) => ({ year, counts: ofYear }));
  const isUndated = ({ year }: { year: string }) => Number(year === undated);
  years.sort((a, b) => isUndated(a) - isUndated(b) || b.year.localeCompare(a.year));
  return { counts, years };
}

const listed = {
  id: true,
  number: true,
  exact: true,
  kind: true,
  standing: true,
  orphanedAt: true,
  figure: true,
  speaker: wholeSpeaker,
  article: { select: { id: true, title: true, language: true, publisher: true, publishedOn: true } },
  judgements: { where: { givenOn: null }, select: { updatedAt: true } },
  adjudication: { select: { createdAt: true, givenOn: true } },
  evidence: {
    where: { removedAt: null },
    select: { addedById: true, source: { select: { id: true, originId: true } } },
  },
} as const;

/** Some claims by a condition, those that were marked last first. */
async function listClaims(
  db: Queryable,
  viewer: Viewer,
  where: Prisma.ClaimWhereInput,
  { skip, take }: { skip: number; take: number },
): Promise<ListedClaim[]> {
  const rows = await db.claim.findMany({
    where,
    select: listed,
    // Claims that came in at once, with an article's file, stand in the order of their numbers.
    orderBy: [{ createdAt: 'desc' }, { number: 'asc' }, { id: 'asc' }],
    skip,
    take,
  });
  const blind = await blindAmong(
    db,
    viewer,
    rows.map(({ id }) => id),
  );
  return rows.map((row): ListedClaim => {
    const isBlind = blind.has(row.id);
    const evidence = row.evidence.filter(({ addedById }) => !isBlind || addedById === viewer.id);
    const ruled = row.adjudication && row.adjudication.givenOn === null ? [row.adjudication.createdAt] : [];
    const moments = [...row.judgements.map(({ updatedAt }) => updatedAt), ...ruled].map((at) => at.toISOString());
    const { id, number, exact, article, speaker, figure } = row;
    return {
      id,
      number,
      exact,
      article,
      // kind and standing are written by lib/data/claims alone, from values of these types.
      kind: row.kind as ClaimKind,
      standing: isBlind ? 'open' : (row.standing as Standing),
      // Another kind's figure is kept for the day when the claim is a figure again.
      reads: row.kind === 'figure' && figure ? describeInBoth(figureFacts(figure)) : null,
      speaker: speaker && speakerView(speaker),
      verdictOn: isBlind ? null : (moments.sort().at(-1) ?? null),
      sources: countOrigins(evidence.map(({ source }) => source)),
      isOrphan: row.orphanedAt !== null,
    };
  });
}
