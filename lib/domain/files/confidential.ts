/**
 * Confidential files: seen by whoever added them and by the people who are named as their readers, whatever their role, and
 * by nobody else. To all others, editors and admins among them, such a file is not there: no name, no words of it, no count.
 * `filesSeenBy` in lib/data/sources/seen-files.ts says the same to the database.
 */
import { type Actor, may, mayChange } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';

/** People who are named for one file. */
export const mostReaders = 100;

/** Who sees a file, as rules need it. */
export type FileSecrecy = { confidential: boolean; addedById: string; readerIds: readonly string[] };

/** Who was named for a confidential file, besides whoever added it. */
export type ConfidentialView = { readers: PersonView[] };

/** Whether a person sees a file, as far as it is confidential. */
export const canSeeFile = (viewer: Pick<Actor, 'id'>, { confidential, addedById, readerIds }: FileSecrecy): boolean =>
  !confidential || addedById === viewer.id || readerIds.includes(viewer.id);

/**
 * Whether a person says who sees a file. A file that everybody sees is closed by whoever added it, or by an editor; who may see
 * a confidential one and adds evidence names further readers, and opens it to all.
 */
export const mayNameReaders = (actor: Pick<Actor, 'id' | 'role'>, file: FileSecrecy): boolean =>
  file.confidential
    ? may(actor, 'add-evidence') && canSeeFile(actor, file)
    : mayChange(actor, 'source-file', file.addedById);

/**
 * The readers of a file as they are kept: each once, without whoever added it, who sees it anyway, and with whoever names
 * them, who would lose it otherwise.
 */
export const readersKept = (named: readonly string[], { addedById, by }: { addedById: string; by: string }): string[] =>
  [...new Set([...named, by])].filter((id) => id !== addedById);
