import { describe, expect, test } from 'vitest';
import {
  digitsEnd,
  foldText,
  hasUnit,
  isDigit,
  isHan,
  isLatin,
  isSpace,
  oneOf,
  skipSpaces,
  skipSpacesBack,
  textOf,
  unitSetOf,
  unitsFor,
} from './folded';

describe('the form in which figures are read', () => {
  test.each<[kind: string, text: string, folded: string]>([
    ['full-width digits and letters', '３７５ＡＢｃ％', '375ABc%'],
    ['traditional numerals and units', '三萬億圓', '三万亿元'],
    ['dashes', '5–8−2', '5-8-2'],
    ['spaces', '1\u2009000\u00a0km\u3000', '1 000 km '],
    ['slashes', '1⁄2', '1/2'],
    ['currency signs', '￥5 ￡6 ￠7 ￦8', '¥5 £6 ¢7 ₩8'],
    ['a wave dash and a ratio', '5〜8 3∶2', '5~8 3:2'],
    ['what is ordinary', 'It had 375 人', 'It had 375 人'],
    ['a full-width comma within a number', '４，５６５', '4,565'],
    ['a full-width comma between numbers', '增长3，200人', '增长3，200人'],
    ['a full-width comma after a full-width digit', '增长３，人', '增长3，人'],
    ['a full-width comma before a full-width digit', '人，３', '人，3'],
    ['a full-width stop within a decimal', '３．５', '3.5'],
    ['a full-width stop within a decimal of half width', '3．5', '3.5'],
    ['a full-width stop after a figure', '到3．他', '到3．他'],
    ['a full-width stop before a figure', '他．3', '他．3'],
    ['a full-width stop before a full-width digit', '他．３', '他.3'],
    ['a full-width stop within a name', 'Ｕ．Ｓ 2．Ａ ３．ｚ', 'U.S 2．A 3.z'],
    ['the first and last full-width letters', 'Ａ．Ｚ ａ．ｚ', 'A.Z a.z'],
    ['the first and last full-width digits', '０，９ ０．９', '0,9 0.9'],
    ['a full-width stop after a name', 'Ｕ．甲', 'U．甲'],
    ['a full-width stop before a name', '甲．Ｕ', '甲．U'],
  ])('of %s', (_, text, folded) => {
    expect(foldText(text)).toMatchObject({ raw: text, text: folded });
  });

  test.each<[text: string, lower: string]>([
    ['AZ az', 'az az'],
    ['@[', '@['],
    ['ÀÉ', 'àé'],
    ['ΩЖ', 'ωж'],
    ['ＡＺ', 'az'],
    ['Ⴀ', 'ⴀ'],
    ['Ꙁ', 'ꙁ'],
    ['中A', '中a'],
    ['İAZ', 'İaz'],
    ['', ''],
  ])('of %s is %s in lower case', (text, lower) => {
    expect(foldText(text).lower).toBe(lower);
  });

  test.each<[text: string, hasHan: boolean]>([
    ['一', true],
    ['鿿', true],
    ['5 人', true],
    ['人 5', true],
    ['375', false],
    ['カ', false],
    ['한', false],
    ['', false],
  ])('tells that %s has a Han character: %s', (text, hasHan) => {
    expect(foldText(text).hasHan).toBe(hasHan);
  });
});

describe('a character is', () => {
  const those = (chars: string, isOne: (code: number) => boolean) =>
    [...chars].filter((char) => isOne(char.charCodeAt(0))).join('');

  test.each<[string, (code: number) => boolean, chars: string, those: string]>([
    ['Han', isHan, '一鿿㐀䶿〇䷀々aカ한', '一鿿㐀䶿〇'],
    ['a digit', isDigit, '09/:a５', '09'],
    ['Latin', isLatin, 'AZaz@[`{ÀɏÖ×÷¿ɐ\u0300\u036f\u02ff\u0370Ω', 'AZazÀɏÖ\u0300\u036f'],
    ['white space', isSpace, ' \u00a0\u3000\t\n\r\u0008\u000ea\u2009', ' \u00a0\u3000\t\n\r'],
    ['no character at all', () => isHan(Number.NaN) || isDigit(Number.NaN) || isLatin(Number.NaN), 'a', ''],
  ])('%s', (_, isOne, chars, expected) => {
    expect(those(chars, isOne)).toBe(expected);
  });

  test('one of a few', () => {
    const marks = oneOf('，。');
    expect([-1, 0, 1, 2, 3].map((i) => marks('甲，。', i))).toEqual([false, false, true, true, false]);
    const set = unitSetOf('ab');
    expect(Array.from({ length: 200 }, (_, code) => code).filter((code) => hasUnit(set, code))).toEqual([97, 98]);
  });
});

test('runs of digits and spaces end at anything else and at the ends of the text', () => {
  expect([digitsEnd('a12b', 1), digitsEnd('a12', 1), digitsEnd('a12', 0)]).toEqual([3, 3, 0]);
  expect([skipSpaces('a  b', 1), skipSpaces('a  ', 1), skipSpaces('a', 0)]).toEqual([3, 3, 0]);
  expect([skipSpacesBack('a  b', 3), skipSpacesBack('  b', 2), skipSpacesBack('ab', 1)]).toEqual([1, 0, 1]);
});

test('a long text comes back whole from its units', () => {
  const long = '中a'.repeat(10_000);
  const units = unitsFor(long.length);
  for (let i = 0; i < long.length; i++) units[i] = long.charCodeAt(i);
  expect(textOf(units, long.length)).toBe(long);
  expect(textOf(units, 3)).toBe('中a中');
  expect(unitsFor(2)).toBe(unitsFor(3));
});

test('lowers every character as the engine does, where that keeps its length', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 65536; code++) {
    const { text, lower } = foldText(`汉Ab${String.fromCharCode(code)}`);
    const expected = text.toLowerCase();
    if (lower !== (expected.length === text.length ? expected : `汉ab${text.slice(3)}`)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  expect(foldText('汉𐐀').lower).toBe('汉𐐨');
});
