/** Speakers: the people and bodies that claims are attributed to, shared by all articles. */
import type { SpeakerView } from '#lib/domain/review';
import type { Queryable } from './database';
import { newId } from './id';

export type SpeakerFacts = { name: string; role?: string | null; organisation?: string | null };

/** The id of the speaker of that name, role and organisation; made where the desk has none. */
export async function speakerFor(tx: Queryable, facts: SpeakerFacts, now: Date): Promise<string> {
  const { name, role = null, organisation = null } = facts;
  const known = await tx.speaker.findFirst({
    where: { name, ...(role ? { role } : {}), ...(organisation ? { organisation } : {}), mergedIntoId: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  if (known) return known.id;
  const made = await tx.speaker.create({ data: { id: newId(), name, role, organisation, createdAt: now } });
  return made.id;
}

/** Every speaker that may be picked, by name. */
export async function listSpeakers(db: Queryable, limit = 500): Promise<SpeakerView[]> {
  return db.speaker.findMany({
    where: { mergedIntoId: null },
    select: { id: true, name: true, role: true, organisation: true },
    orderBy: { name: 'asc' },
    take: limit,
  });
}
