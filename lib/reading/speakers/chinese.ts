/**
 * Reads who speaks from the words before a Chinese cue (`小冰CEO李笛则` → 李笛, CEO, 小冰): removes the introduction and the
 * words between subject and verb, then splits role, organisation and name. Invariant: reads only the span it is given,
 * and each part of the answer is a part of the text. null where the subject does not look like a person, an
 * organisation or a described source.
 */

import { isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, type Hit, wordAt, wordList, wordsIn } from '#lib/text/lexicon';
import {
  hanNameLength,
  isForeignName,
  isHanName,
  isLatinName,
  isLikelyForeignName,
  isRareName,
  isSurname,
} from './chinese-names';
import { genderOf, held } from './chinese-roles';
import { isMarkEnd, subjectIn } from './chinese-subject';
import { documentEnding, endsInBody, hanRoles } from './roles';
import { type Gender, phraseOf, type SpeakerReading } from './speaker';

const pronouns: [string, Gender, boolean][] = [
  ['他们', null, true],
  ['她们', 'female', true],
  ['它们', null, true],
  ['他', null, false],
  ['她', 'female', false],
  ['其', null, false],
  ['后者', null, false],
];
const narrators = new Set(
  wordList(
    '我们 我 咱们 咱 笔者 你 你们 您 自己 谁 什么 这 那 这些 那些 它 这里 那里 问题 原因 目的 结果 关键 核心 意思 前提 重点',
  ),
);
const somebody = new Set(
  wordList(`
    有人 业内 外界 市场 坊间 大家 人们 舆论 媒体 外媒 行业 不少人 很多人 许多人 多数人 所有人 别人 对方 双方 朋友 家人 同行 同事 店家 商户 官方 警方 校方 院方 军方 检方 厂方 中方 美方
    俄方 日方 韩方 欧方 英方 法方 德方 乌方 以方
  `),
);
const indefinite = buildWordSet(
  wordList(`
    一位 一名 一个 一家 某 某位 某家 多位 多名 多家 数位 数名 几位 几名 两位 两名 三位 三名 四位 四名 不少 许多 很多 部分 有些 一些 大多数 多数 更多 其他 另一位 另一名 另一家 另外一位
    有的 有位 有名 也有 还有 已有 一对 一群 众多 大量 广大 全体 各位 每位 每个 参与 参加
  `),
);
const definite = buildWordSet(wordList('这位 这名 这家 该 上述 此 那位 那名 前述 上述这位 本 我司 我们'));
const bodyReferences = new Set(wordList('公司 集团 企业 机构 平台 银行 医院 学校 大学 协会'));

const joins = oneOf('和与跟及、同');
const joinsTwo = oneOf('和与及');
const joinsNames = oneOf('和与、及');
const causes = oneOf('让令使');
const beforeCausing = oneOf('大使天指命法司口军');
const afterCausing = oneOf('用馆者节命');
const separatesName = oneOf(' 、:(');
const joinsLatin = oneOf(" .-'&");

/** Reads the subject in a span of a text and its reading form, or null. */
export function readHanSpeaker(text: string, form: string, from: number, to: number): SpeakerReading | null {
  const subject = subjectIn(form, from, to);
  return subject ? readSubject(text, form, subject.start, subject.end) : null;
}

function readSubject(text: string, form: string, from: number, end: number): SpeakerReading | null {
  const start = causedFrom(form, from, end);
  if (narrators.has(form.slice(start, end))) return null;
  // 《人民日报》评论称
  if (form[start] === '《' && form[end - 1] === '》' && endsInBody(form, start + 1, end - 1))
    return { phrase: phraseOf('body', text.slice(start + 1, end - 1)), sure: true };
  const pronoun = pronouns.find(([word]) => form.startsWith(word, start) && start + word.length <= end);
  if (pronoun) {
    const [word, gender, plural] = pronoun;
    const after = start + word.length;
    if (after === end || joins(form, after))
      return { phrase: phraseOf('pronoun', word, { gender, plural }), sure: true };
  }
  if (isMarkEnd(form[end - 1])) return readQuotedName(text, form, start, end);
  const first = firstOfTwo(text, form, start, end);
  if (first) return first;
  const roles = wordsIn(hanRoles, form, start, end);
  const named = readNameAfterRole(text, form, start, end, roles);
  if (named) return named;
  const last = roles.at(-1);
  const closes = last && (last.end === end || (last.end === end - 1 && form[end - 1] === '们'));
  return closes ? readRoleAtEnd(text, form, start, end, roles, last) : readPlain(text, form, start, end);
}

/** `清华大学教授王晓东和北京大学教授李红`: the first of two who say the same. */
function firstOfTwo(text: string, form: string, start: number, end: number): SpeakerReading | null {
  for (let i = start + 2; i < end - 1; i++) {
    if (!joinsTwo(form, i)) continue;
    const first = readSubject(text, form, start, i);
    if (first?.sure && first.phrase.form === 'person') return first;
  }
  return null;
}

