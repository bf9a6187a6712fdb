import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

test('claims of a list are selected, weighed together, put back and exported', async ({ desk }) => {
  const page = await desk.as('editor', { locale: 'zh-CN' });
  await page.goto('/claims?q=CPM');
  const rows = page.getByRole('main').getByRole('checkbox');
  // The first box stands for all of the page.
  await rows.nth(1).focus();
  await page.keyboard.press('Space');
  await rows.nth(2).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: '已选主张' });
  await expect(bar.getByRole('status')).toHaveText('已选 2 条');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await bar.getByRole('button', { name: '分量' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('关键 ×3').click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已更改 2 条主张。')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('2 条主张已恢复原状。')).toBeVisible();

  for (const [form, ending] of [
    ['CSV，用于电子表格', 'csv'],
    ['Word 文档，便于阅读', 'docx'],
  ] as const) {
    await bar.getByRole('button', { name: '导出' }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('link', { name: form }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`claims.${ending}`);
    const bytes = await readFile(await file.path());
    if (ending === 'csv') expect(bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(3);
    else expect(bytes.subarray(0, 2).toString()).toBe('PK');
  }
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
