/** Sessions, second steps and the audit trail, as people and strangers meet them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { testPassword } from '#lib/testing/password';
import { type Desk, expect, fillAccount, invite, startDesk, test } from './desk';

const newPage = async (browser: Browser, url: string): Promise<Page> =>
  (await browser.newContext({ baseURL: url, locale: 'en-US' })).newPage();

/** Joins by an invitation that an admin makes. */
async function join(browser: Browser, admin: Page, url: string, name: string): Promise<Page> {
  const link = await invite(admin, url, 'reviewer');
  const page = await newPage(browser, url);
  await page.goto(link);
  await fillAccount(page, { name, email: `${name.toLowerCase()}@desk.example` });
  await page.getByRole('button', { name: 'Join' }).click();
  return page;
}

async function signIn(page: Page, name: string, password = testPassword): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@desk.example`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A window of somebody who has copied all cookies of another. */
async function thiefOf(browser: Browser, desk: Desk, page: Page): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.url, storageState: await page.context().storageState() });
  return context.newPage();
}

test('a copied cookie opens nothing after sign-out, or after a new password', async ({ desk, browser }) => {
  const admin = await desk.as('admin');
  const page = await join(browser, admin, desk.url, 'Nadia');
  await page.waitForURL('**/articles');
  const thief = await thiefOf(browser, desk, page);
  await thief.goto('/sources');
  await expect(thief).toHaveURL(/\/sources/);
  await page.getByRole('button', { name: 'Account of Nadia' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await thief.goto('/sources');
  await expect(thief).toHaveURL(/\/sign-in/);

  await signIn(page, 'Nadia');
  await page.waitForURL('**/articles');
  const second = await thiefOf(browser, desk, page);
  await page.goto('/settings');
  await page.getByLabel('Current password').fill(testPassword);
  await page.getByLabel('New password').fill('aaaaaaaaaaaa');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This password is easy to guess: it is a common one')).toBeVisible();
  await page.getByLabel('New password').fill('four quiet river stones');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Password changed.')).toBeVisible();
  await page.goto('/work');
  await expect(page).toHaveURL(/\/work/);
  await second.goto('/sources');
  await expect(second).toHaveURL(/\/sign-in/);
});

test('a person sees where they are signed in and ends the others', async ({ desk, browser }) => {
  const admin = await desk.as('admin');
  const page = await join(browser, admin, desk.url, 'Omar');
  await page.waitForURL('**/articles');
  const other = await newPage(browser, desk.url);
  await signIn(other, 'Omar');
  await other.waitForURL('**/articles');
  await page.goto('/settings');
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await expect(sessions.getByText('this browser')).toHaveCount(1);
  await sessions.getByRole('button', { name: 'End all other sessions' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password', { exact: true }).fill('not my password');
  await dialog.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(dialog.getByText('This is not your current password.')).toBeVisible();
  await dialog.getByLabel('Your password', { exact: true }).fill(testPassword);
  await dialog.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(page.getByText('One session has ended.')).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await other.goto('/work');
  await expect(other).toHaveURL(/\/sign-in/);

  await admin.goto('/settings/audit?kind=sessions-ended');
  await expect(admin.getByRole('row', { name: /Omar Ended a session/ })).toBeVisible();
  await page.goto('/settings/audit');
  await expect(page.getByRole('heading', { name: 'Audit trail' })).toHaveCount(0);
});

/** Sets a second step up where the page asks for it; returns a recovery code. */
async function setUpSecondStep(page: Page): Promise<string> {
  const form = page.locator('main');
  await form.getByLabel('Your password', { exact: true }).fill(testPassword);
  await form.getByRole('button', { name: 'Continue' }).click();
  await expect(form.getByRole('img', { name: 'QR code of the secret' })).toBeVisible();
  const secret = (
    await form
      .locator('code')
      .filter({ hasText: /^[A-Z2-7 ]{39}$/ })
      .innerText()
  ).replaceAll(' ', '');
  await form.getByLabel('Code', { exact: true }).fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await form.getByRole('button', { name: 'Confirm' }).click();
  const codes = page.getByRole('region', { name: 'Recovery codes, shown this once' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const code = await codes.getByRole('listitem').first().innerText();
  await codes.getByRole('button', { name: 'I have kept them' }).click();
  return code;
}

test('a desk that requires a second step leads everybody to it', async ({ browser }) => {
  // It starts a desk of its own, since it changes what everybody there meets.
  test.setTimeout(240_000);
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-step-'));
  const { url, link, stop } = await startDesk(data);
  try {
    const admin = await newPage(browser, url);
    await admin.goto(link);
    await fillAccount(admin, { name: 'Ada', email: 'ada@desk.example' });
    await admin.getByRole('button', { name: 'Set up the desk' }).click();
    await admin.waitForURL('**/articles');
    await admin.goto('/settings');
    await admin.getByLabel('Require a second step').click();
    await expect(admin.getByText('Set up your own second step first.')).toBeVisible();
    await admin.getByRole('button', { name: 'Set up a second step' }).click();
    const recovery = await setUpSecondStep(admin);
    await admin.getByLabel('Require a second step').click();
    await expect(admin.getByText('From now on everybody needs a second step.')).toBeVisible();

    const page = await join(browser, admin, url, 'Bea');
    await page.waitForURL('**/second-step?**');
    await page.goto('/sources');
    await expect(page).toHaveURL(/\/second-step/);
    await setUpSecondStep(page);
    await page.waitForURL('**/sources');

    const elsewhere = await newPage(browser, url);
    await signIn(elsewhere, 'Ada');
    await elsewhere.getByLabel('Code', { exact: true }).fill('000000');
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(elsewhere.getByText('This code is not right')).toBeVisible();
    await elsewhere.getByLabel('Code', { exact: true }).fill(recovery);
    await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
    await elsewhere.waitForURL('**/articles');

    await admin.goto('/settings');
    await admin.getByRole('button', { name: 'Reset the second step of Bea' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Reset second step' }).click();
    await expect(admin.getByText('Bea can sign in without a code.')).toBeVisible();
    await page.goto('/sources');
    await expect(page).toHaveURL(/\/sign-in/);
    await admin.goto('/settings/audit');
    for (const name of [
      /the code was wrong/,
      /Used a recovery code; 9 are left/,
      /Removed the second step of another/,
    ]) {
      await expect(admin.getByRole('row', { name }).first()).toBeVisible();
    }
  } finally {
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
});
