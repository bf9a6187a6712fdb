import { parse } from 'csv-parse/sync';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FoundFormat, foundFormats } from '#lib/domain/exchange/found-formats';
import { ratingScales } from '#lib/domain/report/rating-scale';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import { exportWords } from '#lib/testing/article/export-words';
import { claimView } from '#lib/testing/article/factories';
import { testNeeding } from '#lib/testing/needs';
import { claimReviewFaults } from '#lib/testing/outside/claim-review-faults';
import { convertByLibreOffice, gather, libreOffice, packagePart, xmlErrors } from '#lib/testing/outside/office';
import { type FoundSetting, foundClaims } from './found-claims';
import { mostInDocument } from './found-document';
import type { ReviewableClaim } from './review-feed';

const now = new Date('2026-01-05T10:00:00Z');
const query = { q: 'employees', standing: 'verified' };

function claim(more: Partial<FoundClaim> = {}): FoundClaim {
  return {
    id: 'c1',
    number: 4,
    exact: '375人',
    kind: 'figure',
    standing: 'verified',
    passage: { text: '公司约有375人。', start: 4, end: 8, hits: [] },
    speaker: { id: 's1', name: '李笛' },
    reads: { en: '375 people', zh: '375人' },
    figure: { low: 375, high: 375, unit: 'person' },
    article: { id: 'a1', title: '大模型这笔账', publisher: '《账本》', publishedOn: '2023-02-14', language: 'zh' },
    judgedAt: '2026-01-04T23:59:00.000Z',
    sources: 2,
    lookAgain: false,
    createdAt: '2026-01-04T10:00:00.000Z',
    updatedAt: '2026-01-04T23:59:00.000Z',
    ...more,
  };
}

/** An open statement, of which nothing else is known. */
const bare = claim({
  id: 'c2',
  number: 1,
  exact: 'Sales doubled.',
  kind: 'fact',
  standing: 'open',
  passage: { text: 'Sales doubled.', start: 0, end: 14, hits: [] },
  speaker: null,
  reads: null,
  figure: null,
  article: { id: 'a2', title: 'What AI costs', publisher: null, publishedOn: null, language: 'en' },
  judgedAt: null,
  sources: 0,
});

const hostile = claim({
  exact: '=HYPERLINK("x")',
  passage: { text: '@SUM(A1)\n+1', start: 0, end: 1, hits: [] },
  speaker: { id: 's2', name: '-2+3' },
  figure: { low: -5, high: null, unit: 'percent' },
  article: { ...bare.article, title: '<b>*x*</b> ＝1', publisher: '\t=1' },
});

async function* partsOf(parts: FoundClaim[][]): AsyncGenerator<FoundClaim[]> {
  yield* parts;
}

/** As a fact-check is made from it: in a paragraph of its passage, with a page of its own. */
const reviewable = ({ article, exact, kind, passage, standing }: FoundClaim): ReviewableClaim => ({
  claim: claimView({ exact, kind, standing, start: passage.start, end: passage.end }),
  ...{ paragraph: passage.text, beside: [], article: { ...article, url: null, byline: null } },
  publication: {
    ...{ url: 'https://desk.example/reports/r1/claims/4', desk: publisher, publishedOn: '2026-01-05' },
    ...{ scale: ratingScales[0], language: 'en', why: 'The filing says so.' },
  },
});

const publisher = { name: 'The Desk', url: 'https://desk.example' };
const setting: FoundSetting = {
  ...{ query, words: exportWords, desk: 'https://desk.example', now, publisher },
  reviewable: async (claims) => claims.map(reviewable),
};

async function fileOf(format: FoundFormat, ...parts: FoundClaim[][]): Promise<Buffer> {
  return (await gather(foundClaims(format, partsOf(parts), setting))).bytes;
}

const readCsv = (file: Buffer) =>
  z.array(z.record(z.string(), z.string())).parse(parse(file, { bom: true, columns: true }));

