import type { Result } from '#lib/domain/refusal';
import { send } from '../../../browser/requests';

/** Whether a file says by its name that it is an article that a desk exported whole. */
export const isArticleFile = (file: File): boolean => /\.json$/i.test(file.name);

/** Imports an article that a desk exported whole. */
export const importFile = (file: File): Promise<Result<{ id: string }>> => send(post, file);

/** Sends the file as it is: it may be longer than what an action takes. */
async function post(file: File, key = ''): Promise<Result<{ id: string }>> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const answer = await fetch('/api/articles/import', { method: 'POST', headers, body: file });
  // The route's own shape.
  return (await answer.json()) as Result<{ id: string }>;
}
