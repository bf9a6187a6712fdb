/** The piece of evidence that an address names: how it is read, and how a write finds it. */
import type { z } from 'zod';
import { Evidence, evidenceShape } from '#lib/api/shapes/claims';
import type { Database } from '#lib/data/database/database';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import {
  type AskedClaim,
  askedClaim,
  type ClaimToWrite,
  claimAddress,
  readClaimAt,
  refusalOfWrite,
  type Shown,
} from '../../asked-claim';

type EvidenceParams = { id: string; number: number; evidence: string };
type AskedEvidence = AskedClaim & { params: EvidenceParams };

export async function readEvidenceAt(
  db: Database,
  params: EvidenceParams,
  viewer: Actor,
): Promise<Result<z.infer<typeof Evidence>>> {
  const claim = await readClaimAt(db, params, viewer);
  if (!claim.ok) return claim;
  const evidence = claim.value.view.evidence.find(({ id }) => id === params.evidence);
  return evidence ? accept(evidenceShape(evidence)) : refuse('not-found');
}

const evidenceShown = ({ params, actor, writer }: AskedEvidence): Shown => ({
  answer: Evidence,
  read: () => readEvidenceAt(writer.db, params, actor),
});

/** The claim of the evidence that a write is about. With If-Match the evidence must be the version that the sender saw. */
export async function askedEvidence(asked: AskedEvidence): Promise<Result<ClaimToWrite>> {
  const { params, actor, writer, ifMatch } = asked;
  const there = await readEvidenceAt(writer.db, params, actor);
  return there.ok || ifMatch !== null ? askedClaim(asked, evidenceShown(asked)) : there;
}

/** The refusal of a write that found the claim changed at its lock. */
export const refusalOfEvidence = (asked: AskedEvidence, refusal: Refusal): Promise<Refusal> =>
  refusalOfWrite(asked, refusal, evidenceShown(asked));

/** The answer to a write: the evidence as it stands now. */
export async function answerWithEvidence({ params, actor, writer }: AskedEvidence) {
  const now = await readEvidenceAt(writer.db, params, actor);
  if (!now.ok) return now;
  return accept({
    value: now.value,
    location: `${claimAddress(params.id, params.number)}/evidence/${params.evidence}`,
  });
}