describe('found claims as CSV', () => {
  test('have their columns even if there is none, after a byte order mark', async () => {
    const text = (await fileOf('csv')).toString('utf8');
    expect(text.startsWith('\ufeffarticle,publisher,published,claim number,')).toBe(true);
    expect(text.endsWith('independent sources,address\r\n')).toBe(true);
  });

  test('say all there is, and leave blank what is not', async () => {
    const [full, open] = readCsv(await fileOf('csv', [claim()], [], [bare]));
    expect(full).toEqual({
      article: '大模型这笔账',
      publisher: '《账本》',
      published: '2023-02-14',
      'claim number': '4',
      kind: 'figure',
      words: '375人',
      sentence: '公司约有375人。',
      speaker: '李笛',
      figure: '375 people',
      'figure low': '375',
      'figure high': '375',
      'figure unit': 'person',
      standing: 'verified',
      'verdict date': '2026-01-04',
      'independent sources': '2',
      address: 'https://desk.example/articles/a1#c4',
    });
    const blank = ['publisher', 'published', 'speaker', 'figure', 'figure low', 'figure unit', 'verdict date'];
    expect(blank.map((column) => open?.[column])).toEqual(blank.map(() => ''));
  });

  test('run nothing in a spreadsheet, and keep numbers below zero', async () => {
    expect(readCsv(await fileOf('csv', [hostile]))).toMatchObject([
      {
        words: '\'=HYPERLINK("x")',
        sentence: "'@SUM(A1)\n'+1",
        speaker: "'-2+3",
        'figure low': '-5',
        'figure high': '',
        publisher: "'\t=1",
      },
    ]);
  });
});

describe('found claims as a workbook', () => {
  test('read back with the types of their cells, and link to their cards', async () => {
    const file = await fileOf('xlsx', [claim()], [bare]);
    expect(xmlErrors(file)).toEqual([]);
    const [sheet] = await readExcel(file);
    const [head, ...rows] = sheet?.data ?? [];
    expect(sheet?.sheet).toBe('claims');
    expect(head).toHaveLength(16);
    expect(rows[0]?.slice(0, 5)).toEqual(['大模型这笔账', '《账本》', new Date('2023-02-14'), 4, 'figure']);
    expect(rows[0]?.slice(8)).toEqual([
      '375 people',
      375,
      375,
      'person',
      'verified',
      new Date('2026-01-04'),
      2,
      'https://desk.example/articles/a1#c4',
    ]);
    expect(rows[1]?.slice(7, 14)).toEqual([null, null, null, null, null, 'open', null]);
    const links = packagePart(file, 'xl/worksheets/_rels/sheet1.xml.rels');
    expect(links).toContain('Target="https://desk.example/articles/a1#c4" TargetMode="External"');
  });

  test('hold no formula', async () => {
    const file = await fileOf('xlsx', [hostile]);
    expect(packagePart(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    const [sheet] = await readExcel(file);
    expect(sheet?.data[1]?.slice(5, 8)).toEqual(['=HYPERLINK("x")', '@SUM(A1)\n+1', '-2+3']);
  });

  testNeeding(libreOffice, 'open in LibreOffice', async () => {
    const opened = convertByLibreOffice(await fileOf('xlsx', [claim(), hostile], [bare]), 'claims.xlsx', 'fods');
    expect(opened).toContain('大模型这笔账');
    expect(opened).not.toContain('table:formula');
  });
});

describe('found claims as Markdown', () => {
  test('are a list, each with what it comes down to and a link to its card', async () => {
    const tree = fromMarkdown((await fileOf('markdown', [claim()], [bare])).toString('utf8'));
    const [heading, list, ...more] = tree.children;
    expect(more).toEqual([]);
    expect(heading && textOf(heading)).toBe('searched 2026-01-05');
    const items = list?.type === 'list' ? list.children : [];
    expect(items.map((item) => textOf(item))).toEqual([
      'verified · 2026-01-04 “375人”figure · 李笛 · 375 people · 2 sources“公司约有375人。”claim 4 of 大模型这笔账 · 《账本》 · 2023-02-14',
      'open “Sales doubled.”fact · 0 sourcesclaim 1 of What AI costs',
    ]);
    expect(JSON.stringify(items[0])).toContain('"url":"https://desk.example/articles/a1#c4"');
  });

  test('keep text as text', async () => {
    const tree = JSON.stringify(fromMarkdown((await fileOf('markdown', [hostile])).toString('utf8')));
    expect(tree).not.toMatch(/"type":"(html|emphasis|code)"/);
  });

  test('say that there is none', async () => {
    expect((await fileOf('markdown')).toString('utf8')).toBe('# searched 2026-01-05\n\nnoneFound\n');
  });
});

describe('found claims as JSON', () => {
  const Found = z.strictObject({
    format: z.literal('claimdesk-found-claims'),
    version: z.literal(1),
    exportedAt: z.literal('2026-01-05T10:00:00.000Z'),
    query: z.record(z.string(), z.string()),
    claims: z.array(z.looseObject({ number: z.number(), address: z.url() })),
  });

  test.each([[[]], [[[claim()]]], [[[claim(), bare], [], [hostile]]]])(
    'are one document of their parts',
    async (parts) => {
      const read = Found.parse(JSON.parse((await fileOf('json', ...parts)).toString('utf8')));
      expect(read.query).toEqual(query);
      expect(read.claims.map(({ words }) => words)).toEqual(parts.flat().map(({ exact }) => exact));
    },
  );
});

describe('found claims as a feed of fact-checks', () => {
  const Feed = z.object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('DataFeed'),
    provider: z.object({ name: z.literal('The Desk') }),
    dataFeedElement: z.array(z.object({ '@type': z.literal('DataFeedItem'), item: z.record(z.string(), z.unknown()) })),
  });
  test.each([[[]], [[[claim()]]], [[[claim(), bare], [], [hostile]]]])('hold those with a verdict', async (parts) => {
    const text = (await fileOf('claim-review', ...parts)).toString('utf8');
    const items = Feed.parse(JSON.parse(text)).dataFeedElement.map(({ item }) => item);
    expect(items).toHaveLength(parts.flat().filter(({ standing }) => standing !== 'open').length);
    for (const item of items) {
      expect(claimReviewFaults({ '@context': 'https://schema.org', ...item })).toEqual({ shape: [], missing: [] });
      expect(item).toMatchObject({ '@type': 'ClaimReview', author: { name: 'The Desk' } });
    }
  });
});

