/**
 * What a file is, by its first bytes: what it is called, or what its sender says, is not asked. Signatures are recognised
 * by the library file-type; text has none, and is told by what it holds.
 */
import { fileTypeFromBuffer } from 'file-type';
import { decodePage } from '#lib/intake/page/charset';

/**
 * The media type of a file that begins with `head`; `isWhole`: nothing follows. null where it is neither known nor text. Some
 * hundred kilobytes are enough.
 */
export async function mediaTypeOf({ head, isWhole }: { head: Uint8Array; isWhole: boolean }): Promise<string | null> {
  // The mark of UTF-16 looks like the beginning of a frame of sound.
  const isMarked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const known = isMarked ? undefined : await fileTypeFromBuffer(head);
  const mime = known?.mime.split(';')[0] ?? null;
  if (mime === null || saysLittle(mime)) return textType(head, isWhole);
  // Two or four letters are a signature too: a text may begin with them (`BMW said`).
  return isWritten.has(mime) ? mime : (plainTextType(head, isWhole) ?? mime);
}

/** XML has a signature that says nothing of what it is; subtitles, calendars and cards are text to be read. */
const saysLittle = (mime: string): boolean => mime === 'application/xml' || mime.startsWith('text/');

/** What is written in letters from beginning to end, and is no text to read even so. */
const isWritten: ReadonlySet<string> = new Set(['application/pdf', 'application/rtf', 'application/postscript']);

/** The type of a text that holds nothing but what a text holds; null for anything else. */
function plainTextType(head: Uint8Array, isWhole: boolean): string | null {
  const whole = isWhole ? head : head.subarray(0, wholeCharacters(head));
  if (whole.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13)) return null;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
  return textType(head, isWhole);
}

function textType(head: Uint8Array, isWhole: boolean): string | null {
  const decoded = decodePage(isWhole ? head : head.subarray(0, wholeCharacters(head)), null);
  if (!decoded.ok) return null;
  const begin = decoded.text.replace(/^\ufeff/, '').trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,2000}-->\s{0,100})?(?:<!doctype svg|<svg)/i.test(begin))
    return 'image/svg+xml';
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,2000}-->\s{0,100})?(?:<!doctype html|<html|<head|<body)/i.test(
      begin,
    )
  )
    return 'text/html';
  return isMail(begin) ? 'message/rfc822' : 'text/plain';
}

/** How much of some bytes of UTF-8 ends with a whole character: no character is longer than four bytes. */
function wholeCharacters(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > bytes.length - 4 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return end;
}

/** A head of fields, those of a sender and a date or a subject among them (RFC 5322 §2.1). */
function isMail(text: string): boolean {
  const [head = ''] = text.slice(0, 32_000).split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/);
  const isHead = lines.every((line) => /^[!-9;-~]{1,80}:|^[ \t]/.test(line));
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  return isHead && has('from') && (has('date') || has('subject') || has('received'));
}
