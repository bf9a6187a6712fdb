/**
 * Reading texts on the server: the one door. A short text is read at once; a longer one in a worker process, so that the
 * process that serves people stays free. Each function may be refused as `runApart` is.
 */
import { fingerprintOf } from '#lib/domain/articles/near-duplicate';
import { accept, type Result } from '#lib/domain/refusal';
import { type DiffRow, diffRevisions } from '#lib/domain/revisions/diff';
import { withKinds } from '#lib/domain/revisions/editing';
import { type ClaimMove, type PlacedClaim, planRevision, type RevisedParagraph } from '#lib/domain/revisions/plan';
import { type DraftResult, draftFromText } from '#lib/intake/draft';
import { type Proposal, proposeClaims } from '#lib/reading/proposals';
import { runApart } from './run';

/** A text of so many UTF-16 units is read within some 20 ms, whatever is in it. */
const shortText = 4_000;

type Paragraphs = readonly { text: string }[];

function isShort(...texts: Paragraphs[]): boolean {
  let left = shortText;
  for (const paragraphs of texts) for (const { text } of paragraphs) left -= text.length;
  return left >= 0;
}

/** A draft from a text in any form that people paste: see `draftFromText`. `today`: an ISO date. */
export async function draftOf(text: string, today: string): Promise<Result<DraftResult>> {
  return text.length <= shortText ? accept(draftFromText(text, { today })) : runApart('read-text', { text, today });
}

/** The claims that are proposed for paragraphs: see `proposeClaims`. */
export async function proposalsFor(paragraphs: string[]): Promise<Result<Proposal[]>> {
  return isShort(paragraphs.map((text) => ({ text })))
    ? accept(proposeClaims(paragraphs))
    : runApart('propose-claims', paragraphs);
}

/** The fingerprint of a text: see `fingerprintOf`. */
export async function fingerprintFor(paragraphs: string[]): Promise<Result<string | null>> {
  return isShort(paragraphs.map((text) => ({ text })))
    ? accept(fingerprintOf(paragraphs))
    : runApart('fingerprint', paragraphs);
}

/** What a new text does to claims: see `planRevision`. */
export async function revisionPlan(
  before: RevisedParagraph[],
  after: RevisedParagraph[],
  claims: PlacedClaim[],
): Promise<Result<ClaimMove[]>> {
  return claims.length === 0 || isShort(before, after)
    ? accept(planRevision(before, after, claims))
    : runApart('plan-revision', [before, after, claims]);
}

/** How two texts differ: see `diffRevisions`. */
export async function revisionDiff(before: { text: string }[], after: { text: string }[]): Promise<Result<DiffRow[]>> {
  return isShort(before, after) ? accept(diffRevisions(before, after)) : runApart('diff-revisions', [before, after]);
}

/** New paragraphs with the kinds that they had: see `withKinds`. */
export async function paragraphsWithKinds(
  before: RevisedParagraph[],
  after: Parameters<typeof withKinds>[1],
): Promise<Result<RevisedParagraph[]>> {
  return isShort(before, after) ? accept(withKinds(before, after)) : runApart('set-kinds', [before, after]);
}
