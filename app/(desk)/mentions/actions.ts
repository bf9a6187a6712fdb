'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { markNoticesRead } from '#lib/data/ledger/ledger';
import { markMentionsRead } from '#lib/data/review/comments';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';

/** Notes that the actor has seen every mention of them and everything that they were told of figures. */
export const readAll = action('mentions.readAll', 'mark-seen', z.object({}), async (_, { actor, writer }) => {
  await markMentionsRead(writer, 'all');
  await markNoticesRead(writer.db, actor, writer.now);
  revalidatePath('/mentions');
  return accept({});
});
