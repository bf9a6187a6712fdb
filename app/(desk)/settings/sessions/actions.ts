'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { endSessionsOf, revokeOtherSessions, revokeSession } from '#lib/data/people/sessions';
import { Id } from '#lib/domain/fields';
import { Password } from '#lib/domain/people/second-factor-input';
import { action } from '#lib/server/action';
import { provePassword } from '#lib/server/session/prove-again';

/** Ends one of the actor's sessions, with the tokens that were made in it. Asks for the password of those who have one. */
export const endSession = action(
  'settings.endSession',
  'end-sessions',
  z.object({ id: Id, password: Password.optional() }),
  async ({ id, password }, context) => {
    const proven = await provePassword(context, password);
    if (!proven.ok) return proven;
    const ended = await revokeSession(context.writer, id);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);

/** Ends all of the actor's sessions but this one, in the same way. */
export const endOtherSessions = action(
  'settings.endOtherSessions',
  'end-sessions',
  z.object({ password: Password.optional() }),
  async ({ password }, context) => {
    const proven = await provePassword(context, password);
    if (!proven.ok) return proven;
    const ended = await revokeOtherSessions(context.writer, context.sessionId);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);

/** Ends all sessions of a colleague, or of everybody but the actor where no `id` is given. */
export const endSessionsOfPeople = action(
  'settings.endSessionsOfPeople',
  'manage-people',
  z.object({ id: Id.optional() }),
  async ({ id }, { writer }) => {
    const ended = await endSessionsOf(writer, id);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);
