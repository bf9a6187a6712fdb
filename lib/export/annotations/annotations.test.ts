import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standings } from '#lib/domain/claims/standing';
import { everyClaim, listPresets } from '#lib/domain/exchange/claim-list';
import type { ReviewView } from '#lib/domain/review/review';
import { claimKinds } from '#lib/reading/claim-kinds';
import {
  claimView,
  evidenceView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  threadView,
} from '#lib/testing/article/factories';
import { describeNeeding } from '#lib/testing/needs';
import { assertions, assertionsOf, failedAssertions as failures, mustLists, readW3c } from '#lib/testing/outside/w3c';
import {
  type Annotation,
  type AnnotationSetting,
  annotationCollection,
  annotationCollectionJson,
  annotationContainer,
  annotationDocument,
  annotationPage,
  annotationsOf,
} from './annotations';
import { articleText } from './article-text';

const setting: AnnotationSetting = {
  container: 'https://desk.example/api/annotations/a1/',
  article: 'https://desk.example/articles/a1',
  text: 'https://desk.example/api/annotations/a1/text?revision=1',
  revisedAt: '2026-01-02T08:00:00.000Z',
  desk: 'The Desk',
  withDiscussion: false,
  filter: everyClaim,
};

const bo = { id: 'bo', name: '波' };

/** Everything that an annotation can hold. */
const full = claimView({
  number: 7,
  standing: 'disputed',
  createdAt: '2026-01-05T10:00:00.000Z',
  judgements: [
    judgementView({ verdict: 'verified', rationale: 'As filed.', at: '2026-01-06T10:00:00.000Z' }),
    judgementView({ reviewer: bo, verdict: 'false', at: '2026-01-07T10:00:00.000Z' }),
  ],
  ruling: { editor: bo, verdict: 'disputed', reason: '两种统计都成立。', at: '2026-01-08T10:00:00.000Z' },
  evidence: [
    evidenceView({
      source: sourceView({
        title: 'Annual report',
        publisher: 'SEC',
        url: 'https://example.org/年报',
        published: '2023',
      }),
      excerpt: '375 people',
      locator: 'p. 3',
    }),
    evidenceView({
      stance: 'refutes',
      source: sourceView({ id: 'call', title: 'A call', published: '2023-02' }),
      excerpt: '370',
    }),
  ],
});

const thread = threadView({ id: 't', claimId: 'c7', bodies: ['**Why**?', 'gone', 'Because.'] });
const discussed = {
  ...thread,
  comments: thread.comments.map((comment, index) => ({
    ...comment,
    removed: index === 1,
    editedAt: index === 2 ? '2026-01-09T10:00:00.000Z' : null,
  })),
};

const fullView = (article: Partial<ReviewView['article']> = {}) =>
  reviewView({ article, claims: [full], threads: [discussed, threadView({ claimId: null, paragraphId: 'p1' })] });

const only = (view: ReviewView, more: Partial<AnnotationSetting> = {}): Annotation => {
  const [first, ...others] = annotationsOf(view, { ...setting, ...more });
  if (!first || others.length > 0) throw new Error('one annotation');
  return first;
};

