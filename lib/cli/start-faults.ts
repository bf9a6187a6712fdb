/** What keeps a desk from starting, as a sentence for whoever runs it. */
import { faultOf } from '#lib/data/database/faults';

/** Node's codes of files that cannot be written. */
const fileFaults: Record<string, 'full' | 'unwritable'> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'unwritable',
  EACCES: 'unwritable',
  EPERM: 'unwritable',
};

function kindOf(error: unknown): 'full' | 'unwritable' | 'failing' | null {
  if (!(error instanceof Error)) return null;
  const own = 'syscall' in error && 'code' in error ? fileFaults[String(error.code)] : undefined;
  if (own) return own;
  const fault = faultOf(error);
  if (fault === 'database-full') return 'full';
  if (fault === 'database-read-only') return 'unwritable';
  return fault === 'database-failing' ? 'failing' : null;
}

/**
 * Says what is wrong with the disk on which a desk was to start. `place`: the folder of its data, or the name of its database.
 * null where the error is about something else.
 */
export function diskSentence(error: unknown, place: string): string | null {
  const kind = kindOf(error);
  if (kind === 'full') return `There is no room left at ${place}. Free some, then start Claimdesk again.`;
  if (kind === 'unwritable') {
    return `${place} cannot be written to: the disk is read-only, or the folder belongs to another account. Make it writable, then start Claimdesk again.`;
  }
  return kind && `The disk at ${place} reports errors. Look at it before you start Claimdesk again.`;
}
