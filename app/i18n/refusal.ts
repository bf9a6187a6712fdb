'use client';

import { createTranslator, useLocale, useMessages, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { useFirstUse } from '../browser/first-use';
import { fetchSentences, onSentences, sentencesOf } from './refusal-sentences';
import { refusalValues } from './refusal-values';

const fetchOfPage = () => fetchSentences();

/** A refusal as a sentence in the person's language. Before the sentences are fetched, one that the page lacks is told as a failure. */
export function useRefusalText(): (refusal: Refusal) => string {
  const locale = useLocale();
  const { refusal: atHand } = useMessages();
  const standing = useTranslations('words.standing');
  useFirstUse(fetchOfPage);
  // What is shown meanwhile is said anew once they are there.
  useSyncExternalStore(
    onSentences,
    () => sentencesOf(locale),
    () => null,
  );
  return (refusal) => {
    // Asked for now and not at the last render: an answer's sentences come with it.
    const sentences = sentencesOf(locale) ?? atHand;
    const isKnown = refusal.code in sentences;
    if (!isKnown) void fetchSentences(locale);
    const t = createTranslator({ locale, messages: { refusal: sentences }, namespace: 'refusal' });
    return t(isKnown ? refusal.code : 'failed', refusalValues(refusal, standing));
  };
}
