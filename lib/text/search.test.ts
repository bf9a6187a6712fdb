import { expect, test } from 'vitest';
import { foldForSearch, searchWords } from './search';

test('texts are compared in ordinary forms, without case, and what is missing is left out', () => {
  expect(foldForSearch('ＧＰＴ－４', null, '', 'Smith')).toBe('gpt-4 smith');
});

test('a search is split at any white space, full-width too', () => {
  expect(searchWords('  Jane　Doe \n 2023 ')).toEqual(['jane', 'doe', '2023']);
  expect(searchWords(' ')).toEqual([]);
  expect(searchWords('')).toEqual([]);
  expect(searchWords('Jane\0Doe')).toEqual(['jane', 'doe']);
});

test('a search has at most eight words', () => {
  expect(searchWords('a b c d e f g h i')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});

test('punctuation is no word, and what a database takes for any text is none', () => {
  expect(searchWords('OpenAI · headcount')).toEqual(['openai', 'headcount']);
  expect(searchWords('100% a%z snake_case')).toEqual(['100', 'a', 'z', 'snake', 'case']);
  expect(searchWords('C++ ¥ 😀')).toEqual(['c++', '¥', '😀']);
});

test.each(['%', '_', '?!', '“”', '％'])('of %s alone nothing is found', (search) => {
  expect(searchWords(search)).toEqual(['\uffff']);
});
