/**
 * Writes a figure's value for people in English or Chinese: `US$3,000,000 – 4,600,000`, `300万–460万美元`. Invariant: the
 * result reads back as the same figure (`readFigure`). It never rounds, estimates or uses scientific notation. It loads
 * no reader, so that a page can load it alone.
 *
 * Conventions: an ambiguous sign gets letters (`CN¥`, `JP¥`, `A$`), a currency without a sign is its ISO 4217 code;
 * Chinese uses 万 and 亿 where a few decimals are exact, and otherwise groups digits by threes (GB/T 15835-2011); a
 * counted noun without a word in the language stays in English.
 */

import { COUNTRIES, HAN_MONEY } from '#lib/reading/figures/units/currency-names';
import { HAN_COUNTS, LATIN_NOUNS } from '#lib/reading/figures/units/names';
import { pluralOf, RATED, UNITS } from '#lib/reading/figures/units/table';
import type { Figure, FigureReading } from './figure-types';
import { dimensionOf, isCurrencyUnit } from './unit-scale';

export type FigureLanguage = 'en' | 'zh';

/**
 * Writes a figure: bound, value or range, unit and rate (`at least 375 people`, `每千次展示5–12美元`). Empty if neither end is
 * known.
 */
export function describeFigure(figure: FigureReading, language: FigureLanguage): string {
  const { low, high, per, unit } = figure;
  const first = low ?? high;
  if (first === null) return '';
  const last = high ?? first;
  const english = language === 'en';
  const amount = english ? inEnglish(first, last, unit) : inChinese(first, last, unit);
  const bound = english ? englishBound(figure) : chineseBound(figure);
  if (per === null) return bound + amount;
  const each = english ? undefined : chineseRate(per);
  if (each) return `每${each}${bound}${amount}`;
  // A pure number before a slash would read as the numerator of a fraction.
  const slash = !english && unit !== null;
  return `${bound}${amount}${slash ? '/' : ' per '}${per.replace(/^\d+/, (count) => digitsOf(Number(count)))}`;
}

const ENGLISH_BOUNDS: Record<Figure['qualifier'], string> = {
  exact: '',
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  'more-than': 'more than ',
  'less-than': 'less than ',
};

/** Counted things are "fewer"; money, shares and measures are "less". */
const englishBound = ({ qualifier, unit }: FigureReading): string =>
  qualifier === 'less-than' && unit !== null && dimensionOf(unit) === 'count'
    ? 'fewer than '
    : ENGLISH_BOUNDS[qualifier];

const CHINESE_BOUNDS: Record<Figure['qualifier'], string> = {
  exact: '',
  about: '约',
  'at-least': '至少',
  'at-most': '至多',
  'more-than': '超过',
  'less-than': '少于',
};

/** Percentages and negative values are "lower" (低于), not "fewer" (少于). */
const chineseBound = ({ qualifier, unit, high }: FigureReading): string =>
  qualifier === 'less-than' && (unit === 'percent' || unit === null || (high ?? 0) < 0)
    ? '低于'
    : CHINESE_BOUNDS[qualifier];

/**
 * The shortest decimal digits of a double, without an exponent. A double holds fifteen significant digits exactly;
 * digits after them are errors of binary arithmetic (0.1 + 0.2).
 */
function decimalOf(value: number): { sign: string; whole: string; part: string } {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  const [mantissa = '0', power = '0'] = String(Math.abs(shown)).split('e');
  const [front = '0', back = ''] = mantissa.split('.');
  const moved = shifted(front, back, Number(power));
  return { sign: shown < 0 ? '−' : '', ...moved };
}

/** Moves the decimal point to the right (or left, where `places` is negative) and drops zeros that mean nothing. */
function shifted(whole: string, part: string, places: number): { whole: string; part: string } {
  const point = whole.length + places;
  const digits = (whole + part).padEnd(point, '0');
  const padded = point > 0 ? digits : '0'.repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  return { whole: padded.slice(0, at).replace(/^0+(?=\d)/, ''), part: padded.slice(at).replace(/0+$/, '') };
}

