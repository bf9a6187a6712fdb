import { describe, expect, test } from 'vitest';
import { findEnumerationInconsistencies } from './enumeration';

/** The code, the words and the numbers of what is found. A counting word after the last number is not part of it. */
const found = (text: string) =>
  findEnumerationInconsistencies(text).map(({ code, start, end, values }) => [
    code,
    text.slice(start, end),
    values.total,
    values.parts,
  ]);

describe('where it lies and what it says', () => {
  test.each<[string, ReturnType<typeof found>[number]]>([
    ['公司共有375人，其中研发人员400人，都在杭州。', ['part-exceeds-total', '375人，其中研发人员400', 375, 400]],
    [
      'Its 375 employees, of whom 100 employees sell and 400 employees write code, are young.',
      ['part-exceeds-total', '375 employees, of whom 100 employees sell and 400', 375, 400],
    ],
    [
      '团队共375人，其中研发259人、产品80人、管理50人。',
      ['parts-differ-from-total', '375人，其中研发259人、产品80人、管理50', 375, 389],
    ],
    [
      '公司共 1,375 人，其中研发 1,259、产品 180。',
      ['parts-differ-from-total', '1,375 人，其中研发 1,259、产品 180', 1375, 1439],
    ],
    [
      '三地共有100家门店，分别为30家、40家和20家。',
      ['parts-differ-from-total', '100家门店，分别为30家、40家和20', 100, 90],
    ],
    ['收入中广告占60%、游戏占35%、其他占15%。', ['shares-exceed-whole', '60%、游戏占35%、其他占15%', 100, 110]],
    [
      'Ads make up 70% of sales, and the remaining 50% are services.',
      ['shares-exceed-whole', '70% of sales, and the remaining 50%', 100, 120],
    ],
  ])('%s', (text, one) => {
    expect(found(text)).toEqual([one]);
  });

  test('each sentence is read by itself, in order', () => {
    const [part, sum] = ['公司共有375人，其中研发人员400人。', '三地共有100家门店，分别为30家、40家和20家。'];
    expect(found(`${part}去年有20人。${sum}`).map(([code]) => code)).toEqual([
      'part-exceeds-total',
      'parts-differ-from-total',
    ]);
    expect(found('公司共有375人。其中研发人员400人。')).toEqual([]);
  });
});

describe('the total is the last amount before the words that divide it', () => {
  test.each<[string, number]>([
    ['12家公司共有375人，其中研发人员400人。', 375],
    ['The 12 firms have 375 employees, of whom 400 employees sell.', 375],
  ])('%s', (text, total) => {
    expect(found(text).map(([, , whole]) => whole)).toEqual([total]);
  });

  test.each([
    ['a share', '研发占比20%，其中400人在杭州，500人在北京。'],
    ['one far before them', `公司有375人，${'他们来自全国各地，'.repeat(5)}其中研发人员400人。`],
    ['none', '其中研发人员400人，共有375人。'],
    ['a second division', '公司共有375人，其中研发259人，其中算法300人。'],
    ['one of several in a phrase', '其中一家公司有375人，另一家有400人，其中之一很大。'],
  ])('%s is no total', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the parts', () => {
  test.each([
    [
      'end where the list goes on elsewhere',
      `公司共有375人，其中研发259人，${'他们来自全国各地，'.repeat(5)}学校有400人。`,
    ],
    ['are in the unit of the total', '公司共有375人，其中有12家分公司，共400家门店。'],
    ['are of the same time', 'It earns US$10 per month, of which US$12 per year is tax.'],
    ['are not what something grew from', '公司共有375人，其中研发人员从259人到400人。'],
    ['are not a value before a change', '公司共有375人，其中研发人员从259人增至300人。'],
    ['are not given by others', '公司共有375人，去年为350人，其中研发人员400人而北京却有20人。'],
    ['are not more than once in one', '公司共有375人，其中研发300人、产品200人，有重叠。'],
    ['may be among others', '三地共有100家门店，分别为30家、40家等。'],
    ['may be one alone', '三地共有100家门店，分别为30家。'],
    ['may be less where they are only some', '三地共有100家门店，包括30家、40家。'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    [
      'may exceed it in another unit of its kind',
      '总收入10亿元，其中广告12000万元、游戏95000万元。',
      'parts-differ-from-total',
    ],
    ['may be bare numbers after their labels', '公司共375人，其中研发300、产品80。', 'parts-differ-from-total'],
    ['may come after a share', '公司共375人，其中研发占80%，即300人，产品80人。', 'parts-differ-from-total'],
  ])('%s', (_, text, code) => {
    expect(found(text).map(([one]) => one)).toEqual([code]);
  });
});

describe('rounding is allowed for', () => {
  test.each([
    ['of large numbers', '全国共有1.2亿人，由0.6亿男性人和0.63亿人组成。', 0],
    ['not of things that are counted', '公司共375人，其中研发259人、产品117人。', 1],
    ['of things that are about so many', '公司共约375人，其中研发259人、产品117人。', 0],
    ['of many things', '全市共有3万人，其中男1.6万人、女1.44万人。', 0],
    ['and no further', '全市共有3万人，其中男1.6万人、女2.4万人。', 1],
  ])('%s', (_, text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  test('an open end reaches any total', () => {
    expect(found('三地共有100家门店，分别为30家、超过40家。')).toEqual([]);
    expect(found('三地共有至少100家门店，其中甲地90家、乙地40家。')).toEqual([]);
  });
});

describe('shares of one whole', () => {
  test.each([
    ['two without a remainder', '甲公司占70%，乙公司占50%。'],
    ['three whose words say that they grow', '甲占50%，乙占40%，丙占30%，都在增长。'],
    ['with more than a whole among them', '甲占150%，乙占40%，丙占30%。'],
    ['below zero', '甲占-10%，乙占90%，丙占80%。'],
    ['far apart', `甲占50%，乙占40%，${'他们来自全国各地'.repeat(6)}，丙占30%。`],
    ['without a mark or an “and” between them', '占50%的甲与40%的乙及30%的丙。'],
    ['that only rounding takes above', '甲占34%，乙占33%，丙占34%。'],
    ['per something', 'The shares are 50% a year, 40% a year and 30% a year.'],
  ])('%s are no finding', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a remainder makes two enough, in both languages', () => {
    expect(found('甲占70%，剩余50%归乙。')).toHaveLength(1);
    expect(found('Alpha accounts for 70%, and the rest, 50%, is for Beta.')).toHaveLength(1);
    expect(found('甲占70%，其余30%归乙。')).toEqual([]);
  });
});
