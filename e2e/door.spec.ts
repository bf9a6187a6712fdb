import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { testPassword } from '#lib/testing/password';
import { expect, fillAccount, invite, test } from './desk';

test('a link opens once, says why it does not, and leaves nobody half made', async ({ desk, browser }) => {
  const admin = await desk.as('admin');
  const stranger = await (await browser.newContext({ baseURL: desk.url, locale: 'en-US' })).newPage();
  await stranger.goto(desk.setupLink);
  await expect(stranger.getByText('This link has been used already.')).toBeVisible();
  await stranger.goto('/join?token=00000000000000000000000000000000');
  await expect(stranger.getByText('This link is not valid. Ask for a new one.')).toBeVisible();

  const link = await invite(admin, desk.url, 'viewer');
  await stranger.goto(link);
  await fillAccount(stranger, { name: ' ', email: 'admin@desk.example' });
  await stranger.getByRole('button', { name: 'Join' }).click();
  await expect(stranger.getByText('This cannot be empty.')).toBeVisible();
  await stranger.getByLabel('Name').fill('<b>Mallory</b>');
  await stranger.getByRole('button', { name: 'Join' }).click();
  await expect(stranger.getByText('Somebody on this desk has this e-mail address already.')).toBeVisible();
  await stranger.getByLabel('E-mail').fill('mallory@desk.example');
  await stranger.getByRole('button', { name: 'Join' }).click();
  await stranger.waitForURL('**/articles');
  await expect(stranger.getByRole('button', { name: 'Account of <b>Mallory</b>' })).toBeVisible();
  await stranger.context().clearCookies();
  await stranger.goto(link);
  await expect(stranger.getByText('This link has been used already.')).toBeVisible();
});

test('a deactivated person is out at the next click, and a lost password is replaced', async ({ desk, browser }) => {
  const admin = await desk.as('admin');
  const link = await invite(admin, desk.url, 'reviewer');
  const page = await (await browser.newContext({ baseURL: desk.url, locale: 'en-US' })).newPage();
  await page.goto(link);
  await fillAccount(page, { name: 'Noor Haddad', email: 'noor@desk.example' });
  await page.getByRole('button', { name: 'Join' }).click();
  await page.waitForURL('**/articles');

  await admin.reload();
  await admin.getByRole('button', { name: 'Deactivate Noor Haddad' }).click();
  await expect(admin.getByText('Noor Haddad can no longer sign in.')).toBeVisible();
  await page.goto('/sources');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsources/);
  await admin.getByRole('button', { name: 'Reactivate Noor Haddad' }).click();
  await expect(admin.getByText('Noor Haddad can sign in again.')).toBeVisible();

  const root = path.resolve(import.meta.dirname, '..');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli/password.ts', 'noor@desk.example'], {
    cwd: root,
    env: { ...process.env, CLAIMDESK_DATA: desk.data, DATABASE_URL: '' },
    encoding: 'utf8',
  });
  const wayIn = new URL(/http\S+/.exec(printed)?.[0] ?? '').search;
  const password = 'seven quiet river stones';
  const signIn = async (secret: string) => {
    await page.goto('/sign-in?next=/sources');
    await page.getByLabel('E-mail').fill('noor@desk.example');
    await page.getByLabel('Password', { exact: true }).fill(secret);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await signIn('not the password');
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();
  await signIn(testPassword);
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();

  await page.goto(`/new-password${wayIn}`);
  await expect(page.getByText('For Noor Haddad, noor@desk.example.')).toBeVisible();
  await page.getByLabel('New password').fill('noor haddad 1234');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('This password is easy to guess')).toBeVisible();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.waitForURL('**/articles');
  await page.goto(`/new-password${wayIn}`);
  await expect(page.getByText('This link has been used already.')).toBeVisible();
  await page.context().clearCookies();
  await signIn(password);
  await page.waitForURL('**/sources');
});
