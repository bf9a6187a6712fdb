import type { Page } from '@playwright/test';
import { expect, pasteArticle, test } from './desk';

/** 250 paragraphs of which one has its own words, each with a figure to mark. */
const paragraphs = Array.from({ length: 250 }, (_, at) => {
  const number = at + 1;
  const own = number === 220 ? 'The lighthouse keeper kept a diary. ' : '';
  return (
    `${own}In its report of year ${1900 + (number % 100)}, the harbour office of pier ${number} counted ${1_000 + number} ships. ` +
    'The office has its own way of counting, and it does not count what only passes by, whatever the masters of those ' +
    'ships may say about it in the letters that they send to the newspaper of the town.'
  );
});
const article = `Title: Harbour\nText: ${paragraphs.join('\n\n')}`;

const marksIn = (page: Page, paragraph: number) => page.locator(`#p${paragraph} mark`);
const isInView = (page: Page, selector: string) =>
  expect
    .poll(() =>
      page.evaluate((name) => {
        const place = document.querySelector(name)?.getBoundingClientRect();
        return place !== undefined && place.top >= 0 && place.top < innerHeight;
      }, selector),
    )
    .toBe(true);

test('a long article is drawn where one reads; all of it is found and selected', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  await expect(page.locator('[data-paragraph]')).toHaveCount(250);
  await expect(marksIn(page, 1)).not.toHaveCount(0);
  // Far from the window there is text alone.
  await expect(marksIn(page, 220)).toHaveCount(0);
  await expect(page.locator('#p220')).toHaveText(paragraphs[219] ?? '');

  // The browser's own search.
  expect(
    await page.evaluate(() => (window as unknown as { find: (words: string) => boolean }).find('lighthouse keeper')),
  ).toBe(true);
  await isInView(page, '#p220');
  // What was found stays as it was found while it is selected.
  await expect(marksIn(page, 219)).not.toHaveCount(0);
  await expect(marksIn(page, 220)).toHaveCount(0);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect(marksIn(page, 220)).not.toHaveCount(0);
  await expect(marksIn(page, 1)).toHaveCount(0);

  // What is selected stays so, wherever one scrolls.
  await page.evaluate(() => {
    const [first, second] = ['#p220', '#p222'].map((name) => document.querySelector(`${name} [data-paragraph]`));
    if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, second.childNodes.length);
  });
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toContain('counted 1222 ships');
  await page.evaluate(() => scrollTo(0, 0));
  await expect(marksIn(page, 1)).not.toHaveCount(0);
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected);
  await page.keyboard.press('Escape');

  // The focus stays where it is, as long as it is there.
  const comment = page.getByRole('button', { name: 'Comment on paragraph 1', exact: true });
  await comment.focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(marksIn(page, 250)).not.toHaveCount(0);
  await expect(comment).toBeFocused();
  await comment.blur();
  await expect(marksIn(page, 1)).toHaveCount(0);

  // The last of the list, its mark and its card.
  await page.keyboard.press('k');
  const card = page.getByRole('region', { name: /^Suggestion: / });
  await expect(card).toContainText('¶250');
  await expect(card).toBeInViewport();
  await isInView(page, '#p250 mark[data-selected]');
  await page.keyboard.press('k');
  await expect(card).toContainText(/¶2(49|50)/);
  await expect(card).toBeInViewport();

  // The list goes along with the text.
  await page.keyboard.press('Escape');
  await page.mouse.move(300, 500);
  await page.evaluate(() => document.querySelector('#p120')?.scrollIntoView());
  await expect(page.getByRole('complementary').getByText('¶120', { exact: true }).first()).toBeInViewport();

  await page.goto('/articles');
  await page.goto(`${address}#p240`);
  await isInView(page, '#p240');
});

test('a long article is marked on paper from its first paragraph to its last', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, article);
  await expect(page.locator('[data-paragraph]')).toHaveCount(250);
  await page.evaluate(() => {
    const marked = () => document.querySelectorAll('[data-paragraph]:has(mark)').length;
    window.addEventListener('beforeprint', () => Object.assign(window, { printed: marked() }));
  });
  await page.pdf();
  expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(250);
  await expect(marksIn(page, 220)).toHaveCount(0);
});

test('the card of a far claim is opened by its address, on a phone too', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Claims 1/ })).toBeVisible();
  const phone = await desk.as('reviewer', { viewport: { width: 390, height: 800 } });
  for (const one of [page, phone]) {
    await one.goto('/articles');
    await one.goto(`${address}#c1`);
    await expect(one.getByRole('region', { name: 'Claim 1, Open' })).toBeInViewport();
    await isInView(one, '#p250 mark[data-claim]');
  }
});
