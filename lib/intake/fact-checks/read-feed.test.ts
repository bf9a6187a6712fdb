import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostChecks, mostEntries } from '#lib/domain/fact-checks/feed';
import { googleSearch } from '#lib/domain/fact-checks/google-search';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { readFeed } from './read-feed';

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, 'fixtures', name));
const address = 'https://checks.example.org/feed.xml';
const read = (bytes: Uint8Array | string, url: string | null = address) =>
  readFeed({ bytes: Buffer.from(bytes), charset: null, url });
const readWhole = (bytes: Uint8Array | string, url?: string | null) => {
  const result = read(bytes, url);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

const review = (more: object) => ({
  ...{ '@type': 'ClaimReview', url: 'https://checks.example.org/1', claimReviewed: 'It rained.' },
  ...{ author: { name: 'Example Checks' }, reviewRating: { alternateName: 'False' }, ...more },
});
const only = (more: object) => readWhole(JSON.stringify(review(more))).checks[0];

it('reads ClaimReview out of the linked data of a page, wherever it stands in it', () => {
  const { title, checks, left, pages } = readWhole(fixture('page.html'));
  expect(title).toBe('No, Norland did not close 40 hospitals | Example Checks');
  expect(checks).toMatchObject([
    {
      url: 'https://checks.example.org/checks/hospitals',
      claim: 'Norland closed 40 hospitals in 2023.',
      checker: 'Example Checks',
      publishedOn: '2024-03-05',
      ...{ rating: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
      ...{ claimant: 'Ines Calder', appearance: 'https://paper.example.com/opinion/12', language: 'en-GB' },
    },
  ]);
  expect([left, pages]).toEqual([{}, []]);
  // A saved page says where it is from.
  expect(readWhole(fixture('page.html'), null).checks).toEqual(checks);
});

it('reads a DataFeed, and counts by its fault what it leaves out', () => {
  const { checks, left } = readWhole(fixture('data-feed.json'), null);
  expect(checks).toMatchObject([
    { claim: 'The rail line cost $3 billion.', rating: null, ratingValue: 2, claimant: 'Rail Now' },
    { claim: '北原市去年关闭了40家医院。', rating: '不实', checker: '示例核查', isChinese: true },
  ]);
  expect(left).toEqual({ repeated: 1, 'no-rating': 1, 'no-address': 1, 'no-claim': 1 });
});

it('reads a plain list of ClaimReviews, with a byte order mark and in UTF-16 too', () => {
  const text = JSON.stringify([review({}), review({ claimReviewed: 'It snowed.' })]);
  for (const bytes of [text, `\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')]) {
    expect(readWhole(bytes).checks.map(({ claim }) => claim)).toEqual(['It rained.', 'It snowed.']);
  }
});

describe('an answer of Google’s Fact Check Tools', () => {
  const search = googleSearch('norland hospitals', 'en');

  it('is read as the checks of each claim by each checker, in their words', () => {
    const { title, checks, left } = readWhole(fixture('google-search.json'), search);
    expect(title).toBe('Google: norland hospitals');
    expect(checks).toMatchObject([
      {
        url: 'https://checks.example.org/checks/hospitals',
        claim: 'Norland closed 40 hospitals in 2023.',
        ...{ checker: 'Example Checks', rating: 'False', ratingValue: null, publishedOn: '2024-03-05' },
        ...{ claimant: 'Ines Calder', language: 'en', appearance: null },
      },
      {
        url: 'https://facts.example.com/norland',
        claim: 'Norland closed 40 hospitals in 2023.',
        ...{ checker: 'facts.example.com', rating: 'Mostly false', publishedOn: null },
      },
    ]);
    expect(left).toEqual({ 'no-rating': 1 });
  });

  it('that found nothing is no fault, unlike a feed without checks', () => {
    expect(readWhole('{}', search)).toMatchObject({ checks: [], left: {} });
    expect(read('{}', 'https://factchecktools.googleapis.com/v1alpha1/pages')).toMatchObject({ ok: false });
  });

  it.each([
    '[]',
    '{"claims": 3}',
    '{"claims": [null, {"claimReview": {"publisher": []}}]}',
    '{"claims": {"text": []}}',
  ])('of another shape holds no check: %s', (answer) => {
    expect(readWhole(answer, search).checks).toEqual([]);
  });
});

it('gives the pages of RSS and Atom: each once, without the feed itself and what is no web address', () => {
  expect(readWhole(fixture('rss.xml'))).toMatchObject({
    title: 'Example Checks & Co',
    pages: ['https://checks.example.org/checks/hospitals?a=1&b=2', 'https://checks.example.org/checks/rail'],
  });
  expect(readWhole(fixture('atom.xml'), 'https://hecha.example.cn/feed.xml')).toMatchObject({
    title: '示例核查',
    pages: ['https://hecha.example.cn/2024/04/7'],
  });
});

describe('an entry', () => {
  it('is plain text, whatever markup and script it holds', () => {
    const claim = '<p>Prices <b>rose</b> 5&nbsp;% &amp; more</p><script>alert(1)</script>\0\ud800';
    expect(only({ claimReviewed: claim, author: { name: '<i>Example</i>' } })).toMatchObject({
      claim: 'Prices rose 5\u00a0% & more \ufffd',
      checker: 'Example',
    });
    expect(only({ claimReviewed: 'a < b, and b > c' })?.claim).toBe('a < b, and b > c');
    // A sign that turns what follows around could make a rating read as another.
    expect(only({ reviewRating: { alternateName: 'F\u202eesla' } })?.rating).toBe('Fesla');
  });

  it('has the words of its rating, or its numbers, or none and is left out', () => {
    expect(only({ reviewRating: { ratingValue: 'Pants on fire' } })).toMatchObject({ rating: 'Pants on fire' });
    expect(only({ reviewRating: { ratingValue: '2.5', bestRating: 'many' } })).toMatchObject({
      ...{ rating: null, ratingValue: 2.5, bestRating: null },
    });
    for (const reviewRating of [null, 'False', [], { ratingValue: {} }]) {
      expect(readWhole(JSON.stringify(review({ reviewRating })))).toMatchObject({
        checks: [],
        left: { 'no-rating': 1 },
      });
    }
  });

  it('is named by its page where nobody says who checked', () => {
    expect(only({ author: undefined })?.checker).toBe('checks.example.org');
    expect(only({ author: 'Ada' })?.checker).toBe('Ada');
  });

  it('is the same check as another of one page and claim, however both are written', () => {
    const [first, second] = [{}, { url: 'https://www.checks.example.org/1?utm_source=x', claimReviewed: 'it RAINED.' }];
    expect(only(first)?.key).toBe(only(second)?.key);
    expect(only(first)?.key).not.toBe(only({ claimReviewed: 'It snowed.' })?.key);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'empty-file'],
    ['Just words.', 'feed-unknown'],
    ['{"@type": "ClaimReview", ', 'feed-broken'],
    ['{}', 'feed-without-checks'],
    ['<html><p>Nothing here', 'feed-without-checks'],
    ['<?xml version="1.0"?><svg></svg>', 'feed-unknown'],
    [Buffer.from('504b0304140000000000', 'hex'), 'not-text'],
    [`<?xml version="1.0"?><rss><channel>${'<a>'.repeat(100_000)}`, 'feed-unknown'],
    [`<html>${'<div>'.repeat(100_000)}`, 'page-too-tangled'],
    [`${'['.repeat(1_000_000)}`, 'feed-broken'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'feed-without-checks'],
  ])('is refused (%#)', (bytes, code) => {
    expect(read(bytes)).toMatchObject({ ok: false, code });
  });

  it('is read no further than its limits', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => review({ claimReviewed: `It rained ${at} times.` }));
    const { checks, left } = readWhole(JSON.stringify({ dataFeedElement: many.map((item) => ({ item: [item] })) }));
    expect(checks).toHaveLength(mostChecks);
    expect(left).toEqual({ 'too-many': 100_000 - mostChecks });
    const items = many.map((_, at) => `<item><title>x</title><link>/${at}</link></item>`).join('');
    expect(readWhole(`<rss><channel>${items}`).pages).toHaveLength(mostEntries);
  });

  it('takes time by its length alone', () => {
    const shapes = ['<p>', '&amp;', '<item><link>', '"[{', '<![CDATA[', '<!--'];
    for (const shape of shapes) {
      const grown = growthOver(shape.repeat(200_000 / shape.length), (text) => {
        read(`<rss><channel>${text}`);
        read(JSON.stringify(review({ claimReviewed: text })));
      });
      expect([shape, grown < linearGrowth]).toEqual([shape, true]);
    }
  });
});
