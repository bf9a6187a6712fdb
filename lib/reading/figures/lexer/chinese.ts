/**
 * Lexes what begins with a Han character: a numeral with its currency and unit, a word that is an amount by itself (翻番,
 * 减半, 一半), an ordinal, a score. Characters such as `一` and `十` that do not count (`一起`, `十分`) are words.
 */

import { countsInHan } from '#lib/reading/figures/counting';
import {
  beginsHanNumeral,
  hanNumeralStarts,
  isHanNumeralChar,
  readHanNumeral,
} from '#lib/reading/figures/numerals/chinese';
import { type Numeral, numeralOf } from '#lib/reading/figures/numerals/numeral';
import { quantityFrom, quantityOfWords } from '#lib/reading/figures/quantity';
import { skipScore } from '#lib/reading/figures/scores';
import { moneyBefore } from '#lib/reading/figures/units/currency';
import { type FoldedText, hasUnit, isDigit, skipSpaces, unitSetOf } from '#lib/text/forms/folded';
import { readSpacedDiscount } from './discount';
import { numberToken, otherToken, type Token } from './token';

/** 翻番 and 翻倍 double; 翻两番 is two doublings (现代汉语词典, 翻番). */
const DOUBLING = /翻了?(近|约|将近|接近|逾|超过?|不止)?(?:([一二两三四五六七八九\d])番|(?:一)?(?:番|倍(?!数)))/y;
/** `个半小时` is one and a half hours, where no number stands before it. */
const ONE_AND_HALF = /个半(?:(小时|钟头)|(月)|(?=$|[，。；！？、\n]))/y;
/** 减半 halves. */
const HALVED = /减半(?![年导径天月])/y;
/** Halves: 一半, 半数, 过半; 打对折 halves a price. */
const HALF =
  /(?:一半|半数)(?!导)|半(?=个?(?:小时|月(?!刊|板)|多月|世纪|学期|钟头)|年(?!报)|天(?!吊|边|然)|成(?!品|型|熟)|折|价|公[斤里顷升]|英[里尺寸磅]|斤(?!八两)|吨|亩|磅|米(?![粒饭粉汤])|升(?![学级值旗]))|对折/y;

/** Characters other than numerals with which something to read or to pass over begins: 翻番, 对折, 第三, 星期四. */
const OPENERS = '翻对第星负减个';
const OPENS = unitSetOf([...OPENERS, ...hanNumeralStarts]);

/** Whether anything but a word may begin with a Han character. */
export const opensHanToken = (code: number): boolean => hasUnit(OPENS, code);

