import { describe, expect, test } from 'vitest';
import { readWords, speechKinds } from './quote-words';

const words = (text: string): string[] => {
  const { start, end } = readWords(text);
  return [...start].map((at, i) => text.slice(at, end[i]));
};

describe('the words of a text', () => {
  test.each<[string, string[]]>([
    ['We sold it, all of it!', ['We', 'sold', 'it', 'all', 'of', 'it']],
    ['我们卖了。', ['我', '们', '卖', '了']],
    ['“No” – he said', ['No', 'he', 'said']],
    ['12% of it', ['12', '%', 'of', 'it']],
    ['it cost $5 or £6 or 7€', ['it', 'cost', '$', '5', 'or', '£', '6', 'or', '7', '€']],
    ['about 20°C', ['about', '20', '°', 'C']],
    ['a result of -5', ['a', 'result', 'of', '-', '5']],
    ['it rose +5 and >3 and <2', ['it', 'rose', '+', '5', 'and', '>', '3', 'and', '<', '2']],
    ['5-10 days at 12:30', ['5', '-', '10', 'days', 'at', '12', ':', '30']],
    ['a well-known man', ['a', 'well', 'known', 'man']],
    ['GPT-4 came', ['GPT', '4', 'came']],
    ['he said: 5 and 1 / 2', ['he', 'said', '5', 'and', '1', '2']],
    ['', []],
  ])('%s', (text, found) => {
    expect(words(text)).toEqual(found);
  });

  test('are equal whatever their case, width and script', () => {
    const ids = (text: string) => [...readWords(text).id];
    expect(ids('We SOLD 12%')).toEqual(ids('ｗｅ sold １２％'));
    expect(ids('我們')).toEqual(ids('我们'));
    expect(ids('12%')).not.toEqual(ids('12‰'));
  });

  test('tell where a sentence begins', () => {
    expect([...readWords('We sold it. All of it; 我们卖了。没有 3.5 说, no').opens]).toEqual([
      ...[0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0],
      ...[...readWords('3.5 说, no').opens],
    ]);
    expect([...readWords('Sold? No! Yes, sure').opens]).toEqual([0, 1, 1, 0]);
  });

  test('tell hesitation, grammar and corrections from content', () => {
    const { speech } = readWords('um, the taxes, sorry, I mean the fees');
    expect([...speech].map((kind) => speechKinds[kind])).toEqual([
      ...['filler', 'light', 'content', 'repair', 'repair', 'repair', 'light', 'content'],
    ]);
    expect([...readWords('嗯房价').speech].map((kind) => speechKinds[kind])).toEqual(['filler', 'content', 'content']);
  });

  test('weigh as much as what they mean: a short one as a long one, small words and signs less', () => {
    const { weight } = readWords('the gas of telecommunications 5%');
    const [the = 0, gas = 0, of = 0, long = 0, five = 0, percent = 0] = weight;
    expect(gas).toBe(long);
    expect(the).toBeLessThan(gas);
    expect(of).toBeLessThan(gas);
    expect(Math.min(the, of, five, percent)).toBeGreaterThanOrEqual(4);
  });
});
