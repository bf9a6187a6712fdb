import type { Page } from '#lib/data/database/page';
import { type ListPlace, readCursor, writeCursor } from '#lib/domain/exchange/list-cursor';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** The place after which a page was asked for; null for the first one. */
export function placeAsked(cursor: string | undefined): Result<ListPlace | null> {
  if (cursor === undefined) return accept(null);
  const place = readCursor(cursor);
  return place ? accept(place) : refuse('cursor-wrong', { field: 'cursor' });
}

/** A page as a route answers it. */
export function asPage<T>({ items, next: place }: Page<T>) {
  const next = place && writeCursor(place);
  return { value: { items, next }, next };
}
