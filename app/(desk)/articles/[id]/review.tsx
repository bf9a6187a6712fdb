'use client';

import type { PersonView } from '#lib/domain/people/person-view';
import { ArticleColumn } from './_article/article-column';
import { reviewLayout } from './_article/layout-classes';
import { Overlays } from './_article/overlays';
import { ReviewMargin } from './_margin/review-margin';
import { type ReviewPageProps, useReviewPage } from './_state/use-review-page';

type ReviewProps = ReviewPageProps & {
  /** To whom work may be given. */
  assignees: PersonView[];
};

/** The review page: the article with its claims underlined, and their cards in the margin. */
export function Review({ assignees, ...props }: ReviewProps) {
  const page = useReviewPage(props);
  return (
    <main className={reviewLayout}>
      <ArticleColumn view={props.view} page={page} />
      <ReviewMargin page={page} />
      <Overlays page={page} assignees={assignees} />
    </main>
  );
}
