/** What one search finds of everything on the desk. */

import type { Standing } from '#lib/domain/claims/standing';

/** A thing that was found, where it is, and what else a line says of it. */
export type FoundThing = {
  id: string;
  /** In the reader's two languages where it has two names. */
  name: { en: string; zh: string };
  /** Where it leads. */
  address: string;
  /** The publisher, role or article beside it. */
  beside: string | null;
  standing: Standing | null;
};

/** In the order in which they are shown. */
export const foundKinds = ['articles', 'claims', 'speakers', 'sources', 'metrics'] as const;
export type FoundThings = Record<(typeof foundKinds)[number], FoundThing[]>;
