import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureCases, figuresInProse, heldOutFigures } from '#lib/domain/sources/fixtures/figure-cases';
import { heldOutQuotes, type QuoteCase, quoteCases, quotesInProse } from '#lib/domain/sources/fixtures/quote-cases';
import { growth, linearGrowth } from '#lib/testing/growth';
import { findFiguresInSource, findQuoteInSource } from './in-source';

/** The least share of pairs in varied prose that must be right: they are held apart from those that the rules follow. */
const leastOf = { placed: 0.97, first: 0.95 };

const isPlaced = ({ quote, source, place }: QuoteCase): boolean => {
  const { start, end } = findQuoteInSource(quote, source);
  return start === (place?.[0] ?? 0) && end === (place?.[1] ?? 0);
};

describe('a quote in its source', () => {
  it('is found at its place, with what was done to it', () => {
    const misses = quoteCases.filter(
      (pair) => findQuoteInSource(pair.quote, pair.source).relation !== pair.relation || !isPlaced(pair),
    );
    // What was said has the same words but the verb: read as altered, which asks for a second look.
    expect(misses.map(({ quote }) => quote)).toEqual(['The minister lied to parliament about the contract']);
  });

  it('is found in prose of many kinds', () => {
    for (const pairs of [quotesInProse, heldOutQuotes])
      expect(pairs.filter(isPlaced).length).toBeGreaterThanOrEqual(leastOf.placed * pairs.length);
  });

  it('is never verbatim where it was altered', () => {
    const wrong = [...quoteCases, ...quotesInProse, ...heldOutQuotes].filter(
      ({ quote, source, relation }) =>
        relation === 'altered' && findQuoteInSource(quote, source).relation === 'verbatim',
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a soft hyphen', 'the committee agreed', 'the commit\u00adtee agreed'],
    ['a ligature', 'the final office fit', 'the ﬁnal oﬃce ﬁt'],
    ['traditional characters', '我们没有说过这句话', '我們沒有說過這句話'],
    ['a compound at a line end', 'a well-known and long-awaited answer', 'a well-\nknown and long-awaited answer'],
    [
      'a page number between pages',
      'the answer came on the last day of May',
      'the answer came on\n\n12\n\nthe last day of May',
    ],
    ['a combining accent', 'the café was closed', 'the cafe\u0301 was closed'],
    ['a zero-width space', '会议已经结束了', '会议\u200b已经结束了'],
    [
      'numbered lines',
      'I saw the lorry stop and nobody got out',
      'I saw the\n 8  lorry stop and\n 9  nobody\n10  got out',
    ],
    [
      'the text of a link',
      'our [tool kit](https://docs.example) is new',
      'our [tool kit](https://docs.example) is new',
    ],
    ['quotation marks', 'they said “no” to us twice', 'they said "no" to us twice'],
  ])('is verbatim in spite of %s', (_, quote, source) => {
    expect(findQuoteInSource(quote, source)).toEqual({ relation: 'verbatim', start: 0, end: source.length });
  });

  it.each([
    ['a decimal point', 'it grew by 3.5 per cent over the year', 'it grew by 35 per cent over the year'],
    ['a sign', 'the result was -5 per cent in March', 'the result was 5 per cent in March'],
    ['a percent sign', 'the share is 12% of the whole market', 'the share is 12‰ of the whole market'],
    ['a currency sign', 'we paid $400 for the whole machine', 'we paid £400 for the whole machine'],
    ['a range', 'it takes 5-10 days to get the permit', 'it takes 5, 10 days to get the permit'],
    ['a scale word', '项目总投资4.7亿元', '项目总投资4.7万元'],
    ['a scale word behind it', 'It cost us $5', 'It cost us $5 million in the end.'],
    ['the rest of a number', '我们今年招了四百', '我们今年招了四百二十个学徒。'],
    ['a negation before it', '同意这个方案', '我不同意这个方案'],
    ['a negation before it in English', 'safe to swim in this lake', 'It is not safe to swim in this lake'],
  ])('is not verbatim where they differ by %s', (_, quote, source) => {
    expect(findQuoteInSource(quote, source).relation).toBe('altered');
  });

  it.each([
    [
      'an editor’s bracket for a pronoun',
      'We gave [the harbour master] a week to reply',
      'We gave him a week to reply',
    ],
    ['cannot for can’t', 'We cannot pay it', "We can't pay it"],
    ['the other spelling', 'They organised a tour of the harbours', 'They organized a tour of the harbors'],
    [
      'words that were contracted',
      'They had told us that we would have to pay',
      "They'd told us that we'd have to pay",
    ],
    [
      'a false start in another form',
      'They called the police at noon',
      'They called the, they were calling the police at noon',
    ],
  ])('is cleaned where it has %s', (_, quote, source) => {
    expect(findQuoteInSource(quote, source)).toEqual({ relation: 'small-differences', start: 0, end: source.length });
  });

  it.each([
    [
      'who did it to whom',
      'Ostrava Glass sued Bell Harbour over the lease',
      'Bell Harbour sued Ostrava Glass over the lease',
    ],
    ['who did it to whom, in Chinese', '北原物流向南港码头租下了仓库', '南港码头向北原物流租下了仓库'],
    ['how sure the speaker was', '我知道他们会回来', '我猜他们会回来'],
    ['a modal word in a short sentence', '列车必须停运', '列车可以停运'],
  ])('is altered, and placed whole, where it differs by %s', (_, quote, source) => {
    expect(findQuoteInSource(quote, source)).toEqual({ relation: 'altered', start: 0, end: source.length });
  });

  it('stands where it is letter for letter before it stands in another dress', () => {
    const source = 'Made by the-best-known makers, or so they say. Made by the best known makers.';
    expect(findQuoteInSource('Made by the best known makers', source).start).toBe(source.lastIndexOf('Made'));
  });

  it('is linear in the source, and calm on any', () => {
    const sentence = 'The fund holds cash because we could not find anything, 我们没有找到值得买的东西。 ';
    // Long enough for the shorter source to take more than the clock's grain.
    const quote = 'we could not find anything worth buying in the whole of the year, '.repeat(6);
    expect(
      growth((source) => findQuoteInSource(quote, source), sentence.repeat(40), sentence.repeat(400)),
    ).toBeLessThan(linearGrowth);
    for (const text of [
      '',
      ' ',
      '…',
      '-->',
      'a-\n'.repeat(20_000),
      '\ud800',
      '不'.repeat(50_000),
      '"'.repeat(50_000),
      '…a[b]'.repeat(20_000),
    ]) {
      expect(findQuoteInSource(text, text).start).toBe(0);
      expect(findQuoteInSource('not a word of it', text).relation).toBe('absent');
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (quote, source) => {
        const { start, end } = findQuoteInSource(quote, source);
        expect(0 <= start && start <= end && end <= source.length).toBe(true);
        findFiguresInSource(quote, source);
      }),
    );
  });
});

