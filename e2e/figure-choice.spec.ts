import { expect, markText, openClaim, pasteArticle, test } from './desk';

test('of several figures in a claim’s words, one is taken for its value, and stays', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const article = await pasteArticle(
    page,
    'Title: The sum\nText: By the rule, a cent an answer is US$10 per thousand answers, it says.',
  );
  await markText(page, 'a cent an answer is US$10 per thousand answers', 'Figure');
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  const reading = card.getByText('Reads as').locator('..');
  const other = (words: RegExp) => card.getByRole('button', { name: words });
  await expect(reading).toContainText('1 cent');
  await other(/^Take US\$10 per 1,000 answers \(“US\$10”\)/).click();
  await expect(reading.locator('.font-semibold')).toHaveText('US$10 per 1,000 answers');
  await expect(other(/^Take 1 cent/)).toBeVisible();
  await openClaim(page, article, 1);
  await expect(reading.locator('.font-semibold')).toHaveText('US$10 per 1,000 answers');
  await other(/^Take 1 cent/).click();
  await expect(reading.locator('.font-semibold')).toHaveText('1 cent');
  // Back, as with any other act.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(reading.locator('.font-semibold')).toHaveText('US$10 per 1,000 answers');
});
