/**
 * Cues: words that say that somebody says something (`表示`, `said`, `according to`), in Chinese and English. The word
 * lists also hold look-alikes (`小说`, `问题`), so that 说 in 小说 is not a cue. A cue has a manner (the kind of saying) and a
 * strength: a firm cue alone makes an attribution, a loose one only beside a quotation or a following clause.
 * Invariant: cues are in order and do not overlap. Who speaks is found in attribution.ts.
 */

import { buildLexicon, buildWordSet, type Hit, wordList, wordsIn } from '#lib/text/lexicon';

/** `label` characterises somebody or something in quoted words (`called it “a farce”`). */
export type Manner = 'say' | 'view' | 'forecast' | 'ask' | 'show' | 'label' | 'according';

export interface Cue {
  manner: Manner;
  firm: boolean;
}

/** Verbs that report speech in Chinese news prose; 道, 说, 称 may follow each (补充道, 解释称). */
const hanSay = wordList(`
    表示 指出 直言 坦言 强调 告诉 告知 介绍 透露 谈到 提到 谈及 提及 提出 写道 说道 回应 感叹 感慨 惊叹 慨叹 赞叹 补充 解释 讲 讲述 承认 否认 坦承 直呼 声称 宣称 宣布 呼吁 警告 提醒
    质疑 反问 回答 答复 反驳 坚称 证实 确认 披露 分析 总结 回忆 调侃 吐槽 抱怨 哭诉 怒斥 批评 赞扬 表态 重申 声明 爆料 转述 评价 评论 奉劝 叮嘱 嘱咐 承诺 保证 抗议
    喊话 发文 发帖 撰文 留言 举例 笑言 戏言 断言 明言 慨言 自嘲 打趣 开玩笑 透漏 通报 报道 申诉 控诉 辩称 诉说 倾诉 建议 主张 指责 谴责 驳斥 澄清 反映 陈述 供述 大喊 高喊 高呼 惊呼
    欢呼 喊 嚷 劝 反复强调 表达 说起 谈起 聊到 讲到 说到 袒露 吐露 吐苦水 寄语 勉励 喃喃自语 自言自语 嘀咕 嘟囔 低声 轻声 附和 接过话头 接过话茬 接话 插话 补刀 安慰 鼓励 祝贺 致辞
    交代 交待 供认 招认 坦白
  `);
/** What somebody does with words, beside a quotation (`当庭翻供：“…”`). */
const hanAct = wordList('道歉 致歉 认罪 认错 悔罪 翻供 喊冤 求饶 致谢');
/** 表示 with what is told by it. */
const hanTold = wordList(
  '认罪 认罚 认罪认罚 认错 悔罪 歉意 道歉 不满 不服 不服判决 服判 感谢 遗憾 反对 支持 理解 同意',
).map((word) => `表示${word}`);
const hanBare = wordList(
  '说 称 道 问 答 写 曰 喊道 笑道 叹道 问道 答道 骂道 笑称 叫道 哭道 嚷道 谈道 讲道 忆道 赞道 叹息道 说过 说完 说罢 曾说 有言 所言',
);
const hanView = wordList(`
    认为 看来 相信 坚信 觉得 意识到 观察 观察到 注意到 发现 记得 估计 希望 期待 担心 担忧 判断 主张 认识到 体会到 看到 深信 认定 眼中 眼里 看好 倾向于认为 的话说 的话讲 的说法 的看法 的话
  `);
const hanForecast = wordList('预测 预计 预言 预期 预估 预判 预料 展望 预告 预警 推算 测算 估算 料');
const hanShow = wordList('显示 表明 证明 揭示 写明 指明 载明');
const hanLabel = wordList(
  '形容 比喻 称其为 称之为 称他为 称她为 斥其为 斥为 誉为 喻为 形容为 描述为 比作 直斥 痛斥 嘲讽 讽刺 戏称',
);

