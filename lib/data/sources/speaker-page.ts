/** A speaker's page: who they are, what they said in any article, and how it came out. */
import { claimRecord } from '#lib/data/claims/claim-record';
import type { Queryable } from '#lib/data/database/database';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import type { ClaimRecord, RecordQuery } from '#lib/domain/claims/listed-claim';
import type { Viewer } from '#lib/domain/review/blind';
import { readSpeaker } from './speakers';

export type SpeakerPage = { speaker: SpeakerView; merged: SpeakerView[]; record: ClaimRecord };

/** The claims of a speaker and of those merged into them, as a person may see them; `mergedInto`: whose page to show instead. */
export async function speakerPage(
  db: Queryable,
  id: string,
  viewer: Viewer,
  query: RecordQuery,
): Promise<SpeakerPage | { mergedInto: string } | null> {
  const found = await readSpeaker(db, id);
  if (!found || 'mergedInto' in found) return found;
  const speakerIds = [id, ...found.merged.map((one) => one.id)];
  const record = await claimRecord(db, viewer, { speakerId: { in: speakerIds } }, query);
  return { ...found, record };
}
