'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { FileView } from '#lib/domain/files/source-file';
import type { PersonView } from '#lib/domain/people/person-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { ReaderChoice } from '../../../_files/reader-choice';
import { nameReaders } from './actions';

type WhoSeesProps = {
  file: Pick<FileView, 'id' | 'name' | 'addedBy' | 'confidential'>;
  /** Of the desk. */
  people: PersonView[];
  /** Who says it, and stays among those who see it. */
  meId: string;
};

/** Opens what says who sees a file. */
export function WhoSees(props: WhoSeesProps) {
  const { file } = props;
  const t = useTranslations('sources.files.secret');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={t('whoOf', { name: file.name })} onClick={() => setOpen(true)}>
        {t('who')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('whoOf', { name: file.name })} closeLabel={shell('close')}>
        <WhoSeesForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function WhoSeesForm({ file, people, meId, onClose }: WhoSeesProps & { onClose: () => void }) {
  const t = useTranslations('sources.files.secret');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const { id, name, addedBy, confidential } = file;
  const before = confidential?.readers.map((reader) => reader.id) ?? null;
  const [isConfidential, setConfidential] = useState(true);
  const [chosen, setChosen] = useState<string[]>(before ?? []);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  // Who was named and has left the desk since stays in the list, to be taken out of it.
  const known = [
    ...people,
    ...(confidential?.readers ?? []).filter((reader) => !people.some((one) => one.id === reader.id)),
  ];

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await send(nameReaders, { id, readers: isConfidential ? chosen : null, before });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    if (!answer.ok) return;
    toast(t(isConfidential ? (before ? 'readersSaved' : 'closed') : 'opened', { name }));
    onClose();
  }

  return (
    <form onSubmit={submit} className="grid gap-3.5">
      <label className="flex items-center gap-2 font-medium">
        <input type="checkbox" checked={isConfidential} onChange={({ target }) => setConfidential(target.checked)} />
        {t('confidential')}
      </label>
      {isConfidential ? (
        <>
          <p className="text-[13px] text-ink-2">{t('adderSees', { name: addedBy.name })}</p>
          <ReaderChoice
            people={known.filter((person) => person.id !== addedBy.id)}
            chosen={chosen}
            fixedId={meId}
            onChange={setChosen}
          />
        </>
      ) : (
        <p className="text-[13.5px]">{t('openText')}</p>
      )}
      {refusal && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(refusal)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={isBusy || (!isConfidential && before === null)}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
