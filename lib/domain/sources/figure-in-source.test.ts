import { describe, expect, test } from 'vitest';
import { figuresInSource } from './figure-in-source';

/** Each figure that is found, as its words and how it compares. */
const found = (claim: string, source: string) =>
  figuresInSource(claim, source).map(({ text, relation }) => [text, relation]);
const first = (claim: string, source: string) => found(claim, source)[0];

describe('a figure that is the claim’s', () => {
  test.each<[string, string, string]>([
    ['The yard has 1,450 welders.', 'In all the yard has 1450 welders.', '1450 welders'],
    ['The yard has about 1,450 welders.', 'The yard has 1,450 welders.', '1,450 welders'],
    ['The dam is 41 metres high.', 'The dam is 4,100 centimetres high.', '4,100 centimetres'],
    ['It cost the yard $3.75 million.', 'It cost the yard $3,750,000.', '$3,750,000'],
    ['The yard earns $12 million a year.', 'The yard earns $12 million.', '$12 million'],
    ['Half of the yard’s welders left.', '50% of the yard’s welders left.', '50%'],
    ['船厂有焊工一千四百五十人。', '船厂有焊工1450人。', '1450人'],
    ['焊接用了18个月。', 'The welding of it took 18 months.', '18 months'],
  ])('%s / %s', (claim, source, words) => {
    const [text = '', relation] = first(claim, source) ?? [];
    expect(relation).toBe('same');
    expect(words).toContain(text);
  });

  test('is not quite the same where one of the two is a bound', () => {
    expect(first('The yard has 1,450 welders.', 'The yard has more than 1,450 welders.')?.[1]).not.toBe('same');
    expect(first('The yard has more than 1,450 welders.', 'The yard has more than 1,450 welders.')?.[1]).toBe('same');
    expect(first('The yard has more than 1,450 welders.', 'The yard has 1,450 welders.')?.[1]).not.toBe('same');
  });

  test('is told without the words before its number', () => {
    for (const bound of ['about', 'nearly', 'at least', 'up to', 'more than'])
      expect(first('The yard has 1,450 welders.', `The yard has ${bound} 1,450 welders.`)?.[0]).toMatch(/^1,450/);
    expect(first('船厂有焊工1450人。', '船厂有焊工约为1450人。')?.[0]).toMatch(/^1450/);
  });
});

describe('of figures that measure alike', () => {
  test.each<[string, string, string, string, string]>([
    [
      'a share beside a count of the same people',
      '五分之一的焊工没有证。',
      '对1,050名焊工的调查显示，20%的焊工没有证。',
      '20%',
      'same',
    ],
    [
      'whose it is',
      'Bremer Yards has 900 welders.',
      'Arvale Docks has 900 welders and Bremer Yards has 640 welders.',
      '640',
      'differs',
    ],
    [
      'what was asked and what was paid',
      'The yard was sold for $9 million.',
      'The yard was on the market at $9 million. It was sold for $7 million.',
      '$7 million',
      'differs',
    ],
    ['another half of the year', '船厂上半年造船14艘。', '上半年造船11艘，下半年造船14艘。', '14', 'other-date'],
    ['another day', '昨天确诊病例31例。', '前天确诊病例31例，昨天确诊病例27例。', '31', 'other-date'],
    [
      'what it came down from',
      'The yard earned $5 million last year.',
      'The yard earned $3 million last year, down from $5 million the year before.',
      '$5 million',
      'other-date',
    ],
    ['a rate for another measure', '厂房租金每平方米9元。', '厂房租金每平方英尺9元。', '9元', 'other-unit'],
    [
      'a list of owners',
      'The foreman earned $90,000.',
      'Pay: the foreman, $80,000; the clerk, $90,000.',
      '$80,000',
      'differs',
    ],
    [
      'the noun that a classifier leaves open',
      'The city has 52 hospitals.',
      '全市有医院47家、诊所520家。',
      '47',
      'differs',
    ],
    ['a noun between two counts', 'The line serves 60 towns.', 'The line runs 90 aircraft to 60 towns.', '60', 'same'],
    ['a phase and a count', '二期临床入组患者300例。', '二期入组患者300例，一期入组30例。', '300', 'same'],
    ['which quarter', '船厂第三季度造船14艘。', '船厂第二季度造船14艘，第三季度造船9艘。', '14', 'other-date'],
    [
      'whose it is in a list',
      'The foreman has nine boats.',
      'The foreman has four boats; his aunt has nine boats.',
      'four',
      'differs',
    ],
    ['incidents', '全年发生事故31起。', 'The year saw 31 accidents.', '31', 'same'],
  ])('the one meant is told by %s', (_, claim, source, text, relation) => {
    expect(first(claim, source)).toEqual([text, relation]);
  });

  test.each([
    ['狼有240只。', '林区护林员24名，有鹿2400头。'],
    ['The yard has 1,100 welders.', 'The yard has a wall. Some 110 geese were seen.'],
  ])('none is %s', (claim, source) => {
    expect(found(claim, source)).toEqual([]);
  });
});

