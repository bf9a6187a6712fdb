import { describe, expect, test } from 'vitest';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from '#lib/testing/article/factories';
import { type ReportSetting, reportContent } from './content';
import { ratingScales } from './rating-scale';

const setting: ReportSetting = { desk: 'The desk', scale: ratingScales[0], withNames: true, withText: false };
const [ann, bo] = [
  { id: 'ann', name: 'Ann' },
  { id: 'bo', name: 'Bo' },
];
type Claim = Parameters<typeof claimView>[0];
const report = (claims: Claim[], how: Partial<ReportSetting> = {}, more: Parameters<typeof reviewView>[0] = {}) =>
  reportContent(reviewView({ ...more, claims: claims.map((one) => claimView(one)) }), { ...setting, ...how });

describe('a report', () => {
  test('has the text of the article only where it is published with it, and never what is no part of it', () => {
    const paragraphs = [
      paragraphView({ number: 1, text: 'It had 375.' }),
      paragraphView({ number: 2, text: 'Share this!', kind: 'boilerplate' }),
    ];
    expect(report([], {}, { paragraphs }).paragraphs).toEqual([{ number: 1, kind: 'body', length: 11, text: null }]);
    expect(report([], { withText: true }, { paragraphs }).paragraphs).toEqual([
      { number: 1, kind: 'body', length: 11, text: 'It had 375.' },
    ]);
  });

  test('numbers people as they come, one number for each, and names them only where that is wanted', () => {
    const judgements = [bo, ann].map((reviewer) => judgementView({ reviewer }));
    const ruling = { editor: ann, verdict: 'verified' as const, reason: 'So.', at: '2026-01-06T10:00:00.000Z' };
    const people = (withNames: boolean) => {
      const [claim] = report([{ standing: 'verified', judgements, ruling: ruling }], { withNames }).claims;
      return [...(claim?.judgements ?? []), ...(claim?.ruling ? [claim.ruling] : [])].map(({ by }) => by);
    };
    expect(people(true)).toEqual([
      { number: 1, name: 'Bo' },
      { number: 2, name: 'Ann' },
      { number: 2, name: 'Ann' },
    ]);
    expect(people(false).map(({ name }) => name)).toEqual([null, null, null]);
  });

  test.each<[string, Claim, boolean[]]>([
    ['agrees with the standing', { standing: 'verified' }, [false, true]],
    ['dissents from both where the claim is contested', { standing: 'contested' }, [true, true]],
    ['dissents from nothing while it is open', { standing: 'open' }, [false, false]],
  ])('tells who %s', (_, claim, dissents) => {
    const judgements = [judgementView({ verdict: 'verified' }), judgementView({ verdict: 'false', reviewer: bo })];
    expect(report([{ ...claim, judgements }]).claims[0]?.judgements.map((one) => one.dissents)).toEqual(dissents);
  });

  test('has a finding of quotes alone', () => {
    const check = { reviewer: ann, said: 'yes', wording: 'verbatim', context: 'kept' } as const;
    expect(report([{ kind: 'quote', quoteChecks: [check] }]).claims[0]?.quote).toBe('confirmed');
    expect(report([{ kind: 'quote' }]).claims[0]?.quote).toBe('unchecked');
    expect(report([{ kind: 'fact' }]).claims[0]?.quote).toBeNull();
  });

  test('has who said it, what it reads and its sentence, or none', () => {
    const speaker = speakerView({ name: 'Lin', role: 'CEO', organisation: 'Orvane' });
    const [said, plain] = report([{ number: 1, speaker, figure: figureView() }, { number: 2 }]).claims;
    expect(said).toMatchObject({
      speaker: { name: 'Lin', role: 'CEO', organisation: 'Orvane' },
      figure: { low: 375, high: 375, unit: 'person', qualifier: 'exact', per: null, asOf: null },
      context: 'The firm had 375 staff',
    });
    expect(said?.figure).not.toHaveProperty('raw');
    expect(plain).toMatchObject({ speaker: null, figure: null, ruling: null });
  });

  test('has each source with what it repeats, as far as that is cited too', () => {
    const on = (id: string, originId: string | null) =>
      evidenceView({ source: sourceView({ id, originId, title: id }) });
    const { sources, claims } = report([
      { evidence: [on('story', null), on('repost', 'story'), on('echo', 'elsewhere')] },
    ]);
    expect(sources.map(({ citation, title, repeats }) => [citation, title, repeats])).toEqual([
      [1, 'story', null],
      [2, 'repost', 1],
      [3, 'echo', null],
    ]);
    expect(claims[0]?.evidence.map(({ citation }) => citation)).toEqual([1, 2, 3]);
  });

  test('has no α where there is nothing to compare', () => {
    expect(report([{}]).agreement.alpha).toBeNull();
  });

  test('has no ids of people, claims or sources', () => {
    const text = JSON.stringify(
      report([
        {
          id: 'secret-claim',
          evidence: [evidenceView({ source: sourceView({ id: 'secret-source', title: 'Filing' }) })],
        },
      ]),
    );
    expect(text).not.toContain('secret');
  });
});
