/** Files of a source: put there by a reviewer, opened and saved by others, taken off and put back. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk';

async function openSource(page: Page, search: string, name: RegExp) {
  await page.goto(`/sources?q=${search}`);
  await page.getByRole('main').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

test('a PDF and a large film are put on a source, opened, saved whole, taken off and put back', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  await openSource(reviewer, 'Gartner', /Gartner Predicts/);
  const files = reviewer.getByRole('region', { name: 'Files' });
  // The browser prints a page of this desk.
  const pdf = await reviewer.pdf();
  await files.getByLabel('Add files').setInputFiles([
    { name: 'printed.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'run.exe', mimeType: 'application/pdf', buffer: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') },
  ]);
  const row = files.getByRole('listitem').filter({ hasText: 'printed.pdf' });
  await expect(row).toContainText('PDF');
  await expect(files.getByRole('alert')).toContainText('run.exe: Files of this kind are not kept.');
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);

  // Larger than what the desk takes elsewhere; it has the beginning of a film.
  const film = Buffer.concat([
    Buffer.from('0000001c667479706d703432000000006d70343269736f6d', 'hex'),
    randomBytes(12_000_000),
  ]);
  await files.evaluate((region, base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], '采访.mp4'));
    region.querySelector('form')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  }, film.toString('base64'));
  await expect(files.getByRole('listitem').filter({ hasText: '采访.mp4' })).toContainText('12 MB');

  const viewer = await desk.as('viewer', { locale: 'zh-CN' });
  await openSource(viewer, 'Gartner', /Gartner Predicts/);
  const seen = viewer.getByRole('region', { name: '文件' });
  await expect(seen.getByLabel('添加文件')).toHaveCount(0);
  const [download] = await Promise.all([viewer.waitForEvent('download'), seen.getByLabel('下载采访.mp4').click()]);
  expect(download.suggestedFilename()).toBe('采访.mp4');
  expect(digest(readFileSync(await download.path()))).toBe(digest(film));
  const link = seen.getByRole('link', { name: 'printed.pdf', exact: true });
  const address = `/api${await link.getAttribute('href')}?show`;
  const shown = await viewer.request.get(address);
  expect(shown.headers()['content-type']).toBe('application/pdf');
  expect(shown.headers()['content-disposition']).toBe('inline; filename=printed.pdf');
  expect(digest(await shown.body())).toBe(digest(pdf));

  expect(shown.headers()['content-security-policy']).toMatch(/^sandbox allow-same-origin; default-src 'none'/);

  // A second of silence, which the viewer's browser plays.
  const samples = Buffer.alloc(8_000, 128);
  const head = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(samples.length);
  head.writeUInt32LE(36 + samples.length, 4);
  await files
    .getByLabel('Add files')
    .setInputFiles([{ name: 'silence.wav', mimeType: 'audio/wav', buffer: Buffer.concat([head, size, samples]) }]);
  await expect(files.getByRole('link', { name: 'silence.wav', exact: true })).toBeVisible();
  await viewer.reload();
  await seen.getByRole('link', { name: 'silence.wav', exact: true }).click();
  await expect
    .poll(() => viewer.locator('audio').evaluate((media: HTMLMediaElement) => media.duration))
    .toBeCloseTo(1, 1);

  await row.getByRole('button', { name: 'Remove printed.pdf' }).click();
  await expect(row).toHaveCount(0);
  expect((await viewer.request.get(address)).status()).toBe(404);
  await reviewer.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});
