/** Acts on several claims of a list at once: how many, who may, and what came of them. Light enough for the browser. */

import type { Act } from '#lib/domain/people/permission';
import type { RefusalCode } from '#lib/domain/refusal';
import type { ClaimAct, WantedAct } from './claim-acts-input';

/** What a person must be allowed to do for an act on a claim. */
export function permissionFor(act: ClaimAct): Act {
  if ('assign' in act || 'unassign' in act) return 'assign';
  return 'metric' in act ? 'keep-ledger' : 'mark';
}

export type DoneTogether = {
  /** How many claims it was done to. */
  done: number;
  /** The others, by why it was not. */
  refused: { code: RefusalCode; count: number }[];
  /** What takes it back. */
  undo: WantedAct[];
};
