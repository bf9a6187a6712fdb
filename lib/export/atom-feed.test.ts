import { expect, test } from 'vitest';
import { atomFeed } from './atom-feed';

const channel = {
  ...{ of: 'metric' as const, name: 'disputed' },
  ...{ title: 'Disputed figures', subtitle: 'What contradicts itself', language: 'en' },
  ...{ link: 'https://desk.example/figures?standing=disputed', self: 'https://desk.example/api/figures/feed' },
  since: new Date('2026-01-01T00:00:00Z'),
};

const entry = (id: string, more = {}) => ({
  ...{ id, title: `Title of ${id}`, link: `https://desk.example/figures/${id}`, summary: 'Articles say: 375 people' },
  ...{ updated: new Date('2026-01-05T10:00:00Z'), ...more },
});

/** What stands between each pair of a tag, in order. */
const between = (xml: string, tag: string) =>
  Array.from(xml.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs')), ([, held = '']) => held);

test('a feed of nothing says so, always in the same words', () => {
  const xml = atomFeed(channel, []);
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
  expect(between(xml, 'updated')).toEqual(['2026-01-01T00:00:00.000Z']);
  expect(atomFeed(channel, [])).toBe(xml);
});

test('every entry has its id, link and moment, and the feed that of the newest', () => {
  const later = new Date('2026-02-01T00:00:00Z');
  const xml = atomFeed(channel, [entry('a'), entry('b', { updated: later })]);
  expect(between(xml, 'updated')).toEqual([later.toISOString(), '2026-01-05T10:00:00.000Z', later.toISOString()]);
  expect(xml).toContain('href="https://desk.example/figures/a"');
  const ids = between(xml, 'id');
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) {
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test('a claim and a metric of one id are two entries, and each feed is one of its own', () => {
  const idsOf = (of: 'metric' | 'claim', name: string) =>
    between(atomFeed({ ...channel, of, name }, [entry('a')]), 'id');
  const ids = [...idsOf('metric', 'disputed'), ...idsOf('claim', 'view a'), ...idsOf('claim', 'view b')];
  expect(new Set(ids).size).toBe(5);
});

test('an entry keeps its id whatever it is called', () => {
  const idsOf = (title: string) => between(atomFeed(channel, [entry('a', { title })]), 'id');
  expect(idsOf('New')).toEqual(idsOf('Old'));
});

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a ]]> b & c', 'a ]]&gt; b &amp; c'],
  ['数字\u0000\u000b\uffff·台账', '数字·台账'],
  ['half \ud83d', 'half \ufffd'],
])('shows %j as words', (title, shown) => {
  const xml = atomFeed(channel, [entry('a', { title, summary: title })]);
  expect(between(xml, 'title').at(-1)).toBe(`<![CDATA[${shown}]]>`);
  expect(between(xml, 'summary')).toEqual([`<![CDATA[${shown}]]>`]);
});
