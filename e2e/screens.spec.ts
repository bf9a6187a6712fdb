import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './desk';

const screens = ['/articles', '/articles/new', '/sources', '/statistics?period=all', '/mentions', '/settings'];

for (const { name, options } of [
  { name: 'wide, light, English', options: { colorScheme: 'light' as const } },
  { name: 'wide, dark, Chinese', options: { colorScheme: 'dark' as const, locale: 'zh-CN' } },
  {
    name: 'phone, light, Chinese',
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' },
  },
]) {
  test(`every screen is accessible and fits: ${name}`, async ({ desk }) => {
    const page = await desk.as('admin', options);
    await page.goto('/articles');
    const sample = await page.getByRole('listitem').getByRole('link').first().getAttribute('href');
    for (const path of [...screens, sample ?? '', `${sample}/report`, `${sample}/history`]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (path === sample) {
        await page.keyboard.press('j');
        await page.keyboard.press('j');
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test('the language follows the browser and can be switched', async ({ desk }) => {
  const page = await desk.as('viewer', { locale: 'zh-CN' });
  await page.goto('/articles');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('文章');
  await page.getByRole('button', { name: /的账户/ }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Articles');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Articles');
});

test('the samples go with one click and come back with another', async ({ desk }) => {
  const page = await desk.as('admin');
  await page.goto('/articles');
  await page.getByRole('button', { name: 'Remove the samples' }).click();
  await expect(page.getByText('A cent an answer')).toBeHidden();
  await page.getByRole('button', { name: 'Bring back' }).click();
  // Everything on them is done again, act by act: on a busy machine that takes a while.
  await expect(page.getByText('A cent an answer')).toBeVisible({ timeout: 40_000 });
});

test('on a phone, a claim opens as a sheet under the text', async ({ desk }) => {
  const page = await desk.as('reviewer', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto('/articles');
  await page.getByRole('link', { name: '大模型这笔账' }).click();
  await page.locator('mark[data-claim]').first().tap();
  const card = page.getByRole('region', { name: /^Claim \d+/ });
  await expect(card).toBeVisible();
  await page.getByRole('button', { name: 'Close the claim' }).tap();
  await expect(card).toBeHidden();
  await page.getByRole('button', { name: /\d+ claims/ }).tap();
  await expect(page.getByRole('group', { name: 'Filter the claims' })).toBeVisible();
});
