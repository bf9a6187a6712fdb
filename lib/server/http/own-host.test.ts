import { expect, test } from 'vitest';
import { ownHost } from './own-host';

const machine = { name: 'Desk-PC', addresses: ['127.0.0.1', '::1', '192.168.1.5', 'fd00::5'] };

test.each([
  'localhost:3000',
  '127.0.0.1:3000',
  '127.0.0.53:3000',
  '[::1]:3000',
  '192.168.1.5:3000',
  '[fd00::5]:3000',
  'desk-pc:3000',
  'desk-pc.local:3000',
])('believes %s, which is this machine', (host) => {
  expect(ownHost(host, 3000, machine)).toBe(host);
});

test.each([
  null,
  '',
  'evil.example',
  'evil.example:3000',
  'localhost',
  'localhost:3001',
  'localhost.evil.example:3000',
  '192.168.1.6:3000',
  '0x7f000001:3000',
  '2130706433:3000',
  'localhost:3000@evil.example',
  'localhost:3000/evil.example',
  'evil.example#localhost:3000',
  '[fd00::6]:3000',
])('does not believe %s', (host) => {
  expect(ownHost(host, 3000, machine)).toBe('localhost:3000');
});

test('knows its port where an address leaves it out', () => {
  expect(ownHost('localhost', 80, machine)).toBe('localhost');
});
