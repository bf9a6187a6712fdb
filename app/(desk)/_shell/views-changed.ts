'use client';

import { useSyncExternalStore } from 'react';

/** How often this page changed the person's saved views. */
let changes = 0;
const listeners = new Set<() => void>();

/** Has the bar above the page ask for the saved views anew. */
export function tellViewsChanged(): void {
  changes += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A number that is another one after each change. */
export const useViewsChanged = (): number =>
  useSyncExternalStore(
    subscribe,
    () => changes,
    () => 0,
  );
