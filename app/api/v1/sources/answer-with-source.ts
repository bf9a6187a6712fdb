import { apiBase } from '#lib/api/operation';
import type { Writer } from '#lib/data/history/change-log';
import { readSource } from '#lib/data/sources/sources';
import { accept, refuse } from '#lib/domain/refusal';

/** The answer to a write: the source as it stands now. Its writer named it, so nothing of it is held back. */
export async function answerWithSource({ db, actorId }: Writer, id: string) {
  const source = await readSource(db, id, { id: actorId, role: 'admin' });
  return source ? accept({ value: source, location: `${apiBase}/sources/${id}` }) : refuse('not-found');
}
