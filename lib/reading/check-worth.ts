/**
 * How much a sentence is worth checking, by its content. Figures, dates, comparisons, causes, sources and names raise
 * the score; opinion, question, feeling, scene and page furniture lower it. The signs follow the categories of the
 * check-worthiness literature (ClaimBuster: non-factual, unimportant, check-worthy; Full Fact's claim schema: quantity,
 * prediction, correlation, law). The model is additive: the score is the logistic function of the sum of what each sign
 * adds, learned from labelled sentences (check-worth-table.ts).
 * Invariants: the score is between 0 and 1 and depends on the sentence alone; each reason is a stable code. The score
 * says nothing about truth.
 */

import { isDigit, isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildLexicon, buildWordSet, eachWord, latinEnd, wordAt, wordList } from '#lib/text/lexicon';
import { signWeights, wordWeights } from './check-worth-table';

export type Reason =
  | 'figure'
  | 'superlative'
  | 'comparison'
  | 'causal'
  | 'date'
  | 'event'
  | 'event-with-date'
  | 'attribution'
  | 'forecast'
  | 'quote'
  | 'quantifier'
  | 'named-entity'
  | 'actor'
  | 'rule'
  | 'status'
  | 'speaker'
  | 'opinion'
  | 'question'
  | 'first-person'
  | 'feeling'
  | 'stage-direction'
  | 'advice'
  | 'hedge'
  | 'hypothetical'
  | 'image'
  | 'boilerplate'
  | 'short'
  | 'heading'
  | 'wording'
  | 'wording-against';

export interface Worth {
  /** 0 to 1. */
  score: number;
  reasons: Reason[];
}

export interface SentenceFacts {
  /** Figures in it that carry information (see `isTelling` in claims.ts). */
  figures: number;
  /** One of them is money, a share or a large count. */
  strongFigure: boolean;
  closing: string;
  han: boolean;
  /** Whether its words are attributed to somebody. */
  attributed: boolean;
  forecast: boolean;
  /** A paragraph of its own without closing punctuation. */
  heading: boolean;
}

