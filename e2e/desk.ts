/**
 * A desk of its own for each worker: `npm start`'s own program on a data folder that it found new (new-desk.ts) and a free
 * port, with people who came in as people do, by the set-up link and invitations.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { testPassword } from '#lib/testing/password';

const root = path.resolve(import.meta.dirname, '..');

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export type Desk = {
  url: string;
  setupLink: string;
  data: string;
  /** A page of a person who is signed in; the same person in every test of the worker. */
  as: (role: keyof typeof names, options?: BrowserContextOptions) => Promise<Page>;
};

/** Names the folder that new-desk.ts prepared, for the processes of workers. */
export const newDesk = 'CLAIMDESK_NEW_DESK';

/** The database, and what a start on an empty folder put into it; each desk makes its own secret and link. */
const databaseFile = /^claimdesk\.db(-wal)?$/;

/** Puts into an empty folder what a first start would put there. */
export function placeNewDesk(data: string): void {
  const from = process.env[newDesk];
  if (!from || readdirSync(data).length > 0) return;
  for (const file of readdirSync(from).filter((name) => databaseFile.test(name)))
    copyFileSync(path.join(from, file), path.join(data, file));
}

/** Starts the program and waits for the link that it prints; `anew` on the folder as it is, with samples of its own. */
export async function startDesk(
  data: string,
  settings: Record<string, string> = {},
  { anew = Boolean(settings.DATABASE_URL) } = {},
): Promise<{ url: string; link: string; port: number; stop: () => Promise<void> }> {
  if (!anew) placeNewDesk(data);
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      CLAIMDESK_DATA: data,
      PORT: String(port),
      DATABASE_URL: '',
      NEXTAUTH_SECRET: '',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await printedLink(child);
  const stop = () =>
    new Promise<void>((resolve) => {
      child.on('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { url: new URL(link).origin, link, port, stop };
}

export function printedLink(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const link = /https?:\/\/\S+/.exec(output)?.[0];
      if (link && output.endsWith('\n')) resolve(link);
    });
    child.on('exit', () => reject(new Error(`The desk did not start:\n${output}`)));
  });
}

const names = {
  admin: '林若 Ruo Lin',
  editor: 'Edith Okoro',
  reviewer: 'Rafa Moreno',
  second: '陈舟',
  viewer: 'Vera Stone',
  /** Reviewers whom one test each may let out, which ends their sessions: the others would miss anybody else. */
  leaver: '方宁',
  follower: '何沐',
  parting: '许诺',
  /** Who judges blind, and is named in what they do not see. */
  blind: '苏岚',
};
const reviewers: (keyof typeof names)[] = ['second', 'leaver', 'follower', 'parting', 'blind'];
const roleOf = (person: keyof typeof names) => (reviewers.includes(person) ? 'reviewer' : person);
const emailOf = (role: string) => `${role}@desk.example`;

export async function fillAccount(page: Page, person: { name: string; email: string }): Promise<void> {
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(testPassword);
}

/** Makes an invitation as an admin, in the settings, and returns its link. */
export async function invite(admin: Page, url: string, role: string): Promise<string> {
  await admin.goto(`${url}/settings`);
  await admin.getByRole('combobox', { name: 'Role', exact: true }).selectOption(role);
  await admin.getByRole('button', { name: 'Make a link' }).click();
  const link = admin.getByLabel('Invitation link');
  await expect(link).toHaveValue(/\/join\?token=/);
  return link.inputValue();
}

export const test = base.extend<{ windowsClosed: undefined }, { desk: Desk }>({
  // A window left open would go on listening, and slow down every test after it.
  windowsClosed: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
  desk: [
    async ({ browser }, use) => {
      const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-desk-'));
      const { url, link, stop } = await startDesk(data);
      await use({ url, setupLink: link, data, as: peopleOf(browser, url, link) });
      // Open pages hold connections, and the server waits for those.
      for (const context of browser.contexts()) await context.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

function peopleOf(browser: Browser, url: string, setupLink: string): Desk['as'] {
  const states = new Map<string, Promise<string>>();
  const stateFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'claimdesk-state-')), 'state.json');

  async function join(role: keyof typeof names, link: string): Promise<string> {
    const page = await browser.newPage({ locale: 'en-US' });
    await page.goto(link);
    await fillAccount(page, { name: names[role], email: emailOf(role) });
    await page.getByRole('button', { name: role === 'admin' ? 'Set up the desk' : 'Join' }).click();
    await page.waitForURL('**/articles');
    const file = stateFile();
    await page.context().storageState({ path: file });
    await page.context().close();
    return file;
  }

  async function arrive(role: keyof typeof names): Promise<string> {
    if (role === 'admin') return join('admin', setupLink);
    const context = await browser.newContext({ storageState: await stateOf('admin'), locale: 'en-US' });
    const link = await invite(await context.newPage(), url, roleOf(role));
    await context.close();
    return join(role, link);
  }

  function stateOf(role: keyof typeof names): Promise<string> {
    const known = states.get(role) ?? arrive(role);
    states.set(role, known);
    return known;
  }

  return async (role, options = {}) => {
    const context = await browser.newContext({
      storageState: await stateOf(role),
      viewport: { width: 1440, height: 950 },
      locale: 'en-US',
      baseURL: url,
      ...options,
    });
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) waitForScripts(page);
    return page;
  };
}

