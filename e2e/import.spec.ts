import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';

type Exported = { paragraphs: { text: string }[]; claims: { number: number; evidence: { excerpt: string }[] }[] };

async function openSample(page: Page, title: string): Promise<void> {
  await page.goto('/articles');
  await page.goto((await page.getByRole('link', { name: title }).getAttribute('href')) ?? '');
}

/** The whole of the article on the page as a file, as the dialog writes it. */
async function exportWhole(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^Whole article/ }).check();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  return readFileSync(await (await started).path(), 'utf8');
}

async function importFile(page: Page, name: string, text: string): Promise<void> {
  const file = test.info().outputPath(name);
  writeFileSync(file, text);
  await page.getByLabel('Import an article file').setInputFiles(file);
}

test('an article leaves as a file and comes in again; one that is broken is not taken', async ({ desk }) => {
  const page = await desk.as('editor');
  await openSample(page, '大模型这笔账');
  const written = await exportWhole(page);
  const { claims, paragraphs } = JSON.parse(written) as Exported;
  await page.goto('/articles/new');
  await importFile(page, 'notes.json', '{"notes": 1}');
  await expect(page.getByRole('alert').filter({ hasText: 'not an article file of Claimdesk' })).toBeVisible();
  await importFile(page, 'cut.json', written.replace('"number": 1,', '"number": 9999,'));
  await expect(page.getByRole('alert').filter({ hasText: 'does not hold together' })).toBeVisible();
  await importFile(page, 'whole.claimdesk.json', written);
  await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
  const again = JSON.parse(await exportWhole(page)) as Exported;
  expect(claims.length).toBeGreaterThan(5);
  expect(again.claims).toEqual(claims);
  expect(again.paragraphs).toEqual(paragraphs);
});

test('a file of ten megabytes comes in, and its report shows the beginning of each list, then all', async ({
  desk,
}) => {
  const page = await desk.as('editor');
  await openSample(page, 'A cent an answer');
  const file = JSON.parse(await exportWhole(page)) as Exported;
  const one = file.claims.find(({ evidence }) => evidence.length > 0);
  const [evidence] = one?.evidence ?? [];
  const long = { ...evidence, excerpt: 'A long passage. '.repeat(249) };
  const last = Math.max(...file.claims.map(({ number }) => number));
  for (let number = last + 1; number <= 320; number += 1) {
    file.claims.push({
      ...one,
      number,
      evidence: [long, long, long, long, long, long, long, long],
    } as (typeof file.claims)[0]);
  }
  const text = JSON.stringify(file);
  expect(text.length).toBeGreaterThan(9_000_000);
  await page.goto('/articles/new');
  await importFile(page, 'long.claimdesk.json', text);
  await page.waitForURL(/\/articles\/(?!new)[\w-]+$/, { timeout: 60_000 });
  await page.goto(`${page.url()}/report`);
  const total = file.claims.length;
  const claims = page.getByRole('heading', { name: 'Claims', exact: true }).locator('..');
  await expect(claims).toContainText(`The first 300 of ${total}.`);
  await expect(claims.getByRole('row')).toHaveCount(301);
  await claims.getByRole('link', { name: 'Show all of every list' }).click();
  await expect(claims.getByRole('row')).toHaveCount(total + 1);
  await expect(page.getByText('The first 300 of')).toHaveCount(0);
});
