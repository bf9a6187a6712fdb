'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { checkSource } from './actions';

/** Asks whether a source's page is still there, and keeps what comes. `label`: how it is called in place of that. */
export function CheckLink({ id, title, label }: { id: string; title: string; label?: string }) {
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
        aria-label={label ?? t('checkOf', { title })}
        className="text-accent hover:underline disabled:text-ink-3"
        disabled={isBusy}
        onClick={() => void check()}
      >
        {isBusy ? t('checking') : (label ?? t('check'))}
      </button>
      {refusal && (
        <span role="alert" className="text-false">
          {refusalText(refusal)}
        </span>
      )}
    </>
  );
}
