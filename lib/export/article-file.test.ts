import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeAnchor } from '#lib/anchoring/anchor';
import { boilerplateReasons, paragraphKinds } from '#lib/domain/articles/article';
import { type ClaimView, judgementPasses } from '#lib/domain/claims/claim-view';
import { contexts, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, standings, verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { ArticleFile, articleFileSchema } from '#lib/domain/exchange/article-file';
import type { ReviewView } from '#lib/domain/review/review';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
  threadView,
  wholeArticle,
} from '#lib/testing/article/factories';
import { articleJson, exportArticle } from './article-file';

const [ann, bo] = [
  { id: 'ann', name: 'Ann' },
  { id: 'bo', name: '波' },
];

const full = reviewView({
  article: { title: '小冰值多少', publisher: 'The Paper', url: 'https://example.org/a', publishedOn: '2023-01' },
  paragraphs: [
    paragraphView({ number: 2, text: '分享到', kind: 'boilerplate', reason: 'share-bar' }),
    paragraphView({ number: 1, text: '😀小冰有375人' }),
  ],
  claims: [
    claimView({
      ...{ number: 4, paragraphId: 'p1', start: 5, end: 8, exact: '375', prefix: '😀小冰有', suffix: '人' },
      standing: 'disputed',
      speaker: speakerView({ name: '李笛', role: 'CEO', aliases: ['Di Li'] }),
      figure: figureView({ asOf: '2023-01', corrected: true }),
      metric: { id: 'm', subject: '小冰', measure: 'headcount', scope: null, titles: { en: 'x', zh: 'y' } },
      derivations: [{ id: 'd', reads: { en: 'half', zh: '一半' }, pinnedBy: bo }],
      quoteChecks: [{ reviewer: bo, said: 'yes', wording: null, context: 'kept' }],
      judgements: [judgementView({ reviewer: bo, verdict: 'false', rationale: '370.' }), judgementView()],
      returnNote: 'Look again',
      ruling: { editor: ann, verdict: 'disputed', reason: 'Both.', at: '2026-01-08T10:00:00.000Z' },
      evidence: [
        evidenceView({ source: sourceView({ id: 'a', originId: 'wire' }), figure: figureView(), locator: 'p. 3' }),
        evidenceView({ source: sourceView({ id: 'b', originId: 'a' }), stance: 'refutes', excerpt: '370人' }),
      ],
    }),
  ],
  threads: [
    threadView({ id: 't', claimId: 'c4', resolved: { by: null, at: '2026-01-08T10:00:00.000Z', reason: 'Settled' } }),
    threadView({ id: 'u', claimId: null, paragraphId: 'p2' }),
    threadView({ id: 'v', claimId: 'gone' }),
  ],
});

describe('exportArticle', () => {
  const file = exportArticle(wholeArticle(full));

  test('lists people, speakers and sources once, by name and without ids', () => {
    expect(file.people).toEqual([
      { key: 'person-1', name: 'Ann' },
      { key: 'person-2', name: '波' },
    ]);
    expect(file.speakers).toEqual([
      { key: 'speaker-1', name: '李笛', role: 'CEO', organisation: null, aliases: ['Di Li'] },
    ]);
    const text = articleJson(file);
    for (const id of ['"ann"', '"bo"', '"c4"', '"p1"', '"wire"', '"a"', '"m"', '@']) expect(text).not.toContain(id);
  });

  test('keeps which source repeats which, seen in the article or not', () => {
    expect(file.sources.map(({ key, origin }) => [key, origin])).toEqual([
      ['source-1', 'source-2'],
      ['source-3', 'source-1'],
    ]);
  });

  test('counts code points', () => {
    expect(file.claims[0]?.anchor).toEqual({ start: 4, end: 7, exact: '375', prefix: '😀小冰有', suffix: '人' });
  });

  test('means claims and paragraphs by number, and leaves out threads on what is gone', () => {
    expect(file.threads.map(({ claim, paragraph }) => [claim, paragraph])).toEqual([
      [4, null],
      [null, { revision: 1, number: 2 }],
    ]);
    expect(file.paragraphs.map(({ text }) => text)).toEqual(['😀小冰有375人', '分享到']);
    expect(file.revisions.map(({ paragraphs }) => paragraphs)).toEqual([[1, 2]]);
  });

  test('carries the weights that claims were given', () => {
    const [claim] = full.claims;
    if (!claim) throw new Error('a claim');
    const weighed = exportArticle(wholeArticle({ ...full, claims: [{ ...claim, weight: 'key' }] }));
    expect([weighed, file].map(({ claims }) => claims[0]?.weight)).toEqual(['key', 'normal']);
  });

  test('is what the published schema describes, and nothing else is', () => {
    const schema = z.fromJSONSchema(articleFileSchema());
    const written: unknown = JSON.parse(articleJson(file));
    expect(schema.safeParse(written).success).toBe(true);
    expect(schema.safeParse({ ...Object(written), owner: 'Ann' }).success).toBe(false);
    expect(schema.safeParse({ ...Object(written), version: 1 }).success).toBe(false);
  });

  test('reads back', () => {
    expect(ArticleFile.parse(JSON.parse(articleJson(file)))).toEqual(file);
  });
});

