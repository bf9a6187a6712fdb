import { gzipSync } from 'node:zlib';
import { expect, pasteArticle, test } from './desk';

/** What a reviewer's browser loads before it can begin, at most (KB, gzip): a second on a slow mobile network. */
const most = 200;

test('the review page loads no more script than it needs to begin', async ({ desk }) => {
  const page = await desk.as('reviewer');
  const address = await pasteArticle(page, 'Title: Light\nText: The firm had 375 staff.');
  const html = await (await page.request.get(address)).text();
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  let size = 0;
  for (const path of new Set(tags.map(([, source]) => source ?? ''))) {
    const script = await page.request.get(new URL(path, address).href);
    size += gzipSync(await script.body(), { level: 9 }).length;
  }
  expect(size / 1024).toBeGreaterThan(50);
  expect(size / 1024).toBeLessThan(most);
});
