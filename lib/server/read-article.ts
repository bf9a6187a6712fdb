/**
 * From what a person submits (text, formatted text, a file, a link) to a draft, its stored original and its duplicates.
 */
import { deskToday } from '#lib/domain/statistics/days';
import 'server-only';
import { findDuplicates, readFingerprint } from '#lib/data/articles/duplicates';
import type { Writer } from '#lib/data/history/change-log';
import { keepSnapshot } from '#lib/data/sources/snapshots';
import type { IntakeNotice } from '#lib/domain/articles/article';
import type { IntakeDraft, TextEncoding } from '#lib/domain/articles/intake-draft';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { maxFileBytes } from '#lib/intake/file/decode';
import type { Original, OriginalKind, ReadOriginal } from '#lib/intake/original';
import type { DocxResult } from '#lib/intake/word-document';
import { fetchFor } from '#lib/server/fetch/fetch-for';
import { answerOf, type FetchedPage, readContentType } from '#lib/server/fetch/fetch-page';
import { runApart } from '#lib/server/run-apart';
import { draftOf } from '#lib/workers/long-text';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function readText(writer: Writer, text: string): Promise<Result<IntakeDraft>> {
  const read = await draftOf(text, deskToday(writer.now));
  return read.ok ? settle(writer, read.value, null, [], null) : read;
}

export async function readFormatted(writer: Writer, html: string): Promise<Result<IntakeDraft>> {
  const read = await runApart('read-markup', { text: html, today: deskToday(writer.now) });
  return read.ok ? settle(writer, read.value, null, [], null) : read;
}

/** Reads a file; `asked` is the encoding that a person chose for it. */
export async function readUpload(
  writer: Writer,
  file: File,
  asked: string | null = null,
): Promise<Result<IntakeDraft>> {
  if (file.size > maxFileBytes) return refuse('too-large');
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const kind = fileKinds[ending];
  if (kind === undefined) return refuse('file-kind-unknown');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return refuse('empty-file');
  // A browser names no encoding; a script may.
  const { charset } = readContentType(file.type);
  const read = await readApart({
    bytes,
    kind,
    charset,
    url: null,
    filename: file.name,
    today: deskToday(writer.now),
    asked,
  });
  if (!read.ok) return read;
  const { result, html, title, notices, encoding } = read.value;
  const original = { url: null, finalUrl: null, contentType: file.type || null, fetchedAt: writer.now, answer: null };
  const keep = html === null ? null : { ...original, html, bytes, title: title || file.name };
  return settle(writer, result, keep, notices, encoding);
}

/** Fetches and reads a page; `asked` is the encoding that a person chose for it. */
export async function readLink(writer: Writer, url: string, asked: string | null = null): Promise<Result<IntakeDraft>> {
  const fetched = await fetchFor(writer.actorId, url);
  if (!fetched.ok) return fetched;
  const read = await readFetched(fetched.value, deskToday(writer.now), asked);
  if (!read.ok) return read;
  const { result, html, title, notices, encoding } = read.value;
  const { bytes, finalUrl, contentType, fetchedAt } = fetched.value;
  const original = { url, finalUrl, contentType, fetchedAt, bytes, answer: answerOf(fetched.value) };
  const keep = html === null ? null : { ...original, html, title: title || finalUrl };
  const settled = await settle(writer, result, keep, notices, encoding);
  if (settled.ok) settled.value.draft.url ??= finalUrl;
  return settled;
}

/** Reads a fetched file by its type; without a type, as a page. */
export function readFetched(
  page: FetchedPage,
  today: string,
  asked: string | null = null,
): Promise<Result<ReadOriginal>> {
  const { bytes, charset, contentType, finalUrl } = page;
  const kind =
    contentType === docxType ? 'docx' : /^text\/(?:plain|markdown)$/.test(contentType ?? '') ? 'text' : 'page';
  const filename = contentType === 'text/markdown' ? 'page.md' : undefined;
  return readApart({ bytes, kind, charset, url: finalUrl, filename, today, asked });
}

async function readApart(original: Original): Promise<Result<ReadOriginal>> {
  const read = await runApart('read-original', original);
  return read.ok ? read.value : read;
}

const fileKinds: Record<string, OriginalKind | undefined> = Object.assign(Object.create(null), {
  ...{ txt: 'text', text: 'text', md: 'text', markdown: 'text' },
  ...{ html: 'page', htm: 'page', xhtml: 'page', docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx' },
});

async function settle(
  writer: Writer,
  result: DocxResult,
  original: Parameters<typeof keepSnapshot>[1] | null,
  notices: IntakeNotice[],
  encoding: TextEncoding | null,
): Promise<Result<IntakeDraft>> {
  if (!result.ok) {
    const { limit = 0, paragraph = 0 } = { ...result } as { limit?: number; paragraph?: number };
    return refuse(result.code, { values: { limit, paragraph: paragraph + 1 } });
  }
  const draft = { ...result.draft, notices: [...notices, ...result.draft.notices] };
  const fingerprint = await readFingerprint(draft.paragraphs);
  if (!fingerprint.ok) return fingerprint;
  const [duplicates, kept] = await Promise.all([
    findDuplicates(writer.db, draft.url, fingerprint.value),
    original === null ? null : keepSnapshot(writer, original),
  ]);
  return accept({ draft, snapshotId: kept?.id ?? null, duplicates, encoding });
}
