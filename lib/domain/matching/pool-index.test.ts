import { describe, expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { buildIndex, rarity, rarityOf, searchIndex, shareOf, soughtTokens } from './pool-index';

const pool = (...texts: string[]) => buildIndex(texts.map((text) => ({ text, speaker: null })));
const search = (index: ReturnType<typeof pool>, query: string, most = 20) =>
  searchIndex(index, readClaim(query), most).map((found) => found.map(({ at }) => at));

describe('the best claims for a query', () => {
  test('are those with rarer words in common, Chinese ones and others apart', () => {
    const index = pool('The ferry sank.', 'The ferry burned.', 'The ferry sang.', 'The yurt burned.', '渡轮沉没');
    const [chinese, others] = search(index, 'the yurt and the ferry');
    expect(chinese).toEqual([]);
    expect(others?.[0]).toBe(3);
    expect(others).toHaveLength(4);
    expect(search(index, '渡轮')[0]).toEqual([4]);
  });

  test('are at most as many as asked for, and of equal ones the first', () => {
    const index = pool(...Array.from({ length: 50 }, () => 'The ferry sank.'), 'The yurt burned.');
    expect(search(index, 'ferry', 3)[1]).toEqual([0, 1, 2]);
    expect(search(index, 'ferry', 60)[1]).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });

  test('are the best ones wherever they stand', () => {
    const texts = Array.from({ length: 30 }, (_, at) =>
      at % 10 === 9 ? 'The ferry ferry sank.' : 'The ferry sank here.',
    );
    expect(search(pool(...texts, 'The yurt.'), 'ferry', 3)[1]).toEqual([9, 19, 29]);
  });

  test('put a short claim before a long one with the same word', () => {
    const long = 'The ferry carried bricks, mortar, timber, glass, copper, sand and gravel over the river.';
    expect(search(pool(long, 'The ferry sank.', 'A yurt burned.'), 'ferry')[1]).toEqual([1, 0]);
  });

  test('are none for small words alone, and none of an empty pool', () => {
    expect(search(pool('The ferry of the town.'), 'the of')).toEqual([[], []]);
    expect(search(pool(), 'ferry')).toEqual([[], []]);
  });

  test('are found by who said it too, which counts no word twice', () => {
    const index = buildIndex([
      { text: 'It sank.', speaker: 'Tarnwick' },
      { text: 'Tarnwick sank it.', speaker: 'Tarnwick' },
      { text: 'Nobody drowned.', speaker: null },
    ]);
    expect(search(index, 'Tarnwick')[1]?.toSorted()).toEqual([0, 1]);
    expect(index.postings.get('tarnwick')).toMatchObject({ claims: [0, 1], counts: [1, 1] });
  });

  test('meet what stands for a term in both directions', () => {
    const index = pool('The Kremlin refused.', 'The yurt burned.');
    expect(search(index, 'Russia refused')[1]?.[0]).toBe(0);
    expect(search(pool('Russia agreed.', 'The yurt burned.'), 'The Kremlin')[1]).toEqual([0]);
  });
});

describe('what a token counts', () => {
  test('by how rare it is in the pool: less the more claims have it', () => {
    const index = pool('yurts wobbled', 'yurts hummed', 'yurts wobbled');
    const rare = (word: string) => rarity(index, readClaim(word).tokens[0] ?? '');
    const order = ['yurts', 'wobbled', 'hummed', 'bagpipes'].map(rare);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(4);
    expect(rarityOf(10, 10)).toBeGreaterThan(0);
    expect(rarityOf(0, 1)).toBeCloseTo(Math.log(4), 12);
  });

  test('by its kind: a Han pair half a word, a range of figures less than its value', () => {
    expect([shareOf('ferry'), shareOf('渡轮')]).toEqual([1, 0.5]);
    expect(shareOf('0r123')).toBeLessThan(shareOf('0n123'));
    expect(shareOf('0u123')).toBeLessThan(shareOf('0n123'));
    expect(shareOf('0q123')).toBe(1);
    expect(shareOf('0aferry')).toBeLessThan(shareOf('ferry'));
  });

  test('more where a query repeats it, but no more after twice', () => {
    const weight = (...tokens: string[]) => soughtTokens({ tokens }).get('ferry') ?? 0;
    expect(weight('ferry', 'ferry')).toBeCloseTo(Math.SQRT2, 12);
    expect(weight('ferry', 'ferry', 'ferry')).toBe(weight('ferry', 'ferry'));
    expect(weight('ferry')).toBe(1);
  });

  test('with what stands for it, and without small words', () => {
    const sought = soughtTokens({ tokens: ['ferry', '0arussia', '0n123', 'the'] });
    expect([...sought.keys()].toSorted()).toEqual(['0aferry', '0arussia', '0n123', 'ferry', 'russia']);
    expect(sought.get('russia')).toBe(sought.get('0arussia'));
    expect(sought.get('0aferry')).toBeLessThan(sought.get('ferry') ?? 0);
  });
});
