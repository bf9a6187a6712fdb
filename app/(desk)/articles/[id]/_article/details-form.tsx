'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { send } from '../../../../browser/requests';
import { FactsFields } from '../../facts-fields';
import { editFacts } from '../_actions/actions';
import { ReviewRules } from './review-rules';

type DetailsProps = { article: ArticleView; maySetRules: boolean; onClose: () => void };

/** The article's facts, and for those who may set them its rules. */
export function DetailsForm({ article, maySetRules, onClose }: DetailsProps) {
  const shell = useTranslations('shell');
  const router = useRouter();
  const [facts, setFacts] = useState(article);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  function closeSaved() {
    onClose();
    // The claims, whose standings may all have changed with the rules, come as for everybody else.
    router.refresh();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { title, publisher, url, byline, publishedOn, language } = facts;
    const answer = await send(editFacts, {
      articleId: article.id,
      edition: article.edition,
      facts: { title, publisher, url, byline, publishedOn, language },
    });
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) closeSaved();
  }

  return (
    <>
      <form onSubmit={submit}>
        <FactsFields facts={facts} refusal={refusal} onChange={(changed) => setFacts({ ...facts, ...changed })} />
        <div className="mt-4 flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {shell('save')}
          </Button>
        </div>
      </form>
      {maySetRules && <ReviewRules article={article} onSaved={closeSaved} />}
    </>
  );
}
