'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '#lib/domain/refusal';
import { refusalValues } from './refusal-values';

/** A refusal as a sentence in the person's language. */
export function useRefusalText(): (refusal: Refusal) => string {
  const t = useTranslations('refusal');
  const standing = useTranslations('words.standing');
  return (refusal) => t(refusal.code, refusalValues(refusal, standing));
}