const joined = (whole: string, part: string): string => (part === '' ? whole : `${whole}.${part}`);

/** Digits in groups of three, for numbers of at least `least` digits. */
const grouped = (whole: string, least: number): string =>
  whole.length < least ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** All digits, with the whole part in groups of three. */
function digitsOf(value: number): string {
  const { sign, whole, part } = decimalOf(value);
  return sign + joined(grouped(whole, 4), part);
}

/** Chinese scales, the largest first, with the number of decimals that still reads naturally (`12.8634亿`, `3.92万`). */
const SCALES: [word: string, places: number, decimals: number][] = [
  ['万亿', 12, 4],
  ['亿', 8, 4],
  ['万', 4, 2],
];

/** A value in 万, 亿 or 万亿 where that is exact and short, otherwise in digits; the scale is empty for digits. */
function scaledOf(value: number): { text: string; scale: string } {
  const { sign, whole, part } = decimalOf(value);
  const large = SCALES.find(([, places]) => whole.length > places);
  if (large) {
    const [scale, places, decimals] = large;
    const moved = shifted(whole, part, -places);
    // Beyond 2^53 a product with decimals need not be the double it was.
    const exact = moved.part === '' || Number.isSafeInteger(Math.trunc(value));
    if (moved.part.length <= decimals && exact)
      return { text: `${sign}${joined(grouped(moved.whole, 5), moved.part)}${scale}`, scale };
  }
  return { text: digitsOf(value), scale: '' };
}

/** Signs with one meaning everywhere; other currencies are written with their ISO 4217 code. */
const ENGLISH_SIGNS = new Map(
  Object.entries({
    USD: 'US$',
    HKD: 'HK$',
    AUD: 'A$',
    CAD: 'C$',
    NZD: 'NZ$',
    SGD: 'S$',
    TWD: 'NT$',
    BRL: 'R$',
    EUR: '€',
    GBP: '£',
    CNY: 'CN¥',
    JPY: 'JP¥',
    INR: '₹',
    KRW: '₩',
    RUB: '₽',
    TRY: '₺',
    VND: '₫',
    THB: '฿',
    PHP: '₱',
    UAH: '₴',
    NGN: '₦',
    ILS: '₪',
    KZT: '₸',
    BTC: '₿',
  }),
);

/** Currencies that only words can name: the country's adjective and the noun (`CUP`: Cuban peso). */
const NAMED_CURRENCIES = new Map(
  ['CUP', 'FRF', 'BEF', 'DEM', 'FIM', 'NLG', 'ITL'].map((code) => [code, currencyPhrase(code)]),
);

function currencyPhrase(code: string): string {
  for (const [noun, countries] of COUNTRIES)
    for (const [adjective, unit] of countries)
      if (unit === code) {
        const spelled = noun === 'TRY' ? 'lira' : noun;
        return `${adjective.charAt(0).toUpperCase()}${adjective.slice(1)} ${spelled}`;
      }
  return code;
}

function inEnglish(low: number, high: number, unit: string | null): string {
  const single = low === high;
  const negative = low < 0;
  const join = negative ? ' to ' : ' – ';
  const numbers = single ? digitsOf(low) : `${digitsOf(low)}${join}${digitsOf(high)}`;
  if (unit === null) return numbers;
  if (unit === 'percent') return `${numbers}%`;
  if (unit === 'times') return `${numbers}×`;
  if (unit === 'ratio') return `${numbers}:1`;
  const named = NAMED_CURRENCIES.get(unit);
  if (isCurrencyUnit(unit) && !named) {
    const sign = ENGLISH_SIGNS.get(unit) ?? `${unit} `;
    const signed = (value: number): string => (value < 0 ? `−${sign}${digitsOf(-value)}` : sign + digitsOf(value));
    return single ? signed(low) : `${signed(low)}${join}${negative ? signed(high) : digitsOf(high)}`;
  }
  return `${numbers} ${nounFor(named ?? unit, low, high)}`;
}

