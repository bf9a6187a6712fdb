import { describe, expect, it } from 'vitest';
import { findFigures } from '#lib/reading/figures';

type Read = [low: number | null, high: number | null, unit: string | null, per?: string];

const read = (text: string): Read[] =>
  findFigures(text).map(({ low, high, unit, per }) => (per ? [low, high, unit, per] : [low, high, unit]));

const exactly = (value: number, unit: string | null, per?: string): Read =>
  per ? [value, value, unit, per] : [value, value, unit];

describe('numbers that name', () => {
  it.each([
    'The Boeing 737-800 landed safely.',
    'They replaced the ageing 747-400.',
    'The Airbus A350-900 was new.',
    'An Embraer 190-100 jet diverted.',
    'Formula 1 returns in June.',
    'Apollo 11 landed on the moon.',
    'Article 5 was invoked.',
    "She spoke to the class of '97.",
    'Back in ’68, students marched.',
    "It was the '08 crash again.",
    'U.N. Resolution 1441 was years away.',
    'The E.U. Directive 95 has lapsed.',
    'Proposition 47 passed.',
    'He called for Amendment 3 to fail.',
    'Sections 4 and 5 were struck down.',
    'Schools in Districts 4, 6 and 7 closed.',
    '东风-41导弹亮相。',
    '山东舰上有歼-15战机。',
    '猎鹰-9火箭升空。',
    '天舟-8号发射。',
    '他开的是图-154。',
    '他住在中山北路三千六百六十三号。',
    '门牌是建国路一百一十八号。',
    '请到二百零三室。',
    '党的二十大报告',
    '十八大以来，变化很大。',
    '十九届四中全会召开。',
    '二十届中央委员会成立。',
    '国道318线中断。',
    '沿省道210绕行。',
    '搭载骁龙8芯片。',
  ])('are no figures: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each<[string, Read]>([
    ['Some 737-800 people came.', [737, 800, 'person']],
    ['In Gaza 200-300 people fled.', [200, 300, 'person']],
    ["He said '50 people died.", exactly(50, 'person')],
    ['Nearly 5 died.', [5, 5, null]],
    ['Officials found 4 and the army 5.', exactly(5, null)],
    ['气温-5度', exactly(-5, 'degree')],
    ['增速为-20。', exactly(-20, null)],
    ['利润率-3%', exactly(-3, 'percent')],
    ['举办了十二届', exactly(12, 'round')],
    ['三千六百六十三人', exactly(3663, 'person')],
  ])('leave the figure in %s', (text, figure) => {
    expect(read(text).at(-1)).toEqual(figure);
  });
});

describe('scores, votes and odds', () => {
  it.each([
    '中国女排25比21、25比19、25比23获得第一。',
    '首局11比9、11比7拿下。',
    '决赛6:4、3:6、7:6。',
    'She went through 25:19, 25:21.',
    'England were 312 for 6 at stumps.',
    'They declared at 402 for 8.',
    'Call 101 or 999.',
    'Call 0800 555 111 or 101.',
    'People in danger should dial 911 or 112.',
    '请拨打110或120。',
    '可致电12345、12315。',
  ])('are no figures: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each<[string, ...Read[]]>([
    ['She won 54% to 46%.', exactly(54, 'percent'), exactly(46, 'percent')],
    ['Voters backed it 61.2% to 38.8%.', exactly(61.2, 'percent'), exactly(38.8, 'percent')],
    ['Leave leads by 52 percent to 48 percent.', exactly(52, 'percent'), exactly(48, 'percent')],
    ['The bill passed the House 218 to 210.', exactly(218, null), exactly(210, null)],
    ['It passed by 212,205 to 210,424 votes.', exactly(212_205, null), exactly(210_424, 'vote')],
    ['Shares fell 40% to 30%.', exactly(40, 'percent'), exactly(30, 'percent')],
    ['Growth will be 2% to 3%.', [2, 3, 'percent']],
    ['Margins range from 54% to 46%.', [46, 54, 'percent']],
    ['mixed at 3:1 to 5:1', [3, 5, 'ratio']],
    ['Women outnumber men by three to one.', exactly(3, 'ratio')],
    ['It outsold its rival by more than two to one.', [2, null, 'ratio']],
    ['Both sides split four to one.', exactly(4, 'ratio')],
    ['a 10-to-1 margin', exactly(10, 'ratio')],
    ['a 4-to-1 vote', ...[]],
    ['a fall from 10 to 1', exactly(10, null), exactly(1, null)],
    ['Sales fell by two to one million.', exactly(2, null), exactly(1e6, null)],
    ['a ratio between 2:1 and 4:1', [2, 4, 'ratio']],
    ['比例为3:1至5:1', [3, 5, 'ratio']],
    ['男女比例为3比1到4比1', [3, 4, 'ratio']],
    ['人员比例25比21', exactly(25 / 21, 'ratio')],
    ['The wait is for 6 people', exactly(6, 'person')],
    ['They call 101 people.', exactly(101, 'person')],
  ])('tell the values of each side: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures.map(([low, high, unit]) => [near(low), near(high), unit]));
  });
});

const near = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));

