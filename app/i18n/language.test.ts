import { expect, test } from 'vitest';
import { languageKey, nameOfLanguage } from './language';

test('a language is known with its region', () => {
  expect(['zh-Hant-TW', 'en', 'en-GB', 'fr', 'zh'].map(languageKey)).toEqual(['zh-Hant', 'en', 'en', 'other', 'other']);
});

test('a language has its name in the language of the reader, or its tag', () => {
  expect(nameOfLanguage('fr', 'en')).toBe('French');
  expect(nameOfLanguage('fr', 'zh')).toBe('法语');
  expect(nameOfLanguage('no tag', 'en')).toBe('no tag');
  expect(nameOfLanguage('qq', 'en')).toBe('qq');
});
