/** What a person's own saved views find at the moment, for the navigation. */

import type { Queryable } from '#lib/data/database/database';
import type { Viewer } from '#lib/domain/review/blind';
import { claimQuery } from '#lib/domain/search/claim-query';
import { type CountedView, mostInNavigation } from '#lib/domain/search/saved-view';
import { countUpTo } from './find-claims';
import { ownViews } from './saved-views';

/** So far a view's claims are counted: who has more wants to know that there are many. */
const most = 999;

/** The oldest of a person's own views, with how many claims each finds, as they may see them. One is counted after the other. */
export async function countedViews(db: Queryable, viewer: Viewer, now: Date): Promise<CountedView[]> {
  const counted: CountedView[] = [];
  for (const { id, name, query } of await ownViews(db, viewer.id, mostInNavigation)) {
    const count = await countUpTo(db, claimQuery(query), viewer, { now, most: most + 1 });
    counted.push({ id, name, query, count: Math.min(count, most), isMore: count > most });
  }
  return counted;
}
