/** What browsers are told about every kind of page, and that no page needs more than it is allowed. */

import { mkdtempSync, rmSync } from 'node:fs';
import { request as askPlainly } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, pasteArticle, startDesk, test } from './desk';

/** Collects what a page's policy kept it from; styles and scripts that come too late count too. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const report = (window as unknown as { reportViolation: (text: string) => void }).reportViolation;
      report(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile} ${sample}`);
    });
  });
  return violations;
}

test('no screen of the desk breaks its own policy, dialogs and messages included', async ({ desk }) => {
  const page = await desk.as('admin');
  const violations = await watchPolicy(page);
  await page.goto('/articles');
  const article = await page.getByRole('link', { name: 'A cent an answer' }).getAttribute('href');
  const screens = ['', '/report', '/history', '/revisions', '/revise'].map((part) => article + part);
  screens.push(
    '/articles/new',
    '/work',
    '/figures',
    '/sources',
    '/speakers',
    '/mentions',
    '/statistics?period=all',
    '/settings/audit',
    '/nothing',
    '/articles/0000000000000000',
    '/figures/0000000000000000',
  );
  for (const screen of screens) await page.goto(screen);

  await page.goto('/settings');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('[data-sonner-toast]').first()).toBeVisible();
  // The toaster has its look: its style was let in.
  await expect(page.locator('[data-sonner-toaster]')).toHaveCSS('position', 'fixed');
  expect(violations).toEqual([]);
});

test('no page for strangers breaks its own policy', async ({ desk, browser }) => {
  const editor = await desk.as('editor');
  const article = await pasteArticle(editor, 'Title: A short one\nText: The firm had 375 staff in 2024.');
  await editor.keyboard.press('j');
  await editor.keyboard.press('Enter');
  await expect(editor.getByRole('button', { name: /^Claims 1/ })).toBeVisible();
  await editor.goto(`${article}/report`);
  await editor.getByRole('button', { name: /^Publish report/ }).click();
  const dialog = editor.getByRole('dialog');
  await dialog.getByLabel('A link with a name').check();
  await dialog.getByLabel('Name in the link').fill('policy-check');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByText(/is published$/)).toBeVisible();

  const stranger = await (await browser.newContext({ baseURL: desk.url, locale: 'en-US' })).newPage();
  const violations = await watchPolicy(stranger);
  const pages = [
    '/reports/policy-check',
    '/reports/policy-check/claims/1',
    '/reports/nothing',
    '/sign-in',
    '/join?token=x',
    '/new-password?token=x',
  ];
  for (const screen of pages) await stranger.goto(screen, { waitUntil: 'networkidle' });
  expect(violations).toEqual([]);
});

/** One address of each kind of route, and what may differ there. */
const routes = [
  '/sign-in',
  '/articles',
  '/no-such-page',
  '/api/health',
  '/api/v1/openapi.json',
  '/api/v1/sources',
  '/icon.svg',
];
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

test('every kind of route says what it is allowed', async ({ desk }) => {
  const seen = new Set<string>();
  for (const route of routes) {
    const { headers } = await fetch(desk.url + route, {
      redirect: 'manual',
      // A nonce of the sender's choosing would let their markup run.
      headers: { 'content-security-policy': "script-src 'nonce-mine'", 'x-nonce': 'mine' },
    });
    for (const [name, value] of Object.entries(everywhere))
      expect(headers.get(name), `${name} of ${route}`).toBe(value);
    expect(headers.get('permissions-policy'), route).toContain('camera=()');
    expect(headers.get('strict-transport-security'), route).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]) {
      expect(policy, route).toContain(part);
    }
    expect(policy, route).not.toMatch(/'unsafe-inline'|nonce-mine/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    if (route.startsWith('/api/')) expect(policy).toContain("default-src 'none'");
    else expect(nonce, route).toHaveLength(24);
    if (nonce) {
      expect(seen.has(nonce)).toBe(false);
      seen.add(nonce);
    }
  }
  const page = await (await fetch(`${desk.url}/sign-in`, { headers: { 'x-nonce': 'mine' } })).text();
  const scripts = page.match(/<script(?![^>]*application\/ld\+json)[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) expect(script).toMatch(/ nonce="(?!mine)[^"]{24}"/);
  const report = await fetch(`${desk.url}/reports/no-such-report`);
  expect(report.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

/** Asks with the method TRACE, which fetch does not send; gives status and text. */
const trace = (url: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    askPlainly(url, { method: 'TRACE', headers: { 'x-echo': 'mine-1234' } }, (response) => {
      let text = '';
      response.on('data', (piece) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });

test('nothing answers TRACE, or sends back what it was asked with', async ({ desk }) => {
  for (const route of ['/healthz', '/sign-in', '/no-such-page', '/api/v1/openapi.json', '/icon.svg']) {
    const { status, text } = await trace(desk.url + route);
    expect(status, route).toBe(405);
    expect(text, route).not.toContain('mine-1234');
  }
});

test('a desk behind TLS asks browsers to come by TLS alone', async () => {
  // It starts a desk of its own.
  test.setTimeout(180_000);
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-tls-'));
  const { stop, port } = await startDesk(data, { CLAIMDESK_URL: 'https://desk.example' });
  try {
    for (const route of ['/sign-in', '/api/health']) {
      const { headers } = await fetch(`http://127.0.0.1:${port}${route}`);
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    }
  } finally {
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
});
