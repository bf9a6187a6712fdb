import { describe, expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { ReviewUpdate } from '#lib/domain/review/update';
import { claimView, judgementView, paragraphView, reviewView, speakerView } from '#lib/testing/article/factories';
import { type Filter, isFiltering, matches, noFilter } from './filter';
import { groupByParagraph, neighbour, type ReviewEvent, reduceReview, regroup, startReview } from './state';

const paragraphs = [paragraphView({ number: 1 }), paragraphView({ number: 2, kind: 'boilerplate' })];
const first = claimView({ number: 1, start: 0, end: 4 });
const second = claimView({ number: 2, start: 9, end: 12 });
const third = claimView({ number: 3, paragraphId: 'p2', start: 0, end: 4 });

const begin = (...claims: ClaimView[]) => startReview(reviewView({ paragraphs, claims }));
const reduced = (state: ReturnType<typeof begin>, ...events: ReviewEvent[]) => events.reduce(reduceReview, state);
const numbers = ({ claims }: { claims: ClaimView[] }) => claims.map(({ number }) => number);

describe('the review’s state', () => {
  test('begins in reading order, with nothing selected or filtered', () => {
    const state = begin(third, second, first);
    expect(numbers(state)).toEqual([1, 2, 3]);
    expect(state).toMatchObject({ selectedId: null, filter: noFilter });
  });

  test('puts a new claim in its place', () => {
    expect(numbers(reduced(begin(first, third), { type: 'claim', claim: second }))).toEqual([1, 2, 3]);
  });

  test('takes a claim as the server now has it, once, and where it now stands', () => {
    const moved = { ...first, version: 2, start: 20, end: 24 };
    const state = reduced(begin(first, second), { type: 'claim', claim: moved });
    expect(numbers(state)).toEqual([2, 1]);
    expect(state.claims[1]).toBe(moved);
  });

  test('shows a guess and takes it back while the version is the same', () => {
    const guess: ClaimView = { ...first, standing: 'verified' };
    const guessed = reduced(begin(first), { type: 'claim', claim: guess });
    expect(guessed.claims).toEqual([guess]);
    expect(reduced(guessed, { type: 'claim', claim: first }).claims).toEqual([first]);
  });

  test('keeps a claim that is newer than the one that arrives late', () => {
    const newer = { ...first, version: 3 };
    const state = reduced(begin(first), { type: 'claim', claim: newer }, { type: 'claim', claim: first });
    expect(state.claims).toEqual([newer]);
  });

  test('brings a removed claim back', () => {
    const events: ReviewEvent[] = [
      { type: 'claim-gone', claimId: first.id },
      { type: 'claim', claim: { ...first, version: 3 } },
    ];
    expect(numbers(reduced(begin(first, second), ...events))).toEqual([1, 2]);
  });

  test.each([
    ['the removed claim', first.id, null],
    ['another claim', second.id, second.id],
    ['no claim', null, null],
  ])('after a removal, when %s was selected', (_, claimId, selectedId) => {
    const state = reduced(
      begin(first, second),
      { type: 'select', list: 'claims', id: claimId },
      { type: 'claim-gone', claimId: first.id },
    );
    expect(numbers(state)).toEqual([2]);
    expect(state.selectedId).toBe(selectedId);
  });

  test('changes the kind of one paragraph alone, and keeps the others as they are', () => {
    const state = begin();
    const kept = reduced(state, { type: 'paragraph-kind', paragraphId: 'p2', kind: 'body' });
    expect(kept.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'body']);
    expect(kept.paragraphs[0]).toBe(state.paragraphs[0]);
    expect(state.paragraphs[1]?.kind).toBe('boilerplate');
  });

  test('holds the filter that was chosen', () => {
    const filter: Filter = { ...noFilter, kind: 'figure' };
    expect(reduced(begin(), { type: 'filter', filter }).filter).toEqual(filter);
  });
});

