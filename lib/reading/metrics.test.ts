import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '#lib/testing/article/any-text';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { findFigures } from './figures';
import { measureOf } from './measures';
import { type MetricProposal, type MetricSite, proposeMetric } from './metrics';

/** The proposal for the nth figure of a text, in the text's language. */
function propose(text: string, nth = 0, more: Partial<MetricSite> = {}): MetricProposal {
  const figure = findFigures(text)[nth];
  if (!figure) throw new Error(`no figure ${nth} in ${text}`);
  const { start, end, low, high, unit, qualifier, per } = figure;
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  return proposeMetric({
    ...{ text, start, end, language },
    figure: { low, high, unit, qualifier, per, asOf: null },
    ...more,
  });
}

const named = ({ best }: MetricProposal): string =>
  [best.subject, best.measure, ...(best.scope === null ? [] : [best.scope])].join(' · ');

type Case = [text: string, metric: string, nth?: number];

describe('a metric proposed from Chinese', () => {
  it.each<Case>([
    ['OpenAI 只有 375 名员工', 'OpenAI · 员工人数'],
    ['展示广告 CPM 在 5-12 美元', '展示广告 · CPM'],
    ['训练GPT-3.5 要花费300-460万美金', 'GPT-3.5 · 训练成本'],
    ['微软去年营收达到2000亿美元，净利润800亿美元。', '微软 · 营收'],
    ['微软去年营收达到2000亿美元，净利润800亿美元。', '微软 · 净利润', 1],
    ['微軟去年營收達到2000億美元', '微軟 · 营收'],
    ['截至2023年底，微信月活跃用户达13亿。', '微信 · 月活跃用户数'],
    ['苹果公司的市值突破3万亿美元。', '苹果公司 · 市值'],
    ['小米汽车交付量突破10万辆。', '小米汽车 · 销量'],
    ['谷歌在中国的市场份额只有2%。', '谷歌 · 市场份额 · 中国'],
    ['GPT-3有1750亿个参数。', 'GPT-3 · 参数量'],
    ['全国失业率为5.2%。', '全国 · 失业率'],
    ['京东集团员工总数超过50万人。', '京东集团 · 员工人数'],
    ['比亚迪2023年销量为302万辆，同比增长62.3%。', '比亚迪 · 销量增长率', 1],
    ['据路透社报道，字节跳动营收达1100亿美元。', '字节跳动 · 营收'],
    ['ＯｐｅｎＡＩ 只有 375 名员工', 'OpenAI · 员工人数'],
    ['理想汽车估值约为100亿美元', '理想汽车 · 估值'],
    ['今年一季度，宁德时代净利润为98亿元', '宁德时代 · 净利润'],
    ['这一年Netflix的订阅用户有2.3亿', 'Netflix · 订阅用户数'],
    ['美团的日活用户约为1亿', '美团 · 日活跃用户数'],
    ['蔚来ES6售价35.8万元起', '蔚来ES6 · 价格'],
    ['Anthropic完成4.5亿美元融资', 'Anthropic · 融资额'],
    ['特斯拉上海工厂的年产能为95万辆', '特斯拉上海工厂 · 产能'],
    ['英伟达的毛利率高达73%', '英伟达 · 毛利率'],
    ['上海常住人口为2487万人', '上海 · 人口'],
    ['华为的研发投入为1615亿元', '华为 · 研发投入'],
    ['美的集团员工人数约16万', '美的集团 · 员工人数'],
    ['去年成都的国内生产总值为2.2万亿元', '成都 · 国内生产总值'],
    ['北京大学的学生约有4.5万人', '北京大学 · 学生人数'],
    ['听说Hugging AI一共210人左右，一年的工资开支就要1亿美元', 'Hugging AI · 员工人数'],
    ['听说Hugging AI一共210人左右，一年的工资开支就要1亿美元', 'Hugging AI · 薪酬支出', 1],
    ['画师助手上个月日增3万用户', '画师助手 · 用户数'],
    ['Runway成功融得资金5000万美元，投后估值达5亿美元。', 'Runway · 融资额'],
    ['基础模型GPT-4训练一次需要花费6300万美元', 'GPT-4 · 训练成本'],
    ['平均客单价从8000元提高到了1.2万元', ' · 客单价'],
  ])('%s → %s', (text, metric, nth) => {
    expect(named(propose(text, nth))).toBe(metric);
  });
});

