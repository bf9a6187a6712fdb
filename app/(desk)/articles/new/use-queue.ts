'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { IntakeDraft } from '#lib/domain/articles/intake-draft';
import type { Refusal } from '#lib/domain/refusal';
import { type Item, makeQueue } from './queue';
import { bringIn, storeDraft } from './read-origin';

const noItems: readonly Item[] = [];

/** Several articles at once: read while the page is open, each checked or added when it is ready. */
export function useQueue() {
  const [queue] = useState(() => makeQueue(bringIn));
  const items = useSyncExternalStore(queue.subscribe, queue.items, () => noItems);
  useEffect(() => {
    queue.start();
    return queue.stop;
  }, [queue]);

  async function store(item: Item, reading: IntakeDraft): Promise<Refusal | null> {
    const answer = await storeDraft(reading, 'file' in item.from ? 'file' : 'url');
    if (!answer.ok) return answer;
    queue.added(item.id, answer.value.id);
    return null;
  }

  const { add, retry, refused, leave } = queue;
  return { items, add, store, retry, refused, leave };
}
