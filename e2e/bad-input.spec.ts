import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, pasteArticle, test } from './desk';

const files: { name: string; bytes: Buffer; says: string | RegExp }[] = [
  {
    name: 'picture.txt',
    bytes: Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'),
    says: /does not hold text/,
  },
  { name: 'empty.txt', bytes: Buffer.alloc(0), says: 'This file is empty.' },
  { name: 'paper.pdf', bytes: Buffer.from('%PDF-1.7'), says: 'Only .txt, .md, .html and .docx files can be read.' },
  { name: 'huge.txt', bytes: Buffer.alloc(5_400_000, 'a'), says: 'This file is too large: at most 5 MB.' },
];

test('what cannot be read is refused in a sentence, and what was typed stays', async ({ desk }) => {
  const page = await desk.as('reviewer');
  await page.goto('/articles/new');
  const refusal = page.locator('#intake-refusal');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(refusal).toHaveText(/There is no text here to check/);
  await page.getByLabel('The article').fill(' \n\u3000\n\t ');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(refusal).toHaveText(/There is no text here to check/);
  for (const { name, bytes, says } of files) {
    await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
    await expect(refusal).toHaveText(says);
  }
  await page.getByLabel('The article').fill('长'.repeat(1_000_001));
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(refusal).toHaveText(/at most 1,000,000 characters/);
  await expect(page.getByLabel('The article')).toHaveValue(/^长{100}/);
});

test('files in other encodings come in right, and broken characters are told', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const gbk = Buffer.from('b1eacce2a3bab9abcbbe0ad5fdcec4a3bab9abcbbed3d0c8fdb0d9c6dfcaaecee5c8cba1a3', 'hex');
  await page.goto('/articles/new');
  await page.getByLabel('Choose files').setInputFiles({ name: 'old.txt', mimeType: 'text/plain', buffer: gbk });
  await expect(page.getByLabel('Title')).toHaveValue('公司');
  await expect(page.getByText('公司有三百七十五人。')).toBeVisible();
  await expect(page.getByText(/The file was read as GB/)).toBeVisible();

  await page.goto('/articles/new');
  const odd =
    'Title: <script>alert(1)</script>\nLink: ftp://x\nText: a\u0000b \u202Eevil\u202C <img src=x onerror=alert(1)> tail';
  await page.getByLabel('The article').evaluate((area, text) => {
    const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    setter?.call(area, text);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, odd);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('3 invisible control characters were removed.')).toBeVisible();
  await expect(page.getByText('“ftp://x” is not a link that can be followed')).toBeVisible();
  await page.getByLabel('Link').fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Start checking' }).click();
  await expect(page.getByText('A link must begin with http:// or https://.')).toBeVisible();
  await page.getByLabel('Link').fill('');
  page.on('dialog', () => {
    throw new Error('a script of the article ran');
  });
  await page.getByRole('button', { name: 'Start checking' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('<script>alert(1)</script>');
  await expect(page.locator('[data-paragraph]')).toHaveText('ab evil <img src=x onerror=alert(1)> tail');
});

test('a refusal speaks the person’s language', async ({ desk }) => {
  const page = await desk.as('reviewer', { locale: 'zh-CN' });
  await page.goto('/articles/new');
  await page.getByRole('button', { name: '读取' }).click();
  await expect(page.locator('#intake-refusal')).toHaveText('没有可核查的文字。请粘贴文章或选择文件。');
});

test('nothing is read or changed without a session, a role or the desk’s own origin', async ({ desk, playwright }) => {
  const reviewer = await desk.as('reviewer');
  const address = await pasteArticle(reviewer, 'Title: Secret\nText: Unpublished words.');
  const nobody = await playwright.request.newContext({ baseURL: desk.url });
  expect((await nobody.get(`${address}/export`)).status()).toBe(401);
  const page = await nobody.get(address);
  expect(page.url()).toContain('/sign-in?next=');
  expect(await page.text()).not.toContain('Unpublished');

  // The same request that marks a claim, sent again without an origin and from a foreign one.
  const sent = reviewer.waitForRequest((request) => request.method() === 'POST' && request.url() === address);
  await reviewer.keyboard.press('m');
  await reviewer.keyboard.press('Shift+ArrowRight');
  await reviewer.keyboard.press('1');
  const request = await sent;
  await expect(reviewer.locator('mark[data-claim]')).toHaveCount(1);
  const body = (request.postData() ?? '').replace('"end":2', '"end":3');
  const { origin: _, ...headers } = await request.allHeaders();
  for (const name of Object.keys(headers)) if (name.startsWith(':') || name === 'content-length') delete headers[name];
  const host = new URL(desk.url).host;
  const forgeries: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ];
  for (const forged of forgeries) {
    await reviewer.request.post(address, { headers: { ...headers, host, ...forged }, data: body });
  }
  await reviewer.reload();
  await expect(reviewer.locator('mark[data-claim]')).toHaveCount(1);

  const viewer = await desk.as('viewer');
  await viewer.goto(address);
  await viewer.keyboard.press('m');
  await expect(viewer.getByRole('toolbar')).toBeHidden();
  await expect(viewer.getByRole('button', { name: 'Keep' })).toBeHidden();
  await viewer.goto('/articles');
  await expect(viewer.getByRole('link', { name: 'New article' })).toBeHidden();
});

/** The addresses of all GET routes that pages read from, with a name that nothing has in each place for one. */
function readRoutes(): string[] {
  const app = path.resolve(import.meta.dirname, '..', 'app');
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => path.basename(file) === 'route.ts' && /readRoute\(/.test(readFileSync(path.join(app, file), 'utf8')),
    )
    .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`.replace(/\[\w+\]/g, 'none'));
}

test('routes that pages read from answer nobody without a session, and are never stored', async ({
  desk,
  playwright,
}) => {
  const routes = readRoutes();
  expect(routes).toContain('/api/articles/none/changes');
  expect(routes).toContain('/api/articles/none/claims/none/ledger');
  const nobody = await playwright.request.newContext({ baseURL: desk.url });
  for (const route of routes) {
    const answer = await nobody.get(route);
    expect([route, answer.status(), await answer.json()]).toEqual([route, 401, { error: 'signed-out' }]);
  }

  const viewer = await desk.as('viewer');
  const sources = await viewer.request.get('/api/sources?search=');
  expect([sources.status(), sources.headers()['cache-control']]).toEqual([200, 'private, no-store']);
  for (const [wrong, status] of [
    ['/api/sources', 400],
    [`/api/sources?search=${'x'.repeat(201)}`, 400],
    [`/api/articles/${'x'.repeat(65)}/orphans`, 400],
    ['/api/articles/none/derivation?calculation={', 400],
    ['/api/articles/none/claims/none/ledger', 404],
    ['/api/articles/none/changes?since=0', 404],
  ] as const) {
    expect([wrong, (await viewer.request.get(wrong)).status()]).toEqual([wrong, status]);
  }
});

test('a stranger’s form of any size ends at its limit, and made-up addresses do not escape the counts', async ({
  desk,
}) => {
  const sent = await fetch(`${desk.url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `email=${'a'.repeat(1_000_000)}`,
  });
  expect(sent.status).toBe(413);
  const asked = Array.from({ length: 80 }, (_, at) =>
    fetch(`${desk.url}/api/v1/articles`, {
      headers: { 'x-forwarded-for': `198.51.100.${at}`, 'x-claimdesk-sender': `198.51.100.${at}` },
    }).then(({ status }) => status),
  );
  const statuses = await Promise.all(asked);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
});
