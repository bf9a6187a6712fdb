import { z } from 'zod';
import { metSuggestions } from '#lib/data/search/met-suggestions';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { readRoute } from '#lib/server/read-route';

const Query = z.object({ id: Id });

/** Which of the suggestions that wait in an article the desk has checked before. */
export const GET = readRoute(Query, async ({ id }, db, viewer) => {
  const found = await metSuggestions(db, id, viewer);
  return found ? accept(found) : refuse('not-found');
});
