/** Tools for one paragraph of a revision. Each returns the revision's new paragraphs, or a refusal. */
import { maxParagraphLength } from '#lib/domain/articles/article';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { stepCharacter } from '#lib/text/span';
import { tidy } from '#lib/text/tidy';
import type { RevisedParagraph } from './plan';

/** `split` at a UTF-16 offset of the paragraph's text; `merge` with the next paragraph; `rewrite` its text. */
export type ParagraphTool = { tool: 'split'; at: number } | { tool: 'merge' } | { tool: 'rewrite'; text: string };

const han = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

/** Joins two texts. Chinese has no space between sentences. */
function merged(first: string, second: string): string {
  const isChinese = han.test(first.at(-1) ?? '') || han.test(second.charAt(0));
  return first + (isChinese ? '' : ' ') + second;
}

/** Applies a tool to the paragraph at `index`. The resulting parts keep its kind. */
export function withTool<T extends RevisedParagraph>(
  paragraphs: T[],
  index: number,
  use: ParagraphTool,
): Result<RevisedParagraph[]> {
  const paragraph = paragraphs[index];
  if (!paragraph) return refuse('paragraph-not-in-article');
  const put = (texts: string[], replaced: number) => {
    const long = texts.findIndex((text) => text.length > maxParagraphLength);
    if (long >= 0) {
      return refuse('paragraph-too-long', { values: { limit: maxParagraphLength, paragraph: index + 1 + long } });
    }
    const { kind, reason } = paragraph;
    const fresh = texts.map((text) => ({ kind, text, reason }));
    return accept([...paragraphs.slice(0, index), ...fresh, ...paragraphs.slice(index + replaced)]);
  };
  if (use.tool === 'rewrite') {
    const text = tidy(use.text);
    return text === '' ? refuse('text-missing', { field: 'text' }) : put([text], 1);
  }
  if (use.tool === 'merge') {
    const next = paragraphs[index + 1];
    return next ? put([merged(paragraph.text, next.text)], 2) : refuse('no-next-paragraph');
  }
  // Never inside a character, whatever offset the caller sent.
  const before = stepCharacter(paragraph.text, use.at + 1, -1);
  const texts = [paragraph.text.slice(0, before), paragraph.text.slice(before)].map(tidy);
  return texts.includes('') ? refuse('split-at-end') : put(texts, 1);
}
