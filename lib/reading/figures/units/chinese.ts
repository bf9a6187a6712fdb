/**
 * Units and counted nouns in Chinese: measures, classifiers and the nouns after them. Invariant: a classifier before a
 * known noun gives the noun (`3家公司` counts companies), otherwise what the classifier implies (`3名`: persons). A
 * character that begins another word (`3天津`, `5日元`) is not a unit.
 */

import { isHan, skipSpaces } from '#lib/text/forms/folded';
import {
  type Accepts,
  buildEndings,
  buildLexicon,
  buildWordSet,
  endingAt,
  isNotBefore,
  type Word,
  wordAt,
} from '#lib/text/lexicon';
import { CLASSIFIERS, DIRECT_NOUNS, HAN_NOUNS } from './names';
import { type Entry, entriesOf, type Unit } from './unit';

/** Units in Han characters. */
export const HAN = new Map(entriesOf('zh'));

/** Classifiers that a described noun follows closely enough to name the unit; 股, 次 and 人 are units by themselves. */
const TAKES_NOUN = '个家名位款项所座种支批间只台类套期起例件条份笔轮张颗枚棵';

/** Whether a unit or classifier is no part of another word (`3成为`, `3天津`, `5日元`, `一年级`, `两部门`). */
const isItself = isNotBefore({
  成: '为 立 员 本 功 交 长 果 都 人 分 绩 熟 就 品 份 型 效 年 不变 千',
  折: '合 扣 叠 腾 旧 算 射 线 磨 返 断 中',
  天: '津 猫 河 气 然 才 使 地 花 空 山 堂 文 鹅 府',
  日: '本 元 币 报 产 均 活 增 常 前 军 方 系',
  年: '级 度 轻 代 报 薪 会 初 底 末 中国 货 化',
  周: '边 转 围 知 一 二 三 四 五 六 日 末 报',
  米: '粉 饭 兰 其 哈 勒 面 线 歇 字',
  克: '隆 里 服 拉 制 林 强 罗 劳',
  度: '假 过 量 支 电',
  秒: '杀 拍 针 速',
  倍: '感 增 数 速率',
  升: '级 值 高 至 到 空 温 任 息 势 降 学 幅',
  瓦: '解 片 斯 房',
  晚: '上 间 会 报 期 清 宴 餐 点 年',
  人: '民 工 类 口 才 均 生 们 大 事 士 行 选 物 身 数 形 气 头 力 心 家 体 格 性 权 员 群 造',
  名: '单 义 称 誉 字 为 人 牌 校 气 片 词 次 列 胜',
  位: '于 置 列 居 数 元 移 次',
  家: '庭 长 人 中 里 电 具 属 族 乡 园 用 居 务 住 政',
  台: '湾 北 风 阶 词 币 海 州 胞 独 商 账 积电 灯 中市 南 盟',
  部: '门 分 队 长 署 位 落 委 族 件',
  户: '外 籍 口 型 主 部',
  次: '日 年 月 级 要 新 贷 于 生 席 数 元 序 轮',
  股: '份 价 东 权 市 票 民 指 息 本 神 债 吧 灾',
  例: '如 会 外 行 子 证',
  点: '击 评 赞 名 燃 亮 位 数 明 开 缀 心 差 火 了 到为止 滴',
  分:
    '别 析 布 享 配 为 拆 支 子 钟 红 成 之 部 行 离 公司 散 发 工 担 手 开 批 级 流 歧 类 贝 店 期 清 明 裂 ' +
    '辨 数线 泌 得',
  层: '面 次 级 层 出',
  件: '套 数',
  笔: '者 记 试 画 名 迹 下',
  种: '植 子 族 种 田 地 粮 菜 树 草 果 业 养 花',
  类: '似 别 型 比 推 器官',
  款: '项 式 待',
  项: '目经理 链 羽',
  场: '景 地 所 内 外 馆 面 合 均 边 次',
  条: '件 例 款 约 码 形 理 目',
  期: '间 待 望 货 权 限 刊 末 初 中 盼 许',
  轮: '胎 船 流 椅 廓 换 融 毂 休 到',
  头: '部 条 疼 脑 像 版 发 衔 号 等 名 痛 盔 晕',
  手: '机 段 术 续 中 里 上 工 法 游 册 动 表 握 下 套 感',
  本: '科 报 次 月 周 年 轮 土 身 地 金 质 人 届 公司 市 省 息 案 应 来',
  间: '接 隔 谍 距 断 歇',
  级: '别 联',
  道: '路 德 歉 理 琼 指 具 教',
  面: '对 积 临 向 前 板 试 世 值 部 包 条 粉 料 貌 子',
  回: '购 报 应 落 升 归 收 答 复 家 暖 国 调 顾 避 馈 来 到 款 忆 头 程 撤',
  单: '位 一 纯 独 个 价 身 项 次 日 月 季 季度 品 向 笔 曲 车 方 晶 元 打',
  票: '房 价 据 面 务 选',
  口: '径 罩 岸 碑 头 服 腔 号 红 味 粮 子 语',
  席: '位 卷 间 地',
  起: '步 诉 草 源 飞 义 伏 初 点 码 来 到 始 价 售 拍 床 跑 降 因 薪 征 重 身 火 用',
  宗: '教 旨 族 申 庆后 馥莉',
  张: '家 江 某 力 力度 贴 扬',
  局: '长 势 面 部 域 限 中',
  架: '构 设 势 空',
  所: '以 有 谓 在 得 属 持 示 致 说 需 长 向 幸',
  篇: '章 幅',
  把: '手 关 握 控 守 柄 脉',
  代: '表 理 码 价 替 言 工 际 步 谢 加 办 号 名词 入 练 购 销 运 驾',
  门: '店 户 槛 票 诊 口 类 徒 外 锁 派 窗 禁',
  对: '于 外 此 手 方 应 比 象 话 抗 接 冲 策 待 标 面 付 折 立 称 公 赌 其 我 他 她 在 该 中国 美',
  双: '方 碳 循环 十 向 边 重 倍 层 手 休 语 赢 创 减 一流 11 12 面 数 色 子 峰 写 卡',
  组: '织 成 合 建 件 装 队 团 长 别 局',
  批: '评 准 发 复 量 次 判 改 示 捕',
  处: '于 理 罚 在 分 置 长 境 方',
  步: '骤 行 伐 入 调 兵 步 道',
  个: '体 别 性 股 案 税 子',
  只: '有 是 要 能 会 不过 好 为 需 剩 求 想 用 在 此 占 算 得 看 可 做 说 见 靠 花 卖',
  段: '落 子 永平 位',
  章: '程 节 鱼 子',
  片: '面 区 段 头 酬 场 子 名',
  份: '额 量 子 内',
  字: '节 体 样 母 典 幕 面 画',
  句: '子 号 型',
  站: '点 在 起 稳 台 长 立 位 内',
  支: '付 持 出 撑 援 部 架 配 线 柱 招 教 离',
  副: '总 主 局 市 省 校 院 会 董 本 作用 业 食 部 书记 教授 行长 理事 秘',
  店: '员 长 铺 家 主 面',
  根: '据 本 源 基 治 除 植',
  座: '位 谈 椅 舱 机 落 驾',
  页: '面 岩 码',
  村: '民 庄 里 委 镇 子 上',
  省: '级 委 份 会 政府 钱 内 电 去 下 心 略 长 道 外 厅 油 力 时 事',
  寸: '土 步',
  伏: '特加 笔 击 地',
  伏特: '加',
  克拉: '玛依 斯 科',
  比特: '币 大陆',
  大卡: '车 司',
  千卡: '车 片',
  杯: '赛 子 具',
  亩: '产 均',
});

