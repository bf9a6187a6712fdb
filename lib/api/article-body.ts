/** Turns a request body into an article draft: a text is read like a paste, paragraphs are taken as they are. */

import type { ArticleDraft, ArticleFacts, DraftParagraph, IntakeNotice } from '#lib/domain/articles/article';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { detectLanguage } from '#lib/intake/text/language';
import { draftOf } from '#lib/workers/long-text';
import type { ArticleBody, ArticleFileFields } from './bodies/articles';

export type ArticleSent = ArticleFacts & { paragraphs: DraftParagraph[]; notices: IntakeNotice[] };

/**
 * The article and its facts; `today` is an ISO date. Facts that are not given are read from the text where possible.
 */
export async function articleFromBody(body: Omit<ArticleBody, 'link'>, today: string): Promise<Result<ArticleSent>> {
  const { text = '', paragraphs, title, publisher, url, byline, publishedOn, language } = body;
  if (paragraphs) {
    const words = paragraphs.map((one) => one.text.slice(0, 2_000)).slice(0, 200);
    return accept({
      title: title ?? '',
      publisher,
      url,
      byline,
      publishedOn,
      paragraphs,
      notices: [],
      language: language ?? detectLanguage([title, ...words].join('\n')),
    });
  }
  const read = await draftOf(text, today);
  if (!read.ok) return { ...read, field: 'text' };
  const drafted = read.value;
  if (!drafted.ok) {
    const { code, limit = 0, paragraph = 0 } = drafted;
    return refuse(code, { field: 'text', values: { limit, paragraph: paragraph + 1 } });
  }
  return accept(withFacts(drafted.draft, body));
}

/** A draft with the facts that its sender gave in place of those that were read. */
export function withFacts(draft: ArticleDraft, given: ArticleFileFields): ArticleSent {
  return {
    title: given.title ?? draft.title,
    publisher: given.publisher ?? draft.publisher,
    url: given.url ?? draft.url,
    byline: given.byline ?? draft.byline,
    publishedOn: given.publishedOn ?? draft.publishedOn,
    language: given.language ?? draft.language,
    paragraphs: draft.paragraphs,
    notices: draft.notices,
  };
}
