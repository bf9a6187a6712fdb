import { type ClaimQuery, claimParameters } from '#lib/domain/search/claim-query';

/** The address of another part of the list of claims: what is not named stays, and the first page is shown. */
export function claimsHref(query: ClaimQuery, change: Partial<ClaimQuery>): string {
  const parameters = new URLSearchParams(claimParameters({ ...query, page: 1, ...change }));
  return parameters.size > 0 ? `/claims?${parameters}` : '/claims';
}
