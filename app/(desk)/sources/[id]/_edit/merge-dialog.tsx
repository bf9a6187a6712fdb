'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { SourceView } from '#lib/domain/claims/claim-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { TextInput } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';
import { merge, separate } from '../../actions';

/** How long after the last letter a search is made (ms). */
const pause = 250;

type MergeDialogProps = { source: { id: string; title: string }; onClose: () => void };

/** Says that a source is the same document as another one; the toast takes it back. */
export function MergeDialog({ source, onClose }: MergeDialogProps) {
  const t = useTranslations('sources.edit');
  const shell = useTranslations('shell');
  const words = useTranslations('words.sourceKind');
  const router = useRouter();
  const refusalText = useRefusalText();
  const [search, setSearch] = useState('');
  const asked = new URLSearchParams({ search });
  const others = useRead<SourceView[]>(`/api/sources?${asked}`, { rest: search ? pause : 0 });
  const found = others.value?.filter(({ id }) => id !== source.id);
  const [intoId, setIntoId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const into = found?.find((one) => one.id === intoId);
  const shownRefusal = refusal ?? others.refusal;

  async function undo() {
    const answer = await send(separate, { id: source.id });
    if (!answer.ok) return void toast.error(refusalText(answer));
    router.push(`/sources/${source.id}`);
  }

  function mergeInto({ id, title }: SourceView) {
    startTransition(async () => {
      const answer = await send(merge, { id: source.id, intoId: id });
      if (!answer.ok) return setRefusal(answer);
      onClose();
      router.push(`/sources/${id}`);
      toast(t('mergedInto', { title }), {
        duration: 12_000,
        action: { label: shell('undo'), onClick: () => void undo() },
      });
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('mergeTitle')}
      description={t('mergeText')}
      closeLabel={shell('close')}
    >
      <p className="mb-2 font-serif font-semibold wrap-anywhere">{source.title}</p>
      <TextInput
        type="search"
        aria-label={t('mergeSearch')}
        placeholder={t('mergeSearch')}
        maxLength={200}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <fieldset className="mt-3 min-h-32" aria-busy={!found}>
        <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('mergeFound')}</legend>
        {found?.length === 0 && <p className="text-ink-3">{t('mergeNone')}</p>}
        {found?.map((one) => (
          <label key={one.id} className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-wash">
            <input
              type="radio"
              name="into"
              className="mt-1.5"
              checked={one.id === intoId}
              onChange={() => setIntoId(one.id)}
            />
            <span className="min-w-0 flex-1">
              <span className="font-medium wrap-anywhere">{one.title}</span>
              <span className="block text-[12.5px] text-ink-3">
                {[one.publisher, one.published, words(one.kind)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {shownRefusal && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(shownRefusal)}
        </p>
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button look="primary" disabled={isPending || !into} onClick={() => into && mergeInto(into)}>
          {t('mergeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