describe('the figures of a source that a claim is about', () => {
  const results = [...figureCases, ...figuresInProse, ...heldOutFigures].map((pair) => ({
    ...pair,
    found: findFiguresInSource(pair.claim, pair.source),
  }));
  const isAt = ({ start, end }: { start: number; end: number }, place: [number, number]) =>
    start < place[1] && end > place[0];

  const misses = results.filter(({ found: [first], best }) => {
    if (!best || !first) return best !== null || first !== undefined;
    return !isAt(first, best.place) || first.relation !== best.relation;
  });

  it('come best first in prose of many kinds, with how they compare', () => {
    for (const pairs of [figuresInProse, heldOutFigures]) {
      const missed = misses.filter(({ name }) => pairs.some((pair) => pair.name === name));
      expect(1 - missed.length / pairs.length).toBeGreaterThanOrEqual(leastOf.first);
    }
  });

  it('come best first, each with how it compares', () => {
    // A measure that the reader of figures does not know, and one that no word beside it tells.
    const made = misses.filter(({ name }) => figureCases.some((pair) => pair.name === name));
    expect(made.map(({ name }) => name)).toEqual([
      'zh-en 12 other unit 6.4 million bushels',
      'by hand 126: The choir sang to an audience of 1,900.',
    ]);
  });

  it('are never the same where they differ', () => {
    const wrong = results.filter(({ found, best }) =>
      found.some((one) => one.relation === 'same' && !(best?.relation === 'same' && isAt(one, best.place))),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['a fortnight', 'The ship was held for a fortnight.', 'The ship was held for 14 days.'],
    ['one in so many', '每十名乘客中就有一名没有买票。', '抽查显示，10%的乘客没有买票。'],
    ['a conversion', 'The tower is 100 metres tall.', 'The tower, 0.1 km tall, was closed.'],
  ])('read %s', (_, claim, source) => {
    expect(findFiguresInSource(claim, source)[0]?.relation).toBe('same');
  });

  it('have places in the source as it is, and scores that fall', () => {
    const source =
      'WEBVTT\n\n00:01.000 --> 00:04.000\nThe fund has $4.2 mil\u00adlion\n\n00:04.000 --> 00:06.000\nin cash.';
    const [first] = findFiguresInSource('The fund has $4.2 million in cash.', source);
    expect(source.slice(first?.start, first?.end)).toBe('$4.2 mil\u00adlion');
    expect(first?.text).toBe('$4.2 mil\u00adlion');
    for (const { found } of results) {
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    }
  });

  it('are found in time that grows with the source', () => {
    const sentence =
      '2022年全市接待游客320万人次，收入18.6亿元，比上年增长4.2%。 The city had 3.2 million visitors in 2021. ';
    const claim = '2023年，全市接待游客320万人次。';
    expect(
      growth((source) => findFiguresInSource(claim, source), sentence.repeat(40), sentence.repeat(400)),
    ).toBeLessThan(linearGrowth);
  });
});
