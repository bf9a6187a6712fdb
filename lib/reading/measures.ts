/**
 * Measures: what is counted or reckoned about something (headcount, revenue, CPM), each with its words in Chinese and in
 * English. Invariant: one row is one measure, so that 员工人数 and headcount are the same; a word names one measure, and a
 * longer word wins over one that it holds (`ad revenue`, `月活用户`). It refuses to find a measure where no word names one:
 * what a figure counts is then all that is known.
 */

import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { buildLexicon, type Hit, wordList, wordsIn } from '#lib/text/lexicon';
import { foldForSearch } from '#lib/text/search';
import { type Dimension, dimensionOf } from './unit-scale';

export type MeasureLanguage = 'en' | 'zh';

/** What kinds of unit a measure is stated in. */
const measureKinds = ['count', 'money', 'share', 'size'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export interface Measure {
  /** Its name in each language, as metrics are shown. The English one identifies it. */
  en: string;
  zh: string;
  kinds: MeasureKind[];
  /** The counted nouns that by themselves say this measure (`375 employees`). */
  units: string[];
}

/**
 * A row: names, kinds, words in English (`_` for a space), words in Chinese, counted nouns. The names are words too. The
 * words are those usual in business and news reporting in the two languages.
 */
type Row = [en: string, zh: string, kinds: string, english: string, chinese: string, units?: string];

const ROWS: Row[] = [
  // People and organisations
  [
    'headcount',
    '员工人数',
    'count',
    `employees employee staff workforce head_count personnel workers staffers full-time_employees number_of_employees
     staff_count employs employed employing engineers team_of`,
    '员工 员工数 员工总数 员工数量 员工规模 团队人数 团队规模 雇员 雇员人数 职工 职工人数 在职员工 人员规模 团队 人手 雇用 雇佣 工程师',
    'employee worker engineer',
  ],
  [
    'layoffs',
    '裁员人数',
    'count share',
    'laid_off lay_off laying_off job_cuts cut_jobs redundancies',
    '裁员 裁减 裁掉 解雇',
  ],
  ['new hires', '招聘人数', 'count', 'hired hires recruits recruited hiring', '招聘 招募 新招 招聘规模'],
  ['jobs', '就业岗位数', 'count', 'jobs jobs_created positions', '就业岗位 岗位 岗位数 职位', 'job'],
  ['population', '人口', 'count', 'inhabitants residents populace', '人口数 总人口 常住人口 居民'],
  ['deaths', '死亡人数', 'count', 'dead died killed death_toll fatalities', '死亡 遇难 身亡 丧生 死者 遇难者', 'death'],
  ['injured', '受伤人数', 'count', 'injuries wounded hurt', '受伤 伤者'],
  ['cases', '病例数', 'count', 'infections infected confirmed_cases', '病例 确诊 感染 感染人数 确诊病例', 'case'],
  ['students', '学生人数', 'count', 'enrolment enrollment pupils number_of_students', '学生 在校生 学生数', 'student'],
  [
    'attendance',
    '到场人数',
    'count',
    'attended attendees crowd visitors',
    '到场 出席人数 观众 游客 参会人数',
    'visitor viewer',
  ],
  ['companies', '公司数量', 'count', 'number_of_companies startups', '企业数量 家公司 家企业 企业', 'company'],
  ['stores', '门店数', 'count', 'stores outlets shops branches number_of_stores', '门店 店铺 门店数量 网点', 'store'],
  ['shareholders', '股东数', 'count', 'number_of_shareholders', '股东 股东户数', 'shareholder'],
  ['patents', '专利数', 'count', 'number_of_patents', '专利 专利数量 专利申请', 'patent'],
  ['votes', '得票数', 'count', 'ballots', '选票 得票 票数', 'vote'],
  ['turnout', '投票率', 'share', 'voter_turnout', '投票率'],
  ['approval', '支持率', 'share', 'approval_rating support_rate', '支持率 满意度 满意率 好评率'],

  // Users and audience
  [
    'users',
    '用户数',
    'count',
    'user_base registered_users number_of_users user_count',
    '用户 用户量 用户规模 用户总数 注册用户 注册用户数 用户数量 活跃用户 用户人数',
    'user',
  ],
  [
    'monthly active users',
    '月活跃用户数',
    'count',
    'mau maus monthly_actives monthly_users active_users_a_month monthly_active',
    '月活 月活用户 月活跃用户 月活数 月活跃用户量 月度活跃用户',
  ],
  [
    'daily active users',
    '日活跃用户数',
    'count',
    'dau daus daily_actives daily_users daily_active',
    '日活 日活用户 日活跃用户 日活数 日活跃用户量 每日活跃用户',
  ],
  [
    'subscribers',
    '订阅用户数',
    'count',
    'paying_users paid_subscribers paying_subscribers paid_users subscriptions subscriber_base',
    '订阅用户 付费用户 付费用户数 订户 会员数 付费会员 订阅者',
    'subscriber',
  ],
  [
    'customers',
    '客户数',
    'count',
    'clients customer_base number_of_customers',
    '客户 客户数量 顾客 消费者',
    'customer',
  ],
  ['developers', '开发者数', 'count', 'number_of_developers', '开发者 开发者数量', 'developer'],
  ['followers', '粉丝数', 'count', 'fans number_of_followers', '粉丝 关注者 粉丝量', 'follower'],
  ['downloads', '下载量', 'count', 'downloaded installs installations', '下载 下载次数 安装量', 'download'],
  [
    'views',
    '播放量',
    'count',
    'viewed page_views streams plays',
    '播放 观看次数 浏览量 阅读量 点击量 播放次数',
    'view',
  ],
  ['visits', '访问量', 'count', 'traffic hits', '访问 访问次数 流量 访问人次'],
  ['queries', '查询次数', 'count', 'searches search_queries requests prompts', '查询 搜索量 搜索次数 调用量 请求数'],
  ['orders', '订单量', 'count', 'number_of_orders', '订单 单量 订单数', 'order'],

  // Money a company takes in, spends or is worth
  [
    'revenue',
    '营收',
    'money',
    'revenues turnover net_revenue total_revenue earned takings',
    '营业收入 收入 营业额 总收入 总营收 营收额 主营收入 进账 创收',
  ],
  [
    'sales',
    '销售额',
    'money',
    'sales_revenue gross_merchandise_volume gmv',
    '销售收入 成交额 交易额 成交总额 销售金额',
  ],
  [
    'advertising revenue',
    '广告收入',
    'money',
    'ad_revenue ad_revenues ad_sales advertising_revenues advertising_sales',
    '广告营收 广告业务收入 广告业务营收 广告费收入',
  ],
  [
    'net profit',
    '净利润',
    'money',
    'profit profits net_income earnings net_earnings',
    '净利 利润 盈利 净收入 净盈利 赚',
  ],
  ['operating profit', '营业利润', 'money', 'operating_income ebit ebitda', '经营利润 息税前利润'],
  ['loss', '亏损额', 'money', 'losses net_loss lost operating_loss', '亏损 净亏损 亏 净亏 赤字'],
  [
    'training cost',
    '训练成本',
    'money',
    'cost_of_training training_costs training_run training_bill to_train training trained costs_to_train cost_to_train',
    '训练费用 训练花费 训练一次 训练开销 训练成本费用 训练 训练支出',
  ],
  [
    'computing costs',
    '算力开支',
    'money',
    'computing_cost compute_costs compute_cost cost_of_computing computing_spending compute_spending cloud_bill',
    '算力成本 算力支出 算力费用 计算成本 云计算成本',
  ],
  [
    'cost per query',
    '单次查询成本',
    'money',
    'cost_of_a_query per_query cost_per_search cost_per_answer per_search',
    '每次查询成本 每次查询 单次回答成本 每次回答 每个问题 单次成本 每次搜索',
  ],
  [
    'cost',
    '成本',
    'money',
    'costs costing spending spent expense expenses expenditure outlay spend',
    '花费 耗资 费用 支出 开支 花销 投入成本 耗费 开销 造价 成本价',
  ],
  [
    'payroll',
    '薪酬支出',
    'money',
    'wage_bill payroll_cost staff_costs personnel_costs labour_costs labor_costs',
    '工资开支 人员开支 人员支出 工资支出 薪酬总额 工资总额 人力成本 人工成本 薪资支出 薪酬开支',
  ],
  [
    'salary',
    '薪资',
    'money',
    'salaries pay wage wages compensation paid',
    '年薪 月薪 工资 薪酬 薪水 收入水平 时薪 底薪',
  ],
  [
    'research and development',
    '研发投入',
    'money share',
    'r&d research_spending r&d_spending r&d_expenses',
    '研发支出 研发费用 研发经费 研发',
  ],
  ['capital expenditure', '资本支出', 'money', 'capex capital_spending', '资本开支 资本性支出'],
  [
    'funding',
    '融资额',
    'money',
    'raised raises raising funding_round fundraising financing round_of_funding seed_round series_a series_b series_c',
    '融资 融得 融得资金 融到 募得 募资 募集 筹集 融资金额 筹资 融资规模 首轮融资 A轮 B轮 C轮 天使轮',
  ],
  ['investment', '投资额', 'money', 'invested invests invest investing stake', '投资 注资 入股 投入 投资金额 总投资'],
  ['acquisition price', '收购价', 'money', 'acquired acquisition bought buy takeover', '收购 收购价格 并购 收购金额'],
  ['valuation', '估值', 'money', 'valued valued_at valuing worth values', '市场估值 估值额 作价'],
  [
    'market capitalisation',
    '市值',
    'money',
    'market_cap market_value market_capitalization capitalisation',
    '总市值 市场价值 市值规模',
  ],
  [
    'market size',
    '市场规模',
    'money',
    'size_of_the_market worth_of_the_market market_volume',
    '行业规模 市场总规模 产业规模',
  ],
  [
    'share price',
    '股价',
    'money',
    'stock_price shares_closed share_prices price_per_share',
    '每股 股票价格 收盘价 发行价',
  ],
  ['dividend', '分红', 'money', 'dividends payout', '股息 派息 现金红利'],
  ['debt', '债务', 'money', 'debts borrowings liabilities owed owes', '负债 欠款 借款 贷款余额 欠'],
  ['assets', '资产', 'money', 'total_assets holdings', '总资产 资产规模 资产总额'],
  ['assets under management', '管理规模', 'money', 'aum', '资产管理规模 管理资产'],
  ['cash', '现金', 'money', 'cash_reserves cash_pile', '现金储备 账上现金 现金流'],
  ['budget', '预算', 'money', 'budgeted', '经费 财政预算'],
  ['fine', '罚款', 'money', 'fined penalty', '罚金 处罚 罚没'],
  ['donation', '捐款', 'money', 'donated donations', '捐赠 善款'],
  ['tax', '税额', 'money', 'taxes tax_bill', '纳税 税收 缴税'],
  ['wealth', '财富', 'money', 'fortune net_worth', '身价 净资产 净值'],
  ['exports', '出口额', 'money', 'exported', '出口 出口总额'],
  ['imports', '进口额', 'money', 'imported', '进口 进口总额'],
  ['gross domestic product', '国内生产总值', 'money share', 'gdp', 'GDP 经济总量 生产总值'],

  // Prices and rates
  [
    'price',
    '价格',
    'money',
    'prices priced pricing sells_for retails fee fees charge charges',
    '售价 定价 单价 价钱 报价 收费 卖价 均价 起售价',
  ],
  [
    'subscription price',
    '订阅费',
    'money',
    'subscription_fee subscription_costs a_subscription',
    '月费 会员费 订阅价格 年费',
  ],
  ['rent', '租金', 'money', 'rents rental', '房租 月租 租价'],
  ['house price', '房价', 'money', 'home_price home_prices house_prices property_price', '房屋均价 楼价'],
  [
    'CPM',
    'CPM',
    'money',
    'cost_per_mille cost_per_thousand cost_per_thousand_impressions ecpm rpm cpms',
    '千次展示费用 千次展示成本 每千次展示 千次展示 千次曝光成本 千次曝光 每千次曝光 千次展示价格',
  ],
  ['CPC', 'CPC', 'money', 'cost_per_click per_click cpcs', '点击单价 单次点击成本 每次点击 每次点击费用'],
  ['order value', '客单价', 'money', 'average_order_value basket_size', '平均客单价 单客消费'],
  ['CPA', 'CPA', 'money', 'cost_per_action cost_per_acquisition', '获客成本 每次行动成本 单客成本'],
  ['click-through rate', '点击率', 'share', 'ctr clickthrough_rate', '点击通过率'],
  ['conversion rate', '转化率', 'share', 'conversions', '转换率'],
  ['retention', '留存率', 'share', 'retention_rate', '留存 次日留存'],
  ['market share', '市场份额', 'share', 'share_of_the_market share_of_market', '市占率 份额 市场占有率 占有率'],
  ['gross margin', '毛利率', 'share', 'gross_margins margin margins profit_margin', '利润率 净利率 毛利'],
  [
    'growth',
    '增长率',
    'share',
    'grew growing grown growth_rate increase increased rose risen rise up jumped surged soared climbed',
    '增长 增幅 同比增长 增速 涨幅 上涨 增加 提升 环比增长 上升 同比 环比 增长了',
  ],
  [
    'decline',
    '降幅',
    'share',
    'fell decreased decrease dropped drop fall down declined shrank',
    '下降 下滑 减少 下跌 跌幅 降低 缩水 跌',
  ],
  [
    'share',
    '占比',
    'share',
    'proportion accounts_for accounted_for account_for percentage_of makes_up make_up',
    '比例 占 占到 占据 比重',
  ],
  ['unemployment rate', '失业率', 'share', 'unemployment jobless_rate', '城镇调查失业率'],
  ['inflation', '通胀率', 'share', 'cpi inflation_rate consumer_prices', '通货膨胀率 通胀 居民消费价格'],
  ['interest rate', '利率', 'share', 'interest_rates rate_of_interest coupon', '年利率 贷款利率 利息'],
  ['accuracy', '准确率', 'share', 'accurate error_rate', '正确率 精度 精确率'],
  ['success rate', '成功率', 'share', 'pass_rate', '通过率 合格率'],
  ['discount', '折扣', 'share', 'off discounted', '优惠 打折'],

  // Products, machines and nature
  [
    'parameters',
    '参数量',
    'count',
    'parameter_count number_of_parameters weights',
    '参数 参数规模 参数数量',
    'parameter',
  ],
  [
    'training data',
    '训练数据量',
    'count size',
    'training_tokens training_corpus tokens',
    '训练数据 词元 语料',
    'token',
  ],
  ['graphics processors', '显卡数量', 'count', 'gpus gpu chips accelerators', 'GPU 显卡 芯片 加速卡 算力卡'],
  [
    'sales volume',
    '销量',
    'count size',
    'units_sold sold deliveries delivered shipped shipments',
    '售出 出货量 交付量 交付 卖出 出货',
  ],
  ['output', '产量', 'count size', 'production produced produces yield', '产出 生产'],
  ['capacity', '产能', 'count size', 'production_capacity', '生产能力 装机容量 装机'],
  [
    'electricity use',
    '用电量',
    'size',
    'power_consumption energy_use energy_consumption electricity_consumption',
    '耗电量 能耗 耗电 用电',
  ],
  ['emissions', '排放量', 'size', 'emitted carbon_emissions co2', '碳排放 碳排放量 排放'],
  ['area', '面积', 'size', 'square_feet floor_area covers', '占地 占地面积 建筑面积'],
  ['length', '长度', 'size', 'long', '全长 里程 长'],
  ['distance', '距离', 'size', 'away far', '相距 距 路程'],
  ['height', '高度', 'size', 'tall', '身高 海拔'],
  ['weight', '重量', 'size', 'weighs weighed', '重达 体重'],
  ['duration', '时长', 'size', 'lasted took takes', '耗时 历时 用时 周期'],
  ['age', '年龄', 'size', 'years_old aged', '岁 年纪'],
  ['speed', '速度', 'size', 'fast', '时速'],
  ['range', '续航', 'size', 'battery_life', '续航里程 续航时间'],
  ['latency', '延迟', 'size', 'response_time', '响应时间 时延'],
];

/** A text as measures and metrics are compared: reading form (simplified), lower case, single spaces. */
export const foldName = (text: string): string =>
  readingForm(plainText(foldForSearch(text)))
    .replace(/[-_/·•・\s]+/g, ' ')
    .trim();

const MEASURES: Measure[] = ROWS.map(([en, zh, kinds, , , units = '']) => ({
  ...{ en, zh },
  kinds: measureKinds.filter((kind) => kinds.split(' ').includes(kind)),
  units: units === '' ? [] : units.split(' '),
}));

const WORDS: [string, Measure][] = ROWS.flatMap(([en, zh, , english, chinese], at) => {
  const measure = MEASURES[at];
  const words = [en, zh, ...wordList(english), ...wordList(chinese)];
  return measure ? words.map((word): [string, Measure] => [readingForm(plainText(word)), measure]) : [];
});

const lexicon = buildLexicon(WORDS);

const byName = new Map(WORDS.map(([word, measure]): [string, Measure] => [foldName(word), measure]).toReversed());

const byUnit = new Map(MEASURES.flatMap((measure) => measure.units.map((unit): [string, Measure] => [unit, measure])));

/** The measure that a name means (`head count`, 员工数, `Revenues`), in either language; null for a name of the desk's own. */
export function measureOf(name: string): Measure | null {
  const folded = foldName(name);
  const spaceless = folded.replaceAll(' ', '');
  return (
    byName.get(folded) ??
    byName.get(spaceless) ??
    byName.get(folded.replace(/s$/, '')) ??
    byName.get(`${folded}s`) ??
    null
  );
}

/** The measure that a counted noun says by itself (`employee`: headcount), or null. */
export const measureOfUnit = (unit: string): Measure | null => byUnit.get(unit) ?? null;

/** Words for measures between two offsets of a text in reading form, in order, not overlapping. */
export const measuresIn = (form: string, from: number, to: number): Hit<Measure>[] => wordsIn(lexicon, form, from, to);

/** Whether figures in a unit may state a measure. A bare number may state any but money. */
export function canState(measure: Measure, unit: string | null): boolean {
  return measure.kinds.some((kind) => kind === kindOf(unit) || (unit === null && kind !== 'money'));
}

/** What is neither counted nor money nor a share is a size. */
const kinds: Partial<Record<Dimension, MeasureKind>> = { count: 'count', money: 'money', share: 'share' };

/** What kind of measure a unit belongs to; a bare number counts. */
export function kindOf(unit: string | null): MeasureKind {
  return unit === null ? 'count' : (kinds[dimensionOf(unit)] ?? 'size');
}