describe('filters', () => {
  const li = speakerView({ id: 'li', name: '李笛' });
  const claim = claimView({
    kind: 'quote',
    standing: 'contested',
    speaker: li,
    judgements: [judgementView(), judgementView({ reviewer: { id: 'bo', name: 'Bo' } })],
  });

  test.each<[string, Partial<Filter>, boolean]>([
    ['nothing', {}, true],
    ['its standing', { standing: 'contested' }, true],
    ['another standing', { standing: 'open' }, false],
    ['its kind', { kind: 'quote' }, true],
    ['another kind', { kind: 'figure' }, false],
    ['one of its reviewers', { reviewerId: 'bo' }, true],
    ['somebody who has not judged it', { reviewerId: 'cy' }, false],
    ['its speaker', { speakerId: 'li' }, true],
    ['another speaker', { speakerId: 'wu' }, false],
    ['the article’s own text', { speakerId: '' }, false],
    ['all that it is', { standing: 'contested', kind: 'quote', reviewerId: 'ann', speakerId: 'li' }, true],
    ['all that it is but one', { standing: 'contested', kind: 'fact', reviewerId: 'ann', speakerId: 'li' }, false],
  ])('a claim and a filter for %s', (_, change, isShown) => {
    const filter = { ...noFilter, ...change };
    expect(matches(claim, filter, [])).toBe(isShown);
    expect(isFiltering(filter)).toBe(Object.keys(change).length > 0);
  });

  test('the article’s own text is a claim without a speaker', () => {
    expect(matches(claimView({ speaker: null }), { ...noFilter, speakerId: '' }, [])).toBe(true);
    expect(matches(claimView({ speaker: null }), { ...noFilter, speakerId: 'li' }, [])).toBe(false);
  });
});

test.each<[string, ClaimView[], string | null, 1 | -1, number | undefined]>([
  ['after the first', [first, second, third], 'c1', 1, 2],
  ['before the last', [first, second, third], 'c3', -1, 2],
  ['after the last', [first, second, third], 'c3', 1, 3],
  ['before the first', [first, second, third], 'c1', -1, 1],
  ['next from nowhere', [first, second, third], null, 1, 1],
  ['previous from nowhere', [first, second, third], null, -1, 3],
  ['next from a claim that a filter hides', [first, third], 'c2', 1, 1],
  ['next of none', [], null, 1, undefined],
  ['previous of none', [], 'c1', -1, undefined],
])('the neighbour %s', (_, claims, selectedId, step, expected) => {
  expect(neighbour(claims, selectedId, step)?.number).toBe(expected);
});

describe('groupByParagraph', () => {
  test('keeps the order of claims within each paragraph', () => {
    const groups = groupByParagraph([second, third, first]);
    expect([...groups].map(([id, claims]) => [id, numbers({ claims })])).toEqual([
      ['p1', [2, 1]],
      ['p2', [3]],
    ]);
  });

  test('keeps the array of a paragraph whose claims are the same, and no other', () => {
    const before = groupByParagraph([first, second, third]);
    const now = groupByParagraph([first, { ...second }, third], before);
    expect(now.get('p2')).toBe(before.get('p2'));
    expect(now.get('p1')).not.toBe(before.get('p1'));
    expect(groupByParagraph([first, third], before).get('p1')).toEqual([first]);
    expect(groupByParagraph([second, first, third], before).get('p1')).toEqual([second, first]);
  });
});

describe('regroup', () => {
  const spans = [first, second, third];
  const before = { spans, groups: groupByParagraph(spans) };
  const judged = { ...second };
  const moved = { ...second, paragraphId: 'p2' };
  test.each([
    ['one is judged', [first, judged, third]],
    ['one is moved to another paragraph', [first, third, moved]],
    ['two change places', [second, first, third]],
    ['one is new', [first, second, third, { ...third, id: 'new' }]],
    ['the last is gone', [first, second]],
    ['all are gone', []],
  ])('gives what grouping gives anew: %s', (_, now) => {
    const { groups } = regroup(before, now);
    const anew = groupByParagraph(now, before.groups);
    expect([...groups]).toEqual([...anew]);
    for (const [id, group] of anew)
      expect(groups.get(id) === before.groups.get(id)).toBe(group === before.groups.get(id));
  });
});

