'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { unpackUpdate } from '#lib/domain/review/pack';
import type { ReviewUpdate } from '#lib/domain/review/update';
import { keepUpToDate, type LiveConnection, type LiveView, type Transport } from './connection';
import { watchTyping } from './typing';

/** A browser keeps six connections to a server for all its tabs together: one that nobody looks at gives its own back. */
const hiddenFor = 10_000;
/** Walking through claims with a key held down tells others only where it stops. */
const lookDelay = 250;

const answerAfter = 15_000;

function transportTo(articleId: string, tab: string): Transport {
  const query = new URLSearchParams({ article: articleId, tab });
  return {
    open: (on) => {
      const stream = new EventSource(`/api/live?${query}`);
      // The messages are the desk's own; their shapes are those of lib/server/live/hub.
      stream.onmessage = ({ data }) => on.seq(JSON.parse(data).seq);
      stream.addEventListener('presence', ({ data }) => on.people(JSON.parse(data).people));
      // The browser's own way to connect again has one fixed delay and does not see why it was refused.
      stream.onerror = () => {
        stream.close();
        on.end();
      };
      return () => stream.close();
    },
    read: async (since) => {
      const response = await fetch(`/api/articles/${articleId}/changes?since=${since}`, {
        cache: 'no-store',
        signal: AbortSignal.timeout(answerAfter),
      });
      if (response.status === 401 || response.status === 403) return 'signed-out';
      if (response.status === 404) return 'gone';
      if (!response.ok) throw new Error(`The desk answered ${response.status}`);
      return unpackUpdate(await response.json());
    },
  };
}

type Commands = { update: (update: ReviewUpdate) => void; settled: () => Promise<unknown> };

/**
 * Keeps an open review up to date with what others do. `held` updates wait while the person types, until they leave the
 * field or call `release`. `people` are the others who have the article open.
 */
export function useLive(
  article: { id: string; seq: number },
  claimId: string | null,
  { update, settled }: Commands,
): LiveView & { release: () => void } {
  const router = useRouter();
  const [view, setView] = useState<LiveView>({ status: 'connecting', held: 0, people: [] });
  const connection = useRef<LiveConnection | null>(null);
  const tab = useRef('');
  const looked = useRef<string | null>(null);
  // What the page holds when it opens; later it is the connection that knows.
  const seq = useRef(article.seq);
  const latest = useRef({ update, settled });
  useEffect(() => {
    latest.current = { update, settled };
  });

  useEffect(() => {
    tab.current = crypto.getRandomValues(new Uint32Array(3)).join('-');
    looked.current = null;
    const typing = watchTyping(() => connection.current?.look());
    const own = keepUpToDate(
      transportTo(article.id, tab.current),
      {
        now: () => Date.now(),
        later: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        isTyping: typing.isTyping,
        settled: () => latest.current.settled(),
        apply: (change) => {
          seq.current = change.seq;
          latest.current.update(change);
          // The article's own facts are the page's, not the review's.
          if (change.isArticleEdited) router.refresh();
        },
        show: setView,
      },
      seq.current,
    );
    connection.current = own;
    let hiding: number | undefined;
    function follow(): void {
      clearTimeout(hiding);
      if (!navigator.onLine) own.pause(true);
      else if (document.visibilityState === 'visible') own.resume();
      else hiding = window.setTimeout(() => own.pause(false), hiddenFor);
    }
    for (const name of ['online', 'offline', 'pageshow'] as const) window.addEventListener(name, follow);
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearTimeout(hiding);
      for (const name of ['online', 'offline', 'pageshow'] as const) window.removeEventListener(name, follow);
      document.removeEventListener('visibilitychange', follow);
      typing.stop();
      own.stop();
      connection.current = null;
    };
  }, [article.id, router]);

  // A new stream knows nothing of where one looks.
  const isLive = view.status === 'live';
  useEffect(() => {
    if (!isLive) {
      looked.current = null;
      return;
    }
    if (looked.current === claimId) return;
    const timer = setTimeout(() => {
      looked.current = claimId;
      // Where this is lost, others do not see where one looks until one looks elsewhere.
      void fetch('/api/live', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ article: article.id, tab: tab.current, claim: claimId }),
      }).catch(() => {});
    }, lookDelay);
    return () => clearTimeout(timer);
  }, [article.id, claimId, isLive]);

  const release = useCallback(() => connection.current?.release(), []);
  return { ...view, release };
}
