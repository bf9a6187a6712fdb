import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';

/** The rows of the ledger's table, without its head. */
const rows = (page: Page) => page.getByRole('main').locator('tbody').getByRole('row');

test('a disputed figure is found, read by keyboard, watched, renamed and taken along', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await page.goto('/articles');
  await page.getByRole('link', { name: 'Figures', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Figures');
  const all = await rows(page).count();
  expect(all).toBeGreaterThan(5);

  await page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: /^Disputed \d+/ })
    .click();
  await page.waitForURL('**/figures?standing=disputed');
  await expect(rows(page)).not.toHaveCount(all);
  for (const row of await rows(page).all()) await expect(row).toContainText('Disputed');

  await page.getByRole('link', { name: /^All \d+/ }).click();
  await page.waitForURL((url) => url.search === '');
  await page.getByRole('searchbox', { name: 'Search figures' }).fill('员工');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('OpenAI');

  const plot = page.getByRole('group', { name: /values of OpenAI/ });
  const mark = plot.getByRole('link').first();
  const said = (await mark.getAttribute('aria-label')) ?? '';
  await mark.focus();
  await expect(page.getByText(said.split(',')[0] ?? '', { exact: true }).first()).toBeVisible();
  expect(await mark.getAttribute('href')).toMatch(/^\/articles\/[\w-]+#c\d+$/);

  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Watching' })).toHaveAttribute('aria-pressed', 'true');

  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Scope').fill('early 2023');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} · early 2023`);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'renamed it from' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.goto('/figures?watching=1');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('link', { name: 'CSV, for a spreadsheet' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('figures.csv');
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toContain('early 2023');
  expect(csv.split('\r\n').length).toBeGreaterThan(all);

  await page.goto('/figures?watching=1');
  await rows(page).getByRole('link').click();
  await page.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Scope').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByText('Undo').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} · early 2023`);
  // As it was: other journeys ask for it by its name.
  await page.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Scope').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
});

test('a figure is merged with another and separated again by its toast', async ({ desk }) => {
  const page = await desk.as('editor');
  await page.goto('/figures?q=CPM');
  await rows(page).getByRole('link').first().click();
  await page.waitForURL(/\/figures\/[\w-]+$/);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('CPM');
  const name = await heading.innerText();
  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('Stability');
  await dialog.getByRole('radio', { name: /Stability AI/ }).check();
  await dialog.getByRole('button', { name: 'Merge into this one' }).click();
  await expect(heading).toContainText('Stability AI');
  await page.getByText('Undo').click();
  await expect(heading).toHaveText(name);
});

test('a claim is split off and brought back by its toast', async ({ desk }) => {
  const page = await desk.as('editor');
  await page.goto('/figures?q=GPT-3.5');
  await rows(page).getByRole('link').first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('GPT-3.5 · training cost');
  const extent = (await page.getByText(/^\d+ observations in \d+ articles$/).textContent()) ?? '';
  await page.getByRole('button', { name: 'Split' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: 'Move 1 claim' }).click();
  await expect(dialog.getByText('The ledger has this already')).toBeVisible();
  await dialog.getByLabel('Scope').fill('with research runs');
  await dialog.getByRole('button', { name: 'Move 1 claim' }).click();
  await expect(heading).toHaveText('GPT-3.5 · training cost · with research runs');
  await page.getByText('Undo').click();
  await expect(heading).toHaveText('GPT-3.5 · training cost');
  await expect(page.getByText(extent)).toBeVisible();
});

test('a rate is entered and taken back in the settings', async ({ desk }) => {
  const page = await desk.as('editor');
  await page.goto('/settings');
  const section = page.getByRole('region', { name: 'Exchange rates' });
  await section.getByLabel('1 of').fill('usd');
  await section.getByLabel('is worth').fill('6.8');
  await section.getByLabel('of', { exact: true }).fill('cny');
  await section.getByLabel('On', { exact: true }).fill('2023-02-14');
  await section.getByRole('button', { name: 'Add the rate' }).click();
  await expect(section.getByText('1 USD = 6.8 CNY')).toBeVisible();
  await section.getByRole('button', { name: 'Remove the rate 1 USD = 6.8 CNY' }).click();
  await expect(section.getByText('1 USD = 6.8 CNY')).toBeHidden();
  await page.getByText('Undo').click();
  await expect(section.getByText('1 USD = 6.8 CNY')).toBeVisible();
});

