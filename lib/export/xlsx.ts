/**
 * The claim list as a workbook (XLSX): a sheet each for claims, figures, sources and judgements, in the reader's language.
 *
 * Cells are typed: numbers are numbers, days are days, everything else is text and never a formula. Columns of text are
 * formatted as text (`@`), so that a cell that begins with = stays what it says when somebody edits it. Rows are written
 * one after another and forgotten.
 */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import exceljs from 'exceljs';
import type { FigureView, SourceView } from '#lib/domain/claims/claim-view';
import { quoteFinding } from '#lib/domain/claims/quote-check';
import type { ClaimFilter } from '#lib/domain/exchange/claim-list';
import { metricTitle } from '#lib/domain/ledger/ledger';
import type { CitedSource } from '#lib/domain/report/report';
import type { ReviewView } from '#lib/domain/review/review';
import { xmlText } from '#lib/export/stream/xml-text';
import { isWebAddress } from '#lib/text/tidy';
import { type ExportLabel, type ExportWords, speakerLine } from './export-words';
import { type ListedClaim, listedClaims, type OnClaim, reasonOf } from './listed-claims';

/** What Excel holds at most (Microsoft, "Excel specifications and limits"): UTF-16 units of a cell and of a link, links. */
const longestCell = 32_767;
const longestLink = 2_079;
const mostLinks = 65_530;

/** A day, or a moment, in universal time. */
type Moment = { moment: Date };
type Link = { link: string };
export type Cell = string | number | boolean | Moment | Link | null;

/** What a column holds decides how its cells look and how wide it is, in characters. */
type Column = { label: ExportLabel; width: number; format?: 'day' | 'moment' | 'number' };

type Sheet = {
  name: ExportLabel;
  columns: Column[];
  rows: (listed: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords) => Cell[][];
};

/** A stated date: a day is one, a month or year is text. Days before 1901 are text too, as spreadsheets count from there. */
function dayCell(date: string | null): Cell {
  if (!date || !/^\d{4}-\d\d-\d\d$/.test(date) || date < '1901') return date;
  return { moment: new Date(`${date}T00:00:00Z`) };
}

const linkCell = (url: string | null): Cell => (url && isWebAddress(url) ? { link: url } : url);

const lines = (values: (string | null)[]): string | null => values.filter(Boolean).join('\n') || null;

/** How it was found out: what it rests on, how it stands as a quote, how many judged it and who ruled. */
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

const nameOf = ({ title, publisher }: SourceView) => [title, publisher].filter(Boolean).join(' · ');

export const claimColumns: Column[] = [
  { label: 'fact', width: 44 },
  { label: 'where', width: 8, format: 'number' },
  { label: 'speaker', width: 22 },
  { label: 'method', width: 26 },
  { label: 'source', width: 36 },
  { label: 'date', width: 13, format: 'day' },
  { label: 'verdict', width: 13 },
  { label: 'why', width: 50 },
  { label: 'number', width: 8, format: 'number' },
  { label: 'kind', width: 11 },
  { label: 'weight', width: 9 },
  { label: 'checkWorthy', width: 10 },
];

