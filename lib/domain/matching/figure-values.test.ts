import { expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { figuresIn, tokensOfFigure } from './figure-values';

const only = (text: string) => {
  const [figure, ...others] = figuresIn(text, comparisonForm(text));
  if (!figure || others.length > 0) throw new Error(`not one figure in ${text}`);
  return figure;
};

test.each([
  ['Rates rose to 5%', 'level'],
  ['fell to a record 5%', 'level'],
  ['the rate is 5%', 'level'],
  ['达到5%', 'level'],
  ['5% of the original price', 'level'],
  ['The bank said in its report of last year that the rate was 5% in all', 'level'],
  ['rose by 5%', 'change'],
  ['up 5%', 'change'],
  ['涨了5%', 'change'],
  ['降了3个百分点', 'change'],
  ['5% higher', 'change'],
  ['was 5% higher', 'change'],
  ['5% of voters', null],
  ['up to 5%', null],
])('“%s” tells a level or a change: %s', (text, mode) => {
  expect(only(text).mode).toBe(mode);
});

test.each([
  ['$4.2 million', 'money', 4_200_000],
  ['12.5 kg', 'size', 12.5],
  ['7 people', 'count', 7],
  ['5%', 'share', 5],
  ['2.5 times', 'share', 2.5],
  ['375', 'bare', 375],
  ['more than 200 people', 'count', 200],
])('%s is %s', (text, kind, value) => {
  expect(only(text)).toMatchObject({ kind, low: value, high: value });
});

test.each([
  ['5 basis points', 0.05, true],
  ['a quarter point', 0.25, true],
  ['3个百分点', 3, true],
  ['上调3个点', 3, true],
  ['5%', 5, false],
])('%s are points: %d, %s', (text, value, isPoints) => {
  const figure = only(text);
  expect(figure).toMatchObject({ low: value, kind: 'share', isPoints });
  expect(figure.facts.unit).toBe('percent');
});

test.each([
  ['one in twelve', 'about'],
  ['about half', 'about'],
  ['3 people', 'exact'],
  ['375', 'exact'],
])('%s is meant as %s', (text, qualifier) => {
  expect(only(text).facts.qualifier).toBe(qualifier);
});

test('a range keeps both of its ends', () => {
  expect(only('between 3 and 5 people')).toMatchObject({ low: 3, high: 5 });
});

const shared = (one: string, other: string) => {
  const tokens = new Set(tokensOfFigure(only(one)));
  return tokensOfFigure(only(other)).filter((token) => tokens.has(token)).length;
};

test.each([
  ['3 hours', '180 minutes'],
  ['2 km', '2,000 metres'],
  ['$4.2 million', '420万美元'],
  ['375 people', '375'],
  ['0 people', '0 staff'],
  ['-5 degrees', '5 degrees'],
  ['between 3 and 5 people', '5 people'],
  ['213,000 people', '214,000 people'],
  ['0.254 percentage points', '0.251 percentage points'],
])('%s is found by %s', (one, other) => {
  expect(shared(one, other)).toBeGreaterThan(0);
});

test.each([
  ['3 people', '4 people'],
  ['213,000 people', '231,000 people'],
  ['2,130 people', '213,000 people'],
  ['0.25 percentage points', '25 people'],
  ['3 hours', '3 minutes'],
])('%s is not found by %s', (one, other) => {
  expect(shared(one, other)).toBe(0);
});

test('money is found by its currency too', () => {
  expect(shared('$3', '$4')).toBe(1);
  expect(shared('$3', '€4')).toBe(0);
});

test('search tokens are letters and digits', () => {
  for (const text of ['$4.2 million', '0.05%', '-12.5 degrees', '1.5 trillion yuan', 'one in twelve', '£0.000001']) {
    for (const token of tokensOfFigure(only(text))) expect(token).toMatch(/^0[a-z][a-z0-9]+$/);
  }
});
