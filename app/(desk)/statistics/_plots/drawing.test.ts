import { describe, expect, it } from 'vitest';
import { frames, slotPlaces, slotTicks, valueScale } from './drawing';

const frame = { width: 100, height: 100, left: 10, right: 90, top: 10, bottom: 90 };

describe('a drawing over time', () => {
  it('puts slots side by side', () => {
    expect(slotPlaces(4, frame)).toEqual({ middles: [20, 40, 60, 80], width: 20 });
    expect(slotPlaces(0, frame).middles).toEqual([]);
  });

  it('names as many slots as there is room for, the last one always', () => {
    const year = Array.from({ length: 53 }, (_, at) => `w${at}`);
    for (const { frame: one } of frames) {
      const ticks = slotTicks(year, one);
      expect(ticks.at(-1)?.text).toBe('w52');
      const gaps = ticks.slice(1).map(({ at }, index) => at - (ticks[index]?.at ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(50);
    }
    expect(slotTicks(['only'], frame)).toEqual([{ at: 50, text: 'only' }]);
  });

  it('counts in whole numbers where there are no others', () => {
    expect(valueScale({ least: 0, most: 2, isWhole: true }, frame).ticks).toEqual([0, 1, 2]);
    expect(valueScale({ least: 0, most: 2 }, frame).ticks).toEqual([0, 0.5, 1, 1.5, 2]);
    const { y } = valueScale({ least: 0, most: 0 }, frame);
    expect([y(0), y(1)]).toEqual([90, 10]);
  });
});
