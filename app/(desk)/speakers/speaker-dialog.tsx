'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import type { Refusal, Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field, Select } from '#ui/field';
import { TextArea, TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import * as actions from './actions';

type DialogProps = {
  speaker: SpeakerView;
  /** Everybody whom this one may turn out to be. */
  others: SpeakerView[];
  onClose: () => void;
  /** The speaker's facts as they are now; `from`: the one who is shown as them from now on. */
  onChanged: (speaker: SpeakerView, from?: string) => void;
};

/** Renames a speaker, keeps their other names, or says that they are somebody whom the desk knows already. */
export function SpeakerDialog({ speaker, others, onClose, onChanged }: DialogProps) {
  const t = useTranslations('review.speaker');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [entry, setEntry] = useState({
    name: speaker.name,
    role: speaker.role ?? '',
    organisation: speaker.organisation ?? '',
    aliases: speaker.aliases.join('\n'),
  });
  const [intoId, setIntoId] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = (changed: Partial<typeof entry>) => setEntry({ ...entry, ...changed });
  const errorAt = (field: string) => (refusal?.field?.startsWith(field) ? refusalText(refusal) : undefined);

  async function ask(asking: Promise<Result<SpeakerView>>): Promise<SpeakerView | null> {
    const answer = await asking;
    setRefusal(answer.ok ? null : answer);
    return answer.ok ? answer.value : null;
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const aliases = entry.aliases.split('\n').filter((line) => line.trim() !== '');
    const saved = await ask(send(actions.edit, { id: speaker.id, entry: { ...entry, aliases } }));
    if (!saved) return;
    onChanged(saved);
    toast(t('saved'));
    onClose();
  }

  async function merge() {
    const into = await ask(send(actions.merge, { id: speaker.id, intoId }));
    if (!into) return;
    onChanged(into, speaker.id);
    onClose();
    toast(t('merged', { name: speaker.name, into: into.name }), {
      action: {
        label: t('separate'),
        onClick: async () => {
          const alone = await ask(send(actions.separate, { id: speaker.id }));
          if (alone) onChanged(alone, alone.id);
        },
      },
    });
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('editTitle')} closeLabel={shell('close')}>
      <form onSubmit={save} className="grid gap-3">
        <Field label={t('name')} error={errorAt('entry.name')}>
          <TextInput maxLength={200} value={entry.name} onChange={({ target }) => change({ name: target.value })} />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('role')}>
            <TextInput maxLength={200} value={entry.role} onChange={({ target }) => change({ role: target.value })} />
          </Field>
          <Field label={t('organisation')}>
            <TextInput
              maxLength={200}
              value={entry.organisation}
              onChange={({ target }) => change({ organisation: target.value })}
            />
          </Field>
        </div>
        <Field label={t('aliases')} hint={t('aliasesHint')} error={errorAt('entry.aliases')}>
          <TextArea
            rows={3}
            maxLength={4000}
            value={entry.aliases}
            onChange={({ target }) => change({ aliases: target.value })}
          />
        </Field>
        {refusal && !refusal.field && (
          <p role="alert" className="text-[13px] text-false">
            {refusalText(refusal)}
          </p>
        )}
        <div className="flex items-center gap-2">
          <span className="flex-1 text-[12.5px] text-ink-3">{t('everywhere')}</span>
          <Button look="quiet" onClick={onClose}>
            {shell('cancel')}
          </Button>
          <Button look="primary" type="submit">
            {shell('save')}
          </Button>
        </div>
      </form>
      {others.length > 0 && (
        <div className="mt-4 flex items-end gap-2 border-t border-line-2 pt-4">
          <Field label={t('merge')} hint={t('mergeHint')} className="min-w-0 flex-1">
            <Select value={intoId} onChange={({ target }) => setIntoId(target.value)}>
              <option value="">—</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {[one.name, one.organisation, one.role].filter(Boolean).join(' · ')}
                </option>
              ))}
            </Select>
          </Field>
          <Button className="mb-6" disabled={intoId === ''} onClick={() => void merge()}>
            {t('mergeDo')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
