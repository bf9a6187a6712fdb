import { describe, expect, test } from 'vitest';
import { claimView, evidenceView, judgementView } from '#lib/testing/article/factories';
import { findingsOfOthers, isBlindTo, passOf, redactForViewer, threadsForViewer } from './blind';

const person = (id: string) => ({ id, name: id });
const rules = { blindFirstPass: true };
const ann = judgementView({ reviewer: person('ann') });
const bo = judgementView({ reviewer: person('bo'), verdict: 'false' });
const check = { said: 'yes', wording: null, context: null } as const;
const own = evidenceView({ id: 'own', addedBy: person('cy') });
const theirs = evidenceView({ id: 'theirs', addedBy: person('ann') });
const reads = { en: '4 ÷ 2 = 2', zh: '4 ÷ 2 = 2' };
const claim = claimView({
  standing: 'contested',
  correction: 'It was 770.',
  returnNote: 'Ann’s source is a repost.',
  judgements: [ann, bo],
  evidence: [theirs, own],
  derivations: [
    { id: 'd1', reads, pinnedBy: person('ann') },
    { id: 'd2', reads, pinnedBy: person('cy') },
  ],
  quoteChecks: [
    { reviewer: person('ann'), ...check },
    { reviewer: person('cy'), ...check },
  ],
});
const cy = { id: 'cy', role: 'reviewer' as const };

describe('a blind first pass', () => {
  test('hides what others found and cited from a reviewer who has not judged, and nothing of their own', () => {
    expect(redactForViewer(cy, claim, rules)).toEqual({
      ...claim,
      standing: 'open',
      updatedAt: null,
      judgements: [],
      hiddenJudgements: 2,
      correction: null,
      returnNote: null,
      evidence: [own],
      derivations: [{ id: 'd2', reads, pinnedBy: person('cy') }],
      quoteChecks: [{ reviewer: person('cy'), ...check }],
    });
  });

  test.each([
    ['from a reviewer who has judged', { id: 'bo', role: 'reviewer' as const }, claim, true],
    ['from an editor', { id: 'ed', role: 'editor' as const }, claim, true],
    ['from an admin', { id: 'ad', role: 'admin' as const }, claim, true],
    ['from a viewer', { id: 'vi', role: 'viewer' as const }, claim, true],
    ['where the article does not ask for it', cy, claim, false],
    [
      'once an editor has ruled',
      cy,
      { ...claim, ruling: { editor: person('ed'), verdict: 'false' as const, reason: '', at: '' } },
      true,
    ],
  ])('hides nothing %s', (_, viewer, seen, blindFirstPass) => {
    expect(isBlindTo(viewer, seen, { blindFirstPass })).toBe(false);
    expect(redactForViewer(viewer, seen, { blindFirstPass })).toBe(seen);
  });

  test.each([
    ['somebody who judged the earlier words', 'cy', true],
    ['nobody else', 'bo', false],
  ])('shows findings on earlier words to %s', (_, reviewer, isShown) => {
    const earlier = {
      judgements: [{ ...judgementView({ reviewer: person(reviewer) }), exact: '370' }],
      ruling: null,
      quoteChecks: [],
    };
    const seen = redactForViewer(cy, { ...claim, earlier }, rules);
    expect(seen.earlier).toEqual(isShown ? earlier : null);
  });

  test('shows of a discussion what the reviewer wrote', () => {
    const comment = (id: string, author: string) => ({
      ...{ id, author: person(author), body: id, at: '', editedAt: null, removed: false, mentions: [] },
    });
    const closed = { by: person('ann'), at: '', reason: 'It is false.' };
    const theirThread = { id: 'a', claimId: 'c', paragraphId: null, comments: [comment('a', 'ann')], resolved: null };
    const ownThread = {
      ...theirThread,
      id: 'b',
      comments: [comment('b', 'cy'), comment('x', 'ann')],
      resolved: closed,
    };
    const elsewhere = { ...theirThread, id: 'p', claimId: null, paragraphId: 'p' };
    const threads = [theirThread, ownThread, elsewhere];
    expect(threadsForViewer(cy, threads, new Set(['c']))).toEqual([
      { ...ownThread, comments: [comment('b', 'cy')], resolved: null },
      elsewhere,
    ]);
    expect(threadsForViewer(cy, threads, new Set())).toEqual(threads);
    const mine = { ...ownThread, resolved: { ...closed, by: person('cy') } };
    expect(threadsForViewer(cy, [mine], new Set(['c']))[0]?.resolved).toEqual(mine.resolved);
  });
});

describe('how a verdict came about', () => {
  const alone = claimView({ judgements: [], evidence: [own] });
  const judged = (pass: 'blind' | 'informed' | null) =>
    claimView({ judgements: [ann, judgementView({ reviewer: person('cy'), pass })] });
  test.each([
    ['is not noted where all see everything', 'verified', claim, false, false, null],
    ['is blind where others’ findings are hidden', 'verified', claim, true, false, 'blind'],
    ['is blind where there are none', 'verified', alone, true, false, 'blind'],
    ['is informed after a verdict that showed them was taken back', 'verified', claim, true, true, 'informed'],
    ['stays blind where the verdict is kept', 'verified', judged('blind'), true, false, 'blind'],
    ['is informed where the verdict is changed in their sight', 'false', judged('blind'), true, false, 'informed'],
    ['stays informed', 'verified', judged('informed'), true, false, 'informed'],
    ['is informed where it stood before the first pass was blind', 'verified', judged(null), true, false, 'informed'],
  ] as const)('%s', (_, verdict, seen, blindFirstPass, hasSeen, pass) => {
    expect(passOf(cy, verdict, { claim: seen, rules: { blindFirstPass }, hasSeen })).toBe(pass);
  });

  test('is informed for an editor, who sees everything, once others found something', () => {
    const ed = { id: 'ed', role: 'editor' as const };
    expect(passOf(ed, 'false', { claim, rules, hasSeen: false })).toBe('informed');
    expect(passOf(ed, 'false', { claim: claimView(), rules, hasSeen: false })).toBe('blind');
  });

  test('counts the findings of others, of every kind', () => {
    const ruling = { editor: person('ed'), verdict: 'false' as const, reason: '', at: '' };
    expect(findingsOfOthers(cy, claim)).toBe(5);
    expect(findingsOfOthers(cy, { ...claim, ruling })).toBe(6);
    expect(findingsOfOthers({ id: 'ann' }, claim)).toBe(4);
    expect(findingsOfOthers(cy, alone)).toBe(0);
  });
});
