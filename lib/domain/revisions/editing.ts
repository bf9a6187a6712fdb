/** An article's text as a person edits it, and the paragraphs that an edited text becomes. */
import { alignParagraphs, type ParagraphLink } from '#lib/anchoring/paragraphs';
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import type { RevisedParagraph } from './plan';

/** The text that a person edits: paragraphs separated by blank lines. */
export const editableText = (paragraphs: { text: string }[]): string =>
  paragraphs.map(({ text }) => text.replace(/\n{2,}/g, '\n')).join('\n\n');

/** Splits an edited text into paragraphs at blank lines. */
export function splitParagraphs(text: string): { text: string }[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((block) => ({ text: block.trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

/**
 * Gives new paragraphs their kinds. What people decided about a paragraph that is still there is kept; a changed
 * paragraph keeps its kind unless the new text states one.
 */
export function withKinds(
  before: RevisedParagraph[],
  after: { text: string; kind?: ParagraphKind; reason?: BoilerplateReason | null }[],
): RevisedParagraph[] {
  const sources = new Map<number, ParagraphLink>();
  for (const link of alignParagraphs(before, after)) {
    if (link.weight > (sources.get(link.to)?.weight ?? 0)) sources.set(link.to, link);
  }
  return after.map(({ text, kind, reason }, index) => {
    const link = sources.get(index);
    const old = link && before[link.from];
    if (old && (link.relation !== 'changed' || !kind)) return { text, kind: old.kind, reason: old.reason ?? null };
    return { text, kind: kind ?? 'body', reason: reason ?? null };
  });
}