/** Words in which a cue's characters do not report speech. */
const hanNotCues = wordList(`
    小说 演说 假说 按说 难说 评说 细说 说明 说明书 说法 传说 据说 学说 说服 游说 话说 解说 解说员 众说 再说 可以说 应该说 换句话说 来说 而言 一般来说 听说 胡说 虚假宣传 说实话 老实说
    说到底 不用说 说白了 别说 或者说 比如说 也就是说 严格说 简单说 总的来说 名称 简称 俗称 人称 号称 称号 称为 称作 被称 称呼 职称 对称 昵称 称重 堪称 可称 著称 相称 称霸 称职 称心 称王
    统称 通称 全称 代称 别称 宣称为 称得上 谎称 称道 并称 享有 称帝 称赞有加 演讲 讲座 讲台 讲解 讲究 讲师 讲坛 讲堂 讲义 宣讲 开讲 主讲 听讲 问题 顾问 访问 疑问 慰问 学问 问卷 问世
    问鼎 提问者 问答 问询处 问责 问诊 质问题 审问 问号 问津 过问 答案 答应 答卷 答题 答辩 报答 应答 道路 知道 渠道 频道 通道 轨道 道德 道理 道歉 一道 味道 街道 报道员 赛道 管道 大道
    隧道 跑道 道具 人行道 道教 道家 公道 厚道 地道 王道 难道 东道主 航道 铁道 几道 道口 远道 作家 写作 写字 编写 写真 写手 改写 写入 描写 手写 填写 书写 缩写 听写 写信 写字楼 大写 小写
    改写了 写生 分析师 分析人士 判断力 评论员 评论家 评论区 建议书 介绍人 介绍信 警告信 发现者 希望小学 希望工程 报道组 通报会 新闻报道 确认书 声明书 承诺书 提醒函 回忆录 表达式 回应率 建议稿
    反映出 自我介绍 总结会 评价体系 数据分析 技术分析 案例分析 预警系统 预期寿命 预期目标 预测模型 预告片 预测性 材料 资料 原料 饮料 照料 塑料 燃料 意料 料理 肥料 涂料 颜料 料子 史料 不料
    难料 大料 面料 香料 染料 不出所料 喊停 喊出 呼喊 叫喊 劝说 劝退 规劝 宣布会 总结出 发现号 感觉器官 证明书 不得不说 没说 不说 说不定 说不上 说走 说一不二 说了算 好说 说唱 说教 说客
    判决书 裁定书 决定书 起诉书 招股书 告知书 通知书 白皮书 意见书 倡议书 协议书
    供认不讳 说辞 说话 如果说 假如说 一句话
  `);

const hanCues: [string, Cue | null][] = [
  ...hanNotCues.map((word): [string, null] => [word, null]),
  ...cuesOf(hanLabel, 'label'),
  ...cuesOf(withSay(hanForecast), 'forecast'),
  ...cuesOf(withSay(hanSay), 'say'),
  ...cuesOf(withSay(wordList('追问 询问 提问 发问 质问 诘问 责问')), 'ask'),
  ...cuesOf(wordList('问 问道'), 'ask'),
  ...cuesOf(hanBare, 'say'),
  ...cuesOf(wordList('认为 看来'), 'view'),
  ...cuesOf(hanView, 'view', false),
  ...cuesOf(hanAct, 'say', false),
  ...cuesOf(hanTold, 'say'),
  ...cuesOf(hanShow, 'show'),
];

function cuesOf(words: string[], manner: Manner, firm = true): [string, Cue][] {
  return words.map((word) => [word, { manner, firm }]);
}

/** A verb with the bare verbs that may follow it (`补充道`, `回应称`, `回应时说`). */
function withSay(verbs: string[]): string[] {
  return verbs.flatMap((verb) => ['', '道', '说', '称', '时说', '时表示', '时称'].map((tail) => verb + tail));
}

/** What people do while they speak: after a quotation it shows whose words those were (`“可以。”王芳点了点头。`). */
export const gestures = wordList(`
  摇摇头 摇了摇头 摇头 点点头 点了点头 点头 苦笑 笑了笑 笑笑 笑了 微微一笑 微笑 大笑 冷笑 叹气 叹了口气 叹了一口气 叹口气 长叹一声 摆摆手 摆了摆手 摆手 挥挥手 挥了挥手 耸耸肩 耸了耸肩
  不解 疑惑 纳闷 好奇 一头雾水 想不通 想不明白 满脸疑惑 皱起眉头 皱了皱眉 皱眉 挠挠头 挠了挠头 沉默了 顿了顿 想了想 哽咽 红了眼眶 抹了抹眼泪 擦了擦眼泪 竖起大拇指 拍拍胸脯 拍了拍胸脯 拍着胸脯 伸出手 抬起头 低下头 眨眨眼 眨了眨眼 撇撇嘴 撇了撇嘴
  摊开双手 摊手 摊摊手 咧嘴 咧开嘴 哈哈大笑 一脸无奈 很无奈 很坚定 笑得 哭了 落泪
`);

/**
 * How a clause without its subject begins: with a negation, an adverb of time or degree, or a modal (疫情“远未结束”). Names
 * and slogans in quotation marks begin otherwise.
 */