/** Runs in the page: whether all its controls are React's. */
export function areScriptsAwake(): boolean {
  const controls = document.querySelectorAll('main :is(button, input, textarea, select, mark)');
  return [...controls].every((control) => Object.keys(control).some((key) => key.startsWith('__react')));
}

/** After going somewhere, waits until its controls are React's: on a slow machine a click or a word before that is lost. */
function waitForScripts(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...to) => {
    const response = await goto(...to);
    await page.waitForFunction(areScriptsAwake);
    return response;
  };
}

/** Brings an article in by pasting it, and returns its address. */
export async function pasteArticle(page: Page, text: string): Promise<string> {
  await page.goto('/articles/new');
  await page.getByLabel('The article').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Start checking' }).click();
  await page.waitForURL(/\/articles\/[\w-]{16}$/);
  await expect(page.locator('[data-paragraph]').first()).toBeVisible();
  return page.url();
}

/** Drags over the first occurrence of some words, and again where the text moved meanwhile, as a person would. */
export async function selectText(page: Page, words: string): Promise<void> {
  const plain = (text: string) => text.replace(/\s+/g, ' ');
  for (let tries = 0; tries < 3; tries += 1) {
    await dragOver(page, words);
    if (plain(await page.evaluate(() => String(getSelection()))) === plain(words)) return;
  }
}

/** Runs in the page: the places of both ends of the first occurrence of some words, once the text rests; null without one. */
export async function endsOfWords(words: string): Promise<{ x: number; y: number }[] | null> {
  for (const paragraph of document.querySelectorAll('[data-paragraph]')) {
    const at = paragraph.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    paragraph.scrollIntoView({ block: 'center' });
    // Something beside it may just be opening, and move it.
    for (let top = Number.NaN; top !== paragraph.getBoundingClientRect().top; ) {
      top = paragraph.getBoundingClientRect().top;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    }
    const ends = [at, at + words.length].map((offset) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let left = offset;
      let node = walker.nextNode();
      while (node && left > (node.textContent?.length ?? 0)) {
        left -= node.textContent?.length ?? 0;
        node = walker.nextNode();
      }
      const range = document.createRange();
      range.setStart(node as Node, left);
      range.collapse(true);
      const { x, y, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
      return { x, y: y + height / 2 };
    });
    return ends;
  }
  return null;
}

async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.evaluate(endsOfWords, words);
  if (!box?.[0] || !box[1]) throw new Error(`“${words}” is not in the article`);
  await page.mouse.move(box[0].x + 0.5, box[0].y);
  await page.mouse.down();
  await page.mouse.move(box[1].x - 0.5, box[1].y, { steps: 6 });
  await page.mouse.up();
}

/** Selects words and marks them as a kind. */
export async function markText(page: Page, words: string, kind: string): Promise<void> {
  await selectText(page, words);
  await page.getByRole('toolbar').getByRole('button', { name: kind }).click();
  await expect(page.getByRole('region', { name: /^Claim \d+/ })).toContainText(words);
}

/** Does what the screen shows at once, and waits until the server has stored it. */
export async function untilStored(page: Page, act: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse((response) => 'next-action' in response.request().headers());
  await act();
  // Next answers an action when it is done.
  await answer;
}

/** Opens an article at one of its claims, and waits until its card is there. */
export async function openClaim(page: Page, article: string, number: number): Promise<void> {
  // A page that is still waking up would take the new address for a place in the old one, and lose it.
  await page.goto('about:blank');
  await page.goto(`${article}#c${number}`);
  await expect(page.getByRole('region', { name: new RegExp(`^Claim ${number},`) })).toBeVisible();
}

export { expect } from '@playwright/test';