describe('units and rates', () => {
  it.each<[string, ...Read[]]>([
    ['The bank cut rates by a quarter of a percentage point.', exactly(0.25, 'percent')],
    ['It made another quarter-point cut.', exactly(0.25, 'percent')],
    ['a quarter-point rise', exactly(0.25, 'percent')],
    ['a half-point cut', exactly(0.5, 'percent')],
    ['a three-quarter-point increase', exactly(0.75, 'percent')],
    ['a quarter of an hour', exactly(0.25, 'hour')],
    ['three-hundredths of a second', exactly(0.03, 'second')],
    ['two-thirds of a mile', exactly(tidyThird(2), 'mile')],
    ['one-tenth of one percent', exactly(0.1, 'percent')],
    ['three quarters of 1 percent', exactly(0.75, 'percent')],
    ['half of a kilometre', exactly(0.5, 'kilometre')],
    ['a quarter of a company', exactly(0.25, null)],
    ['a third of all voters', exactly(tidyThird(1), null)],
    ['500 litres per second', exactly(500, 'litre', 'second')],
    ['1,500 cubic metres of water a second', exactly(1500, 'cubic metre', 'second')],
    ['2 tonnes of jet fuel per hour', exactly(2, 'tonne', 'hour')],
    ['winds of 70-80mph', [70, 80, 'mile', 'hour']],
    ['15cm of snow above 200m', exactly(15, 'centimetre'), [200, null, 'metre']],
    ['up 3.4 points on 2019', exactly(3.4, 'point')],
    ['40,000 b/d', exactly(40_000, 'barrel', 'day')],
    ['1.2m b/d', exactly(1.2e6, 'barrel', 'day')],
    ['3.1 million boe/d', exactly(3.1e6, 'barrel', 'day')],
    ['5 Gbps', exactly(5, 'gigabit')],
    ['200 Mbps', exactly(200, 'megabit')],
    ['3.4 per 1,000 people', exactly(3.4, null, '1000 people')],
    ['9 deaths per 100,000 residents', exactly(9, 'death', '100000 residents')],
    ['9.3 per 100,000', exactly(9.3, null, '100000 people')],
  ])('in English: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each<[string, ...Read[]]>([
    ['时速350公里', exactly(350, 'kilometre', 'hour')],
    ['列车最高时速达350公里', exactly(350, 'kilometre', 'hour')],
    ['车速为每小时120公里', exactly(120, 'kilometre', 'hour')],
    ['每千人拥有医生3.4名', exactly(3.4, 'person', '1000 people')],
    ['每千人口有床位7张', exactly(7, 'ticket', '1000 people')],
    ['每10万人中有9.3例', exactly(9.3, 'case', '100000 people')],
    ['每百户家庭拥有汽车49.7辆', exactly(49.7, 'vehicle', '100 households')],
    ['每万名儿童12例', exactly(12, 'case', '10000 children')],
    ['每100克含糖12克', exactly(12, 'gram', '100 grams')],
    ['每1000人有医生3名', exactly(3, 'person', '1000 people')],
    ['每千次展示12元', exactly(12, 'CNY', '1000 impressions')],
    ['每秒5吉比特', exactly(5, 'gigabit')],
    ['800张床位', exactly(800, 'bed')],
    ['新增床位', ...[]],
    ['三颗卫星', exactly(3, 'satellite')],
    ['12枚导弹', exactly(12, 'missile')],
    ['5座水库', exactly(5, 'reservoir')],
    ['8枚金牌', exactly(8, 'medal')],
    ['3、4万人', [30_000, 40_000, 'person']],
    ['三、四百名旅客', [300, 400, 'visitor']],
    ['要走5、6公里', [5, 6, 'kilometre']],
    ['下跌7、8个百分点', [7, 8, 'percent']],
    ['花了两、三年', [2, 3, 'year']],
    ['第3、4万人', exactly(40_000, 'person')],
    ['每三个人就有一人患病', exactly(tidyThird(100), 'percent')],
    ['每五名成年人中就有一人', exactly(20, 'percent')],
    ['每四家企业就有一家亏损', exactly(25, 'percent')],
    ['平均每8户中有1户', exactly(12.5, 'percent')],
    ['新增岗位约2000个', [2000, 2000, 'job']],
    ['学校35所，高校12所', exactly(35, 'school'), exactly(12, 'school')],
    ['该公司5个部门', [5, 5, null]],
    ['5个学生6个', [5, 5, 'student'], [6, 6, null]],
    ['每斤2块5涨到4块8', [2.5, 2.5, 'CNY', 'jin'], [4.8, 4.8, 'CNY', 'jin']],
    ['跑出3分29秒', exactly(209, 'second')],
    ['阵风七到八级', [7, 8, null]],
  ])('in Chinese: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  it.each<[string, ...Read[]]>([
    ['95 of every 100 seats', exactly(0.95, null)],
    ['one of every three', exactly(tidyThird(1), null)],
    ['411 of the 650 seats', exactly(411, null), exactly(650, 'seat')],
    ['1美元兑160日元', exactly(1, 'USD'), exactly(160, 'JPY')],
    ['日元跌破1美元兑160日元', exactly(1, 'USD'), exactly(160, 'JPY')],
  ])('as shares and prices: %s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('knows the staff before and after in what will go from one to the other', () => {
    const changes = findFigures('The number of staff will go from 120 to about 90.').map(({ low, change }) => [
      low,
      change,
    ]);
    expect(changes).toEqual([
      [120, 'from'],
      [90, 'to'],
    ]);
  });
});

function tidyThird(times: number): number {
  return Number((times / 3).toPrecision(15));
}

describe('shares of many, halves of a measure, and classes by number', () => {
  const read = (text: string) => findFigures(text).map(({ low, high, unit }) => [low, high, unit]);

  it.each<[string, unknown[]]>([
    ['one in 100,000 people', [[0.00001, 0.00001, null]]],
    ['Fewer than one in 20,000 births', [[null, 0.00005, null]]],
    ['体长不到半米', [[null, 0.5, 'metre']]],
    ['重半公斤', [[0.5, 0.5, 'kilogram']]],
    ['占地半亩', [[0.5, 0.5, 'mu']]],
    ['半斤八两', []],
    ['a category 4 hurricane', []],
    ['quoting reference 4421', []],
    ['order number 88213', []],
    ['band 7 nurses', []],
    ['a tier 2 visa', []],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});
