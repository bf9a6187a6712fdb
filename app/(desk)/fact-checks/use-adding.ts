import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Reading } from '#lib/domain/fact-checks/feed';
import type { Refusal, Result } from '#lib/domain/refusal';
import { useReadingText } from './reading-text';

export type Added = { name: string; reading: Reading };

/** Adding a feed in any way: `ask` tells how it went and shows the page anew; a refusal stays until the next try. */
export function useAdding() {
  const t = useTranslations('factChecks.feeds');
  const router = useRouter();
  const readingText = useReadingText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();

  function ask(act: () => Promise<Result<Added>>, onAdded?: () => void) {
    startTransition(async () => {
      const answer = await act();
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      const { name, reading } = answer.value;
      onAdded?.();
      toast(t('added', { name, told: readingText(reading) }));
      router.refresh();
    });
  }
  return { ask, refusal, isPending };
}
