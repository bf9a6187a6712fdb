import { describe, expect, test } from 'vitest';
import { claimView, judgementView } from '#lib/testing/article/factories';
import { checkEvidenceRemoval, checkJudgement, checkVerdict, outcomeOf, withJudgement } from './judge';
import { needsEvidence, type Verdict } from './standing';

const judged = (...given: Verdict[]) => given.map((verdict) => ({ verdict }));
const ann = { id: 'ann', name: 'Ann' };
const ben = { id: 'ben', name: 'Ben' };

describe('evidence', () => {
  test.each<[Verdict, boolean]>([
    ['verified', true],
    ['disputed', true],
    ['false', true],
    ['unverifiable', false],
    ['not-checkable', false],
  ])('%s needs a source: %s', (verdict, isNeeded) => {
    expect(needsEvidence(verdict)).toBe(isNeeded);
    const refused = { ok: false, code: 'source-required', values: { verdict } };
    const accepted = { ok: true, value: verdict };
    expect(checkVerdict(verdict, 0)).toEqual(isNeeded ? refused : accepted);
    expect(checkVerdict(verdict, 1)).toEqual(accepted);
  });

  test.each<[string, Verdict[], number, boolean]>([
    ['the only piece while nobody has judged', [], 1, true],
    ['the only piece beside verdicts that need none', ['unverifiable', 'not-checkable'], 1, true],
    ['not the only piece while a verdict rests on it', ['unverifiable', 'verified'], 1, false],
    ['one of two pieces', ['verified', 'false'], 2, true],
  ])('goes or stays: %s', (_, given, count, isAllowed) => {
    const expected = isAllowed ? { ok: true, value: null } : { ok: false, code: 'evidence-in-use' };
    expect(checkEvidenceRemoval(judged(...given), count)).toEqual(expected);
  });
});

describe('a judgement', () => {
  const own = { at: '2026-01-05T10:00:00.000Z' };
  const later = '2026-01-05T10:00:01.000Z';

  test.each<[string, string | null | undefined, { at: string } | null, boolean]>([
    ['replaces the one that its giver saw', own.at, own, true],
    ['does not replace one that its giver has not seen', later, own, false],
    ['is the first where none was seen', null, null, true],
    ['is not the first where there is one already', null, own, false],
    ['does not replace one that is gone', own.at, null, false],
    ['replaces any where nothing is said', undefined, own, true],
  ])('%s', (_, replaces, given, isAllowed) => {
    const checked = checkJudgement({ verdict: 'disputed', replaces }, { own: given, evidenceCount: 1 });
    expect(checked).toEqual(isAllowed ? { ok: true, value: 'disputed' } : { ok: false, code: 'judgement-changed' });
  });

  test('needs evidence whatever it replaces', () => {
    expect(checkJudgement({ verdict: 'false', replaces: own.at }, { own, evidenceCount: 0 })).toMatchObject({
      code: 'source-required',
    });
  });
});

describe('what findings lead to', () => {
  test.each<[string, Verdict[], Verdict | null, number, boolean]>([
    ['waits while nobody has judged the new words', [], null, 1, true],
    ['waits while too few have', ['verified'], null, 2, true],
    ['waits no longer once enough have', ['verified'], null, 1, false],
    ['waits no longer where they differ', ['verified', 'false'], null, 3, false],
    ['waits no longer after a ruling', [], 'false', 1, false],
  ])('a changed claim %s', (_, given, ruling, required, looksAgain) => {
    const findings = { judgements: judged(...given), ruling: ruling && { verdict: ruling } };
    expect(outcomeOf({ ...findings, looksAgain: true }, required).looksAgain).toBe(looksAgain);
    expect(outcomeOf({ ...findings, looksAgain: false }, required).looksAgain).toBe(false);
  });
});

describe('a claim with a new judgement', () => {
  const mark = { exact: '350 staff', reads: null };
  const first = judgementView({ reviewer: ann, verdict: 'verified' });
  const second = judgementView({ reviewer: ben, verdict: 'verified' });

  test('has it after the others, and stands where they lead', () => {
    const claim = claimView({ judgements: [first], standing: 'open', lookAgain: mark, returnNote: 'Which year?' });
    expect(withJudgement(claim, second, 2)).toEqual({
      ...claim,
      judgements: [first, second],
      standing: 'verified',
      lookAgain: null,
      returnNote: null,
    });
  });

  test('has it in place of the earlier one of the same person, and still waits while too few have judged', () => {
    const claim = claimView({ judgements: [first, second], standing: 'verified', lookAgain: mark });
    const changed = judgementView({ reviewer: ann, verdict: 'disputed' });
    expect(withJudgement(claim, changed, 2)).toMatchObject({ judgements: [changed, second], standing: 'contested' });
    const alone = claimView({ judgements: [first], lookAgain: mark });
    expect(withJudgement(alone, changed, 2)).toMatchObject({
      judgements: [changed],
      standing: 'open',
      lookAgain: mark,
    });
  });
});
