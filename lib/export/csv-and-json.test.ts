import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { type ClaimFilter, everyClaim, type ListPreset, listPresets } from '#lib/domain/exchange/claim-list';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { testNeeding } from '#lib/testing/needs';
import { convertByLibreOffice, libreOffice } from '#lib/testing/outside/office';
import { claimListCsv, claimListJson } from './csv-and-json';

const now = new Date('2026-01-05T10:00:00Z');

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** A list as a spreadsheet reads it: one record a claim, by column. */
async function readCsv(
  claims: ClaimView[],
  filter: ClaimFilter = everyClaim,
  text?: string,
): Promise<Record<string, string>[]> {
  const paragraphs = [paragraphView(text === undefined ? {} : { text })];
  return z
    .array(z.record(z.string(), z.string()))
    .parse(parse(await textOf(claimListCsv(reviewView({ paragraphs, claims }), filter)), { bom: true, columns: true }));
}

/** The records of a CSV file by the grammar of RFC 4180, where any line break outside of quotes ends one. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, cell = '', end = ''] of text.matchAll(
    /("(?:[^"]|"")*"|[^",\r\n\u0085\u2028\u2029]*)(,|\r\n|[\r\n\u0085\u2028\u2029])/g,
  )) {
    record.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The one record of a list of one claim. */
async function readRow(claim: Partial<ClaimView>): Promise<Record<string, string>> {
  const [row, ...others] = await readCsv([claimView(claim)]);
  expect(others).toEqual([]);
  return row ?? {};
}

const ListJson = z.object({
  format: z.literal('claimdesk-claims'),
  version: z.literal(2),
  exportedAt: z.string(),
  selection: z.record(z.string(), z.array(z.string().nullable())),
  offsets: z.literal('unicode-code-points'),
  article: z.record(z.string(), z.unknown()),
  claims: z.array(z.looseObject({ number: z.number(), start: z.number(), end: z.number(), exact: z.string() })),
});

async function readJson(claims: ClaimView[], filter: ClaimFilter = everyClaim, text?: string) {
  const paragraphs = [paragraphView(text === undefined ? {} : { text })];
  return ListJson.parse(JSON.parse(await textOf(claimListJson(reviewView({ paragraphs, claims }), filter, now))));
}

/** A claim on words of a text, with UTF-16 offsets. */
function claimOn(text: string, words: string): ClaimView {
  const start = text.indexOf(words);
  return claimView({ start, end: start + words.length, exact: words });
}

const oneOfEach = standings.map((standing, index) => claimView({ number: index + 1, start: index, standing }));
const presets: [ListPreset, Standing[]][] = [
  ['all', [...standings]],
  ['verified', ['verified']],
  ['disputed', ['disputed', 'false', 'contested']],
];

