import { type ArticleSent, articleFromBody, withFacts } from '#lib/api/article-body';
import type { ArticleBody, ArticleFileFields } from '#lib/api/bodies/articles';
import type { Writer } from '#lib/data/history/change-log';
import type { IntakeDraft } from '#lib/domain/articles/intake-draft';
import { accept, type Result } from '#lib/domain/refusal';
import { deskToday } from '#lib/domain/statistics/days';
import { readLink, readUpload } from '#lib/server/read-article';

/** What was sent, and how the article comes in. `snapshotId`: its stored original. */
export type Incoming = { sent: ArticleSent; intake: 'api' | 'url' | 'file'; snapshotId?: string };

/** Reads what a script sends: a body with a text, paragraphs or a link, or a file in its place. */
export async function readIncoming(
  writer: Writer,
  body: ArticleBody | null,
  upload: { file: File; fields: ArticleFileFields } | null,
): Promise<Result<Incoming>> {
  if (upload) return incoming(await readUpload(writer, upload.file), 'file', upload.fields);
  if (body?.link !== undefined) return incoming(await readLink(writer, body.link), 'url', body);
  const sent = await articleFromBody(body ?? emptyBody, deskToday(writer.now));
  return sent.ok ? accept({ sent: sent.value, intake: 'api' }) : sent;
}

const emptyBody = { text: '', publisher: null, url: null, byline: null, publishedOn: null };

function incoming(read: Result<IntakeDraft>, intake: 'url' | 'file', given: ArticleFileFields): Result<Incoming> {
  if (!read.ok) return { ...read, field: intake === 'url' ? 'link' : (read.field ?? 'file') };
  const { draft, snapshotId } = read.value;
  return accept({ sent: withFacts(draft, given), intake, snapshotId: snapshotId ?? undefined });
}