const wordsFor: [Weighed, string][] = [
  [
    'superlative',
    `
    最大 最高 最低 最多 最少 最快 最早 最长 最新 最强 最小 最贵 最便宜 首个 首次 首家 首款 首位 第一 第一个 第一次 第一家 唯一 没有之一 之最 史上 有史以来 创历史 历史新高 新低 新高 纪录
    空前 前所未有 领先 排名 位居 位列 居首 榜首 冠军 独一无二 largest biggest smallest highest lowest longest shortest fastest slowest
    oldest youngest first only most_expensive most least record top best-selling worst best unprecedented
    leading richest poorest busiest deadliest hottest coldest wettest driest ranked ranks last_place
    never_before
  `,
  ],
  [
    'comparison',
    `
    增长 增加 上升 上涨 下降 下跌 减少 减半 翻倍 翻番 翻了 提高 提升 降至 升至 增至 涨到 降到 高于 低于 多于 少于 超过 不及 不足 相比 同比 环比 落后 超越 倍 比去年 比上年 比上月 不亚于
    优于 跌破 突破 缩水 扩大 收窄 反弹 暴跌 暴涨 飙升 回落 更高 更低 更快 更多 更少 缩短 延长 占比 占全国 占总 占世界 占全球 increased decreased rose fell grew
    shrank doubled tripled halved quadrupled jumped surged plunged dropped declined climbed soared slumped
    higher_than lower_than more_than less_than fewer_than than twice_as half_as as_many_as as_much_as times_the
    compared_with compared_to than exceeds exceeded outnumber outpaced up_from down_from up_by down_by rising
    falling growing shrinking decline increase decrease growth half twice
  `,
  ],
  [
    'causal',
    `
    导致 造成 引发 致使 促使 使得 由于 因为 因此 归因于 源于 得益于 原因是 引起 带来 诱发 降低了 推高 拉低 从而 拖累 触发 because caused causes cause led_to
    leads_to resulted_in due_to owing_to as_a_result thanks_to triggered sparked blamed attributed_to linked_to
    responsible_for reduces prevents raises_the_risk drives driven_by fuelled fueled contributes_to forced
  `,
  ],
  [
    'date',
    `
    去年 今年 前年 上月 本月 上周 本周 昨天 昨日 今天 今日 日前 当日 当天 年底 年初 年末 上半年 下半年 一季度 二季度 三季度 四季度 世纪 年代 截至 以来 期间 此前 january
    february march april june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday yesterday last_year last_month last_week this_year this_week this_month decade
    century since earlier_this years_ago quarter
  `,
  ],
  [
    'event',
    `
    宣布 发布 完成 收购 签署 签订 成立 关闭 停产 投产 上市 退市 通过 批准 否决 起诉 判处 逮捕 拘留 罚款 处罚 辞职 任命 当选 获得 获批 融资 开工 竣工 通车 发射 坠毁 死亡 遇难 受伤 爆炸
    起火 召回 下架 推出 启动 入选 击败 战胜 夺得 破产 裁员 裁减 裁掉 关停 出售 转让 离职 调查 查获 没收 暂停 取消 恢复 开放 上线 开源 开庭 裁定 驳回 撤销 拒绝 投入使用 搬迁 撤离 疏散
    袭击 占领 确诊 诞生 去世 逝世 毕业 加入 退出 进入 扩建 修建 建成 拆除 花费 投资 捐赠 支付 购买 造出 做出了 上报 瞒报 隐瞒 泄露 下调 上调 加息 降息 破裂 承建 承认 公布 未公布 到账
    新建 不合格 抽检 提出 抽查 违反 伪造 announced launched released acquired bought sold signed founded established closed
    opened shut approved rejected passed vetoed sued sentenced convicted arrested detained fined charged
    resigned appointed elected won lost killed died injured wounded exploded crashed recalled withdrew
    withdrawn suspended cancelled canceled merged bankrupt dismissed fired hired laid_off invaded attacked
    voted ruled ordered seized dissolved joined left entered completed built demolished destroyed invested
    donated paid spent raised awarded received published discovered banned abolished ratified indicted pleaded
    testified collapsed merged moved cut introduced ended began started hosted defeated beat born graduated
    served dropped_out leaked falsified concealed inspected failed refused stolen assembled dumped share shares
    publish inspected overpaid profit sank cancelled obtained banned
  `,
  ],
  [
    'attribution',
    `
    数据显示 据统计 研究显示 研究发现 调查显示 报告显示 据报道 根据 公告称 财报显示 资料显示 据悉 披露 统计显示 证实 经确认 查明 认定 记录显示 显示 according_to data_show
    data_shows figures_show study_found study_finds survey_found report_found research_shows official_figures
    statistics records_show documents_show court_documents confirmed estimates poll_found found_that showed
    shows
  `,
  ],
  [
    'quantifier',
    `
    全部 所有 大多数 多数 大部分 绝大多数 一半 过半 半数 没有任何 从未 从来没有 均 每个 无一 几乎 仅 只有 近半 全国 全球 各省 少数 逾 多达 高达 至少 至多 all every none
    most majority half nearly almost_all no_one never always each both entire nationwide worldwide globally
    only_one neither nobody few minority at_least
  `,
  ],
  [
    'actor',
    `
    公司 企业 集团 医院 学校 大学 法院 警方 部长 局长 市长 总统 总理 首相 候选人 研究者 研究人员 科学家 官员 议会 国会 议员 法官 政府 当局 平台 工厂 银行 机长 机构 基金 部门 该州 该市
    该国 该省 全省 全市 原告 被告 检方 监管 运营商 制造商 开发商 供应商 承包商 股东 工会 政党 军方 协会 两国 company firm ministry minister council
    government police court judge senator general officials factory bank hospital clinic school airline airport
    farmers researchers scientists university party union county prime_minister president mayor governor
    regulator agency contractor supplier prosecutors doctors authorities employers lawmakers parliament
    candidate committee commission army operator manufacturer patients workers inspectors
  `,
  ],
  [
    'rule',
    `
    规定 禁止 不得 法律 条例 违法 合法 有效期 允许 强制 须经 法定 税率 依法 要求企业 监管 许可证 牌照 处以 义务 生效 施行 有权 无权 资格 专利 判例 宪法 law bans ban banned
    illegal legal prohibits prohibited requires required mandatory allowed permits licence license regulation
    constitution statute tax entitled eligible patent in_force takes_effect treaty sanctions exempt
  `,
  ],
  [
    'status',
    `
    同一个 同一家 相当于 实际控制人 位于 拥有 隶属 总部 控股 持有 是由 由…组成 属于 产自 毕业于 曾任 担任 出生于 生产 制造 含有 覆盖 达到 可容纳 提供 负责 用于 使用了 采用 服务于 涉及
    仅有 设有 来自 供应 依赖 进口 出口 共有 掌握 尚未 没有获得 未获 没有通过 located owns owned headquartered holds based_in belongs consists
    contains produces manufactures exports imports employs covers supplies operates runs serves born_in
    capital_of member_of made_of subsidiary shareholder stake population relies depends accounts_for comprises
    includes has_no has_never lacks controls funded responsible
  `,
  ],
  [
    'forecast',
    `
    预计 预测 预期 将会 将于 将在 将达 有望 或将 或达 到2 即将 料将 未来 计划于 拟 势必 终将 will expected_to forecast predicts predicted
    projected is_set_to likely_to by_2 could_reach is_due_to plans_to would_reach is_going_to anticipated
  `,
  ],
  [
    'opinion',
    `
    应该 应当 我认为 我觉得 觉得 希望 相信 值得 不值得 令人 遗憾 可惜 幸运 美好 精彩 糟糕 荒唐 可笑 伟大 优秀 完美 可怕 无疑 显然 或许这就是 毕竟 才是 真正的 意义 必须 理应 本该 不应
    何必 不妨 愿意 但愿 期待 尊重 信念 魅力 令人兴奋 恐怕 了不起 可耻 公平 不公平 重要的是 关键在于 最美 最重要 最好的 最难 最怕 最需要 最值得 should ought shame
    shameful wonderful terrible beautiful brilliant awful amazing great horrible ridiculous absurd hope
    hopefully deserve deserves believe believes i_think unfortunately fortunately sadly frankly better_off
    disgrace fair unfair important matters meaning worth perfect fantastic disappointing outrageous wrong
    right_thing must stunning elegant delightful boring love loved hate lovely best_way courage spirit greatest
    pride proud
  `,
  ],
  ['first-person', `我 我们 咱们 我的 本人 我认为 我觉得 i_think i me my we our us i'm i've we're we've i'd i'll`],
  [
    'feeling',
    `
    高兴 难过 伤心 激动 害怕 担心 焦虑 感动 自豪 愤怒 委屈 孤独 幸福 感谢 感恩 热爱 深爱 喜欢 讨厌 想念 心疼 兴奋 欣慰 失落 惊喜 梦想 心里 享受 后悔 骄傲 热泪 眼泪 开心 太难了
    happy sad afraid scared worried excited grateful thank proud angry lonely tired love miss feel felt feeling
    heartbroken thrilled delighted sorry nervous dream dreams glad honoured honored relieved anxious ashamed
    joy grief tears
  `,
  ],
  [
    'stage-direction',
    `
    笑了 笑着 笑笑 点了点头 点点头 摇了摇头 摇摇头 沉默 叹了口气 耸了耸肩 顿了顿 看了看 皱了皱眉 站起身 转过身 挥了挥手 抬起头 低下头 端起 喝了一口 望着 望向 窗外 坐下 坐在 推开门 递过 拍了拍
    掏出 敲门 眨了眨眼 寂静 掌声 夜色 眼神 嘴角 清晨 抱着 蹲在 风很大 端着 laughs laughed smiled smiles shrugged shrugs nodded paused sighed
    leaned glanced stared frowned grinned winked stood_up sat_down looks_out looked_out pours sips silence gaze
    window applause whispered wipes walks_over darkness smell smelled smile trembled laughed cried
  `,
  ],
  [
    'advice',
    `
    请 您 你 你们 建议您 不要忘记 记得 试试 快来 一起来 别忘了 赶紧 大家可以 不妨 务必 让我们 you your you're you'll please let's let_us
    don't_forget try remember make_sure keep_in_mind
  `,
  ],
  [
    'hedge',
    `
    也许 可能 或许 大概 似乎 好像 说不定 某种程度上 某种意义上 据说 一定程度 差不多 perhaps maybe possibly might seems seem seemed apparently
    arguably somehow sort_of kind_of could appears rumoured rumored in_a_sense presumably
  `,
  ],
  ['hypothetical', `如果 假如 倘若 要是 一旦 即使 哪怕 if unless suppose imagine were_to would_have`],
  [
    'image',
    `
    像是 仿佛 宛如 犹如 好比 就像 如同 一样 一般地 般的 一场 旅程 浪潮 风口 春天 寒冬 黎明 时代的 舞台 画卷 命运 温度计 列车 灯塔 土壤 赛跑 战争般 天空 like_a as_if
    as_though metaphor journey storm_of tapestry heartbeat chapter story tale crossroads dance mirror soul
    ghost shadow dawn heart ocean_of turning_point game_of
  `,
  ],
  [
    'boilerplate',
    `
    责任编辑 图片来源 原标题 扫描二维码 关注公众号 关注我们 阅读原文 未经授权 视觉中国 更多精彩 下载app 联系我们 免责声明 如需转载 推荐阅读 相关阅读 延伸阅读 打开微信 分享到 第一时间获取
    newsletter sign_up_for all_rights_reserved photograph: image_credit follow_us getty_images
    was_first_published reporting_by editing_by click_here terms_of_use privacy_policy © download_our_app
    contact_us minute_read min_read comments_are
  `,
  ],
];

