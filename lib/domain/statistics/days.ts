/**
 * Days, weeks and months as the desk's calendar has them. A day is an ISO text (`2026-01-05`) in the desk's time zone (an
 * IANA name); weeks are those of ISO 8601, which begin on Monday and belong to the year of their Thursday.
 */

/** An ISO date of day precision. */
export type Day = string;

const dayLength = 24 * 3_600_000;

/** A zone that the engine knows; UTC in place of one that it does not, such as a path in TZ. */
export function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** The zone of the desk's days: the server's own, as its TZ names it. */
export const deskZone = (): string => knownZone(process.env.TZ || 'UTC');

/** What the clocks of a zone show at a moment, as if they showed UTC (ms). */
function shownAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const dayIn = (shown: number): Day => new Date(shown).toISOString().slice(0, 10);
const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** The day that a moment lies in. */
export const dayOf = (moment: Date, zone: string): Day => dayIn(shownAt(moment.getTime(), zone));

/** Today at the desk: whoever works before eight in Beijing has another day than UTC. */
export const deskToday = (now: Date): Day => dayOf(now, deskZone());

/** The first moment of a day. Clocks may be put forward or back at midnight. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // One of the two is the zone's distance from UTC at that midnight: no zone changes it twice in a day.
  const distances = [-15, 15].map((hours) => {
    const near = midnight + hours * 3_600_000;
    return shownAt(near, zone) - near;
  });
  const moments = distances.map((distance) => midnight - distance).sort((a, b) => a - b);
  return new Date(moments.find((moment) => dayIn(shownAt(moment, zone)) === day) ?? moments[0] ?? midnight);
}

/** The day so many days later. */
export const addDays = (day: Day, count: number): Day => dayIn(noonOf(day) + count * dayLength);

/** How many days lie between two, the later one excluded. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noonOf(to) - noonOf(from)) / dayLength);

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(noonOf(day)).getUTCDay() + 6) % 7));

/** The first day of the month so many months after that of a day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return dayIn(Date.UTC(year, month - 1 + count, 1));
}

/** The number of a day's week, and the year that it belongs to. */
export function isoWeek(day: Day): { year: number; week: number } {
  const year = Number(addDays(mondayOf(day), 3).slice(0, 4));
  // 4 January is always in the first week.
  const week = 1 + daysBetween(mondayOf(`${year}-01-04`), mondayOf(day)) / 7;
  return { year, week };
}
