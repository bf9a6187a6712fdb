import { expect, markText, pasteArticle, test, untilStored } from './desk';

test('a judgement is told in the history of its claim, which leads back to it', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const text = 'A firm of some size\n\nThe firm had 375 staff in May. It spent $2 million on them.';
  const address = await pasteArticle(page, text);
  await markText(page, '375 staff', 'Figure');
  await markText(page, '$2 million', 'Figure');
  const card = page.getByRole('region', { name: /^Claim 2/ });
  await untilStored(page, () => page.keyboard.press('u'));
  await expect(page.getByRole('region', { name: 'Claim 2, Unverifiable' })).toBeVisible();
  await page.keyboard.press('Escape');

  await card.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Only claim 2')).toBeVisible();
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText('Rafa Moreno judged claim 2 unverifiable');
  await expect(lines.first()).toContainText('Open');
  await expect(lines.last()).toContainText('Rafa Moreno marked claim 2 as a figure');

  await page.getByRole('link', { name: 'Whole history' }).click();
  await expect(lines.last()).toContainText('added the article');
  await page.getByRole('link', { name: 'claim 1' }).first().click();
  await expect(page.getByRole('region', { name: 'Claim 1, Open' })).toBeVisible();
  expect(page.url()).toBe(`${address}#c1`);
});
