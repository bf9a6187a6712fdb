'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { showUnread, showUnreadNotices } from '../_shell/unread';
import { readAll } from './actions';

export function ReadAll() {
  const t = useTranslations('discussion.mentions');
  const refusalText = useRefusalText();
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      size="small"
      disabled={isPending}
      onClick={() =>
        startTransition(async () => {
          const answer = await send(readAll, {});
          if (!answer.ok) return void toast.error(refusalText(answer));
          showUnread(0);
          showUnreadNotices(0);
        })
      }
    >
      {t('readAll')}
    </Button>
  );
}
