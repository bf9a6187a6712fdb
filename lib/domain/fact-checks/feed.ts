/** Where fact-checks of others come from: addresses that are read again and again, and files that were dropped in once. */

import type { RefusalCode } from '#lib/domain/refusal';
import type { CheckFault } from './fact-check';

export const mostFeeds = 100;
/** UTF-16 units of a feed's name. */
export const longestFeedName = 120;
/** Bytes of a feed or a file of one. */
export const maxFeedBytes = 20 * 1024 * 1024;
/** Checks that are taken of one reading; of more, the first ones. */
export const mostChecks = 5_000;
/** Entries of RSS and Atom whose pages are looked at, and new pages that are fetched in one reading. */
export const mostEntries = 300;
export const mostPages = 10;

/** How a reading went. Counts are of checks; `pagesLeft` of pages that are new and wait for the next reading. */
export type Reading = {
  added: number;
  changed: number;
  same: number;
  left: Partial<Record<CheckFault, number>>;
  pages: number;
  pagesLeft: number;
  /** Pages of entries that could not be read, or held no check. */
  pagesWithout: number;
  /** Its server said that nothing is new. */
  isUnchanged: boolean;
  /** Why nothing could be read. */
  refusal: { code: RefusalCode; values?: Record<string, string | number> } | null;
};

export const emptyReading: Reading = {
  ...{ added: 0, changed: 0, same: 0, left: {}, pages: 0, pagesLeft: 0, pagesWithout: 0 },
  ...{ isUnchanged: false, refusal: null },
};

/** A feed as the page shows it. Moments are ISO 8601. */
export type FeedView = {
  id: string;
  name: string;
  url: string | null;
  addedBy: string;
  createdAt: string;
  isOn: boolean;
  readAt: string | null;
  nextReadAt: string | null;
  reading: Reading | null;
  checks: number;
};

const hour = 3_600_000;

/** When a feed is to be read again: soon while new pages wait, else after some hours. */
export const nextReading = (now: Date, { pagesLeft }: Pick<Reading, 'pagesLeft'>): Date =>
  new Date(now.getTime() + (pagesLeft > 0 ? hour / 4 : 6 * hour));
