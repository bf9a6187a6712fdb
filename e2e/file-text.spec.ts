/** The text of a source's files: how far each could be read, and its pages, in the words of a PDF with two columns. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, markText, pasteArticle, test, untilStored } from './desk';

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

test('an excerpt that was altered is seen, and figures and words of a filing become evidence', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  await pasteArticle(
    reviewer,
    'The harbour in figures\n\nRevenue of Northern Harbour rose to $41.26 million in 2023.\n\n“We did not expect the harbour to recover so slowly,” said Ada Holm.',
  );
  const article = reviewer.url();
  await markText(reviewer, 'Revenue of Northern Harbour rose to $41.26 million', 'Figure');
  await reviewer.keyboard.press('s');
  const form = reviewer.locator('form').filter({ hasText: 'What the source does' });
  await form.getByLabel('Source', { exact: true }).fill('Filing of Northern Harbour');
  await form.getByLabel(/^What it says/).fill('Revenue rose to $421.6 million in 2023, up 8.4% from the year before');
  await untilStored(reviewer, () => form.getByRole('button', { name: /^Add source/ }).click());
  await reviewer.goto('/sources?q=Filing of Northern Harbour');
  await reviewer
    .getByRole('main')
    .getByRole('link', { name: /Filing of Northern Harbour/ })
    .click();
  const files = reviewer.getByRole('region', { name: 'Files' });
  await files
    .getByLabel('Add files')
    .setInputFiles([{ name: 'filing.pdf', mimeType: 'application/pdf', buffer: fixture('two-columns.pdf') }]);
  await expect(files.getByRole('listitem').filter({ hasText: 'filing.pdf' })).toContainText('2 pages read');

  await reviewer.goto(article);
  await reviewer.getByRole('button', { name: /#1 Revenue/ }).click();
  const found = reviewer.getByRole('region', { name: 'Found in the sources' });
  const [excerpt, first] = [found.getByRole('listitem').first(), found.getByRole('listitem').nth(1)];
  await expect(excerpt).toContainText('Altered');
  await expect(excerpt.getByRole('deletion')).toHaveText('412.6');
  await expect(excerpt.getByRole('insertion')).toHaveText('421.6');
  await expect(excerpt.getByRole('link')).toHaveAttribute(
    'href',
    /^\/sources\/[^/]+\/files\/[^/?]+\?page=1&from=\d+&to=\d+&words=/,
  );
  await expect(first).toContainText('Off by a power of ten');
  await expect(first).toContainText('p. 1');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  await reviewer.keyboard.press('i');
  const card = reviewer.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toContainText(/Revenue rose to \$412\.6 million .*\(p\. 1\)/);
  await expect(found.getByText('Word for word')).toBeVisible();

  await markText(reviewer, '“We did not expect the harbour to recover so slowly,”', 'Quote');
  await expect(found).toContainText('Says something else');
  await expect(found.getByRole('deletion')).toHaveText(/quickly/);
  await found.getByRole('button', { name: 'Use as evidence' }).click();
  await expect(reviewer.getByRole('region', { name: 'Claim 2, Open' })).toContainText(/so quickly.*\(p\. 1\)/);
});

test('an article is checked against a press release, and what it says is taken over claim by claim', async ({
  desk,
}) => {
  const reviewer = await desk.as('reviewer');
  await pasteArticle(
    reviewer,
    'The harbour, checked\n\nRevenue of Northern Harbour rose to $41.26 million in 2023.\n\nStaff numbers fell to 2,104.\n\n“We did not expect the harbour to recover so quickly,” said Ada Holm.\n\nContainers handled were 1.9 million. The mayor was pleased.',
  );
  const article = reviewer.url();
  await markText(reviewer, 'Revenue of Northern Harbour rose to $41.26 million', 'Figure');
  await markText(reviewer, '2,104', 'Figure');
  await markText(reviewer, '“We did not expect the harbour to recover so quickly,”', 'Quote');
  await markText(reviewer, '1.9 million', 'Figure');
  await markText(reviewer, 'The mayor was pleased.', 'Statement');
  await reviewer.goto('/sources?q=Gartner');
  await reviewer
    .getByRole('main')
    .getByRole('link', { name: /Gartner Predicts/ })
    .click();
  const files = reviewer.getByRole('region', { name: 'Files' });
  await files
    .getByLabel('Add files')
    // Other bytes than those of the filing: a source keeps the same file once.
    .setInputFiles([
      {
        name: 'release.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.concat([fixture('two-columns.pdf'), Buffer.from('% release')]),
      },
    ]);
  await expect(files.getByRole('listitem').filter({ hasText: 'release.pdf' })).toContainText('2 pages read');
  await reviewer.reload();
  await reviewer.getByText('Check an article against it').click();
  await reviewer.getByRole('link', { name: 'The harbour, checked' }).click();

  await expect(reviewer.getByRole('status').first()).toHaveText(
    'The source bears on 4 claims of 5 claims. 3 it says as the article does, 1 otherwise.',
  );
  const finding = (number: number) =>
    reviewer
      .getByRole('listitem')
      .filter({ hasText: `Claim ${number}` })
      .first();
  await expect(finding(1)).toContainText('Off by a power of ten');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  await reviewer.getByRole('button', { name: 'Contradicts claim 1' }).first().click();
  await expect(finding(1)).toContainText('Added as evidence against it');
  for (const number of [2, 3, 4]) {
    await reviewer
      .getByRole('button', { name: `Supports claim ${number}` })
      .first()
      .click();
    await expect(finding(number)).toContainText('Added as evidence for it');
  }
  await reviewer.goto(`${article.split('#')[0]}#c1`);
  const card = reviewer.getByRole('region', { name: 'Claim 1, Open' });
  await expect(card).toContainText('Refutes');
  await expect(card).toContainText(/Revenue rose to \$412\.6 million .*\((?:release\.pdf, )?p\. 1\)/);
  await card.getByRole('link', { name: 'Check the whole article against it' }).click();
  // What is evidence now is not proposed again.
  await expect(reviewer.getByRole('status').first()).toHaveText(/^The source bears on/);
  await expect(reviewer.getByText('Off by a power of ten')).toHaveCount(0);
});
