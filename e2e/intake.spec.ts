import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { pdfOfLines } from '#lib/testing/made-pdf';
import { expect, fillAccount, markText, startDesk } from './desk';

/** What stands before a page until a reader's browser has proved itself. */
const guarded = '<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>';

const pages = path.resolve(import.meta.dirname, '../lib/intake/fixtures/pages');

/** `lose` takes a page off the web, `find` brings it back, `put` has something else stand there for a while. */
type Web = {
  url: string;
  lose: (name: string) => void;
  find: (name: string) => void;
  put: (name: string, answer: Put | null) => void;
};
type Put = { head: Record<string, string>; body: Uint8Array | string };

/** A web of its own: the saved pages, a redirect, and what is refused. */
async function startWeb(): Promise<{ server: Server; web: Web }> {
  const lost = new Set(['gone']);
  const put = new Map<string, Put>();
  const server = createServer((request, response) => {
    const name = /^\/([\w-]+)(?:\?.*)?$/.exec(request.url ?? '')?.[1] ?? '';
    const own = put.get(name);
    if (own) response.writeHead(200, own.head).end(own.body);
    else if (lost.has(name)) response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>Gone');
    else if (name === 'short') response.writeHead(302, { Location: '/weekly-blog' }).end();
    else if (name === 'guarded') response.writeHead(200, { 'Content-Type': 'text/html' }).end(guarded);
    else if (name === 'inside') response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(readFileSync(path.join(pages, `${name}.html`)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const web = {
    url: `http://127.0.0.1:${port}`,
    lose: (name: string) => void lost.add(name),
    find: (name: string) => void lost.delete(name),
    put: (name: string, answer: Put | null) => void (answer ? put.set(name, answer) : put.delete(name)),
  };
  return { server, web };
}

const test = base.extend<{ page: Page }, { web: Web; desk: { url: string; link: string } }>({
  web: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from this pattern
    async ({}, use) => {
      const { server, web } = await startWeb();
      await use(web);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  desk: [
    async ({ web, browser }, use) => {
      const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-intake-'));
      const { url, link, stop } = await startDesk(data, { CLAIMDESK_FETCH_ALLOW: new URL(web.url).host });
      await use({ url, link });
      for (const context of browser.contexts()) await context.close();
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test('articles come from links, several at once and again', async ({ page, desk, web }) => {
  await page.goto(desk.link);
  await fillAccount(page, { name: 'Ruo Lin', email: 'ruo@desk.example' });
  await page.getByRole('button', { name: 'Set up the desk' }).click();
  await page.waitForURL('**/articles');

  await test.step('a link is fetched, looked at and saved with its original', async () => {
    await page.goto(`${desk.url}/articles/new`);
    await page.getByLabel('The article').fill(`${web.url}/short`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByLabel('Title')).toHaveValue('Harrow Ferry to replace lead pipes at a cost of $4.2 million');
    await expect(page.getByLabel('Byline')).toHaveValue('Dana Whitlock');
    await expect(page.getByLabel('Published')).toHaveValue('2023-05-16');
    const original = await page.getByRole('link', { name: 'Kept original' }).getAttribute('href');
    const kept = await page.request.get(`${desk.url}${original}`);
    expect(kept.headers()['content-security-policy']).toContain("sandbox; default-src 'none'");
    const html = await kept.text();
    expect(html).toContain('tests found lead above the federal action level');
    expect(html).not.toMatch(/<script|<img|<link|onclick/i);
    await page.getByRole('button', { name: 'Start checking' }).click();
    await page.waitForURL(/\/articles\/[\w-]{16}$/);
  });

  const article = page.url();
  await test.step('a source is filled in from its page, which is kept', async () => {
    await expect(page.locator('[data-paragraph]').first()).toBeVisible();
    await markText(page, '$4.2 million', 'Figure');
    await page.keyboard.press('v');
    const card = page.getByRole('region', { name: /^Claim 1/ });
    await card.getByLabel('Link').fill(`${web.url}/gbk-portal`);
    await card.getByLabel('Publisher').fill('As typed');
    await card.getByRole('button', { name: 'Fill in from the page' }).click();
    await expect(card.getByLabel('Source', { exact: true })).toHaveValue('一季度云岭工业增长6.3% 电池产量增三成');
    await expect(card.getByLabel('Published')).toHaveValue('2023-04-19');
    await expect(card.getByLabel('Publisher')).toHaveValue('As typed');
    // What was typed is kept as a draft until the desk has answered.
    const stored = page.waitForResponse((response) => response.request().method() === 'POST');
    await card.getByRole('button', { name: 'Add source and mark Verified' }).click();
    await expect(page.getByRole('region', { name: 'Claim 1, Verified' })).toBeVisible();
    await stored;
    await page.goto(`${article}/history`);
    await expect(page.getByRole('link', { name: 'Kept original of revision 1' })).toBeVisible();

    await page.goto(`${desk.url}/sources`);
    await expect(page.getByRole('link', { name: 'Kept original' })).toBeVisible();
    web.lose('gbk-portal');
    await page.getByRole('button', { name: /^Check link: 一季度/ }).click();
    await expect(page.getByText(/^Dead link, checked/)).toBeVisible();
    web.find('gbk-portal');
    await page.getByRole('button', { name: /^Check link: 一季度/ }).click();
    await expect(page.getByText(/^link checked/)).toBeVisible();
  });

  await test.step('what changed at its address is shown, and a document there is kept as a file', async () => {
    const html = readFileSync(path.join(pages, 'gbk-portal.html'));
    const changed = Buffer.from(html.toString('latin1').replaceAll('6.3%', '3.6%'), 'latin1');
    web.put('gbk-portal', { head: { 'Content-Type': 'text/html' }, body: changed });
    await page
      .getByRole('main')
      .getByRole('link', { name: /^一季度/ })
      .click();
    const captures = page.getByRole('region', { name: 'Captures' });
    await expect(captures.getByRole('listitem')).toHaveCount(2);
    await captures.getByRole('button', { name: 'Capture it again' }).click();
    await expect(captures.getByRole('listitem').first()).toContainText('changed');
    await captures.getByRole('link', { name: 'What changed' }).click();
    await expect(page.getByRole('heading', { name: 'What changed between two captures' })).toBeVisible();
    await expect(page.locator('del').filter({ hasText: '6.3' }).first()).toBeVisible();
    await expect(page.locator('ins').filter({ hasText: '3.6' }).first()).toBeVisible();

    web.put('gbk-portal', null);

    await page.goto(article);
    await expect(page.locator('[data-paragraph]').first()).toBeVisible();
    const head = {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': "attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf",
    };
    web.put('report', { head, body: pdfOfLines(['Lead pipes were replaced at a cost of $4.2 million.']) });
    await page
      .getByRole('button', { name: /4\.2 million/ })
      .first()
      .click();
    const card = page.getByRole('region', { name: /^Claim 1/ });
    await card.getByRole('button', { name: /^Add source/ }).click();
    await card.getByLabel('Link').fill(`${web.url}/report`);
    await card.getByRole('button', { name: 'Fill in from the page' }).click();
    await expect(card.getByLabel('Source', { exact: true })).toHaveValue('年报.pdf');
    await card.getByRole('button', { name: 'Add source', exact: true }).click();
    await page.goto(`${desk.url}/sources`);
    await page.getByRole('main').getByRole('link', { name: '年报.pdf' }).click();
    await expect(page.getByRole('region', { name: 'Files' }).getByRole('listitem')).toContainText('年报.pdf');
    await expect(page.getByRole('region', { name: 'Captures' }).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('several links are read in a list, and the one that is here is named', async () => {
    await page.goto(`${desk.url}/articles/new`);
    const links = ['weekly-blog?utm_source=mail', 'gbk-portal', 'big5-daily', 'gone', 'inside'];
    await page.getByLabel('The article').fill(links.map((name) => `${web.url}/${name}`).join('\n'));
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('status').filter({ hasText: '5 of 5 read' })).toBeVisible();
    const item = (text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });
    await expect(item('/weekly-blog')).toContainText('already here');
    await expect(item('一季度云岭工业增长6.3%')).toContainText('Ready');
    await expect(item('夜市油煙設備條例三讀')).toContainText('Ready');
    await expect(item('/gone')).toContainText('The server answers 404');
    await expect(item('/inside')).toContainText('169.254.169.254 is not on the public web');
    await page.getByRole('button', { name: 'Add all that are ready (2)' }).click();
    await expect(item('一季度云岭工业增长6.3%')).toContainText('Added');
    await item('/weekly-blog').getByRole('button', { name: 'Check' }).click();
    await expect(page.getByRole('region', { name: 'This article may be here already' })).toContainText('Open it');
  });

  await test.step('an HTML file is read by the encoding that it is in', async () => {
    await page.goto(`${desk.url}/articles/new`);
    await page.getByLabel('Choose files').setInputFiles(path.join(pages, 'data-story.html'));
    await expect(page.getByLabel('Title')).toHaveValue('读者多了，书为什么借得少了');
    await expect(page.getByText('平麓 | 21.4 | 27.3 | +27.6%')).toBeVisible();
    await expect(page.getByText(/paragraphs on the page: \d+ paragraphs in the article/)).toBeVisible();
  });

  await test.step('a link and a file can be read in another encoding', async () => {
    await page.goto(`${desk.url}/articles/new`);
    await page.getByLabel('The article').fill(`${web.url}/gbk-portal`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByLabel('Read as')).toHaveValue('gb18030');
    await page.getByLabel('Read as').selectOption('windows-1252');
    await expect(page.getByLabel('Title')).toHaveValue(/^Ò»¼¾¶È/);
    await page.getByLabel('Read as').selectOption('gb18030');
    await expect(page.getByLabel('Title')).toHaveValue('一季度云岭工业增长6.3% 电池产量增三成');

    await page.goto(`${desk.url}/articles/new`);
    await page.getByLabel('Choose files').setInputFiles(path.join(pages, 'big5-daily.html'));
    await expect(page.getByLabel('Read as')).toHaveValue('big5');
    await page.getByLabel('Read as').selectOption('shift_jis');
    await expect(page.getByLabel('Title')).not.toHaveValue(/夜市/);
  });

  await test.step('a page that tests its readers is refused with a sentence', async () => {
    await page.goto(`${desk.url}/articles/new`);
    await page.getByLabel('The article').fill(`${web.url}/guarded`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByText('asks whether a person is reading')).toBeVisible();
  });
});
