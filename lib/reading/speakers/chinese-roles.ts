/**
 * What stands before a Chinese name: role, organisation and gender (`诗云科技合伙人` → 合伙人, 诗云科技). A role within an
 * organisation has its name before it; other words before a role only describe (资深, 青年). Invariant: role and
 * organisation are parts of the text. A doubtful organisation is left out.
 */

import { buildEndings, buildWordSet, endingAt, type Hit, wordAt, wordList } from '#lib/text/lexicon';
import { endsInBody, femaleWords, maleWords } from './roles';
import type { Gender, SpeakerPhrase } from './speaker';

/** Ends of roles that are held in a body, so that what stands before them is its name. */
const heldEndings = buildEndings(
  wordList(`
    ceo cto cfo coo cmo cio 首席 人 裁 董事 经理 监 主任 长 书记 秘书 研究员 教授 分析师 主席 总理 总统 代表 主管 委员 理事 高管 员工 董秘 顾问 工程师 记者 学家 讲师 主编 编辑 大使 职员
    总编
  `),
);
const notHeldEndings = buildEndings(
  wordList('主持人 受访者 当事人 知情人 经纪人 老人 家长 证人 嫌疑人 候选人 传承人 投资人'),
);
/** What stands before a role and describes the person instead of naming a body. */
const qualifiers = buildWordSet(
  wordList(`
    资深 知名 著名 青年 年轻 前 原 独立 本地 当地 上海 北京 深圳 广州 杭州 美国 英国 法国 德国 日本 韩国 ai 人工智能 游戏 连续 天使 国内 国外 海外 民间 退休 职业 专业 首席 时任 中国
    俄罗斯 乌克兰 以色列 印度
  `),
);

/** What introduces a description and is no part of it. */
const leads = wordList('另一位 另一名 一位 一名 有 这位 该');

/** Longest name of a body, and longest words that describe a person, before a role. */
const longestBody = 24;
const longestDescription = 16;

/** Role, organisation and gender from the consecutive roles before a name; `last` is the last of them. */
export function held(
  text: string,
  form: string,
  start: number,
  roles: Hit<string>[],
  last: Hit<string>,
): Partial<SpeakerPhrase> {
  const roleStart = startOfRoles(roles, last);
  let before = start + form.slice(start, Math.max(start, roleStart - 1)).lastIndexOf('的') + 1;
  const stop = form[roleStart - 1] === '的' ? roleStart - 1 : roleStart;
  for (const lead of leads) if (form.startsWith(lead, before) && before + lead.length < stop) before += lead.length;
  const role = text.slice(roleStart, last.end);
  const gender = genderOf(form.slice(roleStart, last.end));
  if (stop <= before) return { role, gender };
  const named = isHeld(form, last) && wordAt(qualifiers, form, before) === null && stop - before <= longestBody;
  if (named || endsInBody(form, before, stop)) {
    return { role, organisation: text.slice(before, stop).replace(/[“”「」]/g, ''), gender };
  }
  return { role: stop - before <= longestDescription ? text.slice(before, last.end) : role, gender };
}

/** Where the run of roles that `last` closes begins (`创始人、CEO`). */
function startOfRoles(roles: Hit<string>[], last: Hit<string>): number {
  let { start } = last;
  for (const role of roles.slice(0, -1).reverse()) {
    if (start - role.end > 1) break;
    start = role.start;
  }
  return start;
}

const isHeld = (form: string, { start, end }: Hit<string>): boolean =>
  endingAt(heldEndings, form, end, start) !== null && endingAt(notHeldEndings, form, end, start) === null;

export function genderOf(role: string): Gender {
  if (femaleWords.has(role)) return 'female';
  return maleWords.has(role) ? 'male' : null;
}
