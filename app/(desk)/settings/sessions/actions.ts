'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { revokeOtherSessions, revokeSession } from '#lib/data/people/sessions';
import { action } from '#lib/server/action';

/** Ends one of the actor's sessions, with the tokens that were made in it. */
export const endSession = action(
  'settings.endSession',
  'end-sessions',
  z.object({ id: z.string().max(64) }),
  async ({ id }, { writer }) => {
    const ended = await revokeSession(writer, id);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);

/** Ends all of the actor's sessions but this one. */
export const endOtherSessions = action(
  'settings.endOtherSessions',
  'end-sessions',
  z.object({}),
  async (_, { writer, sessionId }) => {
    const ended = await revokeOtherSessions(writer, sessionId);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);
