/** A text changes while it is checked: what becomes of twenty judged claims, as a reviewer sees it. */
import type { Page } from '@playwright/test';
import { type Desk, expect, openClaim, selectText, test } from './desk';
import { addJudgedArticle } from './judged-article';

const texts = [
  'Northwind opened its first office in 2015, the register shows.',
  'The firm had 375 employees at the end of last year, the annual report says.',
  'Training cost $4 million in all, according to the filing.',
  'The fund will sell its shares in the spring, its manager wrote.',
  '“We have three factories,” Sam Altman said on Monday.',
  'Its headquarters stand beside the old harbour of the city. The harbour was closed to ships in 1998.',
  'The roof was rebuilt after the storm.',
  'The tower was painted twice since then.',
  'The museum is open on every day of the week.',
  'The bridge connects both banks of the river.',
  'The bridge connects both banks of the river.',
  '公司總部設在舊金山，佔地很廣。',
  '年报显示，公司约有３７５名员工。',
  '训练成本约为500万美元，低于预期。',
  '公司会出售手中的全部股份。',
  '这个方案由张明起草，夏天完成。',
  'The orchard lies north of the village.',
  'The mill was sold to a cooperative of farmers.',
  'A ferry ran to the island until the war.',
  'The lighthouse keeper left a diary of nine volumes.',
];

type Fate = 'stays' | 'look again' | 'no place';
/** Each claim: its words, what it says afterwards, and what a reviewer is to find. Numbered from 1. */
const claims: { paragraph: number; words: string; after: string; fate: Fate }[] = [
  { paragraph: 0, words: 'opened its first office in 2015', after: 'opened its first office in 2015', fate: 'stays' },
  { paragraph: 1, words: '375 employees', after: '475 employees', fate: 'look again' },
  { paragraph: 2, words: '$4 million', after: '$4 billion', fate: 'look again' },
  { paragraph: 3, words: 'sell its shares in the spring', after: 'sell its shares in the spring', fate: 'look again' },
  { paragraph: 4, words: 'We have three factories', after: 'We have three factories', fate: 'look again' },
  {
    paragraph: 5,
    words: 'The harbour was closed to ships in 1998',
    after: 'The harbour was closed to ships in 1998',
    fate: 'stays',
  },
  {
    paragraph: 6,
    words: 'The roof was rebuilt after the storm',
    after: 'The roof was rebuilt after the storm',
    fate: 'stays',
  },
  {
    paragraph: 7,
    words: 'The tower was painted twice since then',
    after: 'The tower was painted twice since then',
    fate: 'stays',
  },
  { paragraph: 8, words: 'open on every day of the week', after: 'open on each day of the week', fate: 'stays' },
  { paragraph: 9, words: 'connects both banks of the river', after: 'connects both banks of the river', fate: 'stays' },
  {
    paragraph: 10,
    words: 'connects both banks of the river',
    after: 'connects both banks of the river',
    fate: 'stays',
  },
  { paragraph: 11, words: '公司總部設在舊金山', after: '公司总部设在旧金山', fate: 'stays' },
  { paragraph: 12, words: '公司约有３７５名员工', after: '公司约有375名员工', fate: 'stays' },
  { paragraph: 13, words: '约为500万美元', after: '约为500亿美元', fate: 'look again' },
  { paragraph: 14, words: '会出售手中的全部股份', after: '会出售手中的全部股份', fate: 'look again' },
  { paragraph: 15, words: '由张明起草', after: '由李娜起草', fate: 'look again' },
  { paragraph: 16, words: 'lies north of the village', after: 'lies north of the village', fate: 'stays' },
  {
    paragraph: 17,
    words: 'sold to a cooperative of farmers',
    after: 'sold to a cooperative of farmers',
    fate: 'stays',
  },
  { paragraph: 18, words: 'A ferry ran to the island until the war', after: '', fate: 'no place' },
  { paragraph: 19, words: 'The lighthouse keeper left a diary of nine volumes', after: '', fate: 'no place' },
];

