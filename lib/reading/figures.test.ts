import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHINESE,
  CHINESE_NONE,
  ENGLISH,
  ENGLISH_NONE,
  FIGURES,
  type FigureFixture,
  MIXED,
} from '#lib/reading/fixtures/figures';
import { growth, growthOver, linearGrowth } from '#lib/testing/growth';
import { describeNeeding } from '#lib/testing/needs';
import { dataset } from '#lib/testing/outside/datasets';
import { type Figure } from './figure-types';
import { findFigures } from './figures';

const brief = (figure: Figure): unknown[] => [
  figure.text,
  figure.low,
  figure.high,
  figure.unit,
  figure.qualifier,
  figure.per,
  figure.change ?? null,
];
const expected = (fixture: FigureFixture): unknown[][] =>
  fixture.figures.map(([text, low, high, unit, qualifier = 'exact', per = null, change = null]) => [
    text,
    low,
    high,
    unit,
    qualifier,
    per,
    change,
  ]);

describe('figures in news prose', () => {
  it.each(CHINESE.map((fixture) => [fixture.text, fixture] as const))('reads %s', (text, fixture) => {
    expect(findFigures(text).map(brief)).toEqual(expected(fixture));
  });

  it.each(ENGLISH.map((fixture) => [fixture.text, fixture] as const))('reads %s', (text, fixture) => {
    expect(findFigures(text).map(brief)).toEqual(expected(fixture));
  });

  it.each(MIXED.map((fixture) => [fixture.text, fixture] as const))('reads both languages in %s', (text, fixture) => {
    expect(findFigures(text).map(brief)).toEqual(expected(fixture));
  });

  it.each([...CHINESE_NONE, ...ENGLISH_NONE].map((fixture) => fixture.text))('finds no figure in %s', (text) => {
    expect(findFigures(text).map(brief)).toEqual([]);
  });

  it('reads every sentence the same inside a longer text', () => {
    const text = FIGURES.map((fixture) => fixture.text).join('\n');
    expect(findFigures(text).map((figure) => figure.text)).toEqual(
      FIGURES.flatMap((fixture) => findFigures(fixture.text).map((figure) => figure.text)),
    );
  });
});

/** ASCII, yen and pound signs and spaces in their full-width forms (Unicode block Halfwidth and Fullwidth Forms). */
const wide = (text: string): string =>
  text
    .replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    .replace(/ /g, '\u3000')
    .replace(/¥/g, '￥')
    .replace(/£/g, '￡');

const values = (text: string): unknown[] =>
  findFigures(text).map(({ low, high, unit, qualifier, per }) => [low, high, unit, qualifier, per]);