/** `它让马斯克感叹`: who is made to speak comes after the last 让. */
function causedFrom(form: string, start: number, end: number): number {
  for (let i = end - 2; i >= start; i--)
    if (causes(form, i) && !beforeCausing(form, i - 1) && !afterCausing(form, i + 1)) return i + 1;
  return start;
}

/** `创业者“web3天空之城城主”` */
function readQuotedName(text: string, form: string, start: number, end: number): SpeakerReading | null {
  const inside = form.slice(start, end - 1);
  const open = start + Math.max(inside.lastIndexOf('“'), inside.lastIndexOf('「'));
  if (open < start || end - 1 - open < 2) return null;
  const roles = wordsIn(hanRoles, form, start, open);
  const role = roles.at(-1);
  return {
    phrase: phraseOf('person', text.slice(open + 1, end - 1), role ? held(text, form, start, roles, role) : {}),
    sure: role !== undefined,
  };
}

/** Cuts what lists others (等, 等人) from the end of a span. */
function withoutOthers(form: string, start: number, end: number): number {
  if (form.endsWith('等人', end)) return Math.max(start, end - 2);
  return form[end - 1] === '等' && end - start > 2 ? end - 1 : end;
}

function readNameAfterRole(
  text: string,
  form: string,
  start: number,
  end: number,
  roles: Hit<string>[],
): SpeakerReading | null {
  const stop = withoutOthers(form, start, end);
  for (let count = roles.length; count > 0; count--) {
    const before = roles.slice(0, count);
    const role = before.at(-1);
    if (!role) break;
    let name = role.end;
    while (name < end && separatesName(form, name)) name++;
    const given = name < stop ? nameIn(text, form, name, stop) : null;
    if (given !== null)
      return { phrase: phraseOf('person', text.slice(name, given), held(text, form, start, before, role)), sure: true };
  }
  return null;
}

/** The end of the name that starts at `name` and fills the span, or begins it with at most a few words after it. */
function nameIn(text: string, form: string, name: number, end: number): number | null {
  const bracket = form.slice(name, end).indexOf('(');
  const stop = bracket > 0 ? name + bracket : end;
  if (isHanName(form, name, stop) || isForeignName(form, name, stop) || isLatinName(text, name, stop)) return stop;
  const title = wordsIn(hanRoles, form, name, stop).at(-1);
  if (title) {
    const named = isHanName(form, name, title.start) || isForeignName(form, name, title.start);
    return title.end === stop && named ? title.start : null;
  }
  if ((isLikelyForeignName(form, name, stop) || isRareName(form, name, stop)) && !endsInBody(form, name, stop)) {
    return stop;
  }
  if (isLatin(form.charCodeAt(name))) return stop - name <= 24 && isLatinRun(form, name, stop) ? stop : null;
  for (let i = name + 1; i < stop; i++) if (joinsNames(form, i)) return nameIn(text, form, name, i);
  const length = hanNameLength(form, name, stop);
  return length > 0 && stop - name > length && stop - name <= 8 ? name + length : null;
}

function isLatinRun(form: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = form.charCodeAt(i);
    if (!isLatin(code) && !isDigit(code) && !joinsLatin(form, i)) return false;
  }
  return true;
}

/** Longest description that ends in a role. */
const longestDescription = 30;

function readRoleAtEnd(
  text: string,
  form: string,
  start: number,
  end: number,
  roles: Hit<string>[],
  last: Hit<string>,
): SpeakerReading | null {
  const role = text.slice(last.start, last.end);
  const gender = genderOf(form.slice(last.start, last.end));
  const whole = text.slice(start, end);
  const plural = form.endsWith('们', end);
  const length = last.start - start;
  if (length === 0 && !plural) return { phrase: phraseOf('reference', whole, { role, gender }), sure: true };
  if (length === 1 && last.value === 'title' && isSurname(form, start)) {
    return { phrase: phraseOf('person', whole, { role, gender }), sure: true };
  }
  if (
    (last.value === 'title' || length === 3) &&
    (isHanName(form, start, last.start) || isForeignName(form, start, last.start))
  ) {
    return { phrase: phraseOf('person', text.slice(start, last.start), { role, gender }), sure: true };
  }
  if (last.value === 'title' && length > 3) {
    const named = readNameAfterRole(text, form, start, last.start, roles.slice(0, -1));
    if (named) {
      const { phrase } = named;
      return { ...named, phrase: { ...phrase, role: phrase.role ?? role, gender: phrase.gender ?? gender } };
    }
  }
  if (wordAt(definite, form, start, end)) return { phrase: phraseOf('reference', whole, { role, gender }), sure: true };
  if (wordAt(indefinite, form, start, end))
    return { phrase: phraseOf('described', whole, { role, gender }), sure: true };
  if (form[start] === '有') return { phrase: phraseOf('described', whole.slice(1), { role, gender }), sure: true };
  if (end - start > longestDescription) return null;
  if (plural) return { phrase: phraseOf('described', whole, { role, plural }), sure: true };
  if (bodyReferences.has(form.slice(start, last.start)))
    return { phrase: phraseOf('reference', whole, { role, gender }), sure: true };
  const { organisation, ...more } = held(text, form, start, roles, last);
  if (organisation) {
    return { phrase: phraseOf('reference', whole, { role: more.role ?? role, organisation, gender }), sure: true };
  }
  return { phrase: phraseOf('described', whole, { role, gender }), sure: true };
}

