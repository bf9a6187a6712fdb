import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ListSelection } from '#lib/domain/claim-list';
import type { ClaimView } from '#lib/domain/review';
import { type Standing, standings } from '#lib/domain/standing';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/factories';
import { claimListCsv, claimListJson } from './claim-list';

const now = new Date('2026-01-05T10:00:00Z');

/** A list as a spreadsheet reads it: one record a claim, by column. */
function readCsv(claims: ClaimView[], which: ListSelection = 'all', text?: string): Record<string, string>[] {
  const paragraphs = [paragraphView(text === undefined ? {} : { text })];
  return z
    .array(z.record(z.string(), z.string()))
    .parse(parse(claimListCsv(reviewView({ paragraphs, claims }), which), { bom: true, columns: true }));
}

/** The one record of a list of one claim. */
function readRow(claim: Partial<ClaimView>): Record<string, string> {
  const [row, ...others] = readCsv([claimView(claim)]);
  expect(others).toEqual([]);
  return row ?? {};
}

const ListJson = z.object({
  format: z.literal('claimdesk-claims'),
  version: z.literal(1),
  exportedAt: z.string(),
  selection: z.string(),
  offsets: z.literal('unicode-code-points'),
  article: z.record(z.string(), z.unknown()),
  claims: z.array(z.looseObject({ number: z.number(), start: z.number(), end: z.number(), exact: z.string() })),
});

function readJson(claims: ClaimView[], which: ListSelection = 'all', text?: string) {
  const paragraphs = [paragraphView(text === undefined ? {} : { text })];
  return ListJson.parse(JSON.parse(claimListJson(reviewView({ paragraphs, claims }), which, now)));
}

/** A claim on words of a text, with UTF-16 offsets. */
function claimOn(text: string, words: string): ClaimView {
  const start = text.indexOf(words);
  return claimView({ start, end: start + words.length, exact: words });
}

const oneOfEach = standings.map((standing, index) => claimView({ number: index + 1, start: index, standing }));
const selections: [ListSelection, Standing[]][] = [
  ['all', [...standings]],
  ['verified', ['verified']],
  ['disputed', ['disputed', 'false', 'contested']],
];

describe('the list as CSV', () => {
  test('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    const csv = claimListCsv(reviewView({ claims: oneOfEach }), 'all');
    expect([...new TextEncoder().encode(csv).subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, 'n'.charCodeAt(0)]);
    expect(csv.split('\r\n')).toHaveLength(1 + standings.length + 1);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('has its columns even without claims', () => {
    const csv = claimListCsv(reviewView(), 'all');
    expect(csv).toBe(
      '\ufeffnumber,claim,paragraph,start,end,kind,figure,figure low,figure high,figure unit,figure per,figure as of,quote,speaker,standing,verdicts,rationale,sources,source urls,source dates,excerpts\r\n',
    );
  });

  test.each(selections)('of %s holds exactly these claims, in reading order', (which, expected) => {
    expect(readCsv([...oneOfEach].reverse(), which).map(({ standing }) => standing)).toEqual(expected);
  });

  test('gives every fact of a claim back', () => {
    const [ann, bo, ed] = ['Ann', 'Bo', 'Ed'].map((name) => ({ id: name, name }));
    if (!ann || !bo || !ed) throw new Error('three people');
    const row = readRow({
      number: 12,
      speaker: speakerView({ name: '李笛', role: 'CEO' }),
      figure: figureView({ qualifier: 'about', asOf: '2023-01' }),
      standing: 'disputed',
      judgements: [
        judgementView({ reviewer: ann, verdict: 'verified', confidence: 'high' }),
        judgementView({ reviewer: bo, verdict: 'false', confidence: 'low', rationale: 'It had 370.' }),
      ],
      ruling: { editor: ed, verdict: 'disputed', reason: 'Both counts stand.', at: now.toISOString() },
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
      sources: 'supports: Report · SEC · primary',
      'source urls': 'https://example.org/a',
      'source dates': '2023-02',
      excerpts: '375 people (p. 3)',
    });
  });

  test('never shows a link, date or excerpt beside another source than its own', () => {
    const row = readRow({
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

  test('leaves a cell empty where no source has anything to show', () => {
    const evidence = ['a', 'b'].map((id) => evidenceView({ source: sourceView({ id }) }));
    expect(readRow({ evidence })).toMatchObject({ 'source urls': '', 'source dates': '', excerpts: '' });
  });

  test.each([
    '=1+1',
    '+375',
    '-5%',
    '@SUM(A1)',
    '\t=1+1',
    '\ttab',
    '\r=1+1',
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
  ])('shows %j as text', (words) => {
    expect(readRow({ exact: words }).claim).toBe(`'${words}`);
  });

  test('shows every cell that people fill in as text', () => {
    const row = readRow({
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
  ])('gives %j back as it was', (words) => {
    expect(readRow({ exact: words }).claim).toBe(words);
  });
});

describe('the list as JSON', () => {
  test('says what it holds', () => {
    const { claims: _, article, ...head } = readJson([]);
    expect(head).toEqual({
      format: 'claimdesk-claims',
      version: 1,
      exportedAt: '2026-01-05T10:00:00.000Z',
      selection: 'all',
      offsets: 'unicode-code-points',
    });
    expect(article).toMatchObject({ id: 'article', title: 'What it costs', language: 'en', revision: 1 });
  });

  test.each(selections)('of %s holds exactly these claims', (which, expected) => {
    const list = readJson(oneOfEach, which);
    expect(list.selection).toBe(which);
    expect(list.claims.map(({ standing }) => standing)).toEqual(expected);
  });

  test.each<[string, string, number, number]>([
    ['😀😀375人', '375人', 2, 6],
    ['公司约有375人', '375人', 4, 8],
    ['a👨‍👩‍👧b375', '375', 7, 10],
    ['𠮷野家375😀人', '375😀人', 3, 8],
  ])('counts code points: in %j, %j is %i to %i', (text, words, start, end) => {
    const claim = readJson([claimOn(text, words)], 'all', text).claims[0];
    expect(claim).toMatchObject({ exact: words, start, end });
    expect([...text].slice(claim?.start, claim?.end).join('')).toBe(words);
    expect(readCsv([claimOn(text, words)], 'all', text)[0]).toMatchObject({ start: `${start}`, end: `${end}` });
  });

  test('leaves words as they are: JSON runs no formulas', () => {
    const words = '=1+1\n"引语"😀';
    expect(readJson([claimView({ exact: words })]).claims[0]?.exact).toBe(words);
  });

  test('names people and sources, and holds no ids of the desk', () => {
    const claim = claimView({
      judgements: [judgementView({ rationale: 'As filed.' })],
      evidence: [evidenceView({ source: sourceView({ id: 'src-1', title: 'Report', note: 'a tip' }), excerpt: '375' })],
    });
    const [listed] = readJson([claim]).claims;
    expect(listed).toMatchObject({
      judgements: [{ reviewer: 'Ann', verdict: 'verified', rationale: 'As filed.', confidence: 'medium' }],
      ruling: null,
      evidence: [{ stance: 'supports', excerpt: '375', locator: null, source: { title: 'Report', kind: 'primary' } }],
    });
    for (const inner of ['src-1', 'a tip', '"c1"', '"ann"']) expect(JSON.stringify(listed)).not.toContain(inner);
  });
});
