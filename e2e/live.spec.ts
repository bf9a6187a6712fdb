import { expect, markText, pasteArticle, selectText, test } from './desk';

const text = 'Title: Wages\nText: The firm has about 375 people, it says, and pays them 2 million dollars a year.';

test('what one reviewer does shows in the other’s window without a reload', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, text);
  const second = await desk.as('second');
  await second.goto(address);

  await expect(first.getByRole('list', { name: 'Also here' })).toContainText('陈舟 has this article open');
  await markText(first, 'about 375 people', 'Figure');
  await expect(second.getByText('0 / 1 checked')).toBeVisible({ timeout: 2_000 });
  await expect(second.getByRole('list', { name: 'Also here' })).toContainText('Rafa Moreno is on claim 1');

  await first.keyboard.press('n');
  await second.locator('mark[data-claim]', { hasText: '375' }).first().click();
  await expect(second.getByRole('region', { name: 'Claim 1, Not checkable' })).toBeVisible();
  await second.keyboard.press('u');
  await expect(first.getByRole('region', { name: 'Claim 1, Contested' })).toBeVisible();

  await first.keyboard.press('Escape');
  await first.keyboard.press('Escape');
  await first.keyboard.press('j');
  await first.keyboard.press('Delete');
  await expect(second.getByRole('region', { name: /^Claim 1/ })).toBeHidden();
  await first.keyboard.press('z');
  await expect(second.getByText('1 / 1 checked').or(second.getByText('0 / 1 checked'))).toBeVisible();
});

test('a window that was offline says so, and catches up', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, text);
  const second = await desk.as('second');
  await second.goto(address);
  await expect(second.getByRole('list', { name: 'Also here' })).toBeVisible();
  await second.context().setOffline(true);
  await expect(second.getByText('Offline')).toBeVisible();
  await markText(first, 'about 375 people', 'Figure');
  await markText(first, '2 million dollars', 'Figure');
  await expect(second.getByText('0 / 0 checked')).toBeVisible();
  await second.context().setOffline(false);
  await expect(second.getByText('0 / 2 checked')).toBeVisible();
  await expect(second.getByText('Offline')).toBeHidden();
});

test('changes wait while somebody types, and come when they leave or ask', async ({ desk }) => {
  const first = await desk.as('reviewer');
  const address = await pasteArticle(first, text);
  await markText(first, 'about 375 people', 'Figure');
  await first.keyboard.press('u');
  const why = first.getByLabel('Why Unverifiable?');
  await why.fill('No filing');

  const second = await desk.as('second');
  await second.goto(address);
  await markText(second, '2 million dollars', 'Figure');
  await expect(first.getByRole('button', { name: '1 update' })).toBeVisible();
  await markText(second, 'a year', 'Statement');
  await expect(first.getByRole('button', { name: '2 updates' })).toBeVisible();
  await expect(first.getByText('1 / 1 checked')).toBeVisible();
  await why.pressSequentially(' names a number.');
  await first.getByRole('button', { name: '2 updates' }).click();
  await expect(first.getByText('1 / 3 checked')).toBeVisible();
  await expect(why).toHaveValue('No filing names a number.');

  // One's own act while typing is not held: saving shows what one wrote, and what waited.
  await why.pressSequentially(' At all.');
  await selectText(second, 'The firm');
  await second.getByRole('toolbar').getByRole('button', { name: 'Statement' }).click();
  await expect(first.getByRole('button', { name: '1 update' })).toBeVisible();
  await first.getByRole('button', { name: 'Save' }).click();
  await expect(first.getByText('1 / 4 checked')).toBeVisible();
  await expect(second.getByText('1 / 4 checked')).toBeVisible();
});

test('a reviewer who is let out stops hearing, and can write nothing', async ({ desk }) => {
  const author = await desk.as('reviewer');
  const address = await pasteArticle(author, text);
  const second = await desk.as('leaver');
  await second.goto(address);
  await expect(author.getByRole('list', { name: 'Also here' })).toContainText('方宁');
  const admin = await desk.as('admin');
  await admin.goto('/settings');
  await admin.getByRole('button', { name: 'Deactivate 方宁' }).click();
  await expect(second.getByRole('link', { name: 'Signed out' })).toBeVisible({ timeout: 5_000 });
  await expect(author.getByRole('list', { name: 'Also here' })).toBeHidden();
  await selectText(second, 'about 375 people');
  await second.getByRole('toolbar').getByRole('button', { name: 'Figure' }).click();
  await expect(second.getByText('Sign in again').first()).toBeVisible();
  await expect(author.getByText('0 / 0 checked')).toBeVisible();
});
