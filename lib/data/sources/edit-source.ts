/** Changing what the desk knows about a source, in every article that rests on it. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import type { SourceFacts } from '#lib/domain/claims/claim-input';
import type { SourceView } from '#lib/domain/claims/claim-view';
import { type Actor, mayChange } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { foldForSearch } from '#lib/text/search';
import { sourceView, sourceWithOrigin } from './source-view';
import { logWhereCited, refreshMetrics, shownAs } from './where-cited';

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
    const metricIds = await logWhereCited(tx, writer, await shownAs(tx, id), {
      verb: 'source-edited',
      before,
      after: { ...after, source: after.title },
    });
    const searchText = foldForSearch(after.title, after.publisher, after.url);
    // A source that the caller names may be shown as another one by now.
    const edited = { ...after, originId: origin.value };
    const { count } = await tx.source.updateMany({
      where: { id, ...before },
      data: {
        ...edited,
        ...(edited.originId === originId ? {} : { originWasId: null }),
        searchText,
        updatedAt: writer.now,
      },
    });
    if (count === 0) return refuse((await tx.source.count({ where: { id } })) > 0 ? 'source-changed' : 'not-found');
    await refreshMetrics(tx, writer, metricIds);
    return accept({ id });
  });
}

function withoutUndefined(edits: SourceEdits): Partial<SourceFacts> {
  return Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined));
}

/** A source repeats one that is there, and neither itself nor one that repeats it; returns the one that it is shown as. */
async function checkOrigin(tx: Queryable, id: string, originId: string | null): Promise<Result<string | null>> {
  const chain = await chainFrom(tx, originId);
  if (!chain) return refuse('not-found', { field: 'originId' });
  if (chain[0] === id) return refuse('origin-is-itself', { field: 'originId' });
  return chain.includes(id) ? refuse('origin-in-a-circle', { field: 'originId' }) : accept(chain[0] ?? null);
}

/** A source, as the one that it is shown as, and those that it repeats, one after the other; null where one is not there. */
export async function chainFrom(tx: Queryable, sourceId: string | null): Promise<string[] | null> {
  const passed: string[] = [];
  for (let next = sourceId; next !== null; ) {
    const row = await tx.source.findUnique({ where: { id: next }, ...sourceWithOrigin });
    if (!row) return null;
    const { id, originId } = sourceView(row);
    if (passed.includes(id)) return passed;
    passed.push(id);
    next = originId;
  }
  return passed;
}
