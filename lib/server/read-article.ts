/**
 * From what a person submits (text, formatted text, a file, a link) to a draft, its stored original and its duplicates.
 */
import 'server-only';
import { findDuplicates } from '#lib/data/articles/duplicates';
import type { Writer } from '#lib/data/history/change-log';
import { keepSnapshot } from '#lib/data/sources/snapshots';
import type { IntakeNotice } from '#lib/domain/articles/article';
import type { IntakeDraft, TextEncoding } from '#lib/domain/articles/intake-draft';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { draftFromText } from '#lib/intake/draft';
import { decodeText, maxFileBytes, otherReadings } from '#lib/intake/file/decode';
import { draftFromMarkup, draftFromPage } from '#lib/intake/page';
import { declaredEncoding, decodePage } from '#lib/intake/page/charset';
import { sanitisePage, textAsPage } from '#lib/intake/page/sanitise';
import { type DocxResult, draftFromDocx } from '#lib/intake/word-document';
import { fetchFor } from '#lib/server/fetch/fetch-for';
import { type FetchedPage, readContentType } from '#lib/server/fetch/fetch-page';
import { countedJob } from '#lib/server/service';

type Read = {
  result: DocxResult;
  html: string | null;
  title: string;
  notices: IntakeNotice[];
  encoding: TextEncoding | null;
};

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export async function readText(writer: Writer, text: string): Promise<Result<IntakeDraft>> {
  return settle(writer, draftFromText(text, { today: dayOf(writer) }), null, [], null);
}

export async function readFormatted(writer: Writer, html: string): Promise<Result<IntakeDraft>> {
  return settle(writer, draftFromMarkup(html, { today: dayOf(writer) }), null, [], null);
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
  const origin = { charset, url: null, filename: file.name, today: dayOf(writer), asked };
  const read = await countedJob(`read-${kind}`, () => readBytes(bytes, kind, origin));
  if (!read.ok) return read;
  const { result, html, title, notices, encoding } = read.value;
  const original = { url: null, finalUrl: null, contentType: file.type || null, fetchedAt: writer.now };
  const keep = html === null ? null : { ...original, html, bytes, title: title || file.name };
  return settle(writer, result, keep, notices, encoding);
}

/** Fetches and reads a page; `asked` is the encoding that a person chose for it. */
export async function readLink(writer: Writer, url: string, asked: string | null = null): Promise<Result<IntakeDraft>> {
  const fetched = await fetchFor(writer.actorId, url);
  if (!fetched.ok) return fetched;
  const read = await readFetched(fetched.value, dayOf(writer), asked);
  if (!read.ok) return read;
  const { result, html, title, notices, encoding } = read.value;
  const { bytes, finalUrl, contentType, fetchedAt } = fetched.value;
  const keep = html === null ? null : { url, finalUrl, contentType, fetchedAt, bytes, html, title: title || finalUrl };
  const settled = await settle(writer, result, keep, notices, encoding);
  if (settled.ok) settled.value.draft.url ??= finalUrl;
  return settled;
}

/** Reads a fetched file by its type; without a type, as a page. */
export function readFetched(page: FetchedPage, today: string, asked: string | null = null): Promise<Result<Read>> {
  const kind: FileKind =
    page.contentType === docxType
      ? 'docx'
      : /^text\/(?:plain|markdown)$/.test(page.contentType ?? '')
        ? 'text'
        : 'page';
  const filename = page.contentType === 'text/markdown' ? 'page.md' : undefined;
  const origin = { charset: page.charset, url: page.finalUrl, filename, today, asked };
  return countedJob(`read-${kind}`, () => readBytes(page.bytes, kind, origin));
}

type FileKind = 'text' | 'page' | 'docx';
const fileKinds: Record<string, FileKind | undefined> = Object.assign(Object.create(null), {
  ...{ txt: 'text', text: 'text', md: 'text', markdown: 'text' },
  ...{ html: 'page', htm: 'page', xhtml: 'page', docx: 'docx', docm: 'docx', dotx: 'docx', dotm: 'docx' },
});

type Origin = { charset: string | null; url: string | null; filename?: string; today: string; asked: string | null };

async function readBytes(bytes: Uint8Array, kind: FileKind, origin: Origin): Promise<Result<Read>> {
  const { charset, url, filename, today, asked } = origin;
  if (kind === 'docx') {
    // Its parts are not shown again: the draft is what was in it.
    return accept({
      result: await draftFromDocx(bytes, { today }),
      html: null,
      title: '',
      notices: [],
      encoding: null,
    });
  }
  const decoded = kind === 'text' && charset === null ? decodeText(bytes, asked) : decodePage(bytes, charset, asked);
  if (!decoded.ok) return refuse(decoded.code);
  const isUsual = /^utf-?8$/i.test(decoded.encoding);
  const declared = declaredEncoding(bytes, charset) ?? decoded.encoding;
  // Bytes that are UTF-8 are hardly anything else, unless something says so.
  const isSure = isUsual && declared === decoded.encoding && asked === null;
  const encoding = { used: decoded.encoding, others: isSure ? [] : otherReadings(bytes, decoded.encoding) };
  const notices: IntakeNotice[] = isUsual ? [] : [{ code: 'decoded-as', encoding: decoded.encoding.toUpperCase() }];
  if (kind === 'text') {
    const result = draftFromText(decoded.text, { filename, today });
    return accept({ result, html: textAsPage(decoded.text), title: '', notices, encoding });
  }
  const result = draftFromPage(decoded.text, { url: url ?? undefined, today });
  const clean = sanitisePage(decoded.text, url);
  return accept({ result, html: clean?.html ?? null, title: clean?.title ?? '', notices, encoding });
}

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
  const [duplicates, kept] = await Promise.all([
    findDuplicates(writer.db, draft),
    original === null ? null : keepSnapshot(writer, original),
  ]);
  return accept({ draft, snapshotId: kept?.id ?? null, duplicates, encoding });
}

function dayOf(writer: Writer): string {
  return writer.now.toISOString().slice(0, 10);
}
