import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimView, SpeakerView } from '#lib/domain/claims/claim-view';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { claimKinds } from '#lib/reading/claim-kinds';
import {
  claimView,
  evidenceView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { buildReport, tally } from './report';

const counted = (standing: Standing, checkWorthy = true) => ({ standing, checkWorthy });
const zeros = Object.fromEntries(standings.map((standing) => [standing, 0]));
const on = (...ids: string[]) => ids.map((id) => evidenceView({ source: sourceView({ id }) }));
const speaker = (id: string, more: Partial<SpeakerView> = {}) => speakerView({ id, name: id, ...more });

describe('tally', () => {
  test('counts nothing as zeros', () => {
    expect(tally([])).toEqual({ total: 0, settled: 0, standings: zeros });
  });

  test('counts each standing; open and contested are not settled', () => {
    const claims = [...standings, 'verified' as const].map((standing) => counted(standing));
    expect(tally(claims)).toEqual({
      total: 8,
      settled: 6,
      standings: { ...Object.fromEntries(standings.map((standing) => [standing, 1])), verified: 2 },
    });
  });

  test('ignores claims that are not worth checking', () => {
    const claims = [counted('verified'), counted('false', false), counted('open', false)];
    expect(tally(claims)).toEqual({ total: 1, settled: 1, standings: { ...zeros, verified: 1 } });
  });
});

describe('buildReport', () => {
  test.each<[string, Parameters<typeof counted>[], number | null]>([
    ['none without claims', [], null],
    ['none without a claim worth checking', [['verified', false]], null],
    ['nothing while all are open or contested', [['open'], ['contested']], 0],
    ['half', [['false'], ['open'], ['verified', false]], 0.5],
    ['all, whatever was found', [['false'], ['disputed'], ['unverifiable'], ['not-checkable'], ['verified']], 1],
  ])('says how much is covered: %s', (_, given, coverage) => {
    const claims = given.map((one, index) => claimView({ number: index + 1, ...counted(...one) }));
    expect(buildReport(reviewView({ claims })).coverage).toBe(coverage);
  });

  test('numbers sources in order of first citation and lists each once', () => {
    const claims = [
      claimView({ number: 1, start: 20, end: 22, evidence: on('b', 'a') }),
      claimView({ number: 2, start: 0, end: 4, evidence: on('c', 'b', 'c') }),
      claimView({ number: 3, start: 9, end: 12, evidence: [] }),
    ];
    const report = buildReport(reviewView({ claims }));
    expect(report.sources.map(({ id, citation, claims: citing }) => ({ id, citation, citing }))).toEqual([
      { id: 'c', citation: 1, citing: [2] },
      { id: 'b', citation: 2, citing: [2, 1] },
      { id: 'a', citation: 3, citing: [1] },
    ]);
    expect(report.claims.map(({ claim, citations }) => [claim.number, citations])).toEqual([
      [2, [1, 2]],
      [3, []],
      [1, [2, 3]],
    ]);
  });

  test('gives each claim the number of its paragraph, in reading order', () => {
    const paragraphs = [paragraphView({ number: 1 }), paragraphView({ number: 2 })];
    const claims = [claimView({ number: 1, paragraphId: 'p2' }), claimView({ number: 2, paragraphId: 'p1' })];
    const report = buildReport(reviewView({ paragraphs, claims }));
    expect(report.claims.map(({ claim, paragraph }) => [claim.number, paragraph])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  test('counts reposts of one story as one origin', () => {
    const story = evidenceView({ source: sourceView({ id: 'story' }) });
    const repost = evidenceView({ source: sourceView({ id: 'repost', originId: 'story' }) });
    const own = evidenceView({ source: sourceView({ id: 'own' }) });
    const claims = [claimView({ number: 1, evidence: [story, repost, own] }), claimView({ number: 2 })];
    expect(buildReport(reviewView({ claims })).claims.map(({ origins }) => origins)).toEqual([2, 0]);
  });

  test('tallies by speaker, the one with most claims first; null is the article’s own text', () => {
    const li = speaker('li', { name: '李笛', role: 'CEO', organisation: '小冰' });
    const who: [SpeakerView | null, Standing, boolean][] = [
      [null, 'open', true],
      [li, 'verified', true],
      [li, 'false', true],
      [speaker('bo'), 'verified', false],
    ];
    const claims = who.map(([said, standing, checkWorthy], index) =>
      claimView({ number: index + 1, start: index, speaker: said, standing, checkWorthy }),
    );
    const report = buildReport(reviewView({ claims }));
    expect(report.bySpeaker.map(({ speaker: said, tally: { total, settled } }) => ({ said, total, settled }))).toEqual([
      { said: { name: '李笛', detail: 'CEO · 小冰' }, total: 2, settled: 2 },
      { said: null, total: 1, settled: 0 },
    ]);
  });

  test('tells two speakers of one name apart, and shows no detail where there is none', () => {
    const claims = ['li-1', 'li-2'].map((id, index) =>
      claimView({ number: index + 1, speaker: speaker(id, { name: 'Li' }) }),
    );
    expect(buildReport(reviewView({ claims })).bySpeaker.map(({ speaker: said }) => said)).toEqual([
      { name: 'Li', detail: null },
      { name: 'Li', detail: null },
    ]);
  });

  test('tallies by kind, in the order of kinds, without those that have nothing to check', () => {
    const claims = [
      claimView({ number: 1, kind: 'prediction' }),
      claimView({ number: 2, kind: 'quote', standing: 'verified' }),
      claimView({ number: 3, kind: 'opinion', checkWorthy: false }),
    ];
    const kinds = buildReport(reviewView({ claims })).byKind.map(({ kind, tally: { settled } }) => [kind, settled]);
    expect(kinds).toEqual([
      ['quote', 1],
      ['prediction', 0],
    ]);
  });

  const anyClaim = fc.record({
    paragraph: fc.integer({ min: 1, max: 3 }),
    start: fc.nat(9),
    kind: fc.constantFrom(...claimKinds),
    standing: fc.constantFrom(...standings),
    checkWorthy: fc.boolean(),
    speaker: fc.option(fc.constantFrom('li', 'bo')),
    sources: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
  });
  const anyClaims = fc.array(anyClaim, { maxLength: 12 }).map((drawn) =>
    drawn.map(({ paragraph, start, speaker: id, sources, ...rest }, index): ClaimView => {
      const place = { paragraphId: `p${paragraph}`, start, end: start + 3 };
      return claimView({
        number: index + 1,
        ...place,
        ...rest,
        speaker: id ? speaker(id) : null,
        evidence: on(...sources),
      });
    }),
  );
  const paragraphs = [1, 2, 3].map((number) => paragraphView({ number }));

  test('does not depend on the order in which claims arrive', () => {
    const shuffled = anyClaims.chain((claims) =>
      fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
    );
    fc.assert(
      fc.property(shuffled, ([claims, others]) => {
        expect(buildReport(reviewView({ paragraphs, claims: others }))).toEqual(
          buildReport(reviewView({ paragraphs, claims })),
        );
      }),
    );
  });

  test('adds up: by kind and by speaker come to the whole', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const report = buildReport(reviewView({ paragraphs, claims }));
        const sum = (rows: { tally: { total: number } }[]) => rows.reduce((total, row) => total + row.tally.total, 0);
        expect(sum(report.byKind)).toBe(report.tally.total);
        expect(sum(report.bySpeaker)).toBe(report.tally.total);
        expect(report.claims).toHaveLength(claims.length);
        expect(report.sources.map(({ citation }) => citation)).toEqual(report.sources.map((_, index) => index + 1));
      }),
    );
  });
});
