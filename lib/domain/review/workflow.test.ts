import { describe, expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { claimView, judgementView } from '#lib/testing/article/factories';
import { type AssignmentView, assigneesOf, redactForViewer, workState } from './workflow';

const person = (id: string) => ({ id, name: id });
const assignment = (assignee: string, more: Partial<AssignmentView>): AssignmentView => ({
  ...{ assignee: person(assignee), dueOn: null, claimId: null, paragraphId: null },
  ...more,
});

describe('the state of the work on a claim', () => {
  test.each<[string, Partial<ClaimView>, boolean, string]>([
    ['nobody has it', {}, false, 'unassigned'],
    ['somebody has it', {}, true, 'assigned'],
    ['one of two has judged', { judgements: [judgementView()] }, true, 'in-review'],
    ['somebody has judged, hidden from the viewer', { hiddenJudgements: 1 }, false, 'in-review'],
    ['reviewers differ', { standing: 'contested', judgements: [judgementView()] }, true, 'ready'],
    ['it has its verdict', { standing: 'disputed', judgements: [judgementView()] }, false, 'settled'],
    ['it was sent back', { standing: 'disputed', returnNote: 'Which year?' }, true, 'in-review'],
  ])('%s', (_, claim, isAssigned, state) => {
    expect(workState(claimView(claim), isAssigned)).toBe(state);
  });
});

describe('the assignees of a claim', () => {
  const claim = { id: 'c1', paragraphId: 'p1' };

  test('are those of the claim and those of its paragraph, once each, by their nearest date', () => {
    const assignments = [
      assignment('ann', { claimId: 'c1', dueOn: '2026-02-01' }),
      assignment('ann', { paragraphId: 'p1', dueOn: '2026-01-15' }),
      assignment('bo', { paragraphId: 'p1' }),
      assignment('cy', { claimId: 'c2' }),
      assignment('di', { paragraphId: 'p2' }),
    ];
    expect(assigneesOf(claim, assignments)).toEqual([
      { assignee: person('ann'), dueOn: '2026-01-15' },
      { assignee: person('bo'), dueOn: null },
    ]);
  });

  test('keep the one date that is given', () => {
    const given = [assignment('ann', { claimId: 'c1' }), assignment('ann', { paragraphId: 'p1', dueOn: '2026-01-15' })];
    expect(assigneesOf(claim, given)).toEqual(assigneesOf(claim, [...given].reverse()));
    expect(assigneesOf(claim, given)[0]?.dueOn).toBe('2026-01-15');
  });
});

describe('a blind first pass', () => {
  const ann = judgementView({ reviewer: person('ann') });
  const bo = judgementView({ reviewer: person('bo'), verdict: 'false' });
  const check = { said: 'yes', wording: null, context: null } as const;
  const claim = claimView({
    standing: 'contested',
    correction: 'It was 770.',
    judgements: [ann, bo],
    quoteChecks: [
      { reviewer: person('ann'), ...check },
      { reviewer: person('cy'), ...check },
    ],
  });

  test('hides what others found from a reviewer who has not judged', () => {
    expect(redactForViewer({ id: 'cy', role: 'reviewer' }, claim, { blindFirstPass: true })).toEqual({
      ...claim,
      standing: 'open',
      updatedAt: null,
      judgements: [],
      hiddenJudgements: 2,
      correction: null,
      quoteChecks: [{ reviewer: person('cy'), ...check }],
    });
  });

  test.each([
    ['from a reviewer who has judged', { id: 'bo', role: 'reviewer' as const }, claim, true],
    ['from an editor', { id: 'ed', role: 'editor' as const }, claim, true],
    ['from a viewer', { id: 'vi', role: 'viewer' as const }, claim, true],
    ['where the article does not ask for it', { id: 'cy', role: 'reviewer' as const }, claim, false],
    [
      'once an editor has ruled',
      { id: 'cy', role: 'reviewer' as const },
      { ...claim, ruling: { editor: person('ed'), verdict: 'false' as const, reason: 'x', at: ann.at } },
      true,
    ],
  ])('hides nothing %s', (_, viewer, seen, blindFirstPass) => {
    expect(redactForViewer(viewer, seen, { blindFirstPass })).toBe(seen);
  });
});
