import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dataset } from '#lib/testing/outside/datasets';
import { expect, markText, openClaim, pasteArticle, selectText, test, untilStored } from './desk';

const article = dataset('articles', 'aigc-hunt-zh.txt');

const claims: [string, string][] = [
  ['AIGC背后的大模型是大资本的游戏，长期持续投入真的很贵。', 'Quote'],
  ['300-460万美金', 'Figure'],
  ['375人', 'Figure'],
  // Nested: the sentence around the figure.
  ['Open AI一共375人左右', 'Statement'],
  // Crossing pair.
  ['一年工资开支就要2亿美金', 'Figure'],
  ['2亿美金，AI算力开支5亿美元', 'Figure'],
  ['AIGC已成为2023年最火爆的投资赛道，没有之一', 'Opinion'],
  ['1.25亿美元的A轮融资', 'Figure'],
  ['到2026年，全球30%的企业机构将拥有用于数字人和元宇宙的产品与服务', 'Prediction'],
  ['30%', 'Figure'],
];

test('a desk checks a real article, from pasting it to the exported list', async ({ desk }) => {
  test.skip(!article.isThere, `needs ${article.what}`);
  test.setTimeout(180_000);
  const first = await desk.as('reviewer');
  await first.goto('/articles/new');
  await first.getByLabel('The article').fill(readFileSync(article.path, 'utf8'));
  await first.getByRole('button', { name: 'Read it' }).click();
  await expect(first.getByLabel('Title')).toHaveValue('谁在中国“围猎”AIGC？');
  await expect(first.getByLabel('Link')).toHaveValue('https://www.163.com/tech/article/HTMAA02R000999C0.html');
  await expect(first.getByText(/40 set aside/)).toBeVisible();
  await first.getByRole('button', { name: 'Start checking' }).click();
  await first.waitForURL(/\/articles\/[\w-]{16}$/);
  const address = first.url();
  await expect(first.locator('[data-paragraph]').first()).toBeVisible();

  for (const [words, kind] of claims) await markText(first, words, kind);
  await expect(first.getByText('0 / 9 checked')).toBeVisible();

  // The first reviewer verifies the headcount with a source; the verdict waits for it.
  await first.locator('mark[data-claim]', { hasText: '375人' }).first().click();
  await expect(first.getByRole('region', { name: 'Claim 3, Open' })).toBeVisible();
  await first.keyboard.press('v');
  const form = first.getByRole('region', { name: /^Claim 3/ });
  await expect(form.getByText('“Verified” needs a source')).toBeVisible();
  await form.getByLabel('Source', { exact: true }).fill('Public post on the size of the company');
  await form.getByLabel('Link').fill('javascript:alert(1)');
  await form.getByRole('button', { name: 'Add source and mark Verified' }).click();
  await expect(form.getByText('A link must begin with http:// or https://.')).toBeVisible();
  await form.getByLabel('Link').fill('https://example.org/headcount');
  await form.getByLabel('What it says').fill('=375 employees, “as of January”');
  await form.getByRole('button', { name: 'Add source and mark Verified' }).click();
  await expect(first.getByRole('region', { name: 'Claim 3, Verified' })).toBeVisible();
  await first.keyboard.press('Escape');
  await expect(first.getByText('1 / 9 checked')).toBeVisible();

  // A second person sees it, disputes the same claim, and the training cost with a source of the desk.
  const second = await desk.as('second');
  await second.goto(address);
  await second.locator('mark[data-claim]', { hasText: '375人' }).first().click();
  await expect(second.getByRole('region', { name: /^Claim 3,/ })).toBeVisible();
  await second.keyboard.press('d');
  await expect(second.getByRole('region', { name: 'Claim 3, Contested' })).toBeVisible();
  await second.getByLabel('Why Disputed?').fill('The date of the count is not given.');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('button', { name: 'Save' })).toBeHidden();
  await second.locator('mark[data-claim]', { hasText: '300-460万美金' }).first().click();
  await expect(second.getByRole('region', { name: /^Claim 2,/ })).toBeVisible();
  await second.keyboard.press('d');
  const cost = second.getByRole('region', { name: /^Claim 2/ });
  await cost.getByLabel('Source', { exact: true }).fill('Public post');
  await cost.getByRole('button', { name: /Public post on the size/ }).click();
  // The page shows it at once; the report below is of what is stored.
  await untilStored(second, () => cost.getByRole('button', { name: 'Add source and mark Disputed' }).click());
  await expect(second.getByRole('region', { name: 'Claim 2, Disputed' })).toBeVisible();
  await second.keyboard.press('Escape');

  // The report counts what both found.
  await second.getByRole('link', { name: 'Report' }).click();
  await expect(second.getByText('1 of 9 check-worthy claims settled')).toBeVisible();
  await expect(second.getByRole('cell', { name: 'Contested' }).first()).toBeVisible();
  await expect(second.getByText('The date of the count is not given.').first()).toBeVisible();

  // The exported lists hold exactly these claims.
  const csv = await (await second.request.get(`${address}/export?format=csv`)).body();
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows.map((row) => row.claim).sort()).toEqual(claims.map(([words]) => words).sort());
  expect(rows.find((row) => row.claim === '375人')).toMatchObject({ standing: 'contested' });
  expect(rows.find((row) => row.claim === '375人')?.excerpts).toBe("'=375 employees, “as of January”");
  const all = await (await second.request.get(`${address}/export?format=json`)).json();
  expect(all.claims.map(({ exact }: { exact: string }) => exact).sort()).toEqual(claims.map(([words]) => words).sort());
  const disputed = await (
    await second.request.get(`${address}/export?standing=disputed&standing=contested&format=json`)
  ).json();
  expect(disputed.claims.map(({ exact }: { exact: string }) => exact).sort()).toEqual(['300-460万美金', '375人']);
  const verified = await (await second.request.get(`${address}/export?standing=verified&format=json`)).json();
  expect(verified.claims).toEqual([]);
});

