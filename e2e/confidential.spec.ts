/** A confidential file, from the page of its source to a claim that is checked against it: who is told of it, and who is not. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, markText, pasteArticle, test, untilStored } from './desk';

/** The page of a source that a claim cites. */
async function openSource(page: Page, title: string) {
  await page.goto(`/sources?${new URLSearchParams({ q: title })}`);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

const leak = 'Minutes of the board.\n\nThe harbour had a staff of 375 in 2023, and told nobody.';

test('a file is seen by those who are named, and its words by all once they are evidence', async ({ desk }) => {
  test.setTimeout(180_000);
  const [reviewer, editor, viewer] = [await desk.as('reviewer'), await desk.as('editor'), await desk.as('viewer')];
  const admin = await desk.as('admin');
  await pasteArticle(reviewer, 'A harbour and its staff\n\nThe harbour had 375 staff in 2023.');
  const article = reviewer.url();
  await markText(reviewer, '375 staff', 'Figure');
  await reviewer.keyboard.press('s');
  const form = reviewer.locator('form').filter({ hasText: 'What the source does' });
  await form.getByLabel('Source', { exact: true }).fill('What a clerk brought');
  await untilStored(reviewer, () => form.getByRole('button', { name: /^Add source/ }).click());

  await openSource(reviewer, 'What a clerk brought');
  const files = reviewer.getByRole('region', { name: 'Files' });
  await files.getByLabel('Confidential').check();
  await expect(files).toContainText('not even editors and admins');
  await files.getByLabel('Vera Stone').check();
  await files
    .getByLabel('Add files')
    .setInputFiles([{ name: 'whistle.txt', mimeType: 'text/plain', buffer: Buffer.from(leak) }]);
  const row = files.getByRole('listitem').filter({ hasText: 'whistle.txt' });
  await expect(row).toContainText('Confidential');
  await expect(row).toContainText('Seen by whoever added it and Vera Stone');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  const source = reviewer.url();
  const address = (await row.getByRole('link', { name: 'whistle.txt' }).first().getAttribute('href')) ?? '';

  // To an editor and an admin it is not there; the viewer who is named opens it.
  for (const other of [editor, admin]) {
    await other.goto(source);
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(other.getByText('whistle.txt')).toHaveCount(0);
    expect((await other.request.get(address)).status()).toBe(404);
    expect((await other.request.get(`/api${address}`)).status()).toBe(404);
    expect((await other.request.get(`/api${address}/text`)).status()).toBe(404);
  }
  await viewer.goto(source);
  await viewer.getByRole('link', { name: 'whistle.txt' }).first().click();
  await expect(viewer.getByRole('heading', { level: 1, name: 'whistle.txt' })).toBeVisible();
  await expect(viewer.getByText('Confidential', { exact: true })).toBeVisible();
  await expect(viewer.getByRole('region', { name: 'Text' })).toContainText('told nobody');

  // What is found in it is shown with a warning; used, it is evidence for all, and the file is still not there for them.
  await reviewer.goto(`${article.split('#')[0]}#c1`);
  const found = reviewer.getByRole('region', { name: 'Found in the sources' });
  await expect(found).toContainText('Same figure');
  await expect(found).toContainText('all who see the claim will see these words');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  await found.getByRole('button', { name: /^Use as evidence/ }).click();
  const card = reviewer.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toContainText('The harbour had a staff of 375 in 2023, and told nobody.');
  await expect(card.getByRole('button', { name: 'Open beside the article: whistle.txt' }).first()).toBeVisible();
  await editor.goto(`${article.split('#')[0]}#c1`);
  const seen = editor.getByRole('region', { name: 'Claim 1, Open' });
  await expect(seen).toContainText('and told nobody.');
  await expect(editor.getByText('whistle.txt')).toHaveCount(0);
  await expect(editor.getByRole('region', { name: 'Found in the sources' })).toHaveCount(0);

  // Who sees it is changed, and in the end all do, which the trail tells.
  await openSource(reviewer, 'What a clerk brought');
  await row.getByRole('button', { name: 'Who sees whistle.txt' }).click();
  const dialog = reviewer.getByRole('dialog');
  await dialog.getByLabel('Vera Stone').uncheck();
  await dialog.getByLabel('Edith Okoro').check();
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Seen by whoever added it and Edith Okoro');
  expect((await viewer.request.get(address)).status()).toBe(404);
  await editor.goto(source);
  await editor.getByRole('button', { name: 'Who sees whistle.txt' }).click();
  await editor.getByRole('dialog').getByLabel('Confidential').uncheck();
  await expect(editor.getByRole('dialog')).toContainText('What others saw cannot be taken back');
  await editor.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText('All see whistle.txt now')).toBeVisible();
  await viewer.goto(source);
  await expect(viewer.getByRole('link', { name: 'whistle.txt' }).first()).toBeVisible();
  await expect(viewer.getByText('Confidential', { exact: true })).toHaveCount(0);
  await admin.goto('/settings/audit');
  await expect(admin.getByText(/Opened the file “whistle\.txt” of the source “What a clerk brought”/)).toBeVisible();
  await expect(admin.getByText('Took a file whose name is not told.').first()).toBeVisible();
});

test('an admin passes the files of somebody who left on, and is told nothing of them', async ({ desk }) => {
  const [leaver, admin, editor] = [await desk.as('parting'), await desk.as('admin'), await desk.as('editor')];
  await leaver.goto('/sources?q=Gartner');
  await leaver
    .getByRole('main')
    .getByRole('link', { name: /Gartner Predicts/ })
    .click();
  await expect(leaver.getByRole('heading', { level: 1 })).toContainText('Gartner Predicts');
  const source = leaver.url();
  const files = leaver.getByRole('region', { name: 'Files' });
  await files.getByLabel('Confidential').check();
  await files
    .getByLabel('Add files')
    .setInputFiles([{ name: 'left.txt', mimeType: 'text/plain', buffer: Buffer.from('Left behind.') }]);
  await expect(files.getByRole('listitem').filter({ hasText: 'left.txt' })).toContainText(
    'Only whoever added it sees it',
  );

  await admin.goto('/settings');
  const person = admin.getByRole('row').filter({ hasText: '许诺' });
  await expect(person.getByRole('button', { name: /Pass on/ })).toHaveCount(0);
  await person.getByRole('button', { name: 'Deactivate 许诺' }).click();
  await person.getByRole('button', { name: 'Pass on the confidential files of 许诺' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Who is to see them').selectOption('Edith Okoro');
  expect((await new AxeBuilder({ page: admin }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Let them see' }).click();
  await expect(admin.getByText('Edith Okoro sees the confidential files of 许诺 now, if there are any.')).toBeVisible();
  await admin.goto(source);
  await expect(admin.getByText('left.txt')).toHaveCount(0);
  await editor.goto(source);
  await expect(editor.getByRole('link', { name: 'left.txt' }).first()).toBeVisible();
  await expect(editor.getByRole('button', { name: 'Who sees left.txt' })).toBeVisible();
  await admin.goto('/settings/audit');
  await expect(
    admin.getByText('Let Edith Okoro see the confidential files of somebody who left the desk.'),
  ).toBeVisible();
});
