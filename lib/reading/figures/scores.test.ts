import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

const read = (text: string) => findFigures(text).map(({ text: words, low, high, unit }) => [words, low, high, unit]);

describe('scores, odds and times', () => {
  test.each([
    'Rovers drew 1-1 with Town.',
    'She won 6-3, 4-6, 7-5.',
    'They went down 1-2 in the final, a 1-2 defeat.',
    'He lost 2-4.',
    'The court decided 5-4 to hear it.',
    'a 4-4 ruling',
    'Rovers won 3-2 thanks to a late header.',
    '主队2比1险胜',
    '以三比一获胜',
    '以3:0横扫对手',
    '首局25:21',
    '比赛25比19结束',
    '双方0:0战平',
    'The favourite is at 9/4.',
    'odds of 7-1',
    'She ran it in 3:52.4.',
    'He finished in 1:02:33.8.',
    'open 24/7',
    'after 9/11',
    'a 3-for-2 offer',
    'two-for-one tickets',
    'a five-figure sum',
    'a 6-digit code',
    'It cost six figures.',
    '20/20 vision',
    'They ended with a 7-2-2 record.',
    'The side is 11-4-3 so far.',
    'a 4-2-3-1 formation',
    '球队9胜2平3负',
    '取得五胜一平两负',
    '以14胜5负领跑',
  ])('are no figures: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each<[string, string, number, number | null, string | null]>([
    ['It takes 3-2% of all.', '2%', 2, 2, 'percent'],
    ['男女比例为3比1', '3比1', 3, 3, 'ratio'],
    ['票数之比为3:1', '3:1', 3, 3, 'ratio'],
    ['a ratio of 16:9', '16:9', 1.77777777777778, 1.77777777777778, 'ratio'],
    ['He lost 10-15 pounds.', '10-15 pounds', 10, 15, 'pound'],
    ['It sells 5-10 books.', '5-10', 5, 10, 'book'],
    ['a $3 billion figure', '$3 billion', 3e9, 3e9, 'USD'],
    ['the last four digits', 'four', 4, 4, 'digit'],
    ['3/4 of them', '3/4', 0.75, 0.75, null],
    ['tickets 10-20 dollars', '10-20 dollars', 10, 20, 'USD'],
    ['a case of 3-4 people', '3-4', 3, 4, 'person'],
    ['2-1/2 million jobs', '2-1/2 million', 2.5e6, 2.5e6, 'job'],
  ])('leave the figure in %s', (text, ...figure) => {
    expect(read(text).at(-1)).toEqual(figure);
  });
});

describe('shares and halves in words', () => {
  test.each([
    'a third term',
    'a third-party review',
    'a fifth column',
    'an eighth book',
    'Flags flew at half-staff.',
    'a half-hearted try',
    'half-empty rooms',
  ])('are ordinals or words in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each<[string, string, number]>([
    ['a third of voters', 'a third', 0.333333333333333],
    ['It fell by a fifth.', 'a fifth', 0.2],
    ['Half of them left.', 'Half', 0.5],
  ])('are numbers in %s', (text, words, value) => {
    expect(read(text)).toEqual([[words, value, value, null]]);
  });
});

describe('names with numbers', () => {
  test.each([
    'Call 0161 496 0123.',
    '电话138 1234 5678',
    'The case number 31-2207 was filed.',
    'Docket No. 19-886 was heard with Nos. 19-901 and 19-902.',
    'Case 31-2207 was dismissed.',
    'ticket number 7743-12',
    'bill H.R. 2118',
    '订单编号：31-2207',
    '国发〔2021〕14号文件',
    '请拨打13812345678咨询',
    'dial 999',
    '拨打110报警',
    '12345热线',
    'the 60614 zip code',
    'at 1600 Pennsylvania Avenue',
    '10 Downing Street',
    'iOS 16.3 ships',
    'Python 3.12 users',
    'Windows 10 users',
    'version 2.0',
    'Section 3.2',
    'MagicOS 5.1版本',
    '某公司（600519）涨停',
    '985高校',
    '618大促',
    '支持8K',
    '世界500强',
    'Euro 2028 in Cardiff',
    '两度夺冠',
    '三度入选',
    'the 787 Dreamliner',
  ])('are no figures: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each<[string, string, number, number | null, string | null]>([
    ['气温30度', '30度', 30, 30, 'degree'],
    ['两度以上', '两度以上', 2, null, 'degree'],
    ['拨打500个电话', '500', 500, 500, null],
    ['They call 250 people.', '250', 250, 250, 'person'],
    ['GDP rose 3.2 percent', '3.2 percent', 3.2, 3.2, 'percent'],
    ['It has 4K users.', '4K', 4000, 4000, 'user'],
    ['120人', '120', 120, 120, 'person'],
  ])('leave the figure in %s', (text, ...figure) => {
    expect(read(text)).toEqual([figure]);
  });
});
