/**
 * The units that measure: one row a unit, with its English name, its dimension, its factor and its written forms in
 * Chinese and English. Readers, conversion, classes and display all derive from it. Invariants: a name stands in one row,
 * and a written form means one unit in its language. Counted things (`person`, `company`) are no units: whatever is
 * neither here nor money is counted. Light: it imports nothing.
 *
 * To add a unit, add a row. To add a language, add a column.
 */

/**
 * A row: factor, Chinese, English. The factor says how many of its dimension's base unit (the one with factor 1) make one of
 * it; it is exact by definition, and null where there is none: the unit differs from place to place (gallon), its scale
 * has no common zero (degree Celsius), or nothing else is of its dimension.
 *
 * Written forms are separated by spaces, the one that is shown first; `_` stands for a space. In English `~` stands for
 * the unit's name, singular and plural, in British and American spelling. Small letters match any case.
 */
type Row = [factor: number | null, zh: string, en: string];

const inch = 0.0254;
const foot = 0.3048;
const yard = 0.9144;
const mile = 1609.344;

/**
 * Sources: SI Brochure (9th edition), tables 3, 5, 7 and 8; GB 3100 for the Chinese names; international yard and pound
 * (1959). Binary multiples are not told apart from decimal ones: a kilobyte is 1,000 bytes (IEC 80000-13). A jin is 500 g
 * and a mu 1/15 hectare (State Council order on measures, 1984). A ton is taken for a tonne.
 */
const TABLE = {
  share: {
    percent: [1, '% 个百分点 百分点 个点', '~ percentage pct pc'],
    times: [100, '倍 倍多 倍左右', 'fold'],
    ratio: [100, '', ''],
  },
  duration: {
    second: [1, '秒 秒钟', '~ sec secs'],
    minute: [60, '分钟', '~ min mins'],
    hour: [3600, '小时 个小时 个多小时 钟头 个钟头', '~ hr hrs'],
    day: [86_400, '天 日 昼夜', '~'],
    week: [604_800, '周 个星期 星期 个礼拜', '~ wk wks'],
    night: [null, '晚', 'nights'],
  },
  // Months and years are no even number of days: unit-scale.ts turns one into the other.
  calendar: {
    month: [1, '个月 个多月', '~ mo'],
    quarter: [3, '个季度 季度', 'quarters'],
    year: [12, '年 周年 周岁 岁 年期 整年', '~ yr yrs'],
    decade: [120, '个十年 个年代', '~'],
    century: [1200, '个世纪', '~'],
    gigaannum: [12e9, '', 'Ga'],
  },
  length: {
    metre: [1, '米', '~ m'],
    kilometre: [1e3, '公里 千米', '~ km'],
    centimetre: [1e-2, '厘米', '~ cm'],
    millimetre: [1e-3, '毫米', '~ mm'],
    micrometre: [1e-6, '微米', '~'],
    nanometre: [1e-9, '纳米', '~ nm'],
    'nautical mile': [1852, '海里', '~'],
    mile: [mile, '英里', '~ mi'],
    yard: [yard, '', '~'],
    foot: [foot, '英尺', '~ ft'],
    inch: [inch, '英寸 寸', '~'],
    'light-year': [9_460_730_472_580_800, '光年', '~'],
  },
  // English is read by its length: `square`, `sq` or `cubic` before it, a power after its symbol.
  area: {
    'square metre': [1, '平方米 平米', ''],
    'square kilometre': [1e6, '平方公里 平方千米', ''],
    'square centimetre': [1e-4, '', ''],
    'square millimetre': [1e-6, '', ''],
    'square mile': [mile ** 2, '', ''],
    'square yard': [yard ** 2, '', ''],
    'square foot': [foot ** 2, '平方英尺', ''],
    'square inch': [inch ** 2, '', ''],
    hectare: [1e4, '公顷', '~ ha'],
    acre: [4046.8564224, '', '~'],
    mu: [10_000 / 15, '亩', '~'],
  },
  volume: {
    litre: [1, '升 公升', '~ l'],
    millilitre: [1e-3, '毫升', '~ ml'],
    centilitre: [1e-2, '', '~ cl'],
    'cubic metre': [1e3, '立方米 立方', ''],
    'cubic centimetre': [1e-3, '', ''],
    'cubic millimetre': [1e-6, '', ''],
    'cubic kilometre': [1e12, '', ''],
    'cubic mile': [mile ** 3 * 1e3, '', ''],
    'cubic yard': [764.554857984, '', ''],
    'cubic foot': [28.316846592, '', ''],
    'cubic inch': [0.016387064, '', ''],
    barrel: [null, '桶', '~ bbl'],
    gallon: [null, '', '~'],
    pint: [null, '', '~'],
    cup: [null, '', '~'],
    tablespoon: [null, '', '~ tbsp'],
    bushel: [null, '', '~'],
  },
  mass: {
    gram: [1, '克', '~ g'],
    kilogram: [1e3, '公斤 千克', '~ kg kgs kilo kilos'],
    milligram: [1e-3, '毫克', '~ mg'],
    microgram: [1e-6, '微克', '~'],
    tonne: [1e6, '吨', '~ t ton tons'],
    jin: [500, '斤', '~ catty catties'],
    // In words a pound is money.
    pound: [453.59237, '磅', 'lb lbs'],
    ounce: [28.349523125, '盎司', '~ oz'],
    carat: [0.2, '', '~'],
  },
  speed: { knot: [null, '', '~'] },
  energy: {
    joule: [1, '焦耳', '~ J'],
    'watt hour': [3600, '', '~ Wh'],
    'kilowatt hour': [3.6e6, '千瓦时 度电', '~ kWh'],
    'megawatt hour': [3.6e9, '兆瓦时', '~ MWh'],
    'gigawatt hour': [3.6e12, '', '~ GWh'],
    'terawatt hour': [3.6e15, '', '~ TWh'],
    electronvolt: [1.602176634e-19, '', '~ eV'],
    teraelectronvolt: [1.602176634e-7, '', '~ TeV'],
  },
  power: {
    watt: [1, '瓦', '~ W'],
    kilowatt: [1e3, '千瓦', '~ kW'],
    megawatt: [1e6, '兆瓦', '~ MW'],
    gigawatt: [1e9, '吉瓦', '~ GW'],
    horsepower: [null, '马力', '~ hp'],
  },
  frequency: {
    hertz: [1, '赫兹', '~ Hz'],
    kilohertz: [1e3, '', '~ kHz'],
    megahertz: [1e6, '', '~ MHz'],
    gigahertz: [1e9, '', '~ GHz'],
  },
  data: {
    byte: [1, '字节', '~'],
    bit: [0.125, '', '~'],
    kilobyte: [1e3, '', '~ KB kB'],
    megabyte: [1e6, '', '~ MB'],
    gigabyte: [1e9, '', '~ GB'],
    terabyte: [1e12, '', '~ TB'],
    exabyte: [1e18, '', '~'],
  },
  // The names leave out the second of `Mbps` and the hour of `mAh`, as stored figures have them.
  'data rate': { megabit: [null, '', 'Mbps'] },
  charge: { milliampere: [null, '', 'mAh'] },
  voltage: { volt: [1, '伏', '~ V'] },
  temperature: {
    // Or of an angle.
    degree: [null, '度', '~'],
    'degree Celsius': [null, '摄氏度 ℃', '~ °C'],
    'degree Fahrenheit': [null, '', '~'],
  },
  sound: { decibel: [null, '分贝', '~ dB'] },
  radiation: { milligray: [null, '', '~ mGy'] },
  image: { pixel: [null, '像素', '~ px'] },
} as const satisfies Record<string, Record<string, Row>>;

