/**
 * Words that change what a claim says when they are added, removed or changed: negations, modal words, words of number
 * and date, opposites, and who is spoken of. One lexicon for both languages, in comparison form; entries without a
 * value keep shorter ones from matching inside them (不过 for 不). Invariant: synonyms have one value.
 */

import { HAN_MONEY, NOUNS } from '#lib/reading/figures/units/currency-names';
import { buildLexicon, wordList } from '#lib/text/lexicon';

/**
 * The meaning of a word. `kind` and `value` compare it. For a kind that is `swapped`, only a change from one value to
 * another counts, since such words may be added or removed without harm.
 */
export interface Sign {
  kind: 'not' | 'modal' | 'number' | 'when' | 'money' | 'opposite' | 'who' | 'extent';
  value: string;
  swapped: boolean;
}

type Entry = readonly [string, Sign[]];

const listed = (kind: Sign['kind'], table: Record<string, string>, swapped = false): Entry[] =>
  Object.entries(table).flatMap(([value, words]) =>
    wordList(words).map((word): Entry => [word, [{ kind, value, swapped }]]),
  );

const negations = listed('not', {
  not: `
    not no never none nobody nothing nowhere neither nor without unable refuse refuses refused
    不 没 没有 未 未曾 未能 未必 无 无法 无需 无须 毫无 并无 并未 并不 并非 绝非 绝不 决不 从未 从不 从没 尚未 尚无 非 不是 不曾 不再 不会 不能 不可
    不得 不应 不该 不必 不用 不须 不同意 不一定 不一致 不一样 不等于 不过问 别 勿 莫 毋 休想 没能 没法 未予 不予 不肯 拒绝 拒不
  `,
});

/** Negations that are also modal: `can't` is `cannot` is `can not`. */
const negatedModals: Entry[] = Object.entries({
  can: "cannot can't couldn't 不能 未能 没能 无法 没法 不可 不得",
  will: "won't wouldn't 不会 不再会",
  should: "shouldn't 不应 不该",
  must: "mustn't",
  may: "mightn't",
  need: "needn't 不必 不用 不须 无需 无须",
}).flatMap(([value, words]) =>
  wordList(words).map(
    (word): Entry => [
      word,
      [
        { kind: 'modal', value, swapped: false },
        { kind: 'not', value: 'not', swapped: false },
      ],
    ],
  ),
);

const contractions = listed('not', {
  not: "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't ain't",
});

const modals = listed('modal', {
  may: 'may might maybe perhaps possibly 可能 或许 也许 兴许 说不定 有望 恐 恐怕 或将 或会 疑似',
  can: 'can could 能 能够 可以 得以',
  must: 'must shall 必须 必需 务必 务须 一定要 强制 须 必得',
  should: 'should ought 应 应该 应当 理应 该当',
  will: 'will would 将 将会 将要 会',
  need: 'need_to needs_to needed_to have_to has_to had_to 需要 需 得要',
  likely: 'likely unlikely probably 大概 很可能 极可能',
  certain: 'certainly definitely undoubtedly surely 一定 必然 必定 肯定 势必 必将',
  hearsay: 'allegedly reportedly purportedly supposedly 据称 据说 据传 传闻 涉嫌',
});

const numbers = listed('number', {
  '1st': 'first firstly 首次 首个 首家 首位 首',
  '2nd': 'second secondly',
  '3rd': 'third',
  '4th': 'fourth',
  '5th': 'fifth',
  '6th': 'sixth',
  '7th': 'seventh',
  '8th': 'eighth',
  '9th': 'ninth',
  '10th': 'tenth',
  last: '末位',
  '1': 'one once single 单个 单一',
  '2': 'two twice double doubled doubles doubling twofold both pair 翻倍 加倍 成倍 两 双',
  '3': 'three thrice triple tripled triples threefold treble',
  '4': 'four quadruple quadrupled fourfold',
  '5': 'five',
  '6': 'six',
  '7': 'seven',
  '8': 'eight',
  '9': 'nine',
  '10': 'ten',
  '11': 'eleven',
  '12': 'twelve dozen',
  half: 'half halves halved halving 半 一半 减半 过半',
  quarter: 'quarter quarters 季度',
  hundreds: 'hundred hundreds 成百 上百',
  thousands: 'thousand thousands 成千 上千',
  millions: 'million millions',
  billions: 'billion billions',
  trillions: 'trillion trillions',
  dozens: 'dozens scores 数十',
});

