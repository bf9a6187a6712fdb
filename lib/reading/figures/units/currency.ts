/**
 * Names of currencies before or after a number: signs (`$`, `HK$`, `¥`), ISO 4217 codes (`USD`, `MEUR` for millions of
 * euros) and words (`美金`, `Australian dollars`, `块钱`). Invariant: the unit is an ISO 4217 code where the text decides
 * it, otherwise the currency's common name (`francs`, `cents`); `factor` converts the number to that unit. Codes that
 * are common words (`ALL 5`) are not read. The language never decides the country, except that a bare 元, 块 or 角 is the
 * renminbi, and so is ¥ beside Chinese (yenOrYuan).
 */

import { wordEnd } from '#lib/reading/figures/numerals/english-words';
import { type FoldedText, isDigit, isHan, isLatin, skipSpaces } from '#lib/text/forms/folded';
import { type Accepts, buildEndings, buildLexicon, endingAt, isNotBefore, wordAt } from '#lib/text/lexicon';
import { CENTS, COUNTRIES, HAN_MONEY, NOUNS, named } from './currency-names';

/** Single signs (Unicode block Currency Symbols); `$` where no country stands before it, `¥` beside Chinese. */
export const SIGNS = named(
  'USD: $; EUR: €; GBP: £ ₤; CNY: ¥; INR: ₹ ₨; KRW: ₩; RUB: ₽; TRY: ₺; VND: ₫; THB: ฿; PHP: ₱; UAH: ₴; ' +
    'NGN: ₦; ILS: ₪; CRC: ₡; GEL: ₾; LAK: ₭; KZT: ₸; GHS: ₵; PYG: ₲; AZN: ₼; MNT: ₮; BTC: ₿; IRR: ﷼',
);

/** ISO 4217 active codes, less those that are common English words in capitals. */
export const CODES = new Set(
  (
    'AED AFN AMD AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLP CNH CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD ' +
    'HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP ' +
    'LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR ' +
    'PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SYP SZL THB ' +
    'TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH ' +
    'USDT'
  ).split(' '),
);

/** What may stand before `$` (with or without a space) to name whose dollar it is. */
const DOLLARS = named(
  'USD: us u.s u.s. usd; AUD: a au aud aus; CAD: c ca can cdn cad; HKD: hk hkd; TWD: nt ntd twd; ' +
    'SGD: s sg sgd; NZD: nz nzd; BRL: r brl; MXN: mx mex mxn; MOP: mop; JMD: j; DOP: rd; ZWL: z; BZD: bz; ' +
    'CLP: clp; COP: col; ARS: ar',
);

/** Codes often written in small letters. */
const LOWER_CODES = new Set('usd eur gbp rmb cny hkd jpy aud cad inr nzd sgd btc krw twd chf mxn'.split(' '));

/** Abbreviations and words that stand before a number. */
export const BEFORE = named(
  'CNY: rmb yuan; INR: rs re; MYR: rm ringgit; IDR: rp; USD: dollar; EUR: euro; JPY: yen; krone: kr; ' +
    'CHF: sfr fr; PLN: zł; AED: dh dhs; PHP: php; cent: sen; TWD: ntd; KES: ksh kshs; BDT: tk',
);

/** Abbreviations that stand after a number. */
const AFTER = named('PLN: zł; krone: kr; CZK: kč; CHF: sfr frs');

/** Tenths and hundredths in Han characters, with their share of the unit. */
export const HAN_PARTS = new Map<string, [unit: string, factor: number]>([
  ['角', ['CNY', 0.1]],
  ['毛', ['CNY', 0.1]],
  ['毫', ['CNY', 0.1]],
  ['角钱', ['CNY', 0.1]],
  ['毛钱', ['CNY', 0.1]],
  ['分钱', ['CNY', 0.01]],
  ['美分', ['USD', 0.01]],
  ['欧分', ['EUR', 0.01]],
  ['港仙', ['HKD', 0.01]],
  ['澳分', ['AUD', 0.01]],
  ['日本钱', ['JPY', 0.01]],
]);

