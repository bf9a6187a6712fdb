import type { RateEntry } from '#lib/domain/fields';

/** An exchange rate in the settings' list; `enteredBy` is a name. */
export type RateListed = RateEntry & { id: string; enteredBy: string };
