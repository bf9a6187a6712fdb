import { describe, expect, it } from 'vitest';
import { pinyinOfName } from './pinyin-name';

describe('the pinyin of a name', () => {
  it.each([
    ['李明远', ['limingyuan', 'lmy']],
    ['世界卫生组织', ['shijieweishengzuzhi', 'sjwszz']],
    // Traditional characters sound like simplified ones.
    ['馬英九', ['mayingjiu', 'myj']],
    ['ＴＣＬ集团', ['tcljituan', 'tcljt']],
    ['马克·吐温', ['maketuwen', 'mktw']],
  ])('%s is typed as %j', (name, typed) => {
    expect(pinyinOfName(name)).toEqual(typed);
  });

  // Nobody can tell from the characters whether they begin with a surname.
  it.each([
    ['曾国藩', 'zengguofan', 'zgf'],
    ['单霁翔', 'shanjixiang', 'sjx'],
    ['查良镛', 'zhaliangyong', 'zly'],
    ['查理', 'chali', 'cl'],
    ['解放军报', 'jiefangjunbao', 'jfjb'],
    ['孟乐', 'mengle', 'ml'],
  ])('%s is typed as %s or %s at least', (name, whole, initials) => {
    expect(pinyinOfName(name)).toEqual(expect.arrayContaining([whole, initials]));
  });

  it.each(['', 'Ann Lee', '·', 'ひらがな'])('is not made of %j', (name) => {
    expect(pinyinOfName(name)).toEqual([]);
  });

  it('ends with what anybody types', () => {
    expect(pinyinOfName('李'.repeat(10_000))[1]).toHaveLength(40);
  });
});
