/**
 * How the review page asks the server: the effect is shown at once where it can be known, the server's claim is taken as the
 * truth, and two people who changed the same thing are shown both versions. No React.
 */
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Refusal, Result } from '#lib/domain/refusal';
import type { ReviewEvent } from './state';

export type Answer = Result<ClaimView>;

/** Which version stays; a text is one that was made of both. */
export type Choice = 'theirs' | 'mine' | { text: string };

/** Both versions of what two people changed, in words. */
export type ConflictQuestion = {
  /** The claim's. */
  number: number;
  mine: string;
  theirs: string;
  /** Both texts, where the edit is of a text, for one to be made of them. */
  both: string | null;
};

/** What is to be changed of a claim: both sides in words, for the case that somebody was faster. */
type Edit = {
  mine: string;
  theirs: (now: ClaimView) => string;
  run: (seen: ClaimView) => Promise<Answer>;
  /** Of an edit that holds a text of one's own: the two texts, and the edit with another one in its place. */
  merge?: { texts: (now: ClaimView) => string[]; run: (seen: ClaimView, text: string) => Promise<Answer> };
};

type AskingOptions = {
  dispatch: (event: ReviewEvent) => void;
  /** Says why something was refused. */
  tell: (refusal: Refusal) => void;
  /** Reads the server's version of a claim. */
  readClaim: (claimId: string) => Promise<Answer>;
  /** Lets the person choose between two versions. */
  choose: (question: ConflictQuestion) => Promise<Choice>;
};

const isConflict = (answer: Result<unknown>): boolean =>
  !answer.ok && (answer.code === 'claim-changed' || answer.code === 'judgement-changed');

export type Asking = ReturnType<typeof makeAsking>;

export function makeAsking({ dispatch, tell, readClaim, choose }: AskingOptions) {
  /** Waits for an answer; says why where the server refuses. */
  async function ask<T>(asking: Promise<Result<T>>): Promise<Result<T>> {
    const answer: Result<T> = await asking;
    if (!answer.ok) tell(answer);
    return answer;
  }

  /**
   * Waits for the server's claim and shows it; shows `guess` meanwhile, and what the server said before again where it
   * refuses. A conflict is not told: `edit` asks about it.
   */
  async function change(asking: Promise<Answer>, guess?: ClaimView): Promise<Answer> {
    if (guess) dispatch({ type: 'guess', claim: guess });
    const answer: Answer = await asking;
    if (answer.ok) dispatch({ type: 'claim', claim: answer.value });
    else {
      if (guess) dispatch({ type: 'guess-over', claimId: guess.id });
      if (!isConflict(answer)) tell(answer);
    }
    return answer;
  }

  /**
   * An edit of what the claim is, on the edition that was seen. Where somebody was faster, both versions are shown; one's
   * own, or one made of both, is asked again on theirs if it is chosen. Settles with the choice.
   */
  async function edit(claim: ClaimView, asked: Edit): Promise<Answer> {
    const { mine, theirs, run, merge } = asked;
    const answer = await run(claim);
    if (!isConflict(answer)) return answer;
    const now = await ask(readClaim(claim.id));
    if (!now.ok) return now;
    dispatch({ type: 'claim', claim: now.value });
    const both = merge ? [...new Set(merge.texts(now.value).filter(Boolean))].join('\n\n') : null;
    const choice = await choose({ number: claim.number, mine, theirs: theirs(now.value), both });
    if (choice === 'theirs') return answer;
    if (choice === 'mine' || !merge) return edit(now.value, asked);
    const { text } = choice;
    return edit(now.value, { ...asked, mine: text, run: (seen) => merge.run(seen, text) });
  }

  return { ask, change, edit };
}
