/**
 * Everyday things that news counts and measures, in English and Chinese, by which a figure in one language is met in the
 * other. The news lexicon has the names and terms of politics and business; this has kindergartens, garlic and flats.
 * Invariant: a line is one thing; a word is on one line. In both languages the longest word wins.
 */

import type { LatinWord } from '#lib/domain/matching/latin-words';
import { latinWords } from '#lib/domain/matching/latin-words';
import { stemOf } from '#lib/text/english-stem';
import { buildLexicon, wordList, wordsIn } from '#lib/text/lexicon';

/** `english, other | 中文 另一词`. */
const lines = `
kindergarten, nursery, preschool | 幼儿园 托儿所 托育
school | 学校 中小学 小学 中学 校舍
university, college | 大学 高校 学院
pupil, student, schoolchild | 学生 小学生 中学生 在校生 学员
teacher, lecturer | 教师 老师 教职工
class, classroom | 班级 教室
hospital | 医院
clinic | 诊所 卫生院 门诊
bed | 床位 病床
nurse | 护士
doctor, physician | 医生 医师 大夫
patient | 患者 病人
vaccine, dose, vaccination | 疫苗 接种
operation, surgery | 手术
museum, gallery | 博物馆 美术馆 展馆
exhibit, artefact, collection | 藏品 文物 展品
library | 图书馆
book | 图书 书 书籍 藏书
visitor, tourist, attendance, attendee | 游客 观众 参观 客流
guest | 客人 宾客
hotel | 酒店 宾馆
restaurant, canteen | 餐厅 饭店 食堂
shop, store, outlet | 商店 门店 店铺 店
market | 市场 集市
park, garden | 公园 花园
forest, woodland | 森林 林地
tree | 树 树木 树苗 苗木
river | 河 河流 河道
lake | 湖 湖泊
reservoir, dam | 水库 大坝 库容
island | 岛 岛屿
mountain, peak, summit, mount | 山 山峰 主峰
coast, coastline, beach | 海岸 海岸线 海滩
bridge | 桥 大桥
road, street | 道路 街道 马路
highway, motorway, expressway | 公路 高速公路 高速
railway, rail, railroad | 铁路 轨道
line, route | 线路 航线 路线
station | 车站 站点 站
tunnel | 隧道
subway, metro, underground | 地铁
tram | 有轨电车 电车
bus, coach | 公交 公交车 巴士 大巴 客车
train | 列车 火车 动车
flight | 航班 班机
airport | 机场
runway | 跑道
plane, aircraft, jet, airliner | 飞机 客机
ship, vessel, boat, ferry | 船 船舶 轮船 渡轮 渔船
port, harbour, harbor, dock | 港口 码头 港
container | 集装箱 标箱
cargo, freight, throughput | 货物 货运 吞吐量
passenger, rider, traveller, traveler, ridership | 乘客 旅客 客运 客运量 载客
driver | 司机 驾驶员
car, automobile, vehicle | 汽车 轿车 车辆 车
truck, lorry | 卡车 货车
bicycle, bike, cycle | 自行车 单车
charger, chargepoint | 充电桩 充电站
parking | 停车位 车位
accident, crash, collision | 事故 车祸
injured, injury, wounded, hurt | 受伤 伤者 伤员 伤
death, dead, killed, die, fatality, toll | 死亡 遇难 死者 死 遇难者
missing | 失踪 失联
rescued, rescue, evacuated, evacuee | 救出 获救 转移 疏散
fire, blaze | 火灾 起火 大火
flood | 洪水 洪灾 水灾
earthquake, quake, magnitude | 地震 震级
rain, rainfall | 降雨 降雨量 雨量 暴雨
snow, snowfall | 降雪 雪
temperature | 气温 温度
wind | 风速 风力
altitude, elevation | 海拔 高度 高程 高
height, tall, high | 高度 身高 高
depth, deep | 深度 水深 深
length, long | 长度 全长 长
width, wide | 宽度 宽
area, cover, covers, space, floorspace | 面积 占地 建筑面积
weight, weigh | 重量 体重 重
speed | 速度 时速
distance | 距离 路程 里程
mileage, length | 里程
climb, stair, step | 台阶 石阶 登
house, home, housing, dwelling | 住房 房屋 住宅 房子
flat, apartment | 公寓 套房
rent | 租金 房租
household, family | 家庭 户
village | 村 村庄 行政村
town | 镇 城镇
district, borough | 区 城区
county | 县
resident, inhabitant | 居民 住户
population | 人口
migrant, immigrant | 移民
refugee | 难民
worker, employee, workforce, staff | 职工 员工 工人 雇员
layoff, redundancy | 裁员 裁减
job, post | 岗位 就业 工作岗位
unemployment, jobless, unemployed | 失业 失业率
wage, salary, pay, earning | 工资 薪酬 薪水 月薪 年薪
pension | 养老金 退休金
bonus | 奖金 年终奖
tax | 税 税收 纳税
fine, penalty | 罚款 罚金
loan | 贷款
debt | 债务 负债 欠款
deposit | 存款 押金
donation, donate, donor | 捐款 捐赠 善款
raised | 筹集 筹款 募集
budget | 预算
cost, spend, spent, spending, expenditure | 花费 支出 耗资 成本 开支 造价
investment, invest | 投资
subsidy, grant | 补贴 补助
price | 价格 售价 票价 单价
fee, charge | 费用 收费
ticket | 门票 车票 票
fare | 票价 车费
revenue, turnover, sale | 营收 收入 营业收入 销售额 营业额
profit | 利润 净利润 盈利
loss | 亏损
dividend | 分红 红利
asset | 资产
fund | 基金
share, stock | 股份 股票
export | 出口
import | 进口
value | 货值 价值 总额
order | 订单
output, production, yield | 产量 产出 产值
factory, plant | 工厂 厂 厂区
mine | 矿 矿山 矿井
company, firm, business | 公司 企业
shareholder | 股东
customer, client | 客户 顾客 消费者
user | 用户
active | 活跃 月活 日活
subscriber | 订户 订阅
follower | 粉丝
member | 会员 成员 党员
volunteer | 志愿者
download | 下载 下载量
view | 播放 播放量 观看
phone, smartphone, handset | 手机
computer, laptop | 电脑 计算机
tyre, tire | 轮胎
battery | 电池
chip, semiconductor | 芯片 半导体
panel | 面板 组件
turbine | 风机 涡轮
electricity, power, generation | 发电 发电量 用电 用电量 电力 电
capacity | 产能 装机 容量
coal | 煤 煤炭
oil, crude | 石油 原油
gas | 天然气 燃气
steel | 钢 钢铁 钢材
cement | 水泥
emission, carbon | 排放 碳排放 碳
waste, rubbish, garbage, refuse | 垃圾 废物 废弃物
plastic | 塑料
water | 水 用水 供水
sewage, wastewater | 污水
grain, harvest, crop | 粮食 收成 作物
rice | 水稻 大米 稻
wheat | 小麦
maize, corn | 玉米
garlic | 大蒜 蒜
ginger | 生姜 姜
tea | 茶 茶叶
coffee | 咖啡
apple | 苹果
fruit | 水果
vegetable | 蔬菜
pork, pig | 猪 生猪 猪肉
cow, cattle, beef | 牛 奶牛 牛肉
sheep, lamb | 羊
chicken, poultry | 鸡 家禽
fish, catch | 鱼 渔获 水产
milk | 牛奶 奶
egg | 鸡蛋 蛋
wine | 葡萄酒
beer | 啤酒
farm, farmland, field | 农田 耕地 农场
farmer | 农民 农户
bird | 鸟 鸟类
panda | 熊猫
animal | 动物
species | 物种 种类
film, movie | 电影 影片
box, gross, takings | 票房
song | 歌 歌曲
album | 专辑
festival | 节 艺术节 音乐节
holiday | 假期 假日 黄金周 长假
match, game | 比赛 场比赛
goal | 进球
medal | 奖牌
athlete | 运动员
stadium, seat | 体育场 座位
winner, prize, award | 奖 奖项 获奖
vote | 票 选票 得票
poll, survey, respondent | 调查 受访者 民调
signature, petition | 签名 请愿
complaint | 投诉
case | 案件 病例
arrest, arrested | 逮捕 抓获
prisoner, inmate, jail, prison | 囚犯 在押 监狱 判刑
police, officer | 警察 警员 民警
soldier, troop | 士兵 军人 部队
missile | 导弹
satellite | 卫星
rocket | 火箭
patent | 专利
research, r&d | 研发 科研
engineer | 工程师
scientist, researcher | 科学家 研究人员
robot | 机器人
camera | 摄像头 相机
drone | 无人机
journey, trip | 行程 全程 车程
light | 光
crew | 机组 船员
birth, born, newborn | 出生 新生儿
marriage, wedding | 结婚 婚姻
divorce | 离婚
elderly, pensioner | 老人 老年人
child, children | 儿童 孩子
woman, women, female | 女性 妇女
man, men, male | 男性
age | 年龄 岁
lifespan, expectancy | 寿命
world, global, worldwide | 全球 世界
`;

