import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, markText, pasteArticle, test } from './desk';

const feed = path.join(import.meta.dirname, '..', 'lib', 'intake', 'fact-checks', 'fixtures', 'data-feed.json');
const page = path.join(import.meta.dirname, '..', 'lib', 'intake', 'fact-checks', 'fixtures', 'page.html');

test('a file of fact-checks is brought in, met on a claim, cited, removed and brought back', async ({ desk }) => {
  const editor = await desk.as('editor');
  await editor.goto('/fact-checks');
  await expect(editor.getByText('The desk subscribes to nothing yet.')).toBeVisible();
  await editor.getByLabel('Choose a file').setInputFiles(page);
  const row = editor.getByRole('region', { name: 'Feeds' }).getByRole('listitem').filter({ hasText: 'page.html' });
  await expect(row).toContainText('one check');
  await editor.getByLabel('Choose a file').setInputFiles({
    ...{ name: 'none.json', mimeType: 'application/json' },
    buffer: Buffer.from('{"@type": "Nothing"}'),
  });
  await expect(editor.getByRole('alert').filter({ hasText: 'no ClaimReview' })).toBeVisible();
  await editor.getByLabel(/^Address of a feed/).fill('http://127.0.0.1/feed');
  await editor.getByRole('button', { name: 'Subscribe' }).click();
  await expect(editor.getByRole('alert').filter({ hasText: '127.0.0.1' })).toBeVisible();
  expect((await new AxeBuilder({ page: editor }).analyze()).violations).toEqual([]);

  const reviewer = await desk.as('reviewer');
  await reviewer.goto('/fact-checks?q=hospitals');
  await expect(reviewer.getByText('checked by Example Checks')).toBeVisible();
  await expect(reviewer.getByRole('button', { name: 'Subscribe' })).toHaveCount(0);
  await pasteArticle(
    reviewer,
    'Norland in figures\n\nNorland closed 14 hospitals in 2023, Ines Calder told the paper on Monday.',
  );
  await markText(reviewer, '14 hospitals', 'Figure');
  const met = reviewer.getByRole('region', { name: 'Checked before' });
  await expect(met).toContainText('checked by Example Checks');
  await expect(met).toContainText('False');
  await expect(met).toContainText('The figure differs.');
  await met.getByRole('button', { name: 'Cite as a source' }).click();
  await expect(reviewer.getByRole('link', { name: /^Fact-check: Norland closed 40/ })).toBeVisible();
  await expect(met.getByRole('button', { name: 'Cite as a source' })).toHaveCount(0);

  await editor.getByRole('button', { name: 'Remove page.html' }).click();
  await expect(row).toHaveCount(0);
  await editor.getByText('Undo').click();
  await expect(row).toBeVisible();
});

test('核查结果以中文导入并按字词找到', async ({ desk }) => {
  const editor = await desk.as('editor', { locale: 'zh-CN' });
  await editor.goto('/fact-checks');
  await editor.getByLabel('选择文件').setInputFiles(feed);
  const row = editor.getByRole('region', { name: '订阅源' }).getByRole('listitem');
  await expect(row.filter({ hasText: 'data-feed.json' })).toContainText('1 条没有评级');
  await editor.goto('/fact-checks?q=医院');
  await expect(editor.getByText('由示例核查核查')).toBeVisible();
});
