import { z } from 'zod';
import { textOfFile } from '#lib/data/sources/file-texts';
import { fileBytes } from '#lib/data/sources/source-files';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';
import { runApart } from '#lib/server/run-apart';

const Query = z.object({ id: Id, file: Id, part: z.coerce.number().int().min(0).max(100_000).default(0) });

/** One part of a file's text, by its place among those that were read, and what is known of the whole. */
export const GET = readRoute(Query, async ({ id, file, part }, db, viewer) => {
  const found = await fileBytes(db, { id, file }, viewer);
  if (!found) return refuse('not-found');
  const text = await textOfFile(db, found);
  if (!text.ok) return text;
  const { packed, ...facts } = text.value;
  if (facts.read === 0) return accept({ facts, part: null });
  const answer = await runApart('part-of-text', { ...text.value, at: part });
  return answer.ok ? accept({ facts, part: answer.value }) : answer;
});
