import { describe, expect, test } from 'vitest';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import { pendingSuggestions } from './suggestion';

const at = (start: number, end: number, kind: ClaimKind = 'fact', paragraphId = 'p1') => ({
  ...{ start, end, kind, paragraphId },
});

describe('suggestions that are still pending', () => {
  test.each([
    ['nothing is marked', at(0, 20), [], true],
    ['the very span is marked', at(0, 20), [at(0, 20)], false],
    ['the very span is marked as something else', at(0, 20), [at(0, 20, 'opinion')], false],
    ['a figure is marked as a statement', at(4, 8, 'figure'), [at(4, 8, 'fact')], false],
    ['most of it is marked', at(0, 20), [at(5, 18)], false],
    ['a wider claim holds it', at(5, 18), [at(0, 40, 'quote')], false],
    ['a claim touches its end', at(0, 20), [at(18, 60)], true],
    ['a figure in it is marked', at(0, 20), [at(4, 8, 'figure')], true],
    ['figures cover most of it', at(0, 20), [at(10, 18, 'figure'), at(2, 8, 'figure')], false],
    ['figures that overlap cover little of it', at(0, 20), [at(2, 8, 'figure'), at(4, 8, 'figure')], true],
    ['just half of it is marked', at(0, 20), [at(10, 30)], true],
    ['more than half of the shorter is marked', at(0, 20), [at(9, 30)], false],
    ['a claim begins where it ends', at(0, 20), [at(20, 22), at(19, 21, 'figure')], true],
    ['figures cover half of it', at(0, 20), [at(0, 5, 'figure'), at(10, 15, 'figure')], true],
    ['a figure inside a longer figure is marked', at(4, 8, 'figure'), [at(4, 9, 'figure')], false],
    ['a figure is covered by statements', at(4, 8, 'figure'), [at(3, 6), at(6, 9)], true],
    ['it is a figure in a claim', at(4, 8, 'figure'), [at(0, 20)], true],
    ['another figure is marked', at(4, 8, 'figure'), [at(10, 14, 'figure')], true],
    ['the same span of another paragraph is marked', at(0, 20), [at(0, 20, 'fact', 'p2')], true],
  ])('%s', (_, suggestion, claims, isPending) => {
    expect(pendingSuggestions([suggestion], claims)).toEqual(isPending ? [suggestion] : []);
  });
});