const units = buildLexicon(HAN);
const directNouns = buildWordSet([...DIRECT_NOUNS]);
/** No classifier of three characters is told from the noun that it is as well. */
const classifiers = buildLexicon([...CLASSIFIERS].filter(([word]) => word.length <= 2));
const nouns = buildLexicon(HAN_NOUNS);

const percentAt = (end: number): Unit => ({ kind: 'percent', unit: 'percent', factor: 1, end, nounEnd: end });

/** Reads the unit in Chinese at `at`, after a number that ends at `i` (spaces may be between). */
export function hanUnit(text: string, i: number, at: number): Unit | null {
  const first = text[at];
  if (first === '%') return percentAt(at + 1);
  if (first === '个' || first === '百') {
    const spread = SPREAD_PERCENT.exec(text.slice(at, at + 16));
    if (spread) return percentAt(at + spread[0].length);
    if (first === '个' && text[at + 1] === '半') {
      if (!/^个半(?:小时|月|钟头|世纪|学期|星期)/.test(text.slice(at, at + 5)))
        return { kind: 'count', unit: null, factor: 1, end: at + 2, nounEnd: at + 2, plus: 0.5 };
      const half = halfUnit(text, at + 2);
      if (half)
        return { kind: half.entry[0], unit: half.entry[1], factor: 1, end: half.end, nounEnd: half.end, plus: 0.5 };
    }
  }
  if (
    first === '分' &&
    text[at + 1] !== '钟' &&
    (SECONDS_AFTER.test(text.slice(at + 1, at + 8)) || HOURS_BEFORE.test(text.slice(Math.max(0, i - 6), i)))
  )
    return { kind: 'duration', unit: 'minute', factor: 1, end: at + 1, nounEnd: at + 1 };
  if (first === '分' && text.startsWith('半钟', at + 1))
    return { kind: 'duration', unit: 'minute', factor: 1, end: at + 3, nounEnd: at + 3, plus: 0.5 };
  const odd = first === '多' || first === '来' ? 1 : 0;
  const found = wordAt(units, text, at + odd, text.length, isItself);
  return found ? measureOf(text, found, at + odd, odd > 0) : hanCount(text, i, at);
}

/** What makes 分 a minute and no point: its seconds or its hours (`3分29秒`, `2小时15分`). */
const SECONDS_AFTER = /^(?:\d{1,2}(?:\.\d{1,3})?|[零一二三四五六七八九十]{1,3})秒/;
const HOURS_BEFORE = /小时(?:\d{1,2}|[零一二三四五六七八九十]{1,3})$/;

