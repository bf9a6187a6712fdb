/** Reading an article with its claims, and nothing of what people work with: for reports, exports, annotations, the API. */
import { blindTo } from '#lib/data/claims/blind';
import { claimsOf, claimsWhere, inText } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import { changedSince } from '#lib/data/database/page';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import type { Standing } from '#lib/domain/claims/standing';
import type { Actor } from '#lib/domain/people/permission';
import { canBeBlind, redactForViewer } from '#lib/domain/review/blind';
import type { ArticleWithClaims, ClaimsInText } from '#lib/domain/review/review';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { articleHead, paragraphsById, paragraphsOf } from './articles';

type Viewer = Pick<Actor, 'id' | 'role'>;

/** What a viewer sees of an article's newest revision and its claims; null where it is not there or was removed. */
export async function articleWithClaims(db: Database, id: string, viewer: Viewer): Promise<ArticleWithClaims | null> {
  const article = await articleHead(db, id);
  if (!article) return null;
  const [paragraphs, claims] = await Promise.all([paragraphsOf(db, id, article.revision), claimsOf(db, id)]);
  return { article, paragraphs, claims: claims.map((claim) => redactForViewer(viewer, claim, article)) };
}

/**
 * Which claims of an article are asked for: those after a number, so many at most, changed at a moment or later; all where
 * nothing is said.
 */
export type ClaimQuery = {
  standing?: Standing;
  kind?: ClaimKind;
  updatedSince?: Date;
  after?: number;
  limit?: number;
};

/**
 * Some claims of an article as a viewer sees them, by number, with the paragraphs that they lie in. `hasMore`: others come
 * after the limit. Null where the article is not there or was removed.
 */
export async function claimsPage(
  db: Database,
  articleId: string,
  { standing, kind, updatedSince, after = 0, limit = Number.POSITIVE_INFINITY }: ClaimQuery,
  viewer: Viewer,
): Promise<(ClaimsInText & { hasMore: boolean }) | null> {
  const article = await db.article.findFirst({
    where: { id: articleId, removedAt: null },
    select: { blindFirstPass: true },
  });
  if (!article) return null;
  const where = {
    ...inText(articleId),
    kind,
    AND: [standing ? seenAs(standing, viewer) : {}, updatedSince ? seenSince(updatedSince, viewer) : {}],
  };
  const found = await claimsWhere(db, where, { after, limit: limit + 1 });
  const claims = found.slice(0, limit).map((claim) => redactForViewer(viewer, claim, article));
  const paragraphs = await paragraphsById(db, [...new Set(claims.map(({ paragraphId }) => paragraphId))]);
  return { paragraphs, claims, hasMore: found.length > limit };
}

/**
 * Claims that changed at a moment or later. Of a claim that a viewer is blind to, only that its article changed may be
 * known: it is among them then, so that nothing is missed and nothing told.
 */
function seenSince(moment: Date, viewer: Viewer): Prisma.ClaimWhereInput {
  const changed = changedSince(moment);
  if (!canBeBlind(viewer)) return changed;
  return { OR: [{ ...changed, NOT: blindTo(viewer) }, { AND: [blindTo(viewer), { article: changed }] }] };
}

/** Claims that a viewer sees in a standing: to somebody who is blind to others' judgements, a claim is open. */
function seenAs(standing: Standing, viewer: Viewer): Prisma.ClaimWhereInput {
  if (!canBeBlind(viewer)) return { standing };
  return standing === 'open' ? { OR: [{ standing }, blindTo(viewer)] } : { standing, NOT: blindTo(viewer) };
}
