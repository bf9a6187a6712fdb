/**
 * The subject of a Chinese verb of saying within its clause. Introductions (据, 不过, dates), words between subject and
 * verb (向记者, 在接受采访时) and adverbs are cut away, so that `近日，小冰CEO李笛也在会上` leaves `小冰CEO李笛`. Invariant: the subject is a
 * part of the span, and at most `longestSubject` units are read.
 */

import { isDigit, oneOf } from '#lib/text/forms/folded';
import { buildEndings, buildLexicon, buildWordSet, endingAt, wordAt, wordList, wordsIn } from '#lib/text/lexicon';
import { isHanName } from './chinese-names';
import { documentEnding, endsInBody, hanRoles } from './roles';

/**
 * Longest subject read before a cue; longer ones are clauses. Longest descriptions in news run to some forty
 * characters.
 */
const longestSubject = 48;

const leads = buildWordSet(
  wordList(`
    而 但 但是 不过 然而 此外 另外 同时 与此同时 对此 其中 随后 之后 近日 日前 当天 当日 昨天 昨日 今天 今日 如今 目前 而且 因此 所以 据 在 按照 按 正如 如 就连 以及 经 虽然 尽管
    即便 即使 哪怕 事后 事实上 最终 最后 后来 此前 当时 早前 去年 今年 前年 上周 本周 会上 会后 采访中 一旁的 一旁 现场 对于 关于 至于 而在 只是 却 于是 比如 例如 另据 又据 根据 依据
    就在 并 并且 也 还有 另有 另一边 另一方面 一方面 令 让 使 正是 正像 就像 像 截至目前 随即 接着 这时 此时 有意思的是 值得一提的是 会议上 发布会上 前
  `),
);

const tails = buildEndings(
  wordList(`
    也 则 还 都 又 就 曾 曾经 已 已经 却 便 更 均 再 再次 多次 直接 公开 明确 进一步 随后 近日 日前 今日 昨日 当日 当天 此前 最近 最后 最终 同时 同样 一致 大多 大都 普遍 纷纷 一再
    反复 不断 甚至 常常 经常 往往 总是 一直 始终 正式 首次 率先 独家 坚决 强烈 严肃 郑重 随即 立即 当即 立刻 后来 事后 接着 继续 笑着 哭着 苦笑着 哽咽着 叹着气 笑 特别 尤其 主动 如此
    摇摇头 摇了摇头 点点头 点了点头 摆手 摆摆手 摆了摆手 挥挥手 挥了挥手 耸耸肩 耸了耸肩 笑了笑 笑笑 苦笑 微笑 微笑着 冷笑 大笑 叹了口气 叹了一口气 叹口气 皱眉 皱着眉 皱着眉头 挠挠头
    挠了挠头 想了想 顿了顿 沉默了一会儿 沉默片刻 刊文 撰文 刊发文章 发表文章 摊手 摊摊手 摊开双手 抢着 忙着 跟着 红着脸 红着眼 红着眼眶 含着泪 流着泪 颤抖着 竖起大拇指 拍着胸脯 拍拍胸脯 抬起头 低下头 眨眨眼 撇撇嘴 咧嘴 笑嘻嘻 笑呵呵
    还是 坚持 当场 当庭 在庭上 庭上 当众 在法庭上
    这样 这么 不禁 忍不住 不由 不由得 由此 对此 为此 因此 据此 进而 无奈 坦率 坦诚 诚恳 会 能 可以 并 并不 将 仍 仍然 依然 依旧 只 只是 刚 刚刚 才 其实 显然 当场 私下 私下里 事先
    一度 早就 早已 也曾 分别 一同 共同 联合 本人 自己 在一旁 常 总 所 是 来 毫不讳言 毫不避讳 颇为 十分 非常 有些 略带 如是 书面 致电 来电 致函 致信 赛后 赛前 会后 课后 席间 当晚 叹气
    叹息 低头 抬头 摇头 点头 大声 小声 轻轻 缓缓 冷静 平静 连连 连忙 赶紧 急忙 悄悄 反过来 也都 都曾 自信 自豪 激动 兴奋 遗憾 严正 明白 直白 兴奋 感慨 时 又都 才会 则都 再度
  `),
);

/** Words that open what stands between a subject and its verb (向记者, 在接受采访时). */
const openers = wordList(`
    在 向 对 就 于 通过 接受 针对 面对 回应 援引 引述 跟 作为 因 给 用 将 把 从 日前 近日 昨日 今日 周一 周二 周三 周四 周五 周六 周日 上周 本周 当天 此前 随后 去年 今年 前不久
    不久前 凭借 面向 围绕 结合 参照 借 打来 发来 出席 做客 现身 谈到 谈及 看着 指着 拿着 一边 站在 坐在 边 挥 拍 说起 提起 回忆起 为何 为什么 则在 则向 则对
  `);
