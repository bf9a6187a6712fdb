import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { claimReviewFaults } from '#lib/testing/outside/claim-review-faults';
import { expect, openClaim, test, untilStored } from './desk';

/** Opens the report of a sample article and publishes it under a name. */
async function publishSample(page: Page, title: string, slug: string): Promise<string> {
  await page.goto('/articles');
  const article = await page.getByRole('link', { name: title }).getAttribute('href');
  await page.goto(`${article}/report`);
  await page.getByRole('button', { name: /^Publish report/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A link with a name').check();
  await dialog.getByLabel('Name in the link').fill(slug);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByText(/is published$/)).toBeVisible();
  await page.keyboard.press('Escape');
  return article ?? '';
}

test('a report is published, read by anybody, kept as it was, followed by the next, and withdrawn', async ({
  desk,
  browser,
}) => {
  const editor = await desk.as('editor');
  const article = await publishSample(editor, 'A cent an answer', 'cent-check');
  const anybody = await (await browser.newContext({ baseURL: desk.url, locale: 'en-US' })).newPage();
  await anybody.goto('/reports/cent-check');
  await expect(anybody.getByRole('heading', { level: 1 })).toHaveText('A cent an answer');
  const { violations } = await new AxeBuilder({ page: anybody }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const data = await anybody.request.get('/reports/cent-check/report.json');
  const hash = createHash('sha256')
    .update(await data.body())
    .digest('hex');
  await expect(anybody.getByText(hash)).toBeVisible();
  const card = await anybody.locator('meta[property="og:image"]').getAttribute('content');
  const picture = await anybody.request.get(card ?? '');
  expect(picture.headers()['content-type']).toBe('image/png');
  expect((await picture.body()).subarray(1, 4).toString()).toBe('PNG');
  const { pathname, search } = new URL(card ?? '');
  const smaller = `/_next/image?url=${encodeURIComponent(pathname + search)}&w=640&q=75`;
  expect((await anybody.request.get(smaller)).status()).toBe(404);

  // A claim changes; what was published does not.
  const before = await data.text();
  await openClaim(editor, article, 4);
  await untilStored(editor, () => editor.keyboard.press('u'));
  await editor.goto(`${article}/report`);
  const correction = editor.getByRole('button', { name: /^Suggest a wording for claim/ }).first();
  await correction.click();
  await editor.getByLabel('What the article should say').fill('It costs about a cent.');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText('It costs about a cent.')).toBeVisible();
  expect(await (await anybody.request.get('/reports/cent-check/report.json')).text()).toBe(before);

  await editor.reload();
  await expect(editor.getByText('What changed since report 1')).toBeVisible();
  await editor.getByRole('button', { name: 'Publish report 2' }).click();
  await editor.getByRole('button', { name: 'Publish', exact: true }).click();
  const link = await editor.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/\/reports\/[\w-]{32}$/);
  await anybody.goto(link);
  await expect(anybody.getByText('What changed since report 1')).toBeVisible();
  await expect(anybody.getByText(/suggested wording changed/)).toBeVisible();
  await anybody.goto('/reports/cent-check');
  await expect(anybody.getByText(/There is a newer report/)).toBeVisible();

  await editor.keyboard.press('Escape');
  await editor.getByRole('button', { name: 'Withdraw', exact: true }).last().click();
  await editor.getByLabel('Notice for readers').fill('We confused two years. Use report 2.');
  await editor.getByRole('button', { name: 'Withdraw the report' }).click();
  await expect(editor.getByText('Report 1 is withdrawn')).toBeVisible();
  for (const address of ['/reports/cent-check', '/reports/cent-check/claims/1']) {
    expect((await anybody.goto(address))?.status()).toBe(410);
    await expect(anybody.getByText('This report was withdrawn')).toBeVisible();
    await expect(anybody.getByText('We confused two years. Use report 2.')).toBeVisible();
    await expect(anybody.locator('script[type="application/ld+json"]')).toHaveCount(0);
  }
  expect((await anybody.request.get('/reports/cent-check/report.json')).status()).toBe(410);
  expect((await anybody.request.get(card ?? '')).status()).toBe(410);
  // Nor is a picture that was asked for earlier in another way still there.
  expect((await anybody.request.get(smaller)).status()).toBe(404);
});

