import { expect, test } from 'vitest';
import { stanceTaken } from './met-before';

test('a source taken over to a claim of the same fact keeps its stance, and is context for any other', () => {
  expect(stanceTaken('same', 'refutes')).toBe('refutes');
  expect(stanceTaken('same', 'supports')).toBe('supports');
  for (const relation of ['figure-differs', 'date-differs', 'negated', 'unit-differs', 'other'] as const)
    expect(stanceTaken(relation, 'supports')).toBe('context');
});
