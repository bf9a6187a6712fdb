/** What the desk's statistics are told in, in a reader's language: on their page and in their files. */
import { createFormatter, createTranslator } from 'next-intl';
import type { Slot, SlotUnit } from '#lib/domain/statistics/slots';
import { type Locale, timeZone } from './locale';
import { messagesOf } from './messages';

const dayForms = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const;
const slotForms = {
  week: dayForms,
  month: { timeZone: 'UTC', month: 'long', year: 'numeric' },
  year: { timeZone: 'UTC', year: 'numeric' },
} as const satisfies Record<SlotUnit, object>;
const shortForms = {
  week: { timeZone: 'UTC', day: 'numeric', month: 'short' },
  month: { timeZone: 'UTC', month: 'short', year: 'numeric' },
  year: slotForms.year,
} as const satisfies Record<SlotUnit, object>;

const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const [minute, hour, day] = [60, 3_600, 86_400];

export type StatisticsWords = ReturnType<typeof statisticsWords>;

/** Puts statistics into words. Days are those of the desk, so none is moved to another zone. */
export function statisticsWords(locale: Locale) {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: 'statistics' });
  const standing = createTranslator({ locale, messages, namespace: 'words.standing' });
  const kind = createTranslator({ locale, messages, namespace: 'words.kind' });
  const format = createFormatter({ locale, timeZone: timeZone() });
  return {
    ...{ locale, t, standing, kind },
    day: (date: string) => format.dateTime(noon(date), dayForms),
    slot: ({ first, last }: Slot, unit: SlotUnit) =>
      unit === 'week'
        ? format.dateTimeRange(noon(first), noon(last), dayForms)
        : format.dateTime(noon(first), slotForms[unit]),
    /** The same where there is little room. */
    shortSlot: ({ first }: Slot, unit: SlotUnit) => format.dateTime(noon(first), shortForms[unit]),
    count: (value: number) => format.number(value),
    share: (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 }),
    // Cut, not rounded: what is shown never passes a threshold that α itself did not.
    alpha: (value: number) => format.number(Math.trunc(value * 1000) / 1000, { minimumFractionDigits: 2 }),
    /** A time in seconds, in the unit that fits it: 40 min, 7.5 h, 3 days. */
    lasted: (seconds: number) => {
      const rounded = (unit: number, digits: number) => Number((seconds / unit).toFixed(digits));
      if (rounded(minute, 0) < 60) return t('lasted.minutes', { count: rounded(minute, 0) });
      if (rounded(hour, 1) < 48) return t('lasted.hours', { count: format.number(rounded(hour, 1)) });
      return t('lasted.days', { count: rounded(day, seconds < 10 * day ? 1 : 0) });
    },
  };
}
