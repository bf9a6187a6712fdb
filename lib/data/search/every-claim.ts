/** All claims that a query finds, for files and for programs. */

import type { Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { Viewer } from '#lib/domain/review/blind';
import type { ClaimQuery } from '#lib/domain/search/claim-query';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import { searchTerms } from '#lib/domain/search/search-terms';
import { askedOf } from './asked';
import { livingClaims } from './claim-conditions';
import { claimIds, foundClaims } from './find-claims';

/** Ids that are asked for at a time: a statement sorts all claims it finds, so that there should be few. */
const idsAtOnce = 10_000;
/** Claims that are read at a time, with all that a list says of them. */
const rowsAtOnce = 200;

/**
 * Every claim that a query finds in all of its pages, in its order, some at a time, as a person may see them when they
 * are read. None comes twice, whatever changes meanwhile. Between two parts nothing is held open.
 */
export async function* everyClaimFound(
  db: Queryable,
  query: ClaimQuery,
  viewer: Viewer,
  now: Date,
  sizes = { ids: idsAtOnce, rows: rowsAtOnce },
): AsyncGenerator<FoundClaim[]> {
  const asked = await askedOf(db, query, { viewer, now });
  const seen = new Set<string>();
  for (let from = 0; ; from += sizes.ids) {
    const ids = await claimIds(db, asked, { from, limit: sizes.ids });
    const fresh = ids.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    for (let at = 0; at < fresh.length; at += sizes.rows) {
      yield await foundClaims(db, fresh.slice(at, at + sizes.rows), asked);
    }
    if (ids.length < sizes.ids) return;
  }
}

/** Claims that somebody chose, in their order, as a person may see them; those that are gone since are left out. */
export async function* claimsOfIds(db: Queryable, ids: string[], viewer: Viewer): AsyncGenerator<FoundClaim[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" AS "id" FROM "Claim" c WHERE c."id" IN (${Prisma.join(ids)}) AND ${livingClaims}`;
  const there = new Set(rows.map(({ id }) => id));
  const asked = { terms: searchTerms(''), viewer };
  yield await foundClaims(
    db,
    ids.filter((id) => there.has(id)),
    asked,
  );
}