/** The measure that a word at `at` names, with 半 and 多 after it; `odd` where 多 or 来 stands before it. */
function measureOf(text: string, { text: word, value }: Word<Entry>, at: number, odd: boolean): Unit {
  const [kind, unit, factor = 1] = value;
  let end = at + word.length;
  const half = kind === 'count' ? end : halfAfter(text, end);
  const plus = half > end ? 0.5 * factor : 0;
  end = half;
  const isMoreAfter = isMore(text, end);
  if (isMoreAfter) end++;
  const measure: Unit = { kind, unit, factor, end, nounEnd: end };
  if (plus > 0) measure.plus = plus;
  if (odd || isMoreAfter || word.includes('多')) measure.more = true;
  return measure;
}

/** The end of a 半 that adds half of the unit before it (`两斤半苹果`, `三年半`); `i` where it begins another word. */
export const halfAfter = (text: string, i: number): number =>
  text[i] === '半' && !OTHER_HALF.test(text.charAt(i + 1)) ? i + 1 : i;

/** What makes another word with 半 before it: 半径, 半价, 半成品, 半决赛, 半小时. */
const OTHER_HALF = /[个年天月日小钟导径程挂价折数成决截自岛载夜场]/;

/** The unit after 个半 (`三个半小时`, `两个半月`). */
function halfUnit(text: string, at: number): { entry: Entry; end: number } | null {
  for (const length of [2, 1]) {
    const word = text.slice(at, at + length);
    const entry = HAN.get(`个${word}`) ?? (length === 2 ? HAN.get(word) : undefined);
    if (entry && word.length === length) return { entry, end: at + length };
  }
  return null;
}

/** Whether a 多 closes an amount here (`一年多的时间`, `两成多`); before another amount it compares (`比3亿元多三成`). */
export const isMore = (text: string, i: number): boolean =>
  text[i] === '多' &&
  !moreBy.test(text.slice(i, i + 4)) &&
  !/^多(?:[数少于次个种样元半年家名位项款部点]|达|为)/.test(text.slice(i, i + 2));

/** 多 as a verb, with how much it is that something is more by. */
const moreBy = /^多[出了]? ?(?:\d|[二两三四五六七八九十百千半]|一(?![点些]))/;

const SPREAD_PERCENT = /^个? {0,3}百 {0,3}分 {0,3}点/;

function hanCount(text: string, i: number, at: number): Unit | null {
  const direct = wordAt(directNouns, text, at);
  if (direct)
    return {
      kind: 'count',
      unit: HAN_NOUNS.get(direct.text) ?? null,
      factor: 1,
      end: i,
      nounEnd: at + direct.text.length,
    };
  const classifier = wordAt(classifiers, text, at, text.length, isItself);
  if (!classifier) return null;
  const end = at + classifier.text.length;
  const noun = TAKES_NOUN.includes(classifier.text) ? nounWithin(text, end) : null;
  if (noun) return { kind: 'count', unit: noun.unit, factor: 1, end: i, nounEnd: noun.at };
  return { kind: 'count', unit: classifier.value, factor: 1, end: i, nounEnd: end };
}

const nounEndings = buildEndings([...HAN_NOUNS.keys()].filter((word) => word.length > 1));
/** What may stand between what is counted and its number (`岗位约2000个`, `企业共35个`). */
const BETWEEN_NOUN = /(?:大约|约|近|逾|超过?|共计?|合计|累计|达到?|已达?|至少|不少于)$/;

/**
 * The noun before a number whose classifier names nothing and ends its phrase (`提供岗位2000余个`), or null. The number begins at
 * `i`, its classifier ends at `end`.
 */
export function nounBefore(text: string, i: number, end: number): string | null {
  if (isHan(text.charCodeAt(end)) || !isHan(text.charCodeAt(i - 1))) return null;
  const between = BETWEEN_NOUN.exec(text.slice(Math.max(0, i - 4), i))?.[0].length ?? 0;
  const noun = endingAt(nounEndings, text, i - between, Math.max(0, i - between - 6));
  // `5个学生6个`: the noun is that of the number before it.
  return noun === null || TAKES_NOUN.includes(text.charAt(i - between - noun.length - 1) || ' ')
    ? null
    : (HAN_NOUNS.get(noun) ?? null);
}

/** A noun that a description may stand before: one of a single character would be part of the description. */
const isLongNoun: Accepts<string> = (word, text, start) => word.text.length > 1 && isItself(word, text, start);

/** The counted noun directly after a classifier, with up to three characters of description between (`两家上市公司`). */
function nounWithin(text: string, from: number): { unit: string; at: number } | null {
  const start = skipSpaces(text, from);
  for (let skip = 0; skip <= 3; skip++) {
    if (!isHan(text.charCodeAt(start + skip))) return null;
    const noun = wordAt(nouns, text, start + skip, text.length, skip === 0 ? isItself : isLongNoun);
    if (noun) return { unit: noun.value, at: skip === 0 ? start + noun.text.length : from };
  }
  return null;
}
