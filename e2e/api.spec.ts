import AxeBuilder from '@axe-core/playwright';
import { makeToken, tokenSection as section } from './api-token';
import { expect, pasteArticle, test } from './desk';

test('a token is made, works for a script, and ends when it is revoked', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const secret = await makeToken(page, 'Nightly', [/Bring articles in/, /^Mark, change/, /Judge claims/]);
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const get = (path: string, more: Record<string, string> = {}) =>
    fetch(`${desk.url}${path}`, { headers: { ...headers, ...more } });

  const added = await post('/articles', { text: 'Title: By script\nText: The firm had 375 staff 😀 in May.' });
  expect(added.status).toBe(201);
  const { id } = await added.json();
  const marked = await post(`/articles/${id}/claims`, {
    kind: 'figure',
    selector: { type: 'TextQuoteSelector', exact: '375 staff', prefix: 'had ' },
  });
  expect(await marked.json()).toMatchObject({ number: 1, start: 13, end: 22, createdBy: 'Rafa Moreno' });
  const judged = await post(`/articles/${id}/claims/1/judgements`, {
    verdict: 'verified',
    evidence: { stance: 'supports', source: { title: 'Filing', url: 'https://example.org/f', kind: 'primary' } },
  });
  expect(await judged.json()).toMatchObject({ standing: 'verified' });
  await page.goto(`/articles/${id}#c1`);
  await expect(page.getByRole('region', { name: /^Claim 1,/ })).toContainText('375 staff');

  const read = await get(`/api/v1/articles/${id}`);
  const etag = read.headers.get('etag') ?? '';
  expect((await get(`/api/v1/articles/${id}`, { 'if-none-match': etag })).status).toBe(304);
  expect((await get('/api/v1/nothing')).headers.get('content-type')).toBe('application/problem+json');

  const container = `${desk.url}/api/annotations/${id}/`;
  const annotations = await get(`/api/annotations/${id}`);
  expect([annotations.status, annotations.url, annotations.redirected]).toEqual([200, container, true]);
  expect(annotations.headers.get('content-type')).toBe(
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  );
  expect(await annotations.json()).toMatchObject({
    id: container,
    total: 1,
    first: { items: [{ id: `${container}1` }] },
  });
  expect((await page.request.get(`${container}1`)).status()).toBe(200);
  expect((await fetch(container)).status).toBe(401);

  await page.goto('/settings');
  await section(page).getByRole('button', { name: 'Revoke the token “Nightly”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('It opens nothing any more')).toBeVisible();
  await expect(section(page).getByRole('listitem').filter({ hasText: 'Nightly' })).toHaveCount(0);
  expect((await get('/api/v1/articles')).status).toBe(401);
});

test('everybody sees their own tokens, an admin all of them', async ({ desk }) => {
  const [second, admin] = [await desk.as('second'), await desk.as('admin')];
  const secret = await makeToken(second, 'Of the second');
  const ask = () => fetch(`${desk.url}/api/v1/articles`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status).toBe(200);
  const viewer = await desk.as('viewer');
  await viewer.goto('/settings');
  await expect(section(viewer)).not.toContainText('Of the second');
  await section(viewer).getByRole('button', { name: 'New token' }).click();
  await expect(viewer.getByRole('checkbox', { name: /^Mark, change/ })).toBeDisabled();
  await admin.goto('/settings');
  const row = section(admin).getByRole('listitem').filter({ hasText: 'Of the second' });
  await expect(row).toContainText('of 陈舟');
  await row.getByRole('button', { name: /^Revoke/ }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  expect((await ask()).status).toBe(401);
});

test('a page of the desk cannot write by its cookies', async ({ desk }) => {
  const page = await desk.as('editor');
  const article = await pasteArticle(page, 'The firm had 375 staff in May, it said in its report.');
  const address = `/api/v1/articles/${article.split('/').at(-1)}/claims`;
  const answer = await page.request.post(address, { data: { kind: 'fact' } });
  expect(answer.status()).toBe(401);
});

for (const { name, options } of [
  { name: 'wide, light, English', options: { colorScheme: 'light' as const } },
  {
    name: 'phone, dark, Chinese',
    options: {
      ...{ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'zh-CN' },
      colorScheme: 'dark' as const,
    },
  },
]) {
  test(`the tokens are accessible and fit: ${name}`, async ({ desk }) => {
    const page = await desk.as('editor', options);
    await page.goto('/settings');
    await page.getByRole('button', { name: /New token|新建令牌/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await look();
    await dialog.getByLabel(/Name|名称/).fill('Look');
    await dialog.getByRole('button', { name: /Make the token|生成令牌/ }).click();
    await expect(dialog.getByLabel(/^API/)).toHaveValue(/^cdk_/);
    await look();
    await page.keyboard.press('Escape');
    await look();
  });
}
