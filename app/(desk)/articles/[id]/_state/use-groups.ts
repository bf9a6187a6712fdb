import { useState } from 'react';
import { type Grouped, groupByParagraph, regroup } from './state';

/** Claims or suggestions by paragraph. A paragraph whose own did not change keeps its array, and is not painted again. */
export function useGroups<T extends { paragraphId: string }>(spans: T[]): ReadonlyMap<string, T[]> {
  const [grouped, setGrouped] = useState((): Grouped<T> => ({ spans, groups: groupByParagraph(spans) }));
  if (grouped.spans === spans) return grouped.groups;
  // React's way to work a state out of the one before: the render begins anew with it.
  const next = regroup(grouped, spans);
  setGrouped(next);
  return next.groups;
}
