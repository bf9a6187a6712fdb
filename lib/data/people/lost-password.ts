/**
 * The way back in for a person who lost their password: whoever runs the machine makes a link, which works once and for a
 * day. The old password ends when the link is made, so that nobody goes on with one that somebody else may know.
 */
import type { Database, Queryable } from '#lib/data/database/database';
import { hashOf } from '#lib/data/database/secret';
import { inSealedTransaction } from '#lib/data/history/change-log';
import { checkLink } from '#lib/domain/people/person-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { recordAudit } from './audit';
import { activePerson, type LinkMade, makeLink } from './people';
import { changePassword } from './sessions';

/** Whose password a link sets. */
export type PasswordLink = { id: string; person: { id: string; name: string; email: string } };

/**
 * Ends a person's password, sessions and tokens, and makes the link by which they set a new one; an earlier link of theirs
 * ends. Null for somebody who is not an active person of the desk. `tokens`: how many ended.
 */
export async function replacePassword(
  db: Database,
  personId: string,
  now: Date,
): Promise<(LinkMade & { tokens: number }) | null> {
  return inSealedTransaction(db, { actorId: null, now }, async (tx) => {
    const person = await activePerson(tx, personId);
    if (!person) return null;
    const { tokens } = await changePassword(tx, { personId, passwordHash: null, endsTokens: true, now });
    await tx.link.updateMany({
      where: { purpose: 'password', userId: personId, usedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const link = await makeLink(tx, { purpose: 'password', role: person.role, userId: personId, now });
    const audited = { kind: 'password-replaced', subjectId: personId, details: { tokens } } as const;
    await recordAudit(tx, { actorId: null, now }, audited);
    return { ...link, tokens };
  });
}

/** Whose password a link sets, or why it does not open. */
export async function readPasswordLink(db: Queryable, token: string, now: Date): Promise<Result<PasswordLink>> {
  const link = await db.link.findFirst({ where: { purpose: 'password', tokenHash: hashOf(token) } });
  const check = checkLink(link, now);
  if (!check.ok) return check;
  const person = link?.userId ? await activePerson(db, link.userId) : null;
  if (!link || !person) return refuse('link-unknown');
  return accept({ id: link.id, person: { id: person.id, name: person.name, email: person.email } });
}

/** Sets the password that a link is for and uses the link up. Sessions that began meanwhile end. */
export async function setPasswordByLink(
  db: Database,
  { token, passwordHash }: { token: string; passwordHash: string },
  now: Date,
  network?: string,
): Promise<Result<{ email: string }>> {
  return inSealedTransaction(db, { actorId: null, now }, async (tx) => {
    const opened = await readPasswordLink(tx, token, now);
    if (!opened.ok) return opened;
    const { id, person } = opened.value;
    // The comparison inside the UPDATE lets one of two simultaneous visitors through.
    const used = await tx.link.updateMany({ where: { id, usedAt: null, revokedAt: null }, data: { usedAt: now } });
    if (used.count === 0) return refuse('link-used');
    const { tokens } = await changePassword(tx, { personId: person.id, passwordHash, endsTokens: false, now });
    await recordAudit(tx, { actorId: person.id, now, network }, { kind: 'password-changed', details: { tokens } });
    return accept({ email: person.email });
  });
}
