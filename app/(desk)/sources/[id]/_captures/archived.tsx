'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Result } from '#lib/domain/refusal';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { findArchived } from '../../actions';

/** Looks for a source's page in the Wayback Machine. */
export function FindArchived({ id }: { id: string }) {
  const t = useTranslations('sources.captures');
  const refusalText = useRefusalText();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Result<{ isThere: boolean }> | null>(null);

  async function find() {
    setBusy(true);
    const found = await send(findArchived, { id });
    setBusy(false);
    setAnswer(found);
    if (found.ok) router.refresh();
  }

  return (
    <>
      <button
        type="button"
        className="text-accent hover:underline disabled:text-ink-3"
        disabled={isBusy}
        onClick={() => void find()}
      >
        {t('findArchived')}
      </button>
      <span role="status" className="text-ink-3">
        {answer && !answer.ok && <span className="text-false">{refusalText(answer)}</span>}
        {answer?.ok && !answer.value.isThere && t('notArchived')}
      </span>
    </>
  );
}
