import { expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { matchFigures, matchPeriods } from './agreement';
import { figuresIn } from './figure-values';
import { periodsIn } from './periods';

const figures = (text: string) => figuresIn(text, comparisonForm(text));
const periods = (text: string) => periodsIn(text, comparisonForm(text));
const related = (one: string, other: string) => matchFigures(figures(one), figures(other)).map(({ how }) => how);

test.each([
  ['one in three', '33%'],
  ['一半', '49%'],
])('%s and %s are one, whichever comes first', (one, other) => {
  expect([related(one, other), related(other, one)]).toEqual([['equal'], ['equal']]);
});

test.each<[string, string, string[]]>([
  ['375 people', '375 staff', ['equal']],
  ['375 people', '400 people', ['off']],
  ['375', '375 people', ['equal']],
  ['5 tonnes', '5,000 kg', ['equal']],
  ['5 tonnes', '6,000 kg', ['off']],
  // Rounding, and what “about” and an open bound leave open.
  ['100 people', '103 people', ['equal']],
  ['100 people', '105 people', ['off']],
  ['about 100 people', '105 people', ['equal']],
  ['about 100 people', '108 people', ['off']],
  ['more than 200,000 people', '213,000 people', ['equal']],
  ['more than 200,000 people', '250,000 people', ['off']],
  ['at least 5 tonnes', '5.5 tonnes', ['equal']],
  // A bound keeps its own number out.
  ['3 million users', 'fewer than 3 million users', ['off']],
  ['3 million users', 'less than 3 million customers', ['off']],
  ['3 million users', 'under 3 million users', ['off']],
  ['3 million users', 'up to 3 million users', ['off']],
  ['3 million users', 'at most 3 million users', ['off']],
  ['3 million users', 'more than 3 million users', ['off']],
  ['3 million users', 'over 3 million users', ['off']],
  ['more than 3 million users', 'fewer than 3 million users', ['off']],
  ['at least 3 million users', 'at most 3 million users', ['off']],
  ['less than 5 tonnes', '5,000 kg', ['off']],
  ['less than $5', '$5', ['off']],
  ['300万用户', '用户不到300万', ['off']],
  ['300万用户', '超过300万用户', ['off']],
  ['300万用户', '300多万用户', ['off']],
  ['300万用户', '至多300万用户', ['off']],
  ['50万辆', '不足50万辆', ['off']],
  ['50万辆', '逾50万辆', ['off']],
  ['超过50万辆', '不足50万辆', ['off']],
  ['3 million users', 'fewer than 300万用户', ['off']],
  // It lets in what lies beyond, and its like.
  ['more than 200,000 people', '200,400 people', ['equal']],
  ['fewer than 3 million users', '2.9 million users', ['equal']],
  ['more than 3 million users', 'over 3 million users', ['equal']],
  ['3 million users', 'at least 3 million users', ['equal']],
  ['3 million users', 'nearly 3 million users', ['equal']],
  ['3 million users', 'about 3 million users', ['equal']],
  ['about 3 million users', 'more than 3 million users', ['equal']],
  ['300万用户', '约300万用户', ['equal']],
  ['50万辆', '近50万辆', ['equal']],
  ['超过300万用户', '300多万用户', ['equal']],
  // A bound in other words, and `up to` that is none.
  ['the $800 duty exemption', 'parcels of up to $800', ['equal']],
  ['a limit of $800', 'no more than $800', ['equal']],
  ['800美元的上限', '不超过800美元', ['equal']],
  ['children younger than 16', 'children under 16', ['equal']],
  ['rates went up to 5%', 'rates of 5%', ['equal']],
  // The same number of something else.
  ['$5', '£5', ['unit']],
  ['$5', '£6', ['off']],
  ['$5 million', '5 million people', ['unit']],
  ['5%', '$5', ['unit']],
  ['10%', '10 people', ['unit']],
  ['300 votes', '$300', ['unit']],
  ['300 votes', '$301.40', ['unit']],
  ['5 kg', '5%', ['unit']],
  ['21 inches', '21 centimetres', ['unit']],
  ['5 kg', '5 people', []],
  ['5 kg', '$6', []],
  ['5 kg', '6 km', []],
  ['5 people', '6%', []],
  // Shares: a level is no change, and a percentage no percentage points.
  ['5%', '6%', ['off']],
  ['5%', '5 percentage points', ['unit']],
  ['5%', '6 percentage points', ['off']],
  ['rose to 5%', 'rose by 5%', ['unit']],
  ['rose to 5%', 'rose by 6%', ['off']],
  ['rose by 5%', '5% of voters', ['equal']],
  // Counted things may have two names, but people are no things.
  ['300 farmers', '300 people', ['equal']],
  ['300 farmers', '400 voters', ['loose']],
  ['300 chips', '300 phones', ['equal']],
  ['300 cars', '300 people', []],
  ['300 cars', '400 people', []],
  ['300 cars', '400 trucks', ['loose']],
  // Below one, a number is a part of something, and no count of it.
  ['half', '3 people', []],
  ['one', 'half', []],
  ['half', '50%', ['equal']],
  // A rate that one claim leaves out.
  ['$38', '$38 per share', ['equal']],
  ['$38 a share', '$38 apiece', ['equal']],
  // The same number per something else.
  ['$38 a share', '$38 per person', ['unit']],
  ['$38 a day', '$38 a month', ['unit']],
  ['30 points a game', '30 points a season', ['unit']],
  ['场均12.5分', 'averages 12.5 points a game', ['equal']],
  ['12 g per 100g', '12 g per kilogram', ['unit']],
  ['38 km per hour', '38 km', ['equal']],
  ['0 people', '1 person', ['off']],
])('%s beside %s is %j', (one, other, how) => {
  expect(related(one, other)).toEqual(how);
  expect(related(other, one)).toEqual(how);
});

test.each([
  ['$5 and 5 people', '5 people and $5', ['5 people=5 people', '$5=$5']],
  ['100 people and 101 people', '101 people', ['101 people=101 people']],
  ['3 days and 402 days', '200 days and 400 days', ['402 days=400 days', '3 days=200 days']],
  ['100 people and 104 people', '103 people and 102 people', ['100 people=102 people', '104 people=103 people']],
  ['0 people and 3 people', '0 people', ['0 people=0 people']],
])('the figures of “%s” and “%s” are matched once each, what agrees first', (one, other, expected) => {
  const matched = matchFigures(figures(one), figures(other)).map(({ a, b }) => `${a.facts.raw}=${b.facts.raw}`);
  expect(matched.toSorted()).toEqual(expected.toSorted());
});

test('of a text with many figures and dates some are compared', () => {
  const long = Array.from({ length: 200 }, (_, at) => `in ${1900 + (at % 100)} there were ${at * 7 + 500} boats;`).join(
    ' ',
  );
  expect(matchFigures(figures(long), figures(long)).length).toBeLessThan(30);
  const { agreeing, conflicting } = matchPeriods(periods(long), periods(long));
  expect(agreeing.length + conflicting.length).toBeLessThan(30);
});

test.each([
  ['in 2024 and 2025', 'in 2025', ['2025=2025'], []],
  ['in 2023 and 2025', 'in 2025 and 2024', ['2025=2025'], ['2023=2024']],
  ['in 2023', 'in 2024', [], ['2023=2024']],
  ['in 2024', 'in 2024', ['2024=2024'], []],
  ['in 2024', 'at any time', [], []],
])('the times of “%s” and “%s” are matched, what can be one first', (one, other, agree, conflict) => {
  const { agreeing, conflicting } = matchPeriods(periods(one), periods(other));
  const years = (pairs: typeof agreeing) => pairs.map(([a, b]) => `${a.year}=${b.year}`);
  expect([years(agreeing), years(conflicting)]).toEqual([agree, conflict]);
});
