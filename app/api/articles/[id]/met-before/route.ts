import { z } from 'zod';
import { metChecks } from '#lib/data/fact-checks/met-checks';
import { metBefore } from '#lib/data/search/met-before';
import { Id } from '#lib/domain/fields';
import { accept, refuse } from '#lib/domain/refusal';
import { claimKinds } from '#lib/reading/claim-kinds';
import { readRoute } from '#lib/server/read-route';

const Offset = z.coerce.number().int().min(0).max(10_000_000);
const Query = z.object({ id: Id, paragraph: Id, start: Offset, end: Offset, kind: z.enum(claimKinds) });

/** What the desk, and apart from it what others, checked before that a claim or a suggestion of an article repeats. */
export const GET = readRoute(Query, async ({ id, paragraph, start, end, kind }, db, viewer) => {
  const place = { articleId: id, paragraphId: paragraph, start, end, kind };
  const [claims, checks] = await Promise.all([metBefore(db, place, viewer), metChecks(db, place)]);
  return claims && checks ? accept({ claims, checks }) : refuse('not-found');
});
