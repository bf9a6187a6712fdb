import { describe, expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { shareContent } from './shared-content';

const share = (a: string, b: string, rarity?: (key: string) => number) =>
  shareContent(readClaim(a), readClaim(b), rarity);
const words = (a: string, b: string): string[] => share(a, b).shared.map(({ start, end }) => a.slice(start, end));

describe('the share of each claim that the other has', () => {
  test('is all of a claim within a longer one', () => {
    const { ofA, ofB } = share('Yurts wobbled.', 'Yurts wobbled on bagpipes.');
    expect(ofA).toBe(1);
    expect(ofB).toBeCloseTo(2 / 3, 9);
  });

  test('is none where nothing is in common, and none of an empty claim', () => {
    expect(share('The ferry sank.', 'A yurt burned.')).toMatchObject({ ofA: 0, ofB: 0, shared: [] });
    expect(share('', 'A yurt burned.')).toMatchObject({ ofA: 0, ofB: 0 });
  });

  test('weighs rare words more', () => {
    const rarity = (key: string): number => (key === 'yurt' ? 1 : 0.25);
    expect(share('Yurts wobbled.', 'Yurts hummed.', rarity).ofA).toBeCloseTo(0.8, 9);
    expect(share('Yurts wobbled.', 'Yurts hummed.').ofA).toBeCloseTo(0.5, 9);
  });

  test('counts what stands for a name less than the name', () => {
    const same = share('Russia refused.', 'Russia refused.').ofA;
    const meant = share('Russia refused.', 'The Kremlin refused.').ofA;
    expect(meant).toBeLessThan(same);
    expect(meant).toBeGreaterThan(share('Russia refused.', 'The White House refused.').ofA);
  });
});

describe('names in common and others', () => {
  test.each<[string, string, number]>([
    ['Yesterday OpenAI hired Orvane.', 'Today OpenAI sued Orvane.', 2],
    ['OpenAI裁员', 'OpenAI cut 375 jobs.', 1],
    ['布莱特鲁姆下跌', 'The shares of Brightloom fell.', 1],
    ['The ferry sank.', 'The ferry sank.', 0],
  ])('%s / %s share %d', (a, b, count) => {
    expect(share(a, b).sharedNames).toBe(count);
    expect(share(b, a).sharedNames).toBe(count);
  });

  test.each<[string, string, number]>([
    ['Tesla cut jobs.', 'Microsoft cut jobs.', 1],
    ['Tesla and Nvidia cut jobs.', 'Microsoft cut jobs.', 2],
    ['Tesla cut jobs.', 'Tesla cut jobs.', 0],
    ['Tesla cut jobs.', 'It cut jobs.', 0],
    ['It fell in Paris.', 'It fell in London.', 1],
    ['It fell in Paris.', 'Tesla fell.', 0],
    ['It fell in France.', 'It fell at Orvane.', 0],
    ['It fell in Paris.', 'It fell at Orvane.', 1],
    ['The yard at Orvane fell.', 'The yard at Tarnwick fell.', 1],
    ['特斯拉裁员', 'Microsoft cut jobs.', 1],
    ['特斯拉裁员', 'The staff at Orvane fell.', 0],
  ])('%s / %s exclude each other by %d', (a, b, count) => {
    expect(share(a, b).otherNames).toBe(count);
    expect(share(b, a).otherNames).toBe(count);
  });

  test('stand at their places in the first claim', () => {
    const text = 'Jobs were cut by Tesla.';
    const [place] = share(text, 'Jobs were cut by Microsoft.').otherNamePlaces;
    expect(text.slice(place?.start, place?.end)).toBe('Tesla');
  });

  test('across languages a name that the lexicon does not know is strange', () => {
    expect(share('员工减少', 'The staff at Orvane fell.').hasStrangeName).toBe(true);
    expect(share('员工减少', 'The staff fell.').hasStrangeName).toBe(false);
    expect(share('特斯拉员工减少', 'Tesla told Orvane of the staff.').hasStrangeName).toBe(false);
    expect(share('Jobs fell.', 'The staff at Orvane fell.').hasStrangeName).toBe(false);
  });
});

test('terms that exclude each other are other measures', () => {
  expect(share('Tesla sold 300 cars.', 'Tesla recalled 300 cars.').hasOtherMeasure).toBe(true);
  expect(share('特斯拉召回汽车', 'Tesla sold 300 cars.').hasOtherMeasure).toBe(true);
  expect(share('Revenue rose.', 'Dividends rose.').hasOtherMeasure).toBe(true);
  expect(share('Revenue rose.', 'Revenue and dividends rose.').hasOtherMeasure).toBe(false);
  expect(share('Revenue rose.', 'Measles spread.').hasOtherMeasure).toBe(false);
  expect(share('It had mpox.', 'It had measles.').hasOtherMeasure).toBe(true);
});

test('what is shared is told with the weightiest first', () => {
  expect(words('The ferry of Tesla sank.', 'Tesla owned the ferry.')).toEqual(['Tesla', 'ferry']);
  expect(words('渡轮沉没', '渡轮起火')).toEqual(['渡轮']);
});
