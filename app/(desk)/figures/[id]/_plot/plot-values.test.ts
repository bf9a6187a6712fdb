import { describe, expect, test } from 'vitest';
import type { MetricSummary, ObservationRow } from '#lib/domain/ledger/ledger';
import { sourceView } from '#lib/testing/article/factories';
import { plotValues } from './plot-values';

const usd = { unit: 'USD', per: null, qualifier: 'exact' as const, asOf: null };
const reads = { en: '', zh: '' };

const metric: MetricSummary = {
  ...{ id: 'm', subject: 'S', measure: 'm', scope: null, aliases: [], standing: 'open', observations: 1, articles: 1 },
  titles: { en: 'S · m', zh: 'S · m' },
  ...{
    sources: 1,
    spread: null,
    latest: null,
    settled: null,
    watched: false,
    heldBack: false,
    edition: 1,
    changedAt: '',
  },
};

function row(low: number | null, high: number | null, more: Partial<ObservationRow> = {}): ObservationRow {
  return {
    ...{ id: 'o', from: 'claim', reads, raw: '', stance: null, standing: 'open', sourceOrigin: null, source: null },
    ...{ figure: { ...usd, low, high }, at: '2026-01-05T10:00:00Z', against: null },
    article: { id: 'a', title: 'A', language: 'en', publishedOn: '2023-02-14' },
    claim: { id: 'c', number: 1, exact: '', paragraph: 1 },
    ...more,
  };
}

const source = (low: number | null, high: number | null, more: Partial<ObservationRow> = {}) =>
  row(low, high, { from: 'source', standing: null, stance: 'supports', source: sourceView(), ...more });

describe('what sources allow', () => {
  test.each<[string, ObservationRow[], object | null]>([
    ['nothing, where there is none', [row(3, 4)], null],
    ['from the lowest to the highest value', [source(4.6, 4.6), source(5, 12)], { low: 4.6, high: 12 }],
    ['values before bounds', [source(4.6, 4.6), source(null, 12)], { low: 4.6, high: 4.6 }],
    ['up to the lowest bound', [source(null, 12), source(null, 9)], { low: null, high: 9 }],
    ['nothing, where bounds exclude each other', [source(null, 2), source(9, null)], null],
    ['nothing that is there for context', [source(1, 2, { stance: 'context' })], null],
  ])('%s', (_, observations, band) => {
    const found = plotValues({ metric, observations: [...observations, row(1, 1)] }, [])?.band ?? null;
    expect(found && { low: found.low, high: found.high }).toEqual(band);
  });

  test.each(['settled', 'disputed'] as const)('is the settled value, where there is one and it is %s', (standing) => {
    const settled = { figure: { ...usd, low: 5, high: 5 }, reads };
    const plot = plotValues({ metric: { ...metric, standing, settled }, observations: [source(4, 6)] }, []);
    expect(plot?.band).toEqual({ low: 5, high: 5, kind: standing === 'settled' ? 'settled' : 'before' });
  });
});

test('values of other units are left out and counted, unless a rate converts them', () => {
  const yuan = row(68, 68, { figure: { ...usd, unit: 'CNY', low: 68, high: 68 } });
  const people = row(3, 3, { figure: { ...usd, unit: 'person', low: 3, high: 3 } });
  const observations = [yuan, people, source(10, 10)];
  expect(plotValues({ metric, observations }, [])).toMatchObject({ leftOut: 2, values: [{ low: 10 }] });
  const rates = [{ from: 'USD', to: 'CNY', rate: 6.8, on: '2023-01-01' }];
  const plot = plotValues({ metric, observations }, rates);
  expect(plot?.leftOut).toBe(1);
  expect(plot?.values[0]?.low).toBeCloseTo(10);
});

test('there is no plot of nothing', () => {
  expect(plotValues({ metric, observations: [] }, [])).toBeNull();
});

test.each<[string, ObservationRow, string]>([
  [
    'the middle of the year it is for',
    row(1, 1, { figure: { ...usd, low: 1, high: 1, asOf: '2021' } }),
    '2021-07-02T12',
  ],
  ['the middle of the month', row(1, 1, { figure: { ...usd, low: 1, high: 1, asOf: '2021-02' } }), '2021-02-15T00'],
  ['the article’s day', row(1, 1), '2023-02-14T12'],
  ['its source’s day', source(1, 1, { source: sourceView({ published: '2020-06-03' }) }), '2020-06-03T12'],
  [
    'the moment of entry',
    row(1, 1, { article: { id: 'a', title: 'A', language: 'en', publishedOn: null } }),
    '2026-01-05T10',
  ],
])('a value stands at %s', (_, observation, moment) => {
  const plot = plotValues({ metric, observations: [observation] }, []);
  expect(new Date(plot?.values[0]?.at ?? 0).toISOString().slice(0, 13)).toBe(moment);
});