/** Edits of every sort: inserted, changed, split, merged, reordered, converted, an emoji put in, taken out. */
const revised = [
  'A paragraph that was not there before.',
  texts[0],
  'The firm had 475 employees at the end of last year, the annual report says.',
  'Training cost $4 billion in all, according to the filing.',
  'The fund will not sell its shares in the spring, its manager wrote.',
  '“We have three factories,” Mira Murati said on Monday.',
  'Its headquarters stand beside the old harbour of the city.',
  'The harbour was closed to ships in 1998.',
  `${texts[6]} ${texts[7]}`,
  'The museum is open on each day of the week.',
  texts[9],
  texts[10],
  '公司总部设在旧金山，占地很广。',
  '年报显示，公司约有375名员工。',
  '训练成本约为500亿美元，低于预期。',
  '公司不会出售手中的全部股份。',
  '这个方案由李娜起草，夏天完成。',
  texts[17],
  `👨‍👩‍👧 📈 ${texts[16]}`,
].join('\n\n');

const count = (fate: Fate) => claims.filter((claim) => claim.fate === fate).length;

async function prepare(desk: Desk): Promise<string> {
  const page = await desk.as('reviewer');
  await page.close();
  const kinds = (words: string) => (/\d|million/.test(words) ? ('figure' as const) : ('fact' as const));
  const wanted = claims.map(({ paragraph, words }) => ({ paragraph, words, kind: kinds(words) }));
  const article = { title: 'Northwind', language: 'en', texts, claims: wanted };
  return `${desk.url}/articles/${await addJudgedArticle(desk.data, 'reviewer@desk.example', article)}`;
}

async function revise(page: Page, article: string, text: string): Promise<void> {
  await page.goto(`${article}/revise`);
  await page.getByLabel('Text of the article').fill(text);
  await page.getByRole('button', { name: 'See what changes' }).click();
}

test('a revision with edits of every sort leaves each of twenty judged claims as it should be', async ({ desk }) => {
  test.setTimeout(180_000);
  const article = await prepare(desk);
  const page = await desk.as('reviewer');
  const watching = await desk.as('second');
  await watching.goto(article);
  await expect(watching.locator('mark[data-claim]').first()).toBeVisible();

  await revise(page, article, revised);
  const counts = page.getByRole('list', { name: 'What becomes of the claims' });
  await expect(counts).toContainText(`${count('look again')} to look at again`);
  await expect(counts).toContainText(`${count('no place')} no place`);
  await page.getByRole('button', { name: 'Save as revision 2' }).click();
  await page.waitForURL(article);

  await expect(page.getByRole('button', { name: `look again ${count('look again')}` })).toBeVisible();
  for (const [index, { words, after, fate }] of claims.entries()) {
    const number = index + 1;
    if (fate === 'no place') continue;
    await openClaim(page, article, number);
    const standing = fate === 'stays' ? 'Verified' : 'Open';
    const card = page.getByRole('region', { name: `Claim ${number}, ${standing}` });
    await expect(card).toContainText(after);
    const mark = page.locator(`#c${number}`);
    await expect(mark).toHaveAttribute('data-standing', fate === 'stays' ? 'verified' : 'look-again');
    const look = card.getByRole('region', { name: 'Look again: the text changed' });
    if (fate === 'stays') await expect(look).toHaveCount(0);
    else {
      await expect(look).toContainText(words);
      await expect(look).toContainText(`Seen for “${words}”`);
    }
  }
  // Another window was told, without being loaded again.
  await expect(watching.locator('[data-standing="look-again"]').first()).toBeVisible();
  await expect(watching.getByRole('button', { name: `${count('no place')} claims have no place` })).toBeVisible();

  await page.getByRole('button', { name: `look again ${count('look again')}` }).click();
  await openClaim(page, article, 4);
  await page.getByRole('region', { name: 'Claim 4, Open' }).getByRole('button', { name: 'Still holds' }).click();
  await expect(page.getByRole('region', { name: 'Claim 4, Verified' })).toBeVisible();
  await openClaim(page, article, 2);
  await expect(page.getByRole('region', { name: 'Claim 2, Open' })).toContainText('375');
  await page.keyboard.press('f');
  await expect(page.getByRole('region', { name: 'Claim 2, False' })).toBeVisible();

  await page.goto(`${article}/report`);
  await expect(page.locator('main')).not.toContainText('The lighthouse keeper left a diary');
});

