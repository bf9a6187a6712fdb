/** Drives a page of Playwright or Puppeteer: both have the same mouse and the same keyboard. */
import type { Driver, Point } from './driver';

type DrivenPage = {
  goto: (url: string) => Promise<unknown>;
  evaluate: (script: string) => Promise<unknown>;
  mouse: {
    move: (x: number, y: number, options?: { steps?: number }) => Promise<void>;
    down: () => Promise<void>;
    up: () => Promise<void>;
  };
  keyboard: {
    type: (text: string) => Promise<void>;
    down: (key: 'Shift') => Promise<void>;
    up: (key: 'Shift') => Promise<void>;
  };
};

/** `click` and what follows it differ between the two libraries, and come from the caller. */
export function drivePage(page: DrivenPage, own: Pick<Driver, 'click' | 'resize' | 'picture' | 'another'>): Driver {
  return {
    ...own,
    go: async (url) => {
      await page.goto(url);
    },
    run: async <Args extends unknown[], Answer>(
      script: (...args: Args) => Answer | Promise<Answer>,
      ...args: Args
    ): Promise<Answer> => {
      const answer = await page.evaluate(`(${script})(...${JSON.stringify(args)})`);
      return answer as Answer;
    },
    load: async (source) => {
      await page.evaluate(`${source};undefined`);
    },
    drag: async ([first, ...rest]: Point[]) => {
      if (!first) return;
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 6 });
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    press: async (keys) => {
      // Both libraries type the names of keys differently, and know the same ones.
      const names = keys.split('+') as 'Shift'[];
      for (const name of names) await page.keyboard.down(name);
      for (const name of names.reverse()) await page.keyboard.up(name);
    },
  };
}
