/**
 * A place in a list that is ordered by when its entries were made and then by id: after one of them. Written out as a cursor,
 * which a reader passes on without looking into it.
 */
export type ListPlace = {
  /** When the entry was made (ms since 1970). */
  at: number;
  id: string;
};

/** The place as a cursor: characters that need no escape in an address. */
export const writeCursor = ({ at, id }: ListPlace): string => `${at.toString(36)}.${id}`;

/** The place that a cursor names; null for what is none. */
export function readCursor(text: string): ListPlace | null {
  const [, at = '', id = ''] = /^([\da-z]{1,9})\.([\w-]{1,64})$/.exec(text) ?? [];
  return id ? { at: Number.parseInt(at, 36), id } : null;
}
