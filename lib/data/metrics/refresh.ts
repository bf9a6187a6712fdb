/**
 * What the observations of a metric come to, worked out anew in the transaction that changes any of them, with a line of
 * the metric's history and a notice to its watchers. The metric's row is locked first, so that two articles' writers do
 * not overwrite each other's sums; a transaction that holds articles as well has locked those before.
 */

import { isDeepStrictEqual } from 'node:util';
import { inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { Writer } from '#lib/data/history/change-log';
import { sourceView, sourceWithOrigin } from '#lib/data/sources/source-view';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Standing } from '#lib/domain/claims/standing';
import type { ExchangeRate } from '#lib/domain/figures/comparison';
import type { MetricVerb, ObservationRow } from '#lib/domain/ledger/ledger';
import {
  contradictsSettled,
  metricStanding,
  type SettledValue,
  settledValue,
  spread,
} from '#lib/domain/ledger/metric-standing';
import { describeFigure } from '#lib/reading/describe-figure';
import type { FigureFacts } from '#lib/reading/figure-types';

export const describeInBoth = (figure: FigureFacts) => ({
  en: describeFigure(figure, 'en'),
  zh: describeFigure(figure, 'zh'),
});

type FigureRow = { low: number | null; high: number | null; unit: string | null; per: string | null } & {
  qualifier: string;
  asOf: string | null;
};

// qualifier is written from FigureFacts alone.
export const figureFacts = ({ low, high, unit, per, asOf, qualifier }: FigureRow): FigureFacts => ({
  ...{ low, high, unit, per, asOf },
  qualifier: qualifier as FigureFacts['qualifier'],
});

export async function ratesOf(db: Queryable): Promise<ExchangeRate[]> {
  const rows = await db.exchangeRate.findMany({ orderBy: [{ from: 'asc' }, { to: 'asc' }, { on: 'desc' }] });
  return rows.map(({ from, to, rate, on }) => ({ from, to, rate, on }));
}

const observedClaims = { removedAt: null, orphanedAt: null, article: { removedAt: null }, kind: 'figure' } as const;

/** An observation without its comparison, which is for those who read it. */
export type Observed = Omit<ObservationRow, 'against'> & {
  metricId: string;
  /** Who cited the source; null for a claim's own figure. */
  addedById: string | null;
};

