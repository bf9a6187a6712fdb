import { describe, expect, test } from 'vitest';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  reviewView,
  sourceView,
} from '#lib/testing/article/factories';
import { hasChanged, reportChanges } from './changes';
import { dissentedClaims, openQuestions, type ReportSetting, reportContent } from './content';
import { ratingScales } from './rating-scale';

type Overrides = Parameters<typeof claimView>[0];
type Article = Parameters<typeof reviewView>[0];

const setting: ReportSetting = { desk: 'The desk', scale: ratingScales[0], withNames: true, withText: false };
const report = (claims: Overrides[], more: Article = {}, how: Partial<ReportSetting> = {}) =>
  reportContent(reviewView({ ...more, claims: claims.map((one) => claimView(one)) }), { ...setting, ...how });

const judged = { standing: 'verified' as const, judgements: [judgementView({ rationale: 'As the register says' })] };
const cited = (id: string, excerpt = 'It had 375.') => evidenceView({ source: sourceView({ id }), excerpt });

const withdrawn = evidenceView({
  source: sourceView({ id: 'a', retired: { at: '2026-01-05T10:00:00.000Z', note: 'For the desk alone.' } }),
  excerpt: 'It had 375.',
});

test('a report says that a source was withdrawn, and not why', () => {
  const content = report([{ ...judged, evidence: [withdrawn] }]);
  expect(content.sources).toMatchObject([{ retiredAt: '2026-01-05T10:00:00.000Z' }]);
  expect(JSON.stringify(content)).not.toContain('For the desk alone.');
  expect(report([{ ...judged, evidence: [cited('a')] }]).sources[0]).not.toHaveProperty('retiredAt');
});

describe('what changed between two reports', () => {
  test('is nothing where they say the same, whoever is named', () => {
    const claims = [{ ...judged, evidence: [cited('a')] }];
    const changes = reportChanges(report(claims), report(claims, {}, { withNames: false, withText: true }));
    expect(changes).toEqual({ score: null, coverage: null, revision: null, claims: [] });
    expect(hasChanged(changes)).toBe(false);
  });

  test.each<[string, Overrides, Overrides]>([
    ['findings', judged, { ...judged, judgements: [judgementView({ rationale: 'Seen again' })] }],
    ['sources', { evidence: [cited('a')] }, { evidence: [cited('b')] }],
    ['sources', { evidence: [cited('a')] }, { evidence: [cited('a', 'It had 376.')] }],
    ['sources', { evidence: [cited('a')] }, { evidence: [withdrawn] }],
    ['correction', { standing: 'false' }, { standing: 'false', correction: 'It had 770.' }],
    ['described', {}, { kind: 'fact' }],
    ['described', { weight: 'normal' }, { weight: 'key' }],
    ['described', { figure: figureView() }, { figure: figureView({ low: 770, high: 770 }) }],
  ])('tells of %s', (what, was, is) => {
    const changes = reportChanges(report([was]), report([is]));
    expect(changes.claims).toEqual([{ claim: 1, exact: '375', what }]);
    expect(hasChanged(changes)).toBe(true);
  });

  test('tells of a standing and of words, from and to', () => {
    const changes = reportChanges(report([{}]), report([{ exact: '375 staff', ...judged }]));
    expect(changes.claims).toEqual([
      { claim: 1, exact: '375 staff', what: 'standing', from: 'open', to: 'verified' },
      { claim: 1, exact: '375 staff', what: 'words', was: '375' },
      { claim: 1, exact: '375 staff', what: 'findings' },
    ]);
    expect(changes.coverage).toEqual({ from: 0, to: 1 });
  });

  test('knows claims by their numbers, and tells of those that came and went', () => {
    const [first, second, third] = [{ number: 1 }, { number: 2, start: 4, end: 8 }, { number: 3, start: 5, end: 6 }];
    expect(reportChanges(report([first, second]), report([second, third])).claims).toMatchObject([
      { claim: 3, what: 'added', standing: 'open' },
      { claim: 1, what: 'removed', standing: 'open' },
    ]);
  });

  test('knows a source again under another number', () => {
    const [one, two] = [{ number: 1 }, { number: 2, start: 14, end: 15, evidence: [cited('b')] }];
    const changes = reportChanges(report([one, two]), report([{ ...one, evidence: [cited('a')] }, two]));
    expect(changes.claims).toMatchObject([{ claim: 1, what: 'sources' }]);
  });
});

describe('what a report holds', () => {
  test('is the article’s text only where it is published with it', () => {
    const length = 'The firm had 375 staff.'.length;
    expect(report([{}]).paragraphs).toMatchObject([{ text: null, length }]);
    expect(report([{}], {}, { withText: true }).paragraphs).toMatchObject([
      { text: 'The firm had 375 staff.', length },
    ]);
  });

  test('is who judged by number, and by name only where names are published', () => {
    const by = { id: 'bo', name: 'Bo' };
    const claims = [judged, { ...judged, number: 2, start: 4, judgements: [judgementView({ reviewer: by })] }];
    const people = (how: Partial<ReportSetting>) =>
      report(claims, {}, how).claims.flatMap(({ judgements }) => judgements.map((one) => one.by));
    expect(
      people({ withNames: false })
        .map(({ number, name }) => [number, name])
        .sort(),
    ).toEqual([
      [1, null],
      [2, null],
    ]);
    expect(
      people({})
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Ann', 'Bo']);
  });

  test('is open questions, and claims found otherwise than where they stand', () => {
    const content = report([
      { number: 1 },
      { number: 2, checkWorthy: false },
      { number: 3, standing: 'unverifiable', judgements: [judgementView({ verdict: 'unverifiable' })] },
      { number: 4, standing: 'verified', judgements: [judgementView(), judgementView({ verdict: 'false' })] },
      { number: 5, standing: 'contested', judgements: [judgementView(), judgementView({ verdict: 'false' })] },
      { number: 6, ...judged },
    ]);
    const numbers = (claims: { number: number }[]) => claims.map(({ number }) => number).sort();
    expect(numbers(openQuestions(content))).toEqual([1, 3, 5]);
    expect(numbers(dissentedClaims(content))).toEqual([4, 5]);
  });
});