/** The cells of one claim, in the order of `claimColumns`. The date is the sources' own, a line each where they are several. */
export function claimCells(listed: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords): Cell[] {
  const { claim, paragraph } = listed;
  const cited = citedOf(listed, sources);
  const [only] = cited;
  return [
    claim.exact,
    paragraph,
    claim.speaker ? speakerLine(claim.speaker) : words.label.ownText,
    methodOf(listed, words),
    lines(cited.map((source) => `[${source.citation}] ${nameOf(source)}`)),
    cited.length === 1 && only
      ? dayCell(only.published)
      : lines(cited.map(({ citation, published }) => published && `[${citation}] ${published}`)),
    words.standing[claim.standing],
    reasonOf(claim),
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

const sheets: Sheet[] = [
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
      { label: 'excerpt', width: 50 },
      { label: 'locator', width: 14 },
    ],
    rows: ({ claim: { number, evidence } }, sources, words) =>
      evidence.map(({ source, stance, excerpt, locator }) => [
        ...[sources.get(source.id)?.citation ?? null, number, words.stance[stance], source.title, source.publisher],
        ...[linkCell(source.url), dayCell(source.published), dayCell(source.accessed), words.sourceKind[source.kind]],
        ...[(source.originId && sources.get(source.originId)?.citation) || null, excerpt || null, locator],
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

/** Text as a cell can hold it: at most so long, and `_x0041_` stays what it says (ECMA-376 Part 1, 22.4.2.4). */
function cellText(text: string): string {
  const whole = xmlText(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return whole.length > longestCell
    ? `${whole
        .slice(0, longestCell - 1)
        .toWellFormed()
        .replace('\ufffd', '')}…`
    : whole;
}

const formats = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm', number: 'General', text: '@' };

/** A workbook as it grows. Whoever stops reading stops its making. */
export async function* claimWorkbook(
  view: ReviewView,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim?: OnClaim,
): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const writing = writeSheets(out, view, filter, words, exportedAt, onClaim).catch((error: unknown) =>
    out.destroy(error instanceof Error ? error : new Error('The workbook broke off.', { cause: error })),
  );
  try {
    yield* out;
    await writing;
  } finally {
    out.destroy();
  }
}

/** Rows between two looks at whether the reader has caught up. */
const rowsAtOnce = 50;

async function writeSheets(
  out: PassThrough,
  view: ReviewView,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim: OnClaim = () => undefined,
): Promise<void> {
  const { claims, sources } = listedClaims(view, filter);
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  workbook.creator = 'Claimdesk';
  workbook.lastModifiedBy = 'Claimdesk';
  workbook.created = exportedAt;
  workbook.modified = exportedAt;
  let done = 0;
  for (const { name, columns, rows } of sheets) {
    const sheet = openSheet(workbook, words.label[name], columns, words);
    let links = 0;
    for (const listed of claims) {
      for (const cells of rows(listed, sourceOf, words)) {
        const row = sheet.addRow([]);
        for (const [index, cell] of cells.entries()) {
          const isLink = typeof cell === 'object' && cell !== null && 'link' in cell;
          if (isLink) links += 1;
          fill(row.getCell(index + 1), cell, columns[index], links <= mostLinks);
        }
        row.commit();
      }
      done += 1;
      // A claim is written once it is on every sheet.
      onClaim(Math.floor(done / sheets.length));
      if (done % rowsAtOnce > 0) continue;
      await setImmediate();
      if (out.destroyed) return;
      if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    }
    sheet.commit();
  }
  await workbook.commit();
}

function openSheet(
  workbook: exceljs.stream.xlsx.WorkbookWriter,
  name: string,
  columns: Column[],
  words: ExportWords,
): exceljs.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { numFmt: formats[format ?? 'text'], alignment: { vertical: 'top', wrapText: true } },
  }));
  const head = sheet.addRow(columns.map(({ label }) => words.label[label]));
  head.font = { bold: true };
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF4F2EC' } };
  head.border = { bottom: { style: 'thin', color: { argb: 'FF57534C' } } };
  head.commit();
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return sheet;
}

function fill(target: exceljs.Cell, cell: Cell, column: Column | undefined, linksLeft: boolean): void {
  if (cell === null) return;
  if (typeof cell === 'number' || typeof cell === 'boolean') {
    target.value = cell;
  } else if (typeof cell === 'string') {
    target.value = cellText(cell);
    target.numFmt = formats.text;
  } else if ('moment' in cell) {
    target.value = cell.moment;
    target.numFmt = formats[column?.format === 'moment' ? 'moment' : 'day'];
  } else if (linksLeft && cell.link.length <= longestLink) {
    target.value = { text: cellText(cell.link), hyperlink: xmlText(new URL(cell.link).href) };
    target.font = { color: { argb: 'FF24508F' }, underline: true };
  } else {
    target.value = cellText(cell.link);
  }
}
