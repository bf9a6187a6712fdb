/** An article with its past, as a file of it is written from. */

import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { type Database, type Queryable, rowsAtOnce } from '#lib/data/database/database';
import { threadsOf } from '#lib/data/review/comments';
import { paragraphsIn } from '#lib/data/revisions/carry-claims';
import { orphanedClaimsOf } from '#lib/data/revisions/orphaned-claims';
import { listRevisions } from '#lib/data/revisions/revisions';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Block, FindingDates, WholeArticle, WholeClaim, WholeRevision } from '#lib/domain/exchange/whole-article';
import type { Actor } from '#lib/domain/people/permission';
import { redactForViewer } from '#lib/domain/review/blind';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** Between two readings of one article somebody may change it; more often than this in a row nobody does. */
const mostTries = 5;

/** What a viewer sees of an article with its past, beginning with what was read of it; null where it is gone by now. */
export async function wholeArticle(
  db: Database,
  view: ArticleWithClaims,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<WholeArticle | null> {
  const { id } = view.article;
  let now: ArticleWithClaims | null = view;
  for (let tries = 0; now && tries < mostTries; tries++) {
    const past = await pastOf(db, now, viewer);
    const { lastSeq, lastClaimNumber } = await db.article.findUniqueOrThrow({ where: { id } });
    if (lastSeq === now.article.seq) return { article: now.article, ...past, lastClaimNumber };
    now = await articleWithClaims(db, id, viewer);
  }
  if (now) throw new Error('The article changes faster than it is read');
  return null;
}

async function pastOf(
  db: Database,
  { article, claims }: ArticleWithClaims,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<Omit<WholeArticle, 'article' | 'lastClaimNumber'>> {
  const { id } = article;
  const orphans = await orphanedClaimsOf(db, id);
  const stored = await db.revision.findMany({ where: { articleId: id }, select: { id: true, number: true } });
  const [revisions, pasts, threads, dismissed] = [
    await revisionsOf(db, id, new Map(stored.map((one) => [one.number, one.id]))),
    await claimPasts(db, id, new Map(stored.map((one) => [one.id, one.number]))),
    await threadsOf(db, id, viewer, { withOrphans: true }),
    await db.suggestion.findMany({
      where: { articleId: id, status: 'dismissed' },
      select: { paragraphId: true, start: true, end: true, kind: true },
      orderBy: [
        { paragraph: { revision: { number: 'asc' } } },
        { paragraph: { position: 'asc' } },
        ...[{ start: 'asc' as const }, { end: 'asc' as const }, { kind: 'asc' as const }],
      ],
    }),
  ];
  const whole = (claim: ClaimView): WholeClaim[] => {
    const past = pasts.get(claim.id);
    return past ? [{ claim, ...past }] : [];
  };
  return {
    revisions,
    claims: [...claims, ...orphans.map((claim) => redactForViewer(viewer, claim, article))]
      .sort((a, b) => a.number - b.number)
      .flatMap(whole),
    threads,
    // Written from proposals, whose kinds these are.
    dismissed: dismissed.map((one) => ({ ...one, kind: one.kind as ClaimKind })),
  };
}

async function revisionsOf(db: Queryable, articleId: string, idOf: Map<number, string>): Promise<WholeRevision[]> {
  const blocks = new Map<string, Block>();
  const revisions: WholeRevision[] = [];
  for (const listed of (await listRevisions(db, articleId)).reverse()) {
    const paragraphs = await paragraphsIn(db, idOf.get(listed.number) ?? '');
    revisions.push({
      ...listed,
      paragraphs: paragraphs.map(({ id, kind, text, reason }) => {
        const key = `${kind} ${reason} ${text}`;
        const block = blocks.get(key) ?? { kind, text, reason: reason ?? null };
        blocks.set(key, block);
        return { id, block };
      }),
    });
  }
  return revisions;
}

/** What older revisions leave with claims, by their ids. */
async function claimPasts(
  db: Queryable,
  articleId: string,
  numbers: Map<string, number>,
): Promise<Map<string, Omit<WholeClaim, 'claim'>>> {
  const numberOf = (id: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error('A finding is on words of a revision that is not there');
    return number;
  };
  const dateOf = (id: string | null | undefined) => (id == null ? null : numberOf(id));
  const byReviewer = (rows: { reviewerId: string; givenIn: string | null }[]) =>
    new Map(rows.flatMap(({ reviewerId, givenIn }) => (givenIn === null ? [] : [[reviewerId, numberOf(givenIn)]])));
  const dated = { where: { givenIn: { not: null } }, select: { reviewerId: true, givenIn: true } } as const;
  const pasts = new Map<string, Omit<WholeClaim, 'claim'>>();
  for (let last = 0; ; ) {
    const rows = await db.claim.findMany({
      where: { articleId, removedAt: null, number: { gt: last } },
      select: {
        ...{ id: true, number: true, orphanedAt: true, lookAgainIn: true, judgements: dated, quoteChecks: dated },
        adjudication: { select: { givenIn: true } },
        places: {
          select: { paragraphId: true, start: true, end: true },
          orderBy: { revision: { number: 'asc' } },
        },
      },
      orderBy: { number: 'asc' },
      take: rowsAtOnce,
    });
    for (const { id, number, orphanedAt, places, lookAgainIn, judgements, quoteChecks, adjudication } of rows) {
      const dates: FindingDates = {
        judgements: byReviewer(judgements),
        quoteChecks: byReviewer(quoteChecks),
        ruling: dateOf(adjudication?.givenIn),
        lookAgain: dateOf(lookAgainIn),
      };
      pasts.set(id, { goneSince: orphanedAt?.toISOString() ?? null, places, dates });
      last = number;
    }
    if (rows.length < rowsAtOnce) return pasts;
  }
}
