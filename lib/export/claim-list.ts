/**
 * The claim list as it leaves the building: which claims, in which columns, as CSV or JSON.
 *
 * Offsets in exports are Unicode code points, not UTF-16 units. CSV opens in a spreadsheet as it is: UTF-8 with a byte
 * order mark (else Chinese is garbled), and no cell can run as a formula (OWASP, "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync';
import { isListed, type ListSelection } from '#lib/domain/claim-list';
import { quoteFinding } from '#lib/domain/quote-check';
import { buildReport } from '#lib/domain/report';
import type { FigureView, QuoteCheckView, ReviewView } from '#lib/domain/review';
import { codePointCounter } from './article-text';
import { safeCell } from './cells';

/** The claims in reading order, each with everything that a reader outside of the desk needs. */
export function claimRows(view: ReviewView, which: ListSelection) {
  const counters = new Map(view.paragraphs.map(({ id, text }) => [id, codePointCounter(text)]));
  return buildReport(view)
    .claims.filter(({ claim }) => isListed(claim, which))
    .map(({ claim, paragraph }) => {
      const codePoints = counters.get(claim.paragraphId);
      const { number, exact, prefix, suffix, kind, checkWorthy, weight, standing, metric } = claim;
      const { speaker, figure, quoteChecks, judgements, ruling, evidence } = claim;
      return {
        ...{ number, paragraph, exact, prefix, suffix, kind, checkWorthy, weight, standing },
        start: codePoints?.(claim.start) ?? 0,
        end: codePoints?.(claim.end) ?? 0,
        speaker: speaker && { name: speaker.name, role: speaker.role, organisation: speaker.organisation },
        figure,
        metric: metric && { subject: metric.subject, measure: metric.measure, scope: metric.scope },
        quote: kind === 'quote' ? quoteOf(quoteChecks) : null,
        judgements: judgements.map(({ reviewer, verdict, rationale, confidence, at }) => ({
          ...{ reviewer: reviewer.name, verdict, rationale, confidence, at },
        })),
        ruling: ruling && { editor: ruling.editor.name, verdict: ruling.verdict, reason: ruling.reason, at: ruling.at },
        evidence: evidence.map(({ stance, excerpt, locator, source }) => {
          const { title, publisher, url, published, accessed, kind: sourceKind } = source;
          return { stance, excerpt, locator, source: { title, publisher, url, published, accessed, kind: sourceKind } };
        }),
      };
    });
}

/** Where a quote stands as a quote, and each reviewer's answers. */
function quoteOf(checks: QuoteCheckView[]) {
  return {
    finding: quoteFinding(checks),
    checks: checks.map(({ reviewer, said, wording, context }) => ({ reviewer: reviewer.name, said, wording, context })),
  };
}

/** The list as JSON, version 1. */
export function claimListJson(view: ReviewView, which: ListSelection, exportedAt: Date): string {
  const { id, title, publisher, url, byline, publishedOn, language, revision } = view.article;
  const document = {
    format: 'claimdesk-claims',
    version: 1,
    exportedAt: exportedAt.toISOString(),
    selection: which,
    offsets: 'unicode-code-points',
    article: { id, title, publisher, url, byline, publishedOn, language, revision },
    claims: claimRows(view, which),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A line for each source, so that the columns of sources line up: a dash where one has nothing, blank where none has. */
function lineEach(values: (string | null)[]): string {
  return values.some(Boolean) ? values.map((value) => value || '–').join('\n') : '';
}

const columns = [
  'number',
  'claim',
  'paragraph',
  'start',
  'end',
  'kind',
  'figure',
  'figure low',
  'figure high',
  'figure unit',
  'figure per',
  'figure as of',
  'quote',
  'speaker',
  'standing',
  'verdicts',
  'rationale',
  'sources',
  'source urls',
  'source dates',
  'excerpts',
] as const;

/** A figure's numbers, for sorting and summing; blank where an end is open. */
function figureCells(figure: FigureView | null) {
  const { low, high, unit, per, asOf } = figure ?? { low: null, high: null, unit: null, per: null, asOf: null };
  return [low, high, unit, per, asOf];
}

/** The list as CSV (RFC 4180), one claim a line; several sources or judgements share a cell, a line each. */
export function claimListCsv(view: ReviewView, which: ListSelection): string {
  const lines = claimRows(view, which).map((row) => {
    const { name, role, organisation } = row.speaker ?? { name: null, role: null, organisation: null };
    const verdicts = row.judgements.map(
      ({ reviewer, verdict, confidence }) => `${reviewer}: ${verdict} (${confidence})`,
    );
    const reasons = row.judgements
      .filter(({ rationale }) => rationale)
      .map((one) => `${one.reviewer}: ${one.rationale}`);
    if (row.ruling) {
      verdicts.push(`${row.ruling.editor}: ${row.ruling.verdict} (ruling)`);
      reasons.push(`${row.ruling.editor}: ${row.ruling.reason}`);
    }
    const sources = row.evidence.map(({ stance, source }) =>
      [`${stance}: ${source.title}`, source.publisher, source.kind].filter(Boolean).join(' · '),
    );
    return [
      row.number,
      row.exact,
      row.paragraph,
      row.start,
      row.end,
      row.kind,
      row.figure?.reads.en ?? null,
      ...figureCells(row.figure),
      row.quote?.finding ?? null,
      [name, role, organisation].filter(Boolean).join(', '),
      row.standing,
      verdicts.join('\n'),
      reasons.join('\n'),
      sources.join('\n'),
      lineEach(row.evidence.map(({ source }) => source.url)),
      lineEach(row.evidence.map(({ source }) => source.published)),
      lineEach(
        row.evidence.map(({ excerpt, locator }) => [excerpt, locator && `(${locator})`].filter(Boolean).join(' ')),
      ),
    ].map(safeCell);
  });
  return stringify([[...columns], ...lines], { bom: true, record_delimiter: 'windows' });
}
