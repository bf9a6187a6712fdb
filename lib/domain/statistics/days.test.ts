import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, isoWeek, knownZone, mondayOf, startOfDay } from './days';

const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

describe('days of a zone', () => {
  it('a moment lies in another day elsewhere', () => {
    const moment = new Date('2026-01-04T17:00:00Z');
    expect(zones.map((zone) => dayOf(moment, zone))).toEqual([
      ...['2026-01-04', '2026-01-05', '2026-01-04', '2026-01-04', '2026-01-04', '2026-01-05'],
    ]);
  });

  it('a day begins at its midnight there', () => {
    expect(startOfDay('2026-01-05', 'UTC')).toEqual(new Date('2026-01-05T00:00:00Z'));
    expect(startOfDay('2026-01-05', 'Asia/Shanghai')).toEqual(new Date('2026-01-04T16:00:00Z'));
    // Clocks went forward at two that night, and back at two.
    expect(startOfDay('2026-03-08', 'America/New_York')).toEqual(new Date('2026-03-08T05:00:00Z'));
    expect(startOfDay('2026-03-09', 'America/New_York')).toEqual(new Date('2026-03-09T04:00:00Z'));
    expect(startOfDay('2026-11-01', 'America/New_York')).toEqual(new Date('2026-11-01T04:00:00Z'));
    expect(startOfDay('2026-11-02', 'America/New_York')).toEqual(new Date('2026-11-02T05:00:00Z'));
    // Midnight was left out, and struck twice.
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toEqual(new Date('2018-11-04T03:00:00Z'));
    expect(startOfDay('2018-02-18', 'America/Sao_Paulo')).toEqual(new Date('2018-02-18T03:00:00Z'));
  });

  it('a day begins with its first moment, in every zone', () => {
    const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...zones.filter((zone) => zone !== 'Pacific/Kiritimati')),
        (moment, zone) => {
          const day = dayOf(moment, zone);
          const start = startOfDay(day, zone);
          expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
          expect(dayOf(start, zone)).toBe(day);
          expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
        },
      ),
    );
  });

  it('a zone that nobody knows is UTC', () => {
    expect([knownZone(':/etc/localtime'), knownZone('Asia/Shanghai')]).toEqual(['UTC', 'Asia/Shanghai']);
  });
});

describe('weeks and months', () => {
  it('weeks begin on Monday and belong to the year of their Thursday', () => {
    expect(['2026-01-04', '2026-01-05', '2026-01-11'].map(mondayOf)).toEqual([
      '2025-12-29',
      '2026-01-05',
      '2026-01-05',
    ]);
    // Examples of ISO 8601 as they stand in calendars.
    expect(isoWeek('2026-01-01')).toEqual({ year: 2026, week: 1 });
    expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
    expect(isoWeek('2026-11-30')).toEqual({ year: 2026, week: 49 });
  });

  it('days and months are counted over the ends of years', () => {
    expect([addDays('2025-12-31', 1), addDays('2024-03-01', -1), daysBetween('2024-02-28', '2024-03-01')]).toEqual([
      ...['2026-01-01', '2024-02-29', 2],
    ]);
    expect([addMonths('2026-01-31', -11), addMonths('2026-11-30', 2)]).toEqual(['2025-02-01', '2027-01-01']);
  });
});
