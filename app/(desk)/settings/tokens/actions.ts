'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { makeApiToken, revokeApiToken } from '#lib/data/people/api-tokens';
import { Id } from '#lib/domain/fields';
import { NewApiToken } from '#lib/domain/people/api-token-input';
import { action } from '#lib/server/action';

/** Makes a token for the actor's scripts; its secret is in the answer and nowhere else. */
export const makeToken = action('tokens.makeToken', 'keep-tokens', NewApiToken, async (token, { writer }) => {
  const made = await makeApiToken(writer, token);
  if (made.ok) revalidatePath('/settings');
  return made;
});

/** Ends a token: the actor's own, or for an admin anybody's. */
export const revokeToken = action(
  'tokens.revokeToken',
  'keep-tokens',
  z.object({ id: Id }),
  async ({ id }, { actor, writer }) => {
    const ended = await revokeApiToken(writer, actor, id);
    if (ended.ok) revalidatePath('/settings');
    return ended;
  },
);
