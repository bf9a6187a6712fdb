'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { endToken, makeToken } from '#lib/data/people/feed-tokens';
import { removeView, renameView, savedView, saveView, viewToken } from '#lib/data/search/saved-views';
import { Id } from '#lib/domain/fields';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { NewView, ViewName } from '#lib/domain/search/saved-view-input';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';

/** Shows the page with its views as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/claims');
  return result;
}

export const save = action('views.save', 'keep-view', NewView, async (view, { actor, writer }) =>
  shown(await saveView(writer, actor, view)),
);

export const rename = action(
  'views.rename',
  'keep-view',
  z.object({ id: Id, name: ViewName }),
  async ({ id, name }, { actor, writer }) => shown(await renameView(writer, actor, id, name)),
);

/** Takes a view away; returns it, for saving it again. */
export const remove = action('views.remove', 'keep-view', z.object({ id: Id }), async ({ id }, { actor, writer }) =>
  shown(await removeView(writer, actor, id)),
);

/** Makes the actor's feed link of a view. The address is whole where the desk knows its own, else a path for the browser. */
export const makeViewFeed = action(
  'views.makeViewFeed',
  'keep-feed',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }) => {
    if (!(await savedView(writer.db, actor.id, id))) return refuse('not-found');
    const made = await makeToken(writer, viewToken(id));
    if (!made.ok) return made;
    const path = `/api/claims/feed?${new URLSearchParams({ view: id, token: made.value.secret })}`;
    const configured = env().CLAIMDESK_URL;
    return accept({ address: configured ? new URL(path, configured).href : path });
  },
);

export const endViewFeed = action(
  'views.endViewFeed',
  'keep-feed',
  z.object({ id: Id }),
  async ({ id }, { writer }) => {
    await endToken(writer, viewToken(id));
    return accept({});
  },
);
