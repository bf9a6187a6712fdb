import { expect, markText, openClaim, pasteArticle, test, untilStored } from './desk';

const article = 'Title: Costs\nText: The firm had 375 staff. It grew by half.\n\nNobody asked why.';

test('two reviewers differ at the same moment, a third watches, an editor settles it: all see it', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, article);
  await markText(first, '375 staff', 'Figure');
  const [second, third, editor] = [await desk.as('second'), await desk.as('admin'), await desk.as('editor')];
  const pages = [first, second, third, editor];
  for (const page of pages) {
    await openClaim(page, address, 1);
  }
  // Each sees the others: from here on everything comes by itself.
  for (const page of pages) {
    await expect(page.getByRole('list', { name: 'Also here' }).getByRole('listitem')).toHaveCount(3);
  }
  await Promise.all([first.keyboard.press('u'), second.keyboard.press('n')]);
  for (const page of pages) {
    const card = page.getByRole('region', { name: 'Claim 1, Contested' });
    await expect(card).toBeVisible();
    await expect(card.getByRole('listitem').filter({ hasText: 'Unverifiable' })).toBeVisible();
    await expect(card.getByRole('listitem').filter({ hasText: 'Not checkable' })).toBeVisible();
  }
  const ruling = editor.getByRole('region', { name: 'Claim 1, Contested' });
  await ruling.getByRole('button', { name: 'Give the final ruling' }).click();
  await ruling.getByRole('combobox', { name: 'Ruling' }).selectOption('unverifiable');
  await ruling.getByLabel('Reason, shown with the ruling').fill('No filing counts staff.');
  await ruling.getByRole('button', { name: 'Rule', exact: true }).click();
  for (const page of [first, third, editor]) {
    const card = page.getByRole('region', { name: 'Claim 1, Unverifiable' });
    await expect(card).toContainText('No filing counts staff.');
  }
  // The second one is asked for a reason and may be typing it: the ruling comes as soon as they are done.
  await second.keyboard.press('Escape');
  await expect(second.getByRole('region', { name: 'Claim 1, Unverifiable' })).toContainText(
    'differs from your verdict',
  );
});

test('work is given, judged blind, sent back, and found under my work', async ({ desk }) => {
  const [editor, reviewer] = [await desk.as('editor'), await desk.as('reviewer')];
  const address = await pasteArticle(editor, article);
  await markText(editor, '375 staff', 'Figure');
  await editor.getByRole('button', { name: 'Details' }).click();
  await editor.getByLabel('Judgements that each claim needs').selectOption('2');
  await editor.getByLabel('Blind first pass').check();
  await editor.getByRole('button', { name: 'Save' }).last().click();
  await expect(editor.getByRole('dialog')).toBeHidden();
  await openClaim(editor, address, 1);
  await editor.keyboard.press('a');
  const dialog = editor.getByRole('dialog', { name: 'Assign work' });
  await dialog.getByLabel('To').selectOption({ label: 'Rafa Moreno' });
  await dialog.getByLabel('Due').fill('2030-01-31');
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.getByRole('region', { name: 'Claim 1, Open' })).toContainText('Rafa Moreno');

  const second = await desk.as('second');
  await openClaim(second, address, 1);
  await second.keyboard.press('u');
  await expect(second.getByRole('region', { name: 'Claim 1, Open' })).toContainText('In review');

  await reviewer.goto('/work');
  const line = reviewer.getByRole('listitem').filter({ hasText: '375 staff' });
  await expect(line).toContainText('due Jan 31, 2030');
  await line.getByRole('link').click();
  const card = reviewer.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toContainText('One judgement is held back until yours is in');
  await expect(card).not.toContainText('Unverifiable 陈舟');
  await reviewer.keyboard.press('u');
  await expect(reviewer.getByRole('region', { name: 'Claim 1, Unverifiable' })).toContainText('陈舟');

  await openClaim(editor, address, 1);
  await expect(editor.getByRole('region', { name: 'Claim 1, Unverifiable' })).toBeVisible();
  await editor.getByRole('button', { name: 'Send back' }).click();
  await editor.getByLabel('What is missing?').fill('Which year?');
  await editor.getByRole('button', { name: 'Send back' }).click();
  await expect(editor.getByText('Which year?')).toBeVisible();
  await reviewer.goto('/work');
  await expect(reviewer.getByRole('listitem').filter({ hasText: 'Which year?' })).toContainText('375 staff');
});