describe('a metric proposed from English', () => {
  it.each<Case>([
    ['training GPT-3.5 cost US$3–4.6 million', 'GPT-3.5 · training cost'],
    ['OpenAI has 375 employees.', 'OpenAI · headcount'],
    ["OpenAI's headcount is 375 people.", 'OpenAI · headcount'],
    ['Display advertising CPM is between US$5 and US$12.', 'Display advertising · CPM'],
    ['The CPM for display ads is US$5–12.', 'display ads · CPM'],
    ['Sam Altman said OpenAI has 375 employees.', 'OpenAI · headcount'],
    ['Tesla sold 1.8 million cars in 2023.', 'Tesla · sales volume'],
    ['ChatGPT reached 100 million users in January.', 'ChatGPT · users'],
    ['Apple is valued at US$3 trillion.', 'Apple · valuation'],
    ["Google's market share in China fell to 2%.", 'Google · market share · China'],
    ['GPT-4 has 1.8 trillion parameters, people say.', 'GPT-4 · parameters'],
    ['Anthropic raised US$450 million in May.', 'Anthropic · funding'],
    ['OpenAI spent US$4.6 million training GPT-3.', 'GPT-3 · training cost'],
    ['The price of gold rose to US$2,400 an ounce.', 'gold · price'],
    ['Revenue at Nvidia grew 262% to US$26 billion.', 'Nvidia · revenue growth'],
    ['Revenue at Nvidia grew 262% to US$26 billion.', 'Nvidia · revenue', 1],
    ['Last year Microsoft reported net income of $72 billion.', 'Microsoft · net profit'],
    ['Netflix, which has 230 million subscribers, raised its prices.', 'Netflix · subscribers'],
    ['The unemployment rate in Germany was 5.7%.', 'Germany · unemployment rate'],
    ['Meta has a market value of US$900 billion.', 'Meta · market capitalisation'],
    ['Spotify laid off 1,500 people in December.', 'Spotify · layoffs'],
    ['At Stripe, 8,000 employees now work from home.', 'Stripe · headcount'],
    ['Instagram has more than 2 billion monthly active users.', 'Instagram · monthly active users'],
    ['Reddit was fined €5 million.', 'Reddit · fine'],
    ['The gross margin of Nvidia reached 73%.', 'Nvidia · gross margin'],
  ])('%s → %s', (text, metric, nth) => {
    expect(named(propose(text, nth))).toBe(metric);
  });
});

describe('a metric that the sentence leaves open', () => {
  it('takes the last name before it for the company', () => {
    expect(named(propose('The company employs 375 people.', 0, { before: ['OpenAI was founded in 2015.'] }))).toBe(
      'OpenAI · headcount',
    );
    expect(named(propose('该公司融资10亿美元', 0, { before: ['月之暗面成立于2023年。'] }))).toBe('月之暗面 · 融资额');
    expect(named(propose('平台注册用户已突破1.2亿。', 0, { before: ['抖音发布了报告。'] }))).toBe('抖音 · 用户数');
  });

  it('takes a name of the title if nothing else is named', () => {
    expect(named(propose('The company employs 375 people.', 0, { title: 'Inside OpenAI' }))).toBe('OpenAI · headcount');
  });

  it('leaves the subject empty where nobody is named', () => {
    expect(propose('每个问题至少一美分').best).toEqual({ subject: '', measure: '单次查询成本', scope: null });
  });

  it.each([
    ['375 countries took part.', 'number of countries'],
    ['共有375个城市参加。', '城市数量'],
    ['They gave US$5.', 'amount'],
    ['结果是5%。', '占比'],
    ['It was 375.', ''],
  ])('calls what no word names by what it counts: %s', (text, measure) => {
    expect(propose(text).best.measure).toBe(measure);
  });

  it('prefers a name that the desk knows', () => {
    const text = 'The Azure unit of Contoso has 375 employees.';
    expect(propose(text, 0, { names: ['Azure'] }).best.subject).toBe('Azure');
  });

  it('offers other subjects and measures, the best not among them', () => {
    const { best, subjects, measures } = propose('Sam Altman said OpenAI has 375 employees.');
    expect([best.subject, subjects]).toEqual(['OpenAI', ['Sam Altman']]);
    expect(measures).not.toContain(best.measure);
    expect(propose('OpenAI spent US$4.6 million training GPT-3.').measures).toEqual(['cost']);
  });

  it('names the measure in the language asked for', () => {
    expect(propose('OpenAI has 375 employees.', 0, { language: 'zh' }).best.measure).toBe('员工人数');
    expect(propose('OpenAI 只有 375 名员工', 0, { language: 'en' }).best.measure).toBe('headcount');
  });
});

describe('a measure', () => {
  it.each([
    ['headcount', '员工人数'],
    ['Head count', '雇员'],
    ['employees', '员工总数'],
    ['Revenue', '营业收入'],
    ['revenues', '營收'],
    ['training cost', '训练费用'],
    ['MAU', '月活'],
    ['valuation', '估值'],
    ['market cap', '总市值'],
    ['cost per mille', '千次展示费用'],
    ['funding round', '融资'],
  ])('%s is %s', (english, chinese) => {
    expect(measureOf(english)).not.toBeNull();
    expect(measureOf(english)).toBe(measureOf(chinese));
  });

  it.each([
    ['users', '月活'],
    ['revenue', '净利润'],
    ['cost', '训练成本'],
    ['market share', '市值'],
  ])('%s is not %s', (a, b) => {
    expect(measureOf(a)).not.toBe(measureOf(b));
  });
});

describe('any text', () => {
  const pieces = 'OpenAI |375|名员工|营收|美元|，|。|US$5 |employees |of |the |said |的|在|训练|CPM |2023年|全球|公司';
  it('never throws, and takes every subject from the text', () => {
    fc.assert(
      fc.property(anyText(pieces), (text) => {
        for (const [nth] of findFigures(text).slice(0, 3).entries())
          expect(text.normalize('NFKC')).toContain(propose(text, nth).best.subject.normalize('NFKC'));
      }),
    );
  });

  it('takes time in proportion to the paragraph', () => {
    const text = 'OpenAI 只有 375 名员工，营收为2亿美元，'.repeat(1000);
    expect(growthOver(text, (part) => propose(part))).toBeLessThan(linearGrowth);
  });
});
