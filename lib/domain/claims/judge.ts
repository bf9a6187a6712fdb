/**
 * The rules of judging: which verdict may be given, and which standing findings lead to. Pure. The page applies them to
 * show at once what the server will answer; the server applies them to the rows that it has locked.
 *
 * Invariant: verified, disputed and false rest on at least one piece of evidence.
 */
import type { ClaimView, JudgementView } from '#lib/domain/claims/claim-view';
import { deriveStanding, needsEvidence, type Standing, type Verdict } from '#lib/domain/claims/standing';
import { accept, type Result, refuse } from '#lib/domain/refusal';

/** Whether a verdict may rest on this many pieces of evidence, counting those sent along with it. */
export function checkVerdict(verdict: Verdict, evidenceCount: number): Result<Verdict> {
  if (needsEvidence(verdict) && evidenceCount === 0) return refuse('source-required', { values: { verdict } });
  return accept(verdict);
}

/** Whether one of `evidenceCount` pieces may be removed from a claim with these verdicts. */
export function checkEvidenceRemoval(judged: { verdict: Verdict }[], evidenceCount: number): Result<null> {
  const isLast = evidenceCount <= 1;
  return isLast && judged.some(({ verdict }) => needsEvidence(verdict)) ? refuse('evidence-in-use') : accept(null);
}

/**
 * Whether a reviewer may give a judgement. `own`: their current judgement, or null. `replaces`: when the judgement that
 * they saw was given (ISO 8601, null for none); if left out, any is replaced. This keeps two windows of one person from
 * overwriting what they have not seen.
 */
export function checkJudgement(
  { verdict, replaces }: { verdict: Verdict; replaces?: string | null },
  { own, evidenceCount }: { own: { at: string } | null; evidenceCount: number },
): Result<Verdict> {
  const isUnseen = replaces !== undefined && replaces !== (own?.at ?? null);
  const checked = checkVerdict(verdict, evidenceCount);
  return checked.ok && isUnseen ? refuse('judgement-changed') : checked;
}

/** What was found about a claim's current words. `looksAgain`: a revision changed them since it was judged. */
export type Findings = { judgements: { verdict: Verdict }[]; ruling: { verdict: Verdict } | null; looksAgain: boolean };

/**
 * The standing that findings lead to. The look-again mark goes as soon as there is a standing, since somebody has then
 * judged the new words.
 */
export function outcomeOf(
  { judgements, ruling, looksAgain }: Findings,
  requiredJudgements: number,
): { standing: Standing; looksAgain: boolean } {
  const standing = deriveStanding(judgements, ruling, requiredJudgements);
  return { standing, looksAgain: looksAgain && standing === 'open' };
}

/** A claim as shown with a person's new judgement, which replaces their earlier one. */
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
