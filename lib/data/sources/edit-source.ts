/** Changing what the desk knows about a source, in every article that rests on it. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import { refreshMetric } from '#lib/data/metrics/refresh';
import type { SourceFacts } from '#lib/domain/claims/claim-input';
import type { SourceView } from '#lib/domain/claims/claim-view';
import { type Actor, mayChange } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { foldForSearch } from '#lib/text/search';

/** What changes about a source; undefined stays as it is. */
export type SourceEdits = { [Field in keyof SourceFacts]?: SourceFacts[Field] | undefined };

/** A source is its adder's to change, and an editor's: the refusal for anybody else, null where they may. */
export async function refusalToChangeSource(
  db: Queryable,
  actor: Pick<Actor, 'id' | 'role'>,
  sourceId: string,
): Promise<Refusal | null> {
  const source = await db.source.findUnique({ where: { id: sourceId }, select: { createdById: true } });
  if (!source) return refuse('not-found');
  return mayChange(actor, 'source', source.createdById) ? null : refuse('not-allowed');
}

/**
 * Changes a source. `seen`: the source as the caller read it, compared inside the UPDATE. Each article that rests on it gets
 * a line of history, and the metrics of its figures, which count independent sources, are worked out anew.
 */
export async function editSource(
  writer: Writer,
  seen: SourceView,
  edits: SourceEdits,
): Promise<Result<{ id: string }>> {
  const { id, title, publisher, url, published, accessed, kind, originId } = seen;
  const before = { title, publisher, url, published, accessed, kind, originId };
  const after: SourceFacts = { ...before, ...withoutUndefined(edits) };
  return inTransaction(writer, async (tx) => {
    const origin = await checkOrigin(tx, id, after.originId);
    if (!origin.ok) return origin;
    // The articles are locked before anything else is written, as everybody does.
    const uses = await tx.evidence.findMany({
      where: { sourceId: id, removedAt: null, claim: { removedAt: null, article: { removedAt: null } } },
      select: { claim: { select: { articleId: true, metricId: true } } },
    });
    const articleIds = [...new Set(uses.map(({ claim }) => claim.articleId))].sort();
    for (const articleId of articleIds) {
      const locked = await lockArticle(tx, writer, articleId);
      if (locked.ok) {
        await locked.value.log({ verb: 'source-edited', before, after: { ...after, source: after.title } });
      }
    }
    const searchText = foldForSearch(after.title, after.publisher, after.url);
    const { count } = await tx.source.updateMany({
      where: { id, ...before },
      data: { ...after, searchText, updatedAt: writer.now },
    });
    if (count === 0) return refuse((await tx.source.count({ where: { id } })) > 0 ? 'source-changed' : 'not-found');
    const metricIds = [...new Set(uses.flatMap(({ claim }) => claim.metricId ?? []))].sort();
    for (const metricId of metricIds) await refreshMetric(tx, writer, metricId);
    return accept({ id });
  });
}

function withoutUndefined(edits: SourceEdits): Partial<SourceFacts> {
  return Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined));
}

/** A source repeats one that is there, and neither itself nor one that repeats it. */
async function checkOrigin(tx: Queryable, id: string, originId: string | null): Promise<Result<null>> {
  if (originId === id) return refuse('origin-is-itself', { field: 'originId' });
  const passed = new Set<string>();
  for (let next = originId; next !== null && !passed.has(next); ) {
    passed.add(next);
    const origin = await tx.source.findUnique({ where: { id: next }, select: { originId: true } });
    if (!origin) return refuse('not-found', { field: 'originId' });
    if (origin.originId === id) return refuse('origin-in-a-circle', { field: 'originId' });
    next = origin.originId;
  }
  return accept(null);
}
