'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { Button, buttonClass } from '#ui/button';
import { TextArea } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useDraft } from '../../../../browser/use-draft';
import { useRefusalText } from '../../../../i18n/refusal';
import * as actions from '../_revisions/actions';
import { type Previewed, RevisionPreview } from './revision-preview';

type ReviseProps = {
  article: { id: string; title: string; language: string };
  personId: string;
  /** The newest revision when the page was read. */
  basedOn: number;
  text: string;
};

/** Two steps: the text is written, then what it does is looked at and saved. What was typed is kept until then. */
export function Revise({ article, personId, basedOn, text }: ReviseProps) {
  const t = useTranslations('revisions');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [way, setWay] = useState<'edit' | 'paste'>('edit');
  const edited = useDraft(personId, `revise-${basedOn}:${article.id}`, text);
  const [pasted, setPasted] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [isBusy, setBusy] = useState(false);

  function refuse(refused: Refusal) {
    setRefusal(refused);
    setPreviewed(null);
    // The text stays; the next look at it is beside the newest revision.
    if (refused.code === 'text-revised') router.refresh();
  }

  async function look() {
    setBusy(true);
    setRefusal(null);
    const answer = await send(actions.preview, {
      ...{ articleId: article.id, basedOn, way },
      text: way === 'edit' ? edited.text : pasted,
    });
    setBusy(false);
    if (answer.ok) setPreviewed(answer.value);
    else refuse(answer);
  }

  async function save({ paragraphs, basedOn: base }: Previewed) {
    setBusy(true);
    const answer = await send(actions.save, { articleId: article.id, basedOn: base, way, paragraphs });
    setBusy(false);
    if (!answer.ok) return refuse(answer);
    edited.forget();
    router.push(`/articles/${article.id}`);
    router.refresh();
  }

  if (previewed) {
    return (
      <RevisionPreview
        {...{ previewed, isBusy }}
        language={article.language}
        onBack={() => setPreviewed(null)}
        onSave={() => void save(previewed)}
      />
    );
  }
  const isEdit = way === 'edit';
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="min-w-60 flex-1 font-serif text-[26px] font-semibold tracking-tight">{t('editing.title')}</h1>
        <Link href={`/articles/${article.id}/revisions`} className={buttonClass('quiet', 'small')}>
          {t('list')}
        </Link>
        <Link href={`/articles/${article.id}`} className={buttonClass('plain', 'small')}>
          {t('back')}
        </Link>
      </div>
      <p lang={article.language} className="mb-4 font-serif text-ink-2">
        {article.title}
      </p>
      <div role="group" aria-label={t('editing.title')} className="mb-2 flex gap-4 border-b border-line">
        {(['edit', 'paste'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={way === one}
            className="-mb-px border-b-2 border-transparent pb-1.5 text-ink-3 hover:text-ink aria-pressed:border-ink aria-pressed:font-medium aria-pressed:text-ink"
            onClick={() => setWay(one)}
          >
            {t(`editing.${one}`)}
          </button>
        ))}
      </div>
      <p className="mb-3 text-[13px] text-ink-2">
        {isEdit ? t('editing.editHint') : t('editing.pasteHint', { number: basedOn })}
      </p>
      <TextArea
        key={way}
        aria-label={isEdit ? t('editing.text') : t('editing.pasted')}
        lang={article.language}
        className="min-h-[60dvh] resize-y p-4 font-serif text-[16px]/[1.8]"
        value={isEdit ? edited.text : pasted}
        onChange={({ target }) => (isEdit ? edited.type(target.value) : setPasted(target.value))}
      />
      <div className="sticky bottom-0 mt-2 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <span role="alert" className="min-w-40 flex-1 text-false">
          {refusal && refusalText(refusal)}
        </span>
        <Button look="primary" disabled={isBusy} onClick={() => void look()}>
          {isBusy ? t('editing.reading') : t('editing.preview')}
        </Button>
      </div>
    </>
  );
}
