import { expect, it, vi } from 'vitest';
import { archivedCopy, readAvailability } from './wayback';

// The mark of what must not reach a browser; there is none here.
vi.mock('server-only', () => ({}));
vi.stubEnv('NEXTAUTH_SECRET', 'a secret for tests');
vi.stubEnv('DATABASE_URL', 'file:none');

const answer = (closest: unknown) => JSON.stringify({ url: 'harbour.example', archived_snapshots: { closest } });
const copy = {
  ...{ available: true, status: '200', timestamp: '20230316010203' },
  url: 'http://web.archive.org/web/20230316010203/https://harbour.example/staff?a=1',
};

it('reads where the archive has a page and since when', () => {
  expect(readAvailability(answer(copy))).toEqual({
    ok: true,
    value: {
      url: 'https://web.archive.org/web/20230316010203/https://harbour.example/staff?a=1',
      at: new Date('2023-03-16T01:02:03Z'),
    },
  });
});

it.each([
  ['{"archived_snapshots":{}}', { ok: true, value: null }],
  [answer({ ...copy, available: false }), { ok: true, value: null }],
  [answer({ ...copy, timestamp: 'today' }), { ok: true, value: null }],
  ['{"archived_snapshots":{"closest":"no"}}', { ok: true, value: null }],
  [answer({ ...copy, url: 'https://elsewhere.example/web.archive.org/' }), { ok: false, code: 'archive-silent' }],
  ['<html>', { ok: false, code: 'archive-silent' }],
  ['null', { ok: false, code: 'archive-silent' }],
  ['', { ok: false, code: 'archive-silent' }],
])('does not take for a copy what is none: %s', (text, expected) => {
  expect(readAvailability(text)).toMatchObject(expected);
});

it('asks nobody unless the desk allows it', async () => {
  expect(await archivedCopy('someone', 'https://harbour.example')).toMatchObject({ ok: false, code: 'not-allowed' });
});
