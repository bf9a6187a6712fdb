import { describe, expect, test } from 'vitest';
import { isChinese, plainText, readingForm } from './reading-form';

describe('a text', () => {
  test.each<[string, boolean]>([
    ['公司', true],
    ['', false],
    ['2023', false],
    ['Company', false],
    ['公司abcdefgh', true],
    ['公司abcdefghi', false],
    ['公司 A, B, 12345', true],
    ['㐀', true],
    ['鿿', true],
    ['㏿ꀀ', false],
    ['ひらがな', false],
    ['한국', false],
  ])('%s is Chinese: %s', (text, chinese) => {
    expect(isChinese(text)).toBe(chinese);
  });

  test('keeps its length and case in plain form', () => {
    expect(plainText('ＧＰＴ（４）　說…')).toBe('GPT(4) 說…');
    expect(plainText('GPT 说')).toBe('GPT 说');
  });

  test('is simplified and in lower case in reading form', () => {
    expect(readingForm('他說 ‘It’s’ İ')).toBe("他说 'it's' İ");
    expect(readingForm('')).toBe('');
  });
});
