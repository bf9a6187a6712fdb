import type { useFormatter } from 'next-intl';

type Formatter = Pick<ReturnType<typeof useFormatter>, 'dateTime'>;

/** A stated date of year, month or day precision as the reader's language writes it, never more precise than it is. */
export function showPartialDate(format: Formatter, date: string | null): string | null {
  if (!date) return null;
  const [, month, day] = date.split('-');
  return format.dateTime(new Date(date), {
    timeZone: 'UTC',
    year: 'numeric',
    month: month ? 'short' : undefined,
    day: day ? 'numeric' : undefined,
  });
}