test('the feed opens with its link alone, and no longer when a new one was made', async ({ desk }) => {
  const page = await desk.as('follower');
  await page.goto('/figures');
  await page.getByRole('button', { name: 'Feed' }).click();
  const link = page.getByLabel('Feed link');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(link).toHaveValue(/token=[\w-]{32}$/);
  const first = await link.inputValue();

  const ask = (address: string, headers: Record<string, string> = {}) =>
    fetch(address, { headers: { 'accept-language': 'en', ...headers } });
  const answer = await ask(first);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('private');
  // The browser's own parser of XML.
  const feed = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const texts = (name: string) => Array.from(document.querySelectorAll(name), ({ textContent }) => textContent);
      return { root: document.documentElement.nodeName, titles: texts('entry > title'), ids: texts('entry > id') };
    },
    await answer.text(),
  );
  expect(feed.root).toBe('feed');
  expect(feed.titles.length).toBeGreaterThan(0);
  expect(new Set(feed.ids).size).toBe(feed.titles.length);

  const etag = answer.headers.get('etag') ?? '';
  expect((await ask(first, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
  expect((await ask(first, { 'if-none-match': '"other"' })).status).toBe(200);
  expect(await (await ask(`${first}&lang=zh`)).text()).toContain('有争议的数字');

  expect((await ask(`${desk.url}/api/figures/feed`)).status).toBe(401);
  expect((await ask(`${first}x`)).status).toBe(401);
  expect((await page.request.get('/api/figures/feed')).status()).toBe(200);
  expect((await page.request.get('/api/figures/feed?token=wrong')).status()).toBe(401);

  await page.getByRole('button', { name: 'Make a new link' }).click();
  await expect(link).not.toHaveValue(first);
  const second = await link.inputValue();
  expect((await ask(first)).status).toBe(401);
  expect((await ask(second)).status).toBe(200);

  const admin = await desk.as('admin');
  await admin.goto('/settings');
  await admin.getByRole('button', { name: 'Deactivate 何沐' }).click();
  await expect(admin.getByText('何沐 can no longer sign in')).toBeVisible();
  expect((await ask(second)).status).toBe(401);
  await admin.getByRole('button', { name: 'Reactivate 何沐' }).click();
  await expect(admin.getByText('何沐 can sign in again')).toBeVisible();
  await page.close();
});

test('the export asks who is there', async ({ desk }) => {
  const address = `${desk.url}/figures/export?format=json`;
  expect((await fetch(address)).status).toBe(401);
  const page = await desk.as('viewer');
  const answer = await page.request.get(address);
  expect(await answer.json()).toMatchObject({ format: 'claimdesk-ledger', version: 1 });
  expect((await page.request.get('/figures/export?format=xlsx')).status()).toBe(400);
});

for (const { name, options } of [
  { name: 'wide, light, English', options: { colorScheme: 'light' as const } },
  { name: 'wide, dark, Chinese', options: { colorScheme: 'dark' as const, locale: 'zh-CN' } },
  {
    name: 'phone, light, Chinese',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' },
  },
  { name: 'without scripts', options: { javaScriptEnabled: false } },
]) {
  test(`the ledger is accessible and fits: ${name}`, async ({ desk }) => {
    const page = await desk.as('viewer', options);
    await page.goto('/figures?standing=disputed');
    const figure = await rows(page).getByRole('link').first().getAttribute('href');
    for (const path of ['/figures', '/figures?q=nothing-of-that-name', '/figures?watching=1', figure ?? '']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if ('javaScriptEnabled' in options) continue;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}