/** Whether a currency character is not the beginning of another word (五角大楼, 三元牛奶, 一块芯片). */
const isNoOtherWord = isNotBefore({
  元: '素 旦 月 年 宵 老 首 件 器 宇 气 帅 勋 音 代 化 数据',
  角: '大楼 星 度 色 落 形 逐 膜',
  毛: '利 重 病 坯 巾 发 衣 泽',
  毫: '米 克 升 秒 无 安 瓦 不 巴 伏 希 西',
  仙: '女 侠 境 人 剑 股',
  刀: '具 片 下 切 锋',
  块:
    '芯片 显卡 电池 屏 石 蛋糕 面包 肉 砖 地 土地 土 金 奖牌 银 铜 玻璃 布 豆腐 硬盘 板 牌 木 巧克力 ' +
    '糖 田 表 手表 冰 钢 垫脚石 空地 区域 拼图 碎片 内存 硅 晶圆 广告 业务',
});

export interface Money {
  /** Where the currency word ends (after the number) or starts (before it). */
  at: number;
  unit: string;
  factor: number;
  /** The hundredth that may follow (`3 dollars 50 cents`, `五元三毛`), as opposed to being one. */
  major: boolean;
}

/** Names of currencies and of their parts in Han characters. */
const hanNames = buildLexicon<[unit: string, factor: number]>([
  ...[...HAN_MONEY].map(([word, unit]): [string, [string, number]] => [word, [unit, 1]]),
  ...HAN_PARTS,
]);
/** Names that may stand before a number: whole currencies of two characters and more. */
const hanNamesBefore = buildEndings([...HAN_MONEY.keys()].filter((word) => word.length > 1));

/** False if the name at `i` begins another word; 块 before Latin letters counts pieces (`25000块A100`). */
const isItself: Accepts<unknown> = (word, text, i) =>
  isNoOtherWord(word, text, i) && !(word.text === '块' && /^ ?[A-Za-z]/.test(text.slice(i + 1, i + 3)));

/** Reads a currency name in Han characters at `i`. */
function hanAfter(text: string, i: number): Money | null {
  const found = wordAt(hanNames, text, i, text.length, isItself);
  if (!found) return null;
  const { text: word, value } = found;
  let at = i + word.length;
  // `3万元欧元`: the currency named after 元 is the one that counts.
  const other = word === '元' && text[at] !== '元' ? hanAfter(text, at) : null;
  if (other?.major && other.at - at > 1) return other;
  if (word === '元' || word === '块') {
    const more = skipSpaces(text, at);
    if (text.startsWith('人民币', more) && !isDigit(text.charCodeAt(more + 3)) && more - at < 2) at = more + 3;
  }
  const [unit, factor] = value;
  return { at, unit, factor, major: factor === 1 && unit !== 'cent' && unit !== 'penny' };
}

const singular = (word: string): string =>
  word.length > 2 && word.endsWith('s') && !NOUNS.has(word) ? word.slice(0, -1) : word;

/** An ISO code, or one with M or K before it for millions or thousands (`MEUR`, `kUSD`). */
function codeOf(word: string): { unit: string; factor: number } | null {
  const upper = word.toUpperCase();
  if (upper === 'RMB' && (word === upper || word === 'rmb')) return { unit: 'CNY', factor: 1 };
  const capitals = word === upper;
  if (CODES.has(upper) && (capitals || LOWER_CODES.has(word)))
    return { unit: upper === 'CNH' ? 'CNY' : upper, factor: 1 };
  const scale = word.length === 4 ? { M: 1e6, m: 1e6, K: 1e3, k: 1e3 }[word.charAt(0)] : undefined;
  const inner = word.slice(1);
  if (scale && CODES.has(inner.toUpperCase()) && (inner === inner.toUpperCase() || LOWER_CODES.has(inner)))
    return { unit: inner.toUpperCase(), factor: scale };
  return null;
}

/**
 * Reads the name of a currency directly after a number that ends at `i`; `adjacent` spaces are allowed. null where
 * there is none.
 */
export function moneyAfter(t: FoldedText, i: number): Money | null {
  const { text, lower } = t;
  let at = skipSpaces(text, i);
  if (at - i > 4) return null;
  if (text[at] === '-' && at === i) at++;
  const code = text.charCodeAt(at);
  if (isHan(code)) return hanAfter(text, at);
  if (at === i + 1 && text[i] === ' ' && text[at] === '€' && text.startsWith('€ur', at))
    return { at: at + 3, unit: 'EUR', factor: 1, major: true };
  const sign = text[at] === '¥' ? yenOrYuan(t, at) : SIGNS.get(text.charAt(at));
  if (sign) {
    const space = at > i;
    const after = skipSpaces(text, at + 1);
    // `1 $ 10 dollars`: a spaced dollar sign with a number after it belongs to that number, unless one pays after it.
    if (isDigit(text.charCodeAt(after)) && (space || after === at + 1) && !payAfter(lower, at, after, space))
      return null;
    return { at: at + 1, unit: sign, factor: 1, major: true };
  }
  if (text[at] === '¢') return { at: at + 1, unit: 'cent', factor: 1, major: false };
  if (text.startsWith('ரூ', at)) return { at: at + 3, unit: 'LKR', factor: 1, major: true };
  return isLatin(code) ? wordAfter(t, i, at) : null;
}

