'use client';

import { useSyncExternalStore } from 'react';

let known: number | null = null;
const listeners = new Set<() => void>();

/** Tells every badge of this page how many mentions are unread, where that became known after the page was made. */
export function showUnread(count: number): void {
  known = count;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many mentions are unread: what was last told, else what the page came with. */
export function useUnread(loaded: number): number {
  return useSyncExternalStore(
    subscribe,
    () => known ?? loaded,
    () => loaded,
  );
}
