/** All claims of an article, looked for in the texts of one source. */
import { claimsOf } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import { soughtWords } from '#lib/domain/claims/in-source';
import type { CheckedAgainst } from '#lib/domain/files/found-in-texts';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { runApart } from '#lib/workers/run';
import { textsOf } from './in-sources';
import { isSourceThere } from './source-files';
import { shownEvidence } from './sources';

/** Claims that are looked for at once. */
const mostClaims = 1_000;

/**
 * What a source says of the claims of an article, as far as a person sees both. What they cite of it already is left out.
 * Refused as `runApart` is, and where either is not there.
 */
export async function checkAgainst(
  db: Database,
  { articleId, sourceId }: { articleId: string; sourceId: string },
  viewer: Viewer,
): Promise<Result<CheckedAgainst>> {
  const article = await db.article.findFirst({ where: { id: articleId, removedAt: null }, select: { id: true } });
  if (!article || !(await isSourceThere(db, sourceId, viewer))) return refuse('not-found');
  const all = (await claimsOf(db, articleId)).filter(({ kind }) => kind !== 'opinion' && kind !== 'prediction');
  const claims = all.slice(0, mostClaims);
  const texts = await textsOf(db, [sourceId], viewer);
  const shown = texts.map((text) => text.shown);
  const about = { claims: all.length, isWithoutText: texts.length === 0 };
  if (texts.length === 0 || claims.length === 0) return accept({ ...about, texts: shown, found: [], left: 0 });
  const paragraphs = await db.paragraph.findMany({
    where: { id: { in: [...new Set(claims.map(({ paragraphId }) => paragraphId))] } },
    select: { id: true, text: true },
  });
  const textOf = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const found = await runApart('find-claims-in-texts', {
    claims: claims.map((claim) => ({
      claimId: claim.id,
      kind: claim.kind === 'quote' || claim.kind === 'figure' ? claim.kind : 'fact',
      words: soughtWords(claim, textOf.get(claim.paragraphId) ?? ''),
    })),
    texts: texts.map(({ packed, html }) => ({ sourceId, packed, html })),
  });
  if (!found.ok) return found;
  const cited = await citedPassages(db, { articleId, sourceId }, viewer);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return accept({
    ...about,
    texts: shown,
    left: found.value.left + all.length - claims.length,
    found: found.value.bearings.flatMap(({ claimId, passages }) => {
      const claim = byId.get(claimId);
      const fresh = passages.filter(({ passage }) => !cited.has(`${claimId} ${passage}`));
      if (!claim || fresh.length === 0) return [];
      const { id, number, exact, kind } = claim;
      return [{ claim: { id, number, exact, kind }, passages: fresh }];
    }),
  });
}

/** What claims of an article cite of a source, as far as a person sees it: the claim and the words. */
async function citedPassages(
  db: Database,
  { articleId, sourceId }: { articleId: string; sourceId: string },
  viewer: Viewer,
): Promise<Set<string>> {
  const rows = await db.evidence.findMany({
    where: { sourceId, claim: { articleId, removedAt: null }, ...shownEvidence(viewer) },
    select: { claimId: true, excerpt: true },
  });
  return new Set(rows.map(({ claimId, excerpt }) => `${claimId} ${excerpt}`));
}
