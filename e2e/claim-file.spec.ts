/** A file that is put on a claim: chosen, dropped on its card, broken off, taken back. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, markText, pasteArticle, test, untilStored } from './desk';

const filing = { name: 'annual_report.txt', mimeType: 'text/plain', buffer: Buffer.from('A staff of 735 in 2023.') };

async function openClaim(page: Page, title: string) {
  await pasteArticle(page, `${title}\n\nThe harbour had 375 staff in 2023.`);
  await markText(page, '375 staff', 'Figure');
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toBeVisible();
  return { card, form: page.locator('form').filter({ hasText: 'What the source does' }) };
}

test('a file becomes a source and evidence of a claim in one act, and is taken back', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const { card, form } = await openClaim(reviewer, 'A harbour and a file');
  // By the keyboard alone.
  const choosing = reviewer.waitForEvent('filechooser');
  await card.getByLabel('Add a file').focus();
  await reviewer.keyboard.press('Enter');
  await (await choosing).setFiles(filing);
  await expect(form).toContainText('annual_report.txt');
  await expect(form.getByLabel('Source', { exact: true })).toHaveValue('annual report');
  await form.getByLabel('Source', { exact: true }).fill('Annual report of the harbour');
  await form.getByLabel('Kind of source').selectOption('primary');
  await form.getByText('Refutes', { exact: true }).click();
  await form.getByLabel(/^What it says/).fill('A staff of 735 in 2023');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(card).toContainText('Annual report of the harbour');
  await expect(card).toContainText('Refutes');
  await expect(card).toContainText('A staff of 735 in 2023');
  await card.getByRole('button', { name: 'Open beside the article: annual_report.txt' }).click();
  await expect(reviewer.getByRole('heading', { name: 'annual_report.txt' })).toBeFocused();
  await reviewer.keyboard.press('Escape');
  await untilStored(reviewer, () => reviewer.keyboard.press('ControlOrMeta+z'));
  await expect(card).not.toContainText('Annual report of the harbour');
  await untilStored(reviewer, () => reviewer.keyboard.press('ControlOrMeta+Shift+z'));
  await expect(card).toContainText('Annual report of the harbour');
});

test('what is dropped on a card and breaks off keeps nothing, and is sent again', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const { card, form } = await openClaim(reviewer, 'A harbour and a broken line');
  const dropped = await reviewer.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['A staff of 735 in 2024.'], 'Dropped filing.txt', { type: 'text/plain' }));
    return data;
  });
  await card.dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(card).toHaveAttribute('data-drop', '');
  await card.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(card).not.toHaveAttribute('data-drop', '');
  await expect(form.getByLabel('Source', { exact: true })).toHaveValue('Dropped filing');
  await form.getByLabel(/^What it says/).fill('A staff of 735 in 2024');
  const isSending = (url: URL) => /\/claims\/[^/]+\/files$/.test(url.pathname);
  await reviewer.route(isSending, (route) => route.abort());
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(form.getByRole('alert')).toBeVisible();
  await expect(form.getByLabel(/^What it says/)).toHaveValue('A staff of 735 in 2024');
  const sources = await reviewer.request.get('/api/sources?search=Dropped%20filing');
  expect(await sources.json()).toEqual([]);
  await reviewer.unroute(isSending);
  await form.getByLabel('Confidential').check();
  await expect(form).toContainText('is seen by all who see the claim');
  // The file's name is not told by the title.
  await expect(form.getByLabel('Source', { exact: true })).toHaveValue('');
  await form.getByLabel('Source', { exact: true }).fill('What somebody dropped');
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(card.getByRole('button', { name: 'Open beside the article: Dropped filing.txt' })).toBeVisible();
  await expect(card).toContainText('confidential');
  const editor = await desk.as('editor');
  await editor.goto(`${reviewer.url().split('#')[0]}#c1`);
  const seen = editor.getByRole('region', { name: 'Claim 1, Open' });
  await expect(seen).toContainText('A staff of 735 in 2024');
  await expect(editor.getByText('Dropped filing.txt')).toHaveCount(0);
});

test('a verdict that waits for a source takes a file', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const { card, form } = await openClaim(reviewer, 'A harbour and a verdict');
  await reviewer.keyboard.press('d');
  await expect(form).toContainText('needs a source');
  await card.getByLabel('Add a file').setInputFiles(filing);
  await expect(form).toContainText('needs a source');
  await form.getByRole('button', { name: /^Add source and mark/ }).click();
  await expect(reviewer.getByRole('region', { name: 'Claim 1, Disputed' })).toContainText('annual report');
});