test('two people change the same thing: both versions are shown, and one is chosen', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, article);
  await markText(first, '375 staff', 'Figure');
  const second = await desk.as('editor');
  await openClaim(second, address, 1);
  const theirs = second.getByRole('region', { name: 'Claim 1, Open' });
  // Nothing comes in while the network is away.
  await second.context().setOffline(true);
  const ours = first.getByRole('region', { name: 'Claim 1, Open' });
  await ours.getByRole('combobox', { name: 'Kind' }).selectOption('fact');
  await expect(ours).toContainText('Statement · ¶1');
  await second.route('**/api/articles/*/changes*', (route) => route.abort());
  await second.context().setOffline(false);
  await theirs.getByRole('combobox', { name: 'Kind' }).selectOption('opinion');
  const dialog = second.getByRole('dialog', { name: 'Claim 1 was changed meanwhile' });
  await expect(dialog).toContainText('Statement');
  await expect(dialog).toContainText('Opinion');
  await dialog.getByRole('button', { name: 'Use mine' }).click();
  await expect(dialog).toBeHidden();
  await expect(ours).toContainText('Opinion · ¶1');
});

test('a reason that was begun outlives a reload', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  await markText(page, '375 staff', 'Figure');
  await untilStored(page, () => page.keyboard.press('u'));
  await page.getByLabel('Why Unverifiable?').fill('No filing counts');
  await openClaim(page, address, 1);
  await page.keyboard.press('r');
  const why = page.getByLabel('Why Unverifiable?');
  await expect(why).toHaveValue('No filing counts');
  await why.fill('No filing counts staff.');
  await page.keyboard.press('Control+Enter');
  await expect(why).toBeHidden();
  await page.keyboard.press('r');
  await expect(why).toHaveValue('No filing counts staff.');
});

test('a reason that was written in two windows becomes one text', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, article);
  await markText(first, '375 staff', 'Figure');
  await first.keyboard.press('u');
  const second = await desk.as('reviewer');
  await openClaim(second, address, 1);
  await second.context().setOffline(true);
  await first.getByLabel('Why Unverifiable?').fill('No filing counts staff.');
  await first.keyboard.press('Control+Enter');
  await expect(first.getByRole('region', { name: 'Claim 1, Unverifiable' })).toContainText('No filing counts staff.');
  await second.route('**/api/articles/*/changes*', (route) => route.abort());
  await second.context().setOffline(false);
  await second.keyboard.press('r');
  await second.getByLabel('Why Unverifiable?').fill('The firm did not answer.');
  await second.keyboard.press('Control+Enter');
  const dialog = second.getByRole('dialog', { name: 'Claim 1 was changed meanwhile' });
  await dialog.getByRole('button', { name: 'Merge both' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue('No filing counts staff.\n\nThe firm did not answer.');
  await dialog.getByRole('textbox').fill('No filing counts staff, and the firm did not answer.');
  await dialog.getByRole('button', { name: 'Use the merged text' }).click();
  await expect(dialog).toBeHidden();
  await expect(second.getByLabel('Why Unverifiable?')).toBeHidden();
  for (const page of [first, second]) {
    await expect(page.getByRole('region', { name: 'Claim 1, Unverifiable' })).toContainText(
      'No filing counts staff, and the firm did not answer.',
    );
  }
});

test('a source that was begun outlives a reload, and others see on which claim one is', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  await markText(page, '375 staff', 'Figure');
  await page.keyboard.press('s');
  await page.getByLabel('Source', { exact: true }).fill('Annual filing');
  await page.getByLabel(/^What it says/).fill('335 people at the end of the year');
  await openClaim(page, address, 1);
  await page.keyboard.press('s');
  await expect(page.getByLabel('Source', { exact: true })).toHaveValue('Annual filing');
  await expect(page.getByLabel(/^What it says/)).toHaveValue('335 people at the end of the year');
  const editor = await desk.as('editor');
  await editor.goto(address);
  const row = editor.locator('aside').getByRole('button', { name: '375 staff' });
  await expect(row.getByText('Rafa Moreno')).toBeAttached();
});
