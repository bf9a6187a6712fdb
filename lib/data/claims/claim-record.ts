/**
 * Claims across articles and how they came out: counts by standing and by year of publication, and a page of them. To a viewer
 * who is blind to a claim (blind.ts) it is open, without verdict, and rests on nothing but what they cited themselves.
 */
import { inBatches, type Queryable } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { describeInBoth, figureFacts } from '#lib/data/metrics/refresh';
import { sourceView, sourceWithOrigin } from '#lib/data/sources/source-view';
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
import { type Standing, verdictMoment } from '#lib/domain/claims/standing';
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

/** A claim as it is counted: `standing` is what the viewer sees of it. */
export type CountedClaim = {
  id: string;
  number: number;
  standing: Standing;
  createdAt: Date;
  article: { id: string; publishedOn: string | null };
};

/** The same of claims that are at hand already, where no condition finds them by an index of their own. */
export async function recordOfClaims(
  db: Queryable,
  viewer: Viewer,
  claims: CountedClaim[],
  { standing, year, page }: RecordQuery,
): Promise<ClaimRecord> {
  const totals = totalsOf(
    claims.map((claim) => ({ year: yearOf(claim.article.publishedOn), standing: claim.standing, count: 1 })),
  );
  const isContested = (claim: CountedClaim) => Number(claim.standing === 'contested');
  const found = claims
    .filter((claim) => standing === null || claim.standing === standing)
    .filter((claim) => year === null || yearOf(claim.article.publishedOn) === year)
    .sort(
      (a, b) =>
        isContested(b) - isContested(a) ||
        b.createdAt.getTime() - a.createdAt.getTime() ||
        a.number - b.number ||
        a.id.localeCompare(b.id),
    );
  const pages = Math.max(1, Math.ceil(found.length / claimsOnPage));
  const skip = (Math.min(page, pages) - 1) * claimsOnPage;
  const ids = found.slice(skip, skip + claimsOnPage).map(({ id }) => id);
  const rows = await listClaims(db, viewer, { id: { in: ids } }, { skip: 0, take: claimsOnPage });
  const listedById = new Map(rows.map((row) => [row.id, row]));
  return { ...totals, found: found.length, pages, claims: ids.flatMap((id) => listedById.get(id) ?? []) };
}

const yearOf = (publishedOn: string | null): string => publishedOn?.slice(0, 4) ?? undated;

/** Sums by standing, and by year: the newest first, undated ones last. */
function totalsOf(
  counted: { year: string; standing: Standing; count: number }[],
): Pick<ClaimRecord, 'counts' | 'years'> {
  const counts = noClaims();
  const byYear = new Map<string, StandingCounts>();
  for (const { year, standing, count } of counted) {
    const ofYear = byYear.get(year) ?? noClaims();
    byYear.set(year, ofYear);
    for (const sums of [counts, ofYear]) sums[standing] += count;
  }
  const years = [...byYear].map(([year, ofYear]) => ({ year, counts: ofYear }));
  const isUndated = ({ year }: { year: string }) => Number(year === undated);
  years.sort((a, b) => isUndated(a) - isUndated(b) || b.year.localeCompare(a.year));
  return { counts, years };
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
  const published = new Map(articles.flat().map(({ id, publishedOn }) => [id, publishedOn]));
  return totalsOf(
    counted.map(({ articleId, standing, _count }) => ({
      year: yearOf(published.get(articleId) ?? null),
      // standing is written by lib/data/claims alone, from deriveStanding.
      standing: standing as Standing,
      count: _count,
    })),
  );
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
    select: { addedById: true, source: sourceWithOrigin },
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
    const shown = row.evidence.filter(({ addedById }) => !isBlind || addedById === viewer.id);
    const sources = shown.map(({ source }) => sourceView(source));
    const ruled = row.adjudication?.givenOn === null ? row.adjudication.createdAt : null;
    // Written by lib/data/claims alone, from values of these types, as kind is.
    const standing = isBlind ? 'open' : (row.standing as Standing);
    const verdictOn = verdictMoment(standing, { ruled, judged: row.judgements.map(({ updatedAt }) => updatedAt) });
    const { id, number, exact, article, speaker, figure } = row;
    return {
      id,
      number,
      exact,
      article,
      kind: row.kind as ClaimKind,
      standing,
      // Another kind's figure is kept for the day when the claim is a figure again.
      reads: row.kind === 'figure' && figure ? describeInBoth(figureFacts(figure)) : null,
      speaker: speaker && speakerView(speaker),
      verdictOn: verdictOn?.toISOString() ?? null,
      sources: countOrigins(sources),
      retired: new Set(sources.flatMap((source) => (source.retired ? source.id : []))).size,
      isOrphan: row.orphanedAt !== null,
    };
  });
}
