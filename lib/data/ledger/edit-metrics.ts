/**
 * Metrics: claims are put on them and taken off, they are named, merged and separated, watched. What a metric's
 * observations come to is metrics/refresh.ts; reading them is ledger.ts.
 */

import { lockClaim, recordChange } from '#lib/data/claims/change-claim';
import type { ClaimRef } from '#lib/data/claims/read-claims';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import { aliasesOf } from '#lib/data/metrics/names';
import { describeInBoth, figureFacts, refreshMetric } from '#lib/data/metrics/refresh';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { metricTitle } from '#lib/domain/ledger/ledger';
import type { MetricEntry, MetricNamed } from '#lib/domain/ledger/ledger-input';
import { metricKey } from '#lib/domain/ledger/metric-index';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { foldName, measureOf } from '#lib/reading/measures';
import type { MetricName } from '#lib/reading/metrics';
import { foldForSearch } from '#lib/text/search';

const names = { id: true, subject: true, measure: true, scope: true } as const;

/** A metric's names as they are stored; the measure can be searched for in both languages. */
function nameColumns(name: MetricName, aliases: string[]) {
  const { subject, measure, scope } = name;
  const known = measureOf(measure);
  return {
    ...{ subject, measure, scope, aliases, nameKey: metricKey(name) },
    searchText: foldForSearch(subject, measure, scope, ...aliases, known?.en ?? null, known?.zh ?? null),
  };
}

/** The metric that a person names: one that the desk has, by id or by the same name, or a new one. */
export async function metricFor(tx: Queryable, writer: Writer, named: MetricNamed) {
  if ('id' in named) {
    const metric = await tx.metric.findFirst({ where: { id: named.id, mergedIntoId: null }, select: names });
    return metric ? accept({ ...metric, isNew: false }) : refuse('not-found', { field: 'metric' });
  }
  const { now } = writer;
  const id = newId();
  // In one statement: of two who make the same metric at once, both get the one.
  const metric = await tx.metric.upsert({
    where: { nameKey: metricKey(named) },
    create: { id, ...nameColumns(named, []), createdAt: now, changedAt: now, updatedAt: now, namedAt: now },
    update: {},
    select: names,
  });
  return accept({ ...metric, isNew: metric.id === id });
}

/** Puts a claim's figure on a metric, or takes it off (null). */
export async function measureClaim(
  writer: Writer,
  ref: ClaimRef,
  named: MetricNamed | null,
): Promise<Result<ClaimView>> {
  return inTransaction(writer, (tx) => measureIn(tx, writer, ref, named));
}

/** The same within a larger change of the claim. */
export async function measureIn(
  tx: Queryable,
  writer: Writer,
  ref: ClaimRef,
  named: MetricNamed | null,
): Promise<Result<ClaimView>> {
  const locked = await lockClaim(tx, writer, ref, { edits: true });
  if (!locked.ok) return locked;
  const { claim, article } = locked.value;
  if (claim.kind !== 'figure') return refuse('not-a-figure');
  const figure = await tx.figure.findUnique({ where: { claimId: claim.id } });
  if (named && !figure) return refuse('no-figure');
  const old = claim.metricId ? await tx.metric.findUnique({ where: { id: claim.metricId }, select: names }) : null;
  const found = named && (await metricFor(tx, writer, named));
  if (found && !found.ok) return found;
  const metric = found?.value ?? null;
  const notes = { before: { metric: old && metricTitle(old) }, after: { metric: metric && metricTitle(metric) } };
  if (metric?.id === old?.id) return recordChange(writer, locked.value, { verb: 'claim-measured', ...notes });
  await tx.claim.update({ where: { id: claim.id }, data: { metricId: metric?.id ?? null } });
  if (old) await refreshMetric(tx, writer, old.id, [{ verb: 'left', claimId: claim.id }]);
  if (!metric || !figure) return recordChange(writer, locked.value, { verb: 'claim-measured', ...notes });
  const arrival = figureFacts(figure);
  const { title } = await tx.article.findUniqueOrThrow({ where: { id: article.id }, select: { title: true } });
  return recordChange(writer, locked.value, {
    verb: 'claim-measured',
    ...notes,
    ledger: {
      verb: metric.isNew ? 'opened' : 'joined',
      after: { value: describeInBoth(arrival), article: title, number: claim.number },
      arrival,
    },
  });
}

/** Changes a metric's names. `edition`: the one that the caller saw. */
export async function nameMetric(
  writer: Writer,
  { id, edition }: { id: string; edition: number },
  entry: MetricEntry,
): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const before = await tx.metric.findFirst({ where: { id, mergedIntoId: null } });
    if (!before) return refuse('not-found');
    const twin = await tx.metric.findFirst({ where: { nameKey: metricKey(entry), id: { not: id } }, select: names });
    if (twin) return refuse('metric-exists', { field: 'subject', values: { name: metricTitle(twin) } });
    const { aliases, ...name } = entry;
    const named = await tx.metric.updateMany({
      where: { id, edition },
      data: { ...nameColumns(name, aliases), edition: { increment: 1 }, namedAt: writer.now },
    });
    if (named.count === 0) return refuse('metric-changed');
    await refreshMetric(tx, writer, id, [
      {
        verb: 'named',
        before: { name: metricTitle(before), aliases: aliasesOf(before.aliases) },
        after: { name: metricTitle(name), aliases },
      },
    ]);
    return accept({ id });
  });
}

