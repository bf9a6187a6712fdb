import { readFileSync } from 'node:fs';
import { dataset } from '#lib/testing/outside/datasets';
import { type Desk, expect, markText, openClaim, pasteArticle, test } from './desk';

const article = dataset('articles', 'aigc-hunt-zh.txt');

const text = (title: string, body: string) => `Title: ${title}\nPublished: 2023-02-14\nText: ${body}`;
async function addSource(page: Awaited<ReturnType<Desk['as']>>, title: string, excerpt: string) {
  const form = page.locator('form').filter({ hasText: 'What the source does' });
  await form.getByLabel('Source', { exact: true }).fill(title);
  await form.getByRole('combobox', { name: 'Kind of source' }).selectOption('primary');
  await form.getByLabel(/^What it says/).fill(excerpt);
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(form).toBeHidden();
}

test('a figure is followed across articles: disputed, settled, and flagged where it returns wrong', async ({
  desk,
}) => {
  const page = await desk.as('reviewer');
  // The sample's figures are in the ledger; what another article says of the same thing is found by its words.
  await pasteArticle(page, text('First', 'Acme Robotics has 375 employees, its founder says.'));
  await markText(page, '375 employees', 'Figure');
  const first = page.getByRole('region', { name: 'Claim 1, Open' });
  await first.getByRole('button', { name: /Acme Robotics · headcount/ }).click();
  await expect(first.getByRole('link', { name: 'Acme Robotics · headcount' })).toBeVisible();
  await expect(first).toContainText('1 value in 1 article');

  const watcher = await desk.as('editor');
  await watcher.goto('/figures?q=Acme');
  await watcher.getByRole('link', { name: 'Acme Robotics · headcount' }).click();
  await watcher.getByRole('button', { name: 'Watch' }).click();
  await expect(watcher.getByRole('button', { name: 'Watching' })).toBeVisible();

  // The same thing in the other language, with another number.
  const second = await pasteArticle(page, '标题：第二篇\n正文：Acme Robotics 的员工人数是770人。');
  await markText(page, '770人', 'Figure');
  const other = page.getByRole('region', { name: 'Claim 1, Open' });
  await other.getByRole('button', { name: 'Acme Robotics · headcount' }).click();
  await expect(other.getByText('Disputed', { exact: true })).toBeVisible();

  // A source settles it.
  await page.keyboard.press('f');
  await addSource(page, 'Acme annual filing', 'At the end of 2022 Acme Robotics had 375 employees.');
  const wrong = page.getByRole('region', { name: 'Claim 1, False' });
  await expect(wrong).toContainText('Gives 375 employees');
  await expect(wrong).toContainText('2.1 times as much');
  await expect(wrong.getByText('Settled', { exact: true }).first()).toBeVisible();
  await expect(wrong).toContainText('Against the settled value');
  expect(second).not.toBe('');

  // A third article is told at once, before anybody puts its figure in the ledger.
  const third = await pasteArticle(page, text('Third', 'With 3,750 employees, Acme Robotics is a large firm.'));
  await markText(page, '3,750 employees', 'Figure');
  const returned = page.getByRole('region', { name: 'Claim 1, Open' });
  await expect(returned.getByRole('alert')).toContainText('10 times too large');
  await expect(returned.getByRole('alert')).toContainText('Settled at 375 employees');
  await expect(returned.getByRole('alert')).toContainText('Acme annual filing');
  await returned.getByRole('button', { name: 'Acme Robotics · headcount' }).click();
  await expect(returned.getByText('This value is disputed again.')).toBeVisible();

  // Taken back and done again like any other act.
  await openClaim(page, third, 1);
  await expect(returned.getByRole('link', { name: 'Acme Robotics · headcount' })).toBeVisible();
});

test('figures that do not go together are listed, and a sum is pinned to its claim', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(
    page,
    text(
      'Parts',
      'The firm has 375 people, of which 259 in research, 80 in product and 50 in management. Wages are US$200 million.',
    ),
  );
  await markText(page, '375 people', 'Figure');
  await page.getByRole('button', { name: '1 question of figures' }).click();
  const dialog = page.getByRole('dialog', { name: 'Figures that do not go together' });
  await expect(dialog).toContainText('The parts add up to 389, the stated total is 375');
  await dialog.getByRole('button', { name: '#1 375 people' }).click();
  await markText(page, 'US$200 million', 'Figure');
  const card = page.getByRole('region', { name: 'Claim 2, Open' });
  await card.getByRole('button', { name: 'Calculate' }).click();
  await card.getByRole('combobox', { name: 'The other figure' }).selectOption({ index: 1 });
  await expect(card.getByRole('status')).toContainText('per person');
  await card.getByRole('button', { name: 'Pin to the claim' }).click();
  await expect(card.getByRole('listitem').filter({ hasText: 'US$533,333 per person' })).toBeVisible();
  await page.keyboard.press('z');
  await expect(card.getByRole('listitem').filter({ hasText: 'US$533,333 per person' })).toBeHidden();
});

test('a real article’s headcount and training cost land on what the sample articles opened', async ({ desk }) => {
  test.skip(!article.isThere, `needs ${article.what}`);
  test.setTimeout(180_000);
  const page = await desk.as('reviewer');
  // Articles of other journeys may have the same figures.
  await page.goto('/figures?q=员工');
  await page.getByRole('link', { name: 'OpenAI · headcount' }).click();
  const observed = page.getByText(/^\d+ observations in \d+ articles$/);
  const before = Number((await observed.innerText()).match(/(\d+) articles/)?.[1]);
  expect(before).toBeGreaterThanOrEqual(2);
  await pasteArticle(page, readFileSync(article.path, 'utf8'));
  for (const [words, metric] of [
    ['375人', 'OpenAI · headcount'],
    ['300-460万美金', 'GPT-3.5 · training cost'],
  ] as const) {
    await markText(page, words, 'Figure');
    const card = page.getByRole('region', { name: /^Claim \d+, Open/ });
    await card.getByRole('button', { name: metric, exact: true }).click();
    await expect(card.getByRole('link', { name: metric })).toBeVisible();
    await expect(card).toContainText(/in [3-9] articles/);
  }
  await page.goto('/figures?q=CPM');
  await expect(page.getByRole('link', { name: /CPM/ })).toHaveCount(2);
  await page.goto('/figures?q=员工');
  await page.getByRole('link', { name: 'OpenAI · headcount' }).click();
  await expect(observed).toContainText(`in ${before + 1} articles`);
});
