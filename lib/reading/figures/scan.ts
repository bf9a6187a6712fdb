/**
 * The pass over a text that finds its quantities, before ranges and bounds join them to figures. Invariant: quantities
 * are in order and do not overlap; each numeral is read once. Skipped: dates, clock times, addresses, names with digits
 * in them, ordinals, and Han characters such as `一` and `十` where they do not count (`一起`, `十分`).
 */

import { findDateSpans } from '#lib/reading/dates';
import {
  beginsHanNumeral,
  continuesInHan,
  hanNumeralStarts,
  isHanNumeralChar,
  readHanNumeral,
} from '#lib/reading/figures/numerals/chinese';
import { continuesInWords, readWordNumeral } from '#lib/reading/figures/numerals/english';
import { beginsWordNumeral, wordEnd } from '#lib/reading/figures/numerals/english-words';
import { isVulgar, MAX_DIGITS, type Numeral, readDigitNumeral } from '#lib/reading/figures/numerals/numeral';
import { moneyAfter, moneyBefore } from '#lib/reading/figures/units/currency';
import { unitAfter } from '#lib/reading/figures/units/unit-after';
import {
  digitsEnd,
  type FoldedText,
  hasUnit,
  isDigit,
  isHan,
  isLatin,
  skipSpaces,
  skipSpacesBack,
  unitSetOf,
} from '#lib/text/forms/folded';
import { countsInHan, countsInWords } from './counting';
import { readDigitWords } from './digit-words';
import { continuesName, nameEnd, skipIdentifier } from './identifiers';
import { type Quantity, quantityFrom, quantityOfWords } from './quantity';
import { skipScore } from './scores';

