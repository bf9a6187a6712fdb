/**
 * The base of a rate: per 1,000 impressions (CPM), per year, per person, per share. Invariant: a base is named in
 * English, singular, and only from words in the figure's own clause or directly after it. `一年` as a length of time is a
 * figure, not a base, unless spending or earning is stated for it (`一年工资开支就要2亿`).
 */

import { CLASSIFIERS, HAN_NOUNS, LATIN_NOUNS } from '#lib/reading/figures/units/names';
import { pluralOf, RATED, ROWS, spellingsOf } from '#lib/reading/figures/units/table';
import { type FoldedText, isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';

/** Bases beside the units of the table: counted things, and words that occur only in rates (`/h`). */
const WORDS: [unit: string, words: string][] = Object.entries({
  year: '年度 annum',
  month: '月',
  day: 'diem',
  hour: '时 h',
  quarter: '季 quarter',
  night: 'night',
  pound: 'pound',
  'square metre': '平',
  'kilowatt hour': '度',
  person: '人 名 位 person head capita inhabitant resident',
  share: '股 share',
  household: '户 household',
  unit: '台 部 件 只 unit pop',
  time: '次 time',
  order: '单 order',
  click: '点击 click',
  vehicle: '辆 vehicle',
  user: '用户 user',
  employee: '员工 employee worker',
  customer: '客户 customer',
  token: 'token',
  dozen: 'dozen',
  ticket: '张 ticket',
  patient: 'patient',
  student: '学生 student',
  question: 'question',
  account: 'account',
  action: 'action',
  game: '场 game match',
  season: '赛季 season',
  session: 'session',
  trip: '趟 trip ride',
  box: '盒 box',
  crate: '箱 crate',
  bottle: '瓶 bottle',
  bag: '袋 bag',
  pack: '包 pack packet',
  can: '罐 can',
  cup: '杯 cup',
  bowl: '碗 bowl',
  copy: '册 copy',
  seat: '座 席 seat',
  room: '间 room',
  house: '套',
  animal: '头 匹',
  tree: '棵 株',
  dose: '剂 dose',
  lesson: '节课 lesson',
  event: '场活动',
});

/**
 * Per what, by the word after 每, `/` or `per` in small letters. Left out are symbols that only their case tells apart (`mW`,
 * `MW`), those of one letter, and `bit`, since `a bit` is a little.
 */
const BASES = new Map<string, string>();
for (const { name, dimension, zh, en } of ROWS) {
  if (!RATED.has(dimension) || name === 'bit') continue;
  for (const form of [...zh, ...spellingsOf(name), ...en]) {
    const word = form.toLowerCase();
    const other = BASES.get(word);
    if (word.length > 1 || isHan(word.charCodeAt(0)))
      BASES.set(word, other === undefined || other === name ? name : '');
  }
}
for (const [unit, words] of WORDS) for (const word of words.split(' ')) BASES.set(word, unit);

/** Chinese words, longest first, for a pattern. */
const HAN_WORDS = [...BASES.keys()]
  .filter((word) => isHan(word.charCodeAt(0)))
  .sort((a, b) => b.length - a.length)
  .join('|');

/** First words of units of two (`square metre`, `light-year`), for a pattern. */
const FIRST_WORDS = [...new Set([...BASES.keys()].flatMap((word) => /^[a-z]+[ -]/.exec(word) ?? []))].join('|');

const IMPRESSIONS = '1000 impressions';
const PER_THOUSAND_BEFORE = new RegExp(
  String.raw`(?:\bcpm\b|\brpm\b|\becpm\b|每千次(?:展示|曝光|印象|浏览|播放)|千次(?:展示|曝光|印象)|cost per (?:thousand|` +
    String.raw`mille)|per (?:thousand|1,?000|mille) (?:ad )?(?:impressions|views))[^。！？!?；;\n]{0,14}$`,
);
const PER_THOUSAND_AFTER = new RegExp(
  String.raw`^ ?(?:\(?cpm\b|(?:per|for every|for each|\/) ?(?:thousand|1,?000|1k|mille)\b(?: (?:ad )?(?:impressions|` +
    String.raw`views))?|(?:每|\/)?千次(?:展示|曝光|印象|浏览|播放)?|每千次)`,
);
/** A round number of something, named in the plural with up to one word before it (`per 1,000 live births`). */
const PER_COUNT_AFTER = new RegExp(
  String.raw`^ ?(?:(?:per|for every) |\/ ?)(100?|1,?000|10,?000|100,?000|1,?000,?000|hundred|thousand|million|1 million)` +
    String.raw`(?!\d|[,.]\d)(?: ((?!(?:in|of|at|to|on|a|an|the|and|or|by|from|as|with|is|was|were|are|last|this|each|than|while|when|but|[a-z]+ed|fell|rose)\b)` +
    String.raw`(?:people|children|women|men|population|[a-z]+s\b|[a-z]+ [a-z]+s\b|[a-z]+)))?`,
);
/** Health and crime are told by so many people, which need not be said (`9.3 per 100,000`). */
const OF_PEOPLE = new Set(['10000', '100000']);

/** The plural by which a rate names a counted thing or a unit, as English texts do. */
function pluralNoun(name: string): string {
  if (name === 'person') return 'people';
  const irregular = [...LATIN_NOUNS].find(([, one]) => one === name)?.[0];
  return irregular && LATIN_NOUNS.get(pluralOf(name)) !== name ? irregular : pluralOf(name);
}

/** What Chinese counts a rate by, behind 每 and a round number (`每千人`, `每10万名儿童`, `每100克`). */
const HAN_COUNTED = new Map<string, string>([
  ...ROWS.flatMap(({ name, dimension, zh }) =>
    RATED.has(dimension) && dimension !== 'duration' && dimension !== 'calendar'
      ? zh.map((word): [string, string] => [word, name])
      : [],
  ),
  ...[...CLASSIFIERS].flatMap(([word, name]): [string, string][] =>
    name === null || name === 'time' ? [] : [[word, name]],
  ),
  ...HAN_NOUNS,
]);
const PER_COUNT_BEFORE = new RegExp(
  `每(百万|十万|[百千万]|10{1,6}|10{0,2}万) ?[名位个家户]?(${[...HAN_COUNTED.keys()].sort((a, b) => b.length - a.length).join('|')})` +
    '[^。！？；\\n，,每\\d]{0,12}$',
);
const HAN_ROUND: Record<string, string> = { 百: '100', 千: '1000', 万: '10000', 十万: '100000', 百万: '1000000' };

const AFTER_LATIN = new RegExp(
  String.raw`^(?: ?\/ ?|[ -]?(?:per|a|an|each|every)[ -])(?:each )?(?!few|lot|great|little|rate|total|` +
    String.raw`cost|new|more)((?:${FIRST_WORDS})?[a-z]+)\b(?! (?:earlier|ago|later|before|after|old))`,
);
/**
 * Any other noun after `per` (`30 students per class`), and a round number of units (`12 g of sugar per 100g`, `per 90 minutes`).
 * What is said after `per` for `according to` is no noun of a rate.
 */
const PER_NOUN =
  /^(?: per |\/)((?!(?:per|cent|centum|centage|the|our|my|his|her|their|its|your|company|policy|request|se|law|rules?|reports?|sources?|usual|instructions?|agreement|guidelines|police|officials?)\b)[a-z]{3,}(?:-[a-z]+)?(?: (?!(?:per|in|of|at|to|on|for|as|and|or|by|from|with|is|was|are|were|than|while|when|since|under|over|after|before|last|this|earlier|ago|later)\b)[a-z]+(?=$|[.,;:!?)”"']| (?:in|of|at|to|on|for|as|and|or|by|from|with|is|was|are|were|than|when|since)\b))?)\b(?! (?:earlier|ago|later|before|after|old))/;
const PER_UNITS = /^ ?(?:per|\/|for every|in every) ?(\d{1,4}) ?([a-z]{1,12})\b/;
/** Units that are the base of no rate. */
const UNRATED = new Set(
  ROWS.flatMap(({ name, dimension, en }) =>
    RATED.has(dimension) ? [] : [name, ...en].map((word) => word.toLowerCase()),
  ),
);
/** What is measured, before the base of its rate. */
const SUBSTANCE = /^ of (?:[a-z-]*[^s\W] ){0,1}[a-z\d-]+(?= per )/;
/** `1,500 cubic metres of water a second`: what is measured may stand before the time. */
const AFTER_SUBSTANCE =
  /^ of (?:[a-z-]*[^s\W] ){1,2}(?:per|an?|each|every) (second|minute|hour|day|week|month|year)\b(?! (?:earlier|ago|later|before|after|old))/;
/** Symbols after a slash that are too short to be read elsewhere. */
const AFTER_SYMBOL = /^ ?\/ ?(m³|m3|m²|m2|cm³|cm3|km²|km2|l|g|s|d|t)(?![a-z\d])/;
const SYMBOLS = new Map(
  Object.entries({
    'm³': 'cubic metre',
    m3: 'cubic metre',
    'm²': 'square metre',
    m2: 'square metre',
    'cm³': 'cubic centimetre',
    cm3: 'cubic centimetre',
    'km²': 'square kilometre',
    km2: 'square kilometre',
    l: 'litre',
    g: 'gram',
    s: 'second',
    d: 'day',
    t: 'tonne',
  }),
);
/** One of what has no noun of its own (`5元一个`, `5元/个`). */
const AFTER_PIECE = /^(?:\/|一)个(?![\u4e00-\u9fff])/;
/** Before a noun these are mostly an article (`一场风波`). */
const AFTER_HAN = new RegExp(
  `^(?:/|每|一(?![场座间套头匹趟席包箱册株棵](?!的)[\\u4e00-\\u9fff]))(${HAN_WORDS})(?!多|半)`,
);
const AFTER_ADVERB: [RegExp, string][] = [
  [/^ ?(?:annually|yearly|a year)\b(?! (?:earlier|ago|later|before|after|old|on))/, 'year'],
  [/^ ?(?:monthly)\b/, 'month'],
  [/^ ?(?:weekly)\b/, 'week'],
  [/^ ?(?:daily)\b/, 'day'],
  [/^ ?(?:hourly)\b/, 'hour'],
  [/^ ?(?:apiece|each)\b/, 'unit'],
];

const BEFORE: [RegExp, string | null][] = [
  [/(?:\bcpc\b|cost per click|每次点击)[^。！？；\n，,\d]{0,10}$/, 'click'],
  [/每场(?:演出|演唱|音乐|直播|活动|会议|讲座|展)[^。！？；\n，,\d]{0,8}$/, 'event'],
  [new RegExp(`每(${HAN_WORDS})[^。！？；\\n，,每\\d]{0,8}$`), null],
  [/每(?:[\u4e00-\u9fff]{0,4})一?个(问题|用户|人|客户|订单|账号|账户)[^。！？；\n]{0,8}$/, null],
  [/每个$/, 'unit'],
  [/(?:百|100)公里(?:综合|平均)?(?:油耗|能耗|电耗|耗[油电])[^。！？；\n，,\d]{0,6}$/, '100 kilometres'],
  [/(?<![\d零一二三四五六七八九十])(人|户|场|亩|件)均[^。！？；\n，,\d]{0,8}$/, null],
  [/(亩)产[^。！？；\n，,\d]{0,4}$/, null],
  [/\beps\b[^.,!?;\n\d]{0,16}$/, 'share'],
  // 3日产量 and 昨日产量 are of one day, 6月产量 and 上月产量 of one month.
  [/(?<![昨今当同首前次整节假生\d一二三四五六七八九十])日(?:增|均|产|销|薪|入)[^。！？；\n，,\d]{0,6}$/, 'day'],
  [
    /(?<![个上下本当同全首前\d一二三四五六七八九十])月(?:增(?!速|长|幅|加)|均|薪|租|产|销|入|收入|费)[^。！？；\n，,\d]{0,6}$/,
    'month',
  ],
  [/(?:\bcpa\b|cost per action)[^。！？；\n，,\d]{0,10}$/, 'action'],
  [/一年(?:约|近|超过|超|至少)?$/, 'year'],
  [/时[薪速][^。！？；\n，,\d]{0,6}$/, 'hour'],
  [
    /(?<![去今明上前后当全同本近往历来末初两多几\d]|[一二三四五六七八九十])年(?:增(?!速|长|幅|加)|均|薪|产|产值|产能|销|销量|销售额|收入|营收|租金|费|化)[^。！？；\n，,\d]{0,6}$/,
    'year',
  ],
  [
    /一年(?:的)?[\u4e00-\u9fff]{0,8}(?:就要|要|需要|需|花费|花|约|达|能赚|赚|收入|投入|支出|开支)(?:约|近|超过|超|至少|就要|达)?$/,
    'year',
  ],
  [
    /一(?:个)?月(?:的)?[\u4e00-\u9fff]{0,8}(?:就要|要|需要|花费|能赚|赚|收入|投入|支出|开支)(?:约|近|超过|超|至少|就要|达)?$/,
    'month',
  ],
  [
    /一天(?:的)?[\u4e00-\u9fff]{0,8}(?:就要|要|需要|花费|能赚|赚|收入|投入|支出|开支)(?:约|近|超过|超|至少|就要|达)?$/,
    'day',
  ],
  [/\b(?:annual|yearly|annualised|annualized)\b[^.,!?;\n\d]{0,24}$/, 'year'],
  [/\bmonthly\b[^.,!?;\n\d]{0,24}$/, 'month'],
  [/\bdaily\b[^.,!?;\n\d]{0,24}$/, 'day'],
  [/\bhourly\b[^.,!?;\n\d]{0,24}$/, 'hour'],
  [/\bper (capita|person|head|employee|user|share|household)\b[^.!?;,\n\d]{0,16}$/, null],
];
const QUESTION_BASES: Record<string, string> = {
  问题: 'question',
  用户: 'user',
  人: 'person',
  客户: 'customer',
  订单: 'order',
  账号: 'account',
  账户: 'account',
};

/** How far back and ahead a rate's words may stand. */
const WINDOW = 30;

export interface Rate {
  per: string;
  /** Where the rate's words begin, if they stand before the figure, else where the figure begins. */
  start: number;
  /** Where they end (`$70 a share`), if they follow it, else where the figure ends. */
  end: number;
}

/** Reads the rate of the figure at `start`..`end`. `floor` is the end of the figure before it. */
export function rateOf(t: FoldedText, start: number, end: number, floor: number): Rate | null {
  const opens = opensRate(t.lower, end) || isLatin(t.lower.charCodeAt(end));
  // A slash behind a bare number joins names (`867-5309/Jenny`).
  const isNamed = t.lower[end] === '/' && isDigit(t.lower.charCodeAt(end - 1));
  const following = opens ? rateAfter(t.lower.slice(end, end + WINDOW), isNamed) : null;
  if (following) return { per: following.per, start, end: end + following.length };
  const from = Math.max(floor, start - WINDOW);
  const before = rateBefore(t.lower.slice(from, start));
  return before && { per: before.per, start: from + before.at, end };
}

/** Every rule for words after a figure begins with one of these or a letter. */
const opensRate = oneOf(' (/-每千一');

function rateAfter(after: string, isNamed = false): { per: string; length: number } | null {
  const reading = (per: string, words: RegExpExecArray) => ({ per, length: words[0].length });
  const units = after.includes('per') || after[0] === '/' || after.includes('every') ? PER_UNITS.exec(after) : null;
  const counts = units && (SYMBOLS.get(units[2] ?? '') ?? BASES.get(units[2] ?? '') ?? LETTERED.get(units[2] ?? ''));
  if (units && counts && counts !== '') return reading(`${units[1]} ${pluralNoun(counts)}`, units);
  const thousand = PER_THOUSAND_AFTER.exec(after);
  const counted = PER_COUNT_AFTER.exec(after);
  if (counted && !(thousand && IMPRESSION.test(counted[2] ?? ''))) {
    const count = countWord(counted[1] ?? '');
    if (counted[2]) return reading(`${count} ${counted[2] === 'population' ? 'people' : counted[2]}`, counted);
    if (OF_PEOPLE.has(count)) return reading(`${count} people`, counted);
  }
  if (thousand) return reading(IMPRESSIONS, thousand);
  const time = AFTER_SUBSTANCE.exec(after);
  if (time) return reading(time[1] ?? '', time);
  const symbol = AFTER_SYMBOL.exec(after);
  if (symbol) return reading(SYMBOLS.get(symbol[1] ?? '') ?? '', symbol);
  for (const [pattern, per] of AFTER_ADVERB) {
    const adverb = pattern.exec(after);
    if (adverb) return reading(per, adverb);
  }
  for (const pattern of [AFTER_LATIN, AFTER_HAN]) {
    const found = pattern.exec(after);
    const base = found && BASES.get(found[1] ?? '');
    if (base) return reading(base, found);
  }
  if (after.charCodeAt(0) === 32 && !after.includes(' per ')) return null;
  const noun = AFTER_PIECE.exec(after) ?? (isNamed ? null : PER_NOUN.exec(after));
  if (noun && !UNRATED.has(noun[1] ?? '')) return reading(noun[1] ?? 'unit', noun);
  const substance = SUBSTANCE.exec(after);
  const further = substance && rateAfter(after.slice(substance[0].length));
  return further ? { per: further.per, length: further.length + substance[0].length } : null;
}

/** Symbols behind a number of them (`per 100g`, `per 100 km`). */
const LETTERED = new Map(
  Object.entries({ kg: 'kilogram', km: 'kilometre', ml: 'millilitre', mg: 'milligram', cm: 'centimetre' }),
);

const IMPRESSION = /^(?:impressions|views|ad)$/;

/** One of these is in every text that a rule of `BEFORE` accepts: most figures need only this test. */
const TRIGGER =
  /每|[人户场亩件]均|亩产|公里[综平油能电耗]|千次|[日月年时][增均产活销薪租入收费营化速]|一[个月年天]|\bper |cpm|rpm|cpc|cpa|\beps\b|annual|yearly|monthly|daily|hourly/;

/** The rate named before a figure, and where its words begin in `before`. */
function rateBefore(before: string): { per: string; at: number } | null {
  if (!TRIGGER.test(before)) return null;
  const thousand = PER_THOUSAND_BEFORE.exec(before);
  if (thousand) return { per: IMPRESSIONS, at: thousand.index };
  const counted = perCountIn(before);
  if (counted) return counted;
  for (const [pattern, per] of BEFORE) {
    const found = pattern.exec(before);
    if (!found) continue;
    const word = found[1] ?? '';
    const base = per ?? QUESTION_BASES[word] ?? BASES.get(word);
    if (base) return { per: base, at: found.index };
  }
  return null;
}

/** `每千人…`, and where it begins in `before`. */
function perCountIn(before: string): { per: string; at: number } | null {
  const found = before.includes('每') ? PER_COUNT_BEFORE.exec(before) : null;
  if (!found) return null;
  const [, round = '', noun = ''] = found;
  // `每千瓦`: the scale is the beginning of the unit.
  if (BASES.has(round + noun)) return null;
  const count = HAN_ROUND[round] ?? round.replace('万', '0000');
  return { per: `${count} ${pluralNoun(HAN_COUNTED.get(noun) ?? noun)}`, at: found.index };
}

/** `每10万人中有9.3例`: whether the number at `start` is only the base of the next figure's rate. */
export const isCountedBase = ({ text, lower }: FoldedText, start: number, next: number): boolean =>
  next - start <= WINDOW &&
  ((text[start - 1] === '每' && perCountIn(lower.slice(start - 1, next)) !== null) ||
    (text.startsWith('100公里', start) && rateBefore(lower.slice(start, next))?.at === 0));

const countWord = (word: string): string => {
  const named: Record<string, string> = {
    thousand: '1000',
    hundred: '100',
    million: '1000000',
    '1 million': '1000000',
  };
  return named[word] ?? word.replace(/,/g, '');
};

/** `一年工资开支就要…`: whether the length of time at `start`..`end` is only the base of the next figure's rate. */
export function isRateBase(t: FoldedText, start: number, end: number, next: number): boolean {
  if (next - end > 16 || !/^一(?:年|个?月|天)$/.test(t.text.slice(start, end))) return false;
  return rateBefore(t.lower.slice(start, next)) !== null;
}
