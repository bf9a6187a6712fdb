import { expect, test } from 'vitest';
import { noClaims, totalOf } from './listed-claim';
import { standings } from './standing';

test('counts hold every standing, and their total is that of all', () => {
  expect(noClaims()).toEqual(Object.fromEntries(standings.map((standing) => [standing, 0])));
  expect(totalOf(noClaims())).toBe(0);
  expect(totalOf({ ...noClaims(), disputed: 2, verified: 3, open: 1 })).toBe(6);
});
