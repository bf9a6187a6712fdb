import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { addJudgedArticle } from './judged-article';

type Exported = {
  article: { lastClaimNumber: number };
  paragraphs: { text: string }[];
  claims: { number: number; evidence: { excerpt: string }[] }[];
};

/** Opens an article of their own with judged claims. */
async function openJudged(page: Page, desk: Desk): Promise<void> {
  const texts = ['📈 李笛说，公司约有375人，训练一次要花300到460万美元。', 'The firm says that it has 375 staff.'];
  const claims = [
    { paragraph: 0, words: '375人', kind: 'figure' as const },
    { paragraph: 0, words: '训练一次要花300到460万美元', kind: 'fact' as const },
    { paragraph: 1, words: '375 staff', kind: 'figure' as const },
  ];
  const about = { title: 'Two languages 两种语言', language: 'zh', texts, claims };
  await page.goto(`/articles/${await addJudgedArticle(desk.data, 'editor@desk.example', about)}`);
}

/** The whole of the article on the page as a file, as the dialog writes it. */
async function exportWhole(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('radio', { name: /^Whole article/ }).check();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  return readFileSync(await (await started).path(), 'utf8');
}

async function importFile(page: Page, name: string, text: string): Promise<void> {
  const file = test.info().outputPath(name);
  writeFileSync(file, text);
  await page.getByLabel('Import an article file').setInputFiles(file);
}

test('an article leaves as a file and comes in again; one that is broken is not taken', async ({ desk }) => {
  const page = await desk.as('editor');
  await openJudged(page, desk);
  const written = await exportWhole(page);
  const { claims, paragraphs } = JSON.parse(written) as Exported;
  await page.goto('/articles/new');
  await importFile(page, 'notes.json', '{"notes": 1}');
  await expect(page.getByRole('alert').filter({ hasText: 'not an article file of Claimdesk' })).toBeVisible();
  await importFile(page, 'cut.json', written.replace('"number": 1,', '"number": 9999,'));
  await expect(page.getByRole('alert').filter({ hasText: 'does not hold together' })).toBeVisible();
  await importFile(page, 'whole.claimdesk.json', written);
  await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
  const again = JSON.parse(await exportWhole(page)) as Exported;
  expect(claims.length).toBe(3);
  expect(again.claims).toEqual(claims);
  expect(again.paragraphs).toEqual(paragraphs);
});

test('a file of ten megabytes comes in, and its report shows the beginning of each list, then all', async ({
  desk,
}) => {
  const page = await desk.as('editor');
  await openJudged(page, desk);
  const file = JSON.parse(await exportWhole(page)) as Exported;
  const one = file.claims.find(({ evidence }) => evidence.length > 0);
  const [evidence] = one?.evidence ?? [];
  const long = { ...evidence, excerpt: 'A long passage. '.repeat(249) };
  for (let number = file.article.lastClaimNumber + 1; number <= 320; number += 1) {
    file.claims.push({
      ...one,
      number,
      evidence: [long, long, long, long, long, long, long, long],
    } as (typeof file.claims)[0]);
  }
  const text = JSON.stringify({ ...file, article: { ...file.article, lastClaimNumber: 320 } });
  expect(text.length).toBeGreaterThan(9_000_000);
  await page.goto('/articles/new');
  await importFile(page, 'long.claimdesk.json', text);
  await page.waitForURL(/\/articles\/(?!new)[\w-]+$/, { timeout: 60_000 });
  await page.goto(`${page.url()}/report`);
  const total = file.claims.length;
  const claims = page.getByRole('heading', { name: 'Claims', exact: true }).locator('..');
  await expect(claims).toContainText(`The first 300 of ${total}.`);
  await expect(claims.getByRole('row')).toHaveCount(301);
  await claims.getByRole('link', { name: 'Show all of every list' }).click();
  await expect(claims.getByRole('row')).toHaveCount(total + 1);
  await expect(page.getByText('The first 300 of')).toHaveCount(0);
});

test('files of several kinds come in together, the exported article as it is', async ({ desk }) => {
  const page = await desk.as('editor');
  await openJudged(page, desk);
  const written = await exportWhole(page);
  const files = [
    ['whole.claimdesk.json', written],
    ['broken.json', '{'],
    [
      'story.md',
      '# A quiet year\n\nThe harbour handled **12.5 million** tonnes, the port says.\n\n- One crane was sold.\n',
    ],
  ].map(([name = '', text = '']) => {
    const file = test.info().outputPath(name);
    writeFileSync(file, text);
    return file;
  });
  await page.goto('/articles/new');
  await page.getByLabel('Choose files').setInputFiles(files);
  const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(item('whole.claimdesk.json').getByRole('link', { name: 'Open' })).toBeVisible();
  await expect(item('broken.json')).toContainText('not an article file of Claimdesk');
  await expect(item('A quiet year')).toContainText('story.md');
});

test('what is pasted with its formatting keeps headings and lists', async ({ desk }) => {
  const page = await desk.as('editor');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/articles/new');
  await page.evaluate(async () => {
    const html =
      '<h1>港口的一年</h1><p>港务局说，吞吐量为1250万吨。</p><h2>起重机</h2><ul><li>卖掉一台</li><li>买进两台</li></ul>';
    const plain = '港口的一年\n港务局说，吞吐量为1250万吨。\n起重机\n卖掉一台\n买进两台';
    const item = {
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([plain], { type: 'text/plain' }),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  });
  await page.getByRole('textbox', { name: 'The article' }).click();
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('港口的一年');
  await page.getByRole('button', { name: 'Start checking' }).click();
  await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
  await expect(page.getByRole('heading', { name: '起重机' })).toBeVisible();
});