const pieces = ['😀', '👩‍👧', '𠮷', '公司', 'e\u0301', ' ', '375', 'a', '"', '\n', '</script>'];
const words = (min: number, max = 6) =>
  fc.array(fc.constantFrom(...pieces), { minLength: min, maxLength: max }).map((parts) => parts.join(''));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some);
const people = fc.constantFrom(...'abc').map((id) => ({ id, name: `Person ${id}` }));
const moments = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const dates = fc.constantFrom('2023', '2023-01', '2023-01-19');
const figures = fc
  .record({
    low: maybe(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e12 })),
    high: fc.integer(),
    unit: maybe(fc.constantFrom('USD', 'person')),
    qualifier: fc.constantFrom(...qualifiers),
    per: maybe(fc.constant('year')),
    asOf: maybe(dates),
    raw: words(0),
    corrected: fc.boolean(),
  })
  .map((facts) => figureView(facts));
const sources = fc
  .record({
    id: fc.constantFrom(...'stuv'),
    kind: fc.constantFrom(...sourceKinds),
    originId: maybe(fc.constantFrom(...'stuvw')),
    url: maybe(fc.webUrl()),
    published: maybe(dates),
    note: maybe(words(0)),
  })
  .map((facts) => sourceView(facts));

const claims = fc.record({
  paragraph: fc.nat(4),
  from: fc.nat(20),
  length: fc.integer({ min: 1, max: 6 }),
  facts: fc.record({
    kind: fc.constantFrom(...claimKinds),
    checkWorthy: fc.boolean(),
    standing: fc.constantFrom(...standings),
    weight: fc.constantFrom(...claimWeights),
    speaker: maybe(fc.constantFrom('x', 'y').map((id) => speakerView({ id, name: id, aliases: [id] }))),
    figure: maybe(figures),
    createdBy: people,
    createdAt: moments,
    returnNote: maybe(words(0)),
    metric: maybe(fc.constant({ id: 'm', subject: 'S', measure: 'M', scope: null, titles: { en: 'e', zh: 'z' } })),
    derivations: fc.array(
      fc.record({ id: fc.constant('d'), reads: fc.record({ en: words(0), zh: words(0) }), pinnedBy: people }),
      { maxLength: 2 },
    ),
    quoteChecks: fc.uniqueArray(
      fc.record({
        reviewer: people,
        said: maybe(fc.constantFrom(...saidAnswers)),
        wording: maybe(fc.constantFrom(...wordings)),
        context: maybe(fc.constantFrom(...contexts)),
      }),
      { maxLength: 2, selector: ({ reviewer }) => reviewer.id },
    ),
    judgements: fc.uniqueArray(
      fc.record({
        reviewer: people,
        verdict: fc.constantFrom(...verdicts),
        rationale: words(0),
        confidence: fc.constantFrom(...confidences),
        pass: maybe(fc.constantFrom(...judgementPasses)),
        at: moments,
      }),
      { maxLength: 3, selector: ({ reviewer }) => reviewer.id },
    ),
    ruling: maybe(fc.record({ editor: people, verdict: fc.constantFrom(...verdicts), reason: words(0), at: moments })),
    evidence: fc.array(
      fc
        .record({
          source: sources,
          stance: fc.constantFrom(...stances),
          excerpt: words(0),
          locator: maybe(words(1)),
          figure: maybe(figures),
          addedBy: people,
        })
        .map((facts) => evidenceView(facts)),
      { maxLength: 3 },
    ),
  }),
});

const anyView: fc.Arbitrary<ReviewView> = fc
  .record({
    texts: fc.array(
      fc.record({ parts: fc.array(fc.constantFrom(...pieces), { minLength: 8, maxLength: 20 }), kind: fc.nat(4) }),
      { minLength: 1, maxLength: 5 },
    ),
    drawn: fc.array(claims, { maxLength: 6 }),
    talk: fc.array(fc.tuple(fc.nat(6), fc.nat(5), words(0), maybe(people)), { maxLength: 4 }),
    createdBy: people,
  })
  .map(({ texts, drawn, talk, createdBy }) => {
    const paragraphs = texts.map(({ parts, kind }, index) =>
      paragraphView({
        ...{ number: index + 1, text: parts.join(''), kind: paragraphKinds[kind] ?? 'body' },
        reason: kind === 4 ? (boilerplateReasons[index] ?? null) : null,
      }),
    );
    const marked = drawn.map(({ paragraph, from, length, facts }, index): ClaimView => {
      const at = paragraph % paragraphs.length;
      const parts = texts[at]?.parts ?? [];
      const first = from % parts.length;
      const start = parts.slice(0, first).join('').length;
      const end = start + parts.slice(first, first + length).join('').length;
      const anchor = describeAnchor(parts.join(''), start, end);
      return claimView({ ...facts, number: index + 1, paragraphId: `p${at + 1}`, ...anchor });
    });
    const threads = talk.map(([claim, paragraph, body, by], index) => {
      const claimId = claim === 0 ? null : `c${claim}`;
      const place = { claimId, paragraphId: claimId === null ? `p${paragraph}` : null };
      const resolved = by && { by, at: '2026-01-08T10:00:00.000Z', reason: body };
      return threadView({ id: `t${index}`, ...place, bodies: [body, 'so'], resolved });
    });
    return reviewView({ article: { createdBy }, paragraphs, claims: marked, threads });
  });

