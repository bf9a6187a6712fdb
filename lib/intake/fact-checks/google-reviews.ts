/** The answers of Google's Fact Check Tools (v1alpha1, claims.search) as what they were made from: schema.org ClaimReviews. */
import { isThing, list, member, type Thing } from '#lib/intake/page/linked-data';

/** The reviews in an answer, in order. Each claim has those of several checkers. */
export function reviewsOfGoogle(answer: unknown): Thing[] {
  if (!isThing(answer)) return [];
  return list(member(answer, 'claims'))
    .filter(isThing)
    .flatMap((claim) =>
      list(member(claim, 'claimReview'))
        .filter(isThing)
        .map((review) => reviewOf(claim, review)),
    );
}

function reviewOf(claim: Thing, review: Thing): Thing {
  const publisher = member(review, 'publisher');
  return {
    '@type': 'ClaimReview',
    url: member(review, 'url'),
    claimReviewed: member(claim, 'text'),
    itemReviewed: { author: { name: member(claim, 'claimant') } },
    reviewRating: { alternateName: member(review, 'textualRating') },
    author: isThing(publisher) ? { name: member(publisher, 'name') ?? member(publisher, 'site') } : undefined,
    datePublished: member(review, 'reviewDate'),
    inLanguage: member(review, 'languageCode'),
  };
}
