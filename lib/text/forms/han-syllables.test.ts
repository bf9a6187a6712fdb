import { expect, test } from 'vitest';
import { pinyinSyllables, syllableOf } from './han-syllables';

test('gives the usual reading of simplified characters', () => {
  expect([...'帧海科技中国女'].map(syllableOf)).toEqual(['zhen', 'hai', 'ke', 'ji', 'zhong', 'guo', 'nv']);
});

test('has no sound for what is not in the table', () => {
  expect(['a', '1', '。', 'が', '😀'].map(syllableOf)).toEqual([null, null, null, null, null]);
});

test('has the syllables of Mandarin, each in small letters', () => {
  expect(pinyinSyllables.size).toBeGreaterThan(390);
  expect([...pinyinSyllables].filter((syllable) => !/^[a-z]{1,6}$/.test(syllable))).toEqual([]);
});
