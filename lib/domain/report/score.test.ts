import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Standing, standings, type Verdict, verdicts } from '#lib/domain/claims/standing';
import { type ClaimWeight, claimWeights, proposeWeight } from '#lib/domain/claims/weight';
import { claimView, judgementView, reviewView } from '#lib/testing/article/factories';
import { buildReport } from './report';
import {
  claimValue,
  explainScore,
  jeffreysInterval,
  type Score,
  type ScoreRules,
  scoreOf,
  type WeighedClaim,
} from './score';

const judged = (...given: Verdict[]) => given.map((verdict) => ({ verdict }));

/** Claims numbered from 1: a standing, its weight, and the verdicts on it; `!` before the standing: not check-worthy. */
type Given = Standing | `!${Standing}` | [Standing, ClaimWeight?, ...Verdict[]];

const claimsOf = (...given: Given[]): WeighedClaim[] =>
  given.map((one, index) => {
    const [text, weight, ...said] = typeof one === 'string' ? [one] : one;
    const standing = standings.find((name) => name === text.replace('!', '')) ?? 'open';
    return {
      ...{ number: index + 1, checkWorthy: !text.startsWith('!'), standing, judgements: judged(...said) },
      ...(weight && { weight }),
    };
  });

const times = (count: number, one: Given): Given[] => Array.from({ length: count }, () => one);

const scored = (result: Score) => {
  if (result.state !== 'scored') throw new Error(`not enough: ${JSON.stringify(result)}`);
  return result;
};

const anyWeight = { coverageFloor: 0, leastSettled: 0 };

