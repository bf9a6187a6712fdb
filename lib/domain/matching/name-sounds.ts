/**
 * Names across scripts: a Latin name and its Han transliteration have one sound key (`Brightloom`, 布莱特鲁姆), a Chinese
 * name and its pinyin have one spelling key (`Zhenhai`, 帧海). Invariant: a key is made from one text alone, so it can be
 * indexed. Keys of fewer than three sounds are not made: too many words share them.
 *
 * A sound key keeps classes of consonants, as Soundex does (R. C. Russell, US patent 1,261,167, 1918), fitted to what
 * transliteration keeps: no voicing, no l or r, no r before a consonant, one nasal (Names of the World's Peoples,
 * Xinhua, 1993).
 */

import { pinyinSyllables, syllableOf } from '#lib/text/forms/han-syllables';

/**
 * Characters that transliterations are written with; a run of others is a word. From the tables of Xinhua's Names of
 * the World's Peoples.
 */
const transliterating = new Set(
  '阿埃艾爱安昂奥澳巴白拜班邦包鲍保贝本比彼毕宾波伯博勃布采策查茨达戴丹当道德登邓迪地蒂丁东顿多杜敦厄恩尔法凡范菲费芬丰冯佛夫弗福富盖冈戈哥格根贡古圭哈海汉豪赫亨' +
    '胡华怀惠霍基吉加贾杰金卡凯坎康考科克肯孔库拉莱来兰朗劳勒雷累里利丽莉莲列林琳刘卢鲁路伦罗洛吕马玛迈麦曼芒梅门蒙米密明莫姆穆默纳娜奈南内尼宁纽农努诺欧帕派潘庞佩彭' +
    '皮平珀普奇齐契恰乔切钦琴丘让热荣茹瑞若萨塞桑瑟森沙莎山尚绍舍申圣施石史舒斯司松苏孙索塔泰坦汤唐陶特腾提铁廷通图托瓦万汪旺威韦维伟魏温翁沃乌武西希锡夏香肖谢辛欣兴' +
    '休许雅亚延扬杨耶叶伊易因英尤约泽扎詹珍芝治兹朱卓佐娃妮妲黛蕾薇露绮娅丝思蓓菈他汀昔替珠堡翰逊摩墨隆涅捷什俄则罕侯洪孟弥仑伍伏岑滕瓜',
);

/** Classes of consonants at the beginning of a syllable; the longer spelling first. */
const initials: [string, string][] = [
  ['zh', 'S'],
  ['ch', 'S'],
  ['sh', 'S'],
  ['b', 'P'],
  ['p', 'P'],
  ['m', 'N'],
  ['f', 'F'],
  ['d', 'T'],
  ['t', 'T'],
  ['n', 'N'],
  ['l', 'L'],
  ['g', 'K'],
  ['k', 'K'],
  ['h', 'H'],
  ['j', 'S'],
  ['q', 'S'],
  ['x', 'S'],
  ['z', 'S'],
  ['c', 'S'],
  ['s', 'S'],
  ['r', 'L'],
  ['w', 'F'],
];

/** The sounds of a pinyin syllable: a leading vowel is `A`. */
function soundsOfSyllable(syllable: string): string {
  if (syllable === 'er') return 'L';
  const initial = initials.find(([spelling]) => syllable.startsWith(spelling))?.[1] ?? 'A';
  return /ng?$/.test(syllable) ? `${initial}N` : initial;
}

/** A vowel counts at the beginning of a name only; the same sound twice is once. */
function settle(sounds: string): string {
  const inner = sounds.slice(1).replaceAll('A', '');
  return (sounds.slice(0, 1) + inner).replaceAll(/(.)\1+/g, '$1');
}

const leastSounds = 3;

/** The longest transliteration that is keyed, in characters, and the shortest. */
const longest = 7;
const shortest = 2;

/**
 * Sound keys of the transliterations that a run of Han characters may hold: of each stretch of characters that
 * transliterate. A run longer than any name is read as its beginning.
 */
