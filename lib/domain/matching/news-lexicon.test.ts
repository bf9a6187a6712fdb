import { expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { concepts } from './news-lexicon';

test('has one row for each concept, and a row for each that another stands for', () => {
  const keys = concepts.map(({ key }) => key);
  const known = new Set(keys);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  expect(concepts.flatMap(({ also }) => also.filter((key) => !known.has(key)))).toEqual([]);
  expect(keys.filter((key) => !/^[a-z0-9]+$/.test(key))).toEqual([]);
});

const keysOf = (text: string): string[] => readClaim(text).concepts.map(({ concept }) => concept.key);

test.each([
  ['a longer word wins', '欧洲央行', 'europeancentralbank', 'eu'],
  ['a phrase wins', 'the Federal Reserve', 'federalreserv', 'reserve'],
  ['capitals tell a name', 'WHO experts', 'worldhealthorganization', 'x'],
])('%s', (_, text, key, other) => {
  expect(keysOf(text)).toContain(key);
  expect(keysOf(text)).not.toContain(other);
});

test.each([
  ['who knew', 'worldhealthorganization'],
  ['tell us', 'unitstat'],
  ['the shell of an egg', 'shell'],
])('%s has no name in it', (text, key) => {
  expect(keysOf(text)).not.toContain(key);
});

test.each([
  ["Musk's carmaker", 'tesla'],
  ['黄仁勋的公司', 'nvidia'],
  ["OpenAI's boss", 'samaltman'],
  ['eliminating 375 positions', 'layoff'],
  ['raised $3bn', 'raismoney'],
])('%s means %s', (text, key) => {
  expect(keysOf(text)).toContain(key);
});
