/** A source's page: what rests on it in any article, what repeats it, whether its page is there, whether it was withdrawn. */
import { blindAmong, sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import { type CountedClaim, recordOfClaims } from '#lib/data/claims/claim-record';
import type { Queryable } from '#lib/data/database/database';
import type { Retired, SourceListed } from '#lib/domain/claims/claim-view';
import { bearing, isFinding } from '#lib/domain/claims/evidence-strength';
import type { ClaimRecord, RecordQuery } from '#lib/domain/claims/listed-claim';
import type { Stance } from '#lib/domain/claims/source';
import type { Standing } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Viewer } from '#lib/domain/review/blind';
import { readSource, shownEvidence } from './sources';
import { shownAs } from './where-cited';

/** What a claim cites a source for. */
export type Citation = { id: string; stance: Stance; excerpt: string; locator: string | null };

type Named = { id: string; title: string };

/**
 * `createdById`: who brought it. `origin`: the source that it repeats. `leaning`: how many verdicts lean on it, those of the
 * claims in `leans`. `citations`: by claim.
 */
export type SourcePage = {
  source: SourceListed;
  createdById: string;
  retired: (Retired & { by: PersonView | null }) | null;
  origin: (Named & { isRetired: boolean }) | null;
  reposts: (Named & { publisher: string | null; isRetired: boolean })[];
  merged: (Named & { publisher: string | null; createdById: string })[];
  leaning: number;
  leans: ReadonlySet<string>;
  record: ClaimRecord;
  citations: ReadonlyMap<string, Citation[]>;
};

/** How many sources are listed that repeat a source. */
const mostReposts = 100;

/**
 * A source as a person may see it; `mergedInto`: whose page to show instead; null where it is not there, or not for them yet.
 * Sources that are held back from them are in none of its lists.
 */
export async function sourcePage(
  db: Queryable,
  id: string,
  viewer: Viewer,
  query: RecordQuery,
): Promise<SourcePage | { mergedInto: string } | null> {
  const source = await readSource(db, id, viewer);
  if (!source) return null;
  if (source.id !== id) return { mergedInto: source.id };
  const shown = without(viewer, sourcesHeldBackFrom(viewer));
  const [row, ids] = await Promise.all([
    db.source.findUniqueOrThrow({
      where: { id },
      select: {
        createdById: true,
        retiredBy: { select: { id: true, name: true } },
        merged: {
          where: shown,
          select: { id: true, title: true, publisher: true, createdById: true },
          orderBy: { title: 'asc' },
        },
      },
    }),
    shownAs(db, id),
  ]);
  const [pieces, origin, reposts] = await Promise.all([
    citationsOf(db, viewer, ids),
    source.originId
      ? db.source.findFirst({
          where: { AND: [{ id: source.originId }, shown] },
          select: { id: true, title: true, retiredAt: true },
        })
      : null,
    db.source.findMany({
      where: { AND: [{ originId: { in: ids }, id: { notIn: ids }, mergedIntoId: null }, shown] },
      select: { id: true, title: true, publisher: true, retiredAt: true },
      orderBy: { title: 'asc' },
      take: mostReposts,
    }),
  ]);
  const citations = new Map<string, Citation[]>();
  const claims = new Map<string, CountedClaim>();
  const leans = new Set<string>();
  for (const { claim, ...piece } of pieces) {
    citations.set(claim.id, [...(citations.get(claim.id) ?? []), piece]);
    claims.set(claim.id, claim);
    if (isFinding(claim.standing) && bearing[claim.standing].some((one) => one === piece.stance)) leans.add(claim.id);
  }
  const asked = [...claims.values()].filter((claim) => !query.leaning || leans.has(claim.id));
  const record = await recordOfClaims(db, viewer, asked, query);
  return {
    source,
    createdById: row.createdById,
    retired: source.retired && { ...source.retired, by: row.retiredBy },
    origin: origin && { id: origin.id, title: origin.title, isRetired: origin.retiredAt !== null },
    reposts: reposts.map(({ retiredAt, ...one }) => ({ ...one, isRetired: retiredAt !== null })),
    merged: row.merged,
    leaning: leans.size,
    leans,
    record,
    citations,
  };
}

/**
 * What a person sees cited from some sources, in the order in which it was added, each with its claim. It is found by the
 * sources: from the claims' side, every claim would be looked at.
 */
async function citationsOf(
  db: Queryable,
  viewer: Viewer,
  sourceIds: string[],
): Promise<(Citation & { claim: CountedClaim })[]> {
  const rows = await db.evidence.findMany({
    where: {
      sourceId: { in: sourceIds },
      claim: { removedAt: null, article: { removedAt: null } },
      ...shownEvidence(viewer),
    },
    select: {
      id: true,
      stance: true,
      excerpt: true,
      locator: true,
      claim: {
        select: {
          id: true,
          number: true,
          standing: true,
          createdAt: true,
          article: { select: { id: true, publishedOn: true } },
        },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const blind = await blindAmong(
    db,
    viewer,
    rows.map(({ claim }) => claim.id),
  );
  return rows.map(({ stance, claim, ...piece }) => ({
    ...piece,
    // stance and standing are written by lib/data/claims alone, from values of these types.
    stance: stance as Stance,
    claim: { ...claim, standing: blind.has(claim.id) ? 'open' : (claim.standing as Standing) },
  }));
}
