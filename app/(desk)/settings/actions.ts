'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { addRate as enterRate, removeRate as takeRate } from '#lib/data/metrics/rates';
import {
  revokeInvite as closeInvite,
  makeInvite as invite,
  restoreInvite as openInvite,
  changePerson as savePerson,
} from '#lib/data/people/people';
import { changeOwnPassword } from '#lib/data/people/sessions';
import { deskSettings, setDesk } from '#lib/data/report/desk';
import { passOnFiles as letSeeFiles } from '#lib/data/sources/file-readers';
import { Id } from '#lib/domain/fields';
import { RateEntry } from '#lib/domain/ledger/ledger-input';
import { NewInvite, PasswordChange, PersonChange } from '#lib/domain/people/person-input';
import { accept, type Result } from '#lib/domain/refusal';
import { DeskEntry } from '#lib/domain/report/publishing-input';
import { action } from '#lib/server/action';
import { env } from '#lib/server/env';
import { hashPassword, refusalOfPassword } from '#lib/server/session/password';
import { proveAgain } from '#lib/server/session/prove-again';
import { continueIn } from '#lib/server/session/session';

/** Shows the page's lists as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/settings');
  return result;
}

/**
 * Sets the actor's password. Ends all of their sessions, this one too, and their tokens unless they keep them; this browser
 * goes on in a session of its own.
 */
export const changePassword = action(
  'settings.changePassword',
  'change-password',
  PasswordChange,
  async ({ current, password, keepTokens }, context) => {
    const { actor, writer, origin } = context;
    const proven = await proveAgain(context, { password: current, field: 'current' });
    if (!proven.ok) return proven;
    const { name: desk } = await deskSettings(writer.db);
    const weak = refusalOfPassword(password, { name: actor.name, email: actor.email, desk });
    if (weak) return weak;
    const passwordHash = await hashPassword(password);
    const changed = await changeOwnPassword(writer, { passwordHash, endsTokens: !keepTokens }, origin.session);
    if (!changed.ok) return changed;
    const { sessionId, tokens } = changed.value;
    await continueIn({ personId: actor.id, sessionId });
    return shown(accept({ tokens }));
  },
);

export const changePerson = action(
  'settings.changePerson',
  'manage-people',
  PersonChange,
  async ({ id, ...change }, { writer }) => shown(await savePerson(writer, id, change)),
);

/** Lets a person see the confidential files of somebody who left the desk. */
export const passOnFiles = action(
  'settings.passOnFiles',
  'manage-people',
  z.object({ id: Id, toId: Id }),
  (input, { writer }) => letSeeFiles(writer, input),
);

/** Makes an invitation. The address is whole where the desk knows its own, else a path for the browser to complete. */
export const makeInvite = action(
  'settings.makeInvite',
  'manage-people',
  NewInvite,
  async ({ role, note }, { writer }) => {
    const link = await invite(writer, { role, note });
    if (!link.ok) return link;
    const { token, expiresAt } = link.value;
    const path = `/join?token=${token}`;
    const configured = env().CLAIMDESK_URL;
    const address = configured ? new URL(path, configured).href : path;
    return shown(accept({ address, expiresAt: expiresAt.toISOString() }));
  },
);

const Invite = z.object({ id: Id });

export const revokeInvite = action('settings.revokeInvite', 'manage-people', Invite, async ({ id }, { writer }) =>
  shown(await closeInvite(writer, id)),
);

export const restoreInvite = action('settings.restoreInvite', 'manage-people', Invite, async ({ id }, { writer }) =>
  shown(await openInvite(writer, id)),
);

export const addRate = action('settings.addRate', 'enter-rates', RateEntry, async (entry, { writer }) =>
  shown(await enterRate(writer, entry)),
);

/** Takes a rate away; the answer is what brings it back. */
export const removeRate = action(
  'settings.removeRate',
  'enter-rates',
  z.object({ id: Id }),
  async ({ id }, { writer }) => shown(await takeRate(writer, id)),
);

export const saveDesk = action('settings.saveDesk', 'manage-desk', DeskEntry, async (entry, { writer }) =>
  shown(await setDesk(writer, entry)),
);
