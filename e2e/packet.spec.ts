/** The source packet of an article: taken from one desk, checked without any, opened by hand, read in by another desk. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, fillAccount, startDesk, test } from './desk';
import { addJudgedArticle } from './judged-article';
import { printPdf } from './pdf-made';

const root = path.resolve(import.meta.dirname, '..');
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function verify(file: string): { status: number | null; stdout: string } {
  const program = ['--import', 'tsx', 'lib/cli/verify-packet.ts', file];
  return spawnSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
}

const imports = (page: Page) => page.getByRole('region', { name: 'From another desk' });

/** Drops a file onto where packets are read in. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await imports(page).evaluate(
    (region, { name, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      region.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    },
    { name, base64: bytes.toString('base64') },
  );
}

test('an article leaves with all that it rests on, is checked by a command and opens on a second desk', async ({
  desk,
  browser,
}) => {
  // Starts a second desk.
  test.slow();
  const editor = await desk.as('editor');
  const texts = ['Wells 井：公司约有375人。', 'The firm says that it has 375 staff.'];
  const claims = [
    { paragraph: 0, words: '375人', kind: 'figure' as const },
    { paragraph: 1, words: '375 staff', kind: 'figure' as const },
  ];
  const title = 'The wells 水井';
  const article = await addJudgedArticle(desk.data, 'editor@desk.example', { title, language: 'zh', texts, claims });
  const pdf = await printPdf(browser, ['The register counts 375 staff. 登记为375人。']);
  await editor.goto(`/articles/${article}`);
  const sources = await editor.request.get(`/api/sources?${new URLSearchParams({ search: 'Register' })}`);
  for (const { id } of (await sources.json()) as { id: string }[]) {
    const put = await editor.request.post(`/api/sources/${id}/files?name=${encodeURIComponent('登记 register.pdf')}`, {
      ...{ data: pdf, headers: { origin: desk.url, 'content-type': 'application/octet-stream' } },
    });
    expect(put.status()).toBe(200);
  }

  await editor.getByRole('button', { name: 'Export' }).click();
  await editor.getByRole('radio', { name: /^Source packet/ }).check();
  await expect(editor.getByRole('region', { name: 'What it holds' })).toContainText('登记 register.pdf');
  expect((await new AxeBuilder({ page: editor }).analyze()).violations).toEqual([]);
  const started = editor.waitForEvent('download');
  await editor.getByRole('link', { name: 'Download' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe(`${title}.claimdesk.zip`);
  const file = test.info().outputPath('packet.zip');
  await download.saveAs(file);
  const packet = readFileSync(file);
  expect(verify(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('Files     2 of 2 sources') });

  // Whoever has the ZIP alone reads the report and opens the file from it.
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-packet-'));
  for (const [name, bytes] of Object.entries(unzipSync(packet))) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  const reader = await (await browser.newContext({ offline: true })).newPage();
  await reader.goto(pathToFileURL(path.join(folder, 'report.html')).href);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  const link = reader.getByRole('link', { name: '登记 register.pdf' }).first();
  expect(digest(readFileSync(path.join(folder, (await link.getAttribute('href')) ?? '')))).toBe(digest(pdf));
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  rmSync(folder, { recursive: true, force: true });

  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-desk-'));
  const other = await startDesk(data, {}, { anew: true });
  const context = await browser.newContext({ baseURL: other.url, locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(other.link);
    await fillAccount(page, { name: 'Ana', email: 'ana@desk.example' });
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await page.waitForURL('**/articles');

    // A byte of the PDF is another: nothing comes in, and the part is named.
    const changed = Buffer.from(packet);
    const at = changed.indexOf(pdf.subarray(100, 200));
    changed[at] = (changed[at] ?? 0) ^ 1;
    const broken = test.info().outputPath('changed.zip');
    writeFileSync(broken, changed);
    expect(verify(broken)).toMatchObject({ status: 1, stdout: expect.stringMatching(/files\/\w+\.pdf is not what/) });
    await page.goto('/articles/new');
    await drop(page, 'changed.zip', changed);
    await expect(imports(page).getByRole('alert')).toContainText(`changed: files/${digest(pdf)}.pdf`);
    await expect(imports(page).getByRole('alert')).toContainText('Nothing was imported.');

    await page.getByLabel('Import an article file or packet').setInputFiles(file);
    await page.waitForURL(/\/articles\/(?!new)[\w-]+$/);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.goto('/sources?q=Register');
    await page.getByRole('main').getByRole('link', { name: 'Register' }).first().click();
    const files = page.getByRole('region', { name: 'Files' });
    await expect(files.getByRole('listitem').filter({ hasText: '登记 register.pdf' })).toContainText('Edith Okoro');
    await files.getByRole('link', { name: '登记 register.pdf', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Pages' })).toBeVisible();
    const address = `/api${new URL(page.url()).pathname}`;
    expect(digest(await (await page.request.get(address)).body())).toBe(digest(pdf));
  } finally {
    await context.close();
    await other.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