/** Page furniture, recognised by its first word only: elsewhere these are plain words (广告收入, a photo). */
const furniture = buildWordSet(
  wordList(`
    责编 来源: 来源| 图源 扫码 点击 版权 转载 作者: 作者| 编辑: 编辑| 出品 记者: 摄影 广告: 投稿 声明: 微信号 订阅 文| 文/ 图| 图/ 校对 审核: 监制
    subscribe photo: photo_by photos: read_more advertisement related: listen_to correction: image: credit:
    copyright share_this this_article all_times updated: by:
  `),
);

/** Sentences shorter than this say too little to check: UTF-16 units in Chinese, and in English (about four words). */
const shortHan = 9;
const shortEnglish = 24;

/** The reasons that the model weighs, in the order in which they are shown: what speaks for checking comes first. */
const order = [
  'figure',
  'superlative',
  'comparison',
  'causal',
  'date',
  'event',
  'event-with-date',
  'attribution',
  'forecast',
  'quantifier',
  'named-entity',
  'actor',
  'rule',
  'status',
  'opinion',
  'question',
  'first-person',
  'feeling',
  'stage-direction',
  'advice',
  'hedge',
  'hypothetical',
  'image',
  'boilerplate',
  'short',
  'heading',
] as const satisfies Reason[];

