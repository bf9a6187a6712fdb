/** The text of a file of any kind that is kept: which reader reads it. Runs in a worker process alone. */
import PostalMime, { type Address, type Email, type Mailbox } from 'postal-mime';
import { type FileText, longestText } from '#lib/domain/files/file-text';
import { kindOfType } from '#lib/domain/files/source-file';
import { readDocument } from '#lib/intake/page';
import { decodePage } from '#lib/intake/page/charset';
import { parsePage } from '#lib/intake/page/tree';
import { cleanText } from '#lib/intake/text/clean';
import { blocksOfDocx } from '#lib/intake/word-document';
import { readCues } from './cues';
import { readPdf } from './pdf';
import { readWorkbook } from './workbook';

/** Reads the text of a file by its media type. Any bytes have an answer. */
export async function readFileText({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }): Promise<FileText> {
  const kind = mediaType === 'image/svg+xml' ? 'image' : kindOfType(mediaType);
  switch (kind) {
    case 'pdf':
      return readPdf(bytes);
    case 'xlsx':
      return readWorkbook(bytes);
    case 'docx':
      return readWord(bytes);
    case 'mail':
      return readMail(bytes);
    case 'text': {
      const text = decoded(bytes);
      return text === null ? unread('broken') : (readCues(text) ?? whole(text));
    }
    case 'page': {
      const html = decoded(bytes);
      return html === null ? unread('broken') : readPageText(html);
    }
    default:
      return unread('none');
  }
}

/** The text of a page as a reader sees it, a line for each block. */
export function readPageText(html: string): FileText {
  const document = parsePage(html);
  return document === null ? unread('too-long') : whole(linesOf(document));
}

const linesOf = (document: Document): string =>
  readDocument(document)
    .blocks.map(({ text }) => text)
    .join('\n');

const unread = (state: FileText['state']): FileText => ({ state, unit: 'text', total: 0, parts: [] });

/** A text as one part; what goes beyond the limit is left out. */
function whole(text: string): FileText {
  const clean = cleanText(text.slice(0, longestText + 1)).text.trim();
  if (clean === '') return { ...unread('no-text'), total: 1 };
  const isWhole = clean.length <= longestText;
  const kept = isWhole ? clean : clean.slice(0, longestText).toWellFormed();
  return { state: isWhole ? 'read' : 'too-long', unit: 'text', total: 1, parts: [{ label: '', text: kept }] };
}

function decoded(bytes: Uint8Array): string | null {
  const read = decodePage(bytes, null);
  return read.ok ? cleanText(read.text).text : null;
}

async function readWord(bytes: Uint8Array): Promise<FileText> {
  // A file under a password is no ZIP: it stands in a container of older Office files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return unread('locked');
  const read = await blocksOfDocx(bytes);
  if (!read.ok) return unread(read.code === 'file-damaged' ? 'broken' : 'too-long');
  return whole(read.blocks.map(({ text }) => text).join('\n'));
}

/** Nesting of messages within a message; heads larger than this (bytes) are of nobody's mail. */
const mailLimits = { maxNestingDepth: 20, maxHeadersSize: 1024 * 1024 };

/** What a message says of itself, and its text; what is attached is left out. */
async function readMail(bytes: Uint8Array): Promise<FileText> {
  try {
    const mail = await PostalMime.parse(bytes, { ...mailLimits, attachmentEncoding: 'arraybuffer' });
    const head = [
      ['From', mail.from ? names([mail.from]) : ''],
      ['To', names(mail.to ?? [])],
      ['Date', dateOf(mail)],
      ['Subject', mail.subject ?? ''],
    ];
    const lines = head.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
    const document = mail.text ? null : parsePage(mail.html ?? '');
    return whole([...lines, '', mail.text ?? (document ? linesOf(document) : '')].join('\n'));
  } catch {
    // The library throws errors of its own on what it cannot read.
    return unread('broken');
  }
}

/** When a message says that it was sent, as it says it: in the sender's own time. */
const dateOf = ({ headers, date = '' }: Email): string => headers.find(({ key }) => key === 'date')?.value ?? date;

const names = (addresses: Address[]): string =>
  addresses
    .flatMap((one): Mailbox[] => ('group' in one && one.group ? one.group : [one as Mailbox]))
    .map(({ name, address }) => (name ? `${name} <${address}>` : (address ?? '')))
    .join(', ');
