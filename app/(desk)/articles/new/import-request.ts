import type { Result } from '#lib/domain/refusal';
import { newKey, send } from '../../../browser/requests';
import { sendFile } from '../../../browser/send-file';

const isPacket = (file: File): boolean => /\.zip$/i.test(file.name);

/** Whether a file says by its name that it is an article that a desk exported whole, or a packet of one. */
export const isArticleFile = (file: File): boolean => /\.json$/i.test(file.name) || isPacket(file);

/** Imports an article that a desk exported whole, or a packet of one. `onProgress`: how much of a packet is sent, 0 to 1. */
export const importFile = (file: File, onProgress?: (share: number) => void): Promise<Result<{ id: string }>> =>
  isPacket(file) ? sendFile('/api/articles/import-packet', file, { key: newKey(), onProgress }) : send(post, file);

/** Sends the file as it is: it may be longer than what an action takes. */
async function post(file: File, key = ''): Promise<Result<{ id: string }>> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const answer = await fetch('/api/articles/import', { method: 'POST', headers, body: file });
  // The route's own shape.
  return (await answer.json()) as Result<{ id: string }>;
}
