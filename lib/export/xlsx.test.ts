import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type ClaimFilter, everyClaim, listPresets } from '#lib/domain/exchange/claim-list';
import { exportWords } from '#lib/testing/article/export-words';
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
import { convertByLibreOffice, gather, libreOffice, packagePart } from '#lib/testing/outside/office';
import { claimWorkbook } from './xlsx';

const now = new Date('2026-01-05T10:00:00Z');
const bo = { id: 'bo', name: '波' };
const sheetNames = ['claims', 'figures', 'sources', 'judgements'];

async function workbookOf(claims: ClaimView[], filter: ClaimFilter = everyClaim): Promise<Buffer> {
  const view = reviewView({ paragraphs: [paragraphView(), paragraphView({ number: 2 })], claims });
  return (await gather(claimWorkbook(view, filter, exportWords, now))).bytes;
}

/** The rows of each sheet as another library reads them, by column. */
async function sheetsOf(file: Buffer) {
  const read = await readExcel(file);
  return Object.fromEntries(
    read.map(({ sheet, data: [head = [], ...rows] }) => [
      sheet,
      rows.map((row) => Object.fromEntries(head.map((label, index) => [String(label), row[index]]))),
    ]),
  );
}

const report = sourceView({
  ...{ id: 'a', title: '年度报告', publisher: 'SEC', url: 'https://example.org/年报?a=1&b=2' },
  ...{ published: '2023-02-28', accessed: '2026-01-02' },
});
const wire = sourceView({ id: 'b', title: 'Wire', kind: 'secondary', originId: 'a', published: '2023' });

const full = claimView({
  ...{ number: 12, paragraphId: 'p2', kind: 'quote', exact: '公司约有375人😀', standing: 'disputed', weight: 'key' },
  speaker: speakerView({ name: '李笛', role: 'CEO', organisation: '小冰' }),
  figure: figureView({ high: null, qualifier: 'at-least', asOf: '2023-01' }),
  judgements: [
    judgementView({ verdict: 'disputed', rationale: '两种说法。', confidence: 'high' }),
    judgementView({ reviewer: bo, verdict: 'false', at: '2026-01-06T08:30:00.000Z' }),
  ],
  quoteChecks: [{ reviewer: bo, said: 'yes', wording: 'altered', context: null }],
  ruling: { editor: bo, verdict: 'disputed', reason: 'Both counts stand.', at: '2026-01-07T10:00:00.000Z' },
  correction: '公司约有370人',
  evidence: [
    evidenceView({
      source: report,
      excerpt: '375 people',
      locator: 'p. 3',
      figure: figureView({ low: 370, high: 380 }),
    }),
    evidenceView({ source: wire, stance: 'refutes' }),
  ],
});

