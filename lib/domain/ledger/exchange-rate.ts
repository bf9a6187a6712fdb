import type { RateEntry } from './ledger-input';

/** An exchange rate in the settings' list; `enteredBy` is a name. */
export type RateListed = RateEntry & { id: string; enteredBy: string };
