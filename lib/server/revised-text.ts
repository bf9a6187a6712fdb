/** From a new text of an article to the paragraphs of its next revision, for the revise page and the API. */
import { deskToday } from '#lib/domain/statistics/days';
import 'server-only';
import type { z } from 'zod';
import type { Writer } from '#lib/data/history/change-log';
import { newestOf } from '#lib/data/revisions/revisions';
import type { ParagraphKind } from '#lib/domain/articles/article';
import { NewArticle } from '#lib/domain/articles/article-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { splitParagraphs } from '#lib/domain/revisions/editing';
import type { RevisedParagraph } from '#lib/domain/revisions/plan';
import { tidy } from '#lib/text/tidy';
import { draftOf, paragraphsWithKinds } from '#lib/workers/long-text';
import { refusalOfInput } from './action';

const Paragraphs = NewArticle.shape.paragraphs;
type Paragraphs = z.infer<typeof Paragraphs>;

/** How a new text comes in: the old one edited, another one pasted, or its paragraphs as they are. */
type NewText = { way: 'edit' | 'paste'; text: string } | { way: 'paragraphs'; paragraphs: NewParagraph[] };
type NewParagraph = { text: string; kind?: ParagraphKind };

/**
 * The paragraphs that a new text becomes. What people decided about a paragraph that is still there is kept. The article
 * must be there. Refused where nothing is left of the text, or it is too long.
 */
export async function revisedText(
  { db, now }: Pick<Writer, 'db' | 'now'>,
  articleId: string,
  sent: NewText,
): Promise<Result<Paragraphs>> {
  const read = await readText(sent, now);
  if (!read.ok) return read;
  const old = await newestOf(db, articleId);
  const kept = await paragraphsWithKinds(
    old.paragraphs,
    read.value.map((paragraph) => ({ ...paragraph, text: tidy(paragraph.text) })).filter((one) => one.text !== ''),
  );
  if (!kept.ok) return kept;
  const parsed = Paragraphs.safeParse(
    kept.value.map(({ kind, text, reason }) => (reason ? { kind, text, reason } : { kind, text })),
  );
  if (kept.value.length === 0) return refuse('article-empty');
  return parsed.success ? accept(parsed.data) : refusalOfInput(parsed.error);
}

async function readText(sent: NewText, now: Date): Promise<Result<(NewParagraph | RevisedParagraph)[]>> {
  if (sent.way === 'paragraphs') return accept(sent.paragraphs);
  if (sent.way === 'edit') return accept(splitParagraphs(sent.text));
  const drafted = await draftOf(sent.text, deskToday(now));
  if (!drafted.ok) return drafted;
  if (drafted.value.ok) return accept(drafted.value.draft.paragraphs);
  const { code, limit = 0, paragraph = 0 } = drafted.value;
  return refuse(code, { values: { limit, paragraph: paragraph + 1 } });
}
