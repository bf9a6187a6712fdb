import { expect, it } from 'vitest';
import { joinBoxes } from './boxes';

it('joins what follows on a line, and neither lines nor columns', () => {
  const words = [
    { left: 10, top: 100, width: 30, height: 12 },
    { left: 42, top: 101, width: 8, height: 10 },
    // The next line, and the other column at the height of the first.
    { left: 10, top: 116, width: 60, height: 12 },
    { left: 300, top: 100, width: 40, height: 12 },
  ];
  expect(joinBoxes(words)).toEqual([{ left: 10, top: 100, width: 40, height: 12 }, words[2], words[3]]);
  expect(joinBoxes([])).toEqual([]);
});
