/** Terms of business, finance, trade and work, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const economy = `
economy, economic | 经济
growth, growth rate | 增长率 增速 经济增长
recession | 衰退 经济衰退
gdp, gross domestic product | 国内生产总值 gdp 生产总值 经济总量
inflation, consumer price, cpi, consumer price inflation | 通胀 通货膨胀 通胀率 居民消费价格 消费者物价 物价 cpi
deflation | 通缩
unemployment, jobless, jobless rate, unemployed, unemployment rate, out of work, wanted work | 失业 失业率 失业者 没有工作
employment, job market, labour market, labor market | 就业 劳动力市场
job, position, post, role, work place | 岗位 职位 工作岗位 职务
headcount, employee, staff, workforce, worker, staffer, personnel, colleague | 员工 雇员 职工 职员 人手 员工人数 工人 员工总数
layoff, job cut, cut job, lay off, redundancy, made redundant, retrench, let go, sack, shed job, eliminate position, lose job, axe job, eliminate job, cut post, cut role, pink slip, downsize, trim workforce, cut workforce, cut staff | 裁员 裁减 裁掉 裁 解雇 辞退 丢了饭碗 失去工作 丢掉饭碗 丢了工作 砍掉岗位 遣散 减员 优化人员
dismiss, fired, oust, remove from office | 免职 免去 解职 罢免 撤职 开除 解聘 罢黜
hire, recruit, recruitment, hiring, new job, take on | 招聘 招募 雇用 雇佣 聘用 新招 招人 招
resign, step down, quit job, resignation | 辞职 下台 卸任 离职 请辞
appoint, name as, appointment, installed as | 任命 出任 委任 就任 上任
reinstate, return as, come back as | 复职 重新出任 重返 官复原职
wage, salary, paycheck, pay deal, pay offer, pay rise | 工资 薪水 薪资 薪酬 年薪 月薪
minimum wage | 最低工资
bonus | 奖金 年终奖
pension, retirement benefit | 养老金 退休金
retirement age | 退休年龄
retire, retirement | 退休 退役
strike, walkout, industrial action, down tool | 罢工 停工 工潮
union, trade union, labor union | 工会
driver, lorry crew, trucker, lorry driver, truck driver | 司机 驾驶员
central bank rate, interest rate, policy rate, benchmark rate, bank rate, key rate, borrowing cost, benchmark interest rate, base rate | 利率 政策利率 基准利率 关键利率 利息
negative interest rate, negative rate, sub-zero rate | 负利率
rate cut, cut rate, cut interest rate, lower rate, lower interest rate, trim rate ~fall ~centralbankrate | 降息 下调利率 调低利率 利率调低 利率下调
rate hike, raise rate, raise interest rate, hike rate, lift rate ~rise ~centralbankrate | 加息 上调利率 调高利率 利率上调
basis point | 基点 个基点
percentage point, per cent point | 百分点 个百分点
reserve requirement, reserve requirement ratio, rrr | 存款准备金率 准备金率 降准 存准率 存款准备金
loan prime rate, lpr, prime rate | 贷款市场报价利率 贷款报价利率 lpr 报价利率
deposit, saving, saver, deposit rate | 存款 储蓄 储户 活期存款 活期账户 活期
loan, lending, lend | 贷款 放贷
bad loan, non-performing loan, npl, bad debt, soured loan | 不良贷款 坏账 不良率 不良贷款率
mortgage, home loan, housing loan | 房贷 按揭 住房贷款
overdraft | 透支
credit rating, rating, sovereign rating | 信用评级 评级 主权评级 主权信用评级
downgrade, cut rating, lower rating | 下调评级 降级 调降评级
outlook | 展望 前景
bond, treasury bond, gilt | 债券 国债 债
debt, liability, owe | 债务 负债 欠债 欠款
deficit | 赤字 逆差
surplus | 顺差 盈余
budget | 预算
fiscal, fiscal year, financial year | 财政 财年 财政年度
tax, levy, taxation | 税 税收 征税 缴税 纳税
vat, value added tax, value-added tax | 增值税
income tax | 所得税
stamp duty, stamp tax | 印花税
subsidy, subsidise, subsidize | 补贴 补助
stimulus | 刺激 刺激计划
austerity | 紧缩
bailout, rescue package | 救助 纾困
bankruptcy, bankrupt, insolvent, insolvency, chapter 11 | 破产 破产保护 资不抵债
default, miss payment | 违约 逾期
liquidation, winding up, wind up | 清盘 清算
ipo, initial public offering, listing, public listing, float, flotation, share offering, go public, stock market debut | 上市 挂牌 首次公开募股 招股 公开发售 公开发行 ipo
raise money, raise fund, raise capital, fundraising, financing, funding round, proceeds, secure funding | 融资 募资 募得 筹得 筹资 募集 募到 融得 筹集
series a | a轮
series b | b轮
series c | c轮
venture capital | 风险投资 风投 创投
valuation, valued at, value at, worth | 估值 市值估值 身价
market value, market capitalisation, market capitalization, market cap, capitalisation, stock market value | 市值 总市值
share price, stock price | 股价 股票价格 收盘
stock, share, equity, stock market, share trading | 股票 股市 股份 股
investor, shareholder, backer | 投资者 股东 投资人
invest, investment, stake, pour into, splash out, pump into | 投资 入股 注资 投入 投 砸下 投钱
capital expenditure, capex, capital spending, capital investment, capital outlay | 资本开支 资本支出 资本性支出
spending, expenditure, spend, outlay, expense | 支出 开支 花费 花 耗费 开销 费用
buyback, share buyback, repurchase, stock buyback | 回购 股票回购 股份回购
dividend | 股息 分红 派息
write-down, writedown, impairment, one-off charge, write off, book charge, take charge, provision | 计提 减值 减记 损失准备 资产减值
inventory, unsold, stockpile | 库存 积压 存货
revenue, turnover, sale, taking, top line, income, total revenue | 营收 收入 营业收入 营业额 总收入 总营收 销售收入 业务收入
net profit, profit, net income, earning, bottom line, made a profit | 净利润 净利 利润 盈利 纯利
loss, net loss, lose money | 亏损 净亏损
margin, profit margin, gross margin | 利润率 毛利率
cost, costing, price tag | 成本 造价 耗资 开销
price, pricing, priced, fetch | 价格 定价 售价 单价 价钱 报价 卖价
fee, charge fee, commission, service fee, take rate | 费 费率 服务费 佣金 手续费 服务费率 费用率
tuition, tuition fee, school fee | 学费
surcharge | 附加费
fuel | 燃油 燃料
subscription, subscriber, subscribe, paying user, member | 订阅 订阅用户 会员 付费用户 订户
advertising, advert, ad, commercial, advertise, advertiser | 广告 投放广告 广告主 投广告
cpm, cost per thousand impression, cost per thousand, cost per mille, per thousand impression, thousand viewer, thousand view, price per thousand impression, thousand impression, reach a thousand | 千次展示 千次曝光 千人成本 每千次展示 每千次曝光 一千次曝光 一千次展示 cpm 千次展示价格 千次展示费用
cpc, cost per click, per click, price per click, click price | 点击单价 每次点击 单次点击成本 每次点击费用 cpc 点击成本
ad load | 广告加载率 广告加载
splash ad, splash screen ad, opening screen ad, launch screen ad, app open ad | 开屏广告 开屏 启动页广告 开机广告
feed ad, in-feed ad, newsfeed ad | 信息流广告 信息流
ad-supported, ad supported, ad tier, with ad, advertising tier, ad plan, ad-supported plan, ad-supported tier | 含广告套餐 含广告 带广告 广告套餐 广告版 含广告版
third-party cookie, cookie | 第三方cookie cookie
user, active user | 用户 活跃用户 使用者
monthly active user, mau, monthly user, monthly active, reach each month, user a month | 月活 月活用户 月活跃用户 月活跃用户数 每月触达 月活人数
daily active user, dau, daily user | 日活 日活用户 日活跃用户 日活跃用户数
weekly active user, weekly user, every week, each week, weekly active, a week, per week | 周活 每周活跃用户 周活跃用户 每周
customer, client, consumer, shopper | 客户 顾客 消费者
market share, share of the market | 市场份额 市占率 市场占有率 份额
share of, account for, make up, proportion, take up | 占比 占 比例 占到 占据 比重
sell, sold, sale volume, unit sold, delivery of sale | 销量 售出 卖出 销售 卖 卖了 销售量
deliver, delivery, hand over, handed over | 交付 交到 交车 交付量
produce, production, output, build car, manufacture, make car, roll off | 生产 产量 制造 造了 下线 出产
ship, shipment | 出货 出货量 发货
installed capacity, installed base, installation, battery installation | 装机 装机量 装机容量
order, preorder, pre-order, reservation, firm order | 订单 预订 大定 订金 定金 预售 大定订单
recall, call back, called back | 召回
launch, unveil, debut, roll out, introduce, go on sale, release | 推出 发布 上线 开售 开卖 问世 亮相 面世
expansion, expand | 扩张 扩建 扩大
factory, plant, manufacturing plant | 工厂 厂房 厂区
warehouse, distribution centre, distribution center, sorting hub, hub, sorting centre, depot, distribution hub | 仓库 分拨中心 分拣中心 配送中心 转运中心 物流中心
branch, outlet, store, shop, retail outlet | 网点 门店 店铺 分行 支行 商店 店
supermarket, grocery | 超市 商超
restaurant, cafe | 餐厅 餐馆 饭店
hotel | 酒店 宾馆
logistics, courier, express delivery, delivery firm, freight | 物流 快递 快递业务 货运 快递公司
parcel, package, small package, low-value parcel, item of mail | 包裹 件 快件 小包裹 快递业务量
duty-free, duty exemption, de minimis, tariff exemption, tax-free, exempt from duty | 免税 免税待遇 小额免税 最低限度豁免 免关税
tariff, import duty, duty, import tax, customs duty, surtax, levy on import | 关税 进口税 附加税 进口关税
anti-subsidy, countervailing duty, countervailing, additional duty, extra duty | 反补贴税 反补贴 反补贴关税
anti-dumping, dumping | 反倾销
trade war, trade dispute | 贸易战 贸易争端
trade, trading | 贸易 交易 买卖
export, overseas shipment | 出口
import | 进口
export control, export ban, export restriction | 出口管制 出口限制 禁止出口
supply chain | 供应链
sanction | 制裁
embargo | 禁运
currency, exchange rate | 货币 汇率
yuan, renminbi, rmb, cny | 人民币 元
dollar, usd, us dollar, buck | 美元 美金
euro | 欧元
pound, sterling | 英镑
yen | 日元
hong kong dollar | 港元 港币
australian dollar | 澳元
gold, bullion, spot gold | 黄金 金价 现货黄金
silver | 白银 银价
copper | 铜
lithium | 锂
rare earth | 稀土
steel, steelmaker | 钢铁 钢
aluminium, aluminum | 铝
crude, oil, petroleum, brent, crude oil | 原油 石油 油价 布伦特
gas, natural gas, lng | 天然气
petrol, gasoline | 汽油
coal | 煤炭 煤
ounce | 盎司
barrel | 桶
bitcoin | 比特币
cryptocurrency, crypto | 加密货币 虚拟货币
stablecoin | 稳定币
blockchain | 区块链
bank, lender | 银行
insurance, insurer | 保险 保险公司
fund | 基金 资金
hedge fund | 对冲基金
private equity | 私募
property, real estate, developer of property | 房地产 楼市 地产
house price, home price, average house, property price | 房价 楼价
rent, rental | 租金 房租
merger, merge, tie-up | 合并
acquire, acquisition, takeover, buy out, buyout, purchase, buy | 收购 并购 买下 买入 购买 买
bid, offer to buy, takeover bid, put on the table, proposal to buy, offered for | 报价收购 出价 要约 收购要约 提出收购 开价
sell off, divest, spin off, sell chrome, divestiture | 出售 剥离 拆分 分拆
joint venture | 合资 合资企业
partnership, partner | 合作 合作伙伴
contract, deal, agreement | 合同 协议 合约
supplier, contractor | 供应商
startup, start-up | 初创公司 创业公司 初创企业
unicorn | 独角兽
monopoly, monopolise, monopolize, illegally monopolised | 垄断 非法垄断
antitrust, anti-trust, competition law, anti-competitive | 反垄断 竞争法 反竞争
fine, penalty, fined, penalise, penalty of, financial penalty | 罚款 罚单 罚金 被罚 处罚 罚了 罚 重罚
settle, settlement, out of court | 和解 和解金 达成和解
compensation, compensate, payout | 赔偿 赔付 赔款 补偿
lawsuit, sue, litigation, legal action, court case | 诉讼 官司 起诉 状告 案子
class action | 集体诉讼
lawyer bill, legal cost, legal fee, legal bill | 律师费 诉讼费 法律费用
money laundering, anti-money-laundering | 洗钱 反洗钱
chief executive, ceo, boss, chief, chief exec | 首席执行官 总裁 老板 行政总裁 掌门人 掌舵人
chief financial officer, cfo | 首席财务官
chairman, chair, chairwoman | 董事长 主席
board, board of director, director | 董事会 董事
founder, co-founder | 创始人 联合创始人
executive, manager | 高管 经理
analyst | 分析师
profit warning | 盈利预警
quarter, quarterly | 季度
forecast, guidance, guided for, predict, expect, project | 预测 预计 预期 指引 料
record, all-time high, record high, all-time | 纪录 创纪录 历史新高 新高
first time | 首次 第一次 首度 头一回
year on year, annual, yearly, a year earlier | 同比 年度 每年 年化
global, worldwide, world | 全球 世界 环球
`;
