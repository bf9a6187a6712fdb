import { apiBase } from '#lib/api/operation';
import type { Database } from '#lib/data/database/database';
import { readSource } from '#lib/data/sources/sources';
import { accept, refuse } from '#lib/domain/refusal';

/** The answer to a write: the source as it stands now. */
export async function answerWithSource(db: Database, id: string) {
  const source = await readSource(db, id);
  return source ? accept({ value: source, location: `${apiBase}/sources/${id}` }) : refuse('not-found');
}
