import { describe, expect, test } from 'vitest';
import { findUpsideDownRanges } from './upside-down-ranges';

const found = (text: string) =>
  findUpsideDownRanges(text).map(({ start, end, values }) => [text.slice(start, end), values.first, values.second]);

describe('a range from the higher to the lower', () => {
  test.each<[string, [string, number, number]]>([
    ['单价为12-5美元。', ['12-5美元', 12, 5]],
    ['成本约460-300万美元。', ['460-300万美元', 4.6e6, 3e6]],
    ['成本约1.2亿-9000万元。', ['1.2亿-9000万元', 1.2e8, 9e7]],
    ['费用为8万-5万。', ['8万-5万', 8e4, 5e4]],
    ['人数在400人至300人之间。', ['在400人至300人之间', 400, 300]],
    ['人数约1,400到1,300人左右。', ['约1,400到1,300人左右', 1400, 1300]],
    ['The CPM is US$12–US$5.', ['US$12–US$5', 12, 5]],
    ['The share is 25%-20%.', ['25%-20%', 25, 20]],
    ['It costs US$4.6–3 million.', ['US$4.6–3 million', 4.6e6, 3e6]],
    ['It takes between 12 and 5 days.', ['between 12 and 5 days', 12, 5]],
    ['成本约5千-3千元。', ['5千-3千元', 5000, 3000]],
    ['成本约5百万-3百万元。', ['5百万-3百万元', 5e6, 3e6]],
    ['成本约5千万-3千万元。', ['5千万-3千万元', 5e7, 3e7]],
    ['成本约5万亿-3万亿元。', ['5万亿-3万亿元', 5e12, 3e12]],
    ['It costs 5 thousand-3 thousand dollars.', ['5 thousand-3 thousand dollars', 5000, 3000]],
    ['It costs $5 trillion-$3 trillion.', ['$5 trillion-$3 trillion', 5e12, 3e12]],
    ['It costs €5bn–€3bn.', ['€5bn–€3bn', 5e9, 3e9]],
    ['It takes 20190–18 months.', ['20190–18 months', 20190, 18]],
    ['人数介于400至300人之间。', ['介于400至300人之间', 400, 300]],
    ['需要9到7天不等。', ['需要9到7天不等', 9, 7]],
    ['It takes between 3 billion and 2.5 billion.', ['between 3 billion and 2.5 billion', 3e9, 2.5e9]],
  ])('%s', (text, range) => {
    expect(found(text)).toEqual([range]);
  });

  test('is found wherever it stands, in the order of the text, once', () => {
    const text = 'It takes 9–7 days here. There it takes between 12 and 5 days, 在400至300人之间, and 8–6 weeks.';
    expect(found(text).map(([words]) => words)).toEqual([
      '9–7 days',
      'between 12 and 5 days',
      '在400至300人之间',
      '8–6 weeks',
    ]);
  });

  test('far after words that tell of a decrease is found', () => {
    expect(found('Sales fell. In the shops it takes 9–7 days.')).toHaveLength(1);
    expect(found('销量下降。门店里的配送时间如今为9-7天。')).toHaveLength(1);
  });
});

describe('no range upside down', () => {
  test.each([
    ['numbers that are equal', 'It takes 7–7 days.'],
    ['numbers in order by their scales', '价格为9000万-1.2亿元。'],
    ['a scale that only the second has, of which the first is a small part', '成本约300-460万美元。'],
    ['a first number without the scale of the second', '价格为800-1万元。'],
    ['a second number without the scale of the first', '成本约9000万-1.2美元。'],
    ['numbers without a unit', 'They met 12–5 there.'],
    ['a number with a scale and one with neither scale nor unit', 'It is 12–5 million there, or 9 million–7.'],
    ['two units', '长度为12米-5公里。'],
    ['two currencies', 'It costs US$12–€5 there.'],
    ['a year', 'He stayed 2019–18 months.'],
    ['a third number', 'Take 12–5–3 people.'],
    ['a decimal that goes on', 'Take 12–5.3.1 people.'],
    ['a telephone number', '请拨 0571-8888-5 人。'],
    ['a date', '会议在2023-11-05人。'],
    ['a version', 'Model GPT-4-3 users wait.'],
    ['what somebody won', 'She won 12–5% there.'],
    ['what it fell by', 'It fell 12–5%.'],
    ['what it fell to', '占比从12%-5%。'],
    ['the number of a page', '见第12-5页。'],
    ['what it was cut by', 'It was cut 12–5%.'],
    ['a result', '他们以比分12-5人获胜'],
    ['a vote', 'It passed on a vote of 12–5 people.'],
    ['a number of a series', 'See no. 12–5 people.'],
    ['a second unit in words', 'It takes 12 weeks–5 days.'],
    ['numbers in order', 'It takes 5–7 days, between 5 and 7 days, 在300人至400人之间。'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a first number ten times as large as the second shares its scale, and a larger one does not', () => {
    expect(found('成本约100-10万美元。')).toEqual([['100-10万美元', 1e6, 1e5]]);
    expect(found('成本约101-10万美元。')).toEqual([]);
  });
});
