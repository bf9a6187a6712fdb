'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { Field, Select } from '#ui/field';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { passOnFiles } from './actions';

type PassOnProps = {
  /** Who left the desk. */
  person: PersonView;
  /** Who is at the desk. */
  people: PersonView[];
};

/** Lets somebody see the confidential files of a person who left the desk, whether there are any or not. */
export function PassOnButton({ person, people }: PassOnProps) {
  const t = useTranslations('people.settings.people');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(false);
  const [toId, setToId] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, name } = person;
  const to = people.find((one) => one.id === toId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!to) return;
    const answer = await send(passOnFiles, { id, toId: to.id });
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    toast(t('passedOn', { name, to: to.name }));
    setOpen(false);
  }

  return (
    <>
      <Button
        className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
        aria-label={t('passOnOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('passOn')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('passOnOf', { name })}
        description={t('passOnText', { name })}
        closeLabel={shell('close')}
      >
        <form onSubmit={submit} className="grid gap-3.5">
          <Field label={t('passOnTo')} error={refusal ? refusalText(refusal) : undefined}>
            <Select required value={toId} onChange={(event) => setToId(event.target.value)}>
              <option value="" />
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={() => setOpen(false)}>
              {shell('cancel')}
            </Button>
            <Button look="primary" type="submit" disabled={!to}>
              {t('passOnDo')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
