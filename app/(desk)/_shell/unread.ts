'use client';

import { useSyncExternalStore } from 'react';

/** What a person has not looked at: where they were named, and what they were told of figures that they watch. */
export type Unread = { mentions: number; notices: number };

let known: Partial<Unread> = {};
const listeners = new Set<() => void>();

function show(told: Partial<Unread>): void {
  known = { ...known, ...told };
  for (const listener of listeners) listener();
}

/** Tells every badge of this page how many mentions are unread, where that became known after the page was made. */
export function showUnread(count: number): void {
  show({ mentions: count });
}

/** The same of what was told of figures. */
export function showUnreadNotices(count: number): void {
  show({ notices: count });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How much is unread: what was last told, else what the page came with. */
export function useUnread(loaded: Unread): number {
  const total = ({ mentions, notices }: Unread) => mentions + notices;
  return useSyncExternalStore(
    subscribe,
    () => total({ ...loaded, ...known }),
    () => total(loaded),
  );
}
