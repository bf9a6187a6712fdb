/** What the desk as a whole publishes under: its name, its rating scale, its policy of corrections. */

import { isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { recordAudit } from '#lib/data/people/audit';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { DeskEntry } from '#lib/domain/report/publishing-input';
import { type RatingScale, ratingScales } from '#lib/domain/report/rating-scale';

/** There is one desk in a database. */
const id = 'desk';

/** As it was set, or as it is before anybody sets it: then the policy is blank, and edition 0. */
export async function deskSettings(db: Queryable): Promise<DeskEntry> {
  const row = await db.desk.findUnique({ where: { id } });
  if (!row) return { name: 'Claimdesk', correctionsEn: '', correctionsZh: '', scale: ratingScales[0], edition: 0 };
  const { name, correctionsEn, correctionsZh, edition } = row;
  // Written below alone, from a scale that was checked.
  return { name, correctionsEn, correctionsZh, edition, scale: row.scale as RatingScale };
}

/** Sets all of it. Reports that are published keep what they were published under, except for the policy. */
export async function setDesk(writer: Writer, entry: DeskEntry): Promise<Result<DeskEntry>> {
  const { edition, ...facts } = entry;
  const saving = inTransaction(writer, async (tx) => {
    const next = { ...facts, edition: edition + 1, updatedAt: writer.now };
    if (edition === 0) await tx.desk.create({ data: { id, ...next } });
    else {
      const { count } = await tx.desk.updateMany({ where: { id, edition }, data: next });
      if (count === 0) return refuse('desk-changed');
    }
    await recordAudit(tx, writer, { kind: 'desk-changed', details: { name: facts.name } });
    return accept({ ...facts, edition: edition + 1 });
  });
  return saving.catch((error) => {
    if (isUniqueViolation(error)) return refuse('desk-changed');
    throw error;
  });
}
