/** What the desk keeps of access for a time only. Called at sign-ins, which are regular enough. */
import type { Database } from '#lib/data/database/database';
import { shortenOldAddresses } from './audit';
import { removeOldSessions } from './sessions';
import { removeOldTries } from './tries';

const day = 86_400_000;

/** Shortens addresses of the audit trail that are a month old, and removes counts of tries and sessions that are long over. */
export async function tidyAccess(db: Database, now: Date): Promise<void> {
  await removeOldTries(db, new Date(now.getTime() - day));
  await removeOldSessions(db, now);
  await shortenOldAddresses(db, now);
}
