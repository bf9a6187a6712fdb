import { expect, test } from 'vitest';
import { mostTogether, WantedActs } from './claim-acts-input';

const wanted = (claimId: string, act: object = { weight: 'key' }) => ({ articleId: 'article-1', claimId, act });
const isTaken = (list: object[]): boolean => WantedActs.safeParse({ wanted: list }).success;
const many = (count: number) => Array.from({ length: count }, (_, at) => wanted(`claim-${at}`));

test('one act is done to one claim or to as many as a page shows', () => {
  expect(isTaken([])).toBe(false);
  expect(isTaken(many(1))).toBe(true);
  expect(isTaken(many(mostTogether))).toBe(true);
  expect(isTaken(many(mostTogether + 1))).toBe(false);
});

test('no claim is named twice', () => {
  expect(isTaken([wanted('a'), wanted('b')])).toBe(true);
  expect(isTaken([wanted('a'), wanted('a', { weight: 'normal' })])).toBe(false);
});

test.each([
  [{ weight: 'key' }, true],
  [{ weight: 'huge' }, false],
  [{ speaker: null }, true],
  [{ metric: null }, true],
  [{ assign: { assigneeId: 'bo', dueOn: null } }, true],
  [{ assign: { assigneeId: 'bo', dueOn: 'soon' } }, false],
  [{ unassign: { assigneeId: 'bo' } }, true],
  [{ weight: 'key', speaker: null }, false],
  [{}, false],
])('the act %j is understood: %s', (act, isKnown) => {
  expect(isTaken([wanted('a', act)])).toBe(isKnown);
});