describe('worked by hand', () => {
  test.each<[string, Given[], Partial<ScoreRules>, { score: number; coverage: number; effective: number }]>([
    // 5·1 / 5; n = 5² / 5
    ['all verified', times(5, 'verified'), {}, { score: 100, coverage: 1, effective: 5 }],
    ['all false', times(5, 'false'), {}, { score: 0, coverage: 1, effective: 5 }],
    // 5·½ / 5
    ['all disputed', times(5, 'disputed'), {}, { score: 50, coverage: 1, effective: 5 }],
    // (3 + ½ + 0) / 5
    ['some of each', [...times(3, 'verified'), 'disputed', 'false'], {}, { score: 70, coverage: 1, effective: 5 }],
    // Open ones are not in the score: 4 / 5. Coverage 5 / 8.
    [
      'open ones beside them',
      [...times(4, 'verified'), 'false', ...times(3, 'open')],
      {},
      { score: 80, coverage: 0.625, effective: 5 },
    ],
    // 4 / 5 again: neither of the two counts as false. Coverage 5 / 7.
    [
      'what cannot be checked beside them',
      [...times(4, 'verified'), 'false', 'unverifiable', 'not-checkable'],
      {},
      { score: 80, coverage: 5 / 7, effective: 5 },
    ],
    // Σwv = 3 + 4·1; Σw = 3 + 4 + ½ = 7.5; Σw² = 9 + 4 + ¼ = 13.25; n = 56.25 / 13.25
    [
      'weights',
      [['verified', 'key'], ...times(4, 'verified'), ['false', 'minor']],
      {},
      { score: 700 / 7.5, coverage: 1, effective: 56.25 / 13.25 },
    ],
    // One key claim false costs 3 of 7: (4·1) / (3 + 4); n = 49 / (9 + 4)
    [
      'a key claim false',
      [['false', 'key'], ...times(4, 'verified')],
      {},
      { score: 400 / 7, coverage: 1, effective: 49 / 13 },
    ],
    // Contested: (1 + 0 + ½) / 3 = ½. Σwv = 5 + ½; Σw = 6. It is not settled: coverage 5 / 6.
    [
      'a contested claim at the mean of its judgements',
      [...times(5, 'verified'), ['contested', 'normal', 'verified', 'false', 'disputed']],
      {},
      { score: 550 / 6, coverage: 5 / 6, effective: 6 },
    ],
    // Of verified and unverifiable, verified alone has a value: Σwv = 0 + 1; Σw = 6.
    [
      'a contested claim with a judgement without a value',
      [...times(5, 'false'), ['contested', 'normal', 'verified', 'unverifiable']],
      {},
      { score: 100 / 6, coverage: 5 / 6, effective: 6 },
    ],
    // Neither has a value, so it is not in the score: 5 / 5.
    [
      'a contested claim without any value',
      [...times(5, 'verified'), ['contested', 'normal', 'not-checkable', 'unverifiable']],
      {},
      { score: 100, coverage: 5 / 6, effective: 5 },
    ],
    // What is not worth checking is in nothing: (4 + ½) / 5.
    [
      'claims not worth checking',
      [...times(4, 'verified'), 'disputed', '!false', '!open'],
      {},
      { score: 90, coverage: 1, effective: 5 },
    ],
    // (4 + ¼) / 5
    [
      'a desk that gives a dispute a quarter',
      [...times(4, 'verified'), 'disputed'],
      { disputedValue: 0.25 },
      { score: 85, coverage: 1, effective: 5 },
    ],
    // Σwv = 2 + 2; Σw = 2 + 2 + 1; n = 25 / (4 + 4 + 1): 2 of 3 by count, 4 of 5 by weight.
    [
      'a desk with other weights and a lower bar',
      [['verified', 'key'], ['verified', 'key'], 'false'],
      { weights: { key: 2, normal: 1, minor: 1 }, leastSettled: 3 },
      { score: 80, coverage: 1, effective: 25 / 9 },
    ],
    // Exactly on the floor: 6 of 10.
    ['exactly enough', [...times(6, 'verified'), ...times(4, 'open')], {}, { score: 100, coverage: 0.6, effective: 6 }],
  ])('%s', (_, given, rules, { score, coverage, effective }) => {
    const { result, sums } = explainScore(claimsOf(...given), rules);
    expect(scored(result).score).toBeCloseTo(score, 10);
    expect(scored(result).coverage).toBeCloseTo(coverage, 12);
    expect(sums.effective).toBeCloseTo(effective, 12);
  });

  test('the sums, the points, and what each claim does to the score', () => {
    // Weights 3, 1, 1, 1, ½; values 1, 1, ½, 0, 1. Σw = 6.5, Σwv = 3 + 1 + ½ + 0 + ½ = 5, Σw² = 12.25.
    const given: Given[] = [
      ['verified', 'key'],
      'verified',
      'disputed',
      'false',
      ['verified', 'minor'],
      ['open', 'minor'],
    ];
    const { result, sums, rows, sensitivity } = explainScore(claimsOf(...given));
    expect(sums).toEqual({
      claims: { checkWorthy: 6, valued: 5, settled: 5 },
      weights: { checkWorthy: 7, valued: 6.5, settled: 6.5 },
      weightedValues: 5,
      squaredWeights: 12.25,
      effective: 6.5 ** 2 / 12.25,
    });
    expect(scored(result).score).toBeCloseTo(500 / 6.5, 10);
    // Without claim 1: 2 / 3.5; 2: 4 / 5.5; 3: 4.5 / 5.5; 4: 5 / 5.5; 5: 4.5 / 6.
    const without = [200 / 3.5, 400 / 5.5, 450 / 5.5, 500 / 5.5, 75, null];
    rows.forEach((row, index) => {
      const expected = without[index] ?? null;
      if (expected === null)
        expect(row).toMatchObject({ value: null, points: null, without: null, contribution: null });
      else {
        expect(row.without).toBeCloseTo(expected, 10);
        expect(row.contribution).toBeCloseTo(500 / 6.5 - expected, 10);
      }
    });
    expect(rows.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(500 / 6.5, 10);
    // The dispute weighs 1 of 6.5: 4.5 + d of 6.5.
    const values = [0, 0.25, 0.5, 0.75, 1];
    expect(sensitivity.map(({ disputedValue }) => disputedValue)).toEqual(values);
    values.forEach((value, index) => {
      expect(sensitivity[index]?.score).toBeCloseTo((100 * (4.5 + value)) / 6.5, 10);
    });
  });

  // Quantiles as in beta-distribution.test.ts (mpmath 1.3.0); at 0 and 1 the limit is the end itself. 173 of 174 is A. Downey's
  // worked example of the interval (Think Bayes, 2nd ed.).
  test.each<[number, number, number, number]>([
    [0, 5, 0, 0.3793771422990394],
    [1, 5, 1 - 0.3793771422990394, 1],
    [173 / 174, 174, 0.973456621909447, 0.9993791980406614],
    [0.5, 5000, 1 - 0.5138556841435279, 0.5138556841435279],
  ])('the interval of %d on %d claims', (share, effective, low, high) => {
    const interval = jeffreysInterval(share, effective);
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
  });

  // Less than half a claim of many: both quantiles lie above the share, which the interval must hold all the same.
  test('the interval reaches down to a share that is all but nothing', () => {
    expect(jeffreysInterval(1e-6, 5).low).toBe(1e-6);
    expect(jeffreysInterval(1 - 1e-6, 5).high).toBe(1 - 1e-6);
  });
});

describe('not enough checked', () => {
  test.each<[string, Given[], { coverage: number | null; missing: [number, number]; isReachable: boolean }]>([
    ['no claim', [], { coverage: null, missing: [5, 0.6], isReachable: false }],
    ['no claim worth checking', ['!verified'], { coverage: null, missing: [5, 0.6], isReachable: false }],
    ['all open', times(5, 'open'), { coverage: 0, missing: [5, 0.6], isReachable: true }],
    [
      'one short of five',
      [...times(4, 'verified'), 'contested'],
      { coverage: 0.8, missing: [1, 0], isReachable: true },
    ],
    ['four claims in all', times(4, 'verified'), { coverage: 1, missing: [1, 0], isReachable: false }],
    [
      'five of ten',
      [...times(5, 'verified'), ...times(5, 'open')],
      { coverage: 0.5, missing: [0, 0.1], isReachable: true },
    ],
    [
      'most of it beyond checking',
      [...times(5, 'verified'), ...times(5, 'unverifiable')],
      { coverage: 0.5, missing: [0, 0.1], isReachable: false },
    ],
    // Six claims of half a weight against one key claim: 3 of 6.
    [
      'the key claims open',
      [...times(6, ['verified', 'minor']), ['open', 'key']],
      { coverage: 0.5, missing: [0, 0.1], isReachable: true },
    ],
  ])('%s', (_, given, { coverage, missing, isReachable }) => {
    const { result, rows, sensitivity } = explainScore(claimsOf(...given));
    if (result.state !== 'not-enough') throw new Error('scored');
    expect(result).toMatchObject({ coverage, isReachable });
    expect(result.missing.claims).toBe(missing[0]);
    expect(result.missing.coverage).toBeCloseTo(missing[1], 12);
    expect(sensitivity).toEqual([]);
    expect(rows.every((row) => row.points === null && row.without === null)).toBe(true);
  });

  test('nothing of value carries no score, whatever the rules', () => {
    expect(scoreOf(claimsOf('unverifiable', 'open'), anyWeight)).toMatchObject({ state: 'not-enough' });
  });

  test.each<[string, Partial<ScoreRules>]>([
    ['a dispute worth more than the truth', { disputedValue: 1.1 }],
    ['no number', { coverageFloor: Number.NaN }],
    ['fewer claims than none', { leastSettled: -1 }],
    ['a weight of nothing', { weights: { key: 3, normal: 1, minor: 0 } }],
    ['an endless weight', { weights: { key: Number.POSITIVE_INFINITY, normal: 1, minor: 1 } }],
  ])('refuses %s', (_, rules) => {
    expect(() => scoreOf([], rules)).toThrow(RangeError);
  });
});

test.each<[number, ClaimWeight]>([
  [0, 'minor'],
  [0.4, 'minor'],
  [0.41, 'normal'],
  [0.79, 'normal'],
  [0.8, 'key'],
  [1, 'key'],
])('proposes for a check-worthiness of %d: %s', (score, weight) => {
  expect(proposeWeight(score)).toBe(weight);
});

test('a report carries the score of its claims, with the weights they have', () => {
  const claims = [
    { ...claimView({ number: 1, standing: 'false' }), weight: 'key' as const },
    ...[2, 3, 4, 5].map((number) => claimView({ number, standing: 'verified' })),
    claimView({ number: 6, standing: 'contested', judgements: [judgementView(), judgementView({ verdict: 'false' })] }),
  ];
  const report = buildReport({ ...reviewView(), claims });
  // (4 + ½) / (3 + 4 + 1)
  expect(scored(report.score.result).score).toBeCloseTo(450 / 8, 10);
  const kinder = buildReport({ ...reviewView(), claims }, { weights: { key: 1, normal: 1, minor: 1 } });
  expect(scored(kinder.score.result).score).toBeCloseTo(75, 10);
});

const anyClaims = fc
  .array(
    fc.record({
      checkWorthy: fc.boolean(),
      standing: fc.constantFrom(...standings),
      weight: fc.constantFrom(...claimWeights, undefined),
      judgements: fc.array(fc.record({ verdict: fc.constantFrom(...verdicts) }), { maxLength: 4 }),
    }),
    { maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(
      ({ weight, ...rest }, index): WeighedClaim => ({ ...rest, ...(weight && { weight }), number: index + 1 }),
    ),
  );

const anyRules = fc.record({
  disputedValue: fc.double({ min: 0, max: 1, noNaN: true }),
  coverageFloor: fc.double({ min: 0, max: 1, noNaN: true }),
  leastSettled: fc.nat(6),
  weights: fc.record({
    key: fc.double({ min: 0.01, max: 100, noNaN: true }),
    normal: fc.double({ min: 0.01, max: 100, noNaN: true }),
    minor: fc.double({ min: 0.01, max: 100, noNaN: true }),
  }),
});

describe('for any claims', () => {
  test('one more verified claim never lowers score or coverage, and never takes a score away', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, fc.constantFrom(...claimWeights), (claims, rules, weight) => {
        const more = { number: claims.length + 1, checkWorthy: true, standing: 'verified', judgements: [] } as const;
        const [before, after] = [scoreOf(claims, rules), scoreOf([...claims, { ...more, weight }], rules)];
        expect(after.coverage ?? 0).toBeGreaterThanOrEqual((before.coverage ?? 0) - 1e-12);
        if (before.state === 'scored') expect(scored(after).score).toBeGreaterThanOrEqual(before.score - 1e-9);
      }),
    );
  });

  test('their order does not matter, to the last bit', () => {
    const shuffled = anyClaims.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    fc.assert(
      fc.property(shuffled, anyRules, ([claims, others], rules) => {
        expect(explainScore(others, rules)).toEqual(explainScore(claims, rules));
      }),
    );
  });

  test('only the ratios of weights matter', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, fc.constantFrom(0.001, 0.1, 3, 8, 1000), (claims, rules, factor) => {
        const { key, normal, minor } = rules.weights;
        const weights = { key: key * factor, normal: normal * factor, minor: minor * factor };
        const [before, after] = [scoreOf(claims, rules), scoreOf(claims, { ...rules, weights })];
        if (before.state !== 'scored' || after.state !== 'scored') expect(after.state).toBe(before.state);
        else {
          for (const part of ['score', 'low', 'high', 'coverage'] as const) {
            expect(after[part]).toBeCloseTo(before[part], 6);
          }
        }
      }),
    );
  });

  test('what it would be without a claim is what it is without that claim', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, (claims, rules) => {
        const low = { ...rules, ...anyWeight };
        const { result, rows } = explainScore(claims, low);
        if (result.state !== 'scored') return;
        for (const row of rows) {
          const left = claims.filter(({ number }) => number !== row.number);
          const rest = scoreOf(left, low);
          if (row.value === null) expect(rest.state === 'scored' && rest.score).toBeCloseTo(result.score, 9);
          else if (row.without === null) expect(rest.state).toBe('not-enough');
          else expect(row.without).toBeCloseTo(scored(rest).score, 6);
        }
        expect(rows.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(result.score, 8);
      }),
    );
  });

  test('the interval holds the score, and all of it lies on the scale', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, (claims, rules) => {
        const result = scoreOf(claims, { ...rules, ...anyWeight });
        if (result.state !== 'scored') return;
        const { score, low, high, coverage } = result;
        expect([0, low, score, high, 100]).toEqual([0, low, score, high, 100].sort((a, b) => a - b));
        expect(coverage).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('the more a dispute is worth, the higher the score', () => {
    fc.assert(
      fc.property(anyClaims, anyRules, (claims, rules) => {
        const { sensitivity } = explainScore(claims, { ...rules, ...anyWeight });
        const scores = sensitivity.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
      }),
    );
  });

  test('open, unverifiable and not-checkable ones never touch the score', () => {
    const valueless = fc.constantFrom<Standing>('open', 'unverifiable', 'not-checkable');
    fc.assert(
      fc.property(anyClaims, valueless, (claims, standing) => {
        const more: WeighedClaim = { number: claims.length + 1, checkWorthy: true, standing, judgements: [] };
        const [before, after] = [scoreOf(claims, anyWeight), scoreOf([...claims, more], anyWeight)];
        if (before.state === 'scored') expect(scored(after).score).toBe(before.score);
        expect(claimValue(more)).toBeNull();
      }),
    );
  });
});
