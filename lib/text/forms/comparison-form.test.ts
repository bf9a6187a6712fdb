import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '#lib/testing/properties';
import { anyText } from '#lib/testing/article/any-text';
import { comparisonForm } from './comparison-form';
import { simplifiedPairs } from './traditional-characters';

describe('comparisonForm', () => {
  test.each([
    ['traditional and simplified', '資料顯示，員工憂鬱', '资料显示，员工忧郁'],
    ['full and half width', '３７５ａＢ％', '375aB%'],
    ['punctuation', '（甲），「乙」。', '(甲),“乙”.'],
    ['case', 'The FIRM', 'the firm'],
    ['apostrophes', 'didn’t', "didn't"],
    ['no-break spaces', '5\u00a0km\u3000', '5 km '],
  ])('makes %s alike', (_, one, other) => {
    expect(comparisonForm(one)).toBe(comparisonForm(other));
  });

  test.each([
    ['digits', '375', '376'],
    ['numerals', '万', '亿'],
    ['quotation marks and none', '“甲”', '甲'],
    ['a dash and a hyphen', '甲—乙', '甲-乙'],
    ['characters that no conversion joins', '未', '末'],
  ])('keeps %s apart', (_, one, other) => {
    expect(comparisonForm(one)).not.toBe(comparisonForm(other));
  });

  test('has one unit for each unit, and is its own form', () => {
    fc.assert(
      fc.property(anyText('漢|字|“|ＡＢ|\u3000|İ|😀|…'), (text) => {
        const form = comparisonForm(text);
        expect(form).toHaveLength(text.length);
        expect(comparisonForm(form)).toBe(form);
      }),
    );
  });
});

test('the table of simplified characters gives each one form, which is simplified itself', () => {
  const from = [...simplifiedPairs].filter((_, at) => at % 2 === 0);
  const to = [...simplifiedPairs].filter((_, at) => at % 2 === 1);
  expect(simplifiedPairs.length).toBe(2 * from.length);
  expect(new Set(from).size).toBe(from.length);
  expect(to.filter((char) => from.includes(char))).toEqual([]);
  expect(simplifiedPairs).toMatch(/^\p{Script=Han}+$/u);
});
