/**
 * Several articles that come in together: each waits, is read a few at a time, and is then ready, refused or added. No React;
 * what reading means is passed in.
 */
import type { IntakeDraft } from '#lib/domain/articles/intake-draft';
import type { Refusal } from '#lib/domain/refusal';

/** What an article is brought in by. */
export type Origin = { url: string } | { file: File };

/** One article that comes in, and how far it is. */
export type Item = {
  id: number;
  label: string;
  from: Origin;
  state: 'waiting' | 'reading' | 'ready' | 'refused' | 'added';
  reading: IntakeDraft | null;
  refusal: Refusal | null;
  articleId: string | null;
};

/** What became of an item. */
export type Outcome = Pick<Item, 'state'> & Partial<Pick<Item, 'reading' | 'refusal' | 'articleId'>>;

/** Pages are fetched two at a time: a desk's links often lead to one site. */
const atOnce = 2;

/** An empty queue. Nothing is read before it is started; once it is stopped, what is under way is the last. */
export function makeQueue(read: (from: Origin) => Promise<Outcome>) {
  let items: readonly Item[] = [];
  let next = 1;
  let isStarted = false;
  const listeners = new Set<() => void>();

  function set(changed: readonly Item[]): void {
    items = changed;
    for (const listener of listeners) listener();
  }

  /** Changes an item, if it is still there, and reads on. */
  function change(id: number, changed: Partial<Item>): void {
    set(items.map((item) => (item.id === id ? { ...item, ...changed } : item)));
    readOn();
  }

  function readOn(): void {
    if (!isStarted) return;
    const busy = items.filter(({ state }) => state === 'reading').length;
    const begun = items.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, atOnce - busy));
    if (begun.length === 0) return;
    set(items.map((item) => (begun.includes(item) ? { ...item, state: 'reading' } : item)));
    for (const { id, from } of begun) void read(from).then((outcome) => change(id, outcome));
  }

  return {
    /** The items in the order in which they were added; another array with every change. */
    items: () => items,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => {
      isStarted = true;
      readOn();
    },
    stop: () => {
      isStarted = false;
    },
    add: (origins: Origin[]) => {
      const added = origins.map((from): Item => {
        const id = next;
        next += 1;
        const label = 'file' in from ? from.file.name : from.url;
        return { id, label, from, state: 'waiting', reading: null, refusal: null, articleId: null };
      });
      set([...items, ...added]);
      readOn();
    },
    retry: (id: number) => change(id, { state: 'waiting', refusal: null }),
    refused: (id: number, refusal: Refusal) => change(id, { state: 'refused', refusal }),
    added: (id: number, articleId: string) => change(id, { state: 'added', articleId }),
    leave: (id: number) => {
      set(items.filter((item) => item.id !== id));
      readOn();
    },
  };
}
