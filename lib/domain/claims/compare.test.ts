import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossLanguages, inOneLanguage } from '#lib/domain/matching/fixtures/pairs';
import { sure } from '#lib/domain/matching/relate';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { isChinese } from '#lib/text/forms/reading-form';
import { compareClaims } from './compare';

const claim = (text: string) => ({ text, lang: isChinese(text) ? 'zh' : 'en' });
const relate = (one: string, other: string) => compareClaims(claim(one), claim(other));

test.each([
  ['same', 'OpenAI has 3,750 employees.', 'OpenAI有3750名员工。'],
  ['figure-differs', 'OpenAI has 375 employees.', 'OpenAI has 3,750 employees.'],
  ['figure-differs', '特斯拉召回120万辆汽车。', 'Tesla recalled 12,000 cars.'],
  ['negated', 'OpenAI will not raise its prices.', 'OpenAI上调了价格。'],
  ['negated', '央行没有下调利率。', '央行下调了利率。'],
  ['date-differs', 'The law took effect on 1 August 2024.', 'The law took effect on 1 July 2024.'],
  ['unit-differs', '公司融资38亿元人民币。', 'The company raised HK$3.8 billion.'],
  ['unit-differs', 'The fee rose by 2.5 percentage points.', 'The fee rose to 2.5%.'],
  ['other', 'Toyota recalled 12,000 cars.', 'Tesla recalled 12,000 cars.'],
  ['other', 'Tesla built 1.8 million cars in 2023.', 'Tesla sold 1.8 million cars in 2023.'],
])('%s: %s / %s', (relation, one, other) => {
  const { relation: found, score } = relate(one, other);
  expect(found).toBe(relation);
  expect(score >= sure).toBe(relation !== 'other');
});

test('says why in the words of the first claim', () => {
  expect(relate('OpenAI has 375 employees.', 'OpenAI有3750名员工。').reasons).toEqual([
    'shares: OpenAI, employees',
    'figure-differs: 375 / 3750',
  ]);
});

describe('our own pairs', () => {
  const pairs = [...inOneLanguage, ...acrossLanguages];
  const matched = pairs.filter(({ relation }) => relation !== 'other');

  test('have their relation, but for one in fifty', () => {
    const wrong = matched.filter(({ query, claim: text, relation }) => relate(query, text).relation !== relation);
    expect(wrong.length / matched.length).toBeLessThanOrEqual(0.02);
  });

  test('a figure that differs is never called the same, in either order', () => {
    for (const { query, claim: text } of matched.filter(({ relation }) => relation === 'figure-differs')) {
      expect([relate(query, text).relation, relate(text, query).relation]).not.toContain('same');
    }
  });

  test('relate and score alike in either order', () => {
    for (const { query, claim: text } of pairs) {
      const [one, other] = [relate(query, text), relate(text, query)];
      expect([other.relation, other.score]).toEqual([one.relation, expect.closeTo(one.score, 6)]);
    }
  });

  test('look-alikes are not sure', () => {
    const others = pairs.filter(({ relation }) => relation === 'other');
    expect(others.filter(({ query, claim: text }) => relate(query, text).score >= sure)).toEqual([]);
  });
});

test('takes any text, and two empty ones are other', () => {
  expect(relate('', '')).toEqual({ relation: 'other', score: 0, reasons: [] });
  expect(relate('"*%_', '😀').relation).toBe('other');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      const { score } = relate(one, other);
      expect(score >= 0 && score <= 1).toBe(true);
    }),
  );
});

test('comparing grows with the length of the texts', () => {
  const text = 'Orvane did not cut 375 jobs in March 2024, 布莱特鲁姆裁员12%。'.repeat(800);
  expect(growthOver(text, (part) => relate(part, part))).toBeLessThan(linearGrowth);
});
