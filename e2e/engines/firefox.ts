/** Firefox, driven over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import puppeteer, { type BrowserContext } from 'puppeteer-core';
import { type Driver, type Engine, windowSize } from './driver';
import { drivePage } from './page-driver';

const usual = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const file = [process.env.FIREFOX_PATH, ...usual].find((one) => one && existsSync(one));

export const firefox: Engine = {
  name: 'Firefox',
  what: 'Firefox (Debian: firefox-esr)',
  isThere: file !== undefined,
  open: async () => {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: file ?? usual[0],
      defaultViewport: windowSize,
      extraPrefsFirefox: { 'intl.accept_languages': 'en-US, en' },
    });
    return { window: await newWindow(browser.defaultBrowserContext()), close: () => browser.close() };
  },
};

async function newWindow(context: BrowserContext): Promise<Driver> {
  // A tab in the background would be slowed down.
  const page = await context.newPage({ type: 'window' });
  return drivePage(page, {
    click: ({ x, y }, times) => page.mouse.click(x, y, { count: times }),
    resize: (width, height) => page.setViewport({ width, height }),
    picture: async (picture) => {
      await page.screenshot({ path: picture as `${string}.png` });
    },
    another: () => newWindow(context),
  });
}
