/**
 * A position in a list ordered by creation time, then id: after a given entry. Written as a cursor that readers pass
 * back unchanged.
 */
export type ListPlace = {
  /** Creation time (ms since 1970). */
  at: number;
  id: string;
};

/** The position as a cursor: characters that need no escape in an address. */
export const writeCursor = ({ at, id }: ListPlace): string => `${at.toString(36)}.${id}`;

/** The position that a cursor names; null where the cursor is not valid. */
export function readCursor(text: string): ListPlace | null {
  const [, at = '', id = ''] = /^([\da-z]{1,9})\.([\w-]{1,64})$/.exec(text) ?? [];
  return id ? { at: Number.parseInt(at, 36), id } : null;
}
