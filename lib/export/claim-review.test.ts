import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Standing, standings, verdicts } from '#lib/domain/claims/standing';
import { listPresets } from '#lib/domain/exchange/claim-list';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { claimKinds } from '#lib/reading/claim-kinds';
import { anyText } from '#lib/testing/article/any-text';
import { claimView, paragraphView, reviewView, speakerView } from '#lib/testing/article/factories';
import { testNeeding } from '#lib/testing/needs';
import { claimReviewFaults } from '#lib/testing/outside/claim-review-faults';
import { dataset } from '#lib/testing/outside/datasets';
import { gather } from '#lib/testing/outside/office';
import { type ClaimReview, claimReview, claimReviews, type ReviewPublication, scriptJson } from './claim-review';

const [desk, truth, chinese] = ratingScales;
if (!truth || !chinese) throw new Error('three scales');

const publication: ReviewPublication = {
  url: 'https://desk.example/reports/r1/claims/7',
  desk: { name: 'The Desk', url: 'https://desk.example/' },
  publishedOn: '2026-01-08',
  scale: desk,
  language: 'en',
  why: null,
};

const text = 'The firm was small. It had 375 staff; few stayed. Nobody knew.';
const figure: Partial<ClaimView> = { kind: 'figure', start: 27, end: 30, exact: '375' };

const reviewOf = (
  claim: Partial<ClaimView> = {},
  article: Partial<ArticleView> = {},
  more: Partial<ReviewPublication> = {},
  others: ClaimView[] = [],
): ClaimReview => {
  const view = reviewView({ article });
  const review = claimReview(claimView({ ...figure, standing: 'false', ...claim }), text, others, view.article, {
    ...publication,
    ...more,
  });
  if (!review) throw new Error('not settled');
  return review;
};

describe('claimReview', () => {
  test('says who checked what that whom said where, and what came out', () => {
    const review = reviewOf(
      { speaker: speakerView({ name: '李笛', role: 'CEO', organisation: '小冰公司' }) },
      {
        ...{ title: 'What it costs', publisher: 'The Paper', byline: 'A. Reporter' },
        ...{ url: 'https://example.org/a', publishedOn: '2023-01', language: 'en' },
      },
      { why: 'The filing says 370.' },
    );
    expect(review).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://desk.example/reports/r1/claims/7',
      inLanguage: 'en',
      datePublished: '2026-01-08',
      author: { '@type': 'Organization', name: 'The Desk', url: 'https://desk.example/' },
      claimReviewed: 'It had 375 staff',
      reviewBody: 'The filing says 370.',
      reviewRating: { '@type': 'Rating', alternateName: 'False', ratingValue: 1, bestRating: 5, worstRating: 1 },
      itemReviewed: {
        '@type': 'Claim',
        text: 'It had 375 staff',
        author: {
          ...{ '@type': 'Person', name: '李笛', jobTitle: 'CEO' },
          affiliation: { '@type': 'Organization', name: '小冰公司' },
        },
        datePublished: '2023-01',
        appearance: {
          ...{ '@type': 'Article', headline: 'What it costs', inLanguage: 'en', url: 'https://example.org/a' },
          datePublished: '2023-01',
          author: { '@type': 'Person', name: 'A. Reporter' },
          publisher: { '@type': 'Organization', name: 'The Paper' },
        },
      },
    });
  });

  test.each<[Standing, number | undefined]>([
    ['verified', 5],
    ['disputed', 3],
    ['false', 1],
    ['unverifiable', undefined],
    ['not-checkable', undefined],
  ])('rates %s with %s, and gives no bounds where there is no number', (standing, value) => {
    const { reviewRating } = reviewOf({ standing });
    expect(reviewRating.ratingValue).toBe(value);
    expect('bestRating' in reviewRating).toBe(value !== undefined);
    expect('worstRating' in reviewRating).toBe(value !== undefined);
  });

  test.each(['open', 'contested'] as const)('has nothing to publish of a claim that is %s', (standing) => {
    expect(claimReview(claimView({ standing }), text, [], reviewView().article, publication)).toBeNull();
  });

  test('publishes nothing of claims that stand otherwise', () => {
    const other = claimView({ standing: 'open', start: 23, end: 26, exact: 'had' });
    const { claimReviewed, itemReviewed } = reviewOf({}, {}, {}, [other]);
    expect([claimReviewed, itemReviewed.text]).toEqual(['It […] 375 staff', 'It […] 375 staff']);
  });

  test('has no address where there is no public page', () => {
    expect(reviewOf({}, {}, { url: null })).not.toHaveProperty('url');
  });

  test('names the grade on the desk’s scale, in the language of the page', () => {
    expect(reviewOf({}, {}, { scale: truth }).reviewRating.alternateName).toBe('False');
    expect(reviewOf({ standing: 'disputed' }, {}, { scale: chinese, language: 'zh' }).reviewRating).toMatchObject({
      alternateName: '部分错误',
      ratingValue: 3,
    });
  });

  test.each<[string, Partial<Parameters<typeof speakerView>[0]>, string]>([
    ['a person', { name: 'Sam Altman' }, 'Person'],
    ['a Chinese person', { name: '李笛' }, 'Person'],
    ['a firm', { name: 'OpenAI' }, 'Organization'],
    ['an office', { name: 'U.S. Census Bureau' }, 'Organization'],
    ['a Chinese office', { name: '国家统计局' }, 'Organization'],
    ['a Chinese firm', { name: '小冰公司' }, 'Organization'],
    ['a person with a firm’s name and a role', { name: 'Ford', role: 'president' }, 'Person'],
  ])('takes %s for what it is', (_, speaker, type) => {
    expect(reviewOf({ speaker: speakerView(speaker) }).itemReviewed.author).toMatchObject({
      '@type': type,
      name: speaker?.name,
    });
  });

  test.each<[string, Partial<ArticleView>, unknown]>([
    ['its publisher', { publisher: 'The Paper', byline: 'Ann' }, { '@type': 'Organization', name: 'The Paper' }],
    ['its writer where no publisher is known', { byline: 'Ann' }, { '@type': 'Person', name: 'Ann' }],
    ['nobody where nothing is known', {}, undefined],
  ])('gives the article’s own words to %s', (_, article, author) => {
    expect(reviewOf({ speaker: null }, article).itemReviewed.author).toEqual(author);
  });
});

