'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { Tag } from '#ui/tag';
import { later } from '../../../../browser/later';
import { showPartialDate } from '../../../../i18n/partial-date';
import type { Commands } from '../_state/use-review';

// It brings the reader of figures along, which most visits never need.
const FigureForm = later(() => import('./figure-form').then((form) => form.FigureForm));
const FigureChoices = later(() => import('./figure-choices').then((choices) => choices.FigureChoices));

type FigureFieldProps = {
  claim: ClaimView;
  commands: Commands;
  readOnly: boolean;
  /** The paragraph that the claim lies in. */
  text: string;
  publishedOn: string | null;
};

/** Whether there may be another figure in a claim's words: a number, or as many words as it takes to name one. */
const mayHoldMore = ({ exact, figure }: ClaimView) =>
  /\p{N}|[一二两三四五六七八九十百千万亿半]|\p{L}{2}\P{L}+\p{L}{3}/u.test(exact.replace(figure?.raw ?? '', ' '));

/** What a figure comes down to, exactly; a reviewer may correct it. */
export function FigureField({ claim, commands, readOnly, text, publishedOn }: FigureFieldProps) {
  const t = useTranslations('review.figure');
  const format = useFormatter();
  const language = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { figure } = claim;
  if (isOpen) return <FigureForm {...{ claim, commands }} onClose={() => setOpen(false)} />;
  return (
    <div className="mt-2.5 flex flex-wrap items-baseline gap-x-2 gap-y-1 rounded-md bg-wash px-2.5 py-1.5 text-[13px]">
      <span className="text-[12px] text-ink-3">{t('label')}</span>
      {figure ? (
        <span className="num font-semibold">{figure.reads[language]}</span>
      ) : (
        <span className="text-ink-2">{t('unread')}</span>
      )}
      {figure?.asOf && (
        <span className="text-ink-2">{t('asOf', { date: showPartialDate(format, figure.asOf) ?? figure.asOf })}</span>
      )}
      {figure?.corrected && <Tag tone="accent">{t('corrected')}</Tag>}
      <span className="flex-1" />
      {!readOnly && (
        <button type="button" className="text-[12.5px] text-accent hover:underline" onClick={() => setOpen(true)}>
          {t('edit')}
        </button>
      )}
      {!readOnly && mayHoldMore(claim) && (
        <FigureChoices claim={claim} commands={commands} text={text} publishedOn={publishedOn} />
      )}
    </div>
  );
}
