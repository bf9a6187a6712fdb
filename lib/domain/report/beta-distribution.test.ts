import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaProbability, betaQuantile, logGamma } from './beta-distribution';

describe('logGamma', () => {
  test.each<[number, number]>([
    [1, 0],
    [2, 0],
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [5.5, Math.log((945 / 32) * Math.sqrt(Math.PI))],
    // 10! = 3,628,800
    [11, Math.log(3_628_800)],
    // Γ(x + 1) = x·Γ(x)
    [0.25, Math.log(3.625609908221908)],
  ])('of %d', (x, expected) => {
    expect(logGamma(x)).toBeCloseTo(expected, 12);
  });
});

describe('betaQuantile', () => {
  // mpmath 1.3.0, betainc(…, regularized=True) solved with 30 digits.
  test.each<[number, number, number, number]>([
    [0.025, 173.5, 1.5, 0.973456621909447],
    [0.975, 173.5, 1.5, 0.9993791980406614],
    [0.025, 0.5, 5.5, 9.34206000395447e-5],
    [0.975, 0.5, 5.5, 0.3793771422990394],
    [0.025, 4.7, 1.3, 0.4113140245428248],
    [0.975, 2500.5, 2500.5, 0.5138556841435279],
    [0.025, 4999.5, 1.5, 0.9990655497604077],
    [0.025, 0.6, 3.9, 0.0004783447954809255],
    [0.5, 10, 3, 0.7833135892134544],
    [0.001, 30, 70, 0.1724731217313842],
  ])('at %d of Beta(%d, %d)', (probability, a, b, expected) => {
    expect(betaQuantile(probability, a, b) / expected).toBeCloseTo(1, 10);
  });

  // Student's two-sided 5 % points as every table prints them: ν / (ν + t²) is the 5 % point of Beta(ν/2, ½).
  test.each<[number, number]>([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('gives the t table back at %d degrees of freedom', (nu, t) => {
    const x = betaQuantile(0.05, nu / 2, 0.5);
    expect(Math.sqrt((nu * (1 - x)) / x)).toBeCloseTo(t, 3);
  });

  // Closed forms: Beta(½, ½) is the arcsine distribution, Beta(a, 1) a power, Beta(1, b) its mirror.
  test.each([0.001, 0.025, 0.3, 0.5, 0.975])('agrees with closed forms at %d', (p) => {
    expect(betaQuantile(p, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * p) / 2) ** 2, 12);
    expect(betaQuantile(p, 7, 1)).toBeCloseTo(p ** (1 / 7), 12);
    expect(betaQuantile(p, 1, 7)).toBeCloseTo(1 - (1 - p) ** (1 / 7), 12);
  });

  test('reaches the ends', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect([betaProbability(0, 2, 3), betaProbability(1, 2, 3)]).toEqual([0, 1]);
  });

  test.each<[number, number, number]>([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [Number.NaN, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -1],
    [0.5, Number.NaN, 1],
  ])('refuses what is no distribution or no probability: %d, %d, %d', (p, a, b) => {
    expect(() => betaQuantile(p, a, b)).toThrow(RangeError);
  });

  test('undoes the probability, mirrors, and rises', () => {
    const parameter = fc.double({ min: 0.5, max: 2_000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), parameter, parameter, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        expect(betaProbability(x, a, b)).toBeCloseTo(p, 9);
        expect(betaProbability(1 - x, b, a)).toBeCloseTo(1 - p, 8);
        expect(betaQuantile(Math.min(1, p + 0.0005), a, b)).toBeGreaterThan(x);
      }),
    );
  });
});