function payAfter(lower: string, at: number, after: number, space: boolean): boolean {
  if (!space || after === at + 1) return false;
  let end = after;
  while (isDigit(lower.charCodeAt(end))) end++;
  return /^ ?(?:\$|c\b|cent)/.test(lower.slice(end, end + 6));
}

function wordAfter(t: FoldedText, i: number, at: number): Money | null {
  const { text, lower } = t;
  const end = wordEnd(text, at, at + 24);
  const raw = text.slice(at, end);
  const word = lower.slice(at, end);
  const dollar = text[end] === '$' ? DOLLARS.get(word) : undefined;
  if (dollar) return { at: end + 1, unit: dollar, factor: 1, major: true };
  if (/^l\.?e(?![a-z])/.test(lower.slice(at, at + 4)) && !(word === 'le' && at === i)) {
    return {
      at: lower.startsWith('l.e.', at) ? at + 4 : lower[at + 1] === '.' ? at + 3 : at + 2,
      unit: 'EGP',
      factor: 1,
      major: true,
    };
  }
  const code = codeOf(raw);
  // `3 USD50 cards`: a code that touches the next number belongs to that.
  if (code) return at > i && isDigit(text.charCodeAt(end)) ? null : { at: end, ...code, major: true };
  if ((word === 'rs' || word === 're') && at - i <= 1) return { at: end, unit: 'INR', factor: 1, major: true };
  if (raw === 'RM') return { at: end, unit: 'MYR', factor: 1, major: true };
  if (word === 'k' && text[end] === '$') return { at: end + 1, unit: 'USD', factor: 1000, major: true };
  // `500 fr.`: the point belongs to the abbreviation, without which it is none.
  if (word === 'fr' && text[end] === '.' && !isDigit(text.charCodeAt(end + 1)))
    return { at: end + 1, unit: 'CHF', factor: 1, major: true };
  const short = AFTER.get(word);
  if (short) return { at: end, unit: short, factor: 1, major: true };
  const cents = CENTS.get(word) ?? CENTS.get(singular(word));
  if (cents) {
    if ((word === 'p' && at > i) || raw === 'C' || raw === 'P') return null;
    if (word === 'c' && /[$\w]/.test(lower[at + 1] ?? ' ')) return null;
    return { at: end, unit: cents, factor: 1, major: false };
  }
  const noun = NOUNS.get(word) ?? NOUNS.get(singular(word));
  if (noun) {
    // `5 real issues`, `3 won`: other words unless nothing follows.
    if (
      /^(?:real|won|mark|lei)$/.test(word) &&
      (!/^(?:won|lei)$/.test(word) || isLatin(text.charCodeAt(skipSpaces(text, end))))
    )
      return null;
    if (noun === 'GBP' && word.startsWith('pound') && isWeight(lower, i, end)) return null;
    const second = text[end] === ' ' ? lower.slice(end + 1, wordEnd(text, end + 1, end + 12)) : '';
    return {
      at: second === 'sterling' || second === 'masriya' ? end + 1 + second.length : end,
      unit: noun,
      factor: 1,
      major: true,
    };
  }
  return countryAfter(t, at, end);
}

/** Beside these a pound is a weight, as it is of a thing that is no sum, and with a hyphen before a thing. */
const WEIGHED =
  /\b(?:weigh(?:s|ed|ing|t|ts)?|slimm?(?:s|ed|ing)?|overweight|heavier|lighter|kilos?|kilograms?|kg|lbs?|diet(?:s|ed|ing)?|bodyweight|pounder)\b/;
const SUM =
  /^(?: of (?:debt|funding|aid|cuts?|investment|savings?|spending|public|tax|profits?|sales|damage|revenues?|cash|money|loss|income|assets|loans?|trade|exports?|imports?|government|support|grants?)|-(?:notes?|coins?|fine|bill|fee|ticket|ransom|bonus|deal|loan|prize|grant|a-)| (?:notes?|coins?|fine|bill|fee|ticket|bonus|deal|loan|prize|grant|sterling)\b)/;

