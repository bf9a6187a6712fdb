/** Several edits of one claim as one act: all of them are done, or none. */
import type { Queryable } from '#lib/data/database/database';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { measureIn } from '#lib/data/ledger/edit-metrics';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { MetricNamed } from '#lib/domain/ledger/ledger-input';
import { type Result, refuse } from '#lib/domain/refusal';
import type { FigureFacts } from '#lib/reading/figure-types';
import type { Span } from '#lib/text/span';
import { attachIn, type ClaimDetails, correctIn, describeIn, moveIn, suggestIn } from './edit-claim';
import type { ClaimRef } from './read-claims';

/** What is changed; what is left out stays. */
export type ClaimEdits = ClaimDetails & {
  /** Where the claim is moved to; a claim whose passage is gone is attached there. */
  place?: (Span & { paragraphId: string }) | undefined;
  isOrphan: boolean;
  /** null has the figure read from the text again. */
  figure?: FigureFacts | null | undefined;
  /** null takes the figure off the ledger. */
  metric?: MetricNamed | null | undefined;
  /** What the article should say instead; null takes it away. */
  correction?: string | null | undefined;
};

type Step = (tx: Queryable, ref: ClaimRef) => Promise<Result<ClaimView>>;

/**
 * Changes a claim: its place first, then what it is, then what depends on that. Each edit has its own line in the history.
 * Refused as each of the edits is, and where there is none.
 */
export async function editInOne(writer: Writer, ref: ClaimRef, edits: ClaimEdits): Promise<Result<ClaimView>> {
  const steps = stepsOf(writer, edits);
  return inTransaction(writer, async (tx) => {
    let result: Result<ClaimView> = refuse('invalid-input');
    // The first step compares what the caller saw; the ones after it see what it did.
    let seen = ref;
    for (const step of steps) {
      result = await step(tx, seen);
      if (!result.ok) return result;
      seen = { articleId: ref.articleId, claimId: ref.claimId };
    }
    return result;
  });
}

function stepsOf(writer: Writer, { place, isOrphan, figure, metric, correction, ...details }: ClaimEdits): Step[] {
  const steps: Step[] = [];
  if (place) steps.push((tx, ref) => (isOrphan ? attachIn : moveIn)(tx, writer, ref, place));
  const isDescribed = Object.values(details).some((detail) => detail !== undefined);
  if (isDescribed) steps.push((tx, ref) => describeIn(tx, writer, ref, details));
  if (figure !== undefined) steps.push((tx, ref) => correctIn(tx, writer, ref, figure));
  if (metric !== undefined) steps.push((tx, ref) => measureIn(tx, writer, ref, metric));
  if (correction !== undefined) steps.push((tx, ref) => suggestIn(tx, writer, ref, correction));
  return steps;
}
