/**
 * A claim: a span of one paragraph that a reviewer marked as something to check, and what the desk knows about it.
 *
 * Claims may nest and overlap. A span lies inside its paragraph, holds at least one visible character and never cuts one
 * in two; no two living claims of an article share paragraph, span and kind.
 */
import { type Anchor, describeAnchor } from '#lib/anchoring/description';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { isCharacterBoundary, type Span } from '#lib/text/span';

export const claimKinds = ['quote', 'figure', 'fact', 'prediction', 'opinion'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Whether a span may be marked in a paragraph, and its anchor if so. */
export function anchorClaim(paragraph: { kind: ParagraphKind; text: string }, span: Span): Result<Anchor> {
  const { text } = paragraph;
  if (paragraph.kind === 'boilerplate') return refuse('paragraph-is-boilerplate');
  if (span.start < 0 || span.end > text.length || span.start > span.end) return refuse('span-outside-paragraph');
  if (text.slice(span.start, span.end).trim() === '') return refuse('span-empty');
  if (!isCharacterBoundary(text, span.start) || !isCharacterBoundary(text, span.end)) {
    return refuse('span-splits-character');
  }
  return accept(describeAnchor(text, span.start, span.end));
}

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
