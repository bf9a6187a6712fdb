import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { claimDocument } from './claim-document';
import { hitsIn } from './hits';
import { placesOfPhrase } from './phrase';
import { isEmptySearch, longestSearch, type SearchTerms, searchTerms } from './search-terms';

/** As the databases answer: every group by one of its alternatives, every phrase by the folded text. */
function meets(text: string, { groups, phrases, sieve }: SearchTerms): boolean {
  const tokens = claimDocument({ text, start: 0, end: text.length, speaker: '' }).words.split(' ');
  const has = new Set(tokens);
  return (
    groups.every(
      ({ alternatives, prefix }) =>
        alternatives.some((all) => all.every((token) => has.has(token))) ||
        (prefix !== null && tokens.some((token) => token.startsWith(prefix))),
    ) &&
    phrases.every((phrase) => placesOfPhrase(comparisonForm(text), phrase).length > 0) &&
    sieve.every((token) => has.has(token))
  );
}

const finds = (search: string, text: string, isTyping = false): boolean =>
  meets(text, searchTerms(search, { isTyping }));

describe('a search', () => {
  test.each([
    ['300万', 'It raised $3 million last year.'],
    ['3 million', '公司融资300万美元。'],
    ['3,000,000', '公司融资300万美元。'],
    ['US$3m', '公司融资300万美元。'],
    ['CPM', '每千次展示成本（CPM）为5至12美元。'],
    ['员工', '該公司有375名員工。'],
    ['layoffs', '公司宣布裁员375人。'],
    ['裁员', 'The firm announced 375 job cuts.'],
    ['OpenAI', 'ＯｐｅｎＡＩ有375名员工'],
    ['March 2024', 'It was sold on 12 March 2024.'],
    ['Gartner', '高德纳预计增长8%。'],
    ['employees', 'The company employed 375 people, an employee said.'],
    ['"375 people"', 'The company employed 375 people.'],
    ['“的广告”', '公司的广告收入增长8%。'],
    ['公司 375', '公司有375名员工'],
    ['the of', 'The end of the road.'],
    ['‘375 people’', 'The company employed 375 people.'],
    ['「的广告」', '公司的广告收入增长8%。'],
    ['layoffs at OpenAI', 'OpenAI裁员375人'],
    ['帧', '帧海公司裁员'],
    ['job cuts', 'The company announced layoffs.'],
    ['OpenAI 375', 'OpenAI has 375 employees.'],
    ['Lumford 41', 'Lumford had 41 looms.'],
    ['Boeing 737', 'A Boeing 737 landed in a field.'],
    ['737', 'A Boeing 737 landed in a field.'],
    ['2024', 'Sales fell in March 2024.'],
    ['nimbus 2024', 'Nimbus grew in 2024.'],
    ['2024', '2024年公司裁员。'],
    ['2024', 'It has 2,024 employees.'],
    ['GPT-4', 'GPT-4 cost $100 million.'],
    ['"12 March 2024"', 'It was sold on 12 March 2024.'],
    ['"375 people"', 'It has 375 people’s names.'],
    ['"aids"', 'The AIDS fund grew.'],
    ['"us"', 'The US and UPS.'],
    ['"boycottcvs now"', 'They said #BoycottCVS now.'],
    ['“３７５名”', '公司有375名员工'],
    ['"2024年3月"', '2024年3月，公司有375名员工'],
  ])('%s finds: %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['300万', 'It raised $30 million last year.'],
    ['US$3m', '公司融资300万欧元。'],
    ['"people 375"', 'The company employed 375 people.'],
    ['OpenAI headcount 375', 'OpenAI had 3,750 people.'],
    ['营业总额', '公司营业额的总和。'],
    ['March 2024', 'It was sold in March 2025.'],
    ['OpenAI 375', 'OpenAI has 3,750 employees.'],
    ['Lumford 41', 'Lumford had 42 looms.'],
    ['2024', 'Sales fell in March 2023.'],
    ['2,024 employees', 'Employees left in 2024.'],
    ['1850', 'It was founded in 2024.'],
  ])('%s does not find: %s', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });

  test('finds a word that is still being typed', () => {
    expect(finds('emplo', 'It has 375 employees.', true)).toBe(true);
    expect(finds('emplo', 'It has 375 employees.')).toBe(false);
    expect(finds('has emplo', 'It has 375 employees.', true)).toBe(true);
  });

  test.each(['', '   ', '"', '"""', '%_*', '!?。，', '()', '😀👨‍👩‍👧', '" "'])('of %j asks for nothing', (search) => {
    expect(isEmptySearch(searchTerms(search))).toBe(true);
  });

  test.each(['NEAR(a b)', 'a AND b OR NOT c', 'words: x*', "'; DROP TABLE x;--", 'a & !b | c:*', '"un balanced'])(
    'takes %s for words',
    (search) => {
      const { groups } = searchTerms(search);
      for (const token of groups.flatMap(({ alternatives }) => alternatives.flat())) {
        expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
      }
    },
  );

  test('has tokens and prefixes of letters and digits, whatever is typed', () => {
    const pieces = fc.constantFrom(
      '"',
      '*',
      ' AND ',
      '(',
      '%',
      '_',
      "'",
      ':',
      '\\',
      'ﷺ',
      '漢',
      '裁员',
      '😀',
      '3.5%',
      'é',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (search) => {
          const { groups, phrases } = searchTerms(search, { isTyping: true });
          for (const { alternatives, prefix } of groups) {
            for (const token of alternatives.flat()) expect(token).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
            if (prefix !== null) expect(prefix).toMatch(/^[\p{L}\p{N}]*$/u);
          }
          for (const phrase of phrases) expect(phrase.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  test('is cut, however long', () => {
    const { groups, phrases } = searchTerms(`"${'字'.repeat(10)}" `.repeat(2000));
    expect(groups.length + phrases.length).toBeLessThan(longestSearch);
  });
});

test.each([
  ['employees 375', 'OpenAI had 375 employees.', ['375', 'employees']],
  ['300万', 'It raised $3 million.', ['$3 million']],
  ['裁员', 'The firm announced job cuts.', ['job cuts']],
  ['员工', '該公司有375名員工。', ['員工']],
  ['"of the"', 'The head of the firm.', ['of the']],
  ['emp', 'Nobody is found here.', []],
])('hits of %s in: %s', (search, text, found) => {
  expect(hitsIn(text, searchTerms(search)).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test('a phrase is found wherever a text holds it between two ends of words', () => {
  const word = fc.constantFrom(
    ...['AIDS', 'aid', 'US', 'Employees', 'three', 'million', 'March', '2024', '375', 'GPT-4', '#BoycottCVS', "firm's"],
    ...['員工', '三百七十五名', '2024年3月', 'US$5', '12%', 'naïve', 'ＡＢＣ', 'U.S.', '😀', 'co-op', '，', '.'],
  );
  const words = fc.array(word, { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(words, words, words, fc.boolean(), (before, phrase, after, isLoud) => {
      const searched = phrase.join(' ');
      const text = [...before, isLoud ? searched.toUpperCase() : searched, ...after].join(' ');
      expect(finds(`"${searched}"`, text)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