describe('claimReviews', () => {
  test('looks at every claim of a paragraph, though only some are exported', async () => {
    const within = 'It earned 3 billion with 375 staff.';
    const claims = ['375', '3 billion'].map((exact, index) => {
      const start = within.indexOf(exact);
      const standing = index === 0 ? ('verified' as const) : ('disputed' as const);
      return claimView({ number: index + 1, kind: 'figure', exact, start, end: start + exact.length, standing });
    });
    const view = reviewView({ paragraphs: [paragraphView({ text: within })], claims });
    const { bytes } = await gather(claimReviews(view, listPresets.verified, () => publication));
    expect(JSON.parse(bytes.toString('utf8'))['@graph']).toMatchObject([
      { claimReviewed: 'It earned […] with 375 staff', reviewRating: { ratingValue: 5 } },
    ]);
  });
});

describe('scriptJson', () => {
  test.each([
    ['</script><script>alert(1)</script>', '\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e'],
    ['<!--', '\\u003c!--'],
    ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['R&D', 'R\\u0026D'],
    ['“引语”😀', '“引语”😀'],
  ])('writes %j so that it stays inside its element', (value, written) => {
    expect(scriptJson({ value })).toBe(`{"value":"${written}"}`);
  });

  test('never ends an element or a line, and reads back as it was', () => {
    fc.assert(
      fc.property(anyText('</script>|<!--|\u2028|\u2029|]]>|\\|"|375|引语'), (value) => {
        const written = scriptJson([value]);
        expect(written).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(written)).toEqual([value]);
      }),
    );
  });
});

describe('the structure that schema.org and Google ask for', () => {
  test.each<[string, (review: ClaimReview) => unknown, string]>([
    ['no rating', ({ reviewRating: _, ...rest }) => rest, '/reviewRating'],
    ['no claim', ({ claimReviewed: _, ...rest }) => rest, '/claimReviewed'],
    ['no address', ({ url: _, ...rest }) => rest, '/url'],
    [
      'a nameless grade',
      (review) => ({ ...review, reviewRating: { '@type': 'Rating' } }),
      '/reviewRating/alternateName',
    ],
    ['a blank claim', (review) => ({ ...review, claimReviewed: ' ' }), '/claimReviewed is not text'],
    ['a path for an address', (review) => ({ ...review, url: '/claims/7' }), '/url is not url'],
    ['no such date', (review) => ({ ...review, datePublished: '2026-13-01' }), '/datePublished is not date'],
    ['another context', (review) => ({ ...review, '@context': 'https://example.org' }), '@context'],
    ['an unknown property', (review) => ({ ...review, verdict: 'false' }), '/verdict is no property of ClaimReview'],
    [
      'a rating off its scale',
      (review) => ({ ...review, reviewRating: { ...review.reviewRating, ratingValue: 6 } }),
      '/reviewRating/ratingValue is off its scale',
    ],
    ['a name for an author', (review) => ({ ...review, author: 'The Desk' }), '/author is not Person or Organization'],
  ])('is missed by a document with %s', (_, change, fault) => {
    const { shape, missing } = claimReviewFaults(change(reviewOf()));
    expect([...shape, ...missing]).toContain(fault);
  });

  const words = fc.string({ minLength: 1 }).filter((word) => word.trim() !== '');
  const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some);

  test('is met by every claim that can be published', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verdicts),
        fc.constantFrom(...claimKinds),
        maybe(fc.record({ name: words, role: maybe(words), organisation: maybe(words) })),
        fc.record({
          title: words,
          publisher: maybe(words),
          byline: maybe(words),
          url: maybe(fc.webUrl()),
          publishedOn: maybe(fc.constantFrom('2023', '2023-01', '2023-01-19')),
        }),
        fc.record({
          scale: fc.constantFrom(...ratingScales),
          language: fc.constantFrom('en', 'zh'),
          why: maybe(words),
        }),
        (standing, kind, speaker, article, more) => {
          const review = reviewOf({ standing, kind, speaker: speaker && speakerView(speaker) }, article, more);
          expect(claimReviewFaults(review)).toEqual({ shape: [], missing: [] });
        },
      ),
    );
    expect(standings.filter((standing) => standing !== 'open' && standing !== 'contested').sort()).toEqual(
      [...verdicts].sort(),
    );
  });

  const examples = dataset('claimreview-examples.json');

  testNeeding(examples, 'is what schema.org’s own examples have', () => {
    const documents = z
      .array(z.looseObject({ '@type': z.string() }))
      .parse(JSON.parse(readFileSync(examples.path, 'utf8')));
    const reviews = documents.filter((document) => document['@type'] === 'ClaimReview');
    expect(reviews.length).toBeGreaterThan(0);
    for (const review of reviews) expect(claimReviewFaults(review).shape).toEqual([]);
    // Ours say nothing that these do not have a place for, but for the newer Claim.
    const ours = new Set(Object.keys(reviewOf({}, {}, { why: 'So.' })));
    const theirs = new Set(reviews.flatMap((review) => Object.keys(review)));
    expect([...ours].filter((name) => !theirs.has(name))).toEqual(['inLanguage']);
  });
});
