/**
 * The claims of many articles that a search finds, as a file: one claim a row, in the search's order. Claims come some at
 * a time and are written as they come, so that a file of any length needs the memory of one part.
 *
 * CSV and JSON are for programs and use fixed English words; what people read uses the reader's language.
 */
import { claimAddress } from '#lib/domain/articles/addresses';
import type { FoundFormat } from '#lib/domain/exchange/found-formats';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import type { ReviewPublication } from '#lib/export/claim-review';
import type { ExportLabel, ExportWords } from '#lib/export/export-words';
import { headingText, linkTo, markdownText, startOfLine } from '#lib/export/markdown';
import { csvLines, safeCell } from '#lib/export/stream/csv-cells';
import { inPieces } from '#lib/export/stream/pieces';
import { zipPieces } from '#lib/export/stream/zip';
import { dayCell, linkCell } from '#lib/export/xlsx';
import { type Cell, type SheetColumn, workbookParts } from '#lib/export/xlsx/workbook-xml';
import { foundDocument } from './found-document';
import { type ReviewableClaim, reviewFeed } from './review-feed';

export const foundTypes: Record<FoundFormat, { type: string; ending: string }> = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  markdown: { type: 'text/markdown; charset=utf-8', ending: 'md' },
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  'claim-review': { type: 'application/ld+json; charset=utf-8', ending: 'claimreview.jsonld' },
};

export type FoundSetting = {
  /** What was asked for, as the parameters of its address. */
  query: Record<string, string>;
  words: ExportWords;
  /** The desk's own address, which a claim's begins with. */
  desk: string;
  now: Date;
  /** What the desk publishes under. */
  publisher: ReviewPublication['desk'];
  /** Reads what the fact-checks of some claims are made from. */
  reviewable: (claims: FoundClaim[]) => Promise<ReviewableClaim[]>;
};

/** The claims of a search as a file in pieces. */
export function foundClaims(
  format: FoundFormat,
  parts: AsyncIterable<FoundClaim[]>,
  setting: FoundSetting,
): AsyncGenerator<string | Uint8Array> {
  return writers[format](parts, setting);
}

const writers: Record<
  FoundFormat,
  (parts: AsyncIterable<FoundClaim[]>, setting: FoundSetting) => AsyncGenerator<string | Uint8Array>
> = {
  csv: (parts, { desk }) => inPieces(csvOf(parts, desk)),
  xlsx: (parts, { words, desk, now }) =>
    zipPieces(workbookParts([sheetOf(parts, words, desk)], { author: 'Claimdesk', madeAt: now })),
  markdown: (parts, setting) => inPieces(markdownOf(parts, setting)),
  json: (parts, setting) => inPieces(jsonOf(parts, setting)),
  docx: (parts, setting) => foundDocument(parts, setting),
  'claim-review': (parts, { words, now, publisher, reviewable }) =>
    reviewFeed(eachPart(parts, reviewable), { name: words.searched(now), publisher, now }),
};

async function* eachPart<From, To>(parts: AsyncIterable<From>, made: (part: From) => Promise<To>): AsyncGenerator<To> {
  for await (const part of parts) yield await made(part);
}

/** A claim as every form has it. `address`: where its card is. */
function factsOf({ article, exact, kind, number, passage, speaker, ...claim }: FoundClaim, desk: string) {
  return {
    article: { id: article.id, title: article.title, publisher: article.publisher, published: article.publishedOn },
    number,
    kind,
    words: exact,
    sentence: passage.text,
    speaker: speaker?.name ?? null,
    reads: claim.reads,
    low: claim.figure?.low ?? null,
    high: claim.figure?.high ?? null,
    unit: claim.figure?.unit ?? null,
    standing: claim.standing,
    /** A day, in universal time. */
    judgedOn: claim.judgedAt?.slice(0, 10) ?? null,
    independentSources: claim.sources,
    address: desk + claimAddress(article.id, number),
  };
}

type Facts = ReturnType<typeof factsOf>;

const csvColumns = [
  'article',
  'publisher',
  'published',
  'claim number',
  'kind',
  'words',
  'sentence',
  'speaker',
  'figure',
  'figure low',
  'figure high',
  'figure unit',
  'standing',
  'verdict date',
  'independent sources',
  'address',
] as const;