describe('one text in several encodings', () => {
  const forms: [name: string, rewrite: (text: string) => string][] = [
    ['normalised as NFC', (text) => text.normalize('NFC')],
    ['normalised as NFD', (text) => text.normalize('NFD')],
    ['normalised as NFKC', (text) => text.normalize('NFKC')],
    ['in full-width forms', wide],
    ['with full-width digits', (text) => text.replace(/\d/g, wide)],
    ['with full-width letters', (text) => text.replace(/[A-Za-z]/g, wide)],
    ['with full-width signs', (text) => text.replace(/[%$¥£+~():-]/g, wide)],
    ['with full-width decimal points', (text) => text.replace(/(?<=\d)\.(?=\d)/g, wide)],
    [
      'with the radicals that copying from a PDF leaves',
      (text) => text.replace(/[一二八十人日月]/g, (char) => '⼀⼆⼋⼗⼈⽇⽉'.charAt('一二八十人日月'.indexOf(char))),
    ],
  ];

  it.each(forms)('reads the same %s', (_name, rewrite) => {
    for (const { text } of FIGURES) expect(values(rewrite(text))).toEqual(values(text));
  });

  it('reads any pieces the same in full-width forms', () => {
    const pieces = PIECES.filter((piece) => !/[.,，]/.test(piece));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (chosen) => {
        const text = chosen.join('');
        expect(values(wide(text))).toEqual(values(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a full-width comma between half-width digits as the end of a clause', () => {
    expect(values('增长3，200人受益')).toEqual([
      [3, 3, null, 'exact', null],
      [200, 200, 'person', 'exact', null],
    ]);
  });

  it.each<[text: string, ...found: [string, number, string | null][]]>([
    ['①12人②30人', ['12', 12, 'person'], ['30', 30, 'person']],
    ['⑩ ⑴ ⒈ ㈠ Ⅳ'],
    ['CO₂减少5%²', ['5%', 5, 'percent']],
    ['375人¹', ['375', 375, 'person']],
    ['They counted 375² people', ['375', 375, null]],
    ['约10⁶个', ['约10⁶', 1e6, null]],
    ['3.2×10⁻⁵', ['3.2×10⁻⁵', 3.2e-5, null]],
    ['a flat of 120 m²', ['120 m²', 120, 'square metre']],
    ['面积120㎡，重5㎏', ['120㎡', 120, 'square metre'], ['5㎏', 5, 'kilogram']],
    ['wood of 3 m³', ['3 m³', 3, 'cubic metre']],
  ])('takes no raised, lowered or circled digit for one of the number in %s', (text, ...found) => {
    expect(findFigures(text).map((figure) => [figure.text, figure.low, figure.unit])).toEqual(found);
  });
});

describe('units of measurement', () => {
  it.each<[text: string, ...found: [string, number, string | null][]]>([
    ['用电375 千瓦时', ['375 千瓦时', 375, 'kilowatt hour']],
    ['距离 12 千米', ['12 千米', 12, 'kilometre']],
    ['二十千米外', ['二十千米', 20, 'kilometre']],
    ['功率三千瓦', ['三千瓦', 3000, 'watt']],
    ['中心最低气压955百帕', ['955百帕', 955, 'hectopascal']],
    ['写了3千字', ['3千', 3000, null]],
    ['存有3千字节', ['3千字节', 3, 'kilobyte']],
    ['带宽100兆赫', ['100兆赫', 100, 'megahertz']],
    ['债务达5兆日元', ['5兆日元', 5e12, 'JPY']],
    ['血压降到120毫米汞柱', ['120毫米汞柱', 120, 'mmHg']],
    ['气温升至100华氏度，即100℉', ['100华氏度', 100, 'degree Fahrenheit'], ['100℉', 100, 'degree Fahrenheit']],
    ['卖出3伏特加', ['3', 3, null]],
    ['延迟5毫秒，花费5毫', ['5毫秒', 5, 'millisecond'], ['5毫', 0.5, 'CNY']],
    ['a reading of 35 μg', ['35 μg', 35, 'microgram']],
    ['a filter of 2 µm', ['2 µm', 2, 'micrometre']],
    ['5 metric tons of coal', ['5 metric tons', 5, 'tonne']],
    ['a 5-millimetre gap', ['5-millimetre', 5, 'millimetre']],
    ['1,200 sq ft or 110 sqm', ['1,200 sq ft', 1200, 'square foot'], ['110 sqm', 110, 'square metre']],
    ['12 square kilograms', ['12', 12, 'kilogram']],
    ['a code like 17L6XQ'],
    ['10,000 Ampere chips', ['10,000', 10_000, 'chip']],
  ])('are read in %s', (text, ...found) => {
    expect(findFigures(text).map((figure) => [figure.text, figure.low, figure.unit])).toEqual(found);
  });
});

describe('a bare ¥', () => {
  it.each<[text: string, unit: string]>([
    ['The ticket costs ¥1,200.', 'JPY'],
    ['每张¥1,200', 'CNY'],
    ['Chinese platforms quote ¥20 to ¥40.', 'CNY'],
    ['Sales in Tokyo came to ¥300 million.', 'JPY'],
    ['In Beijing it sells for ¥99 and in Japan only later.', 'CNY'],
    ['Made in China, it sells in Osaka for ¥99.', 'JPY'],
    ['A Chinese firm paid JP¥500 million.', 'JPY'],
    ['The Japanese maker asks CN¥500.', 'CNY'],
    ['The machine yields 20¥ an hour.', 'JPY'],
  ])('in “%s” is %s', (text, unit) => {
    const units = findFigures(text).map((figure) => figure.unit);
    expect(units.length).toBeGreaterThan(0);
    for (const one of units) expect(one).toBe(unit);
  });
});

/** Pieces that meet in unusual ways: numerals, connectors, units, bounds, money, halves of surrogate pairs. */
const PIECES = [
  '1',
  '9',
  '300',
  '1,234',
  '3.5',
  '１２',
  '一',
  '两',
  '十',
  '百',
  '万',
  '亿',
  '几',
  '数',
  '半',
  '点',
  '分之',
  '多',
  '以上',
  '约',
  '不超过',
  '从',
  '到',
  '至',
  '-',
  '~',
  '—',
  '元',
  '块',
  '美元',
  '$',
  '¥',
  'RMB ',
  '%',
  '成',
  '折',
  '倍',
  '人',
  '个',
  '年',
  '月',
  '日',
  '小时',
  'k',
  'm',
  'M',
  ' million',
  ' and ',
  'one',
  ' two',
  ' half',
  ' hundred',
  ' dollars',
  ' cents',
  'a ',
  ' in ',
  ' over ',
  'between ',
  'from ',
  ' to ',
  'at least ',
  ' or more',
  ' per ',
  '/',
  '、',
  '，',
  '。',
  '.',
  ',',
  '(',
  ')',
  '\n',
  ' ',
  '第',
  'GPT',
  '\ud83d',
  '\ude00',
  '😀',
  'http://',
  '每',
  '一年',
  'CPM ',
  '比',
  ':',
  '有',
  '^',
  'e',
  '½',
  '+',
];

function checkInvariants(text: string): void {
  const figures = findFigures(text);
  let last = 0;
  for (const figure of figures) {
    expect(figure.start).toBeGreaterThanOrEqual(last);
    expect(figure.end).toBeGreaterThan(figure.start);
    expect(figure.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(figure.start, figure.end)).toBe(figure.text);
    expect(figure.low !== null || figure.high !== null).toBe(true);
    for (const end of [figure.low, figure.high]) if (end !== null) expect(Number.isFinite(end)).toBe(true);
    if (figure.low !== null && figure.high !== null) expect(figure.low).toBeLessThanOrEqual(figure.high);
    last = figure.end;
  }
}

describe('any string', { timeout: 60_000 }, () => {
  it('gives ordered figures with exact spans for arbitrary text, lone surrogates included', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), checkInvariants), { numRuns: 2000 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (codes) =>
        checkInvariants(String.fromCharCode(...codes)),
      ),
      { numRuns: 1000 },
    );
  });

  it('gives ordered figures with exact spans for pieces of numerals in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) =>
        checkInvariants(pieces.join('')),
      ),
      { numRuns: 8000 },
    );
  });

  it('depends on the text alone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }), (pieces) => {
        const text = pieces.join('');
        expect(findFigures(text)).toEqual(findFigures(text));
      }),
      { numRuns: 500 },
    );
  });

  it('reads back a number written with separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        const [figure] = findFigures(`共有${value.toLocaleString('en-US')}人`);
        expect([figure?.low, figure?.high, figure?.unit]).toEqual([value, value, 'person']);
      }),
    );
  });
});

