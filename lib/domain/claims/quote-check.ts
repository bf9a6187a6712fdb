/**
 * Questions about a quote as a quote: did the person say it, is it word for word, does it keep its context. Each
 * reviewer answers for themselves. Whether what was said is true is a matter of the verdict.
 */
import type { QuoteRelation } from '#lib/domain/sources/relations';

export const saidAnswers = ['yes', 'no', 'unclear'] as const;
export type Said = (typeof saidAnswers)[number];

export const wordings = ['verbatim', 'paraphrase', 'translation', 'altered'] as const;
export type Wording = (typeof wordings)[number];

export const contexts = ['kept', 'lost', 'unclear'] as const;
export type Context = (typeof contexts)[number];

/** null: not checked. */
export type QuoteAnswers = { said: Said | null; wording: Wording | null; context: Context | null };

export const noAnswers: QuoteAnswers = { said: null, wording: null, context: null };

/**
 * The answers that a machine proposes where the sources of a quote have its words so. Whether it keeps its context is for a
 * person to say.
 */
export function proposedAnswers(quoteIs: QuoteRelation | 'translation'): Pick<QuoteAnswers, 'said' | 'wording'> | null {
  if (quoteIs === 'absent') return null;
  // In another language nothing was found: only how it is given can be told.
  if (quoteIs === 'translation') return { said: null, wording: 'translation' };
  const wording = quoteIs === 'verbatim' || quoteIs === 'altered' ? quoteIs : 'paraphrase';
  return { said: 'yes', wording };
}

export const quoteFindings = ['unchecked', 'confirmed', 'doubtful', 'contested'] as const;
export type QuoteFinding = (typeof quoteFindings)[number];

/**
 * What the reviewers' answers lead to: doubtful where it was not said, was altered or lost its context; confirmed where
 * it was said and nothing speaks against it; contested where reviewers differ.
 */
export function quoteFinding(checks: QuoteAnswers[]): QuoteFinding {
  const found = new Set(checks.map(findingOf).filter((finding) => finding !== 'unchecked'));
  if (found.size > 1) return 'contested';
  return [...found][0] ?? 'unchecked';
}

function findingOf({ said, wording, context }: QuoteAnswers): 'unchecked' | 'confirmed' | 'doubtful' {
  if (said === 'no' || wording === 'altered' || context === 'lost') return 'doubtful';
  return said === 'yes' ? 'confirmed' : 'unchecked';
}
