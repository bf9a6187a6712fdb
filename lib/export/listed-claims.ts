/** The start of every claim list: the chosen claims in reading order, and the sources they cite. */

import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type ClaimFilter, isListed } from '#lib/domain/exchange/claim-list';
import { citeSources, type Report } from '#lib/domain/report/report';
import type { ClaimsInText } from '#lib/domain/review/review';

export type ListedClaim = Report['claims'][number];

/** Called after each claim that is written, with the number so far. */
export type OnClaim = (written: number) => void;

/** The claims that match a filter, and their sources numbered from 1. */
export function listedClaims(view: ClaimsInText, filter: ClaimFilter): Pick<Report, 'claims' | 'sources'> {
  return citeSources({ ...view, claims: view.claims.filter((claim) => isListed(claim, filter)) });
}

/**
 * The reason for a claim's standing: the editor's, otherwise that of reviewers with the same verdict; null where there
 * is none.
 */
export function reasonOf({ ruling, judgements, standing }: Pick<ClaimView, 'ruling' | 'judgements' | 'standing'>) {
  if (ruling?.reason) return ruling.reason;
  const reasons = judgements.filter(({ verdict }) => verdict === standing).map(({ rationale }) => rationale);
  return reasons.filter(Boolean).join('\n') || null;
}
