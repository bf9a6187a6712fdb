import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Connector, fetchPage } from './fetch-page';
import { readAllowedPlaces } from './place';

/** Names as a hostile zone may answer them. */
const zone: Record<string, string[]> = {
  'private.example.com': ['10.0.0.5'],
  'loopback.example.com': ['127.0.0.1'],
  'metadata.example.com': ['169.254.169.254'],
  'mapped.example.com': ['::ffff:10.0.0.5'],
  'nat64.example.com': ['64:ff9b::a00:5'],
  'ula.example.com': ['fd00::5'],
  'zone.example.com': ['fe80::1%eth0'],
  'mixed.example.com': ['93.184.216.34', '192.168.0.1'],
  'mixed6.example.com': ['2606:4700::1111', '::1'],
  'none.example.com': [],
  'junk.example.com': ['not-an-address'],
  'xn--0zwm56d.example.com': ['127.0.0.1'],
};

function refusingConnector(): { connect: Connector; count: () => number } {
  let connections = 0;
  return {
    connect: () => {
      connections += 1;
      throw new Error('A connection was made');
    },
    count: () => connections,
  };
}

const hostile: [string, string][] = [
  ['file:///etc/passwd', 'page-scheme'],
  ['ftp://example.com/', 'page-scheme'],
  ['gopher://127.0.0.1:70/_x', 'page-scheme'],
  ['javascript:alert(1)', 'page-scheme'],
  ['data:text/html,hello', 'page-scheme'],
  ['ws://example.com/', 'page-scheme'],
  ['//example.com/', 'page-address-unreadable'],
  ['example.com', 'page-address-unreadable'],
  ['http://', 'page-address-unreadable'],
  ['http://exa mple.com/', 'page-address-unreadable'],
  [`http://example.com/${'a'.repeat(5_000)}`, 'page-address-unreadable'],
  ['http://[fe80::1%25eth0]/', 'page-address-unreadable'],
  ['http://localhost%00.example.com/', 'page-address-unreadable'],
  ['http://user:secret@example.com/', 'page-credentials'],
  ['http://example.com@127.0.0.1/', 'page-credentials'],
  ['http://127.0.0.1%2f@example.com/', 'page-credentials'],
  ['http://example.com:22/', 'page-port'],
  ['http://example.com:6379/', 'page-port'],
  ['https://example.com:8443/', 'page-port'],
  ['http://example.com:0/', 'page-port'],
  ['http://localhost/', 'page-private'],
  ['http://LOCALHOST/', 'page-private'],
  ['http://localhost./', 'page-private'],
  ['http://localhost../', 'page-private'],
  ['http://app.localhost/', 'page-private'],
  ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'page-private'],
  ['http://%6cocalhost/', 'page-private'],
  ['http://printer/', 'page-private'],
  ['http://printer.local/', 'page-private'],
  ['http://metadata.google.internal/computeMetadata/v1/', 'page-private'],
  ['http://127.0.0.1/', 'page-private'],
  ['http://127.0.0.1./', 'page-private'],
  ['http:127.0.0.1', 'page-private'],
  ['http:\\\\127.0.0.1\\x', 'page-private'],
  ['http://127.1/', 'page-private'],
  ['http://2130706433/', 'page-private'],
  ['http://0x7f000001/', 'page-private'],
  ['http://0x7f.1/', 'page-private'],
  ['http://0177.0.0.1/', 'page-private'],
  ['http://017700000001/', 'page-private'],
  ['http://127。0。0。1/', 'page-private'],
  ['http://１２７．０．０．１/', 'page-private'],
  ['http://①②⑦.0.0.1/', 'page-private'],
  ['http://0/', 'page-private'],
  ['http://0.0.0.0/', 'page-private'],
  ['http://10.0.0.1/', 'page-private'],
  ['http://100.64.0.1/', 'page-private'],
  ['http://100.100.100.200/latest/meta-data/', 'page-private'],
  ['http://168.63.129.16/metadata/', 'page-private'],
  ['http://169.254.169.254/latest/meta-data/', 'page-private'],
  ['http://2852039166/latest/meta-data/', 'page-private'],
  ['http://172.31.0.1/', 'page-private'],
  ['http://192.168.0.1/', 'page-private'],
  ['http://198.18.0.1/', 'page-private'],
  ['http://224.0.0.1/', 'page-private'],
  ['http://255.255.255.255/', 'page-private'],
  ['http://[::]/', 'page-private'],
  ['http://[::1]/', 'page-private'],
  ['http://[0:0:0:0:0:0:0:1]/', 'page-private'],
  ['http://[::127.0.0.1]/', 'page-private'],
  ['http://[::ffff:127.0.0.1]/', 'page-private'],
  ['http://[::ffff:7f00:1]/', 'page-private'],
  ['http://[64:ff9b::10.0.0.1]/', 'page-private'],
  ['http://[64:ff9b:1::a00:1]/', 'page-private'],
  ['http://[2002:7f00:1::]/', 'page-private'],
  ['http://[2001:0:7f00:1::]/', 'page-private'],
  ['http://[fc00::1]/', 'page-private'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'page-private'],
  ['http://[fe80::1]/', 'page-private'],
  ['http://[fec0::1]/', 'page-private'],
  ['http://[ff02::1]/', 'page-private'],
  ['http://private.example.com/', 'page-private'],
  ['http://PRIVATE。example。com/', 'page-private'],
  ['http://private.example.com./', 'page-private'],
  ['http://loopback.example.com/', 'page-private'],
  ['http://metadata.example.com/', 'page-private'],
  ['http://mapped.example.com/', 'page-private'],
  ['http://nat64.example.com/', 'page-private'],
  ['http://ula.example.com/', 'page-private'],
  ['http://zone.example.com/', 'page-private'],
  ['http://mixed.example.com/', 'page-private'],
  ['http://mixed6.example.com/', 'page-private'],
  ['http://测试.example.com/', 'page-private'],
  ['http://junk.example.com/', 'page-private'],
  ['http://none.example.com/', 'page-host-unknown'],
  ['http://unheard.example.com/', 'page-host-unknown'],
];

