import { describe, expect, test } from 'vitest';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  speakerView,
} from '#lib/testing/article/factories';
import { packReview, packUpdate, unpackReview, unpackUpdate } from './pack';

const text = '公司约有375人😀，去年是300人。The firm had 375 staff.';
const paragraphs = [
  paragraphView({ number: 1, text }),
  paragraphView({ number: 2, text: '第二段。', kind: 'boilerplate', reason: 'share-bar' }),
];
const at = (start: number, end: number) => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - 4), start),
  suffix: text.slice(end, end + 6),
});

/** As it comes out of the browser's side: what travels is JSON. */
const sent = (view: ReturnType<typeof reviewView>) => unpackReview(JSON.parse(JSON.stringify(packReview(view))));

describe('a review that travels to the browser', () => {
  test('is the same when it arrives', () => {
    const claims = [
      claimView({ id: 'a', number: 1, paragraphId: 'p1', ...at(0, 7) }),
      claimView({
        id: 'b',
        number: 2,
        paragraphId: 'p1',
        ...at(4, 9),
        kind: 'figure',
        figure: figureView(),
        standing: 'disputed',
        weight: 'key',
        checkWorthy: false,
        version: 7,
        edition: 3,
        speaker: speakerView({ id: 'lee' }),
        judgements: [judgementView(), judgementView({ reviewer: { id: 'bob', name: 'Bob' }, verdict: 'disputed' })],
        evidence: [evidenceView({ figure: figureView() })],
        returnNote: '',
        hiddenJudgements: 2,
        lookAgain: { exact: '375人', reads: null },
        createdBy: { id: 'bob', name: 'Bob' },
        updatedAt: null,
      }),
    ];
    const suggestions = [
      {
        id: 'p1.12.18.figure',
        paragraphId: 'p1',
        start: 12,
        end: 18,
        kind: 'figure' as const,
        score: 0.731,
        reasons: ['figure' as const],
        speaker: '李',
      },
      { id: 't', paragraphId: 'p2', start: 0, end: 3, kind: 'fact' as const, score: 0.5, reasons: [], speaker: null },
    ];
    const view = reviewView({ paragraphs, claims, suggestions });
    expect(sent(view)).toEqual(view);
    // What follows from the place is not sent.
    const { suggestions: packed } = packReview(view);
    expect(packed).toMatchObject({ id: { 1: 't' }, paragraphs: [], speaker: { 0: 0 } });
  });

  test('is brought up to date by what arrives whole', () => {
    const suggestion = {
      id: 's',
      paragraphId: 'p7',
      start: 3,
      end: 8,
      kind: 'quote' as const,
      reasons: [],
      speaker: '李',
    };
    const update = {
      since: 3,
      seq: 5,
      others: 1,
      isArticleEdited: false,
      paragraphs: [],
      claims: [claimView()],
      removed: [],
      suggestions: [{ ...suggestion, score: 0.25 }],
      assignments: null,
      threads: null,
    };
    expect(unpackUpdate(JSON.parse(JSON.stringify(packUpdate(update))))).toEqual(update);
    const without = { ...update, suggestions: null };
    expect(unpackUpdate(packUpdate(without))).toEqual(without);
  });

  test('keeps a claim whose words do not stand where it says', () => {
    const odd = [
      claimView({ id: 'a', paragraphId: 'p1', start: 0, end: 3, exact: 'other words', prefix: '', suffix: '' }),
      claimView({ id: 'b', paragraphId: 'elsewhere', ...at(0, 3) }),
      claimView({ id: 'c', paragraphId: 'p1', ...at(2, 5), prefix: 'not there' }),
    ];
    const view = reviewView({ paragraphs, claims: odd });
    expect(sent(view).claims).toEqual(odd);
  });

  test('never makes a suggestion likelier', () => {
    const suggestion = {
      id: 's',
      paragraphId: 'p1',
      start: 0,
      end: 2,
      kind: 'fact' as const,
      reasons: [],
      speaker: null,
    };
    const view = reviewView({ paragraphs, claims: [], suggestions: [{ ...suggestion, score: 0.49999 }] });
    expect(sent(view).suggestions[0]?.score).toBe(0.499);
  });

  test('takes some ten bytes for a claim that nobody has judged, and its id', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      claimView({ id: `claim-${index}`, number: index + 1, paragraphId: 'p1', ...at(index % 12, (index % 12) + 5) }),
    );
    const view = reviewView({ paragraphs, claims: many });
    expect(JSON.stringify(packReview(view)).length).toBeLessThan(JSON.stringify(view).length / 5);
  });
});
