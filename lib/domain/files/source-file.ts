/** Files that are kept of a source: what may come in, what it is called, and what a browser may show of it. */

import type { PersonView } from '#lib/domain/people/person-view';
import type { ConfidentialView } from './confidential';
import type { TextFacts } from './file-text';

/** In bytes. */
export const megabyte = 1024 * 1024;
/** Files of one source. */
export const mostFiles = 50;
/** UTF-16 units of a name. */
const longestName = 200;

/** How a kind of file is told to people; the order is that of the sentence that lists them. */
export const fileKinds = ['pdf', 'image', 'audio', 'video', 'docx', 'xlsx', 'text', 'mail', 'page'] as const;
export type FileKind = (typeof fileKinds)[number];

const kinds: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'text',
  'message/rfc822': 'mail',
  'text/html': 'page',
  'image/svg+xml': 'image',
  ...same('image', ['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/heic']),
  ...same('image', ['image/heif', 'image/tiff', 'image/bmp']),
  ...same('audio', ['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/ogg', 'audio/opus', 'audio/flac']),
  ...same('audio', ['audio/aac', 'audio/amr']),
  ...same('video', ['video/mp4', 'video/webm', 'video/quicktime', 'video/ogg', 'video/x-matroska', 'video/3gpp']),
};

function same(kind: FileKind, types: string[]): Record<string, FileKind> {
  return Object.fromEntries(types.map((type) => [type, kind]));
}

/** The kind of a media type; null for one that is not kept. */
export const kindOfType = (mediaType: string): FileKind | null =>
  Object.hasOwn(kinds, mediaType) ? (kinds[mediaType] ?? null) : null;

/** The media types of what is kept. */
export const keptTypes: readonly string[] = Object.keys(kinds);

/** Whether what an address leads to is a document of its own, which is kept as a file of the source; all else is a page. */
export function isDocument(mediaType: string | null): boolean {
  const kind = mediaType === null ? null : kindOfType(mediaType);
  return kind !== null && kind !== 'page' && kind !== 'text';
}

/** How the names of files end whose media type does not say it itself. */
const endings: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/xhtml+xml': 'xhtml',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'message/rfc822': 'eml',
  'image/svg+xml': 'svg',
  'image/jpeg': 'jpg',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'video/quicktime': 'mov',
  'video/x-matroska': 'mkv',
};

/** The ending of a media type, without its point; null where a short plain one cannot be told. */
export function endingOfType(mediaType: string): string | null {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(endings, type)) return endings[type] ?? null;
  return /^(?:application|text|image|audio|video)\/([a-z0-9]{2,8})$/.exec(type)?.[1] ?? null;
}

/** A name that says by its ending what a file is. */
export function nameWithEnding(name: string, mediaType: string | null): string {
  const ending = endingOfType(mediaType ?? '');
  return ending === null || name.toLowerCase().endsWith(`.${ending}`) ? name : tidyFileName(`${name}.${ending}`);
}

/** Kinds of which the desk reads the text. */
const readKinds: ReadonlySet<FileKind | null> = new Set(['pdf', 'docx', 'xlsx', 'text', 'mail', 'page']);

/** Whether a file may have text that the desk reads: pictures, sound and films have none. */
export const mayHaveText = (mediaType: string): boolean => readKinds.has(kindOfType(mediaType));

/** What browsers show or play themselves, without script and links out of it. All else is only saved. */
const shown: ReadonlySet<string> = new Set([
  ...['application/pdf', 'image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
  ...['audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/ogg', 'audio/opus', 'audio/flac', 'audio/aac'],
  ...['video/mp4', 'video/webm', 'video/ogg'],
]);

export const isShownInBrowser = (mediaType: string): boolean => shown.has(mediaType);

/**
 * The name of a file as it is kept: its last part where it has folders, in one line, without control characters and marks
 * that turn the direction of writing (`photo\u202Egpj.exe` would look like a picture); joiners, which some scripts need, stay. A long one is cut before its ending.
 * A tidy name stays as it is.
 */
export function tidyFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const line = last
    .replaceAll(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  // `..` is a folder.
  if (/^\.*$/.test(line)) return '';
  if (line.length <= longestName) return line;
  const ending = /\.[^.\s]{1,12}$/.exec(line)?.[0] ?? '';
  return `${line.slice(0, longestName - ending.length - 1).toWellFormed()}…${ending}`;
}

/**
 * A file as the desk shows it. `size` in bytes, `createdAt` ISO 8601; `text` is null while it is not read, `confidential` where
 * all see it.
 */
export type FileView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  addedBy: PersonView;
  createdAt: string;
  text: TextFacts | null;
  confidential: ConfidentialView | null;
};