/** Words that look like one of them or begin with one. */
const notOpeners = wordList(`
    反对 相对 绝对 在线 在职 在校 在读 在岗 现在 正在 存在 潜在 实在 所在 内在 外在 方向 一向 导向 志向 就业 成就 就读 就任 就诊 对外 对冲 对手 对接 对象 面对面 对比 关于 对于 由于
    位于 至于 用户 用工 应用 使用 采用 专用 公用 民用 信用 费用 作用 利用 从业 从事 服从 自从 将军 大将 主将 老将 名将 将领 把手 一把手 终于 对口 从教 用人 从业者 从业人员 通用 使用者
    向阳 向前 给予 供给
  `);
const openerLexicon = buildLexicon([
  ...notOpeners.map((word): [string, boolean] => [word, false]),
  ...openers.map((word): [string, boolean] => [word, true]),
]);

const pronouns = new Set(wordList('他 她 他们 她们 它们'));

/** The subject in the span before a cue, or null. */
export function subjectIn(form: string, from: number, to: number): { start: number; end: number } | null {
  const whole = stripEnds(form, Math.max(from, to - longestSubject), to);
  if (whole.end <= whole.start) return null;
  const cut = openerIn(form, whole.start, whole.end);
  const subject = cut > whole.start ? stripEnds(form, whole.start, cut) : whole;
  return subject.end > subject.start ? subject : null;
}

/** True if the subject of a cue is a document or a finding (`有数据显示`). */
export function isHanDocument(form: string, from: number, to: number): boolean {
  const { start, end } = stripEnds(form, Math.max(from, to - longestSubject), to);
  return documentEnding(form, start, end) !== null;
}

/** Documents that are quoted like speakers; data, studies and findings are not. */
const speakingDocuments = buildEndings(
  wordList(`
    公告 通报 声明 判决书 裁定书 起诉书 招股书 招股说明书 财报 年报 白皮书 社论 通知 公开信 致歉信 道歉信 告知书 说明书 函件 回复函 情况说明 文件 简报 快报 评论员文章
  `),
);

const publishes = buildEndings(wordList('发布 发出 公布 披露 刊发 发表 出具 印发 下发 作出 提交 的 份 则 条'));

/** Longest document with its own name (`国家市场监管总局通报`). */
const longestDocument = 20;

/** The document before a cue, where one speaks for those who wrote it, or null. */
export function speakingDocument(form: string, from: number, to: number): { start: number; end: number } | null {
  const { start, end } = stripEnds(form, Math.max(from, to - longestSubject), to);
  const document = endingAt(speakingDocuments, form, end, start);
  if (document === null || end - start > longestDocument) return null;
  // `某公司发布公告称`: the company says it.
  return endingAt(publishes, form, end - document.length, start) === null ? { start, end } : null;
}

const precedesSubject = oneOf(' ,、:“"…—-');
const followsSubject = oneOf(' ,、:—');
const endsDate = oneOf('年月日号时点');

function stripEnds(form: string, from: number, to: number): { start: number; end: number } {
  const start = stripStart(form, from, to);
  return { start, end: stripEnd(form, start, to) };
}

function stripStart(form: string, from: number, end: number): number {
  let start = from;
  for (;;) {
    while (start < end && precedesSubject(form, start) && !isQuotedName(form, start, end)) start++;
    const lead = wordAt(leads, form, start, end - 2);
    if (lead && !isHanName(form, start, end) && wordAt(hanRoles, form, start) === null) start += lead.text.length;
    else {
      const date = dateEnd(form, start, end);
      if (date === start || end - date < 2) return start;
      start = date;
    }
  }
}

function stripEnd(form: string, start: number, to: number): number {
  let end = to;
  for (;;) {
    while (end > start && followsSubject(form, end - 1)) end--;
    // 张三（化名）
    const bracket = form[end - 1] === ')' ? form.slice(start, end).lastIndexOf('(') : 0;
    if (bracket > 0) end = start + bracket;
    const tail = endingAt(tails, form, end, start + 1);
    const manner = tail && tail.length > 1 ? end : mannerAt(form, start, end);
    if (manner < end) end = manner;
    // 会 ends an adverb's place (公司会表示) and the name of a body (委员会).
    else if (
      tail &&
      !(nameEnds.has(tail) && endsName(form, start, end)) &&
      !(tail === '会' && endsInBody(form, start, end))
    )
      end -= tail.length;
    else if (form[end - 1] === '地' && end - start > 4 && !endsInBody(form, start, end))
      end = beforeManner(form, start, end);
    else return end;
  }
}