/** The observations of some metrics, in order of entry. */
export async function observationsOf(db: Queryable, where: Prisma.ClaimWhereInput): Promise<Observed[]> {
  const claims = await db.claim.findMany({
    where: { ...observedClaims, ...where },
    select: {
      ...{ id: true, number: true, exact: true, standing: true, createdAt: true, metricId: true },
      figure: true,
      article: { select: { id: true, title: true, language: true, publishedOn: true } },
      paragraph: { select: { position: true } },
      evidence: {
        where: { removedAt: null, figure: { isNot: null } },
        select: {
          ...{ id: true, stance: true, createdAt: true, addedById: true, figure: true, source: sourceWithOrigin },
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ createdAt: 'asc' }, { number: 'asc' }, { id: 'asc' }],
  });
  return claims.flatMap(({ figure, article, paragraph, evidence, metricId, ...row }) => {
    if (!metricId) return [];
    const claim = { id: row.id, number: row.number, exact: row.exact, paragraph: paragraph.position + 1 };
    const about = { article, claim, metricId };
    const own: Observed[] = figure
      ? [
          {
            ...about,
            ...{ id: row.id, from: 'claim', raw: figure.raw, source: null, stance: null, sourceOrigin: null },
            addedById: null,
            figure: figureFacts(figure),
            reads: describeInBoth(figureFacts(figure)),
            standing: row.standing as Standing,
            sourceKind: null,
            at: row.createdAt.toISOString(),
          },
        ]
      : [];
    const found = evidence.flatMap((piece): Observed[] => {
      if (!piece.figure) return [];
      const source = sourceView(piece.source);
      return [
        {
          ...about,
          ...{ id: piece.id, from: 'source', raw: piece.figure.raw, source, standing: null },
          figure: figureFacts(piece.figure),
          reads: describeInBoth(figureFacts(piece.figure)),
          stance: piece.stance as Stance,
          addedById: piece.addedById,
          sourceOrigin: source.originId ?? source.id,
          sourceKind: source.kind as SourceKind,
          at: piece.createdAt.toISOString(),
        },
      ];
    });
    return [...own, ...found];
  });
}

/** What changed about a metric: a line of its history, and the claim whose figure is new to it. */
export type MetricCause = {
  verb: MetricVerb;
  claimId?: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  /** The figure that was just put on the metric. */
  arrival?: FigureFacts;
};

/** The settled value as a metric's row keeps it. */
export type StoredSettled = SettledValue & { at: string };

// Json columns below are written here alone, from values of these types.
export const storedSettled = (value: Prisma.JsonValue): StoredSettled | null => value as StoredSettled | null;

/**
 * Works a metric out anew. `causes` become lines of its history, and a change of its standing another. `about`: the claim
 * of which something changed, for that line.
 */
export async function refreshMetric(
  tx: Queryable,
  writer: Pick<Writer, 'actorId' | 'now'>,
  metricId: string,
  causes: MetricCause[] = [],
  about?: string,
): Promise<void> {
  const [metric] = await tx.metric.updateManyAndReturn({
    where: { id: metricId },
    data: { lastSeq: { increment: causes.length } },
  });
  if (!metric) return;
  const [observations, rates] = [await observationsOf(tx, { metricId }), await ratesOf(tx)];
  const standing = metricStanding(observations, rates);
  const before = storedSettled(metric.settled);
  const now = settledValue(observations, rates);
  // Keep the last settled value while the metric is disputed.
  const kept = before && standing === 'disputed' ? before : null;
  const settled = now ? { ...now, at: isSameValue(before, now) ? (before?.at ?? '') : writer.now.toISOString() } : kept;
  const changes = [...causes];
  if (standing !== metric.standing) {
    changes.push({
      verb: 'standing',
      claimId: causes[0]?.claimId ?? about,
      before: { standing: metric.standing },
      after: { standing, ...(settled ? { value: describeInBoth(settled.figure) } : {}) },
    });
  }
  const first = metric.lastSeq - causes.length;
  const lines = changes.map(({ verb, claimId, before: was, after }, at) => {
    const line = { metricId, seq: first + at + 1, actorId: writer.actorId, at: writer.now };
    return { id: newId(), ...line, verb, claimId, before: was, after };
  });
  await inBatches(lines, (data) => tx.metricChange.createMany({ data }));
  await tellWatchers(tx, writer, {
    metricId,
    standing: standing === metric.standing ? null : { before: metric.standing, after: standing },
    arrivals: causes.flatMap(({ claimId, arrival }) => (claimId && arrival ? [{ claimId, arrival }] : [])),
    settled: before,
    rates,
  });
  await tx.metric.update({
    where: { id: metricId },
    data: {
      ...summaryOf(observations, rates),
      standing,
      settled: settled ? { ...settled, figure: { ...settled.figure } } : Prisma.DbNull,
      lastSeq: first + changes.length,
      updatedAt: writer.now,
      ...(changes.length > 0 ? { changedAt: writer.now } : {}),
    },
  });
}

/** Whether the value is the same as before. PostgreSQL keeps the keys of a JSON column in an order of its own. */
function isSameValue(a: SettledValue | null, b: SettledValue): boolean {
  return a !== null && isDeepStrictEqual(a.figure, b.figure);
}

/** What a metric's row tells of its observations. */
export function summaryOf(observations: Observed[], rates: ExchangeRate[]) {
  const latest = newestOf(observations);
  const counted = observations.filter(({ from, stance }) => from === 'source' && stance !== 'context');
  const values = spread(observations, rates);
  return {
    observations: observations.length,
    articles: new Set(observations.map(({ article }) => article.id)).size,
    sources: new Set(counted.map(({ sourceOrigin }) => sourceOrigin)).size,
    spread: values?.factor ?? null,
    ...(latest ? { latest: { ...latest.figure, from: latest.from } } : {}),
  };
}

/** The observation of the newest date, then the newest entry. */
function newestOf(observations: Observed[]): Observed | undefined {
  return observations.toSorted((a, b) => {
    const [dated, other] = [a.figure.asOf ?? '', b.figure.asOf ?? ''];
    return dated === other ? (a.at < b.at ? 1 : -1) : dated < other ? 1 : -1;
  })[0];
}

type News = {
  metricId: string;
  standing: { before: string; after: string } | null;
  arrivals: { claimId: string; arrival: FigureFacts }[];
  settled: SettledValue | null;
  rates: ExchangeRate[];
};

async function tellWatchers(tx: Queryable, { actorId, now }: Pick<Writer, 'actorId' | 'now'>, news: News) {
  const { metricId, standing, arrivals, settled, rates } = news;
  const wrong = arrivals.filter(({ arrival }) => contradictsSettled(arrival, settled, rates));
  if (!standing && wrong.length === 0) return;
  const watchers = await tx.watch.findMany({
    where: { metricId, userId: { not: actorId }, user: { active: true } },
    select: { userId: true },
  });
  const told = [
    ...wrong.map(({ claimId, arrival }) => ({
      ...{ kind: 'contradiction', claimId },
      facts: { figure: describeInBoth(arrival), settled: settled ? describeInBoth(settled.figure) : {} },
    })),
    ...(standing ? [{ kind: 'standing', claimId: null, facts: standing }] : []),
  ];
  const notices = watchers.flatMap(({ userId }) =>
    told.map((notice) => ({ id: newId(), userId, metricId, createdAt: now, ...notice })),
  );
  await inBatches(notices, (data) => tx.notice.createMany({ data }));
}
