import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { claimView, judgementView } from '#lib/testing/article/factories';
import { testNeeding } from '#lib/testing/needs';
import { dataset } from '#lib/testing/outside/datasets';
import { agreementOf, describeAgreement, krippendorffAlpha } from './agreement';

const referenceCases = dataset('agreement-reference-cases.json');

type Units = Record<string, (string | number | null)[]>;

/** Turns a table of raters by units, `*` for a missing rating, into ratings by unit. */
function byUnit(...raters: string[]): Record<string, number[]> {
  const rows = raters.map((row) => row.split(/\s+/));
  const units = (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? '*'));
  return Object.fromEntries(units.map((unit, at) => [at, unit.filter((rating) => rating !== '*').map(Number)]));
}

/** Four observers, twelve units: section E of Computing Krippendorff's Alpha-Reliability (2011). */
const fourObservers = byUnit(
  '1 2 3 3 2 1 4 1 2 * * *',
  '1 2 3 3 2 2 4 1 2 5 * 3',
  '* 3 3 3 2 3 4 2 2 5 1 *',
  '1 2 3 3 2 4 4 1 2 5 1 *',
);

const metrics = ['nominal', 'ordinal', 'interval'] as const;

describe('α', () => {
  test('is what the paper works out', () => {
    expect(krippendorffAlpha(fourObservers)).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(fourObservers, 'ordinal')).toBeCloseTo(0.815, 3);
    expect(krippendorffAlpha(fourObservers, 'interval')).toBeCloseTo(0.849, 3);
    // Section A of the same paper: two observers, two values.
    const binary = byUnit('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(binary)).toBeCloseTo(0.095, 3);
  });

  testNeeding(referenceCases, 'equals the reference cases', () => {
    const cases: { ratingsByUnit?: Units; alphaNominal?: number; alphaInterval?: number }[] = JSON.parse(
      readFileSync(referenceCases.path, 'utf8'),
    );
    for (const { ratingsByUnit, alphaNominal, alphaInterval } of cases) {
      if (!ratingsByUnit) continue;
      // As many decimals as the reference gives.
      const check = (alpha: number, expected: number) =>
        expect(alpha).toBeCloseTo(expected, String(expected).split('.')[1]?.length);
      if (alphaNominal !== undefined) check(krippendorffAlpha(ratingsByUnit), alphaNominal);
      if (alphaInterval !== undefined) check(krippendorffAlpha(ratingsByUnit, 'interval'), alphaInterval);
    }
  });

  test('is not a number where nothing can be compared', () => {
    for (const metric of metrics) {
      expect(krippendorffAlpha({}, metric)).toBeNaN();
      expect(krippendorffAlpha({ a: [], b: [1], c: [2] }, metric)).toBeNaN();
    }
  });

  test('is 1 by convention where nothing varies', () => {
    for (const metric of metrics)
      expect(krippendorffAlpha({ a: [0.1, 0.1, 0.1], b: [0.1, 0.1], c: [3] }, metric)).toBe(1);
  });

  test('leaves out missing ratings, and units with fewer than two', () => {
    const missing: Units = { a: [1, null, 2], b: [2, Number.NaN, 2], c: [1], d: [3, 3], e: [null, null] };
    const without = { a: [1, 2], b: [2, 2], d: [3, 3] };
    for (const metric of metrics) expect(krippendorffAlpha(missing, metric)).toBe(krippendorffAlpha(without, metric));
  });

  test('reads spelt numbers as numbers, and refuses to order words', () => {
    expect(krippendorffAlpha({ a: ['9', '10'], b: ['10', '10'] }, 'ordinal')).toBe(
      krippendorffAlpha({ a: [9, 10], b: [10, 10] }, 'ordinal'),
    );
    expect(() => krippendorffAlpha({ a: ['low', 'high'] }, 'ordinal')).toThrow(RangeError);
    expect(() => krippendorffAlpha({ a: ['', 1] }, 'interval')).toThrow(RangeError);
  });

  test('answers about many ratings at once', () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, unit) => [unit, [unit, unit + 0.5]]));
    for (const metric of metrics) expect(krippendorffAlpha(many, metric)).toBeLessThan(1);
  });
});

