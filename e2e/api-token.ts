import type { Page } from '@playwright/test';
import { expect } from './desk';

/** The part of the settings with a person’s API tokens. */
export const tokenSection = (page: Page) => page.getByRole('region', { name: 'API tokens' });

/** Makes a token in the settings and returns its secret; `desk` is the address of a desk that is not the test's own. */
export async function makeToken(page: Page, name: string, scopes: RegExp[] | 'all' = [], desk = ''): Promise<string> {
  await page.goto(`${desk}/settings`);
  await tokenSection(page).getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(name);
  const boxes = dialog.getByRole('checkbox');
  const asked = scopes === 'all' ? await boxes.all() : scopes.map((name) => dialog.getByRole('checkbox', { name }));
  for (const box of asked) if (scopes !== 'all' || (await box.isEnabled())) await box.check();
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const secret = dialog.getByLabel('API token');
  await expect(secret).toHaveValue(/^cdk_[\w-]{32}$/);
  const value = await secret.inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(tokenSection(page).getByRole('listitem').filter({ hasText: name })).toContainText(value.slice(0, 8));
  return value;
}
