import { expect, test } from 'vitest';
import { Correction, DeskEntry, Publication, Withdrawal } from './publishing-input';
import { ratingScales } from './rating-scale';

const publication = (slug: unknown) =>
  Publication.safeParse({ articleId: 'a', seq: 0, slug, withNames: false, withText: true });

test.each([
  ['how-many-work-there', 'how-many-work-there'],
  [' How-Many \n', 'how-many'],
  ['小冰-有多少人', '小冰-有多少人'],
  ['2026-report', '2026-report'],
  ['cafe\u0301', 'caf\u00e9'],
  ['x'.repeat(80), 'x'.repeat(80)],
  [null, null],
])('a report may be named %j, which is %j', (given, slug) => {
  const read = publication(given);
  expect(read.success && read.data.slug).toBe(slug);
});

test.each([
  ['', 'slug-invalid'],
  ['two words', 'slug-invalid'],
  ['-a', 'slug-invalid'],
  ['a-', 'slug-invalid'],
  ['a--b', 'slug-invalid'],
  ['a/b', 'slug-invalid'],
  ['a.b', 'slug-invalid'],
  ['有，多少', 'slug-invalid'],
  ['x'.repeat(81), 'text-too-long'],
])('a report may not be named %j: %s', (given, message) => {
  const read = publication(given);
  expect(read.error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test('a report is withdrawn with a notice, and a blank correction is none', () => {
  expect(Withdrawal.safeParse({ reportId: 'r', notice: ' ' }).success).toBe(false);
  expect(Withdrawal.parse({ reportId: 'r', notice: ' Wrong source. ' }).notice).toBe('Wrong source.');
  const correction = (text: string) => Correction.parse({ articleId: 'a', claimId: 'c', edition: 1, text }).text;
  expect([correction(' '), correction(' It had 770. ')]).toEqual([null, 'It had 770.']);
});

test('a desk has a name, and says how it corrects itself where it wants to', () => {
  const entry = { name: ' The desk ', correctionsEn: '', correctionsZh: '', scale: ratingScales[0], edition: 0 };
  expect(DeskEntry.parse(entry)).toMatchObject({ name: 'The desk', correctionsEn: '', edition: 0 });
  expect(DeskEntry.safeParse({ ...entry, name: '' }).success).toBe(false);
  expect(DeskEntry.safeParse({ ...entry, edition: -1 }).success).toBe(false);
});