const times = listed('when', {
  mon: 'monday 周一 星期一',
  tue: 'tuesday 周二 星期二',
  wed: 'wednesday 周三 星期三',
  thu: 'thursday 周四 星期四',
  fri: 'friday 周五 星期五',
  sat: 'saturday 周六 星期六',
  sun: 'sunday 周日 星期日 星期天',
  jan: 'january jan',
  feb: 'february feb',
  apr: 'april apr',
  jun: 'june jun',
  jul: 'july jul',
  aug: 'august aug',
  sep: 'september sept sep',
  oct: 'october oct',
  nov: 'november nov',
  dec: 'december dec',
  yesterday: 'yesterday 昨天 昨日',
  today: 'today 今天 今日 当天 当日',
  tomorrow: 'tomorrow 明天 明日',
  lastyear: 'last_year 去年 上年',
  thisyear: 'this_year 今年 本年',
  nextyear: 'next_year 明年 来年',
  lastmonth: 'last_month 上月 上个月',
  thismonth: 'this_month 本月 这个月',
  nextmonth: 'next_month 下月 下个月',
  lastweek: 'last_week 上周 上星期',
  thisweek: 'this_week 本周 这周',
  nextweek: 'next_week 下周 下星期',
});

/** Words of opposite meaning; only the step from the one side to the other counts. */
const opposites: [string, string][] = [
  [
    `rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains
    gained climb climbs climbed jump jumps jumped surge surges surged soar soared soars higher up more expand expands
    expanded expansion upward 增长 增加 增多 上升 上涨 提高 提升 攀升 上调 扩大 扩张 升高 上扬 飙升 大涨 增至 升至 涨至 涨 升 增`,
    `fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops
    dropped dropping shrink shrinks shrank shrunk slump slumps slumped plunge plunges plunged sink sank lower down less
    fewer contract contracts contracted contraction downward 减少 下降 下跌 降低 下滑 缩小 收缩 缩减 回落 下调 萎缩 锐减 暴跌 大跌 减至 降至
    跌至 跌 降 减`,
  ],
  ['win wins won winning victory 赢 获胜 胜诉 取胜', 'lose loses lost losing defeat 输 落败 败诉 战败'],
  ['profit profits profitable 盈利 获利', 'loss losses 亏损'],
  [
    'accept accepts accepted approve approves approved approval 批准 同意 接受 通过',
    'reject rejects rejected rejection refuse refuses refused 否决 驳回 反对 拒绝',
  ],
  ['support supports supported 支持 赞成', 'oppose opposes opposed 反对'],
  ['buy buys bought purchase purchased acquire acquires acquired 买入 收购 购买 买', 'sell sells sold 卖出 出售 卖'],
  ['import imports imported 进口', 'export exports exported 出口'],
  ['before 之前 以前', 'after 之后 以后'],
  ['above over 高于 超过', 'below under 低于 不足'],
  ['hire hires hired hiring 招聘 雇用', 'fire fires fired layoffs 解雇 裁员 裁减'],
  ['open opens opened 开放 开业', 'close closes closed 关闭 停业'],
  ['confirm confirms confirmed 证实 承认', 'deny denies denied 否认'],
  ['legal lawful 合法', 'illegal unlawful 非法 违法'],
  ['most majority 多数 大多数 大部分', 'minority 少数 小部分'],
  ['best largest biggest highest most 最大 最高 最多', 'worst smallest lowest least 最小 最低 最少'],
  ['success succeed succeeded succeeds 成功', 'failure fail failed fails 失败'],
];

const turned = opposites.flatMap(([one, other], at) => [
  ...listed('opposite', { [`${at}+`]: one, [`${at}-`]: other }, true),
]);

const who = listed(
  'who',
  {
    he: 'he him his himself 他',
    she: 'she her hers herself 她',
    they: 'they them their theirs 他们 她们',
    we: 'we us our ours 我们',
    i: 'i me my mine 我',
    it: 'it its itself 它',
    you: 'you your yours 你 您 你们',
  },
  true,
);

const extents = listed(
  'extent',
  {
    all: 'all every each entire whole everyone everybody always 全部 所有 全体 一切 每个 每家 人人 总是 始终',
    most: 'most majority mostly usually 大多数 大部分 多数 绝大多数 通常',
    some: 'some certain partly sometimes 部分 一些 有的 有些 某些 有时',
    few: 'few hardly rarely seldom scarcely 少数 个别 极少 很少',
    many: 'many much numerous 许多 很多 众多 大量 不少',
    only: 'only merely solely 仅 只 仅仅 唯一',
  },
  true,
);

const money: Entry[] = [...NOUNS, ...HAN_MONEY]
  .filter(([word]) => word.length > 1)
  .flatMap(([word, unit]) =>
    (/[a-z]$/.test(word) ? [word, `${word}s`] : [word]).map(
      (form): Entry => [form, [{ kind: 'money', value: unit, swapped: true }]],
    ),
  );

