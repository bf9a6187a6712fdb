/** The weeks, months or years that a period is counted in. */

import { addDays, addMonths, type Day, daysBetween, isoWeek, mondayOf } from './days';

export type SlotUnit = 'week' | 'month' | 'year';

/** A part of a period. The first and the last one are cut where the period begins and ends in their middle. */
export type Slot = {
  /** `2026-W05`, `2026-02` or `2026`. */
  key: string;
  first: Day;
  /** It is included. */
  last: Day;
};

/** Both ends are included. */
export type Period = { first: Day; last: Day };

/** As many slots as a table can show: a year by its weeks, five years by their months. */
const [mostWeeks, mostMonths] = [53, 60];

/** The unit that a period is counted in, no finer than `finest`. */
export function unitFor({ first, last }: Period, finest: 'week' | 'month'): SlotUnit {
  const days = daysBetween(first, last) + 1;
  if (finest === 'week' && days <= mostWeeks * 7) return 'week';
  return days <= mostMonths * 31 ? 'month' : 'year';
}

const begins: Record<SlotUnit, (day: Day) => Day> = {
  week: mondayOf,
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
};
const next: Record<SlotUnit, (first: Day) => Day> = {
  week: (first) => addDays(first, 7),
  month: (first) => addMonths(first, 1),
  year: (first) => addMonths(first, 12),
};
const keys: Record<SlotUnit, (first: Day) => string> = {
  week: (first) => {
    const { year, week } = isoWeek(first);
    return `${year}-W${String(week).padStart(2, '0')}`;
  },
  month: (first) => first.slice(0, 7),
  year: (first) => first.slice(0, 4),
};

/** The slots of a period, the oldest first; none where it ends before it begins. */
export function slotsOf({ first, last }: Period, unit: SlotUnit): Slot[] {
  if (last < first) return [];
  const slots: Slot[] = [];
  for (let begin = begins[unit](first); begin <= last; begin = next[unit](begin)) {
    const end = addDays(next[unit](begin), -1);
    slots.push({ key: keys[unit](begin), first: begin < first ? first : begin, last: end > last ? last : end });
  }
  return slots;
}
