'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '#lib/domain/refusal';

/** A refusal as a sentence in the person's language. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('refusal');
  return ({ code, values }) => t(code, { limit: 0, number: 0, paragraph: 0, verdict: '', name: '', ...values });
}