describe('speed', { timeout: 60_000 }, () => {
  const news = CHINESE.map((fixture) => fixture.text).join('');
  const plain = news.replace(/[\d０-９]+/g, '');
  const chinese = (plain + news).repeat(20).slice(0, 10000);

  it('reads ten times as many characters in about ten times as long', () => {
    expect(growth(findFigures, chinese, chinese.repeat(10))).toBeLessThan(linearGrowth);
  });

  it.each([
    ['10,000 digits', '7'.repeat(10000)],
    ['100,000 一', '一'.repeat(100000)],
    ['a sentence of 100,000 characters', '这家公司的人都说很好'.repeat(10000)],
    ['100,000 万', '万'.repeat(100000)],
    ['100,000 spaces after a number', `1${' '.repeat(100000)}1`],
    ['100,000 letters', 'a'.repeat(100000)],
    ['100,000 hyphens', '-'.repeat(100000)],
    ['100,000 spaces', ' '.repeat(100000)],
    ['100,000 opening brackets', '('.repeat(100000)],
    ['100,000 ²', '²'.repeat(100000)],
    ['100,000 line breaks', '\n'.repeat(100000)],
    ['a list of 25,000 digits', '1, '.repeat(25000)],
    ['groups of digits without end', '1,234'.repeat(20000)],
    ['number words without end', 'one hundred and '.repeat(6000)],
    ['bounds without end', '至少约'.repeat(30000)],
    ['currencies without end', `5${'元'.repeat(100000)}`],
    ['pairs without end', '1-2, '.repeat(20000)],
    ['changes without end', 'rose from 1 to 2 '.repeat(6000)],
    ['days without end', 'Oct. 1, 2, '.repeat(10000)],
    ['parts without end', '3 years and 2 months and '.repeat(4000)],
    ['hyphened numbers without end', '1-1-'.repeat(25000)],
    ['file numbers without end', 'case number 1-1, 2-2 and '.repeat(4000)],
    ['averages without end', '5 points and '.repeat(8000)],
    ['averages of one game without end', `${'5 points and '.repeat(8000)}5 points a game`],
    ['times of a race without end', '成绩为2:03:59，'.repeat(10000)],
    ['rates without end', '5 per class member '.repeat(5000)],
    ['models without end', '3 new Abc 787 Def '.repeat(6000)],
  ])('does not slow down on %s', (_name, text) => {
    expect(growthOver(text, findFigures)).toBeLessThan(linearGrowth);
  });
});

