import { expect, test } from 'vitest';
import { findableText, identityOf, ratingText } from './fact-check';
import { nextReading } from './feed';

test.each([
  ['False', 1, 5, 'False'],
  [null, 2, 5, '2/5'],
  [null, 2, null, '2'],
])('a rating %s with %s of %s reads %s', (rating, ratingValue, bestRating, text) => {
  expect(ratingText({ rating, ratingValue, bestRating })).toBe(text);
});

test('two checks are one where page and claim are, however they are written', () => {
  const one = identityOf({ url: 'https://check.example/a', claim: 'ＡＩ has 375 staff' });
  expect(identityOf({ url: 'https://check.example/a#top', claim: 'AI has 375 STAFF' })).toBe(one);
  expect(identityOf({ url: 'https://check.example/b', claim: 'AI has 375 staff' })).not.toBe(one);
  expect(identityOf({ url: 'https://check.example/a', claim: 'AI has 376 staff' })).not.toBe(one);
  expect(identityOf({ url: 'no address', claim: 'a' })).not.toBe(identityOf({ url: 'another', claim: 'a' }));
});

test('a check is found by its whole claim and by who made it', () => {
  expect(findableText({ claim: 'It has 375 staff.', claimant: 'Lin' })).toEqual({
    ...{ text: 'It has 375 staff.', start: 0, end: 17, speaker: 'Lin' },
  });
  expect(findableText({ claim: 'x', claimant: null }).speaker).toBe('');
});

test('a feed is read again in a quarter of an hour while pages wait, otherwise in six hours', () => {
  const now = new Date('2026-02-01T12:00:00Z');
  expect(nextReading(now, { pagesLeft: 1 }).toISOString()).toBe('2026-02-01T12:15:00.000Z');
  expect(nextReading(now, { pagesLeft: 0 }).toISOString()).toBe('2026-02-01T18:00:00.000Z');
});
