/**
 * One row of a table of units: from a written unit to its kind, its English name and its factor. Invariant: many
 * words may name one unit, never one word two. It holds no words itself; each language has its own table.
 */

export interface Unit {
  kind: 'percent' | 'times' | 'duration' | 'measure' | 'count';
  unit: string | null;
  factor: number;
  /** Where the figure's span ends. */
  end: number;
  /** Where the noun ends, for bounds that follow it (`375人左右`). */
  nounEnd: number;
  /** True where 多 or 来 makes it a lower bound (`七个多小时`, `两成多`). */
  more?: boolean;
  /** An added half (`三个半小时`, `两年半`). */
  plus?: number;
}

/** A unit's kind, its name, and the factor that turns the number into it (1 if left out). */
export type Entry = [kind: Unit['kind'], unit: string, factor?: number];

/** Entries of a unit table from unit to words: `{ metre: 'm metre metres' }`. */
export const entries = (kind: Unit['kind'], table: Record<string, string>): [string, Entry][] =>
  Object.entries(table).flatMap(([unit, words]) =>
    words.split(' ').map((word): [string, Entry] => [word, [kind, unit]]),
  );
