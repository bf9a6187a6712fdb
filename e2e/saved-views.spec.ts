import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

test('a search of claims is saved, found again, exported, removed and brought back', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await page.goto('/claims');
  await expect(page.getByRole('button', { name: 'Save this view' })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('CPM');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=CPM/);

  await page.getByRole('button', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('CPM everywhere');
  await dialog.getByLabel('Show it to the whole desk').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const views = page.getByRole('navigation', { name: 'Saved views' });
  await expect(views.getByRole('link', { name: /^CPM everywhere/ })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: 'Save this view' })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const other = await desk.as('viewer');
  await other.goto('/claims');
  await other.getByRole('link', { name: /^CPM everywhere/ }).click();
  await other.waitForURL(/q=CPM/);
  await expect(other.getByRole('button', { name: 'Change views' })).toHaveCount(0);
  const download = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Export' }).click();
  await other.getByRole('link', { name: 'CSV, for a spreadsheet' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('claims.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => /\/articles\/[\w-]+#c\d+$/.test(line))).toBe(true);

  await page.getByRole('button', { name: 'Change views' }).click();
  await dialog.getByLabel('For the whole desk').fill('CPM');
  await dialog.getByRole('button', { name: 'Rename “CPM everywhere”' }).click();
  await expect(page.getByText('The view is now called “CPM”.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove “CPM”' }).click();
  await page.getByText('Undo').click();
  await expect(page.getByText('“CPM” is back.')).toBeVisible();
  await expect(views.getByRole('link', { name: 'CPM (for the whole desk)' })).toBeVisible();
});
