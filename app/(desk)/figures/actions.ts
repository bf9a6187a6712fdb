'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { mergeMetric, nameMetric, separateMetric, setWatched } from '#lib/data/ledger/edit-metrics';
import { countUnreadNotices, markNoticesRead } from '#lib/data/ledger/ledger';
import { endToken, makeToken } from '#lib/data/people/feed-tokens';
import { Count, Id } from '#lib/domain/fields';
import { MetricEntry, MetricName } from '#lib/domain/ledger/ledger-input';
import { accept, type Result } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';

/** Shows the ledger and its figures as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/figures', 'layout');
  return result;
}

export const watch = action(
  'figures.watch',
  'watch-metric',
  z.object({ id: Id, watched: z.boolean() }),
  async ({ id, watched }, { writer }) => shown(await setWatched(writer, id, watched)),
);

export const rename = action(
  'figures.rename',
  'keep-ledger',
  z.object({ id: Id, edition: Count, entry: MetricEntry }),
  async ({ id, edition, entry }, { writer }) => shown(await nameMetric(writer, { id, edition }, entry)),
);

export const merge = action(
  'figures.merge',
  'keep-ledger',
  z.object({ id: Id, intoId: Id }),
  async ({ id, intoId }, { writer }) => shown(await mergeMetric(writer, id, intoId)),
);

export const separate = action(
  'figures.separate',
  'keep-ledger',
  z.object({ id: Id, name: MetricName, claimIds: z.array(Id).min(1).max(2_000) }),
  async ({ id, name, claimIds }, { writer }) => shown(await separateMetric(writer, id, name, claimIds)),
);

/** Notes that the actor has seen what they were told of a metric; returns how much else they have not. */
export const readNotices = action(
  'figures.readNotices',
  'mark-seen',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }) => {
    await markNoticesRead(writer.db, actor, writer.now, id);
    return accept({ unread: await countUnreadNotices(writer.db, actor) });
  },
);

/** Makes the actor's feed link. The address is whole where the desk knows its own, else a path for the browser. */
export const makeFeed = action('figures.makeFeed', 'keep-feed', z.object({}), async (_, { writer }) => {
  const made = await makeToken(writer, 'feed');
  if (!made.ok) return made;
  const path = `/api/figures/feed?token=${made.value.secret}`;
  const configured = env().CLAIMDESK_URL;
  return accept({ address: configured ? new URL(path, configured).href : path });
});

export const endFeed = action('figures.endFeed', 'keep-feed', z.object({}), async (_, { writer }) => {
  await endToken(writer, 'feed');
  return accept({});
});
