import { expect, it } from 'vitest';
import { placesOfPhrase } from './phrase';

it.each([
  ['he said ai is here', 'ai', ['ai']],
  ['he said it', 'ai', []],
  ['a gartner report on art', 'art', ['art']],
  ['3007 units, 300 of them', '300', ['300']],
  ['us$125 million', '5 million', []],
  ['1.5 million or 1,5 million', '5 million', []],
  ['sold 5 million.', '5 million', ['5 million']],
  ['in 2023, 5 million', '5 million', ['5 million']],
  ['the rate is 5.', '5', ['5']],
  ['5.5 and 5', '5', ['5']],
  ['有375名员工', '375', ['375']],
  ['有1375名员工', '375', []],
  ['公司有员工', '员工', ['员工']],
  ['ai ai', 'ai', ['ai', 'ai']],
  ['aiai', 'ai', []],
  ['', 'ai', []],
])('%j holds %j', (text, phrase, found) => {
  expect(placesOfPhrase(text, phrase).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

it('takes time in proportion to the text', () => {
  const text = 'aaaa '.repeat(200_000);
  expect(placesOfPhrase(text, 'aaa')).toEqual([]);
});
