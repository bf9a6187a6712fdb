'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { refusalToNameReaders, setFileReaders } from '#lib/data/sources/file-readers';
import { refusalToTake, removeFile, restoreFile } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { FileReaders } from '#lib/domain/files/readers-input';
import { action } from '#lib/server/action';

const OneFile = z.object({ id: Id });

/** Takes a file off its source. */
export const takeOffFile = action('sources.takeOffFile', 'add-evidence', OneFile, async ({ id }, { actor, writer }) => {
  const taken = (await refusalToTake(writer.db, actor, { id, how: 'remove' })) ?? (await removeFile(writer, id));
  if (taken.ok) revalidatePath('/sources/[id]', 'page');
  return taken;
});

/** Puts it back. */
export const putBackFile = action('sources.putBackFile', 'add-evidence', OneFile, async ({ id }, { actor, writer }) => {
  const taken = (await refusalToTake(writer.db, actor, { id, how: 'restore' })) ?? (await restoreFile(writer, id));
  if (taken.ok) revalidatePath('/sources/[id]', 'page');
  return taken;
});

/** Says who sees a file: some, or all (null). `before`: who sees it as far as the asker knows. */
export const nameReaders = action(
  'sources.nameReaders',
  'add-evidence',
  OneFile.extend({ readers: FileReaders, before: FileReaders }),
  async (input, { actor, writer }) => {
    const named = (await refusalToNameReaders(writer.db, actor, input.id)) ?? (await setFileReaders(writer, input));
    if (named.ok) revalidatePath('/sources/[id]', 'page');
    return named;
  },
);