describe('a figure that is nearly the claim’s', () => {
  test.each<[string, string, string]>([
    ['a finer one that rounds to it', 'The yard has 1,500 welders.', 'The yard has 1,487 welders.'],
    ['a finer sum of money', 'It cost the yard $3.8 million.', 'It cost the yard $3.77 million.'],
    ['a coarser one that says about', 'The yard has 1,487 welders.', 'The yard has about 1,500 welders.'],
  ])('%s is within rounding', (_, claim, source) => {
    expect(first(claim, source)?.[1]).toBe('within-rounding');
  });

  test('a coarser one that says no “about” is another value', () => {
    expect(first('The yard has 1,487 welders.', 'The yard has 1,500 welders.')?.[1]).toBe('differs');
  });

  test.each<[string, string, string]>([
    ['a tenth', 'The yard has 1,450 welders.', 'The yard has 145 welders.'],
    ['a thousand times', 'It cost the yard $3.75 million.', 'It cost the yard $3.75 billion.'],
    ['万 for 亿', '船厂投资3.75亿元。', '船厂投资3.75万元。'],
  ])('%s is off by a power of ten', (_, claim, source) => {
    expect(first(claim, source)?.[1]).toBe('power-of-ten');
  });

  test.each<[string, string, string]>([
    ['another currency', 'It cost the yard $3.75 million.', 'It cost the yard €3.75 million.'],
    ['points for per cent', 'The yard’s share rose by 8.4%.', 'The yard’s share rose by 8.4 percentage points.'],
    ['feet for metres', 'The dam of the yard is 41 metres high.', 'The dam of the yard is 41 feet high.'],
  ])('%s is another unit', (_, claim, source) => {
    expect(first(claim, source)?.[1]).toBe('other-unit');
  });

  test('another value of the same thing differs', () => {
    expect(found('The yard has 1,450 welders.', 'The yard has 1,210 welders.')).toEqual(
      [['1,210', 'differs']].map(([text, relation]) => [expect.stringContaining(text ?? ''), relation]),
    );
  });
});

describe('a figure that counts another thing is none', () => {
  test.each<[string, string, string]>([
    ['other things', 'The yard has 1,450 cranes.', 'The yard has 1,450 lamps.'],
    ['other people', 'The hospital has 1,450 nurses.', 'The hospital has 1,450 doctors.'],
    ['money', 'The yard has 1,450 cranes.', 'The yard cost $1,450.'],
    ['a length', 'The yard has 1,450 cranes.', 'The yard is 1,450 metres long.'],
    ['a share', 'The yard has 50 cranes.', 'The yard has 50% of the cranes.'],
    ['the other side', 'Exports reached $3.75 billion.', 'Imports reached $3.75 billion.'],
    ['another round', 'The second round raised $3.75 million.', 'The third round raised $3.75 million.'],
    ['a rate', 'The yard burned 500 tonnes.', 'The yard burned 500 tonnes a day.'],
    ['other classifiers', '全市新增共享单车1450辆。', '全市新增报纸1450份。'],
  ])('%s', (_, claim, source) => {
    expect(found(claim, source).filter(([, relation]) => relation === 'same')).toEqual([]);
  });

  test('nor is a year, unless the claim has one', () => {
    expect(found('The yard has 2,019 welders.', 'The yard in 2019, 2020 and 2021.')).toEqual([]);
  });

  test('and a text without figures has none, and a claim without one', () => {
    expect(found('The yard has 1,450 welders.', 'The yard has welders.')).toEqual([]);
    expect(found('The yard has welders.', 'The yard has 1,450 welders.')).toEqual([]);
    expect(found('', '')).toEqual([]);
  });
});

