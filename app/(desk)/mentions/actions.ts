'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { markMentionsRead } from '#lib/data/comments';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';

/** Notes that the actor has seen every mention of them. */
export const readAll = action('read', z.object({}), async (_, { writer }) => {
  await markMentionsRead(writer, 'all');
  revalidatePath('/mentions');
  return accept({});
});
