import { describe, expect, it } from 'vitest';
import { findFigures } from '#lib/reading/figures';

const amounts = (text: string): unknown[] => findFigures(text).map((figure) => [figure.text, figure.low, figure.unit]);

describe('hundredths and tenths of money', () => {
  it.each<[text: string, span: string, value: number, unit: string]>([
    ['It costs 50 Australian cents.', '50 Australian cents', 0.5, 'AUD'],
    ['It costs 50 US cents a copy.', '50 US cents', 0.5, 'USD'],
    ['It costs 50 U.S. cents.', '50 U.S. cents', 0.5, 'USD'],
    ['It costs 50 Hong Kong cents.', '50 Hong Kong cents', 0.5, 'HKD'],
    ['It costs 5 New Zealand cents.', '5 New Zealand cents', 0.05, 'NZD'],
    ['It costs 3 Canadian dollars and 50 cents.', '3 Canadian dollars and 50 cents', 3.5, 'CAD'],
    ['It costs 3 dollars 5 cents.', '3 dollars 5 cents', 3.05, 'USD'],
    ['It costs £3 50p.', '£3 50p', 3.5, 'GBP'],
    ['每份5美分。', '5美分', 0.05, 'USD'],
    ['每份5欧分。', '5欧分', 0.05, 'EUR'],
    ['每份5港仙。', '5港仙', 0.05, 'HKD'],
    ['每份5澳分。', '5澳分', 0.05, 'AUD'],
    ['要五分钱。', '五分钱', 0.05, 'CNY'],
    ['要5毛钱。', '5毛钱', 0.5, 'CNY'],
    ['要3角。', '3角', 0.3, 'CNY'],
    ['要五元三毛。', '五元三毛', 5.3, 'CNY'],
    ['要三块五。', '三块五', 3.5, 'CNY'],
    ['要5元3角2分。', '5元3角2分', 5.32, 'CNY'],
  ])('in “%s” are parts of it', (text, span, value, unit) => {
    expect(amounts(text)).toEqual([[span, value, unit]]);
  });

  it.each<[text: string, span: string, unit: string]>([
    ['It costs 50 cents.', '50 cents', 'cent'],
    ['It costs 50¢ today.', '50¢', 'cent'],
    ['It costs 50 pence.', '50 pence', 'penny'],
    ['It costs 50p.', '50p', 'penny'],
    ['It costs 50 kopecks.', '50 kopecks', 'kopek'],
  ])('in “%s” are of no country that it names', (text, span, unit) => {
    expect(amounts(text)).toEqual([[span, 50, unit]]);
  });
});

describe('the country of a currency', () => {
  it.each<[text: string, unit: string]>([
    ['They paid 5 Australian dollars.', 'AUD'],
    ['They paid 5 Hong Kong dollars.', 'HKD'],
    ['They paid 5 U.S. dollars.', 'USD'],
    ['They paid 5 dollars.', 'USD'],
    ['They paid 5 Egyptian pounds.', 'EGP'],
    ['They paid 5 pounds.', 'GBP'],
    ['They paid 5 Swiss francs.', 'CHF'],
    ['They paid 5 francs.', 'franc'],
    ['They paid 5 South African rand.', 'ZAR'],
    ['They paid 5 Sri Lankan rupees.', 'LKR'],
    ['They paid 5 Indian rupees.', 'INR'],
    ['They paid A$5.', 'AUD'],
    ['They paid NT$5.', 'TWD'],
    ['They paid $5.', 'USD'],
    ['They paid Rs 5.', 'INR'],
    ['They paid Rs. 5.', 'INR'],
    ['They paid RM5.', 'MYR'],
  ])('in “%s” is that of %s', (text, unit) => {
    expect(findFigures(text).map((figure) => [figure.low, figure.unit])).toEqual([[5, unit]]);
  });
});

describe('a code with its thousands or millions', () => {
  it.each<[text: string, value: number, unit: string]>([
    ['a loan of 5 MEUR', 5e6, 'EUR'],
    ['a loan of 5 mEUR', 5e6, 'EUR'],
    ['a loan of 5 KUSD', 5e3, 'USD'],
    ['a loan of 5 kUSD', 5e3, 'USD'],
    ['a loan of 5 EUR', 5, 'EUR'],
    ['a MEUR 5 loan', 5e6, 'EUR'],
    ['a EUR 5 loan', 5, 'EUR'],
  ])('in “%s” comes to %d %s', (text, value, unit) => {
    expect(findFigures(text).map((figure) => [figure.low, figure.unit])).toEqual([[value, unit]]);
  });
});

it.each<[text: string, unit: string]>([
  ['He won 500 won games.', 'game'],
  ['They bought 500块A100.', 'A100'],
])('reads no money in “%s”', (text) => {
  for (const { unit } of findFigures(text)) expect(['KRW', 'CNY']).not.toContain(unit);
});