const csvCells = ({ article, reads, ...facts }: Facts) => [
  article.title,
  article.publisher,
  article.published,
  facts.number,
  facts.kind,
  facts.words,
  facts.sentence,
  facts.speaker,
  reads?.en ?? null,
  facts.low,
  facts.high,
  facts.unit,
  facts.standing,
  facts.judgedOn,
  facts.independentSources,
  facts.address,
];

async function* csvOf(parts: AsyncIterable<FoundClaim[]>, desk: string): AsyncGenerator<string> {
  yield csvLines([[...csvColumns]], { bom: true });
  for await (const claims of parts) {
    if (claims.length > 0) yield csvLines(claims.map((claim) => csvCells(factsOf(claim, desk)).map(safeCell)));
  }
}

const sheetColumns: ({ label: ExportLabel } & Pick<SheetColumn, 'width' | 'format'>)[] = [
  { label: 'article', width: 36 },
  { label: 'publisher', width: 20 },
  { label: 'published', width: 13, format: 'day' },
  { label: 'number', width: 8, format: 'number' },
  { label: 'kind', width: 11 },
  { label: 'words', width: 44 },
  { label: 'sentence', width: 50 },
  { label: 'speaker', width: 22 },
  { label: 'reads', width: 26 },
  { label: 'low', width: 14, format: 'number' },
  { label: 'high', width: 14, format: 'number' },
  { label: 'unit', width: 12 },
  { label: 'standing', width: 13 },
  { label: 'judgedOn', width: 13, format: 'day' },
  { label: 'independentSources', width: 12, format: 'number' },
  { label: 'address', width: 36 },
];

const sheetCells = ({ article, reads, ...facts }: Facts, words: ExportWords): Cell[] => [
  article.title,
  article.publisher,
  dayCell(article.published),
  facts.number,
  words.kind[facts.kind],
  facts.words,
  facts.sentence,
  facts.speaker,
  reads?.[words.language] ?? null,
  facts.low,
  facts.high,
  facts.unit,
  words.standing[facts.standing],
  dayCell(facts.judgedOn),
  facts.independentSources,
  linkCell(facts.address),
];

function sheetOf(parts: AsyncIterable<FoundClaim[]>, words: ExportWords, desk: string) {
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const claims of parts) for (const claim of claims) yield sheetCells(factsOf(claim, desk), words);
  }
  return {
    name: words.label.claims,
    columns: sheetColumns.map(({ label, width, format }) => ({ head: words.label[label], width, format })),
    rows: rows(),
  };
}

async function* markdownOf(
  parts: AsyncIterable<FoundClaim[]>,
  { words, desk, now }: FoundSetting,
): AsyncGenerator<string> {
  yield `# ${headingText(words.searched(now))}\n`;
  let isEmpty = true;
  for await (const claims of parts) {
    for (const claim of claims) yield markdownClaim(factsOf(claim, desk), words);
    isEmpty &&= claims.length === 0;
  }
  if (isEmpty) yield `\n${startOfLine(markdownText(words.label.noneFound))}\n`;
}

/** Its standing and words, then what it comes down to, then where it is. The figure's size is in its reading. */
function markdownClaim({ article, reads, ...facts }: Facts, words: ExportWords): string {
  const standing = [words.standing[facts.standing], facts.judgedOn && words.date(facts.judgedOn)];
  const told = [
    words.kind[facts.kind],
    facts.speaker,
    reads?.[words.language],
    words.sourcesOf(facts.independentSources),
  ];
  const name = markdownText(words.claimOf(facts.number, article.title));
  const where = [article.publisher, article.published && words.date(article.published)];
  const line = (values: (string | null | undefined)[]) =>
    values.flatMap((value) => (value ? [markdownText(value)] : []));
  return [
    `\n- **${line(standing).join(' · ')}** “${markdownText(facts.words)}”  `,
    `  ${startOfLine(line(told).join(' · '))}  `,
    ...(facts.sentence === facts.words ? [] : [`  “${markdownText(facts.sentence)}”  `]),
    `  ${[`[${name}](${linkTo(facts.address)})`, ...line(where)].join(' · ')}\n`,
  ].join('\n');
}

/** Version 1, in pieces that together are one document. */
async function* jsonOf(parts: AsyncIterable<FoundClaim[]>, { query, desk, now }: FoundSetting): AsyncGenerator<string> {
  const head = { format: 'claimdesk-found-claims', version: 1, exportedAt: now.toISOString(), query };
  yield `${JSON.stringify(head).slice(0, -1)},"claims":[`;
  let isFirst = true;
  for await (const claims of parts) {
    for (const claim of claims) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(factsOf(claim, desk))}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}