export function soundKeysOfHan(run: string): string[] {
  const keys = new Set<string>();
  const sounds = [...run].map((char) => (transliterating.has(char) ? soundsOfSyllable(syllableOf(char) ?? '') : null));
  for (let from = 0; from < sounds.length; from++) {
    let key = '';
    for (let to = from; to < Math.min(sounds.length, from + longest); to++) {
      const sound = sounds[to];
      if (sound === null || sound === undefined) break;
      key += sound;
      const settled = settle(key);
      if (to - from + 1 >= shortest && settled.length >= leastSounds) keys.add(settled);
    }
  }
  return [...keys];
}

/** English spellings by their sounds, tried in order at each place of a name in lower case; sticky. */
const spellings: [RegExp, string][] = [
  [/sch|tch|sh|ch|cz|dge|dg/y, 'S'],
  [/ph/y, 'F'],
  [/th/y, 'T'],
  [/ck|qu|kh/y, 'K'],
  [/gh(?=[aeiou])/y, 'K'],
  [/gh/y, ''],
  [/x/y, 'KS'],
  [/c(?=[eiy])/y, 'S'],
  [/g(?=[eiy])/y, 'S'],
  [/wr|rh/y, 'L'],
  [/kn(?=[aeiou])/y, 'N'],
  [/[bp]/y, 'P'],
  [/[dt]/y, 'T'],
  [/[gckq]/y, 'K'],
  [/[fv]/y, 'F'],
  [/[szj]/y, 'S'],
  [/[mn]/y, 'N'],
  [/l/y, 'L'],
  [/r(?=[aeiouy])/y, 'L'],
  [/r/y, ''],
  [/h(?=[aeiouy])/y, 'H'],
  [/w(?=[aeiouy])/y, 'F'],
  [/[aeiouy]+/y, 'A'],
];

function soundsOfLatin(name: string): string {
  let sounds = '';
  for (let i = 0; i < name.length; ) {
    let length = 1;
    for (const [spelling, sound] of spellings) {
      spelling.lastIndex = i;
      const found = spelling.exec(name);
      if (!found) continue;
      sounds += sound;
      length = found[0].length;
      break;
    }
    i += length;
  }
  return sounds;
}

/**
 * Sound keys of a name in Latin letters without diacritics, lower case. A name may have several, since `g`, `th` and a
 * final `r` are written in more than one way.
 */
export function soundKeysOfLatin(name: string): string[] {
  const variants = [name];
  if (/g[eiy]/.test(name)) variants.push(name.replaceAll(/g(?=[eiy])/g, 'gu'));
  if (name.includes('th')) variants.push(name.replaceAll('th', 's'));
  if (/r$/.test(name)) variants.push(`${name}a`);
  if (/burgh?$/.test(name)) variants.push(name.replace(/rgh?$/, ''));
  const keys = variants.map((variant) => settle(soundsOfLatin(variant)));
  return [...new Set(keys)].filter((key) => key.length >= leastSounds);
}

/** Syllables of a name with six letters at most each: the longest in pinyin is `zhuang`. */
const longestSyllable = 6;

/** How many pinyin syllables a Latin name has if it is wholly pinyin, or 0. */
export function countSyllables(name: string): number {
  const counts = [0];
  for (let end = 1; end <= name.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let from = Math.max(0, end - longestSyllable); from < end; from++) {
      const before = counts[from] ?? Number.POSITIVE_INFINITY;
      if (before + 1 < best && pinyinSyllables.has(name.slice(from, end))) best = before + 1;
    }
    counts[end] = best;
  }
  const count = counts[name.length] ?? 0;
  return Number.isFinite(count) ? count : 0;
}

/** The pinyin of two and of three neighbouring characters of a Han run, each in one word. */
export function spellingsOfHan(run: string): string[] {
  const syllables = [...run].map(syllableOf);
  return syllables.flatMap((_, at) =>
    [2, 3].flatMap((count) => {
      const own = syllables.slice(at, at + count);
      return own.length === count && own.every((syllable) => syllable !== null) ? [own.join('')] : [];
    }),
  );
}
