'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { checkSource } from './actions';

/** Asks whether a source's page is still there. */
export function CheckLink({ id, title }: { id: string; title: string }) {
  const t = useTranslations('intake.sources');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function check() {
    setBusy(true);
    const answer = await send(checkSource, { id });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) router.refresh();
  }

  return (
    <>
      <button
        type="button"
        aria-label={t('checkOf', { title })}
        className="text-accent hover:underline disabled:text-ink-3"
        disabled={isBusy}
        onClick={() => void check()}
      >
        {isBusy ? t('checking') : t('check')}
      </button>
      {refusal && (
        <span role="alert" className="text-false">
          {refusalText(refusal)}
        </span>
      )}
    </>
  );
}
