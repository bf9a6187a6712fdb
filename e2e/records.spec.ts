/** What is on record about speakers, sources and outlets: pages that work without scripts, and a source that is withdrawn. */
import { expect, test } from './desk';

test('speakers, sources and outlets lead to what they said and what rests on them, without scripts', async ({
  desk,
}) => {
  const page = await desk.as('reviewer', { javaScriptEnabled: false });
  await page.goto('/speakers');
  await page.getByRole('link', { name: 'Gartner', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Gartner', level: 1 })).toBeVisible();
  // Both languages' samples: 高德纳 is the same speaker.
  await expect(page.getByText('Other names: 高德纳')).toBeVisible();
  const claims = page.getByRole('region', { name: 'Claims' }).getByRole('listitem');
  // One in each language; other articles of this desk may quote Gartner too.
  await expect(claims.filter({ hasText: 'A cent an answer' })).toHaveCount(1);
  await expect(claims.filter({ hasText: '大模型这笔账' }).first()).toBeVisible();
  await page.getByRole('navigation', { name: 'How the claims came out' }).getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/\?standing=/);

  await page.goto('/sources?q=Gartner');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Gartner Predicts/ })
    .click();
  await expect(page.getByRole('heading', { name: /Gartner Predicts/, level: 1 })).toBeVisible();
  await expect(page.getByText('the verdict leans on it').first()).toBeVisible();

  await page.goto('/articles');
  const outlet = page.getByRole('main').locator('a[href^="/publishers/"]').first();
  const name = await outlet.innerText();
  await outlet.click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: /^Articles/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible();
});

test('an editor marks a source as withdrawn, which its claims say, and takes it back', async ({ desk }) => {
  const page = await desk.as('editor');
  await page.goto('/sources?q=Gartner');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Gartner Predicts/ })
    .click();
  await page.getByRole('button', { name: 'Mark as withdrawn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Mark as withdrawn' }).click();
  await expect(dialog.getByText('This cannot be empty.')).toBeVisible();
  await dialog.getByLabel('Why').fill('Replaced by a later release.');
  await dialog.getByRole('button', { name: 'Mark as withdrawn' }).click();
  await expect(page.getByText('Replaced by a later release.')).toBeVisible();
  await expect(page.getByText('cites a withdrawn source').first()).toBeVisible();
  await page
    .getByRole('region', { name: 'Claims' })
    .getByRole('link', { name: /Gartner expects|高德纳/ })
    .first()
    .click();
  await page.waitForURL('**/articles/*');
  await expect(page.getByText('Replaced by a later release.').first()).toBeVisible();
  await page.goBack();
  await page.waitForURL('**/sources/*');
  await page.getByRole('button', { name: /^Reinstate/ }).click();
  await expect(page.getByText('Replaced by a later release.')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Mark as withdrawn' })).toBeVisible();
});