describe('a figure of another time', () => {
  test.each<[string, string, string]>([
    ['another year', 'In 2022 the yard had 1,450 welders.', 'In 2021 the yard had 1,450 welders.'],
    ['last year', 'This year the yard has 1,450 welders.', 'Last year the yard had 1,450 welders.'],
    ['what was left for another value', '目前船厂的最低工资为2100元。', '船厂的最低工资由2100元调整为2300元。'],
  ])('is of another date: %s', (_, claim, source) => {
    expect(found(claim, source).find(([text]) => /1,450|2100/.test(text ?? ''))?.[1]).toBe('other-date');
  });

  test('is not that from which it changed', () => {
    const claim = 'This year welding prices rose by 5%.';
    expect(first(claim, 'Against last year welding prices rose by 5%.')?.[1]).toBe('same');
    expect(first('This year welding costs are 5%.', 'Last year welding costs were 5%.')?.[1]).toBe('other-date');
  });

  test('is any where the claim or the source tells none', () => {
    expect(first('The yard has 1,450 welders.', 'In 2021 the yard had 1,450 welders.')?.[1]).toBe('same');
    expect(first('In 2022 the yard had 1,450 welders.', 'The yard had 1,450 welders.')?.[1]).toBe('same');
  });

  test('without a time of its own a claim is about the newest', () => {
    const figures = found(
      'The yard has 1,450 welders.',
      'In 2020 the yard had 1,450 welders; in 2021 the yard had 1,610 welders.',
    );
    expect(
      figures.map(([text, relation]) => [Number.parseInt((text ?? '').replace(',', ''), 10), relation]).toSorted(),
    ).toEqual([
      [1450, 'other-date'],
      [1610, 'differs'],
    ]);
  });
});

test('what a claim’s figure is about comes before how long it took', () => {
  expect(first('In 18 months the yard built 1,450 cranes.', 'The yard built 1,450 cranes in 20 months.')?.[1]).toBe(
    'same',
  );
  expect(first('Prices rose by 5% to 84%.', 'Prices rose to 84%.')?.[1]).toBe('same');
});

test.each([
  ['The harbour had 386 staff in 2023.', 'The harbour had a staff of 375 in 2023.', 0.029],
  ['2023年，该港有340名员工。', '2023年该港共有员工400人。', -0.15],
  ['The harbour had 375 staff in 2023.', 'The harbour had a staff of 375 in 2023.', null],
  ['The harbour had 3,750 staff in 2023.', 'The harbour had a staff of 375 in 2023.', null],
])('says how far a figure is off: %s', (claim, source, deviation) => {
  const [found] = figuresInSource(claim, source);
  expect(found?.deviation && Number(found.deviation.toFixed(3))).toBe(deviation);
});

test.each([
  ['Revenue fell to $3.1 million in 2023.', 'Revenue fell from $4.2 million to $3.1 million in 2023.', '$3.1 million'],
  ['Unemployment rose to 5.1% in March.', 'Unemployment rose from 4.2% to 5.1% in March.', '5.1%'],
  ['The death toll rose to 128.', 'On Monday the death toll rose from 94 to 128, officials said.', '128'],
  ['The bank cut its rate to 3.5%.', 'The bank cut its rate from 4% to 3.5% on Thursday.', '3.5%'],
  ['失业率升至5.1%。', '失业率由4.2%升至5.1%。', '5.1%'],
])('takes the end of a change for what it changed to: %s', (claim, source, words) => {
  const [best, ...others] = found(claim, source);
  expect(best).toEqual([words, 'same']);
  expect(others.every(([, relation]) => relation === 'other-date')).toBe(true);
});

test.each([
  ['The company has 375 employees.', 'The company had 410 employees in 2022 and has 375 employees now.', '375'],
  ['The company has 375 employees.', 'It had 410 employees in 2022 but now has 375 employees.', '375'],
  ['该公司有员工375人。', '该公司2022年有员工410人，现有员工375人。', '375'],
])('takes a figure of another year for no contradiction: %s', (claim, source, words) => {
  const [best, ...others] = found(claim, source);
  expect(best).toEqual([words, 'same']);
  expect(others.every(([, relation]) => relation === 'other-date')).toBe(true);
});