describe('the list as CSV', () => {
  test('begins with a byte order mark and ends its lines as RFC 4180 says', async () => {
    const csv = await textOf(claimListCsv(reviewView({ claims: oneOfEach }), everyClaim));
    expect([...new TextEncoder().encode(csv).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 'n'.charCodeAt(0)]);
    expect(csv.split('\r\n')).toHaveLength(1 + standings.length + 1);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('has its columns even without claims', async () => {
    const csv = await textOf(claimListCsv(reviewView(), everyClaim));
    expect(csv).toBe(
      '\ufeffnumber,claim,paragraph,start,end,kind,figure,figure low,figure high,figure unit,figure per,figure as of,quote,speaker,standing,verdicts,rationale,correction,sources,source urls,source dates,excerpts\r\n',
    );
  });

  test.each(presets)('of %s holds exactly these claims, in reading order', async (preset, expected) => {
    const rows = await readCsv([...oneOfEach].reverse(), listPresets[preset]);
    expect(rows.map(({ standing }) => standing)).toEqual(expected);
  });

  test('gives every fact of a claim back', async () => {
    const [ann, bo, ed] = ['Ann', 'Bo', 'Ed'].map((name) => ({ id: name, name }));
    if (!ann || !bo || !ed) throw new Error('three people');
    const row = await readRow({
      number: 12,
      speaker: speakerView({ name: '李笛', role: 'CEO' }),
      figure: figureView({ qualifier: 'about', asOf: '2023-01' }),
      standing: 'disputed',
      judgements: [
        judgementView({ reviewer: ann, verdict: 'verified', confidence: 'high' }),
        judgementView({ reviewer: bo, verdict: 'false', confidence: 'low', rationale: 'It had 370.' }),
      ],
      ruling: { editor: ed, verdict: 'disputed', reason: 'Both counts stand.', at: now.toISOString() },
      correction: 'It had some 370 staff.',
      evidence: [
        evidenceView({
          source: sourceView({ title: 'Report', publisher: 'SEC', url: 'https://example.org/a', published: '2023-02' }),
          excerpt: '375 people',
          locator: 'p. 3',
        }),
      ],
    });
    expect(row).toEqual({
      number: '12',
      claim: '375',
      paragraph: '1',
      start: '13',
      end: '16',
      kind: 'figure',
      figure: 'about 375 people',
      'figure low': '375',
      'figure high': '375',
      'figure unit': 'person',
      'figure per': '',
      'figure as of': '2023-01',
      quote: '',
      speaker: '李笛, CEO',
      standing: 'disputed',
      verdicts: 'Ann: verified (high)\nBo: false (low)\nEd: disputed (ruling)',
      rationale: 'Bo: It had 370.\nEd: Both counts stand.',
      correction: 'It had some 370 staff.',
      sources: 'supports: Report · SEC · primary',
      'source urls': 'https://example.org/a',
      'source dates': '2023-02',
      excerpts: '375 people (p. 3)',
    });
  });

  test('never shows a link, date or excerpt beside another source than its own', async () => {
    const row = await readRow({
      evidence: [
        evidenceView({ source: sourceView({ id: 'a' }) }),
        evidenceView({
          source: sourceView({ id: 'b', url: 'https://example.org/b', published: '2020' }),
          excerpt: '375',
        }),
      ],
    });
    expect(row.sources?.split('\n')[1]).toContain('Title of b');
    expect(row['source urls']).toBe('–\nhttps://example.org/b');
    expect(row['source dates']).toBe('–\n2020');
    expect(row.excerpts).toBe('–\n375');
  });

  test('leaves a cell empty where no source has anything to show', async () => {
    const evidence = ['a', 'b'].map((id) => evidenceView({ source: sourceView({ id }) }));
    expect(await readRow({ evidence })).toMatchObject({ 'source urls': '', 'source dates': '', excerpts: '' });
  });

  test.each([
    '=1+1',
    '+375',
    '-5%',
    '@SUM(A1)',
    '\t=1+1',
    '\ttab',
    '\rreturn',
    '\nline',
    '  =1+1',
    '\u3000=1+1',
    '\ufeff=1+1',
    '＝1+1',
    '＋375',
    '－5',
    '＠SUM(A1)',
    '=HYPERLINK("https://example.org","x")',
  ])('shows %j as text', async (words) => {
    expect((await readRow({ exact: words })).claim).toBe(`'${words}`);
  });

  test.each([
    ['\r=1+1', "'\r'=1+1"],
    ['Bo: yes\n=1+41', "Bo: yes\n'=1+41"],
    ['a\r\n  @SUM(A1)\n\n+5', "a\r\n'  @SUM(A1)\n\n'+5"],
    ['one\u2028-2', "one\u2028'-2"],
  ])('shows each line of %j as text', async (words, shown) => {
    expect((await readRow({ exact: words })).claim).toBe(shown);
  });

  describe('with line breaks in its cells', () => {
    const breaks = ['two\nlines', 'two\rlines', 'two\r\nlines', 'Bo: no\n=1+41\r=2', 'a;b\tc', '\n', 'x\u0085y'];
    const claims = breaks.map((exact, at) =>
      claimView({
        id: `c${at}`,
        number: at + 1,
        exact,
        judgements: [judgementView({ rationale: 'First.\n=1+41' })],
        evidence: [evidenceView({ excerpt: '=A1\n@b' }), evidenceView({ id: 'second', excerpt: '-1' })],
      }),
    );
    const file = () => textOf(claimListCsv(reviewView({ claims }), everyClaim));

    test('is one record a claim for a program that ends a record at any line break', async () => {
      expect(
        recordsOf(await file()).map(([, exact]) => exact?.replace(/^'/, '').replace(/([\n\r])'=/g, '$1=')),
      ).toEqual(['claim', ...breaks]);
    });

    testNeeding(libreOffice, 'is one record a claim and no formula in LibreOffice', async () => {
      const table = convertByLibreOffice(Buffer.from(await file()), 'claims.csv', 'fods');
      expect(table).not.toContain('table:formula');
      const rows = [...table.matchAll(/<table:table-row[^>]*>\s*<table:table-cell[^>]*office:value="(\d+)"/g)];
      expect(rows.map(([, number]) => Number(number))).toEqual(claims.map(({ number }) => number));
    });
  });

  test('shows every cell that people fill in as text', async () => {
    const row = await readRow({
      exact: '=1',
      speaker: speakerView({ name: '=2' }),
      judgements: [judgementView({ reviewer: { id: 'r', name: '@3' }, rationale: 'x' })],
      evidence: [evidenceView({ source: sourceView({ published: '-4' }), excerpt: '+5' })],
    });
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/u);
    expect(row).toMatchObject({ claim: "'=1", speaker: "'=2", excerpts: "'+5" });
  });

  test.each([
    'He said "375, or so".',
    'two\nlines',
    'two\r\nlines',
    'a\rb',
    'a,b;c\td',
    '“训练一次要花300-460万美元”',
    '👨‍👩‍👧🇨🇳😀',
    "it's 3 = 3",
    '5-4',
    "'quoted'",
    '–',
  ])('gives %j back as it was', async (words) => {
    expect((await readRow({ exact: words })).claim).toBe(words);
  });
});

describe('the list as JSON', () => {
  test('says what it holds', async () => {
    const { claims: _, article, ...head } = await readJson([]);
    expect(head).toEqual({
      format: 'claimdesk-claims',
      version: 2,
      exportedAt: '2026-01-05T10:00:00.000Z',
      selection: { standings: [], kinds: [], speakers: [], reviewers: [] },
      offsets: 'unicode-code-points',
    });
    expect(article).toMatchObject({ id: 'article', title: 'What it costs', language: 'en', revision: 1 });
  });

  test.each(presets)('of %s holds exactly these claims', async (preset, expected) => {
    const list = await readJson(oneOfEach, listPresets[preset]);
    expect(list.selection.standings).toEqual(listPresets[preset].standings);
    expect(list.claims.map(({ standing }) => standing)).toEqual(expected);
  });

  test.each<[string, string, number, number]>([
    ['😀😀375人', '375人', 2, 6],
    ['公司约有375人', '375人', 4, 8],
    ['a👨‍👩‍👧b375', '375', 7, 10],
    ['𠮷野家375😀人', '375😀人', 3, 8],
  ])('counts code points: in %j, %j is %i to %i', async (text, words, start, end) => {
    const [claim] = (await readJson([claimOn(text, words)], everyClaim, text)).claims;
    expect(claim).toMatchObject({ exact: words, start, end });
    expect([...text].slice(claim?.start, claim?.end).join('')).toBe(words);
    expect((await readCsv([claimOn(text, words)], everyClaim, text))[0]).toMatchObject({
      start: `${start}`,
      end: `${end}`,
    });
  });

  test.each<[Standing, string | null]>([
    ['false', '370\n"人"'],
    ['disputed', '370\n"人"'],
    ['verified', null],
    ['contested', null],
    ['open', null],
  ])('gives the suggested wording of a claim that is %s as %j', async (standing, shown) => {
    const claim = claimView({ standing, correction: '370\n"人"' });
    expect((await readJson([claim])).claims[0]?.correction).toBe(shown);
    expect((await readCsv([claim]))[0]?.correction).toBe(shown ?? '');
  });

  test('leaves words as they are: JSON runs no formulas', async () => {
    const words = '=1+1\n"引语"😀';
    expect((await readJson([claimView({ exact: words })])).claims[0]?.exact).toBe(words);
  });

  test('names people and sources, and holds no ids of the desk', async () => {
    const claim = claimView({
      judgements: [judgementView({ rationale: 'As filed.' })],
      evidence: [evidenceView({ source: sourceView({ id: 'src-1', title: 'Report', note: 'a tip' }), excerpt: '375' })],
    });
    const [listed] = (await readJson([claim])).claims;
    expect(listed).toMatchObject({
      judgements: [{ reviewer: 'Ann', verdict: 'verified', rationale: 'As filed.', confidence: 'medium' }],
      ruling: null,
      evidence: [{ stance: 'supports', excerpt: '375', locator: null, source: { title: 'Report', kind: 'primary' } }],
    });
    for (const inner of ['src-1', 'a tip', '"c1"', '"ann"']) expect(JSON.stringify(listed)).not.toContain(inner);
  });
});
