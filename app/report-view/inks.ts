import type { Tone } from '#ui/tag';

/** The colours of standings for words, and for what is drawn in the colour of words. */
export const inks: Record<Tone, string> = {
  verified: 'text-verified',
  disputed: 'text-disputed',
  false: 'text-false',
  contested: 'text-contested',
  unverifiable: 'text-unverifiable',
  open: 'text-open',
  accent: 'text-accent',
};
