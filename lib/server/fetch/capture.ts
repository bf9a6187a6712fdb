/**
 * Takes what stands at an address for a source: a page with its readable copy, or a document. Its bytes are kept as they
 * came, with how the server answered.
 */
import { deskToday } from '#lib/domain/statistics/days';
import 'server-only';
import { parse } from 'content-disposition';
import { pieceLength } from '#lib/data/blobs/blobs';
import type { Writer } from '#lib/data/history/change-log';
import { keepSnapshot, type SnapshotInput } from '#lib/data/sources/snapshots';
import {
  isDocument,
  keptTypes,
  kindOfType,
  megabyte,
  nameWithEnding,
  tidyFileName,
} from '#lib/domain/files/source-file';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { noted } from '#lib/server/database';
import { env } from '#lib/server/env';
import { runApart } from '#lib/server/run-apart';
import { fetchFor } from './fetch-for';
import { answerOf, type FetchedPage, pageLimit, readableTypes } from './fetch-page';
import { stampCapture } from './stamp-capture';

/** What was taken, and what it says of itself: each null where it does not. */
export type Captured = {
  title: string | null;
  publisher: string | null;
  published: string | null;
  snapshotId: string | null;
};

/** As what servers send files of which they know nothing. */
const anyType = ['application/octet-stream', 'binary/octet-stream', 'application/x-download', 'application/x-pdf'];
/** Text that other programs read: kept as text. */
const dataTypes = ['text/csv', 'text/tab-separated-values', 'application/json', 'application/xml', 'text/xml'];
const types = [...new Set([...readableTypes, ...keptTypes, ...dataTypes, ...anyType])];

/** Bytes of a page, and of a document: the largest file of a source, which must stand in memory here. */
const limitOf = (type: string | null): number =>
  readableTypes.includes(type ?? '') && !isDocument(type)
    ? pageLimit
    : Math.min(50, env().CLAIMDESK_FILE_LIMIT) * megabyte;

/** Milliseconds: documents are longer than pages. */
const timeout = 40_000;

/** Refused like `fetchFor`, and where what came is neither a page nor a file that is kept. */
export async function capture(writer: Writer, url: string): Promise<Result<Captured>> {
  const fetched = await fetchFor(writer.actorId, url, { types, limit: limitOf, timeout });
  if (!fetched.ok) return fetched.code === 'page-kind' ? refuse('file-kind-not-kept') : fetched;
  const { bytes, contentType } = fetched.value;
  const head = bytes.subarray(0, pieceLength);
  const looked = await runApart('media-type', { head, isWhole: head.length === bytes.length });
  if (!looked.ok) return looked;
  const { value: type } = looked;
  // Whatever the server calls it, the bytes say what they are.
  if (type !== null && isDocument(type)) return keepDocument(writer, fetched.value, type);
  const isPage = readableTypes.includes(contentType ?? '');
  // Of a text without a signature, as some are, the server's word is taken.
  if (type === null ? !isPage && contentType !== null : kindOfType(type) === null) return refuse('file-kind-not-kept');
  if (bytes.length > pageLimit) return refuse('page-too-large', { values: { limit: pageLimit / megabyte } });
  return keepPage(writer, { ...fetched.value, contentType: isPage ? contentType : type });
}

async function keepPage(writer: Writer, page: FetchedPage): Promise<Result<Captured>> {
  const { bytes, charset, contentType, finalUrl, url, fetchedAt } = page;
  const today = deskToday(writer.now);
  const read = await runApart('read-source', { bytes, charset, contentType, url: finalUrl, today });
  if (!read.ok) return read;
  const { facts } = read.value;
  // Of an empty page there is that to keep.
  const html = bytes.length === 0 ? '' : read.value.html;
  if (html === null) return accept({ ...facts, snapshotId: null });
  const title = facts.title ?? url;
  const kept = { url, finalUrl, contentType, bytes, answer: answerOf(page), html, fetchedAt, title };
  return accept({ ...facts, snapshotId: await keepAndStamp(writer, kept) });
}

/** A document has no readable copy: it is read as the file that it becomes. */
async function keepDocument(writer: Writer, page: FetchedPage, contentType: string): Promise<Result<Captured>> {
  const { bytes, finalUrl, url, fetchedAt } = page;
  const title = nameWithEnding(documentName(page), contentType);
  const kept = { url, finalUrl, contentType, bytes, answer: answerOf(page), html: '', fetchedAt, title };
  return accept({ title, publisher: null, published: null, snapshotId: await keepAndStamp(writer, kept) });
}

/** Nobody waits for the server of time stamps. */
async function keepAndStamp(writer: Writer, taken: SnapshotInput): Promise<string> {
  const { id, hash } = await keepSnapshot(writer, taken);
  void stampCapture(writer.db, { id, hash, bytes: taken.bytes }).catch(noted);
  return id;
}

/** What a server calls a document (RFC 6266), or the last part of its address. */
function documentName({ headers, finalUrl }: FetchedPage): string {
  const { hostname, pathname } = new URL(finalUrl);
  const header = headers.find(([name]) => name.toLowerCase() === 'content-disposition')?.[1] ?? '';
  return tidyFileName(parse(asUtf8(header)).parameters.filename ?? '') || tidyFileName(decoded(pathname)) || hostname;
}

/** Names in other scripts often come as bare UTF-8, which HTTP reads as Latin 1. */
function asUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
