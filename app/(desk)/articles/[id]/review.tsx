'use client';

import { useMemo, useState } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';
import { type PackedReview, unpackReview } from '#lib/domain/review/pack';
import { later } from '../../../browser/later';
import { ArticleColumn } from './_article/article-column';
import type { ArticleLength } from './_article/article-head';
import { reviewLayout, splitLayout } from './_article/layout-classes';
import { Overlays } from './_article/overlays';
import { type Beside, OpenBeside } from './_beside/beside';
import { FileKeeping } from './_claim/keeping';
import { ReviewMargin } from './_margin/review-margin';
import { type ReviewPageProps, useReviewPage } from './_state/use-review-page';

const Pane = later(() => import('./_beside/pane').then((pane) => pane.Pane));

type ReviewProps = Omit<ReviewPageProps, 'view'> & {
  packed: PackedReview;
  length: ArticleLength;
  /** To whom work may be given. */
  assignees: PersonView[];
  /** Of a file that is put on a claim (MB). */
  fileLimit: number;
};

/** The review page: the article with its claims underlined, and their cards in the margin. */
export function Review({ packed, length, assignees, fileLimit, ...props }: ReviewProps) {
  const view = useMemo(() => unpackReview(packed), [packed]);
  const page = useReviewPage({ ...props, view });
  const { people } = props;
  const keeping = useMemo(() => ({ limit: fileLimit, people }), [fileLimit, people]);
  const [beside, setBeside] = useState<Beside | null>(null);
  return (
    <OpenBeside value={setBeside}>
      <main className={beside ? `${reviewLayout} ${splitLayout}` : reviewLayout}>
        <ArticleColumn length={length} page={page} />
        <FileKeeping value={keeping}>
          <ReviewMargin page={page} />
        </FileKeeping>
        <Overlays page={page} assignees={assignees} />
      </main>
      {beside && <Pane beside={beside} onClose={() => setBeside(null)} />}
    </OpenBeside>
  );
}
