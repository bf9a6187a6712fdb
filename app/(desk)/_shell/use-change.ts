'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';
import type { Result } from '#lib/domain/refusal';
import { useRefusalText } from '../../i18n/refusal';

type Change = {
  /** Shows the change before the answer is there. */
  preview?: () => void;
  run: () => Promise<Result<unknown>>;
  done: string;
  /** What takes it back, offered beside `done`. */
  undo?: Change;
};

/** Makes a change at once, says what happened, and offers to take it back. */
export function useChange(): { isPending: boolean; change: (wanted: Change) => void } {
  const t = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isPending, startTransition] = useTransition();
  const change = ({ preview, run, done, undo }: Change) =>
    startTransition(async () => {
      preview?.();
      const result = await run();
      if (!result.ok) toast.error(refusalText(result));
      else toast.success(done, undo && { action: { label: t('undo'), onClick: () => change(undo) } });
    });
  return { isPending, change };
}
