'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { putBackFile, takeOffFile } from './actions';

/** Takes a file off its source; a press puts it back. */
export function RemoveFile({ file: { id, name } }: { file: { id: string; name: string } }) {
  const t = useTranslations('sources.files');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isPending, startTransition] = useTransition();

  const bringBack = () =>
    startTransition(async () => {
      const answer = await send(putBackFile, { id });
      if (answer.ok) toast(t('restored', { name }));
      else toast.error(refusalText(answer));
    });
  const takeAway = () =>
    startTransition(async () => {
      const answer = await send(takeOffFile, { id });
      if (!answer.ok) {
        toast.error(refusalText(answer));
        return;
      }
      toast(t('removed', { name }), { duration: 12_000, action: { label: shell('undo'), onClick: bringBack } });
    });
  return (
    <Button size="small" look="danger" aria-label={t('removeOf', { name })} disabled={isPending} onClick={takeAway}>
      {t('remove')}
    </Button>
  );
}
