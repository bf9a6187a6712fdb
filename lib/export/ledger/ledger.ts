/**
 * The ledger as CSV or JSON, one metric at a time, so that length needs no memory. Domain words (standings, kinds,
 * units) are in English, as in the claim list.
 */
import type { LedgerEntry, ObservationRow } from '#lib/domain/ledger/ledger';
import { csvLines, safeCell } from '#lib/export/stream/csv-cells';

export const ledgerFormats = ['csv', 'json'] as const;
export type LedgerFormat = (typeof ledgerFormats)[number];

export const ledgerTypes: Record<LedgerFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

const columns = [
  'metric id',
  'subject',
  'measure',
  'scope',
  'metric standing',
  'settled value',
  'value',
  'low',
  'high',
  'unit',
  'per',
  'qualifier',
  'as of',
  'said by',
  'article',
  'article published',
  'paragraph',
  'claim number',
  'claim standing',
  'words',
  'source title',
  'source url',
  'source published',
  'source kind',
  'source origin',
  'source withdrawn',
  'stance',
  'against sources',
  'deviation percent',
] as const;

/** A share as per cent with one decimal: −0.1304 is −13. */
const percentOf = (share: number | null | undefined): number | null =>
  share === null || share === undefined ? null : Math.round(share * 1_000) / 10;

/** The title of the source that a source repeats, if it is among the observations, otherwise its id. */
function originsOf(observations: ObservationRow[]): (source: ObservationRow['source']) => string | null {
  const titles = new Map(observations.flatMap(({ source }) => (source ? [[source.id, source.title]] : [])));
  return (source) => (source?.originId ? (titles.get(source.originId) ?? source.originId) : null);
}

/** The ledger as CSV (RFC 4180), one observation a line, in pieces of whole lines. */
export async function* ledgerCsv(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<string> {
  yield csvLines([[...columns]], { bom: true });
  for await (const { metric, observations } of entries) {
    const originOf = originsOf(observations);
    const lines = observations.map(({ figure, reads, raw, article, claim, source, standing, stance, ...row }) =>
      [
        ...[metric.id, metric.subject, metric.measure, metric.scope, metric.standing],
        metric.settled?.reads.en ?? null,
        ...[reads.en, figure.low, figure.high, figure.unit, figure.per, figure.qualifier, figure.asOf],
        ...[row.from, article.title, article.publishedOn, claim.paragraph, claim.number, standing, raw],
        ...[source?.title ?? null, source?.url ?? null, source?.published ?? null, source?.kind ?? null],
        ...[
          originOf(source),
          source?.retired?.at.slice(0, 10) ?? null,
          stance,
          row.against?.relation ?? null,
          percentOf(row.against?.deviation),
        ],
      ].map(safeCell),
    );
    if (lines.length > 0) yield csvLines(lines);
  }
}

/** The ledger as JSON, version 1, in pieces that together are one document. */
export async function* ledgerJson(entries: AsyncIterable<LedgerEntry>, exportedAt: Date): AsyncGenerator<string> {
  const head = { format: 'claimdesk-ledger', version: 1, exportedAt: exportedAt.toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"metrics":[`;
  let isFirst = true;
  for await (const entry of entries) {
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(metricOf(entry))}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

function metricOf({ metric, observations }: LedgerEntry) {
  const { id, subject, measure, scope, aliases, standing, spread, articles, sources, settled, changedAt } = metric;
  const originOf = originsOf(observations);
  return {
    ...{ id, subject, measure, scope, aliases, standing, spread, articles, sources, changedAt },
    settled: settled && { ...settled.figure, reads: settled.reads },
    observations: observations.map(({ figure, reads, raw, article, claim, source, against, ...row }) => ({
      ...{ from: row.from, figure, reads, words: raw, stance: row.stance, standing: row.standing, enteredAt: row.at },
      article: { title: article.title, language: article.language, published: article.publishedOn },
      claim: { number: claim.number, paragraph: claim.paragraph, exact: claim.exact },
      source: source && {
        ...{ title: source.title, publisher: source.publisher, url: source.url, published: source.published },
        ...{ kind: source.kind, origin: originOf(source) },
      },
      against: against && {
        ...{ relation: against.relation, power: against.power },
        deviationPercent: percentOf(against.deviation),
      },
    })),
  };
}
