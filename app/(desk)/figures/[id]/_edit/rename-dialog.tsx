'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { metricTitle } from '#lib/domain/ledger/ledger';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { rename } from '../../actions';
import type { EditedMetric } from './edited-metric';
import { FormError, NameFields } from './name-fields';

/** Changes what a metric is called; the toast takes it back. */
export function RenameDialog({ metric, onClose }: { metric: EditedMetric; onClose: () => void }) {
  const t = useTranslations('figures.edit');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const { id, subject, measure, scope, edition } = metric;
  const [name, setName] = useState({ subject, measure, scope: scope ?? '' });
  const [aliases, setAliases] = useState(metric.aliases.join('\n'));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();

  async function undo() {
    // The rename was the next edition; if somebody changed the name since, this is refused.
    const entry = { subject, measure, scope, aliases: metric.aliases };
    const answer = await send(rename, { id, edition: edition + 1, entry });
    if (answer.ok) toast(t('nameBack', { name: metricTitle(metric) }));
    else toast.error(refusalText(answer));
  }

  function save(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const entry = { ...name, aliases: aliases.split('\n').filter((line) => line.trim() !== '') };
      const answer = await send(rename, { id, edition, entry });
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      onClose();
      toast(t('renamed', { name: metricTitle(name) }), {
        duration: 12_000,
        action: { label: shell('undo'), onClick: () => void undo() },
      });
    });
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('renameTitle')} closeLabel={shell('close')}>
      <form onSubmit={save} className="grid gap-3">
        <NameFields name={name} refusal={refusal} onChange={(changed) => setName({ ...name, ...changed })} />
        <Field label={t('aliases')} hint={t('aliasesHint')}>
          <TextArea rows={3} maxLength={4000} value={aliases} onChange={({ target }) => setAliases(target.value)} />
        </Field>
        <FormError refusal={refusal} />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit" disabled={isPending}>
            {shell('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
