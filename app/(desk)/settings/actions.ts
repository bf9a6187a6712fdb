'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { addRate as enterRate, removeRate as takeRate } from '#lib/data/metrics/rates';
import {
  revokeInvite as closeInvite,
  makeInvite as invite,
  restoreInvite as openInvite,
  personToSignIn,
  changePassword as savePassword,
  changePerson as savePerson,
} from '#lib/data/people/people';
import { setDesk } from '#lib/data/report/desk';
import { RateEntry } from '#lib/domain/ledger/ledger-input';
import { NewInvite, PasswordChange, PersonChange } from '#lib/domain/people/person-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { DeskEntry } from '#lib/domain/report/publishing-input';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';
import { forgetTries, spendTry } from '#lib/server/http/rate-limit';
import { senderOf } from '#lib/server/http/sender';
import { hashPassword, isPassword } from '#lib/server/session/auth';

/** Shows the page's lists as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/settings');
  return result;
}

/** Sets the actor's password. Ends all of their sessions, this one too: the page signs in again with the new one. */
export const changePassword = action(
  'change-password',
  PasswordChange,
  async ({ current, password }, { actor, writer }) => {
    const account = `password ${actor.id}`;
    const sent = await headers();
    const address = senderOf((name) => sent.get(name));
    if (!(await spendTry(account, address))) return refuse('too-many-tries');
    const person = await personToSignIn(writer.db, actor.email);
    if (!person?.passwordHash || !(await isPassword(person.passwordHash, current))) {
      return refuse('password-wrong', { field: 'current' });
    }
    await forgetTries(account, address);
    await savePassword(writer.db, actor.id, await hashPassword(password));
    return accept({ email: actor.email });
  },
);

export const changePerson = action('manage-people', PersonChange, async ({ id, ...change }, { writer }) =>
  shown(await savePerson(writer, id, change)),
);

/** Makes an invitation. The address is whole where the desk knows its own, else a path for the browser to complete. */
export const makeInvite = action('manage-people', NewInvite, async ({ role, note }, { writer }) => {
  const link = await invite(writer, { role, note });
  if (!link.ok) return link;
  const { token, expiresAt } = link.value;
  const path = `/join?token=${token}`;
  const configured = env().CLAIMDESK_URL;
  const address = configured ? new URL(path, configured).href : path;
  return shown(accept({ address, expiresAt: expiresAt.toISOString() }));
});

const Invite = z.object({ id: z.string() });

export const revokeInvite = action('manage-people', Invite, async ({ id }, { writer }) =>
  shown(await closeInvite(writer, id)),
);

export const restoreInvite = action('manage-people', Invite, async ({ id }, { writer }) =>
  shown(await openInvite(writer, id)),
);

export const addRate = action('enter-rates', RateEntry, async (entry, { writer }) =>
  shown(await enterRate(writer, entry)),
);

/** Takes a rate away; the answer is what brings it back. */
export const removeRate = action('enter-rates', z.object({ id: z.string().max(64) }), async ({ id }, { writer }) =>
  shown(await takeRate(writer, id)),
);

export const saveDesk = action('manage-desk', DeskEntry, async (entry, { writer }) =>
  shown(await setDesk(writer, entry)),
);
