import { describe, expect, it } from 'vitest';
import { isAllowedPlace, isAllowedPort, isPrivateName, isPublicAddress, readAllowedPlaces } from './place';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '223.5.5.5', '2606:4700::1111', '2400:3200::1'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.0.3', '168.63.129.16'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1'],
    ...['198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:7f00:1', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '4000::1'],
    ...['5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1'],
    ...['', 'localhost', '8.8.8', '8.8.8.8/8'],
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('places that a desk allows', () => {
  const places = readAllowedPlaces('10.2.0.0/16, wiki.desk.example:8080 [fd00::1]:8443,fd12::/32');

  it.each<[string, string | null, number, boolean]>([
    ['10.2.3.4', '10.2.3.4', 80, true],
    ['news.desk.example', '10.2.3.4', 443, true],
    ['10.2.3.4', '10.2.3.4', 8080, false],
    ['10.3.0.1', '10.3.0.1', 80, false],
    ['wiki.desk.example', null, 8080, true],
    ['wiki.desk.example', '192.168.0.9', 8080, true],
    ['wiki.desk.example', '192.168.0.9', 80, false],
    ['fd00::1', 'fd00::1', 8443, true],
    ['fd00::2', 'fd00::2', 8443, false],
    ['fd12::9', 'fd12::9', 443, true],
  ])('%s at %s, port %i: %s', (host, address, port, expected) => {
    expect(isAllowedPlace(places, host, address, port)).toBe(expected);
    if (port !== 80 && port !== 443) expect(isAllowedPort(places, host, address, port)).toBe(expected);
  });

  it.each(['10.0.0.0/99', 'host:0', 'host:70000', 'http://host/', 'a/b'])('throws on %s', (entry) => {
    expect(() => readAllowedPlaces(entry)).toThrow(entry);
  });

  it('are none where none are named', () => expect(readAllowedPlaces(' , ')).toEqual([]));
});

it.each<[string, boolean]>([
  ['localhost', true],
  ['printer', true],
  ['desk.local', true],
  ['metadata.google.internal', true],
  ['nas.home.arpa', true],
  ['a..b', true],
  ['localhost.example.com', false],
  ['xn--fiq228c.cn', false],
])('isPrivateName(%s) is %s', (host, expected) => {
  expect(isPrivateName(host)).toBe(expected);
});
