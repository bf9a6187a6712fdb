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