describe('an update', () => {
  const nothing = {
    others: 1,
    isArticleEdited: false,
    paragraphs: [],
    claims: [],
    removed: [],
    suggestions: null,
    assignments: null,
    threads: null,
  };
  const update = (seq: number, more: Partial<ReviewUpdate> = {}): ReviewEvent => ({
    type: 'update',
    update: { ...nothing, since: 1, seq, ...more },
  });
  const judged: ClaimView = { ...first, version: 2, standing: 'verified' };

  test('brings changed claims, takes removed ones away, and leaves the others as they are', () => {
    const state = begin(first, second);
    const removed = [{ id: second.id, version: 2 }];
    const next = reduced(state, update(3, { claims: [judged, third], removed }));
    expect(next.claims).toEqual([judged, third]);
    expect(reduced(state, update(3, { claims: [judged] })).claims[1]).toBe(second);
    expect(next.seq).toBe(3);
  });

  test('puts a claim that was moved where it now stands, and leaves one that was not where it is', () => {
    const state = begin(first, second, third);
    const moved = { ...first, version: 2, start: 20, end: 24 };
    expect(numbers(reduced(state, update(3, { claims: [moved] })))).toEqual([2, 1, 3]);
    expect(numbers(reduced(state, update(3, { claims: [{ ...second, version: 2 }] })))).toEqual([1, 2, 3]);
  });

  test('changes nothing more when it comes again, nor when it comes late or would leave a gap', () => {
    const state = reduced(begin(first), update(5, { claims: [judged] }));
    expect(reduced(state, update(5, { claims: [judged] }))).toEqual(state);
    expect(reduced(state, update(4, { claims: [first] }))).toBe(state);
    expect(reduced(state, update(9, { since: 6, claims: [third] }))).toBe(state);
  });

  test('does not put back what an answer has brought further', () => {
    const own = { ...first, version: 4 };
    const state = reduced(begin(first), { type: 'claim', claim: own }, update(3, { claims: [judged] }));
    expect(state.claims).toEqual([own]);
    const removed = [{ id: first.id, version: 3 }];
    expect(reduced(state, update(4, { removed })).claims).toEqual([own]);
  });

  test('keeps a removed claim away from an answer that comes late, until it is put back', () => {
    const removed = [{ id: first.id, version: 3 }];
    const state = reduced(begin(first), { type: 'select', list: 'claims', id: first.id }, update(3, { removed }));
    expect(state).toMatchObject({ claims: [], selectedId: null });
    expect(reduced(state, { type: 'claim', claim: judged }).claims).toEqual([]);
    const back = { ...first, version: 4 };
    expect(reduced(state, update(4, { claims: [back] })).claims).toEqual([back]);
  });

  test('takes the place of a guess; a guess that was wrong gives way to what the server said last', () => {
    const guess: ClaimView = { ...first, standing: 'false' };
    const guessed = reduced(begin(first), { type: 'guess', claim: guess });
    const more: ClaimView = { ...first, standing: 'disputed' };
    const twice = reduced(guessed, { type: 'guess', claim: more }, { type: 'guess-over', claimId: first.id });
    expect(twice.claims).toEqual([first]);
    const updated = reduced(guessed, update(3, { claims: [judged] }), { type: 'guess-over', claimId: first.id });
    expect(updated.claims).toEqual([judged]);
    const newer: ClaimView = { ...first, speaker: speakerView() };
    const serverClaims = reduced(guessed, update(3, { claims: [newer] }));
    expect(serverClaims.claims).toEqual([guess]);
    expect(reduced(serverClaims, { type: 'guess-over', claimId: first.id }).claims).toEqual([newer]);
  });

  test('shows what is new about a speaker in every claim of theirs', () => {
    const [lin, other] = [speakerView(), speakerView({ id: 'other' })];
    const state = begin({ ...first, speaker: lin }, { ...second, speaker: lin }, { ...third, speaker: other });
    const known = { ...lin, role: 'CEO' };
    const next = reduced(state, update(3, { claims: [{ ...judged, speaker: known }] }));
    expect(next.claims.map(({ speaker }) => speaker)).toEqual([known, known, other]);
    expect(next.claims[2]).toBe(state.claims[2]);
  });

  test('that is complete by itself replaces paragraphs and suggestions whatever was missed', () => {
    const whole = [paragraphView({ number: 1, kind: 'caption' })];
    const next = reduced(begin(first), update(900, { since: 0, paragraphs: whole, claims: [judged], suggestions: [] }));
    expect(next).toMatchObject({ seq: 900, paragraphs: whole, claims: [judged], suggestions: [] });
  });
});
