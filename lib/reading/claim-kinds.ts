/**
 * The kinds of claim, and the kind that a selection most likely is. Light enough for the browser: no reader is loaded.
 */

import type { Span } from '#lib/text/span';

export const claimKinds = ['quote', 'figure', 'fact', 'prediction', 'opinion'] as const;
export type ClaimKind = (typeof claimKinds)[number];

const quotationMarks = /[“”「」『』«»"]/u;
const numerals = /[\p{Nd}%％]|[一二三四五六七八九十百千万亿两]{2,}|百分之/u;
const forecasts =
  /预计|预测|将(?:会|达|有|拥)|到20\d\d年|\b(?:will|forecasts?|expects?|expected|predicts?|by 20\d\d)\b/iu;

/**
 * The kind that a reviewer most likely means by a selection, offered first in the toolbar. A guess from the span and its
 * neighbours alone, with a few signs of its own: it runs in the browser, and the readers of quotes and figures with their
 * word lists are many times as large as the page. Whatever is guessed, the reviewer chooses.
 */
export function guessKind(text: string, span: Span): ClaimKind {
  const exact = text.slice(span.start, span.end);
  const edges = (text[span.start - 1] ?? '') + (exact[0] ?? '') + (exact.at(-1) ?? '') + (text[span.end] ?? '');
  if ((edges.match(new RegExp(quotationMarks, 'gu')) ?? []).length >= 2) return 'quote';
  if (forecasts.test(exact)) return 'prediction';
  if (numerals.test(exact)) return 'figure';
  return 'fact';
}
