import { beforeEach, expect, test, vi } from 'vitest';

vi.mock('server-only', () => ({}));

/** Whether a request with these headers may read the metrics of a desk with these settings. */
async function mayRead(settings: Record<string, string>, headers: Record<string, string>): Promise<boolean> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { mayReadMetrics } = await import('./metrics-access');
  return mayReadMetrics(new Headers(headers));
}

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
  vi.stubEnv('DATABASE_URL', 'file:x');
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests');
});

const here = { 'x-claimdesk-direct': 'yes', 'x-claimdesk-sender': '127.0.0.1', host: 'localhost:3000' };
const token = 'a-token-for-the-monitor';

test.each([
  ['a program on this machine', {}, here],
  ['one that names an address', {}, { ...here, host: '[::1]:3000', 'x-claimdesk-sender': '::ffff:127.0.0.1' }],
  ['the holder of the token', { CLAIMDESK_METRICS_TOKEN: token }, { authorization: `Bearer ${token}` }],
  [
    'the holder of the token behind a proxy',
    { CLAIMDESK_METRICS_TOKEN: token, CLAIMDESK_URL: 'https://desk.example', CLAIMDESK_PROXIES: '1' },
    { 'x-claimdesk-sender': '127.0.0.1', authorization: `bearer ${token}` },
  ],
])('%s reads the metrics', async (_, settings, headers) => {
  expect(await mayRead(settings, headers)).toBe(true);
});

test.each([
  ['another machine', {}, { ...here, 'x-claimdesk-sender': '192.0.2.5' }],
  ['nobody known', {}, { host: 'localhost:3000' }],
  ['a proxy on this machine that says so', {}, { ...here, 'x-claimdesk-direct': 'no' }],
  ['a proxy on this machine that keeps the Host', {}, { ...here, host: 'desk.example' }],
  ['a proxy that is configured and says nothing', { CLAIMDESK_URL: 'https://desk.example' }, here],
  ['a proxy that is counted', { CLAIMDESK_PROXIES: '1' }, here],
  ['this machine without the token', { CLAIMDESK_METRICS_TOKEN: token }, here],
  ['another token', { CLAIMDESK_METRICS_TOKEN: token }, { authorization: `Bearer ${token}s` }],
])('%s does not', async (_, settings, headers) => {
  expect(await mayRead(settings, headers)).toBe(false);
});
