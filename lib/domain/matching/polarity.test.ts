import { expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { deny, polarityOf } from './polarity';

const denies = (one: string, other: string, isExact = false) => {
  const [a, b] = [one, other].map((text) => polarityOf(readClaim(text)));
  if (!a || !b) throw new Error('two claims are compared');
  expect(deny(b, a, isExact)).toBe(deny(a, b, isExact));
  return deny(a, b, isExact);
};

test.each([
  ['Rates were unchanged', '利率维持不变'],
  ['The Fed made no change to its rate', 'The Fed left its rate untouched'],
])('“%s” and “%s” say the same, though one is worded as a negation', (one, other) => {
  expect(denies(one, other)).toBe(false);
});
