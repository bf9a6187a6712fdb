/** An article file as it comes in: its bytes, read and checked. */
import { z } from 'zod';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { ArticleFile } from './article-file';
import { liftArticleFile } from './article-file-1';

const KnownFile = z.object({ format: z.literal('claimdesk-article'), version: z.literal([1, 2]) });

/**
 * Reads the bytes of an article file. Refusals: `article-file-unknown` where they are none, or one of a version that is not
 * known; `article-file-broken` with the place of the first fault. A large file takes seconds.
 */
export function readArticleFile(bytes: Uint8Array): Result<ArticleFile> {
  let written: unknown;
  try {
    written = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('article-file-unknown');
  }
  if (!KnownFile.safeParse(written).success) return refuse('article-file-unknown');
  const read = ArticleFile.safeParse(liftArticleFile(written));
  if (read.success) return accept(read.data);
  return refuse('article-file-broken', { values: { where: read.error.issues[0]?.path.join('.') || '1' } });
}
