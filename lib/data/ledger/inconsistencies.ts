/** Where an article's own figures do not go together (lib/domain/ledger/consistency), read from the database. */

import type { Database } from '#lib/data/database/database';
import { figureFacts } from '#lib/data/metrics/refresh';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { findInconsistencies } from '#lib/domain/ledger/consistency';
import type { InconsistencyView } from '#lib/domain/ledger/ledger';
import type { ClaimKind } from '#lib/reading/claim-kinds';

type Kept = { seq: number; inconsistencies: InconsistencyView[] };
const cache = new WeakMap<Database, Map<string, Kept>>();

/** Articles whose inconsistencies are kept until they change. */
const mostKept = 50;

/** What does not go together in an article as it is now, each with the numbers of the claims concerned. */
export async function inconsistenciesOf(db: Database, articleId: string): Promise<InconsistencyView[]> {
  const article = await db.article.findFirst({
    where: { id: articleId, removedAt: null },
    select: { lastSeq: true, title: true, publishedOn: true },
  });
  if (!article) return [];
  const known = cache.get(db) ?? new Map<string, Kept>();
  cache.set(db, known);
  const before = known.get(articleId);
  if (before?.seq === article.lastSeq) return before.inconsistencies;
  const inconsistencies = await readInconsistencies(db, articleId, article);
  known.delete(articleId);
  known.set(articleId, { seq: article.lastSeq, inconsistencies });
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest) known.delete(oldest);
  return inconsistencies;
}

async function readInconsistencies(
  db: Database,
  articleId: string,
  article: { title: string; publishedOn: string | null },
): Promise<InconsistencyView[]> {
  const [revision, claims] = await Promise.all([
    db.revision.findFirst({
      where: { articleId },
      orderBy: { number: 'desc' },
      select: {
        paragraphs: { select: { id: true, position: true, kind: true, text: true }, orderBy: { position: 'asc' } },
      },
    }),
    db.claim.findMany({
      where: { articleId, removedAt: null, orphanedAt: null, figure: { isNot: null } },
      select: {
        ...{ id: true, number: true, paragraphId: true, start: true, end: true, kind: true },
        ...{ metricId: true, speakerId: true, figure: true },
        metric: { select: { subject: true, measure: true, scope: true } },
      },
    }),
  ]);
  // Kinds are written from lib/domain's own vocabularies.
  const paragraphs = (revision?.paragraphs ?? []).map(({ id, position, kind, text }) => ({
    ...{ id, number: position + 1, text },
    kind: kind as ParagraphKind,
  }));
  const read = claims.flatMap(({ figure, kind, number: _, ...claim }) =>
    figure && kind === 'figure'
      ? [{ ...claim, kind: kind as ClaimKind, figure: { ...figureFacts(figure), raw: figure.raw } }]
      : [],
  );
  const numbers = new Map(claims.map(({ id, number }) => [id, number]));
  const places = new Map(paragraphs.map(({ id, number, text }) => [id, { number, text }]));
  return findInconsistencies({ ...article, paragraphs, claims: read }).map(
    ({ code, claims: concerned, place, values }) => {
      const paragraph = place && places.get(place.paragraphId);
      return {
        ...{ code, values },
        claims: concerned.flatMap((id) => numbers.get(id) ?? []),
        place:
          paragraph && place
            ? { paragraph: paragraph.number, words: paragraph.text.slice(place.start, place.end) }
            : null,
      };
    },
  );
}
