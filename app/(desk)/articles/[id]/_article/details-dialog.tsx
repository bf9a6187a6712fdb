'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button, buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../../browser/requests';
import { FactsFields } from '../../facts-fields';
import { editFacts } from '../_actions/actions';
import { ReviewRules } from './review-rules';

/** Corrects the article's title, link, byline and the like after it came in. */
export function DetailsDialog({ article, maySetRules }: { article: ArticleView; maySetRules: boolean }) {
  const t = useTranslations('review.details');
  const shell = useTranslations('shell');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [facts, setFacts] = useState(article);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { title, publisher, url, byline, publishedOn, language } = facts;
    const answer = await send(editFacts, {
      articleId: article.id,
      edition: article.edition,
      facts: { title, publisher, url, byline, publishedOn, language },
    });
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <>
      <button type="button" className={buttonClass('plain', 'small')} onClick={() => setOpen(true)}>
        {t('title')}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}>
        <form onSubmit={submit}>
          <FactsFields facts={facts} refusal={refusal} onChange={(changed) => setFacts({ ...facts, ...changed })} />
          <div className="mt-4 flex justify-end gap-2">
            <Button look="quiet" onClick={() => setOpen(false)}>
              {shell('cancel')}
            </Button>
            <Button look="primary" type="submit">
              {shell('save')}
            </Button>
          </div>
        </form>
        {maySetRules && (
          <ReviewRules
            article={article}
            onSaved={() => {
              setOpen(false);
              // The claims, whose standings may all have changed, come as for everybody else.
              router.refresh();
            }}
          />
        )}
      </Dialog>
    </>
  );
}
