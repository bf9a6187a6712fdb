/** Lists a page at a time, newest first: what is added meanwhile comes before the first page and moves nothing. */
import type { ListPlace } from '#lib/domain/exchange/list-cursor';

/** `updatedSince`: only what was changed at that moment or later. It moves nothing, since the order is that of creation. */
export type PageQuery = { search: string; after: ListPlace | null; limit: number; updatedSince?: Date };

/** `next`: the place after which the next page begins; null on the last one. */
export type Page<T> = { items: T[]; next: ListPlace | null };

export const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Record<string, 'asc' | 'desc'>[];

/** What comes after a place in the order of `newestFirst`; everything where there is none. */
export function older(place: ListPlace | null) {
  if (!place) return {};
  const createdAt = new Date(place.at);
  // The first bound says nothing new, but it is one that an index can begin at.
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: place.id } }] };
}

/** The condition that a row was changed at a moment or later; none where no moment is given. */
export const changedSince = (moment: Date | undefined) => (moment ? { updatedAt: { gte: moment } } : {});

/** A page of rows of which one more than `limit` was asked for. */
export function pageOf<T extends { id: string; createdAt: Date }>(rows: T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last && rows.length > limit ? { at: last.createdAt.getTime(), id: last.id } : null };
}
