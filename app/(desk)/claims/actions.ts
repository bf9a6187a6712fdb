'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { removeView, renameView, saveView } from '#lib/data/search/saved-views';
import { Id } from '#lib/domain/fields';
import type { Result } from '#lib/domain/refusal';
import { NewView, ViewName } from '#lib/domain/search/saved-view-input';
import { action } from '#lib/server/action';

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
