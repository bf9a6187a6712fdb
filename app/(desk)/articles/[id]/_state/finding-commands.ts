/** What can be found of a claim: evidence, verdicts, rulings and what was asked about a quote. */

import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { ClaimView, EvidenceView } from '#lib/domain/claims/claim-view';
import { checkVerdict, withJudgement } from '#lib/domain/claims/judge';
import { noAnswers, type QuoteAnswers } from '#lib/domain/claims/quote-check';
import type { Confidence, Verdict } from '#lib/domain/claims/standing';
import type { FoundCheck } from '#lib/domain/fact-checks/found-check';
import { today } from '../../../../browser/today';
import type { Answer } from './asking';
import { type CommandContext, refOf } from './command-context';
import { ownJudgement } from './own-judgement';

export type JudgementInput = { verdict: Verdict; rationale: string; confidence: Confidence };
type Ruling = { verdict: Verdict; reason: string };

/** `updatedAt` that the server compares with; undefined while our last judgement is pending, which skips the check. */
const seenAt = (own: { at: string } | undefined): string | null | undefined => (own ? own.at || undefined : null);

/** A judgement as it was given, to be given again. */
const inputOf = ({ verdict, rationale, confidence }: JudgementInput): JudgementInput => ({
  verdict,
  rationale,
  confidence,
});

