import { expect, test, vi } from 'vitest';
import { senderOf } from './sender';

vi.mock('server-only', () => ({}));

const asked = (headers: Record<string, string>, proxies: number) => senderOf((name) => headers[name], proxies);

test.each<[Record<string, string>, number, string]>([
  [{ 'x-claimdesk-sender': '203.0.113.5', 'x-forwarded-for': '198.51.100.1' }, 0, '203.0.113.5'],
  [{ 'x-forwarded-for': '198.51.100.1' }, 0, 'unknown'],
  [{ 'x-claimdesk-sender': '::ffff:203.0.113.5' }, 0, '203.0.113.5'],
  [{ 'x-claimdesk-sender': '127.0.0.1', 'x-forwarded-for': '6.6.6.6, 203.0.113.5' }, 1, '203.0.113.5'],
  [{ 'x-claimdesk-sender': '127.0.0.1', 'x-forwarded-for': '6.6.6.6, 203.0.113.5, 10.0.0.1' }, 2, '203.0.113.5'],
  [{ 'x-claimdesk-sender': '127.0.0.1' }, 1, 'unknown'],
  [{ 'x-claimdesk-sender': '127.0.0.1', 'x-forwarded-for': 'no address' }, 1, 'unknown'],
  [{ 'x-forwarded-for': '203.0.113.5:51342' }, 1, '203.0.113.5'],
  [{ 'x-forwarded-for': '[2001:db8:1:2::9]:51342' }, 1, '2001:db8:1:2::/64'],
  [{ 'x-forwarded-for': '[2001:db8:1:2::9]' }, 1, '2001:db8:1:2::/64'],
  [{ 'x-claimdesk-sender': '2001:db8:1:2:3:4:5:6' }, 0, '2001:db8:1:2::/64'],
  [{ 'x-claimdesk-sender': '2001:db8:1:2::9' }, 0, '2001:db8:1:2::/64'],
  [{ 'x-claimdesk-sender': '2001:db8::9' }, 0, '2001:db8:0:0::/64'],
  [{ 'x-claimdesk-sender': '::1' }, 0, '0:0:0:0::/64'],
  [{ 'x-claimdesk-sender': 'fe80::1%eth0' }, 0, 'fe80:0:0:0::/64'],
])('%j behind %i proxies came from %s', (headers, proxies, expected) => {
  expect(asked(headers, proxies)).toBe(expected);
});
