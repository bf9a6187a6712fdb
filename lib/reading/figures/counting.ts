/**
 * Whether a numeral in Han characters or English words counts something, or is part of another word or phrase: `一` in
 * `一起`, `十` in `十分`, `三` in `三亚`, `one` in `this one`. Invariant: a numeral with more than one scale always counts; a
 * lone character or `one` counts only with a unit, between punctuation, or after a copula. The indefinite article `一个`
 * does not count (`one solution` does).
 */

import { isNumberedInHan } from '#lib/reading/figures/identifiers';
import { isHanNumeralChar } from '#lib/reading/figures/numerals/chinese';
import { type FoldedText, isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, wordAt } from '#lib/text/lexicon';
import type { Quantity } from './quantity';

/** Words in which a Han numeral does not count, by their first character. */
const IDIOMS = buildWordSet(
  Object.entries({
    一:
      '些 样 起 直 定 般 旦 切 致 边 系列 下 带 体 线 把手 番 时 再 向 味 共 同 辈子 贯 经 律 举 流 心 点 面 ' +
      '度 手 口 步 路 身 生 道 片 级 代 号 层 方面 部分 次性 年一度 年级 对一 天到晚 家人 门心思 则 旁 块儿 ' +
      '条龙 刀切 季度 月 等 套房',
    十: '分 足 全 字',
    千: '万别 万不要 万不能 万要 万莫 万记 里 禧 瓦 卡 帕 赫 亩',
    百: '姓 货 度 科 合 年老 分点 般 家姓 老汇 事 胜 川 济 灵',
    三: '方 农 维 星 亚 轮车 明治 角 甲 江 峡 门 一重 只松鼠 体 思 番',
    四: '川 座 周 处 季 肢 通 维',
    五: '角 金 官 台山 粮 险一金 一 四',
    六: '合 安 神',
    七: '夕 匹狼 喜',
    八: '卦 达 路军 婺',
    九: '州 寨 江 龙 华',
    两: '会 岸 者 侧 边 国 地 江 湖 广 院 制 极 难 市 融 立 不',
    万: '一 科 达 物 众',
    零: '售 件 食 部件 跑 碳 散 星 距离',
  }).flatMap(([first, list]) => list.split(' ').map((rest) => first + rest)),
);

/** Phrases that begin like an idiom and count all the same. */
const NO_IDIOM = /^(?:一起(?:案|事)|一生产|十分(?:钟|之)|四座(?:城|山|桥|大|机|建|新|电))/;

/** True where the numeral at `i` begins a word or idiom. */
const isIdiom = (text: string, i: number): boolean =>
  wordAt(IDIOMS, text, i) !== null && !NO_IDIOM.test(text.slice(i, i + 3));
/** Before a lone character these make an ordinal, a weekday or another word. */
const isOrdinal = oneOf('第初其唯统之专独星期拜周双国划万');
/** Characters for cheques, which are common words as well (陆地, 拾起): numbers only when nothing touches them. */
const FORMAL = '壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟仨俩倆';
/** The end of an amount that a digit may complete (`五块六`, `三块零四`, `十二秒八八`). */
const AMOUNT_BEFORE = /[块元毛角毫蚊秒]零?$/;
/** What makes 一 with any classifier a count and not an article. */
const COUNTED = /(?:只有|仅有|仅|只|共|共有|唯一|至少|超过|不到|不足|约|近|仅剩|剩|每)$/;
/** `每四家企业就有一家`: a share, if the whole is told with it. */
const PART_OF_EACH = /每[^，。；,;]{1,14}有$/;
/**
 * Classifiers with which 一 is a count; with others it is mostly the indefinite article (Li & Thompson, Mandarin
 * Chinese, §4.2).
 */
const PAIRS = '人只对双打半';