/** Verbs before the pounds that a body loses or gains, and what tells that they are money all the same. */
const LOST =
  /\b(?:los(?:t|e|es|ing)|gain(?:s|ed|ing)?|shed(?:s|ding)?|drop(?:s|ped|ping)?|put on|puts on|putting on|pack(?:s|ed|ing) on) (?:(?:about|around|over|nearly|almost|some|another|more than|at least|up to|roughly|an extra) )*[a-z\d.-]+$/;
const STAKED =
  /£|\b(?:sterling|bet(?:s|ting)?|wager\w*|gambl\w*|casino|stak\w+|scam\w*|fraud\w*|thie\w+|stole\w*|robb\w+|shares?|stock|profits?|revenues?|sales|income|wages?|salar\w+|pay|paid|price|cost|worth|each|million|billion|thousand|in (?:value|cash|benefits|fees|savings))\b/;

function isWeight(lower: string, i: number, end: number): boolean {
  const after = lower.slice(end, end + 32);
  if (SUM.test(after)) return false;
  const around = `${lower.slice(Math.max(0, i - 48), i)} ${after}`;
  if (LOST.test(lower.slice(Math.max(0, i - 56), i)) && !STAKED.test(around)) return true;
  if (WEIGHED.test(around.replace(/[.!?].*?(?= \S{0,12}$)/, ''))) return true;
  return after.startsWith(' of ') || (lower[i] === '-' && isDigit(lower.charCodeAt(i - 1)) && /^ [a-z]/.test(after));
}

/** `Australian dollars`, `Hong Kong dollars`, `U.S. dollars`. */
function countryAfter(t: FoldedText, at: number, end: number): Money | null {
  const { text, lower } = t;
  let country = lower.slice(at, end);
  let next = end;
  if (country === 'u' && lower.startsWith('.s', end)) {
    country = 'u.s';
    next = lower[end + 2] === '.' ? end + 3 : end + 2;
  }
  for (let words = 0; words < 2; words++) {
    if (text[next] !== ' ') return null;
    const stop = wordEnd(text, next + 1, next + 14);
    const word = lower.slice(next + 1, stop);
    const noun = NOUNS.get(word) ?? NOUNS.get(singular(word));
    const cents = CENTS.get(singular(word));
    if (noun) {
      const unit = COUNTRIES.get(noun)?.get(country);
      return unit ? { at: stop, unit, factor: 1, major: true } : null;
    }
    if (cents === 'cent' && word.length > 2) {
      const unit = COUNTRIES.get('USD')?.get(country);
      return unit ? { at: stop, unit, factor: 0.01, major: false } : null;
    }
    country = `${country} ${word}`;
    next = stop;
  }
  return null;
}

/** Reads the name of a currency directly before a number that starts at `i`, looking back no further than `floor`. */
export function moneyBefore(t: FoldedText, i: number, floor: number): Money | null {
  const { text, lower } = t;
  let end = i;
  while (end > floor && end > i - 3 && text.charCodeAt(end - 1) === 32) end--;
  if (end <= floor) return null;
  if (isHan(text.charCodeAt(end - 1))) return hanBefore(text, end, floor);
  const char = text.charAt(end - 1);
  const sign = SIGNS.get(char);
  if (sign) {
    const money = { at: end - 1, unit: sign, factor: 1, major: true };
    if (char === '¥') return yenBefore(t, end - 1, floor);
    return char === '$' ? (dollarBefore(t, end - 1, floor) ?? money) : money;
  }
  if (char === '¢') return { at: end - 1, unit: 'cent', factor: 1, major: false };
  let start = end;
  let stop = end;
  if (char === '.') stop = start = end - 1;
  while (start > floor && start > end - 12 && isLatin(text.charCodeAt(start - 1))) start--;
  if (start < stop) {
    if (isLatin(text.charCodeAt(start - 1))) return null;
    const raw = text.slice(start, stop);
    const word = lower.slice(start, stop);
    // `$A5m`, `$US62 billion`: the country's letters after the sign.
    const dollar = end === i && text[start - 1] === '$' && start - 1 >= floor ? DOLLARS.get(word) : undefined;
    if (dollar) return { at: start - 1, unit: dollar, factor: 1, major: true };
    if (raw === 'R' && end === i && RAND.test(text.slice(i, i + 20)))
      return { at: start, unit: 'ZAR', factor: 1, major: true };
    if (char === '.' && word !== 'rs' && word !== 'fr') return null;
    const code = codeOf(raw);
    if (code) return { at: start, ...code, major: true };
    const unit = BEFORE.get(word);
    if (raw === 'Euro' && CUP.test(text.slice(end, end + 14))) return null;
    if (!unit || (word.length <= 2 && word !== 'kr' && !/[A-Z]/.test(raw.charAt(0)) && end < i)) return null;
    if (word === 'ringgit' && /malaysian? $/.test(lower.slice(Math.max(floor, start - 10), start))) {
      const country = lower.lastIndexOf('malaysia', start);
      return { at: country, unit, factor: 1, major: true };
    }
    return { at: start, unit, factor: 1, major: unit !== 'cent' };
  }
  return null;
}

