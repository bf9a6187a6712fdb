import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as plainRequest, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChecks } from '#lib/data/fact-checks/checks';
import { addFeed, feedOf, listFeeds } from '#lib/data/fact-checks/feeds';
import { maxFeedBytes, mostPages } from '#lib/domain/fact-checks/feed';
import { googleSearch } from '#lib/domain/fact-checks/google-search';
import { withGoogleKey } from '#lib/server/fact-checks/google-key';
import { type Fetch, readDueFeeds, readFeedNow } from '#lib/server/fact-checks/read-feeds';
import { fetchPage } from '#lib/server/fetch/fetch-page';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, must } from '#lib/testing/database/rows';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const json = { 'Content-Type': 'application/json; charset=utf-8' };
const xml = { 'Content-Type': 'application/rss+xml' };

const checkOf = (claim: string) => ({
  ...{ '@context': 'https://schema.org', '@type': 'ClaimReview', claimReviewed: claim },
  ...{ url: `https://checks.example.org/${encodeURIComponent(claim)}`, datePublished: '2026-02-01' },
  author: { '@type': 'Organization', name: 'Example Checks' },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'False' },
});

const pageOf = (claim: string) =>
  `<!doctype html><title>A check</title><script type="application/ld+json">${JSON.stringify(checkOf(claim))}</script>`;

const rssOf = (links: string[]) =>
  `<rss version="2.0"><channel>${links.map((link) => `<item><link>${link}</link></item>`).join('')}</channel></rss>`;

const asked: { path: string; tag: string | undefined; key: string | string[] | undefined }[] = [];
const googleAnswer = readFileSync('lib/intake/fact-checks/fixtures/google-search.json');
/** The server has trouble with its pages. */
let isDown = false;
let version = 'The firm had 375 employees.';

function answer(path: string, tag: string | undefined, response: ServerResponse): void {
  const [, kind = '', number = ''] = path.split('/');
  const tagged = { ...json, ETag: `"${version.length}"` };
  if (kind === 'feed' && tag === tagged.ETag) response.writeHead(304, tagged).end();
  else if (kind === 'feed') response.writeHead(200, tagged).end(JSON.stringify([checkOf(version)]));
  else if (kind === 'rss') {
    const pages = Array.from({ length: Number(number) || mostPages + 2 }, (_, at) => `${address()}/page/${at}`);
    response.writeHead(200, xml).end(rssOf([`${address()}${path}`, ...pages]));
  } else if (kind === 'page' && isDown) response.writeHead(503).end();
  else if (kind === 'page') response.writeHead(200, { 'Content-Type': 'text/html' }).end(pageOf(`Claim ${number}.`));
  else if (kind === 'endless') endless(response);
  else if (kind === 'large') response.writeHead(200, { ...json, 'Content-Length': maxFeedBytes + 1 }).end();
  else if (kind === 'film') response.writeHead(200, { 'Content-Type': 'video/mp4' }).end('x');
  else if (kind === 'v1alpha1') response.writeHead(200, json).end(googleAnswer);
  else if (kind === 'text') response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Nothing to see here.');
  else response.writeHead(404, json).end();
}

/** Objects without end, as fast as they are taken. */
function endless(response: ServerResponse): void {
  response.writeHead(200, json).write('[');
  const piece = `${JSON.stringify(checkOf('Again.'))},`.repeat(200);
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
}

const server = createServer((request, response) => {
  const path = request.url ?? '';
  const tag = request.headers['if-none-match'];
  asked.push({ path, tag, key: request.headers['x-goog-api-key'] });
  answer(path, tag, response);
});
const port = () => (server.address() as AddressInfo).port;
const address = () => `http://127.0.0.1:${port()}`;
const fetch: Fetch = (url, options) => fetchPage(url, { ...options, allow: [{ host: '127.0.0.1', port: port() }] });

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

async function subscribe(path: string) {
  const { ed } = await addDesk(db());
  const { id } = await must(addFeed(ed, { name: path, url: `${address()}${path}` }));
  return { id, read: () => readOnce(id) };
}

async function readOnce(id: string) {
  const feed = await feedOf(db(), id);
  if (!feed) throw new Error('the feed is not there');
  return readFeedNow(db(), feed, fetch, new Date());
}

const claims = async () =>
  (await findChecks(db(), { search: '', from: 0, limit: 50 })).checks.map(({ claim }) => claim);

