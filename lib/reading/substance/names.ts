/**
 * Whether a name was replaced, added or removed where two texts differ. Latin names are recognised by capitals, Chinese
 * ones by surnames, transliteration, what follows them, and a list. Invariant: a Chinese word that merely looks like a
 * name counts only if the other side has a name too. Whether two names mean one person is not decided here.
 */

import { cuesIn } from '#lib/reading/quotes/cues';
import { hanNameLength, isForeignName, isSurname } from '#lib/reading/speakers/chinese-names';
import { notNames } from '#lib/reading/speakers/english-names';
import { knownNames } from '#lib/reading/speakers/known-names';
import { endsInBody, hanRoles } from '#lib/reading/speakers/roles';
import { isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, wordAt, wordList, wordsIn } from '#lib/text/lexicon';
import type { Span } from '#lib/text/span';
import { signs } from './words';

/** A text, its comparison form, and where it differs from the other. */
export interface Differing {
  text: string;
  form: string;
  span: Span;
  /** Spans in which capitals make no names. */
  unnamed: Span[];
}

/** Whether the names in two stretches that replace each other differ. */
export function namesDiffer(one: Differing, other: Differing): boolean {
  return latinNamesDiffer(one, other) || knownNamesDiffer(one, other) || hanNamesDiffer(one, other);
}

interface Capital {
  word: string;
  /** Whether it opens a sentence, where any word has a capital. */
  opens: boolean;
}

function latinNamesDiffer(one: Differing, other: Differing): boolean {
  const [ones, others] = [capitalsIn(one), capitalsIn(other)];
  const [left, right] = [ones.filter(isName), others.filter(isName)];
  if (left.map(({ word }) => word).join(' ') === right.map(({ word }) => word).join(' ')) return false;
  // A typo in the first word of a sentence looks like a name.
  const [first, second] = [ones[0], others[0]];
  const isMended =
    ones.length === 1 &&
    others.length === 1 &&
    first?.opens === true &&
    second?.opens === true &&
    isName(first) !== isName(second) &&
    isTypo(first.word, second.word);
  return !isMended;
}

const isWordUnit = (code: number): boolean => isLatin(code) || code === 0x27 || code === 0x2019;