describe('any article', () => {
  test('reads back as what was written, and is the same bytes when written again', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const file = exportArticle(wholeArticle(view));
        const written = articleJson(file);
        const read = ArticleFile.parse(JSON.parse(written));
        expect(read).toEqual(file);
        expect(articleJson(read)).toBe(written);
      }),
    );
  });

  test('is written the same whatever order claims and paragraphs arrive in', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const turned = { ...view, claims: [...view.claims].reverse(), paragraphs: [...view.paragraphs].reverse() };
        expect(articleJson(exportArticle(wholeArticle(turned)))).toBe(articleJson(exportArticle(wholeArticle(view))));
      }),
    );
  });
});

/** The file with one thing changed: a path and the value to put there; undefined takes the field away. */
function changed(path: (string | number)[], value: unknown): unknown {
  const copy: unknown = structuredClone(exportArticle(wholeArticle(full)));
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = Reflect.get(Object(holder), step);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return copy;
}

describe('a file', () => {
  test.each<[string, (string | number)[], unknown, string?]>([
    ['another format', ['format'], 'claimdesk-claims'],
    ['a later version', ['version'], 3],
    ['a field that is not known', ['article', 'owner'], 'Ann', 'article'],
    ['a field too few', ['claims', 0, 'kind'], undefined],
    ['an e-mail address beside a name', ['people', 0, 'email'], 'ann@example.org', 'people.0'],
    ['a script for an address', ['sources', 0, 'url'], 'javascript:alert(1)'],
    ['a day that there is not', ['article', 'publishedOn'], '2023-02-30'],
    ['a moment without a zone', ['claims', 0, 'createdAt'], '2026-01-05T10:00:00'],
    ['a verdict of its own', ['claims', 0, 'judgements', 0, 'verdict'], 'maybe'],
    ['a NUL', ['claims', 0, 'judgements', 0, 'rationale'], 'a\0b'],
    ['half a character', ['claims', 0, 'judgements', 0, 'rationale'], '\ud800'],
    ['turned-about text', ['article', 'title'], 'a\u202eb'],
    ['an endless comment', ['threads', 0, 'comments', 0, 'body'], 'x'.repeat(4_001)],
    ['an endless title', ['article', 'title'], 'x'.repeat(501)],
    ['a person whom it does not list', ['claims', 0, 'createdBy'], 'person-9'],
    ['a speaker for a person', ['article', 'createdBy'], 'speaker-1'],
    ['a source that it does not list', ['claims', 0, 'evidence', 0, 'source'], 'source-2'],
    ['a person listed twice', ['people', 1, 'key'], 'person-1'],
    ['a claim on no paragraph', ['claims', 0, 'paragraph'], 3],
    ['a claim on other words', ['claims', 0, 'anchor', 'start'], 3, 'claims.0.anchor'],
    ['a claim past the end', ['claims', 0, 'anchor', 'end'], 99, 'claims.0.anchor'],
    ['half an offset', ['claims', 0, 'anchor', 'start'], 3.5],
    ['a paragraph that it does not hold', ['revisions', 0, 'paragraphs', 1], 3],
    ['a claim of a higher number than any', ['claims', 0, 'number'], 5],
    [
      'a claim in no newest text that is not gone either',
      ['claims', 0, 'goneSince'],
      '2026-01-05T10:00:00Z',
      'claims.0.revision',
    ],
    ['a claim in a revision that it does not hold', ['claims', 0, 'revision'], 7, 'claims.0.paragraph'],
    ['a finding on words of no revision', ['claims', 0, 'judgements', 0, 'on'], { revision: 7, exact: '370' }],
    ['two judgements of one person', ['claims', 0, 'judgements', 1, 'reviewer'], 'person-2', 'claims.0.judgements.1'],
    [
      'an older place outside of its texts',
      ['claims', 0, 'places', 0],
      { revision: 1, paragraph: 9, start: 0, end: 1 },
    ],
    ['no revision', ['revisions'], []],
    ['a revision of its own future', ['revisions', 0, 'restored'], 1],
    ['something set aside nowhere', ['dismissed', 0], { revision: 1, paragraph: 1, start: 9, end: 12, kind: 'fact' }],
    ['a thread on nothing', ['threads', 0, 'claim'], null, 'threads.0'],
    ['a thread on two things', ['threads', 0, 'paragraph'], { revision: 1, number: 1 }, 'threads.0'],
    ['an endless number', ['claims', 0, 'figure', 'low'], Number.POSITIVE_INFINITY],
  ])('is refused with %s', (_, path, value, where = path.join('.')) => {
    const read = ArticleFile.safeParse(changed(path, value));
    expect(read.success ? [] : read.error.issues.map((issue) => issue.path.join('.'))).toContain(where);
  });
});
