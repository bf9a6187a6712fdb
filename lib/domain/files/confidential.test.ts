import { expect, test } from 'vitest';
import type { Role } from '#lib/domain/people/permission';
import { canSeeFile, mayNameReaders, readersKept } from './confidential';

const open = { confidential: false, addedById: 'ann', readerIds: [] };
const closed = { confidential: true, addedById: 'ann', readerIds: ['bo'] };
const person = (id: string, role: Role) => ({ id, role });

test('a confidential file is seen by whoever added it and its readers, and by no role', () => {
  expect(['ann', 'bo', 'cy'].map((id) => canSeeFile({ id }, open))).toEqual([true, true, true]);
  expect(['ann', 'bo', 'cy'].map((id) => canSeeFile({ id }, closed))).toEqual([true, true, false]);
});

test.each([
  ['viewer', false, false, false],
  ['reviewer', true, false, true],
  ['editor', true, true, true],
  ['admin', true, true, true],
] as const)(
  'a %s closes their own and others’ files, and names readers, as far as %s, %s, %s',
  (role, own, others, read) => {
    expect(mayNameReaders(person('ann', role), open)).toBe(own);
    expect(mayNameReaders(person('cy', role), open)).toBe(others);
    expect(mayNameReaders(person('bo', role), closed)).toBe(read);
    expect(mayNameReaders(person('ann', role), closed)).toBe(read);
    expect(mayNameReaders(person('cy', role), closed)).toBe(false);
  },
);

test('whoever names readers stays among those who see the file, and whoever added it is none of them', () => {
  expect(readersKept(['bo', 'ann', 'bo'], { addedById: 'ann', by: 'ann' })).toEqual(['bo']);
  expect(readersKept(['bo'], { addedById: 'ann', by: 'ed' })).toEqual(['bo', 'ed']);
  expect(readersKept([], { addedById: 'ann', by: 'bo' })).toEqual(['bo']);
});