/** Adverbs that are also given names. */
const nameEnds = new Set('刚才常来均再更曾时能只');

/** True if a character that can be an adverb is the last of a name (赵刚, 丈夫赵刚). */
function endsName(form: string, start: number, end: number): boolean {
  if (isHanName(form, start, end)) return !isHanName(form, start, end - 1);
  return [2, 3].some(
    (length) =>
      end - length > start &&
      isHanName(form, end - length, end) &&
      wordsIn(hanRoles, form, start, end - length).at(-1)?.end === end - length,
  );
}

/** What people do with their hands and faces while they speak: verbs of two characters before 着 (挥舞着围巾). */
const gesturing = buildEndings(
  wordList(`
    挥舞 颤抖 哽咽 微笑 抽泣 哭泣 啜泣 摇晃 比划 挥动 摆弄 抚摸 轻抚 拍打 指点 翻看 擦拭 整理 紧握 紧攥 搀扶 怀抱 端详 注视 凝视 环顾 打量 抱怨 强忍 忍受 搓揉 揉搓 挠动 咬紧 咧开 张开 伸出 举起
    展示 回味 念叨 嘟囔 喘息 跺脚 安抚 轻拍 抬起 低垂 眯缝
  `),
);
const DOING = /着[^，。；、“”]{0,6}$/;
/** `搓了搓手`, `叹了一口气`, `摇摇头`. */
const DONE_ONCE = /([\u4e00-\u9fff])(?:[了一]\1|了一?[口声下阵])[^，。；、“”]{0,3}$/;
const WEEPING = /(?:含|流|落|垂)泪$/;

/** Longest phrase of manner, in UTF-16 units. */
const longestManner = 10;

/** Every phrase of manner has one of these. */
const tellsManner = oneOf('了一泪着');

/** Where a phrase of manner before `end` begins, behind what looks like a name (`陈阿婆|抹着眼泪`); `end` where there is none. */
function mannerAt(form: string, start: number, end: number): number {
  const from = Math.max(start, end - longestManner);
  let sign = from;
  while (sign < end && !tellsManner(form, sign)) sign++;
  if (sign === end) return end;
  const words = form.slice(from, end);
  const done = DONE_ONCE.exec(words) ?? WEEPING.exec(words);
  const found = done ?? DOING.exec(words);
  if (!found) return end;
  const at = from + found.index;
  const begins = done ? at : at - (endingAt(gesturing, form, at, from)?.length ?? 1);
  const isShort = begins - start === 2 || begins - start === 3;
  return begins > start && (isShort || endsLikeName(form, start, begins)) ? begins : end;
}

const isQuotedName = (form: string, start: number, end: number): boolean =>
  form[start] === '“' && form.slice(start, end).includes('”');

/** Before a manner adverb of two or four characters (激动地, 毫不犹豫地). */
function beforeManner(form: string, start: number, end: number): number {
  const short = end - 3;
  const long = end - 5;
  if (endsInBody(form, start, short)) return short;
  if (long >= start + 1 && !endsLikeName(form, start, short) && endsLikeName(form, start, long)) return long;
  return short;
}

const endsLikeName = (form: string, start: number, end: number): boolean =>
  isMarkEnd(form[end - 1]) ||
  wordsIn(hanRoles, form, start, end).at(-1)?.end === end ||
  (end - start <= 4 && (isHanName(form, start, end) || pronouns.has(form.slice(start, end)))) ||
  (end - start > 4 && (isHanName(form, end - 3, end) || isHanName(form, end - 2, end)));

/** A closing mark after a name in quotation marks. */
export const isMarkEnd = (char: string | undefined): boolean => char === '”' || char === '」';

function dateEnd(form: string, start: number, end: number): number {
  let i = start;
  while (i < end && i < start + 4 && isDigit(form.charCodeAt(i))) i++;
  return i === start || !endsDate(form, i) ? start : dateEnd(form, i + 1, end);
}

/** `王毅同布林肯会谈后`: whom somebody met before he spoke. */
const MEETING =
  /[同与和][^，。；、]{1,16}(?:会谈|会见|会晤|会面|通话|交谈|见面|磋商|座谈|对话|面谈)(?:之?后|时|中|期间)/;

function openerIn(form: string, start: number, end: number): number {
  const met = MEETING.exec(form.slice(start + 1, end));
  if (met) return start + 1 + met.index;
  for (const hit of wordsIn(openerLexicon, form, start + 1, end))
    if (hit.value && !isHanName(form, start, hit.end)) return hit.start;
  return -1;
}