const rows = lines
  .split('\n')
  .filter((line) => line.includes('|'))
  .map((line, at) => {
    const [english = '', chinese = ''] = line.split('|');
    return { at, english: english.split(',').map((word) => word.trim()), chinese: wordList(chinese) };
  });

/** People by what they are or what befell them, by the first English word of their line; one row may be one crowd. */
const crowds = wordList(`
  pupil+child teacher nurse doctor patient visitor+guest+passenger driver worker+engineer resident+population migrant
  refugee shareholder customer+user+subscriber+follower+member volunteer farmer athlete poll prisoner police soldier
  scientist crew elderly woman man death injured missing rescued birth donation
`).map((row) => row.split('+'));

/** The crowd of a thing, or -1 where it is no people. */
const crowdOf = rows.map(({ english: [name = ''] }) => crowds.findIndex((crowd) => crowd.includes(name)));

const byStem = new Map<string, number[]>();
for (const { at, english } of rows) {
  for (const word of english) {
    const stem = latinWords(word)[0]?.stem ?? word;
    byStem.set(stem, [...(byStem.get(stem) ?? []), at]);
  }
}

/** Han words with all the lines they stand on (高 is altitude and height). */
const byWord = new Map<string, number[]>();
for (const { at, chinese } of rows) for (const word of chinese) byWord.set(word, [...(byWord.get(word) ?? []), at]);
const chinese = buildLexicon(byWord);

/** A thing, by its line, where a text names it. */
export interface EverydayNoun {
  thing: number;
  start: number;
}

/** The everyday things that a text names; `form` is the text in comparison form, `words` its words. Linear. */
export function everydayNounsIn(form: string, words: readonly LatinWord[]): EverydayNoun[] {
  const found: EverydayNoun[] = [];
  for (const { stem, start } of words) for (const thing of byStem.get(stem) ?? []) found.push({ thing, start });
  for (const { value, start } of wordsIn(chinese, form, 0, form.length)) {
    for (const thing of value) found.push({ thing, start });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The crowds among things, each once. */
export const crowdsOf = (nouns: readonly EverydayNoun[]): Set<number> =>
  new Set(nouns.map(({ thing }) => crowdOf[thing] ?? -1).filter((crowd) => crowd >= 0));

/** The things that an English noun in the singular means; empty where the lines have none. */
export const linesOfNoun = (noun: string): readonly number[] => byStem.get(stemOf(noun)) ?? [];

/** Whether two English nouns in the singular are words for one thing (`pupil`, `student`). */
export const areOneThing = (one: string, other: string): boolean =>
  linesOfNoun(other).some((line) => linesOfNoun(one).includes(line));
