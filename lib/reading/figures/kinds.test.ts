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