describe('the workbook', () => {
  test('has four sheets with their heads, and nothing else, without claims', async () => {
    const sheets = await readExcel(await workbookOf([]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(sheetNames);
    expect(sheets.map(({ data }) => data.length)).toEqual([1, 1, 1, 1]);
  });

  test('begins with what was said, where, by whom, how and on what it was found, when, what and why', async () => {
    const [claims] = await readExcel(await workbookOf([full]));
    expect(claims?.data[0]?.slice(0, 9)).toEqual([
      'fact',
      'where',
      'speaker',
      'method',
      'source',
      'date',
      'verdict',
      'why',
      'correction',
    ]);
    expect(claims?.data[1]).toEqual([
      '公司约有375人😀',
      2,
      '李笛, CEO, 小冰',
      'strength-primary · quote-doubtful · 2 judged · ruled by 波',
      '[1] 年度报告 · SEC\n[2] Wire',
      '[1] 2023-02-28\n[2] 2023',
      'disputed',
      'Both counts stand.',
      '公司约有370人',
      ...[12, 'quote', 'key', true],
    ]);
  });

  test('suggests no wording for a claim that holds', async () => {
    const { claims } = await sheetsOf(await workbookOf([claimView({ standing: 'verified', correction: '370' })]));
    expect(claims?.[0]?.correction).toBeNull();
  });

  test('holds figures as numbers, of the claim and of its sources', async () => {
    const { figures } = await sheetsOf(await workbookOf([full]));
    expect(figures).toMatchObject([
      {
        claim: 12,
        from: 'claim',
        words: '375',
        low: 375,
        high: null,
        unit: 'person',
        bound: 'at-least',
        asOf: '2023-01',
      },
      { claim: 12, from: '[1] 年度报告', low: 370, high: 380, asOf: null },
    ]);
  });

  test('holds sources with the days and links that they have, and what they say', async () => {
    const { sources } = await sheetsOf(await workbookOf([full]));
    expect(sources).toMatchObject([
      {
        ...{ citation: 1, claim: 12, stance: 'supports', title: '年度报告', link: 'https://example.org/年报?a=1&b=2' },
        ...{ published: new Date('2023-02-28'), accessed: new Date('2026-01-02'), repeats: null },
        ...{ excerpt: '375 people', locator: 'p. 3', sourceKind: 'primary' },
      },
      { citation: 2, stance: 'refutes', title: 'Wire', link: null, published: '2023', repeats: 1 },
    ]);
  });

  test('holds each judgement, check of a quote and ruling with its moment', async () => {
    const { judgements } = await sheetsOf(await workbookOf([full]));
    expect(judgements).toMatchObject([
      { form: 'judgement', reviewer: 'Ann', verdict: 'disputed', confidence: 'high', why: '两种说法。' },
      { form: 'judgement', reviewer: '波', verdict: 'false', at: new Date('2026-01-06T08:30:00Z') },
      { form: 'quoteCheck', reviewer: '波', said: 'said-yes', wording: 'altered', context: null },
      { form: 'ruling', reviewer: '波', verdict: 'disputed', why: 'Both counts stand.' },
    ]);
  });

  test('holds what was chosen, with sources numbered among it', async () => {
    const other = claimView({ number: 1, standing: 'verified', evidence: [evidenceView({ source: wire })] });
    const chosen = await sheetsOf(await workbookOf([other, full], listPresets.disputed));
    expect(chosen.claims?.map(({ number }) => number)).toEqual([12]);
    expect(chosen.sources?.map(({ citation }) => citation)).toEqual([1, 2]);
  });

  const hostile = [
    "=cmd|' /C calc'!A0",
    '+375',
    '-5%',
    '@SUM(A1)',
    '\ttab',
    'a "quoted" <b>&amp;</b>',
    'two\nlines',
    '_x0041_',
    ' padded ',
    '{"a":1}',
    '=HYPERLINK("https://example.org")',
  ];

  test.each(hostile)('shows %j as it was, as text', async (words) => {
    const file = await workbookOf([claimView({ exact: words, judgements: [judgementView({ rationale: words })] })]);
    const part = packagePart(file, 'xl/worksheets/sheet1.xml');
    expect(part).not.toContain('<f>');
    const { claims } = await sheetsOf(file);
    // ECMA-376 escapes what would read as an escape; the other library leaves that as it is.
    expect(String(claims?.[0]?.fact).replaceAll('_x005F_', '_').trim()).toBe(words.trim());
  });

  test.each([
    ['\u0000a\u0008b\u001f', 'ab'],
    ['\ud800x', '\ufffdx'],
    ['x'.repeat(40_000), `${'x'.repeat(32_766)}…`],
  ])('leaves out what a cell cannot hold (%#)', async (words, expected) => {
    const { claims } = await sheetsOf(await workbookOf([claimView({ exact: words })]));
    expect(claims?.[0]?.fact).toBe(expected);
  });

  test('freezes the head of each sheet and can be filtered by each column', async () => {
    const file = await workbookOf([full]);
    for (const index of sheetNames.keys()) {
      const part = packagePart(file, `xl/worksheets/sheet${index + 1}.xml`);
      expect(part).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(part).toMatch(/<autoFilter ref="A1:[A-Z]1"/);
    }
  });

  test('stops where its reader does', async () => {
    const claims = Array.from({ length: 500 }, (_, index) =>
      claimView({ ...full, id: `c${index}`, number: index + 1 }),
    );
    let written = 0;
    for await (const _ of claimWorkbook(reviewView({ claims }), everyClaim, exportWords, now, (count) => {
      written = count;
    }))
      break;
    expect(written).toBeLessThan(500);
  });

  testNeeding(libreOffice, 'opens there', async () => {
    const book = convertByLibreOffice(await workbookOf([full, claimView({ exact: '=1+1' })]), 'claims.xlsx', 'fods');
    expect([...book.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      ...['claims', 'figures', 'sources', 'judgements'],
    ]);
    expect(book).toContain('公司约有375人😀');
    expect(book).toMatch(/office:value-type="float" office:value="375"/);
    expect(book).toContain('<text:p>=1+1</text:p>');
    // Truth values are formulas to LibreOffice; nothing else is one.
    expect(book).not.toMatch(/table:formula="of:=(?!TRUE\(\)|FALSE\(\))/);
  });
});