/** Words that hold a character from above and say nothing of the kind. */
const harmless = wordList(`
  not_only no_doubt second-hand give_up gives_up gave_up giving_up set_up sets_up setting_up take_up took_up make_up made_up
  pick_up end_up ended_up back_up shut_down break_down broke_down slow_down over_the a_drop_of once_again at_once one_of no_sooner
  不过 不仅 不但 不光 不只 不单 不管 不论 不断 不少 不久 不禁 不由得 不妨 不免 不愧 不时 不料 不一 不等 不同 不已 不得不 不外乎 只不过 要不 不然 要不然 差不多 了不起
  不得了 对不起 不约而同 不谋而合 不可或缺 不言而喻 不遗余力 源源不断 接连不断 不乏 不失为 不亚于 不限 不日 不下 不止 不单单 不仅仅 不愿意 不动产 不锈钢 何不 毫不 不如
  未来 未免 未婚 未成年 未知数 无论 无数 无疑 无非 无人机 无线 无限 无锡 无形 无聊 无奈 无比 无不 无愧 无意 无辜 无所谓 无障碍 无人驾驶 毫无疑问 无可 无独有偶 万无一失
  非常 非洲 除非 非但 非得 莫非 非遗 非凡 非要 是非 非同 非典 没落 没收 沉没 淹没 出没 埋没 没准 吞没 隐没 莫斯科 莫名 莫大 约莫 莫过于
  别人 特别 区别 分别 级别 性别 个别 别墅 别的 类别 识别 辨别 判别 差别 告别 离别 国别 派别 别具 别处 别致 别称 别名 鉴别 甄别 否则 是否 能否 可否 与否
  会议 会见 会谈 会晤 会员 会场 会计 会长 会上 会后 会社 会展 大会 机会 社会 协会 学会 工会 商会 议会 国会 宴会 晚会 聚会 集会 年会 例会 都会 理事会 董事会 委员会 发布会 听证会
  座谈会 研讨会 基金会 奥运会 博览会 展览会 运动会 股东会 股东大会 全会 体会 领会 理会 误会 意会 约会 教会 峰会 闭会 开会 与会 展会 常委会 联合会 音乐会 拜会 幸会 舞会 省会 一会儿
  能力 能源 能量 功能 性能 智能 产能 技能 效能 潜能 职能 节能 动能 人工智能 核能 太阳能 电能 热能 储能 新能源 全能 才能 能手 能耗 能见度 本能 机能 万能 能否 只能 能干 体能
  将军 将领 将士 主将 大将 老将 名将 即将 将近 将来 将就 上将 中将 少将 反应 适应 相应 供应 响应 效应 应用 应对 应急 应聘 应付 应届 应邀 应变 应答 对应 感应 顺应 呼应 回应 应收 应战
  必需品 需求 急需 供需 内需 军需 需求量 须知 胡须 必须品 首先 首席 首都 首相 首脑 首领 首要 首尔 首府 元首 首长 首批 首富 首届 首选 首页 部首 为首 榜首
  双方 双边 双重 双向 双手 双眼 双赢 双十一 无双 两岸 两者 两旁 两侧 两边 两国 两会 半导体 半岛 半夜 半场 半径 半成品 大半 多半 一般 一些 一直 一起 一样 一旦 一边 一带 一共 一切 一致 一同
  十分 万一 百姓 老百姓 万分 千万别 千万不要 四处 四周 四川 四面 三星 百度 百货 百科 万科 万达 百年 千方百计 五花八门 三番五次 七上八下 万象 八卦 六合 九江 三亚 三农 五官 百般 万物 百分 千瓦 千克
  千米 百事 五角大楼 万里长城 三角 四季 五金 二手 二维码 二战 一战 三明治 零售 零件 零部件 零食 零碎 亿万 万众 千年 千古 万岁 两难 两极 十足 百分百 七夕 八月十五 五一 十一
  上升到 升级 升学 升任 晋升 公升 毫升 升值 升温 降临 降落 投降 空降 霜降 减法 增值税 增值 减肥 涨潮 跌倒 跌打 提升机 增刊 增补
  买卖 买家 卖家 买方 卖方 外卖 卖场 卖点 卖力 出卖 拍卖 小卖部 出口处 进口处 通过了解 通过率 输入 输出 输送 运输 传输 输血 输液 运输机 赢得 双赢 共赢
  只是 只要 只有 只好 只得 不只 船只 仅次于 我国 我市 我省 我县 我区 我校 自我 他人 其他 吉他 它们的 应用于 应有 应运而生 能动 可能性 将要求 会计师 能人
  部分地区 多数派 少数民族 大多 半数 过半数 一定 一定程度 一定的 得益于 需求侧 一定量 公须
`);

/**
 * Single characters that make up modal words but are mostly parts of other words: only a change of exactly these
 * counts.
 */
export const looseSigns = new Set([...'会将能应需须恐首双两半升增减降涨跌买卖输赢只仅我他她它你您别非无']);

/** All of them, by their words. `一定` and its like are modal only as adverbs, which harmless entries cannot tell. */
export const signs = buildLexicon<Sign[]>([
  ...negatedModals,
  ...contractions,
  ...harmless.map((word): Entry => [word, []]),
  ...negations,
  ...modals,
  ...numbers,
  ...times,
  ...turned,
  ...extents,
  ...who,
  ...money,
]);
