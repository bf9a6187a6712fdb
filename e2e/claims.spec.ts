import AxeBuilder from '@axe-core/playwright';
import { expect, markText, pasteArticle, test } from './desk';

test('a claim is met again in another article: the figure differs, and its sources are taken over', async ({
  desk,
}) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, 'Title: First\nText: Kestrel Optics had 375 employees in March. It makes lenses.');
  await markText(page, '375 employees', 'Figure');
  await page.keyboard.press('v');
  const form = page.locator('form').filter({ hasText: 'What the source does' });
  await form.getByLabel('Source', { exact: true }).fill('Kestrel staff list');
  await form.getByLabel(/^What it says/).fill('On 31 March the company had 375 employees.');
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(page.getByRole('region', { name: 'Claim 1, Verified' })).toBeVisible();

  await pasteArticle(page, '标题：第二篇\n正文：据报道，Kestrel Optics 三月有3,750人。公司生产镜片。');
  // The list of suggestions says so before any of them is opened.
  await expect(page.getByText(/^2 of the 3 most worth checking were checked before\.$/)).toBeVisible();
  await markText(page, '3,750人', 'Figure');
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  const met = card.getByRole('region', { name: 'Checked before' });
  await expect(met).toContainText('Verified');
  await expect(met).toContainText('The figure differs.');
  await expect(met).toContainText(/375.* there, .*3,750.* here/);
  await expect(met).toContainText('Claim 1 of “First”');
  await page.keyboard.press('t');
  await expect(card).toContainText('Kestrel staff list');
  await expect(card).toContainText('taken from claim 1 of “First”');
  // The verdict is the reviewer's own to give.
  await expect(card).toBeVisible();
  await page.keyboard.press('z');
  await expect(card.getByText('taken from claim 1')).toBeHidden();
  await page.keyboard.press('Shift+Z');
  await expect(card).toContainText('taken from claim 1 of “First”');
});

test('claims are found by words, figures and filters, without scripts too', async ({ desk, browser }) => {
  const page = await desk.as('reviewer');
  await page.goto('/claims');
  const places = page.getByRole('banner').getByRole('navigation', { name: 'Places' });
  await expect(places.getByRole('link', { name: 'Claims' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('searchbox', { name: 'Search claims' }).fill('员工 375');
  await page.keyboard.press('Enter');
  await expect(page.getByText('about 375 employees').first()).toBeVisible();
  await page.getByRole('link', { name: /^Disputed \d/ }).click();
  await expect(page).toHaveURL(/standing=disputed/);

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${desk.url}/claims`);
  await plain.getByText('Filters', { exact: true }).click();
  await plain.getByRole('combobox', { name: 'Kind' }).selectOption('figure');
  await plain.getByLabel(/^Figure/).fill('US$5 to 12');
  await plain.getByRole('button', { name: 'Show claims' }).click();
  await expect(plain).toHaveURL(/figure=/);
  const rows = plain.getByRole('main').getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await expect(rows.first()).toContainText(/US\$/);
  const without = plain.getByRole('link', { name: /^Without Figure/ }).last();
  await without.click();
  await expect(plain).not.toHaveURL(/figure=U/);
  // A claim opens in its article.
  await rows.first().getByRole('link').first().click();
  await expect(plain).toHaveURL(/\/articles\/.*#c\d+$/);

  await page.goto('/claims?q=%3F%21%22');
  await expect(page.getByRole('heading', { name: 'There is nothing in this to search for' })).toBeVisible();
  await page.goto(`/claims?q=${'x'.repeat(5000)}`);
  await expect(page.getByRole('heading', { name: 'No claim is like that' })).toBeVisible();
});

test('one search finds everything from any page, by keys alone', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await page.goto('/sources');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search everything' });
  const field = dialog.getByRole('combobox', { name: 'Search everything' });
  await expect(field).toBeFocused();
  await field.pressSequentially('claims');
  await expect(dialog.getByRole('option', { name: 'Claims' })).toBeVisible();
  await field.fill('OpenAI headcount');
  await expect(dialog.getByRole('option', { name: 'OpenAI · headcount' })).toBeVisible();
  await field.fill('员工 375');
  const first = dialog.getByRole('option').first();
  await expect(first).toContainText('375');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/articles\/.*#c\d+$/);
  await expect(dialog).toBeHidden();
  // On the page of an article too, whose own keys have a K.
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
