/**
 * The claim list as a workbook (XLSX): one sheet each for claims, figures, sources and judgements, in the reader's
 * language.
 *
 * Cells are typed: numbers are numbers, days are days, everything else is text and never a formula. Each row is written
 * and then dropped from memory (xlsx/workbook-xml.ts).
 */
import type { FigureView, SourceView } from '#lib/domain/claims/claim-view';
import { quoteFinding } from '#lib/domain/claims/quote-check';
import type { ClaimFilter } from '#lib/domain/exchange/claim-list';
import { metricTitle } from '#lib/domain/ledger/ledger';
import { shownCorrection } from '#lib/domain/report/correction';
import type { CitedSource } from '#lib/domain/report/report';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { zipPieces } from '#lib/export/stream/zip';
import { isWebAddress } from '#lib/text/tidy';
import { type ExportLabel, type ExportWords, speakerLine } from './export-words';
import { type ListedClaim, listedClaims, type OnClaim, reasonOf } from './listed-claims';
import { type Cell, type SheetColumn, workbookParts } from './xlsx/workbook-xml';

export type { Cell };

type Column = { label: ExportLabel } & Pick<SheetColumn, 'width' | 'format'>;

type ClaimSheet = {
  name: ExportLabel;
  columns: Column[];
  rows: (listed: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords) => Cell[][];
};

/**
 * A stated date: a day is a date cell, a month or year is text. Days before 1901 are text too, since spreadsheets count
 * from there.
 */
export function dayCell(date: string | null): Cell {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date) || date < '1901') return date;
  return { moment: new Date(`${date}T00:00:00Z`) };
}

export const linkCell = (url: string | null): Cell => (url && isWebAddress(url) ? { link: url } : url);

const lines = (values: (string | null)[]): string | null => values.filter(Boolean).join('\n') || null;