describe('a feed that is read over the network', () => {
  it('is not sent again while its server says that nothing is new', async () => {
    const { read } = await subscribe('/feed');
    expect(await read()).toMatchObject({ added: 1, refusal: null, isUnchanged: false });
    expect(await read()).toMatchObject({ added: 0, refusal: null, isUnchanged: true });
    version = 'The firm had 3,750 employees.';
    expect(await read()).toMatchObject({ added: 1, isUnchanged: false });
    expect(asked.map(({ tag }) => tag !== undefined)).toEqual([false, true, true]);
    expect((await claims()).sort()).toEqual(['The firm had 3,750 employees.', 'The firm had 375 employees.']);
  });

  it('of entries has some pages fetched in a round, each once, and not itself', async () => {
    const { read } = await subscribe('/rss');
    expect(await read()).toMatchObject({ added: mostPages, pages: mostPages, pagesLeft: 2, pagesWithout: 0 });
    expect(await read()).toMatchObject({ added: 2, pages: 2, pagesLeft: 0 });
    expect(await read()).toMatchObject({ added: 0, pages: 0, pagesLeft: 0 });
    expect(asked.filter(({ path }) => path.startsWith('/page/'))).toHaveLength(mostPages + 2);
    expect(await claims()).toHaveLength(mostPages + 2);
  });

  it.each([true, false])(
    'of entries asks once more for a page that was not to be had (down still: %s)',
    async (isStill) => {
      isDown = true;
      const { read } = await subscribe('/rss/2');
      expect(await read()).toMatchObject({ added: 0, pages: 2, pagesLeft: 0, pagesWithout: 2 });
      isDown = isStill;
      const added = isStill ? 0 : 2;
      expect(await read()).toMatchObject({ added, pages: 2, pagesLeft: 0, pagesWithout: 2 - added });
      isDown = false;
      expect(await read()).toMatchObject({ added: 0, pages: 0 });
    },
  );

  it.each([
    ['/endless', 'page-too-large'],
    ['/large', 'page-too-large'],
    ['/film', 'feed-unknown'],
    ['/text', 'feed-unknown'],
    ['/gone', 'page-status'],
  ])('at %s is refused as %s, and the refusal is told beside it', async (path, code) => {
    const { id, read } = await subscribe(path);
    const { refusal } = await read();
    expect(refusal).toMatchObject({ code });
    expect((await listFeeds(db())).find((feed) => feed.id === id)?.reading?.refusal).toMatchObject({ code });
    expect(await claims()).toEqual([]);
  });

  it('is read when its time has come, by one of two servers', async () => {
    await subscribe('/feed');
    await db().factCheckFeed.updateMany({ data: { nextReadAt: new Date(0) } });
    const counts = await Promise.all([readDueFeeds(db(), fetch), readDueFeeds(db(), fetch)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(asked).toHaveLength(1);
    expect(await readDueFeeds(db(), fetch)).toBe(0);
  });

  describe('that is a search at Google', () => {
    const search = googleSearch('norland hospitals', null);
    /** Leads Google's name to the server here, over plain HTTP. */
    const toServer: Fetch = (url, options) =>
      fetchPage(url, {
        ...options,
        allow: [{ host: new URL(search).hostname, port: null }],
        resolve: async () => ['127.0.0.1'],
        connect: (request, onResponse) =>
          plainRequest({ ...request, protocol: 'http:', host: '127.0.0.1', port: port() }, onResponse),
      });
    const readWith = async (key: string | undefined, url = search) => {
      const { ed } = await addDesk(db());
      const { id } = await must(addFeed(ed, { name: 'Google: norland hospitals', url }));
      const feed = await feedOf(db(), id);
      if (!feed) throw new Error('the feed is not there');
      return readFeedNow(db(), feed, withGoogleKey(toServer, key), new Date());
    };

    it('is asked with the desk’s key, in a header and in no address', async () => {
      expect(await readWith('the-key')).toMatchObject({ added: 2, left: { 'no-rating': 1 }, refusal: null });
      expect(asked).toEqual([
        { path: '/v1alpha1/claims:search?query=norland+hospitals&pageSize=100', tag: undefined, key: 'the-key' },
      ]);
      expect((await listFeeds(db()))[0]?.url).not.toContain('key');
    });

    it('is not asked without a key', async () => {
      expect(await readWith(undefined)).toMatchObject({ refusal: { code: 'google-key-missing' } });
      expect(asked).toEqual([]);
    });

    it('gives the key to no other address', async () => {
      await readWith('the-key', 'https://factchecktools.googleapis.com/feed');
      expect(asked).toMatchObject([{ path: '/feed', key: undefined }]);
    });
  });
});
