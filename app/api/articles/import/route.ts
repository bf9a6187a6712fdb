import { createHash } from 'node:crypto';
import { importArticle } from '#lib/data/exchange/import-article';
import { requestHash } from '#lib/data/history/change-log';
import { refuse } from '#lib/domain/refusal';
import { bytesOf } from '#lib/server/http/request-body';
import { postRoute } from '#lib/server/post-route';
import { runApart } from '#lib/server/run-apart';

/** Several times what an article of the greatest length with 5,000 judged claims takes (bytes). */
const maxBytes = 64_000_000;

/** Brings an article in from the file that a desk exported. */
export const POST = postRoute('articles.import', 'import-article', async (request, { writer }) => {
  const bytes = await bytesOf(request, maxBytes);
  if (bytes === null) return refuse('article-file-too-large', { values: { limit: maxBytes / 1e6 } });
  const read = await runApart('read-article-file', bytes);
  if (!read.ok) return read;
  const file = read.value;
  if (!file.ok) return file;
  const asked = requestHash('articles.import', createHash('sha256').update(bytes).digest('base64url'));
  return importArticle({ ...writer, request: asked }, file.value);
});
