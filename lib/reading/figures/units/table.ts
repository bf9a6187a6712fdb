/**
 * The units that measure: one row per unit, with its English name, dimension, factor and written forms in Chinese and
 * English. Readers, rates, conversion, classes and display all derive from it. Invariants: a name has one row, and a
 * written form means one unit in its language. Counted things (`person`, `company`) are not units: whatever is neither
 * here nor money is counted. Light: it imports nothing.
 *
 * To add a unit, add a row; where a Chinese form also begins other words, list those in isItself (chinese.ts). To add a
 * language, add a column.
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

/**
 * Sources: SI Brochure (9th edition), tables 3, 4, 5, 7 and 8; GB 3100 and GB 3101 for the Chinese names; international
 * yard and pound (1959) and their multiples (NIST Handbook 44, appendix C: short and long ton, troy ounce, acre, mmHg).
 * Binary multiples are not told apart from decimal ones: a kilobyte is 1,000 bytes (IEC 80000-13). A jin is 500 g, a li 500 m and a mu
 * 1/15 hectare (State Council order on measures, 1984). A ton is taken for a tonne.
 */
const TABLE = {
  share: {
    percent: [1, '% 个百分点 百分点 个点', '~ percentage pct pc'],
    times: [100, '倍 倍多 倍左右', 'fold'],
    ratio: [100, '', ''],
  },
  duration: {
    second: [1, '秒 秒钟', '~ sec secs'],
    millisecond: [1e-3, '毫秒', '~ ms'],
    microsecond: [1e-6, '微秒', '~ μs'],
    nanosecond: [1e-9, '纳秒', '~ ns'],
    minute: [60, '分钟', '~ min mins'],
    hour: [3600, '小时 个小时 个多小时 钟头 个钟头', '~ hr hrs'],
    day: [86_400, '天 日 昼夜', '~'],
    week: [604_800, '周 个星期 星期 个礼拜', '~ wk wks'],
    fortnight: [1_209_600, '', '~'],
    night: [null, '晚', 'nights'],
  },
  // Months and years are no even number of days: unit-scale.ts turns one into the other.
  calendar: {
    month: [1, '个月 个多月', '~ mo'],
    quarter: [3, '个季度 季度', 'quarters'],
    year: [12, '年 周年 周岁 岁 年期 整年', '~ yr yrs'],
    decade: [120, '个十年 个年代', '~'],
    century: [1200, '个世纪', '~'],
    millennium: [12_000, '', '~ millenniums'],
    gigaannum: [12e9, '', 'Ga'],
  },
  length: {
    metre: [1, '米', '~ m'],
    kilometre: [1e3, '公里 千米', '~ km'],
    'Chinese mile': [500, '华里', '~'],
    decimetre: [0.1, '分米', '~'],
    centimetre: [1e-2, '厘米 公分', '~ cm'],
    millimetre: [1e-3, '毫米', '~ mm'],
    micrometre: [1e-6, '微米', '~ μm microns'],
    nanometre: [1e-9, '纳米', '~ nm'],
    'nautical mile': [1852, '海里', '~'],
    mile: [1609.344, '英里', '~ mi'],
    yard: [0.9144, '', '~'],
    foot: [0.3048, '英尺', '~ ft'],
    inch: [0.0254, '英寸 寸', '~'],
    'light-year': [9_460_730_472_580_800, '光年', '~'],
  },
  // English is read by its length: `square`, `sq` or `cubic` before it, a power after its symbol.
  area: {
    'square metre': [1, '平方米 平米', 'sqm'],
    'square kilometre': [1e6, '平方公里 平方千米', ''],
    'square decimetre': [1e-2, '平方分米', ''],
    'square centimetre': [1e-4, '平方厘米', ''],
    'square millimetre': [1e-6, '平方毫米', ''],
    'square mile': [2_589_988.110336, '平方英里', ''],
    'square yard': [0.83612736, '平方码', ''],
    'square foot': [0.09290304, '平方英尺', 'sqft'],
    'square inch': [6.4516e-4, '平方英寸', ''],
    hectare: [1e4, '公顷', '~ ha'],
    acre: [4046.8564224, '英亩', '~'],
    mu: [10_000 / 15, '亩', '~'],
  },
  volume: {
    litre: [1, '升 公升', '~ l L'],
    hectolitre: [100, '', '~ hl'],
    decilitre: [0.1, '分升', '~ dl'],
    centilitre: [1e-2, '厘升', '~ cl'],
    millilitre: [1e-3, '毫升', '~ ml mL'],
    microlitre: [1e-6, '微升', '~ μl'],
    'cubic metre': [1e3, '立方米 立方', ''],
    'cubic centimetre': [1e-3, '立方厘米', ''],
    'cubic millimetre': [1e-6, '立方毫米', ''],
    'cubic kilometre': [1e12, '立方公里 立方千米', ''],
    'cubic mile': [4_168_181_825_440.5796, '立方英里', ''],
    'cubic yard': [764.554857984, '立方码', ''],
    'cubic foot': [28.316846592, '立方英尺', ''],
    'cubic inch': [0.016387064, '立方英寸', ''],
    barrel: [null, '桶', '~ bbl'],
    gallon: [null, '加仑', '~'],
    quart: [null, '夸脱', '~'],
    pint: [null, '品脱', '~'],
    cup: [null, '', '~'],
    'fluid ounce': [null, '液盎司', '~ fl_oz'],
    tablespoon: [null, '汤匙', '~ tbsp'],
    teaspoon: [null, '茶匙', '~ tsp'],
    bushel: [null, '蒲式耳', '~'],
  },
  mass: {
    gram: [1, '克', '~ g'],
    kilogram: [1e3, '公斤 千克', '~ kg kgs kilo kilos'],
    milligram: [1e-3, '毫克', '~ mg'],
    microgram: [1e-6, '微克', '~ μg mcg'],
    nanogram: [1e-9, '纳克', '~ ng'],
    tonne: [1e6, '吨 公吨', '~ t ton tons metric_ton metric_tons metric_tonne metric_tonnes'],
    kilotonne: [1e9, '', '~ kt kiloton kilotons'],
    megatonne: [1e12, '', '~ Mt megaton megatons'],
    gigatonne: [1e15, '', '~ Gt gigaton gigatons'],
    'short ton': [907_184.74, '短吨', '~'],
    'long ton': [1_016_046.9088, '长吨', '~'],
    jin: [500, '斤 市斤', '~ catty catties'],
    // In words a pound is money.
    pound: [453.59237, '磅', 'lb lbs'],
    ounce: [28.349523125, '盎司', '~ oz'],
    'troy ounce': [31.1034768, '金衡盎司', '~'],
    carat: [0.2, '克拉', '~'],
    // More than one stone are stones that are counted.
    stone: [6350.29318, '', 'stone st'],
  },
  speed: { knot: [null, '', '~'] },
  pressure: {
    pascal: [1, '帕斯卡', 'pascals'],
    hectopascal: [100, '百帕', '~ hPa'],
    kilopascal: [1e3, '千帕', '~ kPa'],
    megapascal: [1e6, '兆帕', '~ MPa'],
    millibar: [100, '毫巴', '~ mbar'],
    mmHg: [133.322387415, '毫米汞柱', '~'],
  },
  energy: {
    joule: [1, '焦耳', '~ J'],
    kilojoule: [1e3, '千焦', '~ kJ'],
    megajoule: [1e6, '兆焦', '~ MJ'],
    gigajoule: [1e9, '吉焦', '~ GJ'],
    terajoule: [1e12, '太焦', '~ TJ'],
    petajoule: [1e15, '', '~ PJ'],
    exajoule: [1e18, '', '~ EJ'],
    'watt hour': [3600, '瓦时', '~ Wh'],
    'kilowatt hour': [3.6e6, '千瓦时 度电', '~ kWh'],
    'megawatt hour': [3.6e9, '兆瓦时', '~ MWh'],
    'gigawatt hour': [3.6e12, '吉瓦时', '~ GWh'],
    'terawatt hour': [3.6e15, '太瓦时', '~ TWh'],
    electronvolt: [1.602176634e-19, '电子伏 电子伏特', '~ eV'],
    teraelectronvolt: [1.602176634e-7, '', '~ TeV'],
    // Several calories are in use, and what news calls a calorie is a kilocalorie.
    calorie: [null, '卡路里', '~'],
    kilocalorie: [null, '千卡 大卡', '~ kcal'],
  },
  power: {
    watt: [1, '瓦 瓦特', '~ W'],
    milliwatt: [1e-3, '毫瓦', '~ mW'],
    kilowatt: [1e3, '千瓦', '~ kW'],
    megawatt: [1e6, '兆瓦', '~ MW'],
    gigawatt: [1e9, '吉瓦', '~ GW'],
    terawatt: [1e12, '太瓦', '~ TW'],
    horsepower: [null, '马力', '~ hp bhp'],
  },
  frequency: {
    hertz: [1, '赫兹', '~ Hz'],
    kilohertz: [1e3, '千赫 千赫兹', '~ kHz'],
    megahertz: [1e6, '兆赫 兆赫兹', '~ MHz'],
    gigahertz: [1e9, 'GHz 吉赫 吉赫兹', '~ GHz'],
    terahertz: [1e12, '太赫兹', '~ THz'],
  },
  data: {
    byte: [1, '字节', '~'],
    bit: [0.125, '比特', '~'],
    kilobyte: [1e3, 'KB 千字节', '~ KB kB'],
    megabyte: [1e6, 'MB 兆字节', '~ MB'],
    gigabyte: [1e9, 'GB 吉字节', '~ GB'],
    terabyte: [1e12, 'TB 太字节', '~ TB'],
    petabyte: [1e15, 'PB 拍字节', '~ PB'],
    exabyte: [1e18, '艾字节', '~'],
    zettabyte: [1e21, 'ZB 泽字节', '~ ZB'],
    // IEC 80000-13, §4.
    kibibyte: [2 ** 10, '', '~ KiB'],
    mebibyte: [2 ** 20, '', '~ MiB'],
    gibibyte: [2 ** 30, '', '~ GiB'],
    tebibyte: [2 ** 40, '', '~ TiB'],
  },
  // The names leave out the second of `Mbps` and the hour of `mAh`, as stored figures have them.
  'data rate': {
    kilobit: [1e-3, '千比特', 'kbps Kbps'],
    megabit: [1, '兆比特', 'Mbps'],
    gigabit: [1e3, '吉比特', 'Gbps'],
    terabit: [1e6, '太比特', 'Tbps'],
  },
  charge: { milliampere: [null, '毫安时', 'mAh'] },
  // Floating-point operations a second.
  computing: {
    teraflop: [1, '', '~ tflop tflops'],
    gigaflop: [1e-3, '', '~ gflop gflops'],
    petaflop: [1e3, '', '~ pflop pflops'],
    exaflop: [1e6, '', '~ eflop eflops'],
  },
  voltage: {
    volt: [1, '伏 伏特', '~ V'],
    millivolt: [1e-3, '毫伏', '~ mV'],
    kilovolt: [1e3, '千伏', '~ kV'],
  },
  temperature: {
    // Or of an angle.
    degree: [null, '度', '~'],
    'degree Celsius': [null, '摄氏度 ℃', '~ °C'],
    'degree Fahrenheit': [null, '华氏度 ℉', '~ °F'],
    kelvin: [null, '开尔文', '~'],
  },
  concentration: {
    ppm: [1, '', '~'],
    ppb: [1e-3, '', '~'],
  },
  sound: { decibel: [null, '分贝', '~ dB'] },
  radiation: {
    sievert: [1, '西弗 希沃特', '~ Sv'],
    millisievert: [1e-3, '毫西弗 毫希沃特', '~ mSv'],
    microsievert: [1e-6, '微西弗 微希沃特', '~ μSv'],
    milligray: [null, '', '~ mGy'],
  },
  radioactivity: { becquerel: [1, '贝克勒尔 贝可勒尔 贝可', '~ Bq'] },
  image: {
    pixel: [1, '像素', '~ px'],
    megapixel: [1e6, '', '~'],
  },
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

/** Symbols in Latin letters that are a unit and the base of its rate. */
export const RATES: [form: string, unit: string, per: string][] = [
  ['mph', 'mile', 'hour'],
  ['kph', 'kilometre', 'hour'],
  ['kmh', 'kilometre', 'hour'],
  ['kmph', 'kilometre', 'hour'],
  ['mpg', 'mile', 'gallon'],
  ['tpd', 'tonne', 'day'],
  ['tpa', 'tonne', 'year'],
  ['tpy', 'tonne', 'year'],
  ['bpd', 'barrel', 'day'],
  ['bopd', 'barrel', 'day'],
  ['cfs', 'cubic foot', 'second'],
  ['b/d', 'barrel', 'day'],
  ['bbl/d', 'barrel', 'day'],
  ['boe/d', 'barrel', 'day'],
];

/** Units that can be the base of a rate (`a tonne`, 每亩); not pressure, temperature and the like. */
export const RATED: ReadonlySet<string> = new Set<MeasuringUnit['dimension']>([
  'duration',
  'calendar',
  'length',
  'area',
  'volume',
  'mass',
  'energy',
  'power',
  'data',
]);

function formsOf(column: string): string[] {
  return column === '' ? [] : column.split(' ').map((form) => form.replace('_', ' '));
}

/** A name in singular and plural, in British and American spelling. */
export function spellingsOf(name: string): string[] {
  const british = [name, pluralOf(name)];
  return [...new Set([...british, ...british.map((word) => word.replace(/(met|lit)re/, '$1er'))])];
}

/** The plural of an English noun or unit: by its ending (Quirk et al., A Comprehensive Grammar, §5.80) but for a few units. */
export function pluralOf(noun: string): string {
  if (/hertz$|^(?:jin|mu|horsepower|mmHg|pp[mb])$/.test(noun)) return noun;
  if (noun.startsWith('degree ')) return noun.replace('degree', 'degrees');
  if (/\bfoot$/.test(noun)) return noun.replace('foot', 'feet');
  if (noun === 'millennium') return 'millennia';
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:ch|sh|s|x|z)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