export const predicateOpeners = buildWordSet(
  wordList(`
    远未 远远 远比 远超 远不 毫无 毫不 毫未 仍将 仍在 仍未 仍有 仍然 依然 依旧 尚未 尚不 尚无 尚有 从未 从不 从没 绝不 绝非 绝对 决不 并非 并不 并未 并没 早已 早就 已经 已在 正在 正处 即将 必将
    必须 必然 应当 应该 应予 不得 不能 难以 难免 极其 极为 极度 极不 十分 非常 相当 颇为 格外 尤为 更加 越来越 完全 根本 高度 严重 深感 深表 深受 令人 无法 无意 无权 无可 无须 无需 无稽 无关 有待
    有望 有助 有利 有损 值得 永远 始终 一直 一贯 总体 基本 可能 可以 或将 或许 恐怕 恐将 似乎 显然 明显 几乎 不断 持续 逐步 逐渐 正朝 正变 史无前例 前所未有 纯属 实属 属于 涉嫌 构成 违反
    违背 侵犯 损害 缺乏 存在 面临 处于 感到 充满 导致 造成 引发
  `),
);

/** English verbs of saying whose forms follow the rules (see `formsOf`). */
const regularFirm = wordList(`
    add explain argue warn insist reply respond acknowledge concede declare stress emphasize emphasise admit
    remark recall joke quip shout whisper exclaim boast lament promise pledge vow assert contend confirm
    caution retort confess conclude maintain tweet complain allege clarify counter mutter stammer testify
    reiterate recount marvel gush muse opine disclose reveal announce comment advise grumble mumble yell interject sneer
    snap bark plead assure remember proclaim insinuate surmise riposte enthuse counsel preach
  `);
const regularLoose = wordList(`
    note claim observe continue report suggest believe feel think ask answer hope urge agree state post predict
    forecast estimate expect project anticipate deny signal indicate find show point_out call describe label
    brand dub accuse criticize criticise denounce condemn dismiss praise hail characterize characterise liken
    blast laugh cry sigh wonder demand propose recommend mention learn speculate write
  `);
const englishNotCues = wordList(`
    that_is_to_say so_to_speak needless_to_say to_say_the_least let_alone called_on call_on calls_on called_off
    called_for calls_for call_for find_out found_out
  `);
const irregular = new Map([
  ['write', wordList('write writes wrote writing written')],
  ['think', wordList('think thinks thought')],
  ['feel', wordList('feel feels felt')],
  ['find', wordList('find finds found')],
  ['show', wordList('show shows showed')],
  ['forecast', wordList('forecast forecasts forecasted')],
  ['point out', wordList('point_out points_out pointed_out pointing_out')],
]);

/** The manner of the verbs that do more than say. */
const mannerOf = new Map<string, Manner>();
for (const [manner, verbs] of [
  ['forecast', 'predict forecast estimate expect project anticipate'],
  [
    'label',
    `call describe label brand dub accuse criticize criticise denounce condemn dismiss praise hail characterize
    characterise liken blast`,
  ],
  ['ask', 'ask wonder demand'],
  ['show', 'show indicate signal find'],
  ['view', 'believe feel think hope agree learn speculate'],
] as const)
  for (const verb of wordList(verbs)) mannerOf.set(verb, manner);

/** Bare, third person, past and participle in -ing. */
function formsOf(verb: string): string[] {
  const listed = irregular.get(verb);
  if (listed) return listed;
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  if (/[^aeou]y$/.test(verb)) {
    const y = verb.slice(0, -1);
    return [verb, `${y}ies`, `${y}ied`, `${verb}ing`];
  }
  const past = verb === 'admit' || verb === 'quip' ? verb + verb.slice(-1) : stem;
  const third = /(s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${past}ed`, `${past}ing`];
}

const englishCuesOf = (verbs: string[], firm: boolean): [string, Cue][] =>
  verbs.flatMap((verb) => cuesOf(formsOf(verb), mannerOf.get(verb) ?? 'say', firm));

const englishCues: [string, Cue | null][] = [
  ...cuesOf(wordList('according_to in_the_words_of'), 'according'),
  ...englishNotCues.map((word): [string, null] => [word, null]),
  ...cuesOf(
    wordList('read reads went_on goes_on put_it puts_it chimed_in shot_back fired_back hit_back responds_to cried_out'),
    'say',
    false,
  ),
  ...cuesOf(wordList('say says said saying tell tells told telling'), 'say'),
  ...englishCuesOf(regularFirm, true),
  ...englishCuesOf(regularLoose, false),
];

const hanLexicon = buildLexicon(hanCues);
const englishLexicon = buildLexicon(englishCues);

/** All cues between two offsets of a text in reading form, in order. `han` chooses the language. */
export function cuesIn(form: string, from: number, to: number, han: boolean): Hit<Cue>[] {
  return wordsIn(han ? hanLexicon : englishLexicon, form, from, to).filter(
    (hit): hit is Hit<Cue> => hit.value !== null,
  );
}
