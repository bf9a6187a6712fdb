/**
 * Words that set one measure against another of the same things: exports and imports, the highest and the lowest, men and
 * women. A figure beside one of them is not the figure that is meant by a claim with the other. Invariant: a text with
 * both, or with neither, excludes nothing.
 */

import { buildLexicon, type Lexicon, wordList, wordsIn } from '#lib/text/lexicon';

/** Each line has two sides or more; in comparison form. Entries after `!` hold such a word and mean neither side. */
const lines = `
export exports exported exporting 出口 | import imports imported importing 进口 ! 进口处 出口处
abroad overseas foreign 境外 海外 国外 外国 | domestic domestically at_home 境内 国内 本国
highest maximum most max top peak 最高 最大 最多 | lowest minimum least min 最低 最小 最少 | average mean 平均 ! at_least at_most most_of
men man male males boys boy 男性 男生 男子 男 | women woman female females girls girl 女性 女生 女子 女
urban city cities 城镇 城市 市区 | rural village villages countryside 农村 乡村 乡下
opened open opens opening 新开 开业 开设 新设 开张 | closed close closes closing shut 关门 关闭 撤店 关店 停业 倒闭 ! close_to 开设计
bought buys purchased 买入 购入 购进 收购 | sold sells 卖出 售出 出售 销售
rose rise rises risen increased grew gained 上升 上涨 增长 增加 提高 | fell fall falls fallen decreased dropped declined 下降 下跌 减少 降低 ! autumn fall_of
profit profits 盈利 净利润 利润 | loss losses 亏损 ! net_loss_ratio
income revenue revenues earned 收入 营收 | spending spent expenditure cost costs 支出 成本 花费
hired hires recruited 招聘 招收 录用 | dismissed fired laid_off cut 裁员 裁减 解雇
arrived arrivals 到达 抵达 入境 | left departed departures 离开 出境 ! left_over 到达率
adult adults 成人 成年人 | child children 儿童 未成年人
junior juniors 青年 | senior seniors 老年
public state 公办 公立 国有 | private 民办 私立 民营
wholesale 批发 | retail 零售
planned plans target expected 计划 预计 目标 | actual actually 实际 实有
new 新建 新房 新车 | old second-hand used 旧 老 二手
online 线上 网上 | offline 线下
indoor 室内 | outdoor 室外
north northern 北 | south southern 南 | east eastern 东 | west western 西 ! 东西 北京 南京 河北 河南 湖北 湖南 山东 山西 广东 广西 江西 海南 云南 东京 西藏 西安 陕西
scored 进球 打进 | conceded 失球 丢球
won wins 胜 获胜 | lost loses defeats 负 失利 ! 负责 负担 负债 胜任
summer 夏 | winter 冬
on_the_market asking_price list_price listed 挂牌价 挂牌 标价 叫价 报价 起拍价 | sold_for was_sold fetched sale_price 成交价 成交 卖了 售出 卖出
sought claimed demanded asked_for 索赔 诉请 要求赔偿 | awarded ordered granted 判决 判令 判赔 获赔
primary 小学 | secondary 初中 高中 中学 ! 中小学
undergraduates 本科生 | postgraduates graduates 研究生
length long 全长 长 长度 | width wide 宽 宽度 | height high tall 高 高度 | depth deep 深 深度 ! 最高 长期 高速 高铁 提高 增长 校长 市长 局长 院长 会长 高校 高中 高达
`;

/** Words by their sides: the number of the line, and of the side within it; -1 for words of neither. */
const sides = new Map<string, { line: number; side: number }[]>();
for (const [line, row] of lines
  .split('\n')
  .filter((text) => text.includes('|'))
  .entries()) {
  const [written = '', neither = ''] = row.split('!');
  for (const [side, words] of written.split('|').entries()) {
    for (const word of wordList(words)) sides.set(word, [...(sides.get(word) ?? []), { line, side }]);
  }
  for (const word of wordList(neither)) if (!sides.has(word)) sides.set(word, []);
}

const lexicon: Lexicon<{ line: number; side: number }[]> = buildLexicon(sides);

/** The sides that a text takes, by line. */
export type Sides = Map<number, Set<number>>;

/** Reads the sides of a text in comparison form. Linear. */
export function sidesOf(form: string): Sides {
  const found: Sides = new Map();
  for (const { value } of wordsIn(lexicon, form, 0, form.length)) {
    for (const { line, side } of value) {
      const known = found.get(line);
      if (known) known.add(side);
      else found.set(line, new Set([side]));
    }
  }
  return found;
}

/** Whether two texts take different sides of one line, each only one. */
export function areContrary(one: Sides, other: Sides): boolean {
  for (const [line, sidesOfOne] of one) {
    const sidesOfOther = other.get(line);
    if (!sidesOfOther || sidesOfOne.size > 1 || sidesOfOther.size > 1) continue;
    if (![...sidesOfOne].some((side) => sidesOfOther.has(side))) return true;
  }
  return false;
}
