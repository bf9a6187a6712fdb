import { expect, test } from 'vitest';
import { foldForSearch, searchWords } from './search';

test('texts are compared in ordinary forms, without case, and what is missing is left out', () => {
  expect(foldForSearch('ＧＰＴ－４', null, '', 'Smith')).toBe('gpt-4 smith');
});

test('a search is split at any white space, full-width too', () => {
  expect(searchWords('  Jane　Doe \n 2023 ')).toEqual(['jane', 'doe', '2023']);
  expect(searchWords(' ')).toEqual([]);
  expect(searchWords('Jane\0Doe')).toEqual(['jane', 'doe']);
});

test('a search has at most eight words', () => {
  expect(searchWords('a b c d e f g h i')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});
