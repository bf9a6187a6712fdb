import { expect, markText, openClaim, pasteArticle, test } from './desk';

test('what a card is told late moves nothing that is clicked', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, 'Title: Costs\nText: The firm had 375 staff in May.');
  await markText(page, '375 staff', 'Figure');
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/\/claims\/[^/]+\/ledger$/, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest(/\/claims\/[^/]+\/ledger$/);
  await openClaim(page, address, 1);
  await asked;
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card.getByRole('button', { name: 'Calculate' })).toBeHidden();
  await page.keyboard.press('v');
  const source = card.getByLabel(/^Source/);
  await expect(source).toBeFocused();
  const before = await source.boundingBox();
  letThrough();
  await expect(card.getByRole('button', { name: 'Calculate' })).toBeVisible();
  expect(await source.boundingBox()).toEqual(before);
});
