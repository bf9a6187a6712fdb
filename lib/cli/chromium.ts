/** A browser for the journeys: the one named, the system's, Playwright's own, or one that can be installed here. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  // The same engine without the windows and menus around pages, for each of which a browser starts processes.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function find(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find((file) => file && existsSync(file));
}

/** The path of a Chromium. Throws with what to install where there is none and none can be installed. */
export function findChromium(): string {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', 'chromium-headless-shell', 'fonts-noto-cjk'], { stdio: 'ignore' });
  } else
    spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium-headless-shell fonts-noto-cjk) ' +
      'or set CHROMIUM_PATH to where it is.',
  );
}
