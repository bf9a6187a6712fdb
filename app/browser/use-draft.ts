'use client';

import { useState } from 'react';
import { keepDraft, readDraft } from './drafts';

/** A text that outlives the page until it is sent: what is typed, how it is changed, and how it is forgotten. */
export function useDraft(personId: string, target: string, initial: string) {
  const [text, setText] = useState(() => readDraft(personId, target) ?? initial);
  return {
    text,
    type: (next: string) => {
      setText(next);
      keepDraft(personId, target, next === initial ? null : next);
    },
    forget: () => keepDraft(personId, target, null),
  };
}