/** Verbs and adverbs that are multiples by themselves. */
const MULTIPLES = new Map<string, number>([
  ['double', 2],
  ['doubled', 2],
  ['doubles', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['triples', 3],
  ['tripling', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halved', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['ninefold', 9],
  ['tenfold', 10],
  ['hundredfold', 100],
]);

/** 翻番 and 翻倍 double; 翻两番 is two doublings (现代汉语词典, 翻番). */
const DOUBLING = /翻了?(近|约|将近|接近|逾|超过?|不止)?(?:([一二两三四五六七八九\d])番|(?:一)?(?:番|倍(?!数)))/y;
/** `个半小时` is one and a half hours, where no number stands before it. */
const ONE_AND_HALF = /个半(?:(小时|钟头)|(月)|(?=$|[，。；！？、\n]))/y;
/** 减半 halves. */
const HALVED = /减半(?![年导径天月])/y;
/** Halves: 一半, 半数, 过半; 打对折 halves a price. */
const HALF =
  /(?:一半|半数)(?!导)|半(?=个?(?:小时|月(?!刊|板)|多月|世纪|学期|钟头)|年(?!报)|天(?!吊|边|然)|成(?!品|型|熟)|折|价)|对折/y;

/** Finds the quantities of a folded text, in order. Linear in its length. */
export function findQuantities(t: FoldedText): Quantity[] {
  const { text, lower } = t;
  const dates = findDateSpans(t);
  const found: Quantity[] = [];
  let date = 0;
  let floor = 0;
  let i = 0;
  while (i < text.length) {
    const ahead = dates[date];
    if (ahead && ahead.start <= i) {
      i = Math.max(i, ahead.end);
      floor = Math.max(floor, ahead.end);
      date++;
      continue;
    }
    const limit = ahead?.start ?? text.length;
    const code = text.charCodeAt(i);
    const char = text.charAt(i);
    let next = i + 1;
    let quantity: Quantity | null = null;
    if (
      isDigit(code) ||
      (code === 46 && isDigit(text.charCodeAt(i + 1)) && !isDigit(text.charCodeAt(i - 1)) && text[i - 1] !== '.') ||
      isVulgar(code)
    ) {
      [quantity, next] = readAtDigit(t, i, floor, found[found.length - 1]);
    } else if (isHan(code)) {
      if (hasUnit(OPENS, code)) [quantity, next] = readAtHan(t, i, floor);
    } else if (isLatin(code)) {
      [quantity, next] = readAtWord(t, i, floor);
    } else if (char === '+' && isDigit(text.charCodeAt(i + 1))) {
      next = Math.max(i + 1, skipIdentifier(t, i));
    } else if (char === ':' && lower.startsWith('://', i)) {
      next = nameEnd(text, i + 3);
    }
    if (quantity && quantity.numberStart < limit && quantity.numberEnd > limit) quantity = null;
    if (quantity) {
      found.push(quantity);
      floor = quantity.end;
      next = Math.max(quantity.end, i + 1);
      // `four new 777 Skyliner jets`: a number inside what is counted names its model.
      if (quantity.kind === 'count' && /\d/.test(text.slice(quantity.end, quantity.nounEnd))) next = quantity.nounEnd;
    }
    i = Math.max(next, i + 1);
  }
  return found;
}

/** Characters other than numerals with which something to read or to pass over begins: 翻番, 对折, 第三, 星期四. */
const OPENERS = '翻对第星负减个';
const OPENS = unitSetOf([...OPENERS, ...hanNumeralStarts]);

/** `九 九 折`: a discount in two digits, with every character set apart. */
const SPACED_DISCOUNT = /([1-9一二三四五六七八九]) ([1-9一二三四五六七八九]) 折/y;

function readSpacedDiscount(text: string, i: number): Quantity | null {
  if (text[i + 4] !== '折') return null;
  SPACED_DISCOUNT.lastIndex = i;
  const found = SPACED_DISCOUNT.exec(text);
  if (!found) return null;
  const digit = (char = ''): number => Number(char) || '零一二三四五六七八九'.indexOf(char);
  return quantityOfWords(i, i + found[0].length, 10 * digit(found[1]) + digit(found[2]), 'percent', 'percent');
}

type Reading = [quantity: Quantity | null, next: number];

/** What joins the second end of a range of money, so that its `m` is a million (`$1.5-2m`). */
const MONEY_JOINT = /^ ?[-~—] ?$|^ (?:to|and|or) $/;

function readAtDigit(t: FoldedText, i: number, floor: number, last: Quantity | undefined): Reading {
  const { text } = t;
  const runEnd = digitsEnd(text, i);
  if (runEnd - i > MAX_DIGITS) return [null, nameEnd(text, i)];
  const skipped = skipIdentifier(t, i);
  if (skipped > i) return [null, nameEnd(text, skipped)];
  const score = skipScore(t, i);
  if (score > i) return [null, score];
  const discount = readSpacedDiscount(text, i);
  if (discount) return [discount, discount.end];
  const money = moneyBefore(t, i, floor);
  const named = !money && i > 0 && continuesName(text, i, floor);
  // A name and its share written together (`Soitec2.5%的股权`): a percentage never ends a name.
  if (
    named &&
    !(/^\d{1,3}(?:\.\d+)?%/.test(text.slice(i, i + 10)) && (isLatin(text.charCodeAt(i - 1)) || text[i - 1] === '.'))
  )
    return [null, text[i] === '.' ? i + 1 : nameEnd(text, i)];
  if (text[i - 1] === '第' || (text[i - 1] === ' ' && text[skipSpacesBack(text, i) - 1] === '第'))
    return [null, runEnd];
  const paid =
    last?.kind === 'money' && last.prefixed && MONEY_JOINT.test(t.lower.slice(last.end, Math.min(i, last.end + 6)));
  const base = readDigitNumeral(t, i, { money: money !== null || paid || text[i - 1] === '$' });
  if (!base) return [null, Math.max(runEnd, i + 1)];
  let numeral = base;
  if (base.scale === 1 && continuesInHan(t, base.end)) numeral = readHanNumeral(t, i) ?? base;
  else if (text[skipSpaces(text, base.end)] === '分' || text[skipSpaces(text, base.end)] === '又')
    numeral = readHanNumeral(t, i) ?? base;
  else if (base.scale === 1 && continuesInWords(t, base.end)) numeral = readWordNumeral(t, i) ?? base;
  if (numeral.end < base.end) numeral = base;
  const digits = numeral.scale === 1 ? NAMING_WORDS.exec(t.lower.slice(numeral.end, numeral.end + 12)) : null;
  if (digits?.[0].startsWith('-')) return [null, numeral.end + digits[0].length];
  const quantity = quantityFrom(t, numeral, money, floor);
  if (!quantity) return [null, nameEnd(text, base.end)];
  return [quantity, quantity.end];
}

function readAtHan(t: FoldedText, i: number, floor: number): Reading {
  const { text } = t;
  const char = text.charAt(i);
  if (char === '翻') {
    DOUBLING.lastIndex = i;
    const found = DOUBLING.exec(text);
    if (!found) return [null, i + 1];
    const [phrase, bound, word] = found;
    const times = word
      ? isDigit(word.charCodeAt(0))
        ? Number(word)
        : '零一二三四五六七八九'.indexOf(word === '两' ? '二' : word)
      : 1;
    const doubled = quantityOfWords(i, i + phrase.length, 2 ** times, 'times', 'times');
    if (bound) doubled.hint = /[近约]/.test(bound) ? 'about' : 'more-than';
    return [doubled, doubled.end];
  }
  if (char === '减') {
    HALVED.lastIndex = i;
    return HALVED.test(text) ? [quantityOfWords(i, i + 2, 0.5, 'times', 'times'), i + 2] : [null, i + 1];
  }
  if (char === '个') {
    ONE_AND_HALF.lastIndex = i;
    const found = ONE_AND_HALF.exec(text);
    if (!found || /[\d几多]/.test(text[i - 1] ?? '') || isHanNumeralChar(text[i - 1] ?? '')) return [null, i + 1];
    const [unit, kind] = found[1]
      ? (['hour', 'duration'] as const)
      : found[2]
        ? (['month', 'duration'] as const)
        : ([null, 'none'] as const);
    return [quantityOfWords(i, i + found[0].length, 1.5, unit, kind), i + found[0].length];
  }
  HALF.lastIndex = i;
  const half = char === '一' || char === '半' || char === '对' ? HALF.exec(text) : null;
  if (half) {
    if (char === '对')
      return text[i - 1] === '打' ? [quantityOfWords(i, i + 2, 50, 'percent', 'percent'), i + 2] : [null, i + 2];
    const end = i + half[0].length;
    if (char === '半' && half[0] === '半') {
      if (/[一多夜前后上下大每]/.test(text[i - 1] ?? '')) return [null, end];
      if (text[end] === '价' || text[end] === '折')
        return [quantityOfWords(i, end + 1, 50, 'percent', 'percent'), end + 1];
      const numeral: Numeral = {
        start: i,
        end,
        low: 0.5,
        high: 0.5,
        hint: 'exact',
        scale: 1,
        large: 1,
        form: 'han',
        plain: false,
      };
      const quantity = quantityFrom(t, numeral, null, floor);
      return [quantity, quantity?.end ?? end];
    }
    return [{ ...quantityOfWords(i, end, 0.5, null, 'none'), fraction: true }, end];
  }
  if (!beginsHanNumeral(text.charCodeAt(i))) {
    if (char === '负' && (isHanNumeralChar(text[i + 1] ?? '') || isDigit(text.charCodeAt(i + 1)))) return [null, i + 1];
    if (char === '第' || char === '星') return [null, skipOrdinal(t, i)];
    return [null, i + 1];
  }
  if (text[i - 1] === '第') return [null, i + 1];
  // `中百6000万股`: a scale without a digit before it ends a name where digits follow it.
  if (isDigit(text.charCodeAt(i + 1)) && SCALES_ALONE.includes(char)) return [null, i + 1];
  const score = skipScore(t, i);
  if (score > i) return [null, score];
  const discount = readSpacedDiscount(text, i);
  if (discount) return [discount, discount.end];
  const numeral = readHanNumeral(t, i) ?? readLoneScale(t, i);
  if (!numeral) {
    let end = i + 1;
    if (!isHanNumeralChar(char)) return [null, end];
    while (end < text.length && isHanNumeralChar(text.charAt(end)) && end - i < 64) end++;
    return [null, end];
  }
  const quantity = quantityFrom(t, numeral, moneyBefore(t, i, floor), floor);
  return quantity && countsInHan(t, quantity) ? [quantity, quantity.end] : [null, numeral.end];
}

const SCALES_ALONE = '十百千万亿';

/** 万, 亿 and 万亿 are numbers by themselves after a bound (`逾万人`, `破万亿元`) and as an order of magnitude (`亿级`). */
function readLoneScale(t: FoldedText, i: number): Numeral | null {
  const word = /^(?:万亿|万|亿)(?![零一二三四五六七八九十百千万亿])/.exec(t.text.slice(i, i + 3))?.[0];
  if (!word) return null;
  const magnitude = /^(?:级(?!别|联)|量级)/.test(t.text.slice(i + word.length, i + word.length + 2));
  if (!magnitude && !/[逾超过近约破达]/.test(t.text[i - 1] ?? '')) return null;
  if (/^万(?:科|达|一|物|众|国|向|华|里|分|能|圣|元户)/.test(t.text.slice(i, i + 3))) return null;
  const value = word === '万' ? 1e4 : word === '亿' ? 1e8 : 1e12;
  return {
    start: i,
    end: i + word.length,
    low: value,
    high: value,
    hint: magnitude ? 'about' : 'exact',
    scale: value,
    large: value,
    form: 'han',
    plain: false,
  };
}

/** Passes over 第N and 星期N. */
function skipOrdinal(t: FoldedText, i: number): number {
  const { text } = t;
  let at = i + 1;
  if (text[i] === '星') {
    if (text[at] !== '期') return at;
    at++;
  } else {
    at = skipSpaces(text, at);
  }
  const start = at;
  while (at < text.length && at - start < 24 && (isDigit(text.charCodeAt(at)) || isHanNumeralChar(text.charAt(at))))
    at++;
  return at;
}

function readAtWord(t: FoldedText, i: number, floor: number): Reading {
  const { text, lower } = t;
  const end = wordEnd(text, i);
  if (isLatin(text.charCodeAt(i - 1))) return [null, end];
  const skipped = skipIdentifier(t, i);
  if (skipped > i) return [null, skipped];
  if (end - i > 13) return [null, end];
  const word = lower.slice(i, end);
  const digits = DIGIT_WORDS.has(word) ? readDigitWords(t, i) : null;
  if (digits) return [digits, digits.end];
  const times = MULTIPLES.get(word);
  if (times !== undefined) {
    const between = /^ (?:digit|check|standard|down|room|bed|whammy|agent|play|edged|blind|take|major)/.test(
      lower.slice(end, end + 10),
    );
    return word === 'double' || between ? [null, end] : [quantityOfWords(i, end, times, 'times', 'times'), end];
  }
  if (!beginsWordNumeral(word)) return [null, end];
  if (isDigit(text.charCodeAt(i - 1)) || text[i - 1] === '$' || text[end] === '@') return [null, end];
  const numeral = readWordNumeral(t, i) ?? articleNumeral(t, i, end, word);
  if (!numeral) return [null, end];
  // A six-figure sum and a 10-digit code tell how a number is written; two-for-one is an exchange.
  const named = numeral.scale === 1 ? NAMING_WORDS.exec(lower.slice(numeral.end, numeral.end + 12)) : null;
  if (named) return [null, numeral.end + named[0].length];
  const quantity = quantityFrom(t, numeral, moneyBefore(t, i, floor), floor);
  return quantity && countsInWords(t, quantity, word) ? [quantity, quantity.end] : [null, numeral.end];
}

/** Words with which a range of digits may begin. */
const DIGIT_WORDS = new Set(['low', 'mid', 'high', 'single', 'double', 'triple', 'teens', 'lower', 'higher']);

/** What makes a number before it part of a word. */
const NAMING_WORDS = /^-(?:figures?|digits?)\b|^ figures?\b|^-for-\w+/;

/** `a dollar`, `a penny`, `a gallon`: an article counts one before money and measures, unless it says per what. */
function articleNumeral(t: FoldedText, i: number, end: number, word: string): Numeral | null {
  if ((word !== 'a' && word !== 'an') || t.text[end] !== ' ' || !/[a-z]/.test(t.text[end + 1] ?? '')) return null;
  if (/[\d)%-]/.test(t.text[skipSpacesBack(t.text, i) - 1] ?? ' ')) return null;
  const second = t.lower.slice(end + 1, wordEnd(t.text, end + 1, end + 16));
  const money = second.length > 1 ? moneyAfter(t, end) : null;
  if (!money && !/^(?:gallon|dime|kilometre|kilometer|mile|ton|tonne)$/.test(second) && !isEquated(t, end)) return null;
  if (money && AMBIGUOUS_COINS.has(second)) return null;
  return { start: i, end, low: 1, high: 1, hint: 'exact', scale: 1, large: 1, form: 'words', plain: false };
}

/** `a kibibyte is 1,024 bytes`: a unit that is told in others counts one. */
function isEquated(t: FoldedText, end: number): boolean {
  const unit = unitAfter(t, end, true);
  return unit?.kind === 'measure' && EQUALS.test(t.lower.slice(unit.nounEnd, unit.nounEnd + 40));
}

const EQUALS =
  /^ (?:is|equals|is equal to|has|contains|makes) (?:exactly |about |approximately |roughly |just (?:over|under) )?\d/;

/** After an article these are mostly something else, or the currency as such (`a weaker yen`, `a pound of flour`). */
const AMBIGUOUS_COINS = new Set(['pound', 'yen', 'mark', 'franc', 'buck', 'rand', 'crown', 'real']);
