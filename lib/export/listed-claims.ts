/** What every form of a claim list begins with: the claims that are listed, in reading order, and the sources they cite. */

import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type ClaimFilter, isListed } from '#lib/domain/exchange/claim-list';
import { citeSources, type Report } from '#lib/domain/report/report';
import type { ClaimsInText } from '#lib/domain/review/review';

export type ListedClaim = Report['claims'][number];

/** Told of each claim that is written: how many are. */
export type OnClaim = (written: number) => void;

/** The claims that a filter lists, with sources numbered from 1 among them. */
export function listedClaims(view: ClaimsInText, filter: ClaimFilter): Pick<Report, 'claims' | 'sources'> {
  return citeSources({ ...view, claims: view.claims.filter((claim) => isListed(claim, filter)) });
}

/** Why a claim stands where it does: an editor's reason, else what reviewers with that verdict say; null where none does. */
export function reasonOf({ ruling, judgements, standing }: Pick<ClaimView, 'ruling' | 'judgements' | 'standing'>) {
  if (ruling?.reason) return ruling.reason;
  const reasons = judgements.filter(({ verdict }) => verdict === standing).map(({ rationale }) => rationale);
  return reasons.filter(Boolean).join('\n') || null;
}
