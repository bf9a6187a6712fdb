import type { Browser, BrowserContext } from '@playwright/test';
import { type Driver, type Engine, windowSize } from './driver';
import { drivePage } from './page-driver';

export const chromium: Engine = {
  name: 'Chromium',
  what: 'Chromium',
  // `npm test` does not begin without it.
  isThere: true,
  open: async (browser: Browser) => {
    const context = await browser.newContext({ viewport: windowSize, locale: 'en-US' });
    return { window: await newWindow(context), close: () => context.close() };
  },
};

async function newWindow(context: BrowserContext): Promise<Driver> {
  const page = await context.newPage();
  return drivePage(page, {
    click: ({ x, y }, times) => page.mouse.click(x, y, { clickCount: times }),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: async (file) => {
      await page.screenshot({ path: file });
    },
    another: () => newWindow(context),
  });
}
