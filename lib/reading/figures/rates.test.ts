import { describe, expect, it } from 'vitest';
import { findFigures } from '#lib/reading/figures';

const rates = (text: string): unknown[] => findFigures(text).map(({ low, per }) => [low, per]);

describe('a rate', () => {
  it.each<[text: string, low: number, per: string]>([
    ['He averages 21.4 points a game.', 21.4, 'game'],
    ['11.2 rebounds per match', 11.2, 'game'],
    ['他场均21.4分', 21.4, 'game'],
    ['每场得21.4分', 21.4, 'game'],
    ['每场演出收入30万元', 300000, 'event'],
    ['12 goals a season', 12, 'season'],
    ['药价每盒18元', 18, 'box'],
    ['$6 a bottle', 6, 'bottle'],
    ['$4 a pop', 4, 'unit'],
    ['8元一个', 8, 'unit'],
    ['每个8元', 8, 'unit'],
    ['户均耕地9亩', 9, 'household'],
    ['水稻亩产650公斤', 650, 'mu'],
    ['亩均收益3000元', 3000, 'mu'],
    ['diluted EPS of $2.10', 2.1, 'share'],
    ['earnings per share of $2.10', 2.1, 'share'],
    ['28 pupils per class', 28, 'class'],
    ['5 cents per text message, it said', 5, 'text message'],
    ['$500 per child, they say', 500, 'child'],
    ['$213 per adult per year', 213, 'adult'],
    ['5 g of salt per 100g', 5, '100 grams'],
    ['5 mg per 100 ml', 5, '100 millilitres'],
    ['0.4 goals per 90 minutes', 0.4, '90 minutes'],
    ['95 grams of CO2 per kilometre', 95, 'kilometre'],
    ['9.3 people per 100,000 died', 9.3, '100000 people'],
    ['100公里油耗5.8升', 5.8, '100 kilometres'],
    ['每100克含脂肪8克', 8, '100 grams'],
  ])('%s', (text, low, per) => {
    expect(rates(text)).toEqual([[low, per]]);
  });

  it.each(['亏损30亿元一场风波', "the song '867-5309/Jenny'"])('is none in %s', (text) => {
    expect(findFigures(text).map(({ per }) => per)).toEqual([null]);
  });

  it.each(['20 days per company policy', '3 people per police reports', 'It has 40 rooms per our count.'])(
    'is none after a per that means according to: %s',
    (text) => {
      expect(rates(text)).toEqual([[Number(text.replace(/\D/g, '')), null]]);
    },
  );

  it.each<[text: string, per: string]>([
    ['CPM为5美元，单击8美元。', '1000 impressions'],
    ['每千次展示5美元8美元。', '1000 impressions'],
    ['A CPM of $5 and $8.', '1000 impressions'],
    ['每人5元加8元。', 'person'],
    ['人均五元和八元。', 'person'],
    ['每天五人八元。', 'day'],
    ['月均五人八元。', 'month'],
    ['每次点击五元八人。', 'click'],
    ['Monthly fees of five dollars and eight people.', 'month'],
    ['Annual costs of five dollars and eight people.', 'year'],
    ['Hourly pay of five dollars and eight people.', 'hour'],
    ['A cost per click of five dollars or eight euros.', 'click'],
    ['A per capita income of five dollars or eight euros.', 'person'],
  ])('before a figure is that of no other: %s', (text, per) => {
    expect(rates(text)).toEqual([
      [5, per],
      [8, null],
    ]);
  });

  it.each<[text: string, per: string]>([
    ['5元/人和8元。', 'person'],
    ['5元每人，8元。', 'person'],
    ['$5 per person and $8.', 'person'],
    ['$5 a year and $8.', 'year'],
    ['$5 per 1,000 impressions and $8.', '1000 impressions'],
  ])('behind a figure is that of no other: %s', (text, per) => {
    expect(rates(text)).toEqual([
      [5, per],
      [8, null],
    ]);
  });

  it('a game is that of a whole list of averages', () => {
    expect(rates('He had 28 points, 11 rebounds and 9 assists a game.')).toEqual([
      [28, 'game'],
      [11, 'game'],
      [9, 'game'],
    ]);
    expect(rates('场均22.5分、8.3个篮板')).toEqual([
      [22.5, 'game'],
      [8.3, 'game'],
    ]);
    expect(rates('场均22.5分，今天30分')).toEqual([
      [22.5, 'game'],
      [30, null],
    ]);
  });

  it('of each of two figures is its own', () => {
    expect(rates('CPM是5美元而CPC是8美元。')).toEqual([
      [5, '1000 impressions'],
      [8, 'click'],
    ]);
    expect(rates('$5 a year and $8 a month.')).toEqual([
      [5, 'year'],
      [8, 'month'],
    ]);
  });

  it.each([
    '每人都说好。共5元。',
    '每人都说好，共5元。',
    'Monthly talks went well. It cost five dollars.',
    'Monthly talks went well, and it cost five dollars.',
    '去年收入5元。',
    '5 dollars a year ago',
    '5 dollars a few times',
  ])('is named in the clause of its figure only: %s', (text) => {
    expect(rates(text)).toEqual([[5, null]]);
  });

  it.each<[text: string, per: string | null]>([
    ['$5 per square foot', 'square foot'],
    ['$5 per light-year', 'light-year'],
    ['$5 a metric ton', 'tonne'],
    ['$5 a gallon', 'gallon'],
    ['$5 an ounce', 'ounce'],
    ['$5 per pound', 'pound'],
    ['$5/mo', 'month'],
    ['$5/MWh', 'megawatt hour'],
    ['$5 per millennium', 'millennium'],
    ['$5 per thousand', '1000 impressions'],
    ['5元每瓦', 'watt'],
    ['5元/英里', 'mile'],
    ['每平方英尺5元', 'square foot'],
    ['每个小时5元', 'hour'],
    ['5元/度', 'kilowatt hour'],
    // In small letters milliwatts and megawatts are alike.
    ['$5/MW', null],
    ['$5 a bit', null],
    ['$5 per degree', null],
  ])('takes its unit from the table: %s', (text, per) => {
    expect(rates(text)).toEqual([[5, per]]);
  });
});

describe('the name of a month or a day is no rate', () => {
  it.each([
    ['6月产量为500吨。', 500, null],
    ['十一月产量500吨。', 500, null],
    ['上月产量500吨。', 500, null],
    ['本月收入3000元。', 3_000, null],
    ['6月均价2.3万元。', 23_000, null],
    ['6月租金收入2000元。', 2_000, null],
    ['昨日产量300桶。', 300, null],
    ['节日收入3000元。', 3_000, null],
    ['11月3日产量为300桶。', 300, null],
    ['月产量500吨。', 500, 'month'],
    ['12月月均产量500吨。', 500, 'month'],
    ['月租金2000元。', 2_000, 'month'],
    ['日产量300桶。', 300, 'day'],
    ['原油日均产量300桶。', 300, 'day'],
  ])('%s', (text, value, per) => {
    expect(rates(text)).toEqual([[value, per]]);
  });
});
