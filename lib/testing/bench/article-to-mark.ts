/** An article whose words are marked one after the other, as a browser does it. */
import { addArticle } from '#lib/data/articles/articles';
import type { BenchDesk } from './desk';

const actions = 'app/(desk)/articles/[id]/_actions/actions.ts';
const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };
const sentence = 'The firm has 375 employees and pays them 2 million dollars a year. ';

/** Calls an action of the review page. Rejects where its answer has not what is expected. */
export async function askDesk(desk: BenchDesk, name: string, input: unknown, expected: string): Promise<void> {
  const answer = await desk.act(actions, name, input);
  if (!answer.includes(expected)) throw new Error(answer);
}

/** Adds an article of so many paragraphs; `mark` marks the next words of it. */
export async function articleToMark(
  desk: BenchDesk,
  paragraphCount: number,
): Promise<{ id: string; mark: () => Promise<void> }> {
  const writer = { db: desk.db, actorId: desk.adminId, now: new Date() };
  const text = sentence.repeat(8);
  const paragraphs = Array.from({ length: paragraphCount }, () => ({ kind: 'body' as const, text }));
  const { id, paragraphIds } = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
  let marked = 0;
  const mark = () => {
    const paragraphId = paragraphIds[marked % paragraphCount];
    const start = Math.floor(marked / paragraphCount);
    marked += 1;
    return askDesk(desk, 'mark', { articleId: id, paragraphId, start, end: start + 26, kind: 'figure' }, '"ok":true');
  };
  return { id, mark };
}