/**
 * Moves claims from one metric to another, with a line in each article's history. The articles are locked before the
 * metrics, as everybody does.
 */
async function moveClaims(
  tx: Queryable,
  writer: Writer,
  claims: { id: string; articleId: string }[],
  to: { id: string } & MetricName,
  from: MetricName,
) {
  const articles = [...new Set(claims.map(({ articleId }) => articleId))].sort();
  for (const articleId of articles) {
    const moved = claims.filter((claim) => claim.articleId === articleId);
    const locked = await lockArticle(tx, writer, articleId, { includeRemoved: true });
    if (!locked.ok) return locked;
    await inBatches(moved, (some) =>
      tx.claim.updateMany({
        where: { id: { in: some.map(({ id }) => id) } },
        data: { metricId: to.id, version: { increment: 1 }, edition: { increment: 1 } },
      }),
    );
    const [before, after] = [{ metric: metricTitle(from) }, { metric: metricTitle(to) }];
    await locked.value.logAll(moved.map(({ id }) => ({ verb: 'claim-measured', claimId: id, before, after })));
  }
  return accept(null);
}

/**
 * Makes two metrics one: the claims of `id`, its names and its watchers go over to `intoId`. `claimIds`: those that went
 * over, for taking it back.
 */
export async function mergeMetric(
  writer: Writer,
  id: string,
  intoId: string,
): Promise<Result<{ id: string; claimIds: string[] }>> {
  if (id === intoId) return refuse('metric-is-itself');
  return inTransaction(writer, async (tx) => {
    const from = await tx.metric.findFirst({ where: { id, mergedIntoId: null }, include: { watches: true } });
    const into = await tx.metric.findFirst({ where: { id: intoId, mergedIntoId: null }, include: { watches: true } });
    if (!from || !into) return refuse('not-found');
    const claims = await tx.claim.findMany({ where: { metricId: id }, select: { id: true, articleId: true } });
    const moved = await moveClaims(tx, writer, claims, into, from);
    if (!moved.ok) return moved;
    const { now } = writer;
    const [fromName, intoName] = [metricTitle(from), metricTitle(into)];
    const aliases = [...new Set([...aliasesOf(into.aliases), fromName, ...aliasesOf(from.aliases)])];
    for (const [metricId, cause] of [
      [id, { verb: 'merged', after: { into: intoName } }],
      [intoId, { verb: 'merged', after: { from: fromName } }],
    ] as const) {
      const data = metricId === id ? { mergedIntoId: intoId, nameKey: null } : nameColumns(into, aliases);
      await tx.metric.update({ where: { id: metricId }, data: { ...data, edition: { increment: 1 }, namedAt: now } });
      await refreshMetric(tx, writer, metricId, [cause]);
    }
    for (const { userId } of from.watches) {
      const watch = { metricId: intoId, userId };
      await tx.watch.upsert({ where: { metricId_userId: watch }, create: { ...watch, createdAt: now }, update: {} });
    }
    return accept({ id: intoId, claimIds: claims.map((claim) => claim.id) });
  });
}

/** Takes claims of a metric out into one of another name: a split, or a merge taken back. */
export async function separateMetric(
  writer: Writer,
  id: string,
  named: MetricName,
  claimIds: string[],
): Promise<Result<{ id: string }>> {
  return inTransaction(writer, async (tx) => {
    const from = await tx.metric.findFirst({ where: { id, mergedIntoId: null } });
    if (!from) return refuse('not-found');
    if (metricKey(from) === metricKey(named))
      return refuse('metric-exists', { field: 'subject', values: { name: metricTitle(from) } });
    const claims = await tx.claim.findMany({
      where: { metricId: id, id: { in: claimIds } },
      select: { id: true, articleId: true },
    });
    if (claims.length === 0) return refuse('not-found', { field: 'claims' });
    const alone = await metricFor(tx, writer, named);
    if (!alone.ok) return alone;
    const to = alone.value;
    const moved = await moveClaims(tx, writer, claims, to, from);
    if (!moved.ok) return moved;
    // The new name is no other name of the old metric any more.
    const aliases = aliasesOf(from.aliases).filter((alias) => foldName(alias) !== foldName(metricTitle(to)));
    await tx.metric.update({
      where: { id },
      data: { ...nameColumns(from, aliases), edition: { increment: 1 }, namedAt: writer.now },
    });
    const lines = [
      { id, cause: { verb: 'separated', after: { into: metricTitle(to), claims: claims.length } } },
      { id: to.id, cause: { verb: 'separated', after: { from: metricTitle(from), claims: claims.length } } },
    ] as const;
    for (const line of lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      await refreshMetric(tx, writer, line.id, [line.cause]);
    }
    return accept({ id: to.id });
  });
}

/** Begins or ends to watch a metric. */
export async function setWatched(
  writer: Writer,
  metricId: string,
  watched: boolean,
): Promise<Result<{ watched: boolean }>> {
  return inTransaction(writer, async (tx) => {
    const watch = { metricId, userId: writer.actorId };
    if (!watched) await tx.watch.deleteMany({ where: watch });
    else {
      if (!(await tx.metric.count({ where: { id: metricId, mergedIntoId: null } }))) return refuse('not-found');
      await tx.watch.upsert({
        where: { metricId_userId: watch },
        create: { ...watch, createdAt: writer.now },
        update: {},
      });
    }
    return accept({ watched });
  });
}
