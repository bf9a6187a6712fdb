import { describe, expect, test } from 'vitest';
import { areContrary, sidesOf } from './contraries';

const contrary = (one: string, other: string): boolean => areContrary(sidesOf(one), sidesOf(other));

describe('one measure set against another', () => {
  test.each([
    ['exports grew', 'imports grew'],
    ['出口总额', '进口总额'],
    ['出口总额', 'imports of the country'],
    ['the highest price', 'the lowest price'],
    ['the highest price', 'the average price'],
    ['at home', 'abroad'],
    ['男生', '女生'],
    ['城镇居民', '农村居民'],
    ['the wholesale price', 'the retail price'],
    ['新建住房', '二手住房'],
    ['桥长', '桥宽'],
    ['the north coast', 'the west coast'],
    ['won by them', 'lost by them'],
    ['房子挂牌价', '房子成交价'],
    ['the house was sold', 'the house was on the market'],
    ['原告索赔', '法院判决'],
  ])('%s, %s', (one, other) => {
    expect(contrary(one, other)).toBe(true);
    expect(contrary(other, one)).toBe(true);
  });

  test.each([
    ['the same side', 'exports grew', '出口总额'],
    ['both sides in one', 'exports and imports', 'imports grew'],
    ['both sides in the other', 'imports grew', 'exports and imports'],
    ['no side', 'exports grew', 'the trade grew'],
    ['sides of two lines', 'exports grew', 'the retail price'],
    ['a word that only holds such a word', '出口总额', '进口处'],
    ['at least', 'the highest price', 'at least one price'],
    ['the name of a city', '北部', '南京'],
    ['the name of a season', 'they rose', 'in autumn'],
  ])('not %s', (_, one, other) => {
    expect(contrary(one, other)).toBe(false);
  });

  test('on one line is enough, whatever stands on another', () => {
    expect(contrary('urban exports', 'urban imports')).toBe(true);
    expect(contrary('exports and imports of men', 'exports of women')).toBe(true);
  });
});
