'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { metricTitle } from '#lib/domain/ledger/ledger';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { separate } from '../../actions';
import type { ClaimChoice, EditedMetric } from './edited-metric';
import { FormError, NameFields } from './name-fields';

type SplitDialogProps = { metric: EditedMetric; claims: ClaimChoice[]; onClose: () => void };

/** Takes claims that measure something else out of a metric; the toast brings them back. */
export function SplitDialog({ metric, claims, onClose }: SplitDialogProps) {
  const t = useTranslations('figures.edit');
  const shell = useTranslations('shell');
  const language = useLocale();
  const router = useRouter();
  const refusalText = useRefusalText();
  const { id, subject, measure, scope } = metric;
  const [name, setName] = useState({ subject, measure, scope: '' });
  const [chosen, setChosen] = useState<string[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const isAll = chosen.length === claims.length;

  async function undo(newId: string, count: number) {
    const answer = await send(separate, { id: newId, name: { subject, measure, scope }, claimIds: chosen });
    if (!answer.ok) return void toast.error(refusalText(answer));
    toast(t('splitUndone', { count }));
    router.push(`/figures/${id}`);
  }

  function split(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const answer = await send(separate, { id, name, claimIds: chosen });
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      const { id: newId } = answer.value;
      onClose();
      router.push(`/figures/${newId}`);
      toast(t('splitDone', { count: chosen.length, name: metricTitle(name) }), {
        duration: 12_000,
        action: { label: shell('undo'), onClick: () => void undo(newId, chosen.length) },
      });
    });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('splitTitle')}
      description={t('splitText')}
      closeLabel={shell('close')}
    >
      <form onSubmit={split} className="grid gap-3">
        <fieldset>
          <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('splitClaims')}</legend>
          <div className="max-h-60 overflow-auto">
            {claims.map((claim) => (
              <label key={claim.id} className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-wash">
                <input
                  type="checkbox"
                  className="mt-1.5"
                  checked={chosen.includes(claim.id)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, claim.id] : chosen.filter((one) => one !== claim.id))
                  }
                />
                <span className="min-w-0">
                  <span className="num font-medium">{claim.reads[language]}</span>
                  <span lang={claim.language} className="line-clamp-1 text-[12.5px] text-ink-3">
                    {claim.article} #{claim.number} · {claim.exact}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <NameFields name={name} refusal={refusal} onChange={(changed) => setName({ ...name, ...changed })} />
        {isAll && <p className="text-[13px] text-disputed">{t('splitAll')}</p>}
        <FormError refusal={refusal} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={isPending || chosen.length === 0 || isAll}>
            {t('splitDo', { count: chosen.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
