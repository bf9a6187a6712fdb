/**
 * The claim list as CSV or JSON: which claims, in which columns.
 *
 * Offsets in exports are Unicode code points, not UTF-16 units. The CSV opens correctly in a spreadsheet: UTF-8 with a
 * byte order mark (otherwise Chinese is garbled), and no cell can run as a formula (OWASP, "CSV Injection").
 */
import type { ClaimView, FigureView, QuoteCheckView } from '#lib/domain/claims/claim-view';
import { quoteFinding } from '#lib/domain/claims/quote-check';
import { type ClaimFilter, ownText } from '#lib/domain/exchange/claim-list';
import { shownCorrection } from '#lib/domain/report/correction';
import type { ArticleWithClaims, ClaimsInText } from '#lib/domain/review/review';
import { csvLines, safeCell } from '#lib/export/stream/csv-cells';
import { inPieces, jsonParts } from '#lib/export/stream/pieces';
import { codePointCounter } from '#lib/text/code-points';
import { listedClaims, type OnClaim } from './listed-claims';

/** Each claim with everything a reader outside the desk needs, created when asked for. */
export function* claimRows(view: ClaimsInText, filter: ClaimFilter, onClaim?: OnClaim) {
  const counters = new Map(view.paragraphs.map(({ id, text }) => [id, codePointCounter(text)]));
  let written = 0;
  for (const { claim, paragraph } of listedClaims(view, filter).claims) {
    yield rowOf(claim, paragraph, counters.get(claim.paragraphId));
    written += 1;
    onClaim?.(written);
  }
}

function rowOf(claim: ClaimView, paragraph: number, codePoints: ((offset: number) => number) | undefined) {
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
    judgements: judgements.map(({ reviewer, verdict, rationale, confidence, pass, at }) => ({
      ...{ reviewer: reviewer.name, verdict, rationale, confidence, pass, at },
    })),
    ruling: ruling && { editor: ruling.editor.name, verdict: ruling.verdict, reason: ruling.reason, at: ruling.at },
    correction: shownCorrection(claim),
    evidence: evidence.map(({ stance, excerpt, locator, source }) => {
      const { title, publisher, url, published, accessed, kind: sourceKind, retired } = source;
      const about = { title, publisher, url, published, accessed, kind: sourceKind, retiredAt: retired?.at ?? null };
      return { stance, excerpt, locator, source: about };
    }),
  };
}

/** What was found about a quote as a quote, and each reviewer's answers. */
function quoteOf(checks: QuoteCheckView[]) {
  return {
    finding: quoteFinding(checks),
    checks: checks.map(({ reviewer, said, wording, context }) => ({ reviewer: reviewer.name, said, wording, context })),
  };
}

/**
 * The list as JSON, version 2, in pieces. The filter is described in words and names, like the rest; null among the
 * speakers is the article's own text.
 */
export function claimListJson(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  exportedAt: Date,
  onClaim?: OnClaim,
): AsyncGenerator<string> {
  const { id, title, publisher, url, byline, publishedOn, language, revision } = view.article;
  const document = {
    format: 'claimdesk-claims',
    version: 2,
    exportedAt: exportedAt.toISOString(),
    selection: selectionOf(view, filter),
    offsets: 'unicode-code-points',
    article: { id, title, publisher, url, byline, publishedOn, language, revision },
    claims: claimRows(view, filter, onClaim),
  };
  return inPieces(jsonParts(document));
}

/** A filter with names in place of ids. People unknown to the article match no claims and are left out. */
function selectionOf({ claims }: ArticleWithClaims, { standings, kinds, speakers, reviewers }: ClaimFilter) {
  const names = new Map<string, string | null>([[ownText, null]]);
  const people = new Map<string, string>();
  for (const { speaker, judgements } of claims) {
    if (speaker) names.set(speaker.id, speaker.name);
    for (const { reviewer } of judgements) people.set(reviewer.id, reviewer.name);
  }
  return {
    standings,
    kinds,
    speakers: speakers.flatMap((id) => names.get(id) ?? (id === ownText ? [null] : [])),
    reviewers: reviewers.flatMap((id) => people.get(id) ?? []),
  };
}

/**
 * One line per source, so that the columns of sources line up: a dash where a source has no value, blank where none
 * has.
 */
function lineEach(values: (string | null)[]): string {
  return values.some(Boolean) ? values.map((value) => value || '–').join('\n') : '';
}

export const csvColumns = [
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
  'correction',
  'sources',
  'source urls',
  'source dates',
  'excerpts',
] as const;

/** A figure's numbers, for sorting and adding up; blank where an end is open. */
function figureCells(figure: FigureView | null) {
  const { low, high, unit, per, asOf } = figure ?? { low: null, high: null, unit: null, per: null, asOf: null };
  return [low, high, unit, per, asOf];
}

/** The cells of one claim. Several sources or judgements share a cell, one line each. No cell can run as a formula. */
function cellsOf(row: ReturnType<typeof rowOf>): string[] {
  const { name, role, organisation } = row.speaker ?? { name: null, role: null, organisation: null };
  const verdicts = row.judgements.map(({ reviewer, verdict, confidence }) => `${reviewer}: ${verdict} (${confidence})`);
  const reasons = row.judgements.filter(({ rationale }) => rationale).map((one) => `${one.reviewer}: ${one.rationale}`);
  if (row.ruling) {
    verdicts.push(`${row.ruling.editor}: ${row.ruling.verdict} (ruling)`);
    reasons.push(`${row.ruling.editor}: ${row.ruling.reason}`);
  }
  const sources = row.evidence.map(({ stance, source }) =>
    [`${stance}: ${source.title}`, source.publisher, source.kind, source.retiredAt && 'withdrawn']
      .filter(Boolean)
      .join(' · '),
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
    row.correction,
    sources.join('\n'),
    lineEach(row.evidence.map(({ source }) => source.url)),
    lineEach(row.evidence.map(({ source }) => source.published)),
    lineEach(
      row.evidence.map(({ excerpt, locator }) => [excerpt, locator && `(${locator})`].filter(Boolean).join(' ')),
    ),
  ].map(safeCell);
}

/** The cells of each claim, as the CSV has them. */
export function* claimListCells(view: ClaimsInText, filter: ClaimFilter, onClaim?: OnClaim): Generator<string[]> {
  for (const row of claimRows(view, filter, onClaim)) yield cellsOf(row);
}

/** The list as CSV (RFC 4180), one claim a line, in pieces of whole lines. */
export function claimListCsv(view: ClaimsInText, filter: ClaimFilter, onClaim?: OnClaim): AsyncGenerator<string> {
  function* lines() {
    yield csvLines([[...csvColumns]], { bom: true });
    for (const cells of claimListCells(view, filter, onClaim)) yield csvLines([cells]);
  }
  return inPieces(lines());
}
