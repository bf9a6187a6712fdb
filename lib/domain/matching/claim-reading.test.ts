import { describe, expect, test } from 'vitest';
import { readClaim } from './claim-reading';

const keys = (text: string): string[] => readClaim(text).concepts.map(({ concept }) => concept.key);
/** Whether two texts have a concept in common. */
const meet = (one: string, other: string): boolean => keys(one).some((key) => keys(other).includes(key));
const names = (text: string) => readClaim(text).names.map(({ text: name, isName }) => [name, isName]);

describe('phrases whose number stands between their words', () => {
  test.each([
    'They cut 375 jobs.',
    'The bank is axing some 2,000 roles.',
    'The firm slashed 10% of its workforce.',
    'It eliminated 1.2 thousand positions.',
    'They are shedding up to 300 staff.',
    'It led to the loss of 500 jobs.',
  ])('are of a layoff in %s', (text) => {
    expect(keys(text)).toContain('layoff');
  });

  test.each(['They cut 375 trees.', 'They cut costs, not jobs.', 'They found 375 jobs.'])('but not in %s', (text) => {
    expect(keys(text)).not.toContain('layoff');
  });

  test('are of money raised', () => {
    for (const text of ['It raised $3bn.', 'It has raised about €200m.', 'It raises 3 million.'])
      expect(meet(text, '融资')).toBe(true);
    expect(meet('It raised 3 children.', '融资')).toBe(false);
  });

  test('are of what is made', () => {
    for (const text of ['It built 4 million vehicles.', 'It made 300 electric cars.', 'They assembled 20,000 phones.'])
      expect(meet(text, '生产')).toBe(true);
    expect(meet('It built 4 bridges.', '生产')).toBe(false);
  });

  test('are of a cost for a thousand views', () => {
    expect(keys('It costs $5 per 1,000 impressions.')).toContain('cpm');
    expect(keys('It costs $5 for 1,000 viewers.')).toContain('cpm');
    expect(keys('It costs $5 for 2,000 viewers.')).not.toContain('cpm');
    expect(keys('It costs $5 for 1,000 bricks.')).not.toContain('cpm');
    expect(keys('It costs $5 for 1,000 to 2,000 viewers.')).not.toContain('cpm');
    expect(keys('It costs $5 for 500 to 1,000 viewers.')).not.toContain('cpm');
  });
});

describe('a company and its head', () => {
  test.each([
    ["Musk's carmaker recalled vehicles.", 'Tesla'],
    ["Musk's company recalled vehicles.", 'Tesla'],
    ['马斯克的公司召回了汽车。', 'Tesla'],
    ["OpenAI's boss said no.", 'Sam Altman'],
    ['OpenAI的老板说不。', 'Sam Altman'],
  ])('%s names %s', (text, other) => {
    expect(meet(text, other)).toBe(true);
  });

  test.each([
    ['Musk said no.', 'Tesla'],
    ["Musk's dog said no.", 'Tesla'],
    ['Musk met the head of a company.', 'Tesla'],
    ['OpenAI said no.', 'Sam Altman'],
    ["OpenAI's office is closed, its rival has a boss.", 'Sam Altman'],
  ])('%s does not name %s', (text, other) => {
    expect(meet(text, other)).toBe(false);
  });
});

describe('names that the lexicon does not know', () => {
  test('are words with a capital that is not the sentence’s', () => {
    expect(names('The shares of Orvane fell.')).toEqual([['orvane', true]]);
    expect(names('Orvane fell.')).toEqual([['orvane', false]]);
    expect(names('It fell. Orvane rose.')).toEqual([['orvane', false]]);
    expect(names('They said: "Orvane rose."')).toEqual([['orvane', false]]);
    expect(names('It fell (Orvane rose).')).toEqual([['orvane', true]]);
    expect(names('(Orvane rose)')).toEqual([['orvane', false]]);
  });

  test('have the sound of the other script, where they are long enough', () => {
    const soundsOf = (text: string) => readClaim(text).names.flatMap(({ keys: own }) => own);
    const shared = (one: string, other: string) => soundsOf(one).some((key) => soundsOf(other).includes(key));
    expect(shared('The shares of Brightloom fell.', '布莱特鲁姆下跌')).toBe(true);
    expect(shared('The shares of Zhenhai fell.', '帧海下跌')).toBe(true);
    expect(shared('They asked Wu Mei.', '吴梅说')).toBe(true);
    expect(shared('They asked Wu mei.', '吴梅说')).toBe(false);
    expect(soundsOf('The shares of Bri fell.')).toEqual([]);
  });

  test('may be a long word in small letters, such as a drug, but no short or common one', () => {
    const names = readClaim('patients took velorastat with water').names.map(({ text }) => text);
    expect(names).toContain('velorastat');
    expect(names).not.toContain('water');
    expect(names).not.toContain('took');
  });

  test('in Han script are what no term covers', () => {
    const found = readClaim('帧海公司裁员375人').names;
    expect(found.filter(({ isHan }) => isHan).map(({ text }) => text)).toContain('帧海');
    expect(found.every(({ isName }) => !isName)).toBe(true);
  });

  test('stand at their place', () => {
    const text = 'The shares of Orvane fell, 帧海也下跌';
    for (const { start, end, text: name } of readClaim(text).names)
      expect(text.slice(start, end).toLowerCase()).toBe(name);
  });
});

describe('figures and dates', () => {
  test('are none within a date, and none that begin a name', () => {
    const figures = (text: string) => readClaim(text).figures.map(({ low }) => low);
    expect(figures('On 12 March 2024 it had 375 staff.')).toEqual([375]);
    expect(figures('2024年3月12日有375人')).toEqual([375]);
    expect(figures('The Three Gorges dam has 32 turbines.')).toEqual([32]);
  });

  test('have their first word for no word', () => {
    expect(readClaim('three hundred ferries').tokens).not.toContain('three');
    expect(readClaim('three hundred ferries').tokens).toContain('ferry');
    expect(readClaim('It cost HK$3m.').tokens).not.toContain('hk');
  });
});

describe('the tokens of a claim', () => {
  test('are pairs of Han characters, and one alone', () => {
    expect(readClaim('帧海').tokens).toContain('帧海');
    expect(readClaim('a 帧 b').tokens).toContain('帧');
    expect(readClaim('帧海').tokens).not.toContain('帧');
  });

  test('know initials from the word in small letters', () => {
    expect(readClaim('The US agreed.').tokens).not.toContain('us');
    expect(keys('The US agreed.')).toEqual([...keys('美国'), ...keys('agreed')]);
    expect(keys('They like us.')).not.toContain(keys('美国')[0]);
  });

  test('are at most 64 long', () => {
    expect(
      Math.max(...readClaim(`${'x'.repeat(200)} ${'y'.repeat(90)}`).tokens.map(({ length }) => length)),
    ).toBeLessThanOrEqual(64);
  });
});

test.each([
  ['公司有375名员工', true],
  ['OpenAI裁员', true],
  ['OpenAI said 375 people work there 员工', false],
  ['375', false],
  ['', false],
  ['a 公', true],
  ['Company and 公司', false],
])('%s is Chinese: %s', (text, isChinese) => {
  expect(readClaim(text).isChinese).toBe(isChinese);
});
