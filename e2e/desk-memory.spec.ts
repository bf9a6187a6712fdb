/** What the desk remembers from article to article, in both languages: disputed figures found, kept as a view, taken away; and met again. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, selectText, test } from './desk';

const languages = {
  en: {
    locale: 'en',
    ...{
      paste: 'The article',
      read: 'Read it',
      start: 'Start checking',
      figure: 'Figure',
      stance: 'What the source does',
    },
    ...{ source: 'Source', excerpt: /^What it says/, add: /^Add source/, disputed: 'Disputed', open: 'Open' },
    card: (number: number, standing: string) => `Claim ${number}, ${standing}`,
    ...{ search: 'Search claims', save: 'Save this view', name: 'Name', keep: 'Save', views: 'Saved views' },
    ...{ export: 'Export', csv: 'CSV, for a spreadsheet', met: 'Checked before', differs: 'The figure differs.' },
  },
  zh: {
    locale: 'zh-CN',
    ...{ paste: '文章内容', read: '读取', start: '开始核查', figure: '数字', stance: '来源的立场' },
    ...{ source: '来源', excerpt: /^原话或要点/, add: /^添加来源/, disputed: '存疑', open: '待核' },
    card: (number: number, standing: string) => `主张 ${number}，${standing}`,
    ...{ search: '搜索主张', save: '保存此视图', name: '名称', keep: '保存', views: '已保存的视图' },
    ...{ export: '导出', csv: 'CSV，用于电子表格', met: '此前核查过', differs: '数字不同。' },
  },
};
type Words = (typeof languages)['en' | 'zh'];

async function paste(page: Page, words: Words, text: string): Promise<void> {
  await page.goto('/articles/new');
  await page.getByLabel(words.paste).fill(text);
  await page.getByRole('button', { name: words.read, exact: true }).click();
  await page.getByRole('button', { name: words.start }).click();
  await page.waitForURL(/\/articles\/[\w-]{16}$/);
  await expect(page.locator('[data-paragraph]').first()).toBeVisible();
}

async function mark(page: Page, words: Words, text: string): Promise<void> {
  await selectText(page, text);
  await page.getByRole('toolbar').getByRole('button', { name: words.figure }).click();
  await expect(page.getByRole('region', { name: words.card(1, words.open) })).toContainText(text);
}

async function judge(page: Page, words: Words, key: 'd' | 'v', excerpt: string): Promise<void> {
  await page.keyboard.press(key);
  const form = page.locator('form').filter({ hasText: words.stance });
  await form.getByLabel(words.source, { exact: true }).fill(`Rate card ${excerpt.length}`);
  await form.getByLabel(words.excerpt).fill(excerpt);
  await form.getByRole('button', { name: words.add }).click();
}

for (const words of Object.values(languages)) {
  test(`disputed figures of three articles are found, saved and taken away (${words.locale})`, async ({ desk }) => {
    const page = await desk.as('reviewer', { locale: words.locale });
    const brand = words.locale === 'en' ? 'Orvane' : '奥凡';
    for (const [at, figure] of ['US$5–12', 'US$7', '38元'].entries()) {
      await paste(page, words, `标题：${brand}之${at + 1}\n正文：${brand}的视频广告CPM为${figure}，去年更低。`);
      await mark(page, words, figure);
      await judge(page, words, 'd', `${brand}: the CPM was another one, number ${at}.`);
      await expect(page.getByRole('region', { name: words.card(1, words.disputed) })).toBeVisible();
    }
    await page.goto('/claims');
    await page.getByRole('searchbox', { name: words.search }).fill(`CPM ${brand}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=CPM/);
    await page.getByRole('link', { name: new RegExp(`^${words.disputed} 3$`) }).click();
    await page.waitForURL(/standing=disputed/);
    await page.getByRole('button', { name: words.save }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.name).fill(`CPM ${brand}`);
    await dialog.getByRole('button', { name: words.keep, exact: true }).click();
    const view = page.getByRole('navigation', { name: words.views }).getByRole('link', { name: `CPM ${brand}` });
    await expect(view).toHaveAttribute('aria-current', 'true');
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: words.export }).click();
    await page.getByRole('link', { name: words.csv }).click();
    const lines = (await readFile(await (await started).path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    for (const figure of ['US$5–12', 'US$7', '38元'])
      expect(lines.filter((line) => line.includes(figure))).toHaveLength(1);
  });
}

test('一个数字在第二篇文章中再次出现：数字不同，来源可以沿用', async ({ desk }) => {
  const words = languages.zh;
  const page = await desk.as('reviewer', { locale: words.locale });
  await paste(page, words, '标题：之一\n正文：据介绍，海棠光学三月有375名员工。公司生产镜片。');
  await mark(page, words, '375名员工');
  await judge(page, words, 'v', '三月底公司共有375名员工。');
  await paste(page, words, 'Title: Another\nText: Reports say that 海棠光学 had 3,750人 in March. It makes lenses.');
  await mark(page, words, '3,750人');
  const card = page.getByRole('region', { name: words.card(1, words.open) });
  await expect(card.getByRole('region', { name: words.met })).toContainText(words.differs);
  await page.keyboard.press('t');
  await expect(card).toContainText(/引自《之一》主张 1/);
});
