import { expect, test } from 'vitest';
import { diskSentence } from './start-faults';

const fileError = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

test.each([
  [fileError('ENOSPC'), /no room left at \/desk/],
  [Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), /no room left at \/desk/],
  [fileError('EROFS'), /\/desk cannot be written to/],
  [fileError('EACCES'), /\/desk cannot be written to/],
  [Object.assign(new Error('read-only'), { code: 'SQLITE_READONLY_DBMOVED' }), /\/desk cannot be written to/],
  [Object.assign(new Error('I/O'), { code: 'SQLITE_IOERR_WRITE' }), /reports errors/],
])('%s is told as a sentence', (error, sentence) => {
  expect(diskSentence(error, '/desk')).toMatch(sentence);
});

test('an error that is not about the disk has no sentence', () => {
  expect(diskSentence(new TypeError('x'), '/desk')).toBeNull();
  expect(diskSentence(Object.assign(new Error('x'), { code: 'EPERM' }), '/desk')).toBeNull();
  expect(diskSentence(Object.assign(new Error('x'), { code: 'SQLITE_BUSY' }), '/desk')).toBeNull();
});
