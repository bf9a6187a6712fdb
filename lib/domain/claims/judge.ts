/**
 * The rule of judging: which verdict may be given, and where findings leave a claim. Pure. The page applies it to show at
 * once what the server will answer; the server applies it to the rows that it has locked.
 *
 * Invariant: verified, disputed and false rest on at least one piece of evidence.
 */
import type { ClaimView, JudgementView } from '#lib/domain/claims/claim-view';
import { deriveStanding, needsEvidence, type Standing, type Verdict } from '#lib/domain/claims/standing';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** Whether a verdict may rest on this many pieces of evidence, those that come along with it included. */
export function checkVerdict(verdict: Verdict, evidenceCount: number): Result<Verdict> {
  if (needsEvidence(verdict) && evidenceCount === 0) return refuse('source-required', { values: { verdict } });
  return accept(verdict);
}

/** Whether one of `evidenceCount` pieces may be removed from a claim that was given these verdicts. */
export function checkEvidenceRemoval(judged: { verdict: Verdict }[], evidenceCount: number): Result<null> {
  const isLast = evidenceCount <= 1;
  return isLast && judged.some(({ verdict }) => needsEvidence(verdict)) ? refuse('evidence-in-use') : accept(null);
}

/**
 * Whether a reviewer may give a judgement. `own`: their judgement that counts now, or null. `replaces`: when the one that
 * they saw was given (ISO 8601, null for none); where it is left out, any is replaced. So neither of two windows of one
 * person overwrites what it has not seen.
 */
export function checkJudgement(
  { verdict, replaces }: { verdict: Verdict; replaces?: string | null },
  { own, evidenceCount }: { own: { at: string } | null; evidenceCount: number },
): Result<Verdict> {
  const isUnseen = replaces !== undefined && replaces !== (own?.at ?? null);
  const checked = checkVerdict(verdict, evidenceCount);
  return checked.ok && isUnseen ? refuse('judgement-changed') : checked;
}

/** What was found about a claim on its present words; `looksAgain`: a revision changed them since it was judged. */
export type Findings = { judgements: { verdict: Verdict }[]; ruling: { verdict: Verdict } | null; looksAgain: boolean };

/**
 * Where findings leave a claim. Its look-again mark goes as soon as they lead to a standing: somebody has then found
 * something about the new words.
 */
export function outcomeOf(
  { judgements, ruling, looksAgain }: Findings,
  requiredJudgements: number,
): { standing: Standing; looksAgain: boolean } {
  const standing = deriveStanding(judgements, ruling, requiredJudgements);
  return { standing, looksAgain: looksAgain && standing === 'open' };
}

/** A claim as it is shown with a person's new judgement, which takes the place of their earlier one. */
export function withJudgement(claim: ClaimView, judgement: JudgementView, requiredJudgements: number): ClaimView {
  const isOwn = ({ reviewer }: JudgementView) => reviewer.id === judgement.reviewer.id;
  const judgements = claim.judgements.some(isOwn)
    ? claim.judgements.map((given) => (isOwn(given) ? judgement : given))
    : [...claim.judgements, judgement];
  const { standing, looksAgain } = outcomeOf(
    { judgements, ruling: claim.ruling, looksAgain: claim.lookAgain !== null },
    requiredJudgements,
  );
  return { ...claim, judgements, standing, lookAgain: looksAgain ? claim.lookAgain : null, returnNote: null };
}