function inChinese(low: number, high: number, unit: string | null): string {
  const words = chineseUnit(unit, low, high);
  if (unit === 'percent' || unit === 'ratio') {
    const one = (value: number): string => digitsOf(value) + words;
    return low === high ? one(low) : `${one(low)}${low < 0 ? '至' : '–'}${one(high)}`;
  }
  const [first, second] = [scaledOf(low), scaledOf(high)];
  if (low === high) return first.text + words;
  // `1–2万` would be 10,000 to 20,000: a first number without a scale keeps the second one from having any.
  const plain = first.scale === '' && second.scale !== '';
  return `${first.text}${low < 0 ? '至' : '–'}${plain ? digitsOf(high) : second.text}${words}`;
}

/** The Chinese word for a unit as it follows a number, with its classifier. */
function chineseUnit(unit: string | null, low: number, high: number): string {
  if (unit === null) return '';
  if (unit === 'ratio') return ':1';
  const word = CHINESE_MONEY.get(unit) ?? UNITS.get(unit)?.zh[0] ?? HAN_COUNTS.get(unit);
  if (word) return word;
  return isCurrencyUnit(unit) && !NAMED_CURRENCIES.has(unit)
    ? ` ${unit}`
    : ` ${nounFor(NAMED_CURRENCIES.get(unit) ?? unit, low, high)}`;
}

/** From unit to the first word in a table that means it. */
function firstWords(table: Iterable<[word: string, unit: string | null]>): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word, unit] of table) if (unit !== null && !words.has(unit)) words.set(unit, word);
  return words;
}

const CHINESE_MONEY = firstWords([...HAN_MONEY].filter(([, unit]) => unit !== 'cent'));

/** The English noun of a unit, singular or plural by the value. */
const nounFor = (unit: string, low: number, high: number): string =>
  low === 1 && high === 1 && unit !== 'pound' ? unit : (PLURALS.get(unit) ?? pluralOf(unit));

/** Irregular plurals, and units that stay as they are. */
const PLURALS = new Map<string, string>([
  ...firstWords([...LATIN_NOUNS].filter(([, unit]) => ['person', 'man', 'woman', 'child'].includes(unit))),
  ['penny', 'pence'],
  // In words a pound is money.
  ['pound', 'lb'],
  ['aircraft', 'aircraft'],
  ['fen', 'fen'],
  ['jiao', 'jiao'],
  ['öre', 'öre'],
]);

/**
 * What follows 每: the unit's Chinese word, unless a rate uses another one. A word that 约 after it would turn into
 * another (字节约: 节约) follows a slash.
 */
const chineseRate = (per: string): string | undefined =>
  CHINESE_RATES.get(per) ??
  (RATED.has(dimensionOf(per))
    ? UNITS.get(per)?.zh.find((form) => /^\p{Script=Han}+(?<![节特])$/u.test(form))
    : undefined);

const CHINESE_RATES = new Map(
  Object.entries({
    '1000 impressions': '千次展示',
    month: '月',
    // 每个十年5元 would read 十 as a number.
    decade: '个年代',
    quarter: '季度',
    person: '人',
    share: '股',
    'kilowatt hour': '度',
    household: '户',
    unit: '件',
    time: '次',
    order: '单',
    click: '次点击',
    vehicle: '辆',
    user: '用户',
    employee: '员工',
    customer: '客户',
    ticket: '张',
    student: '学生',
    question: '个问题',
    account: '个账户',
    game: '场',
    event: '场活动',
    season: '赛季',
    trip: '趟',
    box: '盒',
    crate: '箱',
    bottle: '瓶',
    bag: '袋',
    pack: '包',
    can: '罐',
    cup: '杯',
    bowl: '碗',
    copy: '册',
    seat: '座',
    room: '间',
    house: '套',
    animal: '头',
    tree: '棵',
    dose: '剂',
  }),
);
