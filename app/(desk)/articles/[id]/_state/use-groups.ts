import { useState } from 'react';
import { groupByParagraph } from './state';

/** Claims or suggestions by paragraph. A paragraph whose own did not change keeps its array, and is not painted again. */
export function useGroups<T extends { paragraphId: string }>(spans: T[]): ReadonlyMap<string, T[]> {
  const [grouped, setGrouped] = useState(() => ({ spans, groups: groupByParagraph(spans) }));
  if (grouped.spans === spans) return grouped.groups;
  // React's way to work a state out of the one before: the render begins anew with it.
  const groups = groupByParagraph(spans, grouped.groups);
  setGrouped({ spans, groups });
  return groups;
}
