'use client';

import { flushSync } from 'react-dom';

/** What waits for the next paint. */
let waiting: (() => void) | null = null;

/** Where the browser paints nothing, it is not waited for longer than so (ms). */
const longestWait = 100;

function runWaiting(): void {
  const run = waiting;
  waiting = null;
  if (run) flushSync(run);
}

let isListening = false;

/** Before anything else hears of a key or a click, the page is what the one before asked for. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const name of ['keydown', 'pointerdown', 'beforeinput'] as const) {
    window.addEventListener(name, runWaiting, { capture: true });
  }
}

/**
 * Makes a change of what is shown once the browser has painted, so that a key or a click does not hold up what comes with it;
 * at the latest before the next one, which finds the page as it is to be.
 */
export function afterPaint(run: () => void): void {
  if (waiting) runWaiting();
  listen();
  waiting = run;
  const isOver = () => waiting !== run;
  const timer = setTimeout(() => isOver() || runWaiting(), longestWait);
  requestAnimationFrame(() =>
    // A frame's callbacks come before its paint.
    setTimeout(() => {
      clearTimeout(timer);
      if (!isOver()) runWaiting();
    }),
  );
}
