import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deriveStanding,
  isSettled,
  isVerdict,
  type Standing,
  standings,
  type Verdict,
  verdictMoment,
  verdicts,
} from './standing';

const judged = (...given: Verdict[]) => given.map((verdict) => ({ verdict }));
const anyJudgements = fc.array(fc.record({ verdict: fc.constantFrom(...verdicts) }), { maxLength: 6 });
const anyRuling = fc.option(fc.record({ verdict: fc.constantFrom(...verdicts) }));

describe('deriveStanding', () => {
  test.each<[string, Verdict[], Verdict | null, number, Standing]>([
    ['nobody has judged', [], null, 1, 'open'],
    ['nobody has judged and two must', [], null, 2, 'open'],
    ['one has judged and one must', ['verified'], null, 1, 'verified'],
    ['one has judged and two must', ['verified'], null, 2, 'open'],
    ['two agree and two must', ['false', 'false'], null, 2, 'false'],
    ['more agree than must', ['disputed', 'disputed', 'disputed'], null, 2, 'disputed'],
    ['two differ and one must', ['verified', 'false'], null, 1, 'contested'],
    ['two differ and three must', ['verified', 'unverifiable'], null, 3, 'contested'],
    ['the last of three differs', ['verified', 'verified', 'not-checkable'], null, 1, 'contested'],
    ['an editor rules on a contested claim', ['verified', 'false'], 'disputed', 1, 'disputed'],
    ['an editor rules against all', ['verified', 'verified'], 'false', 2, 'false'],
    ['an editor rules before anybody judged', [], 'not-checkable', 2, 'not-checkable'],
  ])('when %s', (_, given, ruling, required, expected) => {
    expect(deriveStanding(judged(...given), ruling && { verdict: ruling }, required)).toBe(expected);
  });

  test('does not depend on the order of the judgements', () => {
    const shuffled = anyJudgements.chain((judgements) =>
      fc.tuple(
        fc.constant(judgements),
        fc.shuffledSubarray(judgements, { minLength: judgements.length, maxLength: judgements.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyRuling, fc.integer({ min: 1, max: 5 }), ([judgements, others], ruling, required) => {
        expect(deriveStanding(others, ruling, required)).toBe(deriveStanding(judgements, ruling, required));
      }),
    );
  });

  test('is settled only by a verdict that somebody gave', () => {
    fc.assert(
      fc.property(anyJudgements, anyRuling, fc.integer({ min: 1, max: 5 }), (judgements, ruling, required) => {
        const standing = deriveStanding(judgements, ruling, required);
        const given = [...judgements, ...(ruling ? [ruling] : [])].map(({ verdict }) => verdict as Standing);
        if (isSettled(standing)) expect(given).toContain(standing);
      }),
    );
  });
});

test('every standing but open and contested is settled', () => {
  expect(standings.filter((standing) => !isSettled(standing))).toEqual(['contested', 'open']);
});

test('every standing but open and contested is a verdict', () => {
  expect(standings.filter((standing) => !isVerdict(standing))).toEqual(['contested', 'open']);
});

describe('a claim got its verdict', () => {
  const [monday, tuesday, friday] = ['2026-03-02', '2026-03-03', '2026-03-06'].map((day) => new Date(day));
  const given = [monday, friday, tuesday].filter((day) => day !== undefined);

  test('when the last judgement came', () => {
    expect(verdictMoment('verified', { ruled: null, judged: given })).toEqual(friday);
  });

  test('when an editor ruled, whenever it was judged', () => {
    expect(verdictMoment('verified', { ruled: tuesday ?? null, judged: given })).toEqual(tuesday);
    expect(verdictMoment('false', { ruled: tuesday ?? null, judged: [] })).toEqual(tuesday);
  });

  test('never, while it is open', () => {
    expect(verdictMoment('open', { ruled: null, judged: given })).toBe(null);
  });
});
