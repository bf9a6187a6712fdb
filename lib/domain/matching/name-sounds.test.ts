import { expect, test } from 'vitest';
import { countSyllables, soundKeysOfHan, soundKeysOfLatin, spellingsOfHan } from './name-sounds';

test.each([
  ['brightloom', '布莱特鲁姆'],
  ['orvane', '奥维恩'],
  ['tarnwick', '塔恩威克'],
  ['velorastat', '药维洛司他的'],
  ['covelan', '科维兰'],
  ['zuckerberg', '扎克伯格'],
  ['merkel', '默克尔'],
  ['magdeburg', '马格德堡'],
])('%s and %s have a sound in common', (latin, han) => {
  const keys = soundKeysOfHan(han);
  expect(soundKeysOfLatin(latin).some((key) => keys.includes(key))).toBe(true);
});

test.each([
  ['brightloom', '塔恩威克'],
  ['orvane', '诺维尔'],
])('%s and %s have none', (latin, han) => {
  const keys = soundKeysOfHan(han);
  expect(soundKeysOfLatin(latin).some((key) => keys.includes(key))).toBe(false);
});

test('a run longer than any name has keys of seven characters at most, of two sounds each, from every place', () => {
  const names = ['布莱特鲁姆', '科维兰', '塔恩威克'];
  const keys = soundKeysOfHan(names.join('').repeat(3));
  expect(Math.max(...keys.map(({ length }) => length))).toBeLessThanOrEqual(14);
  for (const name of names) expect(keys).toEqual(expect.arrayContaining(soundKeysOfHan(name)));
});

test('short names have no key, and words that do not transliterate have none', () => {
  expect(soundKeysOfLatin('lee')).toEqual([]);
  expect(soundKeysOfHan('营业收入')).toEqual([]);
});

test('pinyin is told from other names', () => {
  expect(['zhenhai', 'qiongyu', 'wumei', 'brightloom', 'x'].map(countSyllables)).toEqual([2, 2, 2, 0, 0]);
  expect(spellingsOfHan('帧海')).toEqual(['zhenhai']);
  expect(spellingsOfHan('王传福')).toEqual(['wangchuan', 'wangchuanfu', 'chuanfu']);
});
