import { describe, expect, it } from 'vitest';
import { foldText } from '#lib/text/forms/folded';
import { readHanNumeral } from './chinese';
import { readWordNumeral } from './english';
import { readDigitNumeral } from './numeral';

describe('numerals in digits', () => {
  it.each([
    ['1,234,567', 1234567],
    ['12,34,567.89', 1234567.89],
    ['1 414 021 100', 1414021100],
    ['1.111,11', 1111.11],
    ['5,00', 5],
    ['3/4', 0.75],
    ['1 1/2', 1.5],
    ['2½', 2.5],
    ['1e10', 1e10],
    ['2.5x10^6', 2.5e6],
    ['2^5', 32],
    ['10k', 1e4],
    ['10M', 1e7],
    ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(readDigitNumeral(foldText(text), 0, { money: false })).toMatchObject({
      end: text.length,
      low: value,
      high: value,
    });
  });

  it('refuses a run of digits that no quantity has', () => {
    expect(readDigitNumeral(foldText('1'.repeat(31)), 0, { money: false })).toBeNull();
  });

  it.each([
    ['5m', false, 5e6],
    ['5m', true, 5e6],
    ['5m people', false, 5e6],
    ['5m high', false, 5],
    ['5m²', false, 5],
    ['5 m', false, 5],
    ['5 m', true, 5e6],
    ['5 m people', false, 5e6],
    ['5t', false, 5],
    ['5t', true, 5e12],
    ['5 B', false, 5],
    ['5 B users', false, 5e9],
    ['5 k', false, 5e3],
  ])('reads the letter after %s as a scale or leaves it to a unit', (text, money, value) => {
    expect(readDigitNumeral(foldText(text), 0, { money })?.low).toBe(value);
  });
});

describe('numerals in Han characters', () => {
  it.each([
    ['一百二十', 120],
    ['三百一', 310],
    ['一千零五', 1005],
    ['壹萬貳仟', 12000],
    ['四亿五千六百四十二万零一十五', 456420015],
    ['7万5千4百', 75400],
    ['4.78万亿', 4.78e12],
    ['二十五分之一', 0.04],
    ['三又二分之一', 3.5],
    ['十点五', 10.5],
    ['三万六', 36000],
    ['一点五亿', 1.5e8],
    ['二〇二三', 2023],
  ])('reads %s', (text, value) => {
    const numeral = readHanNumeral(foldText(text), 0);
    expect(numeral).toMatchObject({ end: text.length });
    expect(numeral?.low).toBeCloseTo(value, 9);
  });

  it.each([
    ['八九千', 8000, 9000, 'about'],
    ['几十万', 2e5, 9e5, 'about'],
    ['数十亿', 2e9, 9e9, 'about'],
    ['十几', 10, 10, 'more-than'],
    ['五百余万', 5e6, 5e6, 'more-than'],
    ['上千', 1000, 1000, 'at-least'],
    ['百亿', 1e10, 1e10, 'about'],
  ])('reads %s with its hint', (text, low, high, hint) => {
    expect(readHanNumeral(foldText(text), 0)).toMatchObject({ low, high, hint });
  });

  it('refuses a scale without a number', () => {
    expect(readHanNumeral(foldText('万一'), 0)).toBeNull();
  });
});

describe('numerals in English words', () => {
  it.each([
    ['twenty-one', 21],
    ['two hundred and six', 206],
    ['two hundred and two thousand', 202000],
    ['three million, two hundred and forty', 3000240],
    ['3.5 million', 3.5e6],
    ['two and a half million', 2.5e6],
    ['half a million', 5e5],
    ['a dozen', 12],
    ['three quarters', 0.75],
    ['nine point nought four', 9.04],
    ['three lakh crore', 3e12],
    ['one million and a half', 1.5e6],
    ['one hundred and three quarters', 100.75],
  ])('reads %s', (text, value) => {
    const numeral = readWordNumeral(foldText(text), 0);
    expect(numeral).toMatchObject({ end: text.length });
    expect(numeral?.low).toBeCloseTo(value, 9);
  });

  it.each([
    ['tens of thousands', 2e4, 9e4],
    ['several hundred', 200, 900],
    ['a couple of thousand', 2000, 2000],
  ])('reads %s as vague', (text, low, high) => {
    expect(readWordNumeral(foldText(text), 0)).toMatchObject({ low, high, hint: 'about' });
  });

  it('refuses an article alone and an ordinal', () => {
    expect(readWordNumeral(foldText('a house'), 0)).toBeNull();
    expect(readWordNumeral(foldText('fifth'), 0)).toBeNull();
  });
});
