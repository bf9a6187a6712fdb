'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { send } from '../../../browser/requests';
import { useRefusalText } from '../../../i18n/refusal';
import { resetSecondStep } from './actions';

/** Resets the second step of a colleague who lost theirs, once an admin is sure. */
export function ResetButton({ person }: { person: { id: string; name: string } }) {
  const t = useTranslations('access.secondStep');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  const { id, name } = person;
  const reset = () =>
    startTransition(async () => {
      const answer = await send(resetSecondStep, { id });
      setOpen(false);
      if (answer.ok) toast.success(t('resetDone', { name }));
      else toast.error(refusalText(answer));
    });
  return (
    <>
      <Button
        look="quiet"
        className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
        aria-label={t('resetOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t('reset')}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('resetTitle', { name })}
        description={t('resetText')}
        closeLabel={shell('close')}
      >
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t('keep')}
          </Button>
          <Button look="danger" disabled={isPending} onClick={reset}>
            {t('reset')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