describe('a hostile address is refused before any connection', () => {
  it.each(hostile)('%s', async (address, code) => {
    const connector = refusingConnector();
    const answer = await fetchPage(address, {
      connect: connector.connect,
      resolve: async (host) => zone[host] ?? Promise.reject(new Error(host)),
    });
    expect(answer).toMatchObject({ ok: false, code });
    expect(connector.count()).toBe(0);
  });

  it('though a desk allows another place', async () => {
    const connector = refusingConnector();
    const allow = readAllowedPlaces('127.0.0.1:8080, 10.1.0.0/16, wiki.desk.example');
    for (const address of ['http://127.0.0.1/', 'http://127.0.0.2:8080/', 'http://10.2.0.1/', 'http://wiki/']) {
      expect(await fetchPage(address, { ...connector, allow })).toMatchObject({ ok: false, code: 'page-private' });
    }
    expect(connector.count()).toBe(0);
  });
});

it('counts at least forty of them', () =>
  expect(new Set(hostile.map(([address]) => address)).size).toBeGreaterThan(40));

describe('a name that is answered differently the second time', () => {
  it('is looked up once, and the vetted answer is the one that is connected to', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1']];
    let lookups = 0;
    const seen: unknown[] = [];
    const connect: Connector = (options) => {
      options.lookup?.('rebinding.example.com', { all: true }, (_error, found) => seen.push(found));
      options.lookup?.('rebinding.example.com', {}, (_error, found) => seen.push(found));
      return request({ host: '127.0.0.1', port: 1 });
    };
    const resolve = async () => {
      lookups += 1;
      return answers[lookups - 1] ?? [];
    };
    await expect(fetchPage('http://rebinding.example.com/', { resolve, connect })).resolves.toMatchObject({
      ok: false,
      code: 'page-unreachable',
    });
    expect(lookups).toBe(1);
    expect(seen).toEqual([[{ address: '93.184.216.34', family: 4 }], '93.184.216.34']);
  });
});
