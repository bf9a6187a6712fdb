'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { actOnMany } from '#lib/data/claims/act-on-many';
import { endToken, makeToken } from '#lib/data/people/feed-tokens';
import { removeView, renameView, savedView, saveView, viewToken } from '#lib/data/search/saved-views';
import { permissionFor } from '#lib/domain/claims/claim-acts';
import { WantedActs } from '#lib/domain/claims/claim-acts-input';
import { Id } from '#lib/domain/fields';
import { refusalOf } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { NewView, ViewName } from '#lib/domain/search/saved-view-input';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';

/** Shows the page as it is after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/claims');
  return result;
}

/** Assigns, weighs, names the speaker of, or measures several claims at once; what each may need is asked for besides. */
export const actTogether = action('claims.actTogether', 'mark', WantedActs, async ({ wanted }, { actor, writer }) => {
  const refused = wanted.map((one) => refusalOf(actor, permissionFor(one.act))).find((refusal) => refusal !== null);
  return refused ?? shown(await actOnMany(writer, wanted));
});

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