describe('found claims as a Word document', () => {
  const documentOf = async (...parts: FoundClaim[][]) =>
    packagePart(await fileOf('docx', ...parts), 'word/document.xml');

  test('say of each what it comes down to and where it is', async () => {
    const bytes = await fileOf('docx', [claim(), bare], [hostile]);
    const text = packagePart(bytes, 'word/document.xml');
    for (const told of ['375人', '李笛', 'Sales doubled.', 'SUM(A1)']) expect(text).toContain(told);
    expect(packagePart(bytes, 'word/_rels/document.xml.rels')).toContain('https://desk.example/articles/a1#c4');
  });

  test('say that there is none', async () => {
    expect(await documentOf([])).toContain(exportWords.label.noneFound);
  });

  test('end after so many, and say so', async () => {
    const text = await documentOf(Array.from({ length: mostInDocument + 1 }, () => claim()));
    expect(text).toContain(`first ${mostInDocument}`);
    expect(text.match(/<w:hyperlink/g)).toHaveLength(mostInDocument);
  });

  testNeeding(libreOffice, 'are read by LibreOffice', async () => {
    const file = await fileOf('docx', [claim(), hostile]);
    expect(xmlErrors(file)).toEqual([]);
    expect(convertByLibreOffice(file, 'claims.docx', 'txt:Text')).toContain('公司约有375人。');
  });
});

test.each(foundFormats)('many claims as %s are read while they are written, and no further', async (format) => {
  let asked = 0;
  async function* parts() {
    for (; asked < 1_000; asked += 1) yield Array.from({ length: 100 }, (_, at) => claim({ exact: `${asked}.${at}` }));
  }
  for await (const piece of foundClaims(format, parts(), setting)) {
    if (piece.length > 0 && asked > 0) break;
  }
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(20);
});