/** How the standing came about: kind of evidence, result as a quote, number of judgements, who ruled. */
export function methodOf({ claim, strength }: ListedClaim, words: ExportWords): string {
  const { kind, quoteChecks, judgements, ruling } = claim;
  const parts = [
    strength && words.strength[strength],
    kind === 'quote' && quoteChecks.length > 0 && words.quoteFinding[quoteFinding(quoteChecks)],
    judgements.length > 0 && words.judgedBy(judgements.length),
    ruling && words.ruledBy(ruling.editor.name),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The sources of a claim, each once, with their numbers. */
function citedOf({ claim }: ListedClaim, sources: ReadonlyMap<string, CitedSource>): CitedSource[] {
  return [...new Set(claim.evidence.map(({ source }) => source.id))].flatMap((id) => sources.get(id) ?? []);
}

const nameOf = ({ title, publisher, retired }: SourceView, words: ExportWords) =>
  [title, publisher, retired && words.retiredSource].filter(Boolean).join(' · ');

export const claimColumns: Column[] = [
  { label: 'fact', width: 44 },
  { label: 'where', width: 8, format: 'number' },
  { label: 'speaker', width: 22 },
  { label: 'method', width: 26 },
  { label: 'source', width: 36 },
  { label: 'date', width: 13, format: 'day' },
  { label: 'verdict', width: 13 },
  { label: 'why', width: 50 },
  { label: 'correction', width: 50 },
  { label: 'number', width: 8, format: 'number' },
  { label: 'kind', width: 11 },
  { label: 'weight', width: 9 },
  { label: 'checkWorthy', width: 10 },
];

/** The cells of one claim, in the order of `claimColumns`. The date is that of the sources, one line each. */
export function claimCells(listed: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords): Cell[] {
  const { claim, paragraph } = listed;
  const cited = citedOf(listed, sources);
  const [only] = cited;
  return [
    claim.exact,
    paragraph,
    claim.speaker ? speakerLine(claim.speaker) : words.label.ownText,
    methodOf(listed, words),
    lines(cited.map((source) => `[${source.citation}] ${nameOf(source, words)}`)),
    cited.length === 1 && only
      ? dayCell(only.published)
      : lines(cited.map(({ citation, published }) => published && `[${citation}] ${published}`)),
    words.standing[claim.standing],
    reasonOf(claim),
    shownCorrection(claim),
    claim.number,
    words.kind[claim.kind],
    words.weight[claim.weight],
    claim.checkWorthy,
  ];
}

function figureCells(figure: FigureView, words: ExportWords): Cell[] {
  const { raw, reads, low, high, unit, per, qualifier, asOf } = figure;
  return [raw, reads[words.language], low, high, unit, per, words.qualifier[qualifier], dayCell(asOf)];
}

const claimSheets: ClaimSheet[] = [
  {
    name: 'claims',
    columns: claimColumns,
    rows: (listed, sources, words) => [claimCells(listed, sources, words)],
  },
  {
    name: 'figures',
    columns: [
      { label: 'claim', width: 8, format: 'number' },
      { label: 'from', width: 30 },
      { label: 'words', width: 30 },
      { label: 'reads', width: 26 },
      { label: 'low', width: 14, format: 'number' },
      { label: 'high', width: 14, format: 'number' },
      { label: 'unit', width: 12 },
      { label: 'per', width: 12 },
      { label: 'bound', width: 11 },
      { label: 'asOf', width: 13, format: 'day' },
      { label: 'metric', width: 30 },
    ],
    rows: ({ claim: { number, figure, metric, evidence } }, sources, words) => [
      ...(figure ? [[number, words.label.claim, ...figureCells(figure, words), metric && metricTitle(metric)]] : []),
      ...evidence.flatMap(({ source, figure: given }) => {
        const from = `[${sources.get(source.id)?.citation ?? 0}] ${source.title}`;
        return given ? [[number, from, ...figureCells(given, words), metric && metricTitle(metric)]] : [];
      }),
    ],
  },
  {
    name: 'sources',
    columns: [
      { label: 'citation', width: 8, format: 'number' },
      { label: 'claim', width: 8, format: 'number' },
      { label: 'stance', width: 11 },
      { label: 'title', width: 36 },
      { label: 'publisher', width: 20 },
      { label: 'link', width: 36 },
      { label: 'published', width: 13, format: 'day' },
      { label: 'accessed', width: 13, format: 'day' },
      { label: 'sourceKind', width: 12 },
      { label: 'repeats', width: 10, format: 'number' },
      { label: 'retired', width: 13, format: 'day' },
      { label: 'excerpt', width: 50 },
      { label: 'locator', width: 14 },
    ],
    rows: ({ claim: { number, evidence } }, sources, words) =>
      evidence.map(({ source, stance, excerpt, locator }) => [
        ...[sources.get(source.id)?.citation ?? null, number, words.stance[stance], source.title, source.publisher],
        ...[linkCell(source.url), dayCell(source.published), dayCell(source.accessed), words.sourceKind[source.kind]],
        (source.originId && sources.get(source.originId)?.citation) || null,
        dayCell(source.retired?.at.slice(0, 10) ?? null),
        excerpt || null,
        locator,
      ]),
  },
  {
    name: 'judgements',
    columns: [
      { label: 'claim', width: 8, format: 'number' },
      { label: 'form', width: 12 },
      { label: 'reviewer', width: 18 },
      { label: 'verdict', width: 13 },
      { label: 'confidence', width: 12 },
      { label: 'why', width: 60 },
      { label: 'at', width: 17, format: 'moment' },
      { label: 'said', width: 12 },
      { label: 'wording', width: 14 },
      { label: 'context', width: 14 },
    ],
    rows: ({ claim: { number, judgements, ruling, quoteChecks } }, _, words) => [
      ...judgements.map(({ reviewer, verdict, confidence, rationale, at }) => [
        ...[number, words.label.judgement, reviewer.name, words.standing[verdict], words.confidence[confidence]],
        ...[rationale || null, { moment: new Date(at) }, null, null, null],
      ]),
      ...quoteChecks.map(({ reviewer, said, wording, context }) => [
        ...[number, words.label.quoteCheck, reviewer.name, null, null, null, null],
        ...[said && words.said[said], wording && words.wording[wording], context && words.quoteContext[context]],
      ]),
      ...(ruling
        ? [
            [
              ...[number, words.label.ruling, ruling.editor.name, words.standing[ruling.verdict], null, ruling.reason],
              ...[{ moment: new Date(ruling.at) }, null, null, null],
            ],
          ]
        : []),
    ],
  },
];

/**
 * A workbook, written while it is read. A claim counts as written once it is on every sheet. If the reader stops, the
 * writer stops too.
 */
export function claimWorkbook(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim: OnClaim = () => undefined,
): AsyncGenerator<Uint8Array> {
  const { claims, sources } = listedClaims(view, filter);
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  let done = 0;
  function* rowsOf(sheet: ClaimSheet): Generator<Cell[]> {
    for (const listed of claims) {
      yield* sheet.rows(listed, sourceOf, words);
      done += 1;
      onClaim(Math.floor(done / claimSheets.length));
    }
  }
  const sheets = claimSheets.map((sheet) => ({
    name: words.label[sheet.name],
    columns: sheet.columns.map(({ label, width, format }) => ({ head: words.label[label], width, format })),
    rows: rowsOf(sheet),
  }));
  return zipPieces(workbookParts(sheets, { author: 'Claimdesk', madeAt: exportedAt }));
}
