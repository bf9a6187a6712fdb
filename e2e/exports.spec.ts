import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';
import { expect, markText, pasteArticle, test } from './desk';

const text = '李笛说，公司约有375人。训练一次要花300到460万美元。';

/** Opens the dialog of an article with a figure and a statement marked. */
async function openExport(page: Page): Promise<void> {
  await pasteArticle(page, `标题: 小冰的成本\n正文: ${text}`);
  await markText(page, '375人', 'Figure');
  await markText(page, '训练一次要花300到460万美元', 'Statement');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('status')).toHaveText('2 claims of 2 go out');
}

/** Downloads what is chosen, and returns its name and bytes. */
async function download(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('claims are chosen, previewed and taken away as a workbook and as a document', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await openExport(page);
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const beginning = dialog.getByRole('region', { name: 'How it begins' });
  await expect(beginning.getByRole('row')).toHaveCount(3);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);

  await dialog.getByRole('checkbox', { name: 'Figure 1' }).check();
  await expect(dialog.getByRole('status')).toHaveText('1 claim of 2 goes out');
  await expect(beginning.getByRole('row')).toHaveCount(2);
  await expect(beginning).toContainText('375人');
  const workbook = await download(page);
  expect(workbook.name).toBe('小冰的成本 claims chosen.xlsx');
  await expect(dialog.getByText(/^Saved · /)).toBeVisible();
  const [claims, figures] = await readExcel(workbook.bytes);
  expect(claims?.sheet).toBe('Claims');
  expect(claims?.data.map((row) => row[0])).toEqual(['Fact', '375人']);
  expect(figures?.data[1]?.slice(4, 6)).toEqual([375, 375]);

  await dialog.getByRole('button', { name: 'All claims' }).click();
  await dialog.getByRole('radio', { name: /^Word document/ }).check();
  // What was saved is told no longer: this is another file.
  await expect(dialog.getByRole('status')).toHaveText('2 claims of 2 go out');
  await expect(beginning.locator('mark')).not.toHaveCount(0);
  const document = await download(page);
  expect(document.name).toBe('小冰的成本 claims all.docx');
  const { value } = await mammoth.convertToHtml({ buffer: document.bytes }, { styleMap: ['comment-reference => sup'] });
  expect(value.replace(/<sup>.*?<\/sup>|<[^>]+>/g, '')).toContain(text);
  expect(value).toContain('Open');
});

test('what matches nothing is not downloaded, and says so', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await openExport(page);
  await page.getByRole('button', { name: 'Verified only' }).click();
  await expect(page.getByRole('status')).toHaveText('No claim goes out');
  await expect(page.getByText('No claim matches.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download' })).toHaveAttribute('aria-disabled', 'true');
});

test('a download that fails says so and can be tried again', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await openExport(page);
  await page.route('**/export?*as=frames', (route) => route.abort());
  await page.getByRole('link', { name: 'Download' }).click();
  await expect(page.getByText('The download broke off. Nothing was saved.')).toBeVisible();
  await page.unroute('**/export?*as=frames');
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Try again' }).click();
  expect((await started).suggestedFilename()).toBe('小冰的成本 claims all.xlsx');
});

test('without script the button is a link to all claims', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, 'Title: Plain\nText: The firm had 375 staff.');
  const plain = await desk.as('reviewer', { javaScriptEnabled: false });
  await plain.goto(`${address}/report`);
  const link = plain.getByRole('button', { name: 'Export' });
  const file = await plain.request.get(new URL((await link.getAttribute('href')) ?? '', address).href);
  expect(file.headers()['content-type']).toBe('text/csv; charset=utf-8');
  expect(await file.text()).toMatch(/^\ufeffnumber,claim,/);
});
