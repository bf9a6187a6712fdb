'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../browser/requests';
import { useRefusalText } from '../../../i18n/refusal';
import { endSessionsOfPeople } from './actions';

/** Ends the sessions of a colleague, or of everybody else where `person` is null, once an admin is sure. */
export function EndSessionsButton({ person }: { person: { id: string; name: string } | null }) {
  const t = useTranslations('access.sessions');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  const end = () =>
    startTransition(async () => {
      const answer = await send(endSessionsOfPeople, { id: person?.id });
      setOpen(false);
      if (answer.ok) toast.success(t('peopleEnded', answer.value));
      else toast.error(refusalText(answer));
    });
  return (
    <>
      <Button
        look="quiet"
        className={person ? 'sm:min-h-8 sm:px-2.5 sm:text-[13px]' : 'mt-4'}
        aria-label={person ? t('endAllOf', { name: person.name }) : undefined}
        onClick={() => setOpen(true)}
      >
        {person ? t('endAll') : t('endEverybody')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={person ? t('endAllTitle', { name: person.name }) : t('endEverybodyTitle')}
        description={person ? t('endAllText') : t('endEverybodyText')}
        closeLabel={shell('close')}
      >
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t('keepThem')}
          </Button>
          <Button look="danger" disabled={isPending} onClick={end}>
            {person ? t('endAll') : t('endEverybody')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
