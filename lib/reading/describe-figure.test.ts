import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES, SIGNS } from '#lib/reading/figures/units/currency';
import { CENTS, COUNTRIES, HAN_MONEY, NOUNS } from '#lib/reading/figures/units/currency-names';
import { CLASSIFIERS, HAN_NOUNS, LATIN_NOUNS } from '#lib/reading/figures/units/names';
import { RATED, ROWS, UNITS } from '#lib/reading/figures/units/table';
import { FIGURES } from '#lib/reading/fixtures/figures';
import { describeFigure, type FigureLanguage } from './describe-figure';
import { type FigureReading } from './figure-types';
import { findFigures, readFigure } from './figures';

const reading = (
  low: number | null,
  high: number | null,
  unit: string | null,
  qualifier: FigureReading['qualifier'] = 'exact',
  per: string | null = null,
): FigureReading => ({ low, high, unit, qualifier, per });

const partsOf = (figure: FigureReading | null): FigureReading | null =>
  figure && reading(figure.low, figure.high, figure.unit, figure.qualifier, figure.per);

const LANGUAGES: FigureLanguage[] = ['en', 'zh'];

describe('a reading in words', () => {
  it.each<[figure: FigureReading, en: string, zh: string]>([
    [reading(3e6, 4.6e6, 'USD'), 'US$3,000,000 – 4,600,000', '300万–460万美元'],
    [reading(1.286e10, 1.286e10, 'CNY'), 'CN¥12,860,000,000', '128.6亿元'],
    [reading(2e12, 2e12, 'JPY'), 'JP¥2,000,000,000,000', '2万亿日元'],
    [reading(1.5e6, 1.5e6, 'CHF', 'about'), 'about CHF 1,500,000', '约150万瑞士法郎'],
    [reading(39218, 39218, 'CNY', 'exact', 'person'), 'CN¥39,218 per person', '每人39,218元'],
    [reading(12.5, 12.5, 'percent'), '12.5%', '12.5%'],
    [reading(4.5, 5, 'percent'), '4.5 – 5%', '4.5%–5%'],
    [reading(-3.5, -3.5, 'percent'), '−3.5%', '−3.5%'],
    [reading(-5, -3, 'percent'), '−5 to −3%', '−5%至−3%'],
    [reading(-2e8, -2e8, 'EUR'), '−€200,000,000', '−2亿欧元'],
    [reading(null, 5, 'percent', 'less-than'), 'less than 5%', '低于5%'],
    [reading(375, 375, 'person'), '375 people', '375人'],
    [reading(375, null, 'person', 'at-least'), 'at least 375 people', '至少375人'],
    [reading(null, 700, 'worker', 'at-most'), 'at most 700 workers', '至多700名工人'],
    [reading(null, 1900, 'panda', 'less-than'), 'fewer than 1,900 pandas', '少于1,900 pandas'],
    [reading(375, 375, null, 'about'), 'about 375', '约375'],
    [reading(1, 1, 'child'), '1 child', '1名儿童'],
    [reading(9800, 12000, 'person'), '9,800 – 12,000 people', '9,800–12,000人'],
    [reading(5, 12, 'USD', 'exact', '1000 impressions'), 'US$5 – 12 per 1,000 impressions', '每千次展示5–12美元'],
    [reading(0.6, 0.6, 'USD', 'exact', '1000000 tokens'), 'US$0.6 per 1,000,000 tokens', '0.6美元/1,000,000 tokens'],
    [reading(2e8, null, 'USD', 'more-than', 'year'), 'more than US$200,000,000 per year', '每年超过2亿美元'],
    [reading(470, 470, 'penny'), '470 pence', '470便士'],
    [reading(3, 3, 'ratio'), '3:1', '3:1'],
    [reading(2.5, 2.5, 'times'), '2.5×', '2.5倍'],
    [reading(6, 6, 'month'), '6 months', '6个月'],
    [reading(1.4e4, 1.4e4, 'square kilometre'), '14,000 square kilometres', '1.4万平方公里'],
    [reading(0.1 + 0.2, 0.1 + 0.2, null), '0.3', '0.3'],
    [reading(1e-9, 1e-9, null), '0.000000001', '0.000000001'],
    [reading(1.5e22, 1.5e22, null), '15,000,000,000,000,000,000,000', '15,000,000,000万亿'],
    [reading(123456789, 123456789, 'HKD'), 'HK$123,456,789', '123,456,789港元'],
    [reading(null, null, 'USD'), '', ''],
  ])('writes %j', (figure, en, zh) => {
    expect([describeFigure(figure, 'en'), describeFigure(figure, 'zh')]).toEqual([en, zh]);
  });

  it.each(LANGUAGES)('reads back every figure of the fixtures (%s)', (language) => {
    for (const { text } of FIGURES)
      for (const figure of findFigures(text)) {
        const written = describeFigure(figure, language);
        expect([written, partsOf(readFigure(written))]).toEqual([written, partsOf(figure)]);
      }
  });

  const units = new Set<string>([
    ...CODES,
    ...[HAN_MONEY, NOUNS, CENTS, SIGNS, ...COUNTRIES.values()].flatMap((names) => [...names.values()]),
    ...UNITS.keys(),
    ...[...CLASSIFIERS.values()].filter((unit) => unit !== null),
    ...[HAN_NOUNS, LATIN_NOUNS].flatMap((names) => [...names.values()]),
  ]);
  // A code that is read as another one, and what no figure has: ranges of ratios, parts of an occasion.
  for (const unit of ['CNH', 'ratio', 'time']) units.delete(unit);

  it.each(LANGUAGES)('reads back every unit that the reader knows (%s)', (language) => {
    const values = [
      reading(375, 375, null),
      reading(1, 1, null),
      reading(5, 12, null),
      reading(1, 20000, null),
      reading(3e6, 4.6e6, null, 'about'),
      reading(12.5, null, null, 'at-least'),
      reading(39218, null, null, 'more-than'),
      reading(null, 1.286e10, null, 'less-than'),
      reading(null, 1999, null, 'at-most'),
    ];
    for (const unit of [null, ...units])
      for (const value of values) {
        const figure = { ...value, unit };
        const written = describeFigure(figure, language);
        expect([written, partsOf(readFigure(written))]).toEqual([written, figure]);
      }
  });

  const rates = [
    ...ROWS.filter(({ name, dimension }) => RATED.has(dimension) && name !== 'bit').map(({ name }) => name),
    ...(
      'person share household unit time order click vehicle user employee customer token dozen ticket patient ' +
      'student question account action game season session trip box crate bottle bag pack can cup bowl copy seat room house ' +
      'animal tree dose lesson event class'
    ).split(' '),
    '1000 impressions',
    '100 people',
    '1000000 tokens',
    '100 grams',
    '100 kilometres',
    '90 minutes',
  ];

  it.each(LANGUAGES)('reads back every rate that the reader knows (%s)', (language) => {
    for (const per of rates)
      for (const figure of [
        reading(5, 12, 'USD', 'exact', per),
        reading(300, 300, 'CNY', 'about', per),
        reading(12.5, null, 'person', 'at-least', per),
        reading(4, 4, null, 'exact', per),
        reading(null, 3, 'percent', 'at-most', per),
      ]) {
        const written = describeFigure(figure, language);
        expect([written, partsOf(readFigure(written))]).toEqual([written, figure]);
      }
  });

  it.each(LANGUAGES)('never rounds and never has an exponent (%s)', (language) => {
    const value = fc
      .tuple(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: -12, max: 9 }), fc.boolean())
      .map(([digits, exponent, negative]) => Number(`${negative ? '-' : ''}${digits}e${exponent}`));
    const unit = fc.constantFrom('USD', 'CNY', 'CHF', 'percent', 'person', 'tonne', 'hour', null);
    fc.assert(
      fc.property(value, unit, (number, of) => {
        const figure = reading(number, number, of);
        const written = describeFigure(figure, language);
        expect(written).not.toMatch(/\de[+-]?\d/);
        expect([written, partsOf(readFigure(written))]).toEqual([written, figure]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a reading typed by a reviewer', () => {
  it.each<[text: string, figure: FigureReading]>([
    ['300-460万美元', reading(3e6, 4.6e6, 'USD')],
    [' at least 375 people\n', reading(375, null, 'person', 'at-least')],
    ['12%', reading(12, 12, 'percent')],
    ['人民币3亿元', reading(3e8, 3e8, 'CNY')],
    ['约375名员工', reading(375, 375, 'employee', 'about')],
    ['$5-$12 per 1,000 impressions', reading(5, 12, 'USD', 'exact', '1000 impressions')],
    ['CPM 5-12美元', reading(5, 12, 'USD', 'exact', '1000 impressions')],
    ['每年2亿美元', reading(2e8, 2e8, 'USD', 'exact', 'year')],
    ['2亿美元一年', reading(2e8, 2e8, 'USD', 'exact', 'year')],
    ['三分之一', reading(0.333333333333333, 0.333333333333333, null)],
  ])('reads %s', (text, figure) => {
    expect(partsOf(readFigure(text))).toEqual(figure);
  });

  it.each(['', '  ', '美元', '375人说', 'about', '5% and 6%', 'it was 5%', '2023年', '第3', '5%?', 'GPT-4', '5 2 1'])(
    'refuses %j',
    (text) => {
      expect(readFigure(text)).toBeNull();
    },
  );

  it('never throws, and takes only figures that it finds as well', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const figure = readFigure(text);
        if (figure) expect(findFigures(text)).toEqual([figure]);
      }),
    );
  });
});