test('claims without a place are attached by selecting, or retired', async ({ desk }) => {
  const article = await prepare(desk);
  const page = await desk.as('reviewer');
  const kept = texts.slice(0, 18).concat('Nine volumes of a diary were left by the man at the light.');
  await revise(page, article, kept.join('\n\n'));
  await page.getByRole('button', { name: 'Save as revision 2' }).click();
  await page.waitForURL(article);

  const list = page.getByRole('region', { name: 'Claims without a place' });
  await list.getByRole('button', { name: '2 claims have no place' }).click();
  const ferry = list.getByRole('listitem', { name: 'Claim 19' });
  await expect(ferry).toContainText(texts[18] ?? '');
  const diary = list.getByRole('listitem', { name: 'Claim 20' });
  await expect(diary.getByRole('button', { name: 'Attach to the selection' })).toBeDisabled();
  await selectText(page, 'Nine volumes of a diary were left by the man at the light');
  await diary.getByRole('button', { name: 'Attach to the selection' }).click();
  const card = page.getByRole('region', { name: /^Claim 20, / });
  await expect(card).toContainText('Nine volumes of a diary');
  await expect(card).toContainText('The lighthouse keeper left a diary of nine volumes');

  await ferry.getByRole('button', { name: 'Retire' }).click();
  await ferry.getByLabel('Why it is retired').fill('The passage was cut for length');
  await ferry.getByRole('button', { name: 'Retire claim 19' }).click();
  await expect(list).toHaveCount(0);
  await page.goto(`${article}/history`);
  await expect(page.locator('main')).toContainText('The passage was cut for length');
});

test('paragraphs are split, merged and corrected, and revisions compared and restored', async ({ desk }) => {
  const article = await prepare(desk);
  const page = await desk.as('reviewer');
  await page.goto(article);
  const tools = (number: number) => page.getByRole('button', { name: `Tools for paragraph ${number}`, exact: true });
  await tools(6).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paragraph 6' });
  const area = dialog.getByLabel('Text of the paragraph');
  await area.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(58, 58));
  await dialog.getByRole('button', { name: 'Split at the caret' }).click();
  await expect(page.locator('#p7')).toContainText('The harbour was closed to ships in 1998.');
  await expect(page.locator('#p7 mark')).toHaveAttribute('data-standing', 'verified');
  await tools(7).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Merge with the next' }).click();
  await expect(page.locator('#p7')).toContainText('in 1998. The roof was rebuilt');
  await expect(page.locator('#p7 mark[data-standing="verified"]')).toHaveCount(2);
  await tools(1).focus();
  await page.keyboard.press('Enter');
  await page
    .getByLabel('Text of the paragraph')
    .fill('Northwind opened its first office in 2015, the local register shows.');
  await page.getByRole('button', { name: 'Save the wording' }).click();
  await expect(page.locator('#p1')).toContainText('the local register');

  await page.goto(`${article}/revisions?from=1&to=4&view=inline`);
  await expect(page.locator('ins', { hasText: 'local' })).toBeVisible();
  await expect(page.getByText('3 small edits').first()).toBeVisible();
  await page.getByText('3 small edits').last().click();
  await page.goto(`${article}/revisions`);
  await page.getByRole('button', { name: 'Restore this text: Revision 1' }).click();
  await expect(page.getByText('restored from revision 1')).toBeVisible();
  await page.goto(article);
  await expect(page.locator('#p6')).toContainText(texts[5] ?? '');
  await expect(page.locator('mark[data-claim][data-standing="verified"]').first()).toBeVisible();
  await expect(page.locator('[data-standing="look-again"]')).toHaveCount(0);
});
