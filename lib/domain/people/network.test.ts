import { expect, it } from 'vitest';
import { shortenedNetwork } from './network';

it.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['0:0:0:0::/64', '0:0:0::/48'],
  ['unknown', 'unknown'],
  ['192.0.2.0/24', '192.0.2.0/24'],
  ['2001:db8:1::/48', '2001:db8:1::/48'],
])('%s is kept as %s', (network, kept) => {
  expect(shortenedNetwork(network)).toBe(kept);
});
