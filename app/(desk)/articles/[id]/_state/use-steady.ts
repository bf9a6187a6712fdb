import { useState } from 'react';

/**
 * A list as it was when last something of it changed that `isAlike` compares, so that what is made of that alone is not made
 * anew: a verdict changes one of thousands of claims, and nothing of where they lie.
 */
export function useSteady<T>(list: T[], isAlike: (before: T, now: T) => boolean): T[] {
  // A box and not a state: which of two lists that are alike it holds makes no difference to what is shown.
  const [held] = useState({ list });
  const isSame =
    held.list.length === list.length &&
    held.list.every((before, at) => {
      const now = list[at];
      return now !== undefined && (before === now || isAlike(before, now));
    });
  if (!isSame) held.list = list;
  return held.list;
}