export interface MeasuringUnit {
  name: string;
  dimension: keyof typeof TABLE;
  factor: number | null;
  zh: string[];
  en: string[];
}

const dimensions = Object.keys(TABLE) as MeasuringUnit['dimension'][];

/** All rows of the table. */
export const ROWS: MeasuringUnit[] = dimensions.flatMap((dimension) =>
  Object.entries<Row>(TABLE[dimension]).map(([name, [factor, zh, en]]) => {
    const spellings = spellingsOf(name);
    return {
      name,
      dimension,
      factor,
      zh: formsOf(zh),
      en: formsOf(en).flatMap((form) => (form === '~' ? spellings : form)),
    };
  }),
);

/** The units that measure, by name. */
export const UNITS = new Map(ROWS.map((row) => [row.name, row]));

/** Forms that mean a part or a multiple of a unit: 成 is ten per cent, a basis point a hundredth of one. */
export const PARTS: Record<'zh' | 'en', [form: string, unit: string, factor: number][]> = {
  zh: [
    ['‰', 'percent', 0.1],
    ['个基点', 'percent', 0.01],
    ['基点', 'percent', 0.01],
    ['个bp', 'percent', 0.01],
    ['成', 'percent', 10],
    ['折', 'percent', 10],
  ],
  en: [
    ['bps', 'percent', 0.01],
    ['bp', 'percent', 0.01],
  ],
};

function formsOf(column: string): string[] {
  return column === '' ? [] : column.split(' ').map((form) => form.replace('_', ' '));
}

/** A name in singular and plural, in British and American spelling. */
function spellingsOf(name: string): string[] {
  const british = [name, pluralOf(name)];
  return [...new Set([...british, ...british.map((word) => word.replace(/(met|lit)re/, '$1er'))])];
}

/** The plural of an English noun or unit: by its ending (Quirk et al., A Comprehensive Grammar, §5.80) but for a few units. */
export function pluralOf(noun: string): string {
  if (/hertz$|^(?:jin|mu|horsepower)$/.test(noun)) return noun;
  if (noun.startsWith('degree ')) return noun.replace('degree', 'degrees');
  if (/\bfoot$/.test(noun)) return noun.replace('foot', 'feet');
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:ch|sh|s|x|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
