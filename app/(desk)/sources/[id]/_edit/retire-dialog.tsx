'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { reinstate, retire } from '../../actions';

type RetireDialogProps = { source: { id: string; title: string }; onClose: () => void };

/** Says that a source was withdrawn, and why; the toast takes it back. */
export function RetireDialog({ source, onClose }: RetireDialogProps) {
  const t = useTranslations('sources.edit');
  const shell = useTranslations('shell');
  const router = useRouter();
  const refusalText = useRefusalText();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function undo() {
    const answer = await send(reinstate, { id: source.id });
    if (!answer.ok) return void toast.error(refusalText(answer));
    router.refresh();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await send(retire, { id: source.id, note });
    setBusy(false);
    if (!answer.ok) return setRefusal(answer);
    onClose();
    router.refresh();
    toast(t('retired'), { duration: 12_000, action: { label: shell('undo'), onClick: () => void undo() } });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('retireTitle')}
      description={t('retireText')}
      closeLabel={shell('close')}
    >
      <form onSubmit={submit} className="grid gap-3">
        <p className="font-serif font-semibold wrap-anywhere">{source.title}</p>
        <Field label={t('note')} hint={t('noteHint')} error={refusal ? refusalText(refusal) : undefined}>
          <TextArea
            rows={3}
            maxLength={500}
            value={note}
            aria-invalid={refusal !== null}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={isBusy}>
            {t('retireDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
