/** A script drives the API on the built desk: articles by link and file, revisions, suggestions, exports, and bad input. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { makeToken } from './api-token';
import { expect, fillAccount, startDesk, test } from './desk';

const sentences = [
  'OpenAI had 375 employees in 2023, the company said in its yearly report to investors.',
  'The report puts the cost of training its newest model at four million dollars.',
  'Nobody outside of the company has seen the books from which these numbers were taken.',
];
const html = `<html lang="en"><title>What it costs</title><article><h1>What it costs</h1><p>${sentences.join('</p><p>')}</p></article></html>`;

test('a script brings articles in, revises and exports them', async ({ browser }) => {
  // It starts a desk of its own, which may fetch from the web of this test.
  test.setTimeout(180_000);
  const web = createServer((_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening));
  const site = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  const data = mkdtempSync(path.join(tmpdir(), 'claimdesk-api-'));
  const { url, link, stop } = await startDesk(data, { CLAIMDESK_FETCH_ALLOW: site });
  try {
    const page = await browser.newPage();
    await page.goto(link);
    await fillAccount(page, { name: 'Ruo Lin', email: 'ruo@desk.example' });
    await page.getByRole('button', { name: 'Set up the desk' }).click();
    await expect(page).toHaveURL(`${url}/articles`);
    const authorization = `Bearer ${await makeToken(page, 'Script', 'all', url)}`;
    const call = async (method: string, place: string, body?: unknown, headers: Record<string, string> = {}) => {
      const isRaw = body instanceof FormData || body instanceof Blob;
      const answer = await fetch(place.startsWith('http') ? place : `${url}/api/v1${place}`, {
        method,
        headers: {
          authorization,
          ...(isRaw || body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
      });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    };

    const added = await call('POST', '/articles', { link: `http://${site}/costs` });
    const article = JSON.parse(added.text);
    expect([added.status, article.title]).toEqual([201, 'What it costs']);
    const place = new URL(added.headers.get('location') ?? '').pathname;
    const same = await call('GET', url + place, undefined, { 'if-none-match': added.headers.get('etag') ?? '' });
    expect(same.status).toBe(304);

    const word = await Packer.toArrayBuffer(
      new Document({ sections: [{ children: sentences.map((text) => new Paragraph(text)) }] }),
    );
    const form = (fields: Record<string, string> = {}) => {
      const sent = new FormData();
      sent.set('file', new Blob([word]), 'costs.docx');
      for (const [name, value] of Object.entries(fields)) sent.set(name, value);
      return sent;
    };
    const again = await call('POST', '/articles', form());
    expect([again.status, JSON.parse(again.text).existing]).toEqual([409, url + place]);
    expect((await call('POST', '/articles', form({ duplicate: 'allow' }))).status).toBe(201);
    expect((await call('POST', '/articles', { link: 'http://169.254.169.254/' })).text).toContain('page-private');
    const broken = await call('POST', '/articles', new Blob(['PK'], { type: 'application/octet-stream' }));
    expect([broken.status, broken.text]).toEqual([400, expect.stringContaining('file-kind-unknown')]);

    const own = `/articles/${article.id}`;
    const { items } = JSON.parse((await call('GET', `${own}/suggestions`)).text);
    const ids = items.map(({ id }: { id: string }) => id);
    const accepted = await call('POST', `${own}/suggestions`, { decision: 'accept', ids });
    const { claims } = JSON.parse(accepted.text);
    expect([accepted.status, claims.length]).toEqual([200, ids.length]);

    const paragraphs = sentences.map((text) => ({ text: text.replace('375', '770') }));
    const revised = await call('POST', `${own}/revisions`, { basedOn: 1, paragraphs });
    expect([revised.status, JSON.parse(revised.text).claims[0]]).toMatchObject([201, { fate: 'substance' }]);
    const late = await call('POST', `${own}/revisions`, { basedOn: 1, text: 'Too late.' }, { 'accept-language': 'zh' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('文本已有更新')]);

    const since = new Date().toISOString();
    const etag = (await call('GET', own)).headers.get('etag') ?? '';
    expect((await call('PATCH', own, { publisher: 'The Post' }, { 'if-match': etag })).status).toBe(200);
    expect((await call('PATCH', own, { publisher: 'Another' }, { 'if-match': etag })).status).toBe(412);
    const changed = JSON.parse((await call('GET', `/articles?updatedSince=${since}`)).text);
    expect(changed.items.map(({ id }: { id: string }) => id)).toEqual([article.id]);

    const { forms } = JSON.parse((await call('GET', `${own}/exports`)).text);
    for (const { form: name, type } of forms) {
      const file = await call('GET', `${own}/exports/${name}`);
      expect([name, file.status, file.headers.get('content-type')]).toEqual([name, 200, type]);
      expect(file.headers.get('content-disposition')).toContain('What it costs');
    }
    expect((await call('GET', '/metrics/exports/csv')).status).toBe(200);
    const unknown = await call('GET', `${own}/exports/pdf`, undefined, { 'accept-language': 'zh-CN' });
    expect([unknown.status, JSON.parse(unknown.text).detail]).toEqual([
      400,
      expect.stringMatching(/^文件形式只能是 xlsx、/),
    ]);

    await page.goto(`${url}${own}`);
    await expect(page.getByText('770 employees').first()).toBeVisible();
  } finally {
    for (const context of browser.contexts()) await context.close();
    await stop();
    web.closeAllConnections();
    web.close();
    rmSync(data, { recursive: true, force: true });
  }
});