type Weighed = (typeof order)[number];

/** What counts in a sentence beyond the reasons: an amount each, times the weight of the same name. */
export interface Amounts {
  /** 1 where a figure is money, a share or a large count. */
  'strong-figure': number;
  /** Further figures and names beyond the first, two at most. */
  'more-figures': number;
  'more-names': number;
  /** Doublings of the length beyond eight words or sixteen Han characters; negative where it is shorter. */
  length: number;
}

/** What the table gives a weight. */
export type Sign = Weighed | keyof Amounts | 'base';

/** What is read from a sentence before anything is weighed. */
export interface Signs {
  han: boolean;
  reasons: Weighed[];
  amounts: Amounts;
  /** In English each word once, in reading form; in Chinese none. */
  words: Set<string>;
}

/**
 * A set of reasons as bits of one integer, by their place in `order`, so that reading a sentence takes a few
 * microseconds. The cast restores the keys that `fromEntries` drops.
 */
const bitOf = Object.fromEntries(order.map((reason, place) => [reason, 1 << place])) as Record<Weighed, number>;

/** Each word with the bits of all its reasons: 我觉得 is an opinion and speaks in the first person. */
const reasonBits = new Map<string, number>();
for (const [reason, list] of wordsFor)
  for (const word of wordList(list)) reasonBits.set(word, (reasonBits.get(word) ?? 0) | bitOf[reason]);
