'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { setRemoved, setSamples } from './actions';

/** Takes an article off the desk; the toast puts it back. */
export function RemoveArticle({ articleId, title }: { articleId: string; title: string }) {
  const t = useTranslations('intake.list');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isBusy, start] = useTransition();

  function remove() {
    start(async () => {
      const answer = await send(setRemoved, { articleId, removed: true });
      if (!answer.ok) return void toast.error(refusalText(answer));
      toast(t('removed'), {
        duration: 12_000,
        action: { label: shell('undo'), onClick: () => void send(setRemoved, { articleId, removed: false }) },
      });
    });
  }

  return (
    <button
      type="button"
      disabled={isBusy}
      aria-label={t('remove', { title })}
      title={t('remove', { title })}
      className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-false"
      onClick={remove}
    >
      <Trash2 size={15} />
    </button>
  );
}

/** Says that the samples are samples, and takes them away. */
export function SampleNote({ mayRemove }: { mayRemove: boolean }) {
  const t = useTranslations('intake.list');
  const refusalText = useRefusalText();
  const [isBusy, start] = useTransition();

  function remove() {
    start(async () => {
      const answer = await send(setSamples, { present: false });
      if (!answer.ok) return void toast.error(refusalText(answer));
      toast(t('sampleRemoved'), {
        duration: 12_000,
        action: { label: t('sampleBack'), onClick: () => void send(setSamples, { present: true }) },
      });
    });
  }

  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 rounded-lg bg-accent-wash px-3.5 py-2 text-[13px]">
      <span className="min-w-52 flex-1">{t('sampleNote')}</span>
      {mayRemove && (
        <Button size="small" onClick={remove} disabled={isBusy}>
          {t('sampleRemove')}
        </Button>
      )}
    </div>
  );
}
