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
    ['Shares fell 40% to 30%.', exactly(40, 'percent'), exactly(30, 'percent')],
    ['Growth will be 2% to 3%.', [2, 3, 'percent']],
    ['Margins range from 54% to 46%.', [46, 54, 'percent']],
    ['mixed at 3:1 to 5:1', [3, 5, 'ratio']],
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
