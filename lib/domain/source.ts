/**
 * A source is a document or person that claims are checked against; evidence is a source used on one claim, with what it
 * says there. Sources belong to the desk: the same one serves many claims and articles.
 */
export const sourceKinds = ['primary', 'secondary', 'tertiary'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];

/** How many independent origins stand behind some sources; a repost of a repost goes back to the first of them. */
export function countOrigins(sources: { id: string; originId: string | null }[]): number {
  const originOf = new Map(sources.map(({ id, originId }) => [id, originId]));
  const origins = sources.map(({ id }) => {
    let origin = id;
    // No chain is longer than the list, and a circle ends too.
    for (let step = 0; step < sources.length; step += 1) origin = originOf.get(origin) ?? origin;
    return origin;
  });
  return new Set(origins).size;
}
