/**
 * Reads feeds of fact-checks of others: fetches, has them read in a worker process, stores what they hold, and notes how it
 * went. Runs for a person who asks, and for the program that looks after the desk (lib/cli/start.ts), so it is told how to
 * fetch. Of RSS and Atom a few new pages are fetched in one reading, one after the other.
 */
import { createHash } from 'node:crypto';
import type { Database } from '#lib/data/database/database';
import { type IncomingCheck, storeChecks } from '#lib/data/fact-checks/checks';
import {
  type FeedToRead,
  forgetRemovedFeeds,
  noteReading,
  takeDueFeed,
  type Validators,
} from '#lib/data/fact-checks/feeds';
import { emptyReading, maxFeedBytes, mostPages, type Reading } from '#lib/domain/fact-checks/feed';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { ReadFeed } from '#lib/intake/fact-checks/read-feed';
import type { FetchedPage, FetchOptions } from '#lib/server/fetch/fetch-page';
import { runApart } from '#lib/workers/run';

export type Fetch = (url: string, options: FetchOptions) => Promise<Result<FetchedPage>>;

/** What servers call feeds, data and pages. */
const types = [
  ...['application/atom+xml', 'application/rss+xml', 'application/rdf+xml', 'application/xml', 'text/xml'],
  ...['application/ld+json', 'application/json', 'application/feed+json', 'text/json', 'text/plain'],
  ...['text/html', 'application/xhtml+xml'],
];
const pageTypes = ['text/html', 'application/xhtml+xml'];

/** Milliseconds for one page of an entry; and for all those of a reading, so that nobody waits long for slow servers. */
const pageTime = 8_000;
const pagesTime = 30_000;

/** An address fetched and read; `read` is null where nothing has changed since the validators were given. */
export async function fetchFeed(
  url: string,
  fetch: Fetch,
  known?: Validators,
): Promise<Result<{ read: ReadFeed | null; validators: Validators }>> {
  const fetched = await fetch(url, { types, limit: () => maxFeedBytes, known });
  // What pages an article can be read from is of no use here.
  if (!fetched.ok) return fetched.code === 'page-kind' ? refuse('feed-unknown') : fetched;
  const { bytes, charset, finalUrl, etag, lastModified, isUnchanged } = fetched.value;
  if (isUnchanged) return accept({ read: null, validators: known ?? { etag, lastModified } });
  const read = await readApart({ bytes, charset, url: finalUrl });
  return read.ok ? accept({ read: read.value, validators: { etag, lastModified } }) : read;
}

/** Reads the bytes of a feed in a worker process. */
export async function readApart(feed: {
  bytes: Uint8Array;
  charset: string | null;
  url: string | null;
}): Promise<Result<ReadFeed>> {
  const done = await runApart('read-feed', feed);
  return done.ok ? done.value : done;
}

/** Reads a feed that is there and keeps what it holds; a refusal is part of the reading. */
export async function readFeedNow(db: Database, feed: FeedToRead, fetch: Fetch, now: Date): Promise<Reading> {
  const fetched = await fetchFeed(feed.url, fetch, feed.hasPagesLeft ? undefined : feed);
  if (!fetched.ok) {
    const { code, values } = fetched;
    const reading = { ...emptyReading, refusal: { code, values } };
    await noteReading(db, feed.id, { reading, now });
    return reading;
  }
  const { read, validators } = fetched.value;
  if (read === null) {
    const reading = { ...emptyReading, isUnchanged: true };
    await noteReading(db, feed.id, { reading, now });
    return reading;
  }
  return keepRead(db, { ...feed, ...validators }, read, { fetch, now });
}

/** Keeps what was read of a feed, and looks at the pages of its entries. */
export async function keepRead(
  db: Database,
  feed: Validators & { id: string; seenPages: string[] },
  read: ReadFeed,
  { fetch, now, isFile = false }: { fetch: Fetch; now: Date; isFile?: boolean },
): Promise<Reading> {
  const ofPages = await readPages(read.pages, new Set(feed.seenPages), fetch);
  const checks: IncomingCheck[] = [...read.checks, ...ofPages.checks];
  const stored = await storeChecks(db, feed.id, checks, now);
  const { pages, pagesLeft, pagesWithout } = ofPages;
  const reading: Reading = { ...emptyReading, ...stored, left: read.left, pages, pagesLeft, pagesWithout };
  const { etag, lastModified } = feed;
  await noteReading(db, feed.id, {
    ...{ reading, now, isFile, validators: { etag, lastModified } },
    seenPages: ofPages.seen,
  });
  return reading;
}

/** Marks of pages that were looked at. One that was not to be had is marked with this before it, and asked for once more. */
const failed = '?';

async function readPages(pages: readonly string[], seen: ReadonlySet<string>, fetch: Fetch) {
  const marks = pages.map((page) => ({ page, mark: markOf(page) }));
  const done = marks.filter(({ mark }) => seen.has(mark)).map(({ mark }) => mark);
  const again = marks.filter(({ mark }) => seen.has(failed + mark));
  const fresh = marks.filter(({ mark }) => !seen.has(mark) && !seen.has(failed + mark));
  const wanted = [...fresh, ...again];
  const checks = new Map<string, IncomingCheck>();
  const begun = performance.now();
  let [read, without] = [0, 0];
  for (const { page, mark } of wanted.slice(0, mostPages)) {
    if (performance.now() - begun > pagesTime) break;
    const found = await checksOfPage(page, fetch);
    for (const check of found ?? []) checks.set(check.key, check);
    read += 1;
    without += Number(!found?.length);
    done.push(found === null && !seen.has(failed + mark) ? failed + mark : mark);
  }
  for (const { mark } of wanted.slice(read)) if (seen.has(failed + mark)) done.push(failed + mark);
  return {
    ...{ checks: [...checks.values()], seen: done },
    ...{ pages: read, pagesLeft: wanted.length - read, pagesWithout: without },
  };
}

/** The checks of an entry's page: none where it is no page or cannot be read, null where it was not to be had. */
async function checksOfPage(page: string, fetch: Fetch): Promise<IncomingCheck[] | null> {
  const fetched = await fetch(page, { types: pageTypes, timeout: pageTime });
  if (!fetched.ok) return null;
  const { bytes, charset, finalUrl } = fetched.value;
  const read = await readApart({ bytes, charset, url: finalUrl });
  return read.ok ? read.value.checks : [];
}

const markOf = (page: string): string => createHash('sha256').update(page).digest('base64url').slice(0, 16);

/** Reads all feeds whose time has come, one after the other, and forgets those that were removed a day ago. */
export async function readDueFeeds(db: Database, fetch: Fetch, now: () => Date = () => new Date()): Promise<number> {
  await forgetRemovedFeeds(db, now());
  let count = 0;
  for (let feed = await takeDueFeed(db, now()); feed; feed = await takeDueFeed(db, now())) {
    await readFeedNow(db, feed, fetch, now());
    count += 1;
  }
  return count;
}
