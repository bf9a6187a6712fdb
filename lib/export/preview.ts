import {
  type ClaimFilter,
  everyClaim,
  filterChoices,
  isExported,
  type ListFormat,
  takesFilter,
} from '#lib/domain/exchange/claim-list';
import type { Beginning, ExportPreview } from '#lib/domain/exchange/export-preview';
import { type PacketContents, packetParts } from '#lib/domain/exchange/packet';
import { shownCorrection } from '#lib/domain/report/correction';
import { type ArticleWithClaims, inReadingOrder } from '#lib/domain/review/review';
import { layerSpans } from '#lib/text/span';
import { reviewedClaims } from './claim-review';
import { claimListCells, csvColumns } from './csv-and-json';
import type { ExportWords } from './export-words';
import { type ExportSetting, forms, publicationsOf } from './formats';
import { listedClaims, reasonOf } from './listed-claims';
import { type Cell, claimCells, claimColumns } from './xlsx';

/** Number of claims in a preview: enough to see the shape of a file. */
const shownClaims = 4;
/** Length of a text preview in UTF-16 units. */
const shownText = 1_400;

/** The beginning of an export, produced by the writer of its format. */
export async function previewOf(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  format: ListFormat,
  setting: ExportSetting,
): Promise<ExportPreview> {
  const chosen = view.claims.filter((claim) => isExported(claim, filter, format));
  const counted = { choices: filterChoices(view.claims, filter), count: chosen.length, total: view.claims.length };
  if (chosen.length === 0 && takesFilter(format)) return { ...counted, beginning: null };
  if (format === 'claim-review') return { ...counted, beginning: reviewTable(view, filter, setting) };
  const some = { ...view, claims: inReadingOrder(chosen, view.paragraphs).slice(0, shownClaims) };
  return { ...counted, beginning: await beginningOf(some, format, setting) };
}

async function beginningOf(view: ArticleWithClaims, format: ListFormat, setting: ExportSetting): Promise<Beginning> {
  const { words } = setting;
  if (format === 'csv') {
    return { is: 'table', columns: [...csvColumns], rows: [...claimListCells(view, everyClaim)] };
  }
  if (format === 'xlsx') {
    const { claims, sources } = listedClaims(view, everyClaim);
    const sourceOf = new Map(sources.map((source) => [source.id, source]));
    const rows = claims.map((listed) => claimCells(listed, sourceOf, words).map(shownCell));
    return { is: 'table', columns: claimColumns.map(({ label }) => words.label[label]), rows };
  }
  if (format === 'docx') return passageOf(view, words);
  if (setting.packet) return packetTable(setting.packet, words);
  let text = '';
  for await (const piece of forms[format].write({ view, filter: everyClaim, ...setting })) {
    text += piece;
    if (text.length >= shownText) break;
  }
  return { is: 'text', text: text.length > shownText ? `${text.slice(0, shownText).trimEnd()}\n…` : text };
}

/** Files that a preview of a packet names. */
const shownFiles = 12;

/** What a packet takes along beside the report, the claims and the history. */
function packetTable(
  { files, captures, leftOut }: PacketContents,
  { label, language }: Pick<ExportWords, 'label' | 'language'>,
): Beginning {
  const { report, workbook, table, article, history } = packetParts;
  const always = [label.article, [report, workbook, table, article, history].join(', '), ''];
  const { format } = new Intl.NumberFormat(language);
  const rows = [
    ...files.map(({ name, size }) => [label.file, name, format(size)]),
    ...captures.map(({ title, url, original }) => [label.capture, url ?? title, original ? format(original.size) : '']),
  ];
  const more = rows.length - shownFiles;
  const [shown, rest] = [rows.slice(0, shownFiles), more > 0 ? [['…', `+ ${more}`, '']] : []];
  const missing = leftOut.map(({ what, count }) => [
    label.leftOut,
    what === 'file' ? label.confidentialFiles : label.withoutOriginal,
    format(count),
  ]);
  return {
    is: 'table',
    columns: [label.kind, label.title, label.bytes],
    rows: [always, ...shown, ...rest, ...missing],
  };
}

/** What is published as each of the first claims, with its grade and its public page. */
function reviewTable(view: ArticleWithClaims, filter: ClaimFilter, setting: ExportSetting): Beginning {
  const { label } = setting.words;
  const rows: string[][] = [];
  for (const { claim, review } of reviewedClaims(view, filter, publicationsOf(setting))) {
    const { claimReviewed, reviewRating, url } = review;
    rows.push([String(claim.number), claimReviewed, reviewRating.alternateName, url ?? label.noPage]);
    if (rows.length === shownClaims) break;
  }
  return { is: 'table', columns: [label.number, label.claimReviewed, label.verdict, label.publicPage], rows };
}

function shownCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'link' in cell ? cell.link : cell.moment.toISOString().slice(0, 10);
}

/** The first paragraph with a claim, as the document marks it. */
function passageOf({ article, paragraphs, claims }: ArticleWithClaims, words: ExportWords): Beginning {
  const first = paragraphs.find(({ id }) => claims.some(({ paragraphId }) => paragraphId === id));
  const here = claims.filter(({ paragraphId }) => paragraphId === first?.id);
  const standingOf = new Map(here.map(({ id, standing }) => [id, standing]));
  const text = first?.text ?? '';
  const segments = layerSpans(text.length, here).map(({ start, end, layers }) => ({
    text: text.slice(start, end),
    standing: standingOf.get(layers.at(-1)?.id ?? '') ?? null,
  }));
  const comments = here.map(({ number, standing, ...claim }) => {
    const sources = [...new Set(claim.evidence.map(({ source }) => source.title))];
    const correction = shownCorrection({ standing, ...claim });
    const instead = correction && `${words.label.correction}: ${correction}`;
    const said = [instead, reasonOf({ standing, ...claim }), ...sources].filter(Boolean).join('\n');
    return { number, standing, text: said || words.kind[claim.kind] };
  });
  return { is: 'passage', language: article.language, segments, comments };
}
