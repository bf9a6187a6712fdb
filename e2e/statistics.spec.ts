/** The statistics of the desk: counted from what was judged, narrowed by their address, and taken away as files. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { databaseAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { publishReport } from '#lib/data/report/reports';
import { addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { expect, test } from './desk';

const outlet = '=The Tally';

/** Five claims of an outlet of their own: one open, one disputed after it was published as verified, one false. */
async function addCheckedArticle(data: string): Promise<void> {
  const db = openDatabase(databaseAddress({ CLAIMDESK_DATA: data }));
  try {
    const person = async (role: 'editor' | 'reviewer') => {
      const { id, name } = await db.user.findUniqueOrThrow({ where: { email: `${role}@desk.example` } });
      return { db, actorId: id, id, name, role, now: new Date() };
    };
    const [editor, reviewer] = [await person('editor'), await person('reviewer')];
    const words = ['41 lions', '42 tigers', '43 bears', '44 wolves', '45 foxes'];
    const facts = { title: 'The zoo', publisher: outlet };
    const article = await addTextArticle(reviewer, [`Tally Zoo has ${words.join(', ')}.`], facts);
    const claims: Awaited<ReturnType<typeof article.mark>>[] = [];
    for (const word of words) claims.push(await article.mark(word, 'figure'));
    const judge = async (at: number, verdict: 'verified' | 'false') => {
      const ref = claims[at]?.ref ?? { articleId: '', claimId: '' };
      await must(measureClaim(reviewer, ref, { subject: 'Tally Zoo', measure: 'animals', scope: null }));
      await must(describeClaim(reviewer, ref, { speaker: { name: 'Zora Tally', role: null, organisation: null } }));
      await must(judgeClaim(reviewer, ref, judgementOf(verdict), evidenceFacts({ title: 'Zoo book' })));
      return ref;
    };
    await judge(0, 'verified');
    const wrong = await judge(1, 'verified');
    await judge(2, 'verified');
    await judge(3, 'false');
    const { lastSeq: seq } = await db.article.findUniqueOrThrow({ where: { id: article.id } });
    const publication = { articleId: article.id, seq, slug: null, withNames: true, withText: true };
    await must(publishReport(editor, publication, editor));
    await must(ruleOnClaim(editor, wrong, { verdict: 'disputed', reason: 'Counted again.' }));
  } finally {
    await db.$disconnect();
  }
}

/** The cells of a table's row, by the heading of its part and by what the row is about. */
async function cells(page: Page, part: string, row: string | RegExp): Promise<string[]> {
  const line = page.getByRole('region', { name: part, exact: true }).getByRole('row').filter({ hasText: row });
  return (await line.getByRole('cell').allInnerTexts()).map((text) => text.trim()).filter(Boolean);
}

async function download(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return { file: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('the desk reads what it checked, narrows it, follows a number to its claims and takes a table away', async ({
  desk,
}) => {
  await Promise.all(['editor', 'reviewer'].map((role) => desk.as(role as 'editor')));
  await addCheckedArticle(desk.data);
  const page = await desk.as('viewer', { javaScriptEnabled: false, acceptDownloads: true });
  await page.goto('/articles');
  const places = page.getByRole('banner').getByRole('navigation', { name: 'Places' });
  await places.getByRole('link', { name: 'Statistics' }).click();
  await expect(page.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  expect(await cells(page, 'Verdicts by outlet', outlet)).toEqual(['2', '1', '1', '0', '0', '4']);

  await page.getByText('Days, outlet, kind').click();
  await page.getByRole('combobox', { name: 'Outlet' }).selectOption(outlet);
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/outlet=/);
  expect(await cells(page, 'Open and overdue', 'Figure')).toEqual(['1', '0', '0', '0']);
  await expect(page.getByText(/^1 of 3 were corrected: 33\.3%, between 6\.1% and 79\.2%\.$/)).toBeVisible();
  await expect(page.getByRole('link', { name: '42 tigers' })).toBeVisible();
  expect(await cells(page, 'Figures most often wrong', 'Tally Zoo')).toEqual(['2', '4', '50%', '15%', '85%']);
  expect(await cells(page, 'Speakers whose figures are most often wrong', 'Zora Tally')).toEqual([
    ...['2', '4', '50%', '15%', '85%'],
  ]);
  await expect(page.getByRole('img', { name: 'Claims checked' }).first()).toBeVisible();

  const csv = await download(page, 'Download as CSV: Verdicts by outlet');
  expect(csv.file).toMatch(/^statistics Verdicts by outlet \d{4}-\d\d-\d\d\.csv$/);
  const rows: string[][] = parse(csv.bytes, { bom: true });
  expect(rows).toEqual([
    ['Outlet', 'Verified', 'Disputed', 'False', 'Unverifiable', 'Not checkable', 'Together'],
    // No cell of a spreadsheet may run.
    [`'${outlet}`, '2', '1', '1', '0', '0', '4'],
  ]);

  await page
    .getByRole('region', { name: 'Verdicts by kind', exact: true })
    .getByRole('row')
    .filter({ hasText: 'Figure' })
    .getByRole('link', { name: '1', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/claims\?.*standing=disputed/);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('42 tigers');

  await page.goto('/statistics?from=2001-01-01&to=2001-12-31');
  await expect(page.getByRole('heading', { name: 'Nothing was checked in this period' })).toBeVisible();
});

test('the statistics read in Chinese, and can be used by everybody', async ({ desk }) => {
  const page = await desk.as('admin', { locale: 'zh-CN' });
  await page.goto('/statistics?period=all');
  await expect(page.getByRole('heading', { name: '统计', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: '已核查的主张' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  const { file, bytes } = await download(page, '下载 CSV：各类型的结论');
  expect(file).toMatch(/^统计 各类型的结论 \d{4}-\d\d-\d\d\.csv$/);
  const [head]: string[][] = parse(bytes, { bom: true });
  expect(head).toEqual(['类型', '属实', '存疑', '错误', '无法核实', '不可核查', '合计']);
  expect((await page.request.get('/statistics/csv?table=nothing')).status()).toBe(400);
});
