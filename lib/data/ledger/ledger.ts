/** Reading the ledger: the list of metrics, one metric with its observations, and what it knows about a claim. */

import { blindClaims, blindTo, heldBackFrom, without } from '#lib/data/claims/blind';
import type { ClaimRef } from '#lib/data/claims/read-claims';
import type { Database, Queryable } from '#lib/data/database/database';
import { changedSince, newestFirst, older, type Page, type PageQuery, pageOf } from '#lib/data/database/page';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { knownSubjects, similarMetrics } from '#lib/data/metrics/names';
import { describeInBoth, figureFacts, type Observed, ratesOf } from '#lib/data/metrics/refresh';
import { type MetricRef } from '#lib/domain/claims/claim-view';
import { compareFigures, type ExchangeRate } from '#lib/domain/figures/comparison';
import {
  type Against,
  type ClaimLedger,
  type LedgerEntry,
  type MetricLine,
  type MetricPage,
  type MetricSummary,
  type MetricVerb,
  metricVerbs,
  type NoticeView,
  noticeKinds,
  type ObservationRow,
} from '#lib/domain/ledger/ledger';
import type { LedgerQuery, LedgerSort } from '#lib/domain/ledger/ledger-query';
import type { MetricStanding } from '#lib/domain/ledger/metric-standing';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import type { FigureFacts } from '#lib/reading/figure-types';
import { type MetricName, type MetricProposal, proposeMetric, titlesOf } from '#lib/reading/metrics';
import { searchWords } from '#lib/text/search';
import { observationsFor, seenMetrics, summaryColumns } from './seen-metrics';

const metricRef = (row: MetricName & { id: string }): MetricRef => ({ ...row, titles: titlesOf(row) });

const pageSize = 50;

