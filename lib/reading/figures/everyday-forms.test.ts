import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

/** The figures of a sentence, each with its ends, unit and what it is for each of. */
const figures = (text: string) =>
  findFigures(text).map(({ low, high, unit, per, qualifier }) => [low, high, unit, per, qualifier]);
const exactly = (value: number, unit: string | null, per: string | null = null) => [[value, value, unit, per, 'exact']];

describe('amounts of money', () => {
  test.each<[string, number, string]>([
    ['It cost $5.', 5, 'USD'],
    ['It cost US$1,250.50.', 1250.5, 'USD'],
    ['It cost $1.2bn.', 1.2e9, 'USD'],
    ['It cost $3 million.', 3e6, 'USD'],
    ['It cost $3m.', 3e6, 'USD'],
    ['It cost $450k.', 450_000, 'USD'],
    ['It cost A$40 million.', 4e7, 'AUD'],
    ['It cost C$40.', 40, 'CAD'],
    ['It cost HK$3 billion.', 3e9, 'HKD'],
    ['It cost €40.', 40, 'EUR'],
    ['It cost 40 euros.', 40, 'EUR'],
    ['It cost £2.4 million.', 2.4e6, 'GBP'],
    ['It cost 40 pounds sterling.', 40, 'GBP'],
    ['It cost ¥300 yuan.', 300, 'CNY'],
    ['It cost RMB 300 million.', 3e8, 'CNY'],
    ['It cost 300 million yuan.', 3e8, 'CNY'],
    ['It cost 5,000 yen.', 5000, 'JPY'],
    ['It cost 500 rupees.', 500, 'INR'],
    ['It cost CHF 200.', 200, 'CHF'],
    ['It cost USD 200.', 200, 'USD'],
    ['It cost 200 USD.', 200, 'USD'],
    ['It cost five dollars.', 5, 'USD'],
    ['花了300元。', 300, 'CNY'],
    ['花了3.5万元。', 35_000, 'CNY'],
    ['花了三百五十元。', 350, 'CNY'],
    ['花了12亿元人民币。', 1.2e9, 'CNY'],
    ['花了人民币12亿元。', 1.2e9, 'CNY'],
    ['花了300万美元。', 3e6, 'USD'],
    ['花了2亿欧元。', 2e8, 'EUR'],
    ['花了500万港元。', 5e6, 'HKD'],
    ['花了3000日元。', 3000, 'JPY'],
    ['花了20英镑。', 20, 'GBP'],
    ['花了两块钱。', 2, 'CNY'],
    ['花了8千元。', 8000, 'CNY'],
    ['花了1.5万亿元。', 1.5e12, 'CNY'],
  ])('%s', (text, value, currency) => {
    expect(figures(text)).toEqual(exactly(value, currency));
  });
});

describe('numbers in words', () => {
  test.each<[string, number]>([
    ['They sold twelve ferries.', 12],
    ['They sold twenty-five ferries.', 25],
    ['They sold three hundred ferries.', 300],
    ['They sold three hundred and five ferries.', 305],
    ['They sold two thousand four hundred ferries.', 2400],
    ['They sold one million ferries.', 1e6],
    ['They sold a dozen ferries.', 12],
    ['They sold 2.5 million ferries.', 2.5e6],
    ['They sold 3,750 ferries.', 3750],
    ['They sold 40 thousand ferries.', 40_000],
  ])('%s', (text, value) => {
    expect(figures(text)).toEqual(exactly(value, 'ferry'));
  });

  test.each<[string, number]>([
    ['来了十二人。', 12],
    ['来了二十五人。', 25],
    ['来了三百人。', 300],
    ['来了三百零五人。', 305],
    ['来了两千四百人。', 2400],
    ['来了一百万人。', 1e6],
    ['来了三千七百五十人。', 3750],
    ['来了4万人。', 40_000],
    ['来了1.2亿人。', 1.2e8],
    ['来了十万零三百人。', 100_300],
    ['来了两万五千人。', 25_000],
    ['来了一万二千三百四十五人。', 12_345],
  ])('%s', (text, value) => {
    expect(figures(text)).toEqual(exactly(value, 'person'));
  });
});