/** Lexes what begins with the Han character at `i`. `floor` is where the number before it ends. */
export function lexHan(t: FoldedText, i: number, floor: number): Token {
  const { text } = t;
  const char = text.charAt(i);
  if (char === '翻') {
    DOUBLING.lastIndex = i;
    const found = DOUBLING.exec(text);
    if (!found) return otherToken('word', i, i + 1);
    const [phrase, bound, word] = found;
    const times = word
      ? isDigit(word.charCodeAt(0))
        ? Number(word)
        : '零一二三四五六七八九'.indexOf(word === '两' ? '二' : word)
      : 1;
    const doubled = quantityOfWords(i, i + phrase.length, 2 ** times, 'times', 'times');
    if (bound) doubled.hint = /[近约]/.test(bound) ? 'about' : 'more-than';
    return numberToken(doubled);
  }
  if (char === '减') {
    HALVED.lastIndex = i;
    return HALVED.test(text)
      ? numberToken(quantityOfWords(i, i + 2, 0.5, 'times', 'times'))
      : otherToken('word', i, i + 1);
  }
  if (char === '个') {
    ONE_AND_HALF.lastIndex = i;
    const found = ONE_AND_HALF.exec(text);
    if (!found || /[\d几多]/.test(text.charAt(i - 1)) || isHanNumeralChar(text.charAt(i - 1)))
      return otherToken('word', i, i + 1);
    const [unit, kind] = found[1]
      ? (['hour', 'duration'] as const)
      : found[2]
        ? (['month', 'duration'] as const)
        : ([null, 'none'] as const);
    return numberToken(quantityOfWords(i, i + found[0].length, 1.5, unit, kind));
  }
  HALF.lastIndex = i;
  const half = char === '一' || char === '半' || char === '对' ? HALF.exec(text) : null;
  if (half) {
    if (char === '对')
      return text[i - 1] === '打'
        ? numberToken(quantityOfWords(i, i + 2, 50, 'percent', 'percent'))
        : otherToken('word', i, i + 2);
    const end = i + half[0].length;
    if (char === '半' && half[0] === '半') {
      if (/[一多夜前后上下大每]/.test(text.charAt(i - 1))) return otherToken('word', i, end);
      if (text[end] === '价' || text[end] === '折')
        return numberToken(quantityOfWords(i, end + 1, 50, 'percent', 'percent'));
      const quantity = quantityFrom(t, numeralOf('han', i, end, 0.5), null, floor);
      return quantity ? numberToken(quantity) : otherToken('word', i, end);
    }
    const share = quantityOfWords(i, end, 0.5, null, 'none');
    share.fraction = true;
    return numberToken(share);
  }
  if (!beginsHanNumeral(text.charCodeAt(i))) {
    if (char === '负' && (isHanNumeralChar(text.charAt(i + 1)) || isDigit(text.charCodeAt(i + 1))))
      return otherToken('word', i, i + 1);
    if (char === '第' || char === '星') return otherToken('ordinal', i, skipOrdinal(t, i));
    return otherToken('word', i, i + 1);
  }
  if (text[i - 1] === '第') return otherToken('ordinal', i, i + 1);
  // `中百6000万股`: a scale without a digit before it ends a name where digits follow it.
  if (isDigit(text.charCodeAt(i + 1)) && SCALES_ALONE.includes(char)) return otherToken('word', i, i + 1);
  const score = skipScore(t, i);
  if (score > i) return otherToken('score', i, score);
  const discount = readSpacedDiscount(text, i);
  if (discount) return numberToken(discount);
  const numeral = readHanNumeral(t, i) ?? readLoneScale(t, i);
  if (!numeral) {
    let end = i + 1;
    if (!isHanNumeralChar(char)) return otherToken('word', i, end);
    while (end < text.length && isHanNumeralChar(text.charAt(end)) && end - i < 64) end++;
    return otherToken('word', i, end);
  }
  const quantity = quantityFrom(t, numeral, moneyBefore(t, i, floor), floor);
  const counts = quantity !== null && countsInHan(t, quantity);
  if (!counts) return otherToken('word', i, numeral.end);
  if (counts === 'maybe') quantity.certain = false;
  return numberToken(quantity);
}

const SCALES_ALONE = '十百千万亿';

/** 万, 亿 and 万亿 are numbers by themselves after a bound (`逾万人`, `破万亿元`) and as an order of magnitude (`亿级`). */
function readLoneScale(t: FoldedText, i: number): Numeral | null {
  const word = /^(?:万亿|万|亿)(?![零一二三四五六七八九十百千万亿])/.exec(t.text.slice(i, i + 3))?.[0];
  if (!word) return null;
  const magnitude = /^(?:级(?!别|联)|量级)/.test(t.text.slice(i + word.length, i + word.length + 2));
  if (!magnitude && !/[逾超过近约破达]/.test(t.text.charAt(i - 1))) return null;
  if (/^万(?:科|达|一|物|众|国|向|华|里|分|能|圣|元户)/.test(t.text.slice(i, i + 3))) return null;
  const value = word === '万' ? 1e4 : word === '亿' ? 1e8 : 1e12;
  const numeral = numeralOf('han', i, i + word.length, value);
  numeral.scale = numeral.large = value;
  if (magnitude) numeral.hint = 'about';
  return numeral;
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
