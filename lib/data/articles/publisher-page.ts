/** An outlet's page: its articles, how their claims came out, and what published reports say it should correct. */
import { blindTo, without } from '#lib/data/claims/blind';
import type { Database } from '#lib/data/database/database';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { noClaims, type StandingCounts } from '#lib/domain/claims/listed-claim';
import type { Standing } from '#lib/domain/claims/standing';
import type { ReportContent } from '#lib/domain/report/content';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import { type ArticleSummary, articlesOfPublishers } from './articles';
import { publishersLike } from './publishers';

/** What a published report says that an article should say instead. `publishedAt` is a moment (ISO 8601). */
export type PublishedCorrection = {
  claimId: string;
  number: number;
  exact: string;
  correction: string;
  article: { id: string; title: string; language: string };
  report: { slug: string; publishedAt: string };
};

/**
 * `names`: how the outlet is written in its articles, which differ in case, width or spaces alone. `counts` are of check-worthy
 * claims, as in the list of articles.
 */
export type PublisherPage = {
  names: string[];
  total: number;
  pages: number;
  counts: StandingCounts;
  articles: ArticleSummary[];
  corrections: PublishedCorrection[];
};

/** How many articles stand on a page. */
export const articlesOnPage = 50;

/** How many corrections are listed, the newest reports first. */
const mostCorrections = 30;

/** An outlet by its name, as a person may see it; null where no article carries it. A page past the end is the last one. */
export async function publisherPage(
  db: Database,
  name: string,
  viewer: Viewer,
  page: number,
): Promise<PublisherPage | null> {
  const names = await publishersLike(db, name);
  const ofOutlet = { publisher: { in: names }, removedAt: null };
  const total = names.length > 0 ? await db.article.count({ where: ofOutlet }) : 0;
  if (total === 0) return null;
  const pages = Math.ceil(total / articlesOnPage);
  const skip = (Math.min(page, pages) - 1) * articlesOnPage;
  const [counts, articles, corrections] = await Promise.all([
    countClaims(db, viewer, ofOutlet),
    articlesOfPublishers(db, names, viewer, { skip, take: articlesOnPage }),
    correctionsOf(db, viewer, ofOutlet),
  ]);
  return { names, total, pages, counts, articles, corrections };
}

async function countClaims(db: Database, viewer: Viewer, article: Prisma.ArticleWhereInput): Promise<StandingCounts> {
  const counted = { article, removedAt: null, orphanedAt: null, checkWorthy: true };
  const [shown, hidden] = await Promise.all([
    db.claim.groupBy({
      by: ['standing'],
      where: { AND: [counted, without(viewer, blindTo(viewer))] },
      _count: true,
    }),
    canBeBlind(viewer) ? db.claim.count({ where: { AND: [counted, blindTo(viewer)] } }) : 0,
  ]);
  const counts = noClaims();
  // standing is written by lib/data/claims alone, from deriveStanding.
  for (const { standing, _count } of shown) counts[standing as Standing] += _count;
  counts.open += hidden;
  return counts;
}

/**
 * The corrections of the newest report of each article that is not withdrawn, as it words them. A claim that the viewer is
 * blind to is left out: a correction tells that it does not hold.
 */
async function correctionsOf(
  db: Database,
  viewer: Viewer,
  article: Prisma.ArticleWhereInput,
): Promise<PublishedCorrection[]> {
  const claims = await db.claim.findMany({
    where: {
      AND: [
        { correction: { not: null }, removedAt: null },
        { article: { AND: [article, { reports: { some: { withdrawnAt: null } } }] } },
        without(viewer, blindTo(viewer)),
      ],
    },
    select: { id: true, number: true, exact: true, article: { select: { id: true, title: true, language: true } } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: mostCorrections,
  });
  const reports = await db.report.findMany({
    where: { articleId: { in: [...new Set(claims.map((claim) => claim.article.id))] }, withdrawnAt: null },
    select: { articleId: true, slug: true, publishedAt: true, content: true },
    orderBy: { number: 'asc' },
  });
  // The last one of each article stays.
  const newest = new Map(reports.map((report) => [report.articleId, report]));
  return claims
    .flatMap(({ id, number, exact, article: about }): PublishedCorrection[] => {
      const report = newest.get(about.id);
      if (!report) return [];
      const { slug, publishedAt } = report;
      // Written by lib/data/report alone, from values of this type.
      const content = report.content as unknown as ReportContent;
      const published = content.claims.find((claim) => claim.number === number);
      if (!published?.correction) return [];
      const words = { exact, correction: published.correction };
      return [
        { claimId: id, number, ...words, article: about, report: { slug, publishedAt: publishedAt.toISOString() } },
      ];
    })
    .sort((a, b) => b.report.publishedAt.localeCompare(a.report.publishedAt));
}
