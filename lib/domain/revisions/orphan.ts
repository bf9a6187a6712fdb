/** Claims and threads that a revision left without a place, as readers of the article see them. */

import type { Standing } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** A claim without a place, with the last paragraph it was in. Offsets are into that paragraph's text. */
export type OrphanView = {
  id: string;
  number: number;
  edition: number;
  exact: string;
  kind: ClaimKind;
  standing: Standing;
  createdBy: PersonView;
  paragraph: { text: string; start: number; end: number; revision: number };
};

/** Everything of an article without a place in its newest revision. */
export type Orphans = { claims: OrphanView[]; threads: OrphanThread[] };

/** A thread whose paragraph is gone, shown by the words of its first comment. */
export type OrphanThread = { id: string; author: string; body: string; paragraph: string };
