import { expect, test } from 'vitest';
import { circumstances, type Ratio, storedRatios, worsened } from './ratios';

const time: Ratio = { name: 'time', ratio: 12, better: 'less' };
const rate: Ratio = { name: 'rate', ratio: 0.5, better: 'more' };

test.each<[string, Ratio, number, boolean]>([
  ['takes as long as before', time, 12, false],
  ['takes a little longer', time, 10.1, false],
  ['takes a quarter longer', time, 9.6, true],
  ['takes half as long', time, 24, false],
  ['has the same rate', rate, 0.5, false],
  ['has a somewhat lower rate', rate, 0.59, false],
  ['has a much lower rate', rate, 0.65, true],
  ['has twice the rate', rate, 0.25, false],
  ['was not measured at all', { ...time, ratio: Number.NaN }, 12, true],
])('%s', (_, measured, stored, isWorse) => {
  expect(worsened([measured], { [measured.name]: stored })).toEqual(isWorse ? [measured] : []);
});

test('what is not stored is passed over', () => expect(worsened([time], { rate: 1 })).toEqual([]));

test('stored are ratios alone', () => {
  for (const ratio of Object.values(storedRatios())) expect(ratio).toBeGreaterThan(0);
});

test('says what it was measured on and with', () => {
  const { machine, versions } = circumstances();
  expect(machine.processors).toBeGreaterThan(0);
  for (const version of Object.values(versions)) expect(version).toMatch(/^\d+\.\d+/);
});