describe('an annotation', () => {
  test('says what the claim is, where it stands and on what', () => {
    expect(only(fullView())).toEqual({
      id: 'https://desk.example/api/annotations/a1/7',
      type: 'Annotation',
      motivation: ['classifying', 'assessing', 'linking'],
      creator: { type: 'Person', name: 'Ann' },
      created: '2026-01-05T10:00:00.000Z',
      modified: '2026-01-08T10:00:00.000Z',
      generator: { type: 'Software', name: 'Claimdesk' },
      body: [
        { type: 'TextualBody', purpose: 'classifying', value: 'figure', format: 'text/plain' },
        {
          ...{ type: 'TextualBody', purpose: 'assessing', value: 'disputed', format: 'text/plain' },
          creator: { type: 'Organization', name: 'The Desk' },
        },
        {
          ...{ type: 'TextualBody', purpose: 'assessing', value: 'verified: As filed.', format: 'text/plain' },
          ...{ creator: { type: 'Person', name: 'Ann' }, created: '2026-01-06T10:00:00.000Z' },
        },
        {
          ...{ type: 'TextualBody', purpose: 'assessing', value: 'false', format: 'text/plain' },
          ...{ creator: { type: 'Person', name: '波' }, created: '2026-01-07T10:00:00.000Z' },
        },
        {
          ...{ type: 'TextualBody', purpose: 'assessing', value: 'disputed: 两种统计都成立。', format: 'text/plain' },
          ...{ creator: { type: 'Person', name: '波' }, created: '2026-01-08T10:00:00.000Z' },
        },
        {
          type: 'SpecificResource',
          purpose: 'linking',
          source: {
            id: 'https://example.org/%E5%B9%B4%E6%8A%A5',
            'dcterms:title': 'Annual report',
            'dcterms:publisher': 'SEC',
            'dcterms:issued': '2023',
          },
          selector: { type: 'TextQuoteSelector', exact: '375 people' },
          'dcterms:description': 'supports; p. 3',
          creator: { type: 'Person', name: 'Ann' },
        },
        {
          ...{ type: 'TextualBody', purpose: 'linking', value: 'refutes: A call · 2023-02 · “370”' },
          ...{ format: 'text/plain', creator: { type: 'Person', name: 'Ann' } },
        },
      ],
      target: {
        type: 'SpecificResource',
        source: 'https://desk.example/api/annotations/a1/text?revision=1',
        scope: 'https://desk.example/articles/a1',
        selector: [
          { type: 'TextQuoteSelector', exact: '375', prefix: 'The firm had ', suffix: ' staff.' },
          { type: 'TextPositionSelector', start: 13, end: 16, 'schema:unitText': 'Unicode code point' },
        ],
        state: { type: 'TimeState', sourceDate: '2026-01-02T08:00:00.000Z' },
      },
    });
  });

  test('carries the discussion of the claim only where asked, without removed comments', () => {
    const replies = ({ body }: Annotation) => body.filter(({ purpose }) => purpose === 'replying');
    expect(replies(only(fullView()))).toEqual([]);
    const asked = only(fullView(), { withDiscussion: true });
    expect(asked.motivation).toContain('replying');
    expect(replies(asked)).toMatchObject([
      { value: '**Why**?', format: 'text/markdown', creator: { name: 'Ann' } },
      { value: 'Because.', modified: '2026-01-09T10:00:00.000Z' },
    ]);
  });

  test('of an open claim classifies and assesses nothing', () => {
    const open = only(reviewView({ claims: [claimView()] }));
    expect(open.motivation).toEqual(['classifying']);
    expect(open).not.toHaveProperty('modified');
  });

  test.each<[string | null, string]>([
    ['https://example.org/a', 'https://example.org/a'],
    ['https://例え.jp/道?q=一|二', 'https://xn--r8jz45g.jp/%E9%81%93?q=%E4%B8%80%7C%E4%BA%8C'],
    ['https://example.org/100%/[x]', 'https://example.org/100%25/%5Bx%5D'],
    ['https://user:secret@example.org/a', 'https://example.org/a'],
    ['javascript:alert(1)', 'https://desk.example/articles/a1'],
    [null, 'https://desk.example/articles/a1'],
  ])('of an article at %s is about %s', (url, scope) => {
    expect(only(fullView({ url })).target.scope).toBe(scope);
  });

  test('is positioned in UTF-16 units too where an emoji stands before it', () => {
    const text = '😀 The firm had 375 staff.';
    const claim = claimView({ exact: '375', prefix: '😀 The firm had ', suffix: ' staff.', start: 16, end: 19 });
    const { target } = only(reviewView({ paragraphs: [paragraphView({ text })], claims: [claim] }));
    expect(target.selector.slice(1)).toEqual([
      { type: 'TextPositionSelector', start: 15, end: 18, 'schema:unitText': 'Unicode code point' },
      { type: 'TextPositionSelector', start: 16, end: 19, 'schema:unitText': 'UTF-16 code unit' },
    ]);
  });

  test('is quoted with as much context as it takes to stand in the text once', () => {
    const row = `${'The same words again and again. '.repeat(4)}375 staff.`;
    const paragraphs = ['First row.', row, 'Second row.', row].map((text, index) =>
      paragraphView({ number: index + 1, text }),
    );
    const start = row.indexOf('375');
    const claims = [2, 4].map((paragraph, index) =>
      claimView({
        ...{ number: index + 1, paragraphId: `p${paragraph}`, exact: '375', start, end: start + 3 },
        ...{ prefix: row.slice(start - 32, start), suffix: ' staff.' },
      }),
    );
    const { text } = articleText(paragraphs);
    for (const { target } of annotationsOf(reviewView({ paragraphs, claims }), setting)) {
      const [{ exact, prefix = '', suffix = '' }, position] = target.selector;
      expect(text.split(prefix + exact + suffix)).toHaveLength(2);
      expect(text.indexOf(prefix + exact + suffix) + prefix.length).toBe(position?.start);
    }
  });

  test('quotes alone where the article’s text does not hold the paragraph', () => {
    const view = reviewView({ paragraphs: [paragraphView({ kind: 'boilerplate' })], claims: [claimView()] });
    expect(only(view).target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
  });

  test('holds no ids of the desk', () => {
    const text = JSON.stringify(only(fullView(), { withDiscussion: true }));
    for (const inner of ['"c7"', '"ann"', '"bo"', '"call"', '"p1"']) expect(text).not.toContain(inner);
  });
});

/** Emoji of several code points, Han beyond the BMP, combining marks, and plain letters. */
const pieces = ['😀', '👩‍👧', '🇨🇳', '𠮷', '𪚥', '公司', 'é', 'e\u0301', ' ', '375', 'a'];
const anyWords = (minLength: number) =>
  fc.array(fc.constantFrom(...pieces), { minLength, maxLength: 8 }).map((parts) => parts.join(''));

test('positions are code points of the article’s text, and the quote stands between its prefix and suffix', () => {
  const parts = fc.record({ before: anyWords(0), exact: anyWords(1), after: anyWords(0), boilerplate: fc.boolean() });
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (drawn) => {
      const paragraphs = drawn.map(({ before, exact, after, boilerplate }, index) =>
        paragraphView({
          ...{ number: index + 1, text: before + exact + after },
          kind: boilerplate ? 'boilerplate' : 'body',
        }),
      );
      const claims = drawn.map(({ before, exact, after }, index) =>
        claimView({
          ...{ number: index + 1, paragraphId: `p${index + 1}`, exact, prefix: before, suffix: after },
          ...{ start: before.length, end: before.length + exact.length },
        }),
      );
      const view = reviewView({ paragraphs, claims });
      const { text } = articleText(paragraphs);
      const points = [...text];
      for (const { target } of annotationsOf(view, setting)) {
        const [{ exact, prefix = '', suffix = '' }, position, inUnits] = target.selector;
        if (!position) continue;
        const last = inUnits ?? position;
        expect(text.slice(last.start, last.end)).toBe(exact);
        expect(points.slice(position.start, position.end).join('')).toBe(exact);
        expect(points.slice(0, position.start).join('').endsWith(prefix)).toBe(true);
        expect(points.slice(position.end).join('').startsWith(suffix)).toBe(true);
      }
    }),
  );
});