/** The words with a capital in a stretch. */
function capitalsIn({ text, form, span, unnamed }: Differing): Capital[] {
  const capitals: Capital[] = [];
  for (let i = span.start; i < span.end; ) {
    if (!isLatin(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i;
    while (end < span.end && isWordUnit(text.charCodeAt(end))) end++;
    const raw = text.slice(i, end);
    const isNamed = !unnamed.some(({ start, end: to }) => start <= i && i < to);
    if (isNamed && /\p{Lu}/u.test(raw)) {
      const word = form.slice(i, end).replace(/'s?$/, '');
      capitals.push({ word, opens: opensSentence(text, i) && !/^\p{L}\p{Ll}*\p{Lu}/u.test(raw) });
    }
    i = end;
  }
  return capitals;
}

const closesSentence = /[.!?:;。！？：；\n]/;

/** Whether no word stands before a place in its sentence. In Chinese, no sentence opens with a capital by custom. */
function opensSentence(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && !isLatin(text.charCodeAt(i)) && !/[\p{L}\p{N}]/u.test(text.charAt(i))) {
    if (closesSentence.test(text.charAt(i))) break;
    i--;
  }
  const isFirst = i < 0 || closesSentence.test(text.charAt(i));
  let next = at;
  while (next < text.length && isLatin(text.charCodeAt(next))) next++;
  return isFirst && !isHan(text.charCodeAt(next));
}

/** Words that open sentences without being names, beyond those of function and those whose endings tell. */
const openers = new Set(
  wordList(`
    revenue income output trade production demand supply turnover unemployment police research data staff government
    management traffic weather work people women men children oil gas gold crime turn spending debt cash credit
    net gross total average annual new old big large small major minor many most few more less half several
    recent current former further fresh strong weak high low good bad poor rich local national global
    moreover furthermore besides meanwhile nevertheless nonetheless therefore thus hence overall indeed perhaps maybe also
    soon often always never again together now then once today tonight yesterday tomorrow above below about around across
    against along among amid beyond beside between despite except inside near off onto out outside past since through
    throughout toward towards underneath unlike up upon via within without whether whereas whatever whoever i
    health food water energy power land music sport art law war peace money time space science tech software hardware
    business industry commerce finance labour labor union public private board court parliament congress campus campaign
    company firm bank group ministry agency department university school hospital committee council team club
    growth profit loss rent salary wage pay price cost sale budget tax interest capital equity stock share bond loan
    report study survey analysis poll figure number level rate firstly secondly lastly final
    rain snow heat smoke fire ice construction access progress evidence proof news word support help aid help use
    attendance membership ridership readership viewership circulation footfall
  `),
);

/** Endings that names of people and places hardly have. */
const commonEnding =
  /(?:ings?|ed|ly|[ts]ions?|ments?|ness|ances?|ences?|ities|ity|ism|ists?|ers|ors|ees|als|ies|ables?|ible|ous|ful|less|ive|ives|ages?|ures?|ships?)$/;

const pluralOf = /[a-z]{3,}s$/;

function isName({ word, opens }: Capital): boolean {
  if (notNames.has(word)) return false;
  if (!opens) return true;
  const singular = word.replace(/s$/, '');
  return !openers.has(word) && !openers.has(singular) && !commonEnding.test(word) && !commonPlural(word);
}

/** Plurals open sentences without an article; names in -s are told by endings of their own. */
const commonPlural = (word: string): boolean =>
  pluralOf.test(word) && !/(?:iams|ams|anks|ones|vies|kins|ins|ris|xas|nas|las|das|ias|es|us|is|ss|ws)$/.test(word);

/** Whether one word is the other with a letter more, less, wrong, or two exchanged. */
function isTypo(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Names that are listed: one that comes or goes counts too. */
function knownNamesDiffer(one: Differing, other: Differing): boolean {
  const listed = ({ form, span }: Differing) =>
    wordsIn(knownNames, form, Math.max(0, span.start - longestKnown), Math.min(form.length, span.end + longestKnown))
      .filter(({ start, end }) => start < span.end && end > span.start)
      .map(({ value }) => value)
      .join(' ');
  return listed(one) !== listed(other);
}

/** Longest name in the list that an edit may touch at one end. */
const longestKnown = 6;

/** How many characters of a name may stand before the edit. */
const nameReach = 3;

/** What may stand before a name. */
const precedesName = oneOf('的了到由与和对向给让被在据称为是及同跟随把请问找以于从等时、，。：；“”"\'（(《「『·');

function hanNamesDiffer(one: Differing, other: Differing): boolean {
  if (one.span.start === one.span.end || other.span.start === other.span.end) return false;
  if (!isHan(one.form.charCodeAt(one.span.start)) || !isHan(other.form.charCodeAt(other.span.start))) return false;
  return (
    personsDiffer(one, other) || foreignersDiffer(one, other) || bodiesDiffer(one, other) || speakersDiffer(one, other)
  );
}

/** Personal names that begin as far before the edit on both sides. */
function personsDiffer(one: Differing, other: Differing): boolean {
  for (let back = 0; back <= nameReach; back++) {
    const [left, right] = [personAt(one, back), personAt(other, back)];
    if (left !== null && right !== null && left !== right) return true;
  }
  return false;
}

function personAt({ form, span }: Differing, back: number): string | null {
  const start = span.start - back;
  if (start < 0 || (back > 0 && (wordAt(knownNames, form, start) || wordAt(signs, form, start)))) return null;
  const length = hanNameLength(form, start, Math.min(form.length, start + 4));
  const end = start + length;
  if (
    length === 0 ||
    end <= span.start ||
    common.has(form.slice(start, end)) ||
    common.has(form.slice(start, start + 2))
  )
    return null;
  const isAfter =
    start === 0 || !isHan(form.charCodeAt(start - 1)) || precedesName(form, start - 1) || afterRole(form, start);
  if (!isAfter) return null;
  // Where the surname stays, a word may share it (成效, 成果): then a verb of saying must follow.
  const isSaid = cuesIn(form, end, Math.min(form.length, end + 4), true)[0]?.start === end;
  if (back > 0 && length < 3 && !isSaid && !afterRole(form, start)) return null;
  return isSurname(form, start) || back === 0 ? form.slice(start, end) : null;
}

const roleEnd = oneOf('长裁理席员事官授师人者家士记监任总民');
const afterRole = (form: string, start: number): boolean => start > 0 && roleEnd(form, start - 1);

/** Two-character words that begin like names and that `notNames` of Chinese names lacks. */
const common = new Set(
  wordList(`
    计划 安排 任命 任职 方针 常用 常规 成效 成果 成立 成绩 成熟 应对 应付 高速 高额 高度 金额 金属 项链 白天 全部 单独 平均 平时 平稳 平台 温暖 温馨 连忙 连接 连带 余下 程度 严密 严厉 严谨 水平 水准 马上 毛病
    时常 时机 时长 常态 常年 广泛 广大 广告 严峻 满意 充分 充足 丰富 丰厚 向着 向来 宣布 宣传 宣告 包含 包围 包括 路程 路段 房屋 房子 车子 车站 凌晨 甘愿 倪 云计算 支付 支持 解散 解除 明白 明亮 明了 胡乱
    丁点 封锁 封存 荣获 沙漠 乐意 乐于 古老 司法 能力 雷同 黄金 江水 史料 陶瓷 金融 花园 苗头 凤凰 柳树 钟头 阳台 麦子 终于 于今 经济 经理 经营 周边 周围 周末 周期 邻近 班次 易懂 喻为 元首 何必 游玩 游览 游行
    尤其 尤为 祝愿 项目 强化 强劲 强烈 相关 相同 相似 相应 储备 储蓄 储存 惠民 解答 查明 查处 查看 查清 佐证 顾虑 顾及 谈论 谈到 谈妥 贺电 党派 党内 华丽 华侨 安定 安稳 安心 安静 安慰 文字 文明 牛奶 万能 海量 海运 海洋 海域
  `),
);

/** Transliterated names, as far as their characters reach. */
function foreignersDiffer(one: Differing, other: Differing): boolean {
  const [left, right] = [foreignerAt(one), foreignerAt(other)];
  return left !== null && right !== null && left !== right && Math.max(left.length, right.length) > 2;
}

function foreignerAt({ form, span }: Differing): string | null {
  const fits = (from: number, to: number) => isForeignName(form, from, to);
  let { start, end } = span;
  while (end > start + 1 && !fits(start, end)) end--;
  if (!fits(start, end) && !(start > 0 && fits(start - 1, end))) return null;
  while (start > 0 && fits(start - 1, end)) start--;
  while (end < form.length && fits(start, end + 1)) end++;
  return form.slice(start, end);
}

/** Words before 公司 or 大学 that describe and do not name. */
const describes = buildWordSet(
  wordList(`
    该 这 那 本 全 各 某 一 两 多 几 大型 小型 中型 大 小 当地 本地 外地 国内 国外 海外 商业 跨国 外资 合资 国有 民营 私营 上市 母 子 分 总 新 老 原 地方 中央 著名 知名 有关 相关 其 他 我 另 其他 其它 不少 许多 部分 所有 这家 那家
    的 家 所 个 位 名 综合 一家 一所 两家 多家 各家 几家 这所 那所 整个 全部 绝大 大 内 外 上 下 中 东 南 西 北 专科 重点 普通 公立 私立 附近 周边 科技 互联网 金融 房地产 股份 初创 创业 龙头 头部
  `),
);

/** Bodies that an edit names otherwise (恒瑞集团, 恒丰集团). */
function bodiesDiffer(one: Differing, other: Differing): boolean {
  const [left, right] = [bodyAt(one), bodyAt(other)];
  return left !== null && right !== null && left !== right;
}

const bodyNouns = wordList(`
  公司 集团 大学 学院 银行 医院 证券 保险 基金会 研究院 研究所 出版社 日报 晚报 中学 小学 法院 检察院 药业 汽车 电器 股份 科技 资本 议院 省 市 县 区 镇 村 州 局 部 委 院
`);

/** What follows the last character of a body's name where it begins another word (部分, 市场). */
const otherWord: Record<string, string> = {
  省: '份略钱力',
  市: '场值面况',
  区: '别域间分块',
  镇: '定静',
  村: '落',
  州: '',
  局: '面势限',
  部: '分门署队件位',
  委: '托员婉屈',
  院: '士落',
};

/** How far before an edit the name of a body may begin. */
const bodyReach = 2;

function bodyAt({ form, span }: Differing): string | null {
  const words = form.slice(span.start, span.end + bodyReach);
  for (const noun of bodyNouns) {
    const found = words.indexOf(noun);
    const at = span.start + found;
    if (found < 0 || at > span.end || otherWord[noun]?.includes(form.charAt(at + noun.length))) continue;
    let start = span.start;
    while (
      start > 0 &&
      span.start - start < bodyReach &&
      isHan(form.charCodeAt(start - 1)) &&
      !precedesName(form, start - 1)
    ) {
      start--;
    }
    // One character before a noun describes it (大公司, 全市).
    if (at - span.start < 2 && (noun.length === 1 || at - start < 1)) continue;
    if (!wordAt(describes, form, start) && !wordAt(describes, form, span.start)) return form.slice(start, at);
  }
  return null;
}

/** Whoever says something right after the edit, unless it is somebody described. */
function speakersDiffer(one: Differing, other: Differing): boolean {
  const [left, right] = [speakerAt(one), speakerAt(other)];
  return left !== null && right !== null && left !== right;
}

/** Shortest and longest name of a speaker that nothing else gives away. */
const speakerLength = { least: 2, most: 6 };

function speakerAt({ form, span: { start, end } }: Differing): string | null {
  const isAtStart = start === 0 || !isHan(form.charCodeAt(start - 1));
  if (!isAtStart || end - start < speakerLength.least || end - start > speakerLength.most) return null;
  if (cuesIn(form, end, Math.min(form.length, end + 2), true)[0]?.start !== end) return null;
  const isDescribed =
    wordsIn(hanRoles, form, start, end).length > 0 ||
    endsInBody(form, start, end) ||
    wordAt(describes, form, start) !== null ||
    cuesIn(form, start, end, true).length > 0;
  for (let i = start; i < end; i++) if (!isHan(form.charCodeAt(i))) return null;
  return isDescribed ? null : form.slice(start, end);
}
