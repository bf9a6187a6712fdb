import { expect, it } from 'vitest';
import { clockOf, placeAddress } from './place-in-words';

it.each([
  [0, '0:00'],
  [83.5, '1:23'],
  [3723, '1:02:03'],
])('%d s is %s', (seconds, clock) => {
  expect(clockOf(seconds)).toBe(clock);
});

it('opens a file in the viewer, and a capture at the words', () => {
  const text = { sourceId: 's', source: 'Filing', id: 'f', name: 'a.pdf', isConfidential: false };
  const words = 'long-term “profit” & 利润';
  expect(placeAddress({ ...text, kind: 'file' }, { kind: 'page', page: 3, start: 1, end: 5 }, words)).toBe(
    `/sources/s/files/f?page=3&from=1&to=5&words=${encodeURIComponent(words)}`,
  );
  expect(placeAddress({ ...text, kind: 'capture' }, { kind: 'text', start: 1, end: 5 }, 'long-term')).toBe(
    '/snapshots/f#:~:text=long%2Dterm',
  );
});