describe('a collection', () => {
  const view = reviewView({
    claims: standings.map((standing, index) => claimView({ number: index + 1, start: 20 - index, standing })),
  });
  const numbers = (items: Annotation[]) => items.map(({ id }) => Number(id.slice(setting.container.length)));

  test('holds everything in reading order in its one page', () => {
    const collection = annotationCollection(view, setting);
    expect(collection).toMatchObject({ label: 'What it costs', total: 7, creator: { name: 'The Desk' } });
    expect(numbers(collection.first?.items ?? [])).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test('holds only what was asked for', () => {
    const disputed = annotationCollection(view, { ...setting, filter: listPresets.disputed });
    expect(numbers(disputed.first?.items ?? [])).toEqual([4, 3, 2]);
    expect(disputed.total).toBe(3);
  });

  test.each(['all', 'disputed', 'verified'] as const)('is the same in pieces: %s', async (preset) => {
    const some = { ...setting, filter: listPresets[preset] };
    for (const one of [view, reviewView()]) {
      let text = '';
      for await (const piece of annotationCollectionJson(one, some)) text += piece;
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(annotationCollection(one, some))));
    }
  });

  test('has no page when empty', () => {
    expect(annotationCollection(reviewView(), setting)).not.toHaveProperty('first');
    expect(annotationContainer(reviewView(), setting, 3)).not.toHaveProperty('first');
    expect(annotationPage(reviewView(), setting, 0, 3)?.items).toEqual([]);
  });

  test('pages lead from the first to the last and hold each annotation once', () => {
    const { container } = setting;
    const { first, last } = annotationContainer(view, setting, 3);
    expect([first, last]).toEqual([`${container}?page=0`, `${container}?page=2`]);
    const pages = [0, 1, 2].map((index) => annotationPage(view, setting, index, 3));
    expect(pages.map((page) => [page?.id, page?.startIndex, page?.prev, page?.next])).toEqual([
      [`${container}?page=0`, 0, undefined, `${container}?page=1`],
      [`${container}?page=1`, 3, `${container}?page=0`, `${container}?page=2`],
      [`${container}?page=2`, 6, `${container}?page=1`, undefined],
    ]);
    expect(pages.flatMap((page) => page?.items ?? [])).toEqual([...annotationsOf(view, setting)]);
    expect(pages.map((page) => page?.partOf)).toMatchObject([0, 1, 2].map(() => ({ id: container, total: 7 })));
  });

  test.each([3, -1, 0.5, Number.NaN])('has no page %d', (page) => {
    expect(annotationPage(view, setting, page, 3)).toBeNull();
  });

  test('gives one claim as a document of its own', () => {
    expect(annotationDocument(view, setting, 2)).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${setting.container}2`,
    });
    expect(annotationDocument(view, setting, 99)).toBeNull();
  });
});

describeNeeding(assertions, 'the W3C’s assertions', () => {
  test('are there, and told right from wrong', () => {
    expect(Object.values(mustLists).map((list) => assertionsOf(list).length)).toEqual([54, 10, 15]);
    const document = annotationDocument(fullView(), setting, 7);
    expect(failures(mustLists.annotation, { ...document, id: 'no address' })).toContain(
      'annotations/3.1-annotationIdValidated.json',
    );
    expect(failures(mustLists.annotation, { ...document, created: 'yesterday' })).not.toEqual([]);
    expect(failures(mustLists.annotation, { ...document, target: undefined })).not.toEqual([]);
    expect(failures(mustLists.annotation, readW3c('tools', 'samples', 'correct', 'anno1.json'))).toEqual([]);
  });

  const anyView = fc
    .record({
      kinds: fc.array(fc.tuple(fc.constantFrom(...claimKinds), fc.constantFrom(...standings)), { maxLength: 4 }),
      url: fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string())),
      isFull: fc.boolean(),
      title: anyWords(0),
    })
    .map(({ kinds, url, isFull, title }) => {
      const claims = kinds.map(([kind, standing], index) =>
        claimView({ ...(isFull ? { ...full, id: 'c7' } : {}), number: index + 1, kind, standing }),
      );
      return reviewView({ article: { title, url }, claims, threads: [discussed] });
    });

  test('hold for every annotation', () => {
    fc.assert(
      fc.property(anyView, fc.boolean(), (view, withDiscussion) => {
        for (const { number } of view.claims) {
          const document = annotationDocument(view, { ...setting, withDiscussion }, number);
          expect(failures(mustLists.annotation, document)).toEqual([]);
        }
      }),
    );
  });

  test('hold for every collection, container and page', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(failures(mustLists.collection, annotationCollection(view, setting))).toEqual([]);
        expect(failures(mustLists.collection, annotationContainer(view, setting, 2))).toEqual([]);
        for (const index of [0, 1]) {
          const page = annotationPage(view, setting, index, 2);
          if (page) expect(failures(mustLists.page, page)).toEqual([]);
        }
      }),
    );
  });
});
