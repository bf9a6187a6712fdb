import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDatabase, startPostgres } from '../lib/testing/database/postgres';
import { expect, fillAccount, markText, openClaim, pasteArticle, startDesk, test } from './desk';

test('two servers on one PostgreSQL are one desk', async ({ browser }) => {
  // Starts a database and two servers.
  test.slow();
  const postgres = await startPostgres();
  const database = await addDatabase(postgres.url);
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-desk-'));
  const settings = { DATABASE_URL: database.address, NEXTAUTH_SECRET: 'one secret for both, long enough' };
  const first = await startDesk(data, settings);
  const second = await startDesk(data, settings);
  const context = await browser.newContext({
    baseURL: second.url,
    locale: 'en-US',
    viewport: { width: 1440, height: 950 },
  });
  try {
    const here = await context.newPage();
    // The set-up link of the later start replaces the earlier one.
    await here.goto(second.link);
    await fillAccount(here, { name: 'Ana', email: 'ana@desk.example' });
    await here.getByRole('button', { name: 'Set up the desk' }).click();
    await here.waitForURL('**/articles');
    const address = await pasteArticle(here, 'Title: Wages\nText: The firm has about 375 people.');
    await markText(here, 'about 375 people', 'Figure');

    const there = await context.newPage();
    await openClaim(there, address.replace(second.url, first.url), 1);
    await here.keyboard.press('u');
    await expect(there.getByRole('region', { name: 'Claim 1, Unverifiable' })).toBeVisible({ timeout: 2_000 });
    await there.keyboard.press('n');
    await expect(here.getByRole('region', { name: 'Claim 1, Not checkable' })).toBeVisible({ timeout: 2_000 });
  } finally {
    await context.close();
    await Promise.all([first.stop(), second.stop()]);
    await database.drop();
    postgres.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
