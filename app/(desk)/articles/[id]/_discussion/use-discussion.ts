'use client';

import { useCallback, useMemo, useReducer, useState } from 'react';
import { type Actor, may } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Result } from '#lib/domain/refusal';
import type { ThreadChange, ThreadView } from '#lib/domain/review/discussion';
import { applyThread, threadsByPlace } from '#lib/domain/review/thread';

export type DiscussionEvent =
  /** The server's threads, all of them: what others wrote comes in by this. */
  { type: 'threads'; threads: ThreadView[] } | { type: 'thread'; id: string; thread: ThreadView | null };

export function reduceDiscussion(threads: ThreadView[], event: DiscussionEvent): ThreadView[] {
  return event.type === 'threads' ? event.threads : applyThread(threads, event.id, event.thread);
}

type DiscussionOptions = {
  articleId: string;
  threads: ThreadView[];
  actor: Actor;
  /** Who can be named. */
  people: PersonView[];
  /** Comments in which the actor is named and that they have not seen. */
  unread: string[];
  /** Keeps a step that takes an act back. */
  remember: (step: () => Promise<Result<ThreadChange>>) => void;
  /** Makes an act count as under way until it is answered, so that taking back waits for it. */
  tracked: <Arguments extends unknown[], T>(
    run: (...args: Arguments) => Promise<T>,
  ) => (...args: Arguments) => Promise<T>;
  /** Takes the last act back. */
  undo: () => Promise<void>;
};

const noThreads: ThreadView[] = [];

/**
 * The threads of an article, as far as the page needs them before one is opened: what can be done to them is in
 * discussion/use-commands, which is loaded with the threads' own components.
 */
export function useDiscussion({ threads: loaded, unread, ...options }: DiscussionOptions) {
  const [threads, dispatch] = useReducer(reduceDiscussion, loaded);
  const places = useMemo(() => threadsByPlace(threads), [threads]);
  /** The paragraph whose threads are open in the dialog. */
  const [shownParagraph, showParagraph] = useState<string | null>(null);
  const [fresh] = useState<ReadonlySet<string>>(() => new Set(unread));
  /** Those of `fresh` that have not been before the actor's eyes yet. */
  const [unseen] = useState(() => new Set(unread));
  const mayComment = may(options.actor, 'comment');
  const threadsOn = useCallback((placeId: string) => places.get(placeId) ?? noThreads, [places]);

  /** What a claim's row or a paragraph shows of its threads. */
  function marksOf(placeId: string) {
    const there = threadsOn(placeId);
    const openThreads = there.filter(({ resolved }) => !resolved).length;
    const onDiscuss = there.length > 0 || mayComment ? showParagraph : null;
    return { openThreads, resolvedThreads: there.length - openThreads, onDiscuss };
  }

  /** Opens a paragraph that the page's address names, where there is something to read. */
  const showIfDiscussed = (id: string) => threadsOn(id).length > 0 && showParagraph(id);

  return {
    ...options,
    ...{ threads, dispatch, threadsOn, marksOf, fresh, unseen },
    ...{ shownParagraph, showParagraph, showIfDiscussed },
  };
}

export type Discussion = ReturnType<typeof useDiscussion>;