test('an editor settles a contested claim; the first reading stays visible', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const address = await pasteArticle(reviewer, 'Title: Wages\nText: The firm has about 375 people, it says.');
  await markText(reviewer, 'about 375 people', 'Figure');
  await reviewer.keyboard.press('u');
  await reviewer.getByLabel('Why Unverifiable?').fill('No filing names a number.');
  await reviewer.getByRole('button', { name: 'Save' }).click();
  const second = await desk.as('second');
  await openClaim(second, address, 1);
  await second.keyboard.press('n');
  await expect(second.getByRole('region', { name: 'Claim 1, Contested' })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Give the final ruling' })).toBeHidden();

  const editor = await desk.as('editor');
  await openClaim(editor, address, 1);
  await editor.getByRole('button', { name: 'Give the final ruling' }).click();
  await editor.getByRole('combobox', { name: 'Ruling' }).selectOption('unverifiable');
  await editor.getByRole('button', { name: 'Rule', exact: true }).click();
  await expect(editor.getByText('This cannot be empty.').first()).toBeVisible();
  await editor.getByLabel('Reason').fill('A number without a date cannot be checked.');
  await editor.getByRole('button', { name: 'Rule', exact: true }).click();
  const card = editor.getByRole('region', { name: 'Claim 1, Unverifiable' });
  await expect(card).toContainText('A number without a date cannot be checked.');
  await expect(card).toContainText('No filing names a number.');
  await expect(card).toContainText('陈舟');
});

test('a span can be moved afterwards, and one’s own acts taken back', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await pasteArticle(page, 'Title: Cost\nText: One run costs 3 to 4.6 million dollars 👨‍👩‍👧 today.');
  await markText(page, '3 to 4.6 million', 'Figure');
  await page.keyboard.press('e');
  await selectText(page, '3 to 4.6 million dollars');
  await page.getByRole('button', { name: 'Use this for claim 1' }).click();
  await expect(page.getByRole('region', { name: /^Claim 1/ })).toContainText('3 to 4.6 million dollars');
  await page.keyboard.press('z');
  await expect(page.locator('mark[data-claim]')).toHaveText('3 to 4.6 million');
  await page.keyboard.press('Delete');
  await expect(page.locator('mark[data-claim]')).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(page.locator('mark[data-claim]')).toHaveText('3 to 4.6 million');
  // Half of a family emoji cannot be marked: the selection takes the whole of it.
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('[data-paragraph]') as Node, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const at = text.textContent?.indexOf('👨') ?? -1;
      if (at >= 0) document.getSelection()?.setBaseAndExtent(text, at, text, at + 2);
    }
  });
  await page.getByRole('toolbar').getByRole('button', { name: 'Statement' }).click();
  await expect(page.locator('mark[data-claim]').last()).toHaveText('👨‍👩‍👧');
});

test('what is typed before the page’s scripts are there is kept', async ({ desk }) => {
  const page = await desk.as('reviewer');
  let release = () => {};
  const arrival = new Promise<void>((arrive) => {
    release = arrive;
  });
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await arrival;
    await route.continue();
  });
  const going = page.goto('/articles/new');
  const box = page.getByLabel('The article');
  await box.fill('Title: A slow line\nText: The firm has 375 staff.');
  release();
  await going;
  await expect(box).toHaveValue('Title: A slow line\nText: The firm has 375 staff.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('button', { name: 'Start checking' })).toBeVisible();
});
