/**
 * The claims with a verdict that a search finds as a feed of fact-checks: a schema.org DataFeed whose items are ClaimReview
 * (claim-review.ts). Open and contested claims have no rating and are left out, as are those that the reader is blind to.
 */
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { claimReview, type ReviewPublication } from '#lib/export/claim-review';
import { inPieces } from '#lib/export/stream/pieces';

/** A claim as its reader may see it, with what its markup is made from. */
export type ReviewableClaim = {
  claim: ClaimView;
  /** The text that it is marked in, and all claims that are marked there. */
  paragraph: string;
  beside: Pick<ClaimView, 'start' | 'end' | 'standing'>[];
  article: Pick<ArticleView, 'id' | 'title' | 'publisher' | 'url' | 'byline' | 'publishedOn' | 'language'>;
  publication: ReviewPublication;
};

type FeedSetting = { name: string; publisher: ReviewPublication['desk']; now: Date };

/** The feed in pieces that together are one JSON-LD document.  */
export function reviewFeed(parts: AsyncIterable<ReviewableClaim[]>, setting: FeedSetting): AsyncGenerator<string> {
  return inPieces(feedOf(parts, setting));
}

async function* feedOf(
  parts: AsyncIterable<ReviewableClaim[]>,
  { name, publisher, now }: FeedSetting,
): AsyncGenerator<string> {
  const provider = { '@type': 'Organization', ...publisher };
  const head = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name,
    dateModified: now.toISOString(),
    provider,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[`;
  let isFirst = true;
  for await (const claims of parts) {
    for (const { claim, paragraph, beside, article, publication } of claims) {
      const review = claimReview(claim, paragraph, beside, article, publication);
      if (!review) continue;
      const { '@context': _, ...item } = review;
      const element = { '@type': 'DataFeedItem', dateModified: claim.updatedAt ?? undefined, item };
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(element)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
}