test('the page of every claim with a verdict is a valid ClaimReview, and says what its markup says', async ({
  desk,
  browser,
}) => {
  const admin = await desk.as('admin');
  await admin.goto('/settings');
  await admin.getByRole('combobox', { name: 'Rating scale' }).selectOption('zhengque');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Saved', { exact: true })).toBeVisible();
  await publishSample(admin, '大模型这笔账', '大模型-核查');
  const anybody = await (await browser.newContext({ baseURL: desk.url, locale: 'zh-CN' })).newPage();
  await anybody.goto(`/reports/${encodeURIComponent('大模型-核查')}`);
  const data = await (await anybody.request.get(`/reports/${encodeURIComponent('大模型-核查')}/report.json`)).json();
  let reviewed = 0;
  for (const { number, standing } of data.claims as { number: number; standing: string }[]) {
    await anybody.goto(`/reports/${encodeURIComponent('大模型-核查')}/claims/${number}`);
    const script = anybody.locator('script[type="application/ld+json"]');
    if (standing === 'open' || standing === 'contested') {
      await expect(script).toHaveCount(0);
      continue;
    }
    reviewed += 1;
    await expect(script).toHaveCount(1);
    const markup = JSON.parse((await script.textContent()) ?? '');
    expect(markup['@type']).toBe('ClaimReview');
    expect(claimReviewFaults(markup)).toEqual({ shape: [], missing: [] });
    const seen = (await anybody.locator('main').innerText()).replace(/\s+/g, '');
    for (const text of [
      ...[markup.claimReviewed, markup.reviewRating.alternateName, markup.itemReviewed.appearance.headline],
      ...[markup.author.name, markup.reviewBody ?? ''],
    ]) {
      expect(seen).toContain(text.replace(/\s+/g, ''));
    }
    if (standing === 'unverifiable') expect(markup.reviewRating).not.toHaveProperty('ratingValue');
    expect(markup.url).toBe(anybody.url());
  }
  expect(reviewed).toBeGreaterThan(5);
});

test('nothing but published reports is to be had without a session', async ({ desk, browser }) => {
  const admin = await desk.as('admin');
  await admin.goto('/articles');
  const article = (await admin.getByRole('listitem').getByRole('link').first().getAttribute('href')) ?? '';
  const id = path.basename(article);
  const anybody = await browser.newContext({ baseURL: desk.url, locale: 'en-US' });
  // The two descriptions are of the program, not of anything in it; the three routes for machines tell of the process.
  const open =
    /^\/(sign-in|join|set-up|new-password|reports|healthz|readyz|metrics|api\/auth|api\/health|api\/v1\/(openapi|article-file)\.json)/;
  for (const route of routes(path.resolve(import.meta.dirname, '../app'))) {
    const address = route
      .replace('[id]', id)
      .replace('[article]', id)
      .replace(/\[\.{0,3}\w+\]/g, '1');
    if (open.test(address)) continue;
    const asking = { maxRedirects: 0, failOnStatusCode: false };
    let answer = await anybody.request.get(address, asking);
    // A container's address ends with a slash.
    if (answer.headers().location === `${address}/`) answer = await anybody.request.get(`${address}/`, asking);
    const where = `${address} ${answer.status()} ${answer.headers().location ?? ''}`;
    expect(where).toMatch(/ (401|404|405) $| 30[78] .*\/(sign-in|articles)/);
    expect(await answer.text()).not.toContain('A cent an answer');
  }
  // Names that are nobody's give nothing away either.
  for (const address of ['/reports/none', '/reports/none/claims/1', '/reports/none/report.json']) {
    expect((await anybody.request.get(address)).status()).toBe(404);
  }
});

/** The addresses of all pages and handlers of the program. */
function routes(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map(
      (file) =>
        `/${path
          .dirname(file)
          .replace(/\([\w-]+\)\/?/g, '')
          .replace(/^\.$/, '')}`.replace(/\/$/, '') || '/',
    );
}

for (const format of ['A4', 'Letter'] as const) {
  test(`the report prints on ${format} with page numbers and nothing cut off`, async ({ desk }, { outputDir }) => {
    const page = await desk.as('viewer');
    await page.goto('/articles');
    const article = await page.getByRole('link', { name: '大模型这笔账' }).getAttribute('href');
    await page.goto(`${article}/report`);
    await page.emulateMedia({ media: 'print' });
    // The width that 16 mm of margin at each side leave, in CSS pixels.
    await page.setViewportSize({ width: format === 'A4' ? 672 : 695, height: 950 });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(wide).toEqual([]);
    const file = path.join(desk.data, `${format}-${path.basename(outputDir)}.pdf`);
    writeFileSync(file, await page.pdf({ format, preferCSSPageSize: false, printBackground: true }));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const pages = text.split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, words] of pages.entries()) {
      expect(words.replace(/\s/g, '')).toContain(`${index + 1}/${pages.length}`);
    }
    expect(text).toContain('10.1');
    expect(text).toContain('大模型这笔账');
    const size = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(size).toMatch(format === 'A4' ? /Page size:\s+59[45]\.?\d* x 84[12]/ : /Page size:\s+612 x 792/);
  });
}
