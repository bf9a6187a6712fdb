'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { restore } from '../_revisions/actions';

/** Makes an older text the newest again. Nothing is lost by it: the text before stays a revision. */
export function RestoreButton(props: { articleId: string; number: number; basedOn: number }) {
  const t = useTranslations('revisions.listed');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <>
      <Button
        size="small"
        disabled={isBusy}
        aria-label={`${t('restore')}: ${t('revision', { number: props.number })}`}
        onClick={async () => {
          setBusy(true);
          const answer = await send(restore, props);
          setBusy(false);
          setRefusal(answer.ok ? null : answer);
          router.refresh();
        }}
      >
        {isBusy ? t('restoring') : t('restore')}
      </Button>
      {refusal && (
        <span role="alert" className="w-full text-[13px] text-false">
          {refusalText(refusal)}
        </span>
      )}
    </>
  );
}
