'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { MetricChoice } from '#lib/domain/ledger/ledger';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { TextInput } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';
import { merge, separate } from '../../actions';
import { MetricStandingTag } from '../../metric-standing';
import type { EditedMetric } from './edited-metric';
import { FormError } from './name-fields';

/** How long after the last letter a search is made (ms). */
const pause = 250;

/** Says that a metric is the same as another one; the toast takes it back. */
export function MergeDialog({ metric, onClose }: { metric: EditedMetric; onClose: () => void }) {
  const t = useTranslations('figures.edit');
  const shell = useTranslations('shell');
  const language = useLocale();
  const router = useRouter();
  const refusalText = useRefusalText();
  const { id, subject, measure, scope } = metric;
  const [search, setSearch] = useState('');
  const asked = new URLSearchParams({ subject, measure, scope: scope ?? '', search });
  const others = useRead<MetricChoice[]>(`/api/figures/${id}/others?${asked}`, { rest: search ? pause : 0 });
  const found = others.value;
  const [intoId, setIntoId] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const into = found?.find((one) => one.id === intoId);

  async function undo(mergedInto: string, claimIds: string[]) {
    const answer = await send(separate, { id: mergedInto, name: { subject, measure, scope }, claimIds });
    if (!answer.ok) return void toast.error(refusalText(answer));
    toast(t('mergeUndone'));
    router.push(`/figures/${answer.value.id}`);
  }

  function mergeInto({ id: mergedInto, titles }: MetricChoice) {
    startTransition(async () => {
      const answer = await send(merge, { id, intoId: mergedInto });
      if (!answer.ok) return setRefusal(answer);
      const { claimIds } = answer.value;
      onClose();
      router.push(`/figures/${mergedInto}`);
      const action = { label: shell('undo'), onClick: () => void undo(mergedInto, claimIds) };
      toast(t('mergedInto', { name: titles[language] }), {
        duration: 12_000,
        ...(claimIds.length > 0 ? { action } : {}),
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
      <p className="mb-2 font-serif font-semibold">{metric.titles[language]}</p>
      <TextInput
        type="search"
        aria-label={t('mergeSearch')}
        placeholder={t('mergeSearch')}
        maxLength={200}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <fieldset className="mt-3 min-h-32" aria-busy={found === null}>
        <legend className="mb-1 text-[13px] font-medium text-ink-2">{t(search ? 'mergeFound' : 'mergeSimilar')}</legend>
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
              <span className="font-serif font-medium wrap-anywhere">{one.titles[language]}</span>
              <span className="num block text-[12.5px] text-ink-3">
                {[one.latest?.[language], t('observations', { count: one.observations })].filter(Boolean).join(' · ')}
              </span>
            </span>
            <MetricStandingTag standing={one.standing} />
          </label>
        ))}
      </fieldset>
      <FormError refusal={refusal ?? others.refusal} />
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
