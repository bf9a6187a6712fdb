'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleView } from '#lib/domain/articles/article-view';
import { buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { later } from '../../../../browser/later';

const DetailsForm = later(() => import('./details-form').then((form) => form.DetailsForm));

/** Corrects the article's title, link, byline and the like after it came in. */
export function DetailsDialog({ article, maySetRules }: { article: ArticleView; maySetRules: boolean }) {
  const t = useTranslations('review.details');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={buttonClass('plain', 'small')} onClick={() => setOpen(true)}>
        {t('title')}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}>
        <DetailsForm article={article} maySetRules={maySetRules} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
