/**
 * The blind first pass: while a claim waits for a reviewer's own finding, nothing that others found or cited about it is
 * shown to them. Every read asks the functions here; `blindTo` in lib/data/claims/blind.ts says the same to the database.
 *
 * What others may do meanwhile stays in sight: the claim's words, place, kind, weight, speaker, figure and metric, who it
 * is assigned to, and how many have judged it. What they found is held back: verdicts, standing, ruling, answers about a
 * quote, evidence with its figures, calculations, suggested wording, comments, and all that the ledger draws from these.
 *
 * Editors, who rule, and viewers, who do not judge, see everything. So does everybody once an editor has ruled.
 */
import type { ClaimView, JudgementPass, JudgementView } from '#lib/domain/claims/claim-view';
import type { Verdict } from '#lib/domain/claims/standing';
import type { Actor } from '#lib/domain/people/permission';
import type { ThreadView } from './discussion';
import type { ReviewRules } from './workflow';

export type Viewer = Pick<Actor, 'id' | 'role'>;
type Rules = Pick<ReviewRules, 'blindFirstPass'>;

/** Whether a person's role is one that a blind first pass hides anything from. */
export const canBeBlind = ({ role }: Pick<Actor, 'role'>): boolean => role === 'reviewer';

/** Whether what others found about a claim is hidden from a person. `claim` is not redacted. */
export function isBlindTo(
  viewer: Viewer,
  claim: Pick<ClaimView, 'judgements' | 'ruling'>,
  { blindFirstPass }: Rules,
): boolean {
  return blindFirstPass && canBeBlind(viewer) && claim.ruling === null && ownOf(viewer, claim) === undefined;
}

const ownOf = (viewer: Pick<Actor, 'id'>, { judgements }: Pick<ClaimView, 'judgements'>): JudgementView | undefined =>
  judgements.find(({ reviewer }) => reviewer.id === viewer.id);

/** A claim as a person may see it. */
export function redactForViewer(viewer: Viewer, claim: ClaimView, rules: Rules): ClaimView {
  if (!isBlindTo(viewer, claim, rules)) return claim;
  const isOwn = (person: { id: string }) => person.id === viewer.id;
  return {
    ...claim,
    standing: 'open',
    // It would tell when somebody found something.
    updatedAt: null,
    judgements: [],
    hiddenJudgements: claim.judgements.length,
    // An editor's note to those who judged speaks of what they found.
    returnNote: null,
    // It would tell that the claim does not hold.
    correction: null,
    earlier: hasSeenEarlier(viewer, claim) ? claim.earlier : null,
    quoteChecks: claim.quoteChecks.filter(({ reviewer }) => isOwn(reviewer)),
    evidence: claim.evidence.filter(({ addedBy }) => isOwn(addedBy)),
    derivations: claim.derivations.filter(({ pinnedBy }) => isOwn(pinnedBy)),
  };
}

/** Those who judged the earlier words have seen the others' verdicts on them; a ruling was visible to all. */
function hasSeenEarlier(viewer: Pick<Actor, 'id'>, { earlier }: ClaimView): boolean {
  return earlier?.ruling != null || (earlier?.judgements.some(({ reviewer }) => reviewer.id === viewer.id) ?? false);
}

/** Threads as a person may see them: on a claim that they are blind to, only what they wrote. `blind`: ids of such claims. */
export function threadsForViewer(
  viewer: Pick<Actor, 'id'>,
  threads: ThreadView[],
  blind: ReadonlySet<string>,
): ThreadView[] {
  return threads.flatMap((thread) => {
    if (thread.claimId === null || !blind.has(thread.claimId)) return [thread];
    const [first] = thread.comments;
    if (first?.author.id !== viewer.id) return [];
    const comments = thread.comments.filter(({ author }) => author.id === viewer.id);
    // The reason why a thread was closed is another's word.
    return [{ ...thread, comments, resolved: thread.resolved?.by?.id === viewer.id ? thread.resolved : null }];
  });
}

/** How many findings of others stand on a claim, which is not redacted. */
export function findingsOfOthers(
  viewer: Pick<Actor, 'id'>,
  { judgements, ruling, quoteChecks, evidence, derivations }: ClaimView,
): number {
  const others = [
    ...[...judgements, ...quoteChecks].map(({ reviewer }) => reviewer),
    ...(ruling ? [ruling.editor] : []),
    ...evidence.map(({ addedBy }) => addedBy),
    ...derivations.map(({ pinnedBy }) => pinnedBy),
  ];
  return others.filter(({ id }) => id !== viewer.id).length;
}

/**
 * How a person's verdict on a claim comes about, null where the article has no blind first pass. A verdict that is kept
 * stays what it was. `claim`: as it is before, not redacted. `hasSeen`: they took an earlier verdict on these words back
 * after others' findings were shown to them.
 */
export function passOf(
  viewer: Viewer,
  verdict: Verdict,
  { claim, rules, hasSeen }: { claim: ClaimView; rules: Rules; hasSeen: boolean },
): JudgementPass | null {
  if (!rules.blindFirstPass) return null;
  const own = ownOf(viewer, claim);
  if (own?.pass && own.verdict === verdict) return own.pass;
  if (hasSeen) return 'informed';
  const seesAll = !isBlindTo(viewer, claim, rules);
  return seesAll && findingsOfOthers(viewer, claim) > 0 ? 'informed' : 'blind';
}
