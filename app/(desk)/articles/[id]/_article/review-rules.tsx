'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { Refusal } from '#lib/domain/refusal';
import { maxRequiredJudgements } from '#lib/domain/review/workflow';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { setRules } from '../_actions/actions';

const counts = Array.from({ length: maxRequiredJudgements }, (_, index) => index + 1);

/** How many judgements a claim needs, and whether they are given blind. An editor's to set. */
export function ReviewRules({ article, onSaved }: { article: ArticleView; onSaved: () => void }) {
  const t = useTranslations('work.rules');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [requiredJudgements, setRequired] = useState(article.requiredJudgements);
  const [blindFirstPass, setBlind] = useState(article.blindFirstPass);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function save() {
    const answer = await send(setRules, { articleId: article.id, rules: { requiredJudgements, blindFirstPass } });
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) onSaved();
  }

  return (
    <section className="mt-5 grid gap-3 border-t border-line-2 pt-4">
      <h3 className="font-serif text-[15px] font-semibold">{t('title')}</h3>
      <Field label={t('required')} hint={t('requiredHint')}>
        <Select value={requiredJudgements} onChange={({ target }) => setRequired(Number(target.value))}>
          {counts.map((count) => (
            <option key={count}>{count}</option>
          ))}
        </Select>
      </Field>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1"
          checked={blindFirstPass}
          onChange={({ target }) => setBlind(target.checked)}
        />
        <span>
          {t('blind')}
          <span className="block text-[12.5px] text-ink-3">{t('blindHint')}</span>
        </span>
      </label>
      {refusal && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <Button className="justify-self-end" onClick={() => void save()}>
        {shell('save')}
      </Button>
    </section>
  );
}
