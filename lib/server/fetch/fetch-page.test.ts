import { once } from 'node:events';
import { createServer, type IncomingMessage, request as plainRequest, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, request as tlsRequest } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '#lib/testing/outside/certificate';
import { type Connector, type FetchOptions, fetchPage } from './fetch-page';
import type { AllowedPlace } from './place';

const megabyte = 1024 * 1024;
const page = '<!doctype html><title>A page</title><p>Hello 你好';
const html = { 'Content-Type': 'text/html; charset=UTF-8' };
const bomb = gzipSync(Buffer.alloc(64 * megabyte));
const { key, certificate } = makeCertificate('press.example');

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
const seen: IncomingMessage[] = [];

const routes: Record<string, Handler> = {
  '/page': (_, response) => response.writeHead(200, html).end(page),
  '/gzip': (_, response) => response.writeHead(200, { ...html, 'Content-Encoding': 'gzip' }).end(gzipSync(page)),
  '/x-gzip': (_, response) => response.writeHead(200, { ...html, 'Content-Encoding': 'x-gzip' }).end(gzipSync(page)),
  '/br': (_, response) => response.writeHead(200, { ...html, 'Content-Encoding': 'br' }).end(brotliCompressSync(page)),
  '/deflate': (_, response) =>
    response.writeHead(200, { ...html, 'Content-Encoding': 'deflate' }).end(deflateSync(page)),
  '/raw-deflate': (_, response) =>
    response.writeHead(200, { ...html, 'Content-Encoding': 'deflate' }).end(deflateRawSync(page)),
  '/gbk': (_, response) => response.writeHead(200, { 'Content-Type': 'text/html;charset="GBK"' }).end(page),
  '/typeless': (_, response) => response.writeHead(200).end(page),
  '/wrong-type': (_, response) => response.writeHead(200, { 'Content-Type': 'video/mp4' }).end(page),
  '/nonsense-type': (_, response) => response.writeHead(200, { 'Content-Type': 'nonsense' }).end(page),
  '/gone': (_, response) => response.writeHead(410, html).end(page),
  '/missing': (_, response) => response.writeHead(404, html).end(page),
  '/partial': (_, response) => response.writeHead(206, html).end(page),
  '/cookie': (_, response) => response.writeHead(302, { Location: '/page', 'Set-Cookie': 'id=1' }).end(),
  '/to-page': (_, response) => response.writeHead(301, { Location: '/page' }).end(),
  '/to-other-name': ({ socket }, response) =>
    response.writeHead(301, { Location: `http://other.example:${socket.localPort}/page` }).end(),
  '/loop': (_, response) => response.writeHead(302, { Location: '/loop' }).end(),
  '/nowhere': (_, response) => response.writeHead(302).end(),
  '/to-junk': (_, response) => response.writeHead(302, { Location: 'http://[::' }).end(),
  '/to-private': (_, response) => response.writeHead(302, { Location: 'http://127.0.0.2/' }).end(),
  '/to-metadata': (_, response) => response.writeHead(307, { Location: 'http://169.254.169.254/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/to-port': (_, response) => response.writeHead(302, { Location: 'http://93.184.216.34:22/' }).end(),
  '/large-said': (_, response) => response.writeHead(200, { ...html, 'Content-Length': 11 * megabyte }).end(),
  '/endless': (_, response) => {
    response.writeHead(200, html);
    const more = () => {
      if (!response.destroyed && response.write(Buffer.alloc(65_536, 32))) setImmediate(more);
    };
    response.on('drain', more);
    more();
  },
  '/slow-head': () => {},
  '/slow-body': (_, response) => {
    response.writeHead(200, html);
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/bomb': (_, response) => response.writeHead(200, { ...html, 'Content-Encoding': 'gzip' }).end(bomb),
  '/double-bomb': (_, response) =>
    response.writeHead(200, { ...html, 'Content-Encoding': 'gzip, gzip' }).end(gzipSync(bomb)),
  '/not-gzip': (_, response) => response.writeHead(200, { ...html, 'Content-Encoding': 'gzip' }).end(page),
  '/cut-gzip': (_, response) =>
    response.writeHead(200, { ...html, 'Content-Encoding': 'gzip' }).end(gzipSync(page).subarray(0, 30)),
  '/cut': (_, response) => {
    response.writeHead(200, { ...html, 'Content-Length': 1_000 });
    response.write(page, () => response.destroy());
  },
  '/no-http': (_, response) => response.socket?.end('what?\r\n\r\n'),
  '/hang-up': (_, response) => response.destroy(),
};

const answer: Handler = (request, response) => {
  seen.push(request);
  const hops = /^\/hops\/(\d+)$/.exec(request.url ?? '')?.[1];
  if (hops !== undefined) {
    const left = Number(hops) - 1;
    response.writeHead(302, { Location: left > 0 ? `/hops/${left}` : '/page' }).end();
    return;
  }
  routes[request.url ?? '']?.(request, response);
};

const server = createServer(answer);
const tlsServer = createTlsServer({ key, cert: certificate }, answer);
const portOf = (one: Server) => (one.address() as AddressInfo).port;
const address = (path: string) => `http://127.0.0.1:${portOf(server)}${path}`;
const here = (): AllowedPlace[] => [{ host: '127.0.0.1', port: portOf(server) }];
const take = (path: string, options: FetchOptions = {}) => fetchPage(address(path), { allow: here(), ...options });

beforeAll(async () => {
  for (const one of [server, tlsServer]) {
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
  }
});
afterAll(() => {
  for (const one of [server, tlsServer]) {
    one.closeAllConnections();
    one.close();
  }
});

describe('a page', () => {
  it.each(['/page', '/gzip', '/x-gzip', '/br', '/deflate', '/raw-deflate'])('%s arrives unpacked', async (path) => {
    const now = new Date('2023-02-14T08:00:00Z');
    const fetched = await take(path, { now: () => now });
    expect(fetched).toMatchObject({
      ok: true,
      value: { contentType: 'text/html', charset: 'utf-8', finalUrl: address(path), redirects: [], fetchedAt: now },
    });
    expect(fetched.ok && Buffer.from(fetched.value.bytes).toString()).toBe(page);
  });

  it('comes with the charset that its header names, right or wrong', async () => {
    expect(await take('/gbk')).toMatchObject({ ok: true, value: { charset: 'gbk' } });
  });

  it.each(['/typeless', '/nonsense-type'])('%s is taken without a type', async (path) => {
    expect(await take(path)).toMatchObject({ ok: true, value: { contentType: null, charset: null } });
  });

  it('is asked for in the desk’s name, without cookies or credentials', async () => {
    seen.length = 0;
    await take('/cookie');
    expect(seen.map(({ url }) => url)).toEqual(['/cookie', '/page']);
    for (const { headers } of seen) {
      expect(headers['user-agent']).toContain('Claimdesk');
      expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['cookie']));
      expect(headers.authorization).toBeUndefined();
    }
  });
});

describe('headers of a caller', () => {
  const headers = { 'X-Key': 'the-key' };
  const keysSeen = () => seen.map((request) => request.headers['x-key']);

  it('go along to pages of the same origin', async () => {
    seen.length = 0;
    await take('/to-page', { headers });
    expect(keysSeen()).toEqual(['the-key', 'the-key']);
  });

  it('do not follow a redirect to another origin', async () => {
    seen.length = 0;
    const allow = [...here(), { host: 'other.example', port: portOf(server) }];
    await take('/to-other-name', { headers, allow, resolve: async () => ['127.0.0.1'] });
    expect(keysSeen()).toEqual(['the-key', undefined]);
  });
});

describe('redirects', () => {
  it('are followed five times', async () => {
    const fetched = await take('/hops/5');
    expect(fetched).toMatchObject({ ok: true, value: { finalUrl: address('/page') } });
    expect(fetched.ok && fetched.value.redirects).toHaveLength(5);
  });

  it.each<[string, string]>([
    ['/hops/6', 'page-redirects'],
    ['/loop', 'page-redirects'],
    ['/nowhere', 'page-redirect-broken'],
    ['/to-junk', 'page-redirect-broken'],
    ['/to-private', 'page-private'],
    ['/to-metadata', 'page-private'],
    ['/to-file', 'page-scheme'],
    ['/to-port', 'page-port'],
  ])('%s: %s', async (path, code) => {
    expect(await take(path)).toMatchObject({ ok: false, code });
  });

  it('are vetted before the next connection, and each name is looked up anew', async () => {
    let connections = 0;
    const counting: Connector = (options, onResponse) => {
      connections += 1;
      return plainRequest(options, onResponse);
    };
    await take('/to-private', { connect: counting });
    expect(connections).toBe(1);

    const lookups: string[] = [];
    const port = portOf(server);
    const fetched = await fetchPage(`http://press.example:${port}/to-page`, {
      allow: [{ host: '127.0.0.1', port }],
      resolve: async (host) => {
        lookups.push(host);
        // A name that turns on the desk at the second lookup.
        return lookups.length === 1 ? ['127.0.0.1'] : ['127.0.0.2'];
      },
    });
    expect(fetched).toMatchObject({ ok: false, code: 'page-private' });
    expect(lookups).toEqual(['press.example', 'press.example']);
  });
});

describe('a page is refused', () => {
  it.each<[string, string, FetchOptions?]>([
    ['/wrong-type', 'page-kind'],
    ['/gone', 'page-status'],
    ['/missing', 'page-status'],
    ['/partial', 'page-status'],
    ['/large-said', 'page-too-large'],
    ['/endless', 'page-too-large'],
    ['/bomb', 'page-unpacks-too-large'],
    ['/double-bomb', 'page-encoding'],
    ['/not-gzip', 'page-broken'],
    ['/cut-gzip', 'page-broken'],
    ['/cut', 'page-broken'],
    ['/no-http', 'page-broken'],
    ['/hang-up', 'page-unreachable'],
    ['/slow-head', 'page-too-slow', { timeout: 150 }],
    ['/slow-body', 'page-too-slow', { timeout: 150 }],
  ])('%s: %s', async (path, code, options) => {
    expect(await take(path, options)).toMatchObject({ ok: false, code });
  });

  it('where a packed body alone is larger than the limit', async () => {
    const answered = await take('/bomb', { limit: () => 10_000 });
    expect(answered).toMatchObject({ ok: false, code: 'page-too-large' });
  });

  it('where a name is not answered in time', async () => {
    const resolve = () => new Promise<string[]>(() => {});
    const answered = await fetchPage('http://press.example/', { resolve, timeout: 100 });
    expect(answered).toMatchObject({ ok: false, code: 'page-too-slow' });
  });

  it('where nobody listens', async () => {
    const answered = await fetchPage('http://127.0.0.1:1/', { allow: [{ host: '127.0.0.1', port: 1 }] });
    expect(answered).toMatchObject({ ok: false, code: 'page-unreachable', values: { name: '127.0.0.1' } });
  });

  it('and never holds much more memory than the limit', async () => {
    const before = process.memoryUsage().rss;
    await Promise.all(Array.from({ length: 8 }, () => take('/bomb')));
    expect(process.memoryUsage().rss - before).toBeLessThan(8 * 32 * megabyte);
  });
});

describe('over TLS', () => {
  const trusting: Connector = (options, onResponse) => tlsRequest({ ...options, ca: certificate }, onResponse);
  const secure = (host: string, connect?: Connector) =>
    fetchPage(`https://${host}:${portOf(tlsServer)}/page`, {
      allow: [{ host: '127.0.0.1', port: portOf(tlsServer) }],
      resolve: async () => ['127.0.0.1'],
      connect,
    });

  it('the name is still checked, though the connection goes to an address', async () => {
    expect(await secure('press.example', trusting)).toMatchObject({ ok: true });
    expect(await secure('other.example', trusting)).toMatchObject({ ok: false, code: 'page-certificate' });
  });

  it('a certificate of nobody is refused', async () => {
    expect(await secure('press.example')).toMatchObject({ ok: false, code: 'page-certificate' });
  });
});
