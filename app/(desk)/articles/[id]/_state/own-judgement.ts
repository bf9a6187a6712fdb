import type { ClaimView } from '#lib/domain/claims/claim-view';

/** What a person has found of a claim; undefined where they have not judged it. */
export const ownJudgement = ({ judgements }: Pick<ClaimView, 'judgements'>, personId: string) =>
  judgements.find(({ reviewer }) => reviewer.id === personId);
