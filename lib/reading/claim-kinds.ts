/** The kinds of claim, and a guess of the kind for a selection. Light enough for the browser: it loads no reader. */

import type { Span } from '#lib/text/span';

export const claimKinds = ['quote', 'figure', 'fact', 'prediction', 'opinion'] as const;
export type ClaimKind = (typeof claimKinds)[number];

const quotationMarks = /[“”「」『』«»"]/u;
const numerals = /[\p{Nd}%％]|[一二三四五六七八九十百千万亿两]{2,}|百分之/u;
const forecasts =
  /预计|预测|将(?:会|达|有|拥)|到20\d\d年|\b(?:will|forecasts?|expects?|expected|predicts?|by 20\d\d)\b/iu;

/**
 * Guesses which kind of claim a selection is; the toolbar offers it first and the reviewer chooses. It uses only the
 * span, its neighbouring characters and a few patterns, because it runs in the browser and the readers of quotes and
 * figures with their word lists are many times larger than the page.
 */
export function guessKind(text: string, span: Span): ClaimKind {
  const exact = text.slice(span.start, span.end);
  const edges = (text[span.start - 1] ?? '') + (exact[0] ?? '') + (exact.at(-1) ?? '') + (text[span.end] ?? '');
  if ((edges.match(new RegExp(quotationMarks, 'gu')) ?? []).length >= 2) return 'quote';
  if (forecasts.test(exact)) return 'prediction';
  if (numerals.test(exact)) return 'figure';
  return 'fact';
}

/**
 * The most claims that are proposed for one article, the most check-worthy ones. A long feature has some hundred; a text
 * that has tens of thousands would hold everybody up at each opening.
 */
export const maxProposals = 3_000;