export function makeFindingCommands(context: CommandContext) {
  const { me, requiredJudgements, actions, send, words, offerUndo } = context;
  const { change, edit } = context.asking;
  const { remember, tracked } = context.undo;

  const judgementInWords = (own: JudgementInput | undefined) =>
    own ? [words.standing(own.verdict), own.rationale].filter(Boolean).join(': ') : '—';
  const rulingInWords = (given: Ruling | null) => (given ? `${words.standing(given.verdict)}: ${given.reason}` : '—');

  const giveAgain = (claim: ClaimView, judgement: JudgementInput) =>
    change(send(actions.judge, { ...refOf(context, claim), judgement: inputOf(judgement) }));
  const takeBack = (claim: ClaimView) => change(send(actions.withdraw, refOf(context, claim)));
  const setEvidenceRemoved = (claim: ClaimView, evidenceId: string, removed: boolean) =>
    change(send(actions.setEvidenceRemoved, { ...refOf(context, claim), evidenceId, removed }));

  const addEvidence = (claim: ClaimView, evidence: EvidenceInput): Promise<Answer> =>
    takeAdded(claim, send(actions.addEvidence, { ...refOf(context, claim), evidence }));

  /** Shows the claim with the evidence that was sent, which can be taken back. */
  async function takeAdded(claim: ClaimView, sent: Promise<Answer>): Promise<Answer> {
    const answer = await change(sent);
    const added = answer.ok && answer.value.evidence.find(({ id }) => !claim.evidence.some((old) => old.id === id));
    if (added) {
      remember(
        () => setEvidenceRemoved(claim, added.id, true),
        () => setEvidenceRemoved(claim, added.id, false),
      );
    }
    return answer;
  }

  return {
    judge: tracked(async (claim: ClaimView, input: JudgementInput, evidence?: EvidenceInput): Promise<Answer> => {
      const isAllowed = checkVerdict(input.verdict, claim.evidence.length + (evidence ? 1 : 0)).ok;
      const give = (seen: ClaimView, given: JudgementInput) =>
        change(
          send(actions.judge, {
            ...refOf(context, claim),
            judgement: { ...given, replaces: seenAt(ownJudgement(seen, me.id)) },
            evidence,
          }),
          // Not given yet: the server says when.
          isAllowed
            ? withJudgement(seen, { ...given, reviewer: me, pass: null, at: '' }, requiredJudgements)
            : undefined,
        );
      const answer = await edit(claim, {
        mine: judgementInWords(input),
        theirs: (now) => judgementInWords(ownJudgement(now, me.id)),
        run: (seen) => give(seen, input),
        merge: {
          texts: (now) => [ownJudgement(now, me.id)?.rationale ?? '', input.rationale],
          run: (seen, rationale) => give(seen, { ...input, rationale }),
        },
      });
      if (!answer.ok) return answer;
      const previous = ownJudgement(claim, me.id);
      remember(
        () => (previous ? giveAgain(claim, previous) : takeBack(claim)),
        () => giveAgain(claim, input),
      );
      return answer;
    }),

    withdraw: tracked(async (claim: ClaimView) => {
      const previous = ownJudgement(claim, me.id);
      const answer = await takeBack(claim);
      if (!answer.ok || !previous) return;
      remember(
        () => giveAgain(claim, previous),
        () => takeBack(claim),
      );
    }),

    rule: tracked(async (claim: ClaimView, ruling: Ruling | null): Promise<Answer> => {
      const to = (given: Ruling | null, edition?: number) =>
        change(send(actions.rule, { ...refOf(context, claim), edition, ruling: given }));
      const answer = await edit(claim, {
        mine: rulingInWords(ruling),
        theirs: (now) => rulingInWords(now.ruling),
        run: ({ edition }) => to(ruling, edition),
        merge: ruling
          ? {
              texts: (now) => [now.ruling?.reason ?? '', ruling.reason],
              run: ({ edition }, reason) => to({ ...ruling, reason }, edition),
            }
          : undefined,
      });
      if (!answer.ok) return answer;
      remember(
        () => to(claim.ruling),
        () => to(ruling),
      );
      return answer;
    }),

    answerQuote: tracked(async (claim: ClaimView, answers: QuoteAnswers) => {
      const to = (given: QuoteAnswers, guess?: ClaimView) =>
        change(send(actions.answerQuote, { ...refOf(context, claim), answers: given }), guess);
      const others = claim.quoteChecks.filter(({ reviewer }) => reviewer.id !== me.id);
      const own = claim.quoteChecks.find(({ reviewer }) => reviewer.id === me.id) ?? noAnswers;
      const answer = await to(answers, { ...claim, quoteChecks: [...others, { reviewer: me, ...answers }] });
      if (!answer.ok) return;
      remember(
        () => to(own),
        () => to(answers),
      );
    }),

    addEvidence: tracked(addEvidence),

    /** Evidence that is sent otherwise, as a file with what is said of it is. */
    addSentEvidence: tracked(takeAdded),

    /** Cites a fact-check of others: as a source of context, whatever it found. */
    citeCheck: tracked(async (claim: ClaimView, { url, claim: checked, checker, publishedOn }: FoundCheck) => {
      const title = words.review('met.citedTitle', { claim: checked }).slice(0, 500).toWellFormed();
      const source = {
        title,
        publisher: checker,
        url,
        published: publishedOn,
        accessed: today(),
        kind: 'secondary' as const,
      };
      const answer = await addEvidence(claim, { source, stance: 'context', excerpt: '', locator: null });
      if (answer.ok) offerUndo(words.review('met.cited'));
    }),

    takeEvidence: tracked(async (claim: ClaimView, fromId: string): Promise<Answer> => {
      const answer = await change(send(actions.takeEvidence, { ...refOf(context, claim), fromId }));
      if (!answer.ok) return answer;
      const taken = answer.value.evidence.filter(({ id }) => !claim.evidence.some((old) => old.id === id));
      const setRemoved = async (removed: boolean) => {
        let last: Answer = answer;
        for (const { id } of taken) last = await setEvidenceRemoved(claim, id, removed);
        return last;
      };
      remember(
        () => setRemoved(true),
        () => setRemoved(false),
      );
      offerUndo(words.review('met.taken', { count: taken.length }));
      return answer;
    }),

    removeEvidence: tracked(async (claim: ClaimView, { id }: EvidenceView) => {
      if (!(await setEvidenceRemoved(claim, id, true)).ok) return;
      remember(
        () => setEvidenceRemoved(claim, id, false),
        () => setEvidenceRemoved(claim, id, true),
      );
      offerUndo(words.review('evidence.removed'));
    }),
  };
}