describe('α, whatever the ratings', () => {
  const rating = fc.integer({ min: 1, max: 5 });
  const unit = fc.array(rating, { maxLength: 5 });
  const ratings = fc
    .array(unit, { minLength: 1, maxLength: 12 })
    .map((units): Record<string, number[]> => Object.fromEntries(units.entries()));
  const anyMetric = fc.constantFrom(...metrics);
  const mapped = (from: Record<string, number[]>, map: (value: number) => number) =>
    Object.fromEntries(Object.entries(from).map(([name, unit]) => [name, unit.map(map)]));
  const same = (a: number, b: number): void => {
    if (Number.isNaN(a)) expect(b).toBeNaN();
    else expect(b).toBeCloseTo(a, 9);
  };

  /** α as the papers define it: every pair of values weighed by δ², written out without any shortcut. */
  function byDefinition(from: Record<string, number[]>, metric: (typeof metrics)[number]): number {
    const units = Object.values(from).filter(({ length }) => length >= 2);
    const all = units.flat();
    const count = (value: number) => all.filter((other) => other === value).length;
    const delta = (a: number, b: number): number => {
      if (metric === 'nominal') return a === b ? 0 : 1;
      if (metric === 'interval') return (a - b) ** 2;
      const between = all.filter((value) => value >= Math.min(a, b) && value <= Math.max(a, b)).length;
      return a === b ? 0 : (between - (count(a) + count(b)) / 2) ** 2;
    };
    const sum = (values: number[]) => values.flatMap((a) => values.map((b) => delta(a, b))).reduce((x, y) => x + y, 0);
    if (all.length === 0) return Number.NaN;
    const expected = sum(all) / (all.length * (all.length - 1));
    const observed = units.map((one) => sum(one) / (one.length - 1)).reduce((x, y) => x + y, 0) / all.length;
    return expected === 0 ? 1 : 1 - observed / expected;
  }

  test('is what its definition says', () => {
    fc.assert(
      fc.property(ratings, anyMetric, (from, metric) =>
        same(byDefinition(from, metric), krippendorffAlpha(from, metric)),
      ),
    );
  });

  test('is at most 1', () => {
    fc.assert(fc.property(ratings, anyMetric, (from, metric) => !(krippendorffAlpha(from, metric) > 1)));
  });

  test('does not depend on the order of units, nor of raters', () => {
    fc.assert(
      fc.property(ratings, anyMetric, fc.infiniteStream(fc.nat()), (from, metric, keys) => {
        const shuffled = <T>(list: T[]) =>
          list
            .map((item) => [keys.next().value ?? 0, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const mixed = Object.fromEntries(shuffled(Object.values(from)).map((one, at) => [`unit ${at}`, shuffled(one)]));
        same(krippendorffAlpha(from, metric), krippendorffAlpha(mixed, metric));
      }),
    );
  });

  test('is 1 where raters agree on values that vary', () => {
    const agreed = fc.array(fc.tuple(rating, fc.integer({ min: 2, max: 4 })), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(agreed, anyMetric, (units, metric) => {
        const from = Object.fromEntries(units.map(([value, raters], at) => [at, Array(raters).fill(value)]));
        expect(krippendorffAlpha({ ...from, more: [9, 9] }, metric)).toBe(1);
      }),
    );
  });

  test('nominal does not depend on what the values are', () => {
    fc.assert(
      fc.property(ratings, (from) =>
        same(krippendorffAlpha(from), krippendorffAlpha(mapped(from, (value) => 7 - value))),
      ),
    );
  });

  test('ordinal depends on ranks alone', () => {
    fc.assert(
      fc.property(ratings, (from) =>
        same(
          krippendorffAlpha(from, 'ordinal'),
          krippendorffAlpha(
            mapped(from, (value) => value ** 3 - 4),
            'ordinal',
          ),
        ),
      ),
    );
  });

  test('interval does not depend on where the scale begins, nor on its unit', () => {
    const factor = fc.constantFrom(-3, -0.5, 0.25, 12);
    fc.assert(
      fc.property(ratings, factor, fc.integer({ min: -100, max: 100 }), (from, by, shift) =>
        same(
          krippendorffAlpha(from, 'interval'),
          krippendorffAlpha(
            mapped(from, (value) => value * by + shift),
            'interval',
          ),
        ),
      ),
    );
  });
});

describe('what an α allows', () => {
  test.each([
    [Number.NaN, 'unknown'],
    [-0.4, 'none'],
    [0, 'none'],
    [0.01, 'poor'],
    [0.6669, 'poor'],
    [0.667, 'tentative'],
    [0.7999, 'tentative'],
    [0.8, 'good'],
    [1, 'good'],
  ])('%d: %s', (alpha, level) => {
    expect(describeAgreement(alpha)).toBe(level);
  });
});

describe('the agreement on an article', () => {
  let number = 0;
  const judged = (...given: Verdict[]) => {
    number += 1;
    const judgements = given.map((verdict, at) =>
      judgementView({ verdict, reviewer: { id: `r${at}`, name: `R${at}` } }),
    );
    return claimView({ number, judgements });
  };

  test('rests on the claims that two or more have judged', () => {
    const claims = [judged('verified', 'verified'), judged('disputed', 'disputed', 'false'), judged('false'), judged()];
    expect(agreementOf(claims)).toMatchObject({ claims: 2, judgements: 5, isVaried: true });
    expect(agreementOf(claims).alpha).toBeCloseTo(0.5, 10);
  });

  test('is unknown while nobody can be compared, and while every verdict is the same', () => {
    expect(agreementOf([judged('verified'), judged()])).toMatchObject({
      alpha: Number.NaN,
      level: 'unknown',
      claims: 0,
    });
    const one = agreementOf([judged('verified', 'verified'), judged('verified', 'verified')]);
    expect(one).toMatchObject({ alpha: 1, level: 'unknown', isVaried: false });
  });

  test('treats every verdict as a name, none nearer to another', () => {
    const [a = 'verified', b = 'disputed', c = 'false'] = verdicts;
    const near = agreementOf([judged(a, b), judged(c, c), judged(a, a)]);
    const far = agreementOf([judged(a, c), judged(b, b), judged(a, a)]);
    expect(near.alpha).toBeCloseTo(far.alpha, 10);
  });
});