const orders: Record<LedgerSort, Prisma.MetricOrderByWithRelationInput[]> = {
  changed: [{ changedAt: 'desc' }, { id: 'asc' }],
  name: [{ subject: 'asc' }, { measure: 'asc' }, { id: 'asc' }],
  spread: [{ spread: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  articles: [{ articles: 'desc' }, { changedAt: 'desc' }, { id: 'asc' }],
  sources: [{ sources: 'desc' }, { changedAt: 'desc' }, { id: 'asc' }],
};

/** Metrics with observations, plus those the person watches. */
const visibleTo = (userId: string): Prisma.MetricWhereInput => ({
  mergedIntoId: null,
  OR: [{ observations: { gt: 0 } }, { watches: { some: { userId } } }],
});

export type LedgerList = {
  metrics: MetricSummary[];
  /** Of this search, in all pages, and by standing. */
  total: number;
  counts: Record<MetricStanding, number>;
  pages: number;
};

/**
 * A page of the ledger as a person sees it. Metrics of which something is held back come first, by name: any other order
 * would tell of it.
 */
export async function listMetrics(db: Queryable, query: LedgerQuery, viewer: Viewer): Promise<LedgerList> {
  const userId = viewer.id;
  const found: Prisma.MetricWhereInput = {
    ...visibleTo(userId),
    ...(query.watched ? { watches: { some: { userId } } } : {}),
    AND: searchWords(query.search).map((word) => ({ searchText: { contains: word } })),
  };
  const [held, plain] = [
    { AND: [found, heldBackFrom(viewer)] },
    { ...found, ...without(viewer, heldBackFrom(viewer)) },
  ];
  const [groups, heldBack] = await Promise.all([
    db.metric.groupBy({ by: ['standing'], where: plain, _count: true }),
    canBeBlind(viewer) ? db.metric.count({ where: held }) : 0,
  ]);
  const countOf = (standing: MetricStanding) => groups.find((group) => group.standing === standing)?._count ?? 0;
  const counts = { disputed: countOf('disputed'), open: countOf('open') + heldBack, settled: countOf('settled') };
  const total = counts.disputed + counts.open + counts.settled;
  const shown = query.standing ? counts[query.standing] : total;
  const first = query.standing === null || query.standing === 'open' ? heldBack : 0;
  const [from, to] = [(query.page - 1) * pageSize, query.page * pageSize];
  const select = summaryColumns(viewer);
  const rows = [
    ...(from < first
      ? await db.metric.findMany({ where: held, select, orderBy: orders.name, skip: from, take: pageSize })
      : []),
    ...(to > first
      ? await db.metric.findMany({
          where: { ...plain, ...(query.standing ? { standing: query.standing } : {}) },
          select,
          orderBy: orders[query.sort],
          skip: Math.max(0, from - first),
          take: to - Math.max(from, first),
        })
      : []),
  ];
  const metrics = (await seenMetrics(db, rows, viewer)).map(({ summary }) => summary);
  return { metrics, total, counts, pages: Math.max(1, Math.ceil(shown / pageSize)) };
}

/** Metrics that a person sees in a standing: what is held back is open. */
const seenAs = (standing: MetricStanding, viewer: Viewer): Prisma.MetricWhereInput =>
  standing === 'open' && canBeBlind(viewer)
    ? { OR: [{ standing }, heldBackFrom(viewer)] }
    : { standing, ...without(viewer, heldBackFrom(viewer)) };

/** Metrics a page at a time, newest first: an order that no later observation upsets. */
export async function metricsPage(
  db: Queryable,
  { search, after, limit, standing, updatedSince }: PageQuery & { standing: MetricStanding | null },
  viewer: Viewer,
): Promise<Page<MetricSummary & { updatedAt: string }>> {
  const rows = await db.metric.findMany({
    where: {
      ...{ mergedIntoId: null, observations: { gt: 0 } },
      AND: [
        ...searchWords(search).map((word) => ({ searchText: { contains: word } })),
        older(after),
        standing ? seenAs(standing, viewer) : {},
        // Of what is held back, nobody may tell when it changed: it is among them each time.
        updatedSince && canBeBlind(viewer)
          ? { OR: [changedSince(updatedSince), heldBackFrom(viewer)] }
          : changedSince(updatedSince),
      ],
    },
    select: { ...summaryColumns(viewer), updatedAt: true },
    orderBy: newestFirst,
    take: limit + 1,
  });
  const { items, next } = pageOf(rows, limit);
  const seen = await seenMetrics(db, items, viewer);
  return {
    items: seen.map(({ summary }, at) => {
      const updatedAt = summary.heldBack ? summary.changedAt : items[at]?.updatedAt.toISOString();
      return { ...summary, updatedAt: updatedAt ?? summary.changedAt };
    }),
    next,
  };
}

/** Metrics in the order of their ids; those that are not there or were merged are left out. */
export async function summariesOf(db: Queryable, ids: string[], viewer: Viewer): Promise<MetricSummary[]> {
  const rows = await db.metric.findMany({
    where: { id: { in: ids }, mergedIntoId: null },
    select: summaryColumns(viewer),
  });
  const byId = new Map((await seenMetrics(db, rows, viewer)).map(({ summary }) => [summary.id, summary]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const compareTo = (claimed: FigureFacts, found: FigureFacts, rates: ExchangeRate[]): Against => {
  const { relation, deviation, factor, power } = compareFigures(claimed, found, rates);
  return { relation, deviation, factor, power };
};

/** How a claim stands to the sources: to the one that it is farthest from, of those it can be compared with. */
function againstSources(claim: Observed, observations: Observed[], rates: ExchangeRate[]): Against | null {
  const sources = observations.filter(({ from, stance }) => from === 'source' && stance !== 'context');
  const found = sources.map((source) => compareTo(claim.figure, source.figure, rates));
  const comparable = found.filter(({ relation }) => relation !== 'different-unit' && relation !== 'different-date');
  const distance = ({ relation, deviation }: Against) => (relation === 'consistent' ? -1 : Math.abs(deviation ?? 0));
  return comparable.toSorted((a, b) => distance(b) - distance(a))[0] ?? found[0] ?? null;
}

/** Observations by metric, as a person may see them, each claim's with how it stands to the sources. */
async function shownObservations(
  db: Queryable,
  where: Prisma.ClaimWhereInput,
  viewer: Viewer,
): Promise<Map<string, ObservationRow[]>> {
  const [byMetric, rates] = await Promise.all([observationsFor(db, where, viewer), ratesOf(db)]);
  const shown = (one: Observed, among: Observed[]): ObservationRow => {
    const { metricId: _, addedById: __, ...row } = one;
    return { ...row, against: row.from === 'claim' ? againstSources(one, among, rates) : null };
  };
  return new Map([...byMetric].map(([metricId, some]) => [metricId, some.map((one) => shown(one, some))]));
}

export async function metricPage(
  db: Queryable,
  id: string,
  viewer: Viewer,
): Promise<MetricPage | { mergedInto: string } | null> {
  const row = await db.metric.findUnique({
    where: { id },
    select: {
      ...summaryColumns(viewer),
      mergedIntoId: true,
      merged: { select: { id: true, subject: true, measure: true, scope: true } },
    },
  });
  if (!row) return null;
  if (row.mergedIntoId) return { mergedInto: row.mergedIntoId };
  const [seen] = await seenMetrics(db, [row], viewer);
  if (!seen) return null;
  const { summary } = seen;
  const [observations, history] = await Promise.all([
    shownObservations(db, { metricId: id }, viewer),
    historyOf(db, summary, viewer),
  ]);
  return {
    metric: summary,
    observations: observations.get(id) ?? [],
    history,
    merged: row.merged.map(metricRef),
  };
}

/** Lines that tell what somebody found about a claim. */
const found = { in: ['standing', 'source-added', 'source-removed'] satisfies MetricVerb[] };

async function historyOf(
  db: Queryable,
  { id: metricId, heldBack }: MetricSummary,
  viewer: Viewer,
): Promise<MetricLine[]> {
  const rows = await db.metricChange.findMany({
    where: {
      metricId,
      ...without(viewer, [
        { verb: found, claim: blindTo(viewer) },
        // Older lines do not name the claim that changed the standing.
        ...(heldBack ? [{ verb: 'standing', claimId: null }] : []),
      ]),
    },
    include: {
      actor: { select: { id: true, name: true } },
      claim: { select: { number: true, article: { select: { id: true, title: true } } } },
    },
    orderBy: { seq: 'desc' },
    take: 500,
  });
  return rows.map(({ seq, at, actor, verb, claim, before, after }) => ({
    ...{ seq, actor },
    at: at.toISOString(),
    verb: metricVerbs.find((known) => known === verb) ?? 'unknown',
    claim: claim && { articleId: claim.article.id, article: claim.article.title, number: claim.number },
    before: factsOf(before),
    after: factsOf(after),
  }));
}

const factsOf = (value: Prisma.JsonValue): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};

/** Every observation of the ledger, with its metric, for the exports: metrics in order of name, a page at a time. */
export async function* ledgerRows(db: Queryable, viewer: Viewer): AsyncGenerator<LedgerEntry> {
  let last: string | undefined;
  for (;;) {
    const rows = await db.metric.findMany({
      where: { mergedIntoId: null, observations: { gt: 0 }, ...(last ? { id: { gt: last } } : {}) },
      select: summaryColumns(viewer),
      orderBy: { id: 'asc' },
      take: pageSize,
    });
    const shown = await shownObservations(db, { metricId: { in: rows.map(({ id }) => id) } }, viewer);
    for (const { summary } of await seenMetrics(db, rows, viewer)) {
      yield { metric: summary, observations: shown.get(summary.id) ?? [] };
    }
    last = rows.at(-1)?.id;
    if (rows.length < pageSize || !last) return;
  }
}

/** Metrics that are disputed now with their observations, last changed first: what a feed tells. */
export async function disputedMetrics(db: Queryable, viewer: Viewer, limit = 50): Promise<LedgerEntry[]> {
  const rows = await db.metric.findMany({
    where: { mergedIntoId: null, ...seenAs('disputed', viewer) },
    select: summaryColumns(viewer),
    orderBy: orders.changed,
    take: limit,
  });
  const shown = await shownObservations(db, { metricId: { in: rows.map(({ id }) => id) } }, viewer);
  const seen = await seenMetrics(db, rows, viewer);
  return seen.map(({ summary }) => ({ metric: summary, observations: shown.get(summary.id) ?? [] }));
}

/** What the ledger knows of a claim's figure, or proposes for it; null where the claim is no living figure. */
export async function claimLedger(
  db: Database,
  { articleId, claimId }: ClaimRef,
  viewer: Viewer,
): Promise<ClaimLedger | null> {
  const claim = await db.claim.findFirst({
    where: { id: claimId, articleId, kind: 'figure', removedAt: null, figure: { isNot: null } },
    select: {
      ...{ start: true, end: true, metricId: true, figure: true },
      speaker: { select: { name: true, organisation: true } },
      article: { select: { title: true, language: true } },
      paragraph: { select: { text: true, position: true, revisionId: true } },
      evidence: {
        where: { removedAt: null, figure: { isNot: null } },
        select: { id: true, addedById: true, figure: true, source: { select: { title: true } } },
      },
    },
  });
  if (!claim?.figure) return null;
  const figure = figureFacts(claim.figure);
  const rates = await ratesOf(db);
  const proposal = claim.metricId === null ? await proposalFor(db, { ...claim, figure }) : null;
  const likely = proposal?.similar.find(({ same }) => same);
  const ids = [claim.metricId, ...(proposal?.similar.map(({ id }) => id) ?? [])].flatMap((id) => id ?? []);
  const rows = await db.metric.findMany({
    where: { id: { in: ids } },
    select: summaryColumns(viewer),
  });
  const seen = await seenMetrics(db, rows, viewer);
  const summaries = new Map(seen.map(({ summary }) => [summary.id, summary]));
  const settled = seen.find(({ summary }) => summary.id === (claim.metricId ?? likely?.id))?.settled ?? null;
  const isBlind = (await blindClaims(db, viewer, { id: claimId })).size > 0;
  const behind = settled ? await sourceTitles(db, settled.observations) : [];
  return {
    metric: claim.metricId === null ? null : (summaries.get(claim.metricId) ?? null),
    proposal: proposal && {
      ...{ best: proposal.best, subjects: proposal.subjects, measures: proposal.measures },
      similar: proposal.similar.flatMap(({ id, score, same }) => {
        const summary = summaries.get(id);
        return summary ? [{ ...summary, score, same }] : [];
      }),
    },
    settled: settled && { figure: settled.figure, reads: describeInBoth(settled.figure), sources: behind },
    against: settled && compareTo(figure, settled.figure, rates),
    evidence: claim.evidence.flatMap(({ id, addedById, figure: given, source }) => {
      if (!given || (isBlind && addedById !== viewer.id)) return [];
      const facts = figureFacts(given);
      const found = { figure: facts, reads: describeInBoth(facts), against: compareTo(figure, facts, rates) };
      return [{ evidenceId: id, source: source.title, ...found }];
    }),
  };
}

/** The sources, or else the articles, that observations are of. */
async function sourceTitles(db: Queryable, observationIds: string[]): Promise<string[]> {
  const [evidence, claims] = await Promise.all([
    db.evidence.findMany({ where: { id: { in: observationIds } }, select: { source: { select: { title: true } } } }),
    db.claim.findMany({ where: { id: { in: observationIds } }, select: { article: { select: { title: true } } } }),
  ]);
  return [...new Set([...evidence.map(({ source }) => source.title), ...claims.map(({ article }) => article.title)])];
}

/** How many paragraphs before a figure are read for what it is about. */
const paragraphsBefore = 4;
/** Beyond these, names that the desk knows no longer help to tell what a figure is about. */
const mostNames = 2_000;

type Site = {
  start: number;
  end: number;
  figure: FigureFacts;
  speaker: { name: string; organisation: string | null } | null;
  article: { title: string; language: string };
  paragraph: { text: string; position: number; revisionId: string };
};

async function proposalFor(
  db: Database,
  { start, end, figure, speaker, article, paragraph }: Site,
): Promise<MetricProposal & { similar: { id: string; score: number; same: boolean }[] }> {
  const { text, position, revisionId } = paragraph;
  const [before, subjects] = await Promise.all([
    db.paragraph.findMany({
      where: { revisionId, position: { lt: position, gte: position - paragraphsBefore } },
      select: { text: true },
      orderBy: { position: 'asc' },
    }),
    knownSubjects(db, mostNames),
  ]);
  const proposed = proposeMetric({
    ...{ text, start, end, figure },
    before: before.map((one) => one.text),
    title: article.title,
    names: [...new Set([...subjects, ...[speaker?.name, speaker?.organisation].flatMap((name) => name ?? [])])],
    language: article.language.startsWith('zh') ? 'zh' : 'en',
  });
  const { subject, measure } = proposed.best;
  return { ...proposed, similar: subject && measure ? await similarMetrics(db, proposed.best) : [] };
}

/** What a watcher is told. While something of a metric is held back from them, they hear nothing of it. */
const told = (viewer: Viewer): Prisma.NoticeWhereInput => ({
  userId: viewer.id,
  ...without(viewer, { metric: heldBackFrom(viewer) }),
});

/** What a watcher was told, newest first. */
export async function noticesOf(db: Queryable, viewer: Viewer, limit = 100): Promise<NoticeView[]> {
  const rows = await db.notice.findMany({
    where: told(viewer),
    include: {
      metric: { select: { id: true, subject: true, measure: true, scope: true } },
      claim: { select: { number: true, exact: true, article: { select: { id: true, title: true, language: true } } } },
    },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
  return rows.flatMap(({ id, kind, metric, claim, facts, createdAt, readAt }) => {
    const known = noticeKinds.find((one) => one === kind);
    if (!known) return [];
    const { title: article, language, id: articleId } = claim?.article ?? { title: '', language: '', id: '' };
    return [
      {
        ...{ id, metric: metricRef(metric), kind: known },
        claim: claim && { number: claim.number, exact: claim.exact, articleId, article, language },
        facts: factsOf(facts),
        at: createdAt.toISOString(),
        unread: readAt === null,
      },
    ];
  });
}

/** How many notices a person has not seen: all of them, or those of one metric. */
export async function countUnreadNotices(db: Queryable, viewer: Viewer, metricId?: string): Promise<number> {
  return db.notice.count({ where: { ...told(viewer), readAt: null, metricId } });
}

/** Notes that a person has seen what they were told: all of it, or what concerns one metric. */
export async function markNoticesRead(db: Queryable, viewer: Viewer, now: Date, metricId?: string): Promise<void> {
  await db.notice.updateMany({ where: { ...told(viewer), readAt: null, metricId }, data: { readAt: now } });
}
