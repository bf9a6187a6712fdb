import { expect, openClaim, pasteArticle, test, untilStored } from './desk';

const article = [
  'Title: 大模型这笔账',
  'Text: “GPT3.5训练一次需要花费300-460万美金，公司一共375人左右。”资深研究专家田涛源说。',
  '',
  '田涛源表示，2022年10月19日，Jasper完成了1.25亿美元的A轮融资，是当年最大的一笔。',
  '',
  '小冰CEO李笛直言：“中国人的技术不亚于欧美，回答一次成本至少1美分。”',
].join('\n');

test('what the reader suggests is accepted and dismissed by key, and stays so', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  const tab = page.getByRole('button', { name: /^Suggestions \d+/ });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('mark[data-suggestion]').first()).toBeVisible();

  await page.keyboard.press('j');
  const first = page.getByRole('region', { name: 'Suggestion: Quote' });
  await expect(first).toContainText('GPT3.5训练一次需要花费300-460万美金');
  await expect(first).toContainText('Said by 田涛源');
  await untilStored(page, () => page.keyboard.press('Enter'));
  await expect(page.locator('mark[data-claim]').first()).toBeVisible();
  // The next one is at hand.
  await expect(page.getByRole('region', { name: /^Suggestion: / })).toBeVisible();
  const dismissed = await page
    .getByRole('region', { name: /^Suggestion: / })
    .locator('button')
    .first()
    .innerText();
  const count = Number((await tab.innerText()).match(/\d+/)?.[0]);
  await untilStored(page, () => page.keyboard.press('x'));
  await expect(tab).toHaveText(`Suggestions ${count - 1}`);

  await openClaim(page, address, 1);
  await page.keyboard.press('g');
  await expect(tab).toHaveText(`Suggestions ${count - 1}`);
  await expect(page.locator('[data-card]', { hasText: new RegExp(`^Figure.*${dismissed}`) })).toHaveCount(0);
  await page.getByRole('button', { name: /^Claims 1/ }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('region', { name: 'Claim 1, Open' })).toContainText('Said by 田涛源');
});

test('a suggestion explains itself under the mouse, and comes back when that is undone', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, article);
  const tab = page.getByRole('button', { name: /^Suggestions \d+/ });
  const before = await tab.innerText();
  await page.locator('mark[data-suggestion]', { hasText: '1.25亿美元' }).last().hover();
  const hint = page.getByRole('tooltip');
  await expect(hint).toContainText('Figure');
  await expect(hint).toContainText('Said by 田涛源');
  await hint.getByRole('button', { name: 'Dismiss' }).click();
  await expect(tab).not.toHaveText(before);
  await page.keyboard.press('z');
  await expect(tab).toHaveText(before);
});

test('all figures are accepted at once, read exactly, and corrected', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, article);
  const margin = page.getByRole('complementary', { name: 'Claims' });
  await margin.getByRole('button', { name: /^Figure \d+$/ }).click();
  await margin.getByRole('button', { name: /^Accept all \d+$/ }).click();
  await expect(page.getByText(/^\d+ claims marked$/)).toBeVisible();
  await page.getByRole('button', { name: /^Claims \d+/ }).click();
  await margin.locator('[data-card]', { hasText: '300-460万美金' }).click();
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toContainText('US$3,000,000 – 4,600,000');

  await card.getByRole('button', { name: 'Correct' }).click();
  await card.getByLabel('Type it as it should be read').fill('at least US$3.5 million');
  await expect(card.getByRole('status')).toHaveText('at least US$3,500,000');
  await card.getByLabel('As of').fill('2023-13');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card.getByRole('alert')).toContainText('Write a date as');
  await card.getByLabel('As of').fill('2023-01');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(card).toContainText('at least US$3,500,000');
  await expect(card).toContainText('as of Jan 2023');
  await expect(card).toContainText('corrected');
  await page.keyboard.press('z');
  await expect(card).toContainText('US$3,000,000 – 4,600,000');
});

test('a quote is checked as a quote, apart from its truth, by each reviewer', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, article);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Claims 1/ }).click();
  await page.keyboard.press('j');
  const card = page.getByRole('region', { name: 'Claim 1, Open' });
  await card.getByRole('group', { name: 'Did they say it?' }).getByRole('button', { name: 'Yes' }).click();
  await card.getByRole('group', { name: 'How is it given?' }).getByRole('button', { name: 'Word for word' }).click();
  await expect(card).toContainText('said so');
  await expect(page.getByRole('region', { name: 'Claim 1, Open' })).toBeVisible();

  const second = await desk.as('second');
  await openClaim(second, address, 1);
  const theirs = second.getByRole('region', { name: 'Claim 1, Open' });
  await expect(theirs).toContainText('Rafa Moreno Did they say it? Yes · How is it given? Word for word');
  await theirs.getByRole('group', { name: 'Did they say it?' }).getByRole('button', { name: 'No' }).click();
  await expect(theirs).toContainText('reviewers differ on the quote');
});

test('a speaker is renamed and merged everywhere at once', async ({ desk }) => {
  const page = await desk.as('reviewer');
  // People whom no other article of this desk quotes.
  await pasteArticle(page, article.replaceAll('田涛源', '周若安').replaceAll('李笛', '孟立成'));
  for (const words of ['300-460万美金', '1.25亿美元', '1美分']) {
    await page.locator('[data-card]', { hasText: new RegExp(`^Figure.*${words}`) }).click();
    // Until the card is open, Enter is the row's.
    await expect(page.locator('section[data-card]', { hasText: words })).toBeVisible();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: /^Claims 3/ }).click();
  await page.locator('[data-card]', { hasText: '1.25亿美元' }).click();
  await page.getByRole('button', { name: 'Edit speaker' }).click();
  const dialog = page.getByRole('dialog', { name: 'Speaker' });
  await dialog.getByLabel('Speaker', { exact: true }).fill('周若安博士');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('[data-card]', { hasText: '300-460万美金' })).toContainText('周若安博士');

  await page.locator('[data-card]', { hasText: '1美分' }).click();
  await page.getByRole('button', { name: 'Edit speaker' }).click();
  await dialog.getByLabel('Same as').selectOption({ label: '周若安博士 · 资深研究专家' });
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Claim 3, Open' })).toContainText('Said by 周若安博士');

  await page.goto('/speakers');
  const row = page.getByRole('listitem').filter({ hasText: '周若安博士' });
  await expect(row).toContainText('3 claims in 1 article');
  await row.getByRole('button', { name: 'Separate again' }).click();
  await expect(row).toContainText('2 claims in 1 article');
});
