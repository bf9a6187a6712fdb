import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { LedgerEntry, MetricSummary, ObservationRow } from '#lib/domain/ledger/ledger';
import { figureView, sourceView } from '#lib/testing/article/factories';
import { ledgerCsv, ledgerJson } from './ledger';

const now = new Date('2026-01-05T10:00:00Z');

function metric(more: Partial<MetricSummary> = {}): MetricSummary {
  return {
    ...{ id: 'm1', subject: 'OpenAI', measure: 'headcount', scope: null, aliases: [], standing: 'disputed' },
    ...{ titles: { en: 'OpenAI · headcount', zh: 'OpenAI · 员工人数' } },
    ...{
      observations: 1,
      articles: 1,
      sources: 0,
      spread: 2,
      latest: null,
      settled: null,
      watched: true,
      heldBack: false,
      edition: 1,
    },
    ...{ changedAt: now.toISOString(), ...more },
  };
}

function observation(more: Partial<ObservationRow> = {}): ObservationRow {
  const { reads, raw: _, corrected: __, ...figure } = figureView({ asOf: '2023-01' });
  return {
    ...{
      id: 'o1',
      from: 'claim',
      figure,
      reads,
      raw: '375 人',
      stance: null,
      standing: 'disputed',
      sourceOrigin: null,
    },
    ...{ at: now.toISOString(), source: null },
    article: { id: 'a1', title: '大模型这笔账', language: 'zh-Hans', publishedOn: '2023-02-14' },
    claim: { id: 'c1', number: 4, exact: '375人左右', paragraph: 3 },
    against: { relation: 'off', deviation: -0.1304, factor: 0.87, power: null },
    ...more,
  };
}

async function* each(entries: LedgerEntry[]): AsyncGenerator<LedgerEntry> {
  yield* entries;
}

async function textOf(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function readCsv(entries: LedgerEntry[]): Promise<Record<string, string>[]> {
  const text = await textOf(ledgerCsv(each(entries)));
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { bom: true, columns: true }));
}

const wire = sourceView({ id: 'wire', title: 'Wire', url: 'https://example.org/a', published: '2023' });
const repost = sourceView({ id: 'repost', title: 'Repost', kind: 'secondary', originId: 'wire' });
const fromSource = { from: 'source', standing: null, stance: 'refutes', against: null } as const;

describe('the ledger as CSV', () => {
  test('has its columns even without metrics, after a byte order mark', async () => {
    const text = await textOf(ledgerCsv(each([])));
    expect(text.startsWith('\ufeffmetric id,subject,')).toBe(true);
    expect(text.endsWith('deviation percent\r\n')).toBe(true);
  });

  test('gives every fact of a claim back', async () => {
    const settled = { figure: figureView({ low: 431, high: 431 }), reads: { en: '431 people', zh: '431人' } };
    const [row] = await readCsv([{ metric: metric({ settled, scope: 'China' }), observations: [observation()] }]);
    expect(row).toEqual({
      ...{ 'metric id': 'm1', subject: 'OpenAI', measure: 'headcount', scope: 'China', 'metric standing': 'disputed' },
      ...{ 'settled value': '431 people', value: '375 people', low: '375', high: '375', unit: 'person', per: '' },
      ...{ qualifier: 'exact', 'as of': '2023-01', 'said by': 'claim', article: '大模型这笔账' },
      ...{ 'article published': '2023-02-14', paragraph: '3', 'claim number': '4', 'claim standing': 'disputed' },
      ...{ words: '375 人', 'source title': '', 'source url': '', 'source published': '', 'source kind': '' },
      ...{
        'source origin': '',
        'source withdrawn': '',
        stance: '',
        'against sources': 'off',
        'deviation percent': '-13',
      },
    });
  });

  test('names a source, and the one that it repeats', async () => {
    const observations = [wire, repost].map((source) => observation({ ...fromSource, id: source.id, source }));
    const rows = await readCsv([{ metric: metric(), observations }]);
    expect(rows[0]).toMatchObject({ 'source title': 'Wire', 'source url': 'https://example.org/a', stance: 'refutes' });
    expect(rows[1]).toMatchObject({ 'source title': 'Repost', 'source kind': 'secondary', 'source origin': 'Wire' });
  });

  test('shows words as text that a spreadsheet would run, and keeps numbers below zero', async () => {
    const figure = { ...observation().figure, low: -5, high: -5 };
    const source = sourceView({ title: '@SUM(A1)', url: 'https://example.org/=1' });
    const row = observation({ ...fromSource, figure, raw: '-5%', source });
    const [line] = await readCsv([{ metric: metric({ subject: '=1+1', measure: '+x' }), observations: [row] }]);
    expect(line).toMatchObject({ subject: "'=1+1", measure: "'+x", words: "'-5%", 'source title': "'@SUM(A1)" });
    expect(line).toMatchObject({ low: '-5', high: '-5' });
  });

  test('puts one observation on a line, metric after metric, and leaves out those without any', async () => {
    const rows = await readCsv([
      { metric: metric({ id: 'm1' }), observations: [observation(), observation({ id: 'o2' })] },
      { metric: metric({ id: 'm2' }), observations: [] },
      { metric: metric({ id: 'm3' }), observations: [observation({ raw: 'a\n"b", c' })] },
    ]);
    expect(rows.map((row) => row['metric id'])).toEqual(['m1', 'm1', 'm3']);
    expect(rows[2]?.words).toBe('a\n"b", c');
  });

  test('leaves an open end blank', async () => {
    const figure = { ...observation().figure, high: null, qualifier: 'at-least' as const };
    const [row] = await readCsv([{ metric: metric(), observations: [observation({ figure, against: null })] }]);
    expect(row).toMatchObject({ low: '375', high: '', qualifier: 'at-least', 'deviation percent': '' });
  });
});

describe('the ledger as JSON', () => {
  const Ledger = z.strictObject({
    format: z.literal('claimdesk-ledger'),
    version: z.literal(1),
    exportedAt: z.literal('2026-01-05T10:00:00.000Z'),
    metrics: z.array(z.looseObject({ id: z.string(), observations: z.array(z.looseObject({})) })),
  });
  const readJson = async (entries: LedgerEntry[]) =>
    Ledger.parse(JSON.parse(await textOf(ledgerJson(each(entries), now))));

  test.each([0, 1, 3])('is one document of %i metrics', async (count) => {
    const entries = Array.from({ length: count }, (_, index) => ({
      ...{ metric: metric({ id: `m${index}` }), observations: [observation()] },
    }));
    expect((await readJson(entries)).metrics.map(({ id }) => id)).toEqual(entries.map((entry) => entry.metric.id));
  });

  test('says what was said and found, without what is the reader’s own', async () => {
    const observations = [observation(), observation({ ...fromSource, id: 'o2', source: wire })];
    const { metrics } = await readJson([{ metric: metric(), observations }]);
    expect(metrics[0]).not.toHaveProperty('watched');
    expect(metrics[0]?.observations).toMatchObject([
      { from: 'claim', words: '375 人', against: { relation: 'off', deviationPercent: -13 }, source: null },
      { from: 'source', source: { title: 'Wire', kind: 'primary', origin: null }, against: null },
    ]);
  });
});
