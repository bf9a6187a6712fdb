/** The text of a source's files: how far each could be read, and its pages, in the words of a PDF with two columns. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../lib/intake/file-text/fixtures', name));

test('the text of a PDF is read beside it, page by page, and a locked one says so', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  await reviewer.goto('/sources?q=Gartner');
  await reviewer
    .getByRole('main')
    .getByRole('link', { name: /Gartner Predicts/ })
    .click();
  const files = reviewer.getByRole('region', { name: 'Files' });
  await files.getByLabel('Add files').setInputFiles([
    { name: 'filing.pdf', mimeType: 'application/pdf', buffer: fixture('two-columns.pdf') },
    { name: 'locked.pdf', mimeType: 'application/pdf', buffer: fixture('locked.pdf') },
  ]);
  await expect(files.getByRole('listitem').filter({ hasText: 'locked.pdf' })).toContainText(
    'locked: it asks for a password',
  );
  const row = files.getByRole('listitem').filter({ hasText: 'filing.pdf' });
  await expect(row).toContainText('2 pages read');
  await row.getByRole('button', { name: 'Text of filing.pdf' }).click();
  const text = row.getByRole('region', { name: 'Text of filing.pdf' });
  await expect(text).toContainText('towards automation of the container terminals in the north of the city.');
  await text.getByRole('button', { name: 'Next' }).click();
  await expect(text).toContainText('Second page: containers handled were 1.9 million.');
  await expect(text).toContainText('Page 2');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
});
