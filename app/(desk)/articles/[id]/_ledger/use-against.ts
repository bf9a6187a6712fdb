'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Against } from '#lib/domain/ledger/ledger';
import { againstWords } from '../../../../words/against';

/** How a figure stands to another, in the reader's words. */
export function useAgainst(): (against: Against) => { text: string; isOff: boolean } {
  const t = useTranslations('measure.against');
  const format = useFormatter();
  return (against) => againstWords(against, t, format);
}
