'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { addFeed, feedOf, removeFeed, restoreFeed, setFeedOn } from '#lib/data/fact-checks/feeds';
import type { Writer } from '#lib/data/history/change-log';
import type { Reading } from '#lib/domain/fact-checks/feed';
import { NewFeed, NewGoogleSearch } from '#lib/domain/fact-checks/feed-input';
import { googleSearch } from '#lib/domain/fact-checks/google-search';
import { Id } from '#lib/domain/fields';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';
import { withGoogleKey } from '#lib/server/fact-checks/google-key';
import { type Fetch, fetchFeed, keepRead, readFeedNow } from '#lib/server/fact-checks/read-feeds';
import { fetchFor } from '#lib/server/fetch/fetch-for';

/** Shows the page with its feeds as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/fact-checks');
  return result;
}

/** Fetches within a person's limit. */
const fetcherOf = ({ id }: { id: string }): Fetch =>
  withGoogleKey((address, options) => fetchFor(id, address, options), env().GOOGLE_FACT_CHECK_KEY);

type Added = Result<{ name: string; reading: Reading }>;

/** Reads an address, and subscribes to it if it is a feed. */
async function subscribeTo(url: string, { actor, writer }: { actor: { id: string }; writer: Writer }): Promise<Added> {
  const fetch = fetcherOf(actor);
  const fetched = await fetchFeed(url, fetch);
  if (!fetched.ok) return fetched;
  const { read, validators } = fetched.value;
  if (!read) return refuse('feed-unknown');
  const name = read.title ?? new URL(url).hostname;
  const added = await addFeed(writer, { name, url });
  if (!added.ok) return added;
  const feed = { id: added.value.id, seenPages: [], ...validators };
  const reading = await keepRead(writer.db, feed, read, { fetch, now: writer.now });
  return shown(accept({ name, reading }));
}

export const subscribe = action(
  'factChecks.subscribe',
  'manage-fact-checks',
  NewFeed,
  ({ url }, context): Promise<Added> => subscribeTo(url, context),
);

/** Subscribes to what Google finds of some words. They leave the desk. */
export const subscribeToSearch = action(
  'factChecks.subscribeToSearch',
  'manage-fact-checks',
  NewGoogleSearch,
  ({ words, language }, context): Promise<Added> => subscribeTo(googleSearch(words, language), context),
);

/** Reads a feed now, whatever its time. */
export const readNow = action(
  'factChecks.readNow',
  'manage-fact-checks',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }): Promise<Result<{ reading: Reading }>> => {
    const feed = await feedOf(writer.db, id);
    if (!feed) return refuse('not-found');
    return shown(accept({ reading: await readFeedNow(writer.db, feed, fetcherOf(actor), writer.now) }));
  },
);

/** Has a feed read from time to time, or no more. */
export const setOn = action(
  'factChecks.setOn',
  'manage-fact-checks',
  z.object({ id: Id, isOn: z.boolean() }),
  async ({ id, isOn }, { writer }) => shown(await setFeedOn(writer, id, isOn)),
);

export const remove = action(
  'factChecks.remove',
  'manage-fact-checks',
  z.object({ id: Id }),
  async ({ id }, { writer }) => shown(await removeFeed(writer, id)),
);

export const restore = action(
  'factChecks.restore',
  'manage-fact-checks',
  z.object({ id: Id }),
  async ({ id }, { writer }) => shown(await restoreFeed(writer, id)),
);