/** Longest name of a body; longest one in Latin letters. */
const longestBody = 24;
const longestLatinBody = 30;

function readPlain(text: string, form: string, start: number, end: number): SpeakerReading | null {
  const stop = withoutOthers(form, start, end);
  const subject = form.slice(start, stop);
  const whole = text.slice(start, stop);
  const length = stop - start;
  if (isHanName(form, start, stop)) return { phrase: phraseOf('person', whole), sure: true };
  if (somebody.has(subject))
    return { phrase: phraseOf(subject.endsWith('方') ? 'body' : 'described', whole), sure: true };
  const rest = subject.slice(wordAt(definite, form, start, stop)?.text.length ?? 0);
  if (bodyReferences.has(rest)) return { phrase: phraseOf('reference', whole, { role: rest }), sure: true };
  if (documentEnding(form, start, stop) !== null) return readDocument(text, form, start, stop);
  if (subject.startsWith('有') && endsInBody(form, start + 1, stop))
    return { phrase: phraseOf('described', whole.slice(1)), sure: true };
  if (isForeignName(form, start, stop)) return { phrase: phraseOf('person', whole), sure: length > 2 };
  if (isLatinName(text, start, stop)) return { phrase: phraseOf('person', whole), sure: true };
  if (isLatin(form.charCodeAt(start)) && isLatinRun(form, start, stop) && length <= longestLatinBody)
    return { phrase: phraseOf('body', whole), sure: true };
  const of = start + subject.slice(0, -1).lastIndexOf('的');
  if (of > start) {
    const after = readSubject(text, form, of + 1, stop);
    if (after && (after.phrase.form === 'person' || after.phrase.form === 'described')) return after;
    const people = subject.endsWith('们') || subject.endsWith('人');
    return people ? { phrase: phraseOf('described', whole, { plural: true }), sure: false } : null;
  }
  if (wordAt(indefinite, form, start, stop) && /[人们家员者方]$/.test(subject))
    return { phrase: phraseOf('described', whole), sure: true };
  if (isBodyName(form, start, stop) && wordsIn(quantities, form, start, stop).length === 0)
    return { phrase: phraseOf('body', whole), sure: true };
  if (subject.endsWith('们')) return { phrase: phraseOf('described', whole, { plural: true }), sure: true };
  const short = length >= 2 && length <= 5 && allHan(form, start, stop);
  return short && wordsIn(notSubjects, form, start, stop).length === 0
    ? { phrase: phraseOf('body', whole), sure: false }
    : null;
}

const isBodyName = (form: string, start: number, end: number): boolean =>
  end - start <= longestBody && endsInBody(form, start, end);

/** Function words: a short span that has one is a clause, not a name. */
const notSubjects = buildWordSet(
  wordList(`
    的 了 是 在 不 没 有 把 被 将 会 能 要 可 这 那 什么 如何 怎么 很 更 最 都 也 就 还 又 再 只 从 到 对 向 给 为 以 之 着 过 得 我 你 他 她 它 上 下 里 中 后 前 时
    一 两 人 事 需要
  `),
);

/** Words in a span that show it to be more than a name (连续许多天大厂). */
const quantities = buildWordSet(
  wordList('许多 很多 连续 多天 每天 各大 大量 越来越 所有 这些 那些 没有 不是 是 了 着'),
);

function allHan(form: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHan(form.charCodeAt(i))) return false;
  return true;
}

/** What may stand between a body and its document, cut from the end in this order. */
const betweenBodyAndDocument = wordList('发布的 公布的 最新 的 研究 调查 最新的');

/** `麦肯锡报告` is McKinsey's; a bare `数据` is nobody's. */
function readDocument(text: string, form: string, start: number, end: number): SpeakerReading | null {
  let stop = end;
  for (let word = documentEnding(form, start, stop); word; word = documentEnding(form, start, stop))
    stop -= word.length;
  for (const word of betweenBodyAndDocument) if (form.endsWith(word, stop)) stop -= word.length;
  if (stop - start < 2) return null;
  const isBody = isBodyName(form, start, stop) || (stop - start <= longestBody && isLatinRun(form, start, stop));
  return isBody ? { phrase: phraseOf('body', text.slice(start, stop)), sure: true } : null;
}
