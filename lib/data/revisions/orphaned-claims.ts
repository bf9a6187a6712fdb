/** Claims whose passage is gone from the newest revision. */
import { claimsWhere } from '#lib/data/claims/read-claims';
import type { Queryable } from '#lib/data/database/database';
import type { ClaimView } from '#lib/domain/claims/claim-view';

/** The living claims of an article whose passage is gone from its newest revision, by number. */
export const orphanedClaimsOf = (db: Queryable, articleId: string): Promise<ClaimView[]> =>
  claimsWhere(db, { articleId, removedAt: null, orphanedAt: { not: null } });
