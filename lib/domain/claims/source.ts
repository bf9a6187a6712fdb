/**
 * A source is a document or person that claims are checked against. Evidence is a source used on one claim, with what
 * it says there. Sources belong to the desk: one source serves many claims and articles.
 */
import type { Refusal } from '#lib/domain/refusal';

export const sourceKinds = ['primary', 'secondary', 'tertiary'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];

type Sourced = { id: string; originId: string | null };

/** The origin of each source, by source id. A repost of a repost goes back to the first. */
export function originsOf(sources: Sourced[]): Map<string, string> {
  const parentOf = new Map(sources.map(({ id, originId }) => [id, originId]));
  const origins = sources.map(({ id }): [string, string] => {
    let origin = id;
    // No chain is longer than the list, so a circle ends too.
    for (let step = 0; step < sources.length; step += 1) {
      const parent = parentOf.get(origin);
      if (!parent) break;
      origin = parent;
    }
    return [id, origin];
  });
  return new Map(origins);
}

/** How many independent origins some sources have. */
export function countOrigins(sources: Sourced[]): number {
  return new Set(originsOf(sources).values()).size;
}

/** Whether a refused page is gone for its readers, rather than slow, too large or of another kind. */
export function isDeadLink({ code, values }: Refusal): boolean {
  if (code === 'page-host-unknown' || code === 'page-unreachable') return true;
  return code === 'page-status' && (values?.number === 404 || values?.number === 410);
}
