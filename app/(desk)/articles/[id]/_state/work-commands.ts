/** Whose work it is: giving claims and paragraphs to people, and returning a claim with a note. */
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Result } from '#lib/domain/refusal';
import type { AssignmentView } from '#lib/domain/review/workflow';
import type { Answer } from './asking';
import { type CommandContext, refOf } from './command-context';

type Work = { assigneeId: string; claimIds: string[]; paragraphIds: string[] };

export function makeWorkCommands(context: CommandContext) {
  const { articleId, actions, send, dispatch } = context;
  const { ask, change } = context.asking;
  const { remember, tracked } = context.undo;

  async function assigned(asking: Promise<Result<AssignmentView[]>>): Promise<Result<AssignmentView[]>> {
    const answer = await ask(asking);
    if (answer.ok) dispatch({ type: 'assignments', assignments: answer.value });
    return answer;
  }
  const give = (work: Work, dueOn: string | null) => assigned(send(actions.assign, { articleId, ...work, dueOn }));
  const take = (work: Work) => assigned(send(actions.unassign, { articleId, ...work }));

  return {
    assign: tracked(async (work: Work, dueOn: string | null) => {
      const answer = await give(work, dueOn);
      if (!answer.ok) return answer;
      remember(
        () => take(work),
        () => give(work, dueOn),
      );
      return answer;
    }),

    /** `dueOn` is when the work was due, for it to be given again. */
    unassign: tracked(async (work: Work, dueOn: string | null) => {
      const answer = await take(work);
      if (!answer.ok) return answer;
      remember(
        () => give(work, dueOn),
        () => take(work),
      );
      return answer;
    }),

    /** Returns a claim with what is still missing; null takes the note off. */
    returnClaim: tracked(async (claim: ClaimView, note: string | null): Promise<Answer> => {
      const to = (given: string | null) => change(send(actions.returnClaim, { ...refOf(context, claim), note: given }));
      const answer = await to(note);
      if (!answer.ok) return answer;
      remember(
        () => to(claim.returnNote),
        () => to(note),
      );
      return answer;
    }),
  };
}