const article = dataset('articles', 'aigc-hunt-zh.txt');

describeNeeding(article, 'a real feature', () => {
  const text = article.isThere ? readFileSync(article.path, 'utf8') : '';
  const figures = findFigures(text);
  const has = (span: string, low: number | null, high: number | null, unit: string | null): boolean =>
    figures.some(
      (figure) => figure.text.includes(span) && figure.low === low && figure.high === high && figure.unit === unit,
    );

  it.each([
    ['300-460万美金', 3e6, 4.6e6, 'USD'],
    ['2亿美金', 2e8, 2e8, 'USD'],
    ['5亿美元', 5e8, 5e8, 'USD'],
    ['1.25亿美元', 1.25e8, 1.25e8, 'USD'],
    ['15亿美元', 1.5e9, 1.5e9, 'USD'],
    ['1.01亿美元', 1.01e8, 1.01e8, 'USD'],
    ['10亿美元', 1e9, 1e9, 'USD'],
    ['5万亿美元', 5e12, 5e12, 'USD'],
    ['5000万美元', 5e7, 5e7, 'USD'],
    ['一美分', 0.01, null, 'USD'],
    ['10亿美金', 1e9, 1e9, 'USD'],
    ['20万', 2e5, 2e5, null],
    ['300万', 3e6, 3e6, null],
    ['375人', 375, 375, 'person'],
    ['2万', 2e4, 2e4, 'person'],
    ['5万', 5e4, 5e4, null],
    ['50万', 5e5, 5e5, 'user'],
    ['30%', 30, 30, 'percent'],
    ['10个学生有9个', 90, 90, 'percent'],
    ['百亿', 1e10, 1e10, 'parameter'],
    ['千亿', 1e11, 1e11, 'parameter'],
    ['24小时', 24, 24, 'hour'],
    ['千倍', 1000, 1000, 'times'],
  ])('reads %s', (span, low, high, unit) => {
    expect(has(span, low, high, unit)).toBe(true);
  });

  it('reads the yearly pay bill and the cost of an answer with their rates', () => {
    expect(figures.find((figure) => figure.text === '2亿美金')?.per).toBe('year');
    expect(figures.find((figure) => figure.text.includes('一美分'))?.per).toBe('question');
  });

  it('takes no model, company, column or date for a figure', () => {
    // Every name with a number in it, and some more.
    const names = text.match(/[A-Za-z]+[- ]?\d+(?:\.\d+)?/g) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (const name of [
      ...names,
      'GPT3.5',
      'GPT-3',
      'GPT-4',
      '360、',
      '6pen',
      'web3',
      '2C',
      '后厂村7号',
      'tech_163',
      '2023年',
      '10月19日',
      '2025-03-25',
    ]) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        expect(
          figures.filter((figure) => figure.start < at + name.length && figure.end > at).map((figure) => figure.text),
        ).toEqual([]);
      }
    }
  });
});
