/** The desk behind a proxy with TLS: one that says nothing of itself, and the one that the README shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { request as askPlainly } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { titleNeeding } from '../lib/testing/tally/tally';
import { expect, fillAccount, freePort, invite, markText, pasteArticle, startDesk, test } from './desk';
import { exampleSite, isNginxThere, silentSite, startNginx } from './proxy';

async function deskBehind(site: string, settings: Record<string, string> = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-proxy-'));
  const [tls, plain] = [await freePort(), await freePort()];
  const desk = await startDesk(data, { CLAIMDESK_URL: `https://localhost:${tls}`, ...settings });
  const proxy = await startNginx(site, { tls, plain, desk: Number(desk.port) });
  const stop = async () => {
    await proxy.stop();
    await desk.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { ...proxy, plain, direct: `http://127.0.0.1:${desk.port}`, link: desk.link, stop };
}

async function windowOf(browser: Browser, url: string) {
  const context = await browser.newContext({
    ...{ baseURL: url, ignoreHTTPSErrors: true, locale: 'en-US', viewport: { width: 1440, height: 950 } },
  });
  return context.newPage();
}

test.skip(!isNginxThere, 'needs nginx');

test(titleNeeding('a proxy that sends no headers needs CLAIMDESK_URL alone', 'nginx'), async ({ browser }) => {
  test.slow();
  const desk = await deskBehind(silentSite);
  try {
    const page = await windowOf(browser, desk.url);
    expect(new URL(desk.link).origin).toBe(desk.url);
    await page.goto(desk.link);
    await fillAccount(page, { name: 'Ana', email: 'ana@desk.example' });
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await page.waitForURL('**/articles');
    const session = (await page.context().cookies()).find(({ name }) => name.includes('session'));
    expect(session).toMatchObject({ secure: true, httpOnly: true });
    expect(session?.name).toMatch(/^__Host-/);
    expect(await invite(page, desk.url, 'viewer')).toMatch(`${desk.url}/join?token=`);
    await page.context().clearCookies();
    await page.goto('/sign-in?next=/sources');
    await page.getByLabel('E-mail').fill('ana@desk.example');
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(`${desk.url}/sources`);
    // The proxy on this machine makes everybody look like this machine.
    expect((await page.request.get('/metrics')).status()).toBe(404);
  } finally {
    await desk.stop();
  }
});

test(titleNeeding('the proxy of the README carries uploads, live streams and ids', 'nginx'), async ({ browser }) => {
  test.slow();
  const desk = await deskBehind(exampleSite, { CLAIMDESK_PROXIES: '1' });
  try {
    const page = await windowOf(browser, desk.url);
    await page.goto(desk.link);
    await fillAccount(page, { name: 'Ana', email: 'ana@desk.example' });
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await page.waitForURL('**/articles');
    const address = await pasteArticle(page, 'Title: Wages\nText: The firm has about 375 people.');
    const beside = await page.context().newPage();
    await beside.goto(address);
    await markText(page, 'about 375 people', 'Figure');
    await expect(beside.getByText('0 / 1 checked')).toBeVisible({ timeout: 2_000 });

    // No article file, but as large as few are: the desk read it to its end.
    const large = await page.request.post('/api/articles/import', {
      headers: { origin: desk.url, 'content-type': 'application/json' },
      data: JSON.stringify({ format: 'something else', filler: 'x'.repeat(40_000_000) }),
    });
    expect(await large.json()).toMatchObject({ ok: false, code: 'article-file-unknown' });
    const id = large.headers()['x-request-id'];
    expect(id).toMatch(/^[\da-f]{32}$/);

    const forged = await page.request.post('/api/articles/import', {
      headers: {
        origin: 'https://evil.example',
        'x-forwarded-host': 'evil.example',
        'content-type': 'application/json',
      },
      data: '{}',
    });
    expect(forged.status()).toBe(403);
    expect((await page.request.get('/metrics')).status()).toBe(404);
    const plain = await page.request.get(`http://localhost:${desk.plain}/articles`, { maxRedirects: 0 });
    expect(plain.status()).toBe(301);
    const script = await page.request.get(`http://localhost:${desk.plain}/api/v1/articles`, { maxRedirects: 0 });
    expect(script.status()).toBe(403);
  } finally {
    await desk.stop();
  }
});

/** Asks with a Host of one's own, which fetch does not send. */
const askAs = (url: string, host: string, headers: Record<string, string> = {}) =>
  new Promise<string>((resolve, reject) => {
    askPlainly(url, { headers: { ...headers, host } }, (response) => {
      let text = JSON.stringify(response.headers);
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });

test('a forged Host enters nothing that a desk without an address of its own sends', async ({ desk }) => {
  const admin = await desk.as('admin');
  const cookies = await admin.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const forged = {
    cookie,
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  };
  const asked = [
    '/sign-in',
    '/articles',
    '/settings',
    '/api/figures/feed',
    '/api/v1/openapi.json',
    '/api/auth/providers',
    '/figures',
  ];
  for (const address of asked) {
    for (const host of ['evil.example', 'evil.example:80', 'localhost.evil.example']) {
      expect(await askAs(desk.url + address, host, forged), address).not.toContain('evil.example');
    }
  }
  const { host } = new URL(desk.url);
  expect(await askAs(`${desk.url}/api/figures/feed`, host, { cookie })).toContain(`${desk.url}/figures`);
});
