import { describe, expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { claimView, judgementView } from '#lib/testing/article/factories';
import { type AssignmentView, assigneesOf, workState } from './workflow';

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
    ['its words changed', { lookAgain: { exact: '375', reads: null } }, true, 'in-review'],
    ['it was sent back with no word', { standing: 'disputed', returnNote: '' }, false, 'in-review'],
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

  test('are told once where claim and paragraph have one date, and whatever the order', () => {
    const dates = ['2026-01-15', '2026-02-01', '2026-01-15'];
    const given = dates.map((dueOn) => assignment('ann', { claimId: 'c1', dueOn }));
    expect(assigneesOf(claim, given)).toEqual([{ assignee: person('ann'), dueOn: '2026-01-15' }]);
    expect(assigneesOf(claim, [])).toEqual([]);
  });

  test('keep the one date that is given', () => {
    const given = [assignment('ann', { claimId: 'c1' }), assignment('ann', { paragraphId: 'p1', dueOn: '2026-01-15' })];
    expect(assigneesOf(claim, given)).toEqual(assigneesOf(claim, [...given].reverse()));
    expect(assigneesOf(claim, given)[0]?.dueOn).toBe('2026-01-15');
  });
});
