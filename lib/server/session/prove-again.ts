/** Asking once more for the password, or a code, of somebody who is signed in. */
import 'server-only';
import { recordAuditAlone } from '#lib/data/people/audit';
import { personToSignIn } from '#lib/data/people/people';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import type { ActionContext } from '#lib/server/action';
import { secondStep } from './one-time-code';
import { isPassword } from './password';
import { tryAgainAs } from './tries';

/** What was sent as proof; what is left out is not asked for. `field`: the form's field of the password. */
type Proof = { password?: string; code?: string; field?: string };

/**
 * Checks the actor's own password and code once more, counted against guessing. Refusals: `too-many-tries`,
 * `password-wrong`, `code-wrong`; a wrong one leaves a line in the audit trail.
 */
export async function proveAgain(
  { actor, writer, sessionId }: ActionContext,
  { password, code, field = 'password' }: Proof,
): Promise<Result<null>> {
  const { db, now } = writer;
  const failed = async (why: 'password' | 'code', refusal: Refusal): Promise<Refusal> => {
    await recordAuditAlone(db, writer, { kind: 'proof-failed', details: { why } });
    return refusal;
  };
  const tried = await tryAgainAs(db, { id: sessionId, personId: actor.id }, now);
  if (!tried.ok) return tried;
  if (password !== undefined) {
    const person = await personToSignIn(db, actor.email);
    const isRight = person?.passwordHash && (await isPassword(person.passwordHash, password));
    if (!isRight) return failed('password', refuse('password-wrong', { field }));
  }
  if (code !== undefined && (await secondStep(db, actor.id, code, writer)) !== 'taken') {
    return failed('code', refuse('code-wrong', { field: 'code' }));
  }
  await tried.value.succeeded();
  return accept(null);
}

/** The same by the password alone, for those who have one: whoever comes by an outside provider has none to give. */
export async function provePassword(context: ActionContext, password = ''): Promise<Result<null>> {
  const person = await personToSignIn(context.writer.db, context.actor.email);
  return person?.passwordHash ? proveAgain(context, { password }) : accept(null);
}
