'use client';

import { useEffect } from 'react';

/** What somebody who begins to use a page does first. */
const uses = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'dragenter'] as const;

/** Calls a function as soon as the browser has nothing else to do. Safari does not tell. */
const whenIdle = (run: () => unknown): unknown =>
  'requestIdleCallback' in window ? window.requestIdleCallback(run, { timeout: longestWait }) : setTimeout(run);

/** After so long it is called although the browser is busy (ms). */
const longestWait = 1_000;

/** Calls `run`, which is the same in each render, once somebody has begun to use the page: nothing is fetched for who only looks. */
export function useFirstUse(run: () => unknown): void {
  useEffect(() => {
    const stop = () => {
      for (const use of uses) document.removeEventListener(use, begin, true);
    };
    const begin = () => {
      stop();
      whenIdle(run);
    };
    for (const use of uses) document.addEventListener(use, begin, { capture: true, passive: true });
    return stop;
  }, [run]);
}
