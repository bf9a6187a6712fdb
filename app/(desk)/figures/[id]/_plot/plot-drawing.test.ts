import { describe, expect, test } from 'vitest';
import { drawPlot, type Frame } from './plot-drawing';
import type { PlotValue, PlotValues } from './plot-values';

const frame: Frame = { width: 960, height: 320, left: 92, right: 952, top: 22, bottom: 272 };
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

/** Values of a plot: low, high and day of each. */
function plot(...values: [number | null, number | null, string][]): PlotValues {
  return {
    measure: { low: 1, high: 1, unit: 'USD', per: null, qualifier: 'exact', asOf: null },
    // A drawing reads the row's id alone.
    values: values.map(([low, high, at], index) => ({
      ...{ low, high, at: day(at) },
      row: { id: `o${index}` } as PlotValue['row'],
    })),
    ...{ band: null, leftOut: 0 },
  };
}

describe('a plot', () => {
  test('puts higher values higher and later ones to the right, all inside of its frame', () => {
    const { marks } = drawPlot(plot([3, 4.6, '2023-02-14'], [12, 12, '2020-08-01'], [4, 4, '2021-01-01']), frame);
    const [claim, first, between] = marks;
    expect(claim?.bottom).toBeGreaterThan(claim?.top ?? 0);
    expect(first?.top).toBe(first?.bottom);
    expect(first?.top).toBeLessThan(claim?.top ?? 0);
    expect(first?.x).toBeLessThan(between?.x ?? 0);
    expect(between?.x).toBeLessThan(claim?.x ?? 0);
    for (const { x, top, bottom } of marks) {
      expect(x).toBeGreaterThanOrEqual(frame.left);
      expect(x).toBeLessThanOrEqual(frame.right);
      expect(top).toBeGreaterThanOrEqual(frame.top);
      expect(bottom).toBeLessThanOrEqual(frame.bottom);
    }
  });

  test.each<[string, [number, number][], boolean]>([
    ['values near each other', [[3, 4.6]], false],
    ['values ten times apart', [[1, 10]], true],
    ['values that reach below 0', [[-5, 50]], false],
    ['a value of 0', [[0, 50]], false],
  ])('of %j', (_, ranges, isLog) => {
    const values = ranges.map(([low, high]): [number, number, string] => [low, high, '2023-01-01']);
    expect(drawPlot(plot(...values), frame).isLog).toBe(isLog);
  });

  test.each([
    [1e-6, 1e9],
    [2, 30],
    [1, 1e15],
  ])('has ticks that can be told apart from %d to %d', (low, high) => {
    const { yTicks } = drawPlot(plot([low, high, '2023-01-01']), frame);
    expect(yTicks.length).toBeGreaterThanOrEqual(2);
    const heights = yTicks.map(({ y }) => y).sort((a, b) => a - b);
    for (const [index, y] of heights.slice(1).entries()) expect(y - (heights[index] ?? 0)).toBeGreaterThan(12);
  });

  test('draws an open end some way, as an arrow', () => {
    const [atLeast, atMost] = drawPlot(plot([5, null, '2023-01-01'], [null, 5, '2023-01-01']), frame).marks;
    expect(atLeast).toMatchObject({ openTop: true, openBottom: false });
    expect(atLeast?.top).toBeLessThan(atLeast?.bottom ?? 0);
    expect(atMost).toMatchObject({ openTop: false, openBottom: true });
    expect(atMost?.bottom).toBeGreaterThan(atMost?.top ?? 0);
  });

  test.each([2, 12, 200])('moves %i marks of one day apart, in their order, within the frame', (count) => {
    const same = Array.from({ length: count }, (): [number, number, string] => [4, 4, '2023-02-14']);
    const places = drawPlot(plot(...same), frame).marks.map(({ x }) => x);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places.map((x) => Math.round(x * 10))).size).toBe(count);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(frame.left);
    expect(Math.max(...places)).toBeLessThanOrEqual(frame.right + 0.001);
  });

  test.each([
    ['year', '2019-01-01', '2023-01-01'],
    ['month', '2022-06-01', '2023-01-01'],
    ['day', '2023-01-01', '2023-01-20'],
  ])('tells time by the %s', (unit, from, to) => {
    const { xUnit, xTicks } = drawPlot(plot([1, 1, from], [2, 2, to]), frame);
    expect(xUnit).toBe(unit);
    expect(xTicks.length).toBeGreaterThanOrEqual(2);
  });

  test('fills a band that is open to one side as far as the frame', () => {
    const band = { low: null, high: 5, kind: 'allowed' as const };
    const drawn = drawPlot({ ...plot([4, 6, '2023-01-01']), band }, frame).band;
    expect(drawn).toMatchObject({ bottom: frame.bottom, openBottom: true });
  });
});