describe('shares', () => {
  test.each<[string, number]>([
    ['It fell to 8.4%.', 8.4],
    ['It fell to 8.4 per cent.', 8.4],
    ['It fell to 8.4 percent.', 8.4],
    ['降至8.4%。', 8.4],
    ['降至百分之八点四。', 8.4],
    ['降至百分之二十。', 20],
    ['It was −3%.', -3],
  ])('%s', (text, value) => {
    expect(figures(text)).toEqual(exactly(value, 'percent'));
  });

  test.each<[string, number]>([
    ['A third of the voters left.', 1 / 3],
    ['Two thirds of the voters left.', 2 / 3],
    ['Three quarters of the voters left.', 3 / 4],
    ['三分之一的选民离开了。', 1 / 3],
    ['四分之三的选民离开了。', 3 / 4],
  ])('%s', (text, share) => {
    const [found] = findFigures(text);
    const scale = found?.unit === 'percent' ? 100 : 1;
    expect(found?.low).toBeCloseTo(share * scale, 2);
  });
});

describe('measures', () => {
  test.each<[string, number, string]>([
    ['It is 12 km long.', 12, 'kilometre'],
    ['It is 12 kilometres long.', 12, 'kilometre'],
    ['It is 41 metres high.', 41, 'metre'],
    ['It is 6 feet high.', 6, 'foot'],
    ['It is 300 miles off.', 300, 'mile'],
    ['It weighs 20 kg.', 20, 'kilogram'],
    ['It weighs 500 tonnes.', 500, 'tonne'],
    ['It holds 3 litres.', 3, 'litre'],
    ['It took 18 months.', 18, 'month'],
    ['It took 3 weeks.', 3, 'week'],
    ['It took 90 minutes.', 90, 'minute'],
    ['It covers 20 hectares.', 20, 'hectare'],
    ['It covers 118 square kilometres.', 118, 'square kilometre'],
    ['It was 20°C.', 20, 'degree Celsius'],
    ['全长12公里。', 12, 'kilometre'],
    ['高41米。', 41, 'metre'],
    ['重500吨。', 500, 'tonne'],
    ['历时18个月。', 18, 'month'],
    ['占地20公顷。', 20, 'hectare'],
    ['面积118平方公里。', 118, 'square kilometre'],
  ])('%s', (text, value, unit) => {
    expect(figures(text)).toEqual(exactly(value, unit));
  });
});

describe('ranges and bounds', () => {
  test.each<[string, number | null, number | null, string]>([
    ['It takes 5–10 days.', 5, 10, 'exact'],
    ['It takes 5 to 10 days.', 5, 10, 'exact'],
    ['It takes between 5 and 10 days.', 5, 10, 'exact'],
    ['It takes about 5 days.', 5, 5, 'about'],
    ['It takes at least 5 days.', 5, null, 'at-least'],
    ['It takes more than 5 days.', 5, null, 'more-than'],
    ['It takes at most 5 days.', null, 5, 'at-most'],
    ['It takes up to 5 days.', null, 5, 'at-most'],
    ['It takes less than 5 days.', null, 5, 'less-than'],
    ['需要5至10天。', 5, 10, 'exact'],
    ['需要5到10天。', 5, 10, 'exact'],
    ['需要约5天。', 5, 5, 'about'],
    ['需要至少5天。', 5, null, 'at-least'],
    ['需要超过5天。', 5, null, 'more-than'],
    ['需要最多5天。', null, 5, 'at-most'],
    ['需要不到5天。', null, 5, 'less-than'],
  ])('%s', (text, low, high, qualifier) => {
    expect(figures(text)).toEqual([[low, high, 'day', null, qualifier]]);
  });
});

describe('rates', () => {
  test.each<[string, number, string, string]>([
    ['It costs $5 a day.', 5, 'USD', 'day'],
    ['It costs $5 per person.', 5, 'USD', 'person'],
    ['It burns 500 tonnes a year.', 500, 'tonne', 'year'],
    ['它每年消耗500吨。', 500, 'tonne', 'year'],
    ['票价每人20元。', 20, 'CNY', 'person'],
    ['It runs at 300 km/h.', 300, 'kilometre', 'hour'],
  ])('%s', (text, value, unit, per) => {
    expect(figures(text)).toEqual(exactly(value, unit, per));
  });
});

describe('numbers that are no figures', () => {
  test.each([
    'He flew on a Boeing 737.',
    'See page 12.',
    'Call 0571-88886666.',
    'It was on 12 March 2024.',
    '会议于2024年3月12日召开。',
    '见第12页。',
    'Version 2.5.1 is out.',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});