const signs = buildLexicon(reasonBits);

/** Scores a span of a plain text; `form` is its reading form. Linear in the span. */
export function weigh(text: string, form: string, start: number, end: number, facts: SentenceFacts): Worth {
  return worthOf(readSigns(text, form, start, end, facts));
}

/** Reads what the model weighs from a span of a plain text. Linear in the span. */
export function readSigns(text: string, form: string, start: number, end: number, facts: SentenceFacts): Signs {
  const { han } = facts;
  let found = 0;
  eachWord(signs, form, start, end, (bits) => {
    found |= bits;
  });
  if (wordAt(furniture, form, start)) found |= bitOf.boilerplate;
  // What a law requires is a statement about the law, not an opinion.
  if (found & bitOf.rule) found &= ~bitOf.opinion;
  if (hasYear(form, start, end)) found |= bitOf.date;
  if (facts.forecast) found |= bitOf.forecast;
  if (facts.attributed) found |= bitOf.attribution;
  if (facts.closing === '?') found |= bitOf.question;
  if (facts.heading) found |= bitOf.heading;
  if (facts.figures > 0) found |= bitOf.figure;
  if (end - start < (han ? shortHan : shortEnglish)) found |= bitOf.short;
  const names = namesIn(text, form, start, end, han);
  if (names > 0) found |= bitOf['named-entity'];
  if (found & bitOf.event && found & bitOf.date) found |= bitOf['event-with-date'];
  const words = han ? [] : englishWordsIn(form, start, end);
  const length = han ? (end - start) / usualHan : words.length / usualEnglish;
  return {
    han,
    reasons: reasonsOf(found),
    amounts: {
      'strong-figure': facts.strongFigure ? 1 : 0,
      'more-figures': Math.min(Math.max(facts.figures - 1, 0), 2),
      'more-names': Math.min(Math.max(names - 1, 0), 2),
      length: Math.max(-3, Math.min(3, Math.log2(Math.max(length, 1 / 8)))),
    },
    words: words.length === 0 ? noWords : new Set(words),
  };
}

/** Shared by all sentences without English words. */
const noWords = new Set<string>();

/** From this much on, what the words of a sentence add together is a reason of its own. */
const tellingWords = 0.7;

/** The score of what was read, and the reasons for it. */
export function worthOf({ han, reasons, amounts, words }: Signs): Worth {
  const weight = han ? weights.zh : weights.en;
  let wording = 0;
  for (const word of words) wording += wordWeight.get(word) ?? 0;
  let sum = (weight.get('base') ?? 0) + wording;
  for (const reason of reasons) sum += weight.get(reason) ?? 0;
  for (const name of amountNames) sum += (weight.get(name) ?? 0) * amounts[name];
  const score = 1 / (1 + Math.exp(-sum));
  if (wording >= tellingWords) return { score, reasons: [...reasons, 'wording'] };
  return { score, reasons: wording <= -tellingWords ? [...reasons, 'wording-against'] : reasons };
}