/** The currency whose Han name ends at `end`. */
function hanBefore(text: string, end: number, floor: number): Money | null {
  const name = endingAt(hanNamesBefore, text, end, floor);
  if (name === null) return null;
  const unit = HAN_MONEY.get(name);
  return unit === undefined ? null : { at: end - name.length, unit, factor: 1, major: true };
}

/** `R500 million`, `R1,200`: the rand, where a scale or groups show that it is no name. */
const RAND = /^\d{1,3}(?:[ ,]\d{3})+(?!\d)|^\d+(?:\.\d+)? ?(?:m|bn|million|billion|trillion)\b/;

/** `Euro 2024`, `Euro 96`: a championship and no amount. */
const CUP = /^ (?:\d\d|(?:19|20)\d\d)(?!\d|[.,]\d| ?(?:k|m|bn|million|billion|trillion|thousand|cents?)\b)/;

const chinaOrJapan =
  /\b(?:(china|chinese|yuan|rmb|renminbi|cny|beijing|shanghai|shenzhen|guangzhou|hangzhou)|japan|japanese|yen|jpy|tokyo|osaka|kyoto)\b/g;

/** How far from a ¥ a country is looked for (UTF-16 units): about a paragraph, so that many signs stay cheap. */
const countryReach = 500;

/**
 * ¥ is the renminbi beside Chinese. Elsewhere the country named last before it decides or, without one, the first after it;
 * where none is named nearby, it is the yen.
 */
function yenOrYuan(t: FoldedText, sign: number): 'CNY' | 'JPY' {
  if (t.hasHan) return 'CNY';
  const from = Math.max(0, sign - countryReach);
  const near = t.lower.slice(from, sign + countryReach);
  let isChina = false;
  for (const [index, match] of [...near.matchAll(chinaOrJapan)].entries()) {
    if (index > 0 && from + match.index > sign) break;
    isChina = match[1] !== undefined;
  }
  return isChina ? 'CNY' : 'JPY';
}

/** Whether a text has a ¥ without saying whose it is. Beside another text that says so, it is that currency. */
export function isBareYen(text: string): boolean {
  const lower = text.normalize('NFKC').toLowerCase();
  return /(?<![a-z])¥/.test(lower) && lower.search(chinaOrJapan) < 0 && !/\p{Script=Han}/u.test(lower);
}

/** The yen or the renminbi, unless letters before the sign say which (`CN¥`, `JP¥`). */
function yenBefore(t: FoldedText, sign: number, floor: number): Money {
  const letters = sign - 2 >= floor ? t.lower.slice(sign - 2, sign) : '';
  if (letters === 'jp' || letters === 'cn')
    return { at: sign - 2, unit: letters === 'jp' ? 'JPY' : 'CNY', factor: 1, major: true };
  return { at: sign, unit: yenOrYuan(t, sign), factor: 1, major: true };
}

function dollarBefore(t: FoldedText, dollar: number, floor: number): Money | null {
  const { text, lower } = t;
  let end = dollar;
  if (end > floor && text.charCodeAt(end - 1) === 32) end--;
  let start = end;
  while (start > floor && start > end - 5 && (isLatin(text.charCodeAt(start - 1)) || text.charCodeAt(start - 1) === 46))
    start--;
  const word = lower.slice(start, end);
  const unit = DOLLARS.get(word);
  if (!unit || isLatin(text.charCodeAt(start - 1)) || (start > 0 && "'’`".includes(text.charAt(start - 1))))
    return null;
  // A single letter apart from the sign is an article or a possessive, but for `c $`, as old wire copy is spaced.
  if (end < dollar && word.length === 1 && (word !== 'c' || (text[start - 1] === ' ' && text[start - 2] === "'")))
    return null;
  return { at: start, unit, factor: 1, major: true };
}
