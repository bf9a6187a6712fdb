'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import {
  beginFactor,
  begunFactor,
  confirmFactor,
  makeRecoveryCodes,
  removeFactor,
  requireFactor,
  resetFactor,
} from '#lib/data/people/second-factor';
import { renewSession } from '#lib/data/people/sessions';
import { deskSettings } from '#lib/data/report/desk';
import { Id } from '#lib/domain/fields';
import { FactorBeginning, FactorCode, FactorProof, FactorRequirement } from '#lib/domain/people/second-factor-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { newFactor, stepOf } from '#lib/server/session/one-time-code';
import { proveAgain } from '#lib/server/session/prove-again';
import { continueIn } from '#lib/server/session/session';
import { tryAgainAs } from '#lib/server/session/tries';

/** Shows the page's lists as they are after a change. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/settings');
  return result;
}

/**
 * Begins the set-up of a second step: what an app needs, shown until the first code confirms it. The password was proven, so
 * this browser goes on under another id of its session: no copy of its cookie gains the second step.
 */
export const beginSecondStep = action(
  'settings.beginSecondStep',
  'second-factor',
  FactorBeginning,
  async ({ password }, context) => {
    const { actor, writer } = context;
    const proven = await proveAgain(context, { password });
    if (!proven.ok) return proven;
    const { name } = await deskSettings(writer.db);
    const { shown: factor, sealed } = newFactor(name, actor);
    const begun = await beginFactor(writer, sealed);
    if (!begun.ok) return begun;
    const renewed = await renewSession(writer);
    if (!renewed.ok) return renewed;
    await continueIn({ personId: actor.id, sessionId: renewed.value });
    return accept(factor);
  },
  { inSetUp: true },
);

/** Confirms it by a code, and returns the recovery codes, which are shown this once. */
export const confirmSecondStep = action(
  'settings.confirmSecondStep',
  'second-factor',
  FactorCode,
  async ({ code }, { actor, writer, sessionId }) => {
    const tried = await tryAgainAs(writer.db, { id: sessionId, personId: actor.id }, writer.now);
    if (!tried.ok) return tried;
    const begun = await begunFactor(writer);
    const step = begun && stepOf(begun.secret, actor.id, code, writer.now);
    if (step === null) return refuse('code-wrong', { field: 'code' });
    await tried.value.succeeded();
    // The page shows the codes before it is read again.
    return confirmFactor(writer, step);
  },
  { inSetUp: true },
);

/** Makes new recovery codes in place of those before. */
export const renewRecoveryCodes = action(
  'settings.renewRecoveryCodes',
  'second-factor',
  FactorCode,
  async ({ code }, context) => {
    const proven = await proveAgain(context, { code });
    return proven.ok ? makeRecoveryCodes(context.writer) : proven;
  },
);

export const removeSecondStep = action(
  'settings.removeSecondStep',
  'second-factor',
  FactorProof,
  async ({ password, code }, context) => {
    const proven = await proveAgain(context, { password, code });
    return proven.ok ? shown(await removeFactor(context.writer)) : proven;
  },
);

/** Removes the second step of a colleague who lost theirs. */
export const resetSecondStep = action(
  'settings.resetSecondStep',
  'manage-people',
  z.object({ id: Id }),
  async ({ id }, { writer }) => shown(await resetFactor(writer, id)),
);

/** Whether everybody who signs in with a password needs a second step. */
export const requireSecondStep = action(
  'settings.requireSecondStep',
  'manage-desk',
  FactorRequirement,
  async ({ required }, { writer }) => shown(await requireFactor(writer, required)),
);
