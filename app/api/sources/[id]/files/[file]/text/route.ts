import { z } from 'zod';
import { textOfFile } from '#lib/data/sources/file-texts';
import { fileBytes } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import type { SoughtPart } from '#lib/domain/files/file-text';
import { accept, refuse } from '#lib/domain/refusal';
import { noteTaking } from '#lib/server/http/note-taking';
import { readRoute } from '#lib/server/read-route';
import { runApart } from '#lib/server/run-apart';

const Query = z.object({
  ...{ id: Id, file: Id },
  part: z.coerce.number().int().min(0).max(100_000).optional(),
  /** Names of sheets have 31 characters at most; of other programs' files a few more. */
  sheet: z.string().max(300).optional(),
  words: z.string().max(500).optional(),
});

/**
 * One part of a file's text – by its place among those that were read, else the first one of a sheet's name or that holds words –
 * and what is known of the whole.
 */
export const GET = readRoute(Query, async ({ id, file, part, sheet, words }, db, viewer) => {
  const found = await fileBytes(db, { id, file }, viewer);
  if (!found) return refuse('not-found');
  await noteTaking(viewer.id, { hash: found.hash, name: found.isConfidential ? null : found.name });
  const text = await textOfFile(db, found);
  if (!text.ok) return text;
  const { packed, ...facts } = text.value;
  if (facts.read === 0) return accept({ facts, at: 0, part: null });
  const sought: SoughtPart =
    part !== undefined ? { at: part } : sheet !== undefined ? { label: sheet } : words ? { words } : { at: 0 };
  const answer = await runApart('part-of-text', { ...text.value, sought });
  return answer.ok ? accept({ facts, at: answer.value?.at ?? 0, part: answer.value?.part ?? null }) : answer;
});
