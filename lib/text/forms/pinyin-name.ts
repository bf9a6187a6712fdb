/**
 * How a Chinese name is typed on a keyboard without Chinese: its pinyin in one word (`limingyuan`), and the first letters
 * of its syllables (`lmy`). Latin letters and digits of a name stay (TCL集团 is `tcljituan` and `tcljt`).
 */
import { comparisonForm } from './comparison-form';
import { syllableOf } from './han-syllables';

/** Characters that are read otherwise where they are a surname (Xinhua Dictionary). */
const surnames: Readonly<Record<string, string>> = {
  ...{
    曾: 'zeng',
    单: 'shan',
    仇: 'qiu',
    区: 'ou',
    解: 'xie',
    查: 'zha',
    朴: 'piao',
    盖: 'ge',
    翟: 'zhai',
    冼: 'xian',
  },
  ...{ 种: 'chong', 繁: 'po', 乐: 'yue', 缪: 'miao', 折: 'she', 召: 'shao' },
};

/** Longer names of bodies are found by their beginning. */
const mostChars = 40;

/**
 * The ways to type a name, without tones and in lower case: pinyin and initials, and both again where it may begin with a
 * surname that is read otherwise (查良镛, but 查理). None for a name without Han characters.
 */
export function pinyinOfName(name: string): string[] {
  const chars = [...comparisonForm(name)].slice(0, mostChars);
  if (!chars.some((char) => syllableOf(char) !== null)) return [];
  const usual = chars.map((char) => syllableOf(char) ?? (/[a-z0-9]/.test(char) ? char : ''));
  const surname = surnames[chars[0] ?? ''];
  const readings = surname === undefined ? [usual] : [usual, [surname, ...usual.slice(1)]];
  return [
    ...new Set(readings.flatMap((reading) => [reading.join(''), reading.map((one) => one.slice(0, 1)).join('')])),
  ];
}
