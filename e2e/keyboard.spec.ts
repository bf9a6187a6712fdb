import { expect, markText, pasteArticle, test } from './desk';

test('an article is marked and judged without a mouse', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, 'Title: Costs\nText: Alpha beta 375 people.\n\nSecond paragraph here.');
  await page.keyboard.press('m');
  for (let i = 0; i < 11; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('mark[data-claim]')).toHaveText('375');
  await expect(page.getByRole('region', { name: 'Claim 1, Open' })).toContainText('Figure');

  await page.keyboard.press('e');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('mark[data-claim]')).toHaveText('375 people');

  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: 'Claim 1, Not checkable' })).toBeVisible();
  await page.keyboard.type('An opinion at heart.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Why Not checkable?')).toBeHidden();
  await expect(page.getByRole('region', { name: /^Claim 1/ })).toContainText('An opinion at heart.');

  await page.keyboard.press('s');
  await page.keyboard.type('Annual report');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Source', { exact: true })).toBeHidden();
  await expect(page.getByRole('region', { name: /^Claim 1/ })).toContainText('Annual report');
  await page.keyboard.press('v');
  await expect(page.getByRole('region', { name: 'Claim 1, Verified' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('region', { name: 'Claim 1, Not checkable' })).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a reason that is typed before its form has come gives no other verdict', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, 'Title: Costs\nText: Alpha beta 375 people.');
  await markText(page, '375 people', 'Figure');
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toBeVisible();
  await page.goto(new URL(page.url()).pathname);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/_next/static/**', async (route) => {
    await held;
    await route.continue();
  });
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(card).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('n');
  await page.keyboard.type('vex not');
  letThrough();
  await expect(page.getByLabel('Why Not checkable?')).toHaveValue('vex not');
  await page.keyboard.type(' it');
  await expect(page.getByLabel('Why Not checkable?')).toHaveValue('vex not it');
  await expect(page.getByRole('region', { name: 'Claim 1, Not checkable' })).toBeVisible();
});
