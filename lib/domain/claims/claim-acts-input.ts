/** What is done to several claims of a list at once. Each claim names its own act, so that undoing is the same act again. */
import { z } from 'zod';
import { SpeakerNamed } from '#lib/domain/claims/claim-input';
import { claimWeights } from '#lib/domain/claims/weight';
import { Id, partialDate } from '#lib/domain/fields';
import { MetricNamed } from '#lib/domain/ledger/ledger-input';

/** Claims that one act is done to at most: as many as a page of a list shows. */
export const mostTogether = 50;

const ClaimAct = z.union([
  z.strictObject({ weight: z.enum(claimWeights) }),
  z.strictObject({ speaker: SpeakerNamed.nullable() }),
  z.strictObject({ metric: MetricNamed.nullable() }),
  z.strictObject({ assign: z.strictObject({ assigneeId: Id, dueOn: partialDate }) }),
  z.strictObject({ unassign: z.strictObject({ assigneeId: Id }) }),
]);
export type ClaimAct = z.infer<typeof ClaimAct>;

/** `edition`: the one that the caller saw; what changed since is not changed again. */
const WantedAct = z.object({
  articleId: Id,
  claimId: Id,
  edition: z.int().positive().optional(),
  act: ClaimAct,
});
export type WantedAct = z.infer<typeof WantedAct>;

/** No claim is named twice. */
export const WantedActs = z.object({
  wanted: z
    .array(WantedAct)
    .min(1)
    .max(mostTogether)
    .refine((wanted) => new Set(wanted.map(({ claimId }) => claimId)).size === wanted.length),
});
