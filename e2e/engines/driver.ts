/**
 * What a journey needs of a browser, whichever engine it has and whichever library drives it: an address, mouse, keys, and
 * a look into the page. Points are CSS pixels from the window's upper left corner.
 */
import type { Browser } from '@playwright/test';

export type Point = { x: number; y: number };

export type Driver = {
  go: (url: string) => Promise<void>;
  /** Runs a function in the page. It sees nothing of its module; its arguments and its answer are plain JSON. */
  run: <Args extends unknown[], Answer>(
    script: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<Answer>;
  /** Runs the text of a script in the page. */
  load: (source: string) => Promise<void>;
  /** Clicks as often as given, fast enough to count as a double or triple click. */
  click: (at: Point, times: number) => Promise<void>;
  /** Holds the button down from the first point to the last. */
  drag: (path: Point[]) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses a key, named as in KeyboardEvent.key, with modifiers before it: `Control+Shift+ArrowRight`. */
  press: (keys: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  picture: (file: string) => Promise<void>;
  /** Another window of the same person. */
  another: () => Promise<Driver>;
};

export type Session = { window: Driver; close: () => Promise<void> };

export type Engine = {
  name: 'Chromium' | 'Firefox' | 'WebKit';
  /** What a machine needs for it, as the summary of `npm test` names it. */
  what: string;
  isThere: boolean;
  /** Opens a window of a person nobody knows yet. `chromium` is the browser of the other journeys. */
  open: (chromium: Browser) => Promise<Session>;
};

export const windowSize = { width: 1440, height: 950 };
