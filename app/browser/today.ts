import { type Day, dayOf } from '#lib/domain/statistics/days';

/** Today as the clock of this browser has it. */
export const today = (): Day => dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