const amountNames = ['strong-figure', 'more-figures', 'more-names', 'length'] as const satisfies (keyof Amounts)[];

/** Every sign, in the order of the table. */
export const signNames: readonly Sign[] = ['base', ...order, ...amountNames];

const weights = {
  en: new Map<string, number>(signWeights.map(([name, en]) => [name, en])),
  zh: new Map<string, number>(signWeights.map(([name, , zh]) => [name, zh])),
};

const wordWeight = new Map(wordWeights);

function reasonsOf(found: number): Weighed[] {
  const reasons: Weighed[] = [];
  for (let rest = found; rest !== 0; rest &= rest - 1) {
    const reason = order[31 - Math.clz32(rest & -rest)];
    if (reason) reasons.push(reason);
  }
  return reasons;
}

/** Length of a sentence that neither adds nor takes anything: words in English, UTF-16 units in Chinese. */
const usualEnglish = 8;
const usualHan = 16;

/** The English words in a span, with their apostrophes (`don't`). */
function englishWordsIn(form: string, start: number, end: number): string[] {
  const words: string[] = [];
  for (let i = start; i < end; ) {
    if (!isLatin(form.charCodeAt(i))) {
      i++;
      continue;
    }
    let stop = latinEnd(form, i);
    if (form[stop] === "'" && isLatin(form.charCodeAt(stop + 1))) stop = latinEnd(form, stop + 1);
    stop = Math.min(stop, end);
    words.push(form.slice(i, stop));
    i = stop;
  }
  return words;
}

/** A year from 1500 to 2100, or a month and day in Chinese. */
function hasYear(form: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    if (!isDigit(form.charCodeAt(i))) continue;
    let stop = i;
    while (stop < end && isDigit(form.charCodeAt(stop))) stop++;
    if (stop - i <= 2 && followsMonthOrDay(form, stop)) return true;
    if (stop - i === 4 && isYear(form, i, stop)) return true;
    i = stop;
  }
  return false;
}

const followsMonthOrDay = oneOf('月日');

function isYear(form: string, start: number, end: number): boolean {
  const value = Number(form.slice(start, end));
  if (value < 1500 || value > 2100) return false;
  const after = form.charCodeAt(end);
  const isNumber = form[end] === '%' || (form[end] === ',' && isDigit(form.charCodeAt(end + 1)));
  return !isNumber && (form[end] === '年' || !isHan(after));
}

const endsRun = oneOf(',.;:');

/**
 * Names of bodies, products and places, counted up to three: capitalised words inside a sentence, Latin words in
 * Chinese, 《》.
 */
function namesIn(text: string, form: string, start: number, end: number, han: boolean): number {
  let names = 0;
  let i = start;
  let inRun = true;
  while (i < end && names < 3) {
    const code = form.charCodeAt(i);
    if (!isLatin(code)) {
      if (form[i] === '《') names++;
      if (endsRun(form, i)) inRun = false;
      i++;
      continue;
    }
    const stop = Math.min(latinEnd(form, i), end);
    const capital = text.charCodeAt(i) !== code;
    if (capital && (han || i > start) && !inRun && stop - i > 1) names++;
    inRun = capital && !han;
    i = stop;
  }
  if (!han) return names;
  let named = 0;
  eachWord(bodies, form, start, end, () => {
    named++;
  });
  return names + Math.min(named, 2);
}

const bodies = buildWordSet(
  wordList(`
    公司 集团 银行 大学 医院 法院 证监会 工信部 央行 政府 委员会 协会 研究院 研究所 统计局 欧盟 联合国 世卫组织 教育部 财政部 商务部 外交部 卫健委 国务院 基金会 交易所 中国 美国 日本 韩国
    德国 法国 英国 印度 俄罗斯 欧洲 北京 上海 深圳 广州
  `),
);
