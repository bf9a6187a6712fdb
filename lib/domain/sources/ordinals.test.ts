import { describe, expect, test } from 'vitest';
import { ordinalsDiffer, ordinalsIn } from './ordinals';

describe('which one of several', () => {
  test.each<[string, number[]]>([
    ['the first round', [1]],
    ['the tenth batch', [10]],
    ['a third of them and the fourth', [3, 4]],
    ['the 3rd, the 11th, the 22nd and the 1st', [3, 11, 22, 1]],
    ['第二批', [2]],
    ['第12届', [12]],
    ['第十轮', [10]],
    ['首轮融资', [1]],
    ['首批', [1]],
    ['首都', []],
    ['for the first time', []],
    ['two rounds', []],
    ['firstly', []],
  ])('%s: %j', (form, found) => {
    expect([...ordinalsIn(form)]).toEqual(found);
  });

  test('the second and the third differ; one that is not told may be any', () => {
    const [second, third, both, none] = ['second', 'third', 'second and third', ''].map(ordinalsIn);
    const differ = (one = new Set<number>(), other = new Set<number>()) => ordinalsDiffer(one, other);
    expect(differ(second, third)).toBe(true);
    expect(differ(second, second)).toBe(false);
    expect(differ(second, both)).toBe(false);
    expect(differ(both, third)).toBe(false);
    expect(differ(second, none)).toBe(false);
    expect(differ(none, third)).toBe(false);
  });
});