/** Whether a Han numeral is a number here, not part of a word; `maybe` where a range or an amount decides. */
export function countsInHan(t: FoldedText, q: Quantity): boolean | 'maybe' {
  const { text } = t;
  const word = text.slice(q.numberStart, q.numberEnd);
  const before = text.charAt(q.numberStart - 1);
  const signed = q.prefixed || q.start < q.numberStart;
  if (isOccasion(t, q)) return false;
  // `日元一度跌破`: nobody writes an amount of one as 一 with the currency before it.
  if (q.prefixed && word === '一' && q.end === q.numberEnd) return false;
  if (q.kind === 'percent' || q.fraction || signed) return !text.startsWith('一成不', q.numberStart);
  if (
    (word === '万' || word === '亿' || word === '万亿') &&
    /^(?:级|量级)/.test(text.slice(q.numberEnd, q.numberEnd + 2))
  )
    return true;
  if (q.scale <= 1000 && !signed && isNumberedInHan(text, q.numberEnd)) return false;
  const short = q.numberEnd - q.numberStart <= 2;
  const multiple = q.kind === 'times' && text[q.numberStart] !== '一';
  if (short && !multiple && q.kind !== 'money' && isIdiom(text, q.numberStart)) return false;
  if (word.length === 1 || /^[一二三四五六七八九零〇两]+$/.test(word)) return loneCounts(t, q, word, before);
  if (before === '双' && word.startsWith('十')) return false;
  // The Five-Year Plans are named by their number (`“十四五”规划`).
  const plan = /[“"「《]/.test(before) || /^(?:规划|期间|时期|末)/.test(text.slice(q.numberEnd, q.numberEnd + 2));
  if (plan && /^十[一二三四五]五$/.test(word)) return false;
  if (before === '成' && /^[上千]/.test(word)) return false;
  if (q.kind !== 'none') return true;
  if (word === '上百' || word === '上千') return !isHan(text.charCodeAt(q.numberEnd));
  return /^[百千]万?$/.test(word) ? magnitudeCounts(text, q, word, before) : true;
}

/** `两度夺冠`: 度 before a verb counts occasions; a degree ends its phrase, or a bound or 的 follows. */
function isOccasion({ text }: FoldedText, q: Quantity): boolean {
  if (q.unit !== 'degree' || q.end - q.numberEnd !== 1 || q.numberEnd - q.numberStart !== 1) return false;
  return isHan(text.charCodeAt(q.end)) && !/^[的以左上之高低至到角多和与及]/.test(text.slice(q.end, q.end + 1));
}

/** Ranks that are told without 第 (`分列二、三位`). */
const RANKED_BEFORE = /(?:[分并位]列|[居排])[一二三四五六七八九十、和]*$/;
/** What is told in grades of a scale: winds, earthquakes, the state of the sea (`风力七到八级`). */
const SCALED_BEFORE = /(?:风|风力|震级|烈度|海况|浪高?)(?:达到?|为|约|可达|[一二三四五六七八九十][到至-])?$/;

/** A lone character, or digits without a scale. */
function loneCounts(t: FoldedText, q: Quantity, word: string, before: string): boolean | 'maybe' {
  const { text, raw } = t;
  // 周三 is a Wednesday, but 一周三次 and 每周三次 count.
  const [outer = '', after = ''] = [text[q.numberStart - 2], text[q.numberEnd]];
  const weekly = before === '周' && /[一每]/.test(outer) && /[次天回节场趟]/.test(after);
  // 工期两年, 刑期三年: a term, where 星期 and 学期 before it number a day or a term.
  const term = q.kind === 'duration' && before === '期' && !/[星学周假]/.test(outer);
  if (isOrdinal(text, q.numberStart - 1) && !weekly && !term) return false;
  if (after === '位' && RANKED_BEFORE.test(text.slice(Math.max(0, q.numberStart - 6), q.numberStart))) return false;
  if (FORMAL.includes(raw.charAt(q.numberStart)))
    return isIsolated(text, q.numberStart, q.numberEnd) || (before === '是' && isOpen(text.charAt(q.numberEnd)));
  if (word === '百' || word === '千')
    return q.kind === 'times' || (q.kind !== 'none' && /[近上逾超过约足破]/.test(before));
  const lead = text.slice(Math.max(0, q.numberStart - 2), q.numberStart);
  if (q.kind === 'none') {
    const part = AMOUNT_BEFORE.test(lead);
    if (word.length > 1 && !part) return false;
    if (part || opensRange(text, q.numberEnd)) return 'maybe';
    return (
      isIsolated(text, q.numberStart, q.numberEnd) ||
      isStated(text, q.numberStart, q.numberEnd) ||
      isRank(text, q.numberStart, q.numberEnd)
    );
  }
  // With classifiers two is 两: 二手, 二期 and 二级 are second, as any lone numeral before 级 tells a rank (三级医院).
  if (after === '级' && SCALED_BEFORE.test(text.slice(Math.max(0, q.numberStart - 8), q.numberStart))) return true;
  if (q.kind === 'count' && (after === '级' || (word === '二' && !/[人位名者个]/.test(after))))
    return /[共计分]/.test(before);
  if (word !== '一') return true;
  if (q.kind === 'duration') return !/[前后同某这那有]/.test(before);
  const article = q.kind === 'count' && !PAIRS.includes(text[q.numberEnd] ?? ' ') && text[q.numberEnd + 1] !== '半';
  if (!article || COUNTED.test(text.slice(Math.max(0, q.numberStart - 3), q.numberStart))) return true;
  return PART_OF_EACH.test(text.slice(Math.max(0, q.numberStart - 16), q.numberStart)) && 'maybe';
}

/** 百万, 千万 without a unit: an amount (`年薪百万`) and not an adverb (`千万要小心`). */
function magnitudeCounts(text: string, q: Quantity, word: string, before: string): boolean {
  const after = text.slice(q.numberEnd, q.numberEnd + 2);
  if (/[近上逾超过约达破]/.test(before) || /^(?:级|量级|规模|以上|左右)/.test(after)) return true;
  if (word.length === 2 && isOpen(after[0] ?? '') && isHan(before.charCodeAt(0))) return true;
  return isStated(text, q.numberStart, q.numberEnd);
}

const isOpen = (char: string): boolean =>
  char === '' || (!isHan(char.charCodeAt(0)) && !isLatin(char.charCodeAt(0)) && !isDigit(char.charCodeAt(0)));

/**
 * True where a connector and a second number follow, or a bound: only the range can show that the first counts
 * (`一到五个`).
 */
const opensRange = (text: string, end: number): boolean =>
  /^(?:以上|以下)/.test(text.slice(end, end + 2)) ||
  (/^[到至~、-]/.test(text.slice(end, end + 1)) &&
    (isHanNumeralChar(text.charAt(end + 1)) || isDigit(text.charCodeAt(end + 1))));

/** True between punctuation, spaces or the ends of the text. */
const isIsolated = (text: string, start: number, end: number): boolean =>
  isOpen(text.charAt(start - 1)) && isOpen(text.charAt(end)) && !/^[、.．]/.test(text.slice(end, end + 1));

/** True after a copula and before the end of a phrase (`答案是四不是五`). */
const isStated = (text: string, start: number, end: number): boolean =>
  (/[是为于达]$/.test(text.slice(Math.max(0, start - 1), start)) || isOpen(text.charAt(start - 1))) &&
  (isOpen(text.charAt(end)) || /^[这那不而却的]/.test(text.slice(end, end + 1))) &&
  text[end] !== '、' &&
  text[end] !== '是';

/** The first so many of a ranking (`前十的城市`, `前三大股东`); 目前, 此前 and the like only end in 前. */
const isRank = (text: string, start: number, end: number): boolean =>
  /(?:^|[^目之此以当先日年天月周期空从生午眼史跟面提])前$/.test(text.slice(Math.max(0, start - 2), start)) &&
  (isOpen(text.charAt(end)) || /^[的大强]/.test(text.slice(end, end + 1)));

/** Words before `one` that make it a pronoun, and words after it that make it an idiom. */
const PRONOUN_BEFORE = new RegExp(
  '(?:^|[^a-z])(?:the|this|that|which|any|every|each|no|some|another|first|next|only|loved|' +
    'number|everyone|square|day) $',
);
const PRONOUN_AFTER = new RegExp(
  '^[ -](?:of|another|day|thing|way|hand|side|who|that|which|is|was|has|you|i|we|can|could|' +
    String.raw`would|by|on|in|and|or|to|for|more|such|time|off|sided|stop)\b`,
);
const DETERMINER = /(?:the|this|that|which|no|next|first) $/;
/** The halves of games, and compounds. */
const HALF_AFTER = new RegExp(
  '^[ -](?:time|way|brother|sister|hearted|baked|term|mast|staff|marathon)|^-(?!hour|year|mile|million|billion|trillion|' +
    'thousand|hundred|a-|dozen|century|decade|day|price|point|percent|month|minute|second|inch|acre|pint|pound|ton|' +
    'litre|liter|gallon|cup|metre|meter|kilo)[a-z]',
);
/** `a third` of something is a share; before a noun it tells the next one (`a third term`, `a third-party review`). */
const ARTICLE_SHARE = /^an? (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;
const SHARE_AFTER = new RegExp(
  '^(?:$|[^ a-z-]| (?:of|more|less|fewer|higher|lower|larger|smaller|bigger|off|in|to|from|by|are|is|was|were|' +
    'have|has|had|said|say|says|believe|think|want|per|on|at|for|as|and|or|than|since|this|last|over|that|who|' +
    String.raw`would|will|do|did|live|work|worked|now|each|million|billion|trillion|dozen|during|within|after|between)\b)`,
);
const HALF_BEFORE =
  /(?:^|[^a-z])(?:first|second|latter|other|better|later|last|next|this|final|opening|top|bottom|their|his|her)[ -]$/;

/** Whether `one` or `half` is a number here; other English numerals always are. */
export function countsInWords(t: FoldedText, q: Quantity, first: string): boolean {
  const { lower } = t;
  const before = lower.slice(Math.max(0, q.numberStart - 10), q.numberStart);
  const after = lower.slice(q.numberEnd, q.numberEnd + 12);
  if (ARTICLE_SHARE.test(lower.slice(q.numberStart, q.numberEnd)) && q.kind !== 'money') return SHARE_AFTER.test(after);
  if (first === 'half' || lower.startsWith('a half', q.numberStart))
    return !HALF_BEFORE.test(before) && !HALF_AFTER.test(after);
  if (q.low !== 1 || first !== 'one' || q.numberEnd - q.numberStart !== 3) return true;
  if (q.start < q.numberStart || q.kind === 'money') return true;
  // `one in five`, `one out of three`, `one of every ten`: the second number decides.
  if (/^ (?:(?:in|out of) (?:every )?|of every )[a-z\d]/.test(after)) return !DETERMINER.test(before);
  if (before.endsWith('between ')) return true;
  if (PRONOUN_BEFORE.test(before)) return false;
  return /^ (?:over|to|or) /.test(after) || (q.kind !== 'none' && !PRONOUN_AFTER.test(after));
}
