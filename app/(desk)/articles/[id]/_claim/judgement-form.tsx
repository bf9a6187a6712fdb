'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { JudgementView } from '#lib/domain/claims/claim-view';
import { type Confidence, confidences } from '#lib/domain/claims/standing';
import type { Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useDraft } from '../../../../browser/use-draft';

type JudgementFormProps = {
  claimId: string;
  own: JudgementView;
  onSubmit: (rationale: string, confidence: Confidence) => Promise<Result<unknown>>;
  onCancel: () => void;
};

/** Why, and how sure: said after the verdict is in, so that a verdict takes one key. */
export function JudgementForm({ claimId, own, onSubmit, onCancel }: JudgementFormProps) {
  const t = useTranslations('review');
  const words = useTranslations('words');
  const shell = useTranslations('shell');
  const rationale = useDraft(own.reviewer.id, `judgement:${claimId}`, own.rationale);
  const [confidence, setConfidence] = useState(own.confidence);
  const [isBusy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await onSubmit(rationale.text, confidence);
    if (answer.ok) rationale.forget();
    setBusy(false);
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      className="mt-3 grid gap-2.5"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
        if (isEscape(event)) onCancel();
      }}
    >
      <Field label={t('rationale', { verdict: words(`standing.${own.verdict}`) })}>
        <TextArea
          autoFocus
          rows={3}
          maxLength={4000}
          value={rationale.text}
          placeholder={t('rationaleHint')}
          onChange={(event) => rationale.type(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <fieldset className="flex flex-1 items-center gap-1 text-[13px]">
          <legend className="sr-only">{t('howSure')}</legend>
          <span className="mr-1 whitespace-nowrap text-ink-2" aria-hidden="true">
            {t('howSure')}
          </span>
          {confidences.map((level) => (
            <label
              key={level}
              className="cursor-pointer rounded border border-line px-1.5 py-0.5 text-ink-2 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="confidence"
                className="sr-only"
                checked={confidence === level}
                onChange={() => setConfidence(level)}
              />
              {words(`confidence.${level}`)}
            </label>
          ))}
        </fieldset>
        <Button size="small" look="quiet" onClick={onCancel}>
          {t('later')}
        </Button>
        <Button size="small" look="primary" type="submit" disabled={isBusy}>
          {shell('save')}
        </Button>
      </div>
    </form>
  );
}
