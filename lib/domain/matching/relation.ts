/** How two claims relate: the vocabulary alone, so that pages can import it without the readers. */

/**
 * `same`: the same fact. `figure-differs`, `date-differs`, `unit-differs`, `negated`: the same fact is asked about, and
 * they give another answer. `other`: another fact.
 */
export const relations = ['same', 'figure-differs', 'negated', 'date-differs', 'unit-differs', 'other'] as const;
export type Relation = (typeof relations)[number];
