/**
 * Decodes the bytes of a page. Declared encodings are often wrong: a server's header has one setting for all pages, a
 * meta tag was copied. So a byte order mark decides; valid UTF-8 is UTF-8; only then the header and the meta tag count,
 * as long as their result has no broken characters and looks like writing; last, the bytes themselves.
 */
import iconv from 'iconv-lite';
import { isOfferedEncoding } from '#lib/domain/articles/intake-draft';
import { betterThan, type Decoded, decodeText, isMostlyUtf8 } from '#lib/intake/file/decode';

/** Where the standard has browsers look for a meta tag (HTML, "prescan a byte stream"), with room for long heads. */
const prescanBytes = 4_096;
/** Enough bytes to choose an encoding by. */
const sampleBytes = 65_536;
/** One torn character in five hundred is damage; more is a wrong encoding. */
const tornShare = 500;

/** Decodes a page. `charset` is what its header says, if anything; `asked` an encoding that a person chose. */
export function decodePage(bytes: Uint8Array, charset: string | null, asked: string | null = null): Decoded {
  if (bytes.length === 0) return { ok: false, code: 'empty-file' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isOfferedEncoding(asked)) return read(buffer, asked);
  const sample = buffer.subarray(0, sampleBytes);
  const hasMark = buffer[0] === 0xef || buffer[0] === 0xff || buffer[0] === 0xfe;
  // NULs mean UTF-16; decodeText handles both byte orders.
  if (hasMark || sample.includes(0)) {
    const sampled = decodeText(sample);
    return sampled.ok ? read(buffer, sampled.encoding) : sampled;
  }
  if (isUtf8(buffer)) return read(buffer, 'utf-8');
  for (const named of [charset, metaCharset(buffer)]) {
    const encoding = knownEncoding(named);
    // UTF-8 of which most is broken is another encoding under its name.
    if (encoding === null || (encoding === 'utf-8' && !isMostlyUtf8(buffer))) continue;
    const decoded = read(buffer, encoding);
    if (!decoded.ok || countTorn(decoded.text) * tornShare > buffer.length) continue;
    const better = betterThan(sample, encoding);
    return better === null ? decoded : read(buffer, better);
  }
  const sampled = decodeText(sample);
  return sampled.ok ? read(buffer, sampled.encoding) : sampled;
}

/** The encoding that a page's header or its meta tag declares; null where neither names one. */
export function declaredEncoding(bytes: Uint8Array, charset: string | null): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return knownEncoding(charset) ?? knownEncoding(metaCharset(buffer));
}

function read(buffer: Buffer, encoding: string): Decoded {
  const whole = encoding.startsWith('utf-16') ? buffer.subarray(0, buffer.length - (buffer.length % 2)) : buffer;
  return { ok: true, text: iconv.decode(whole, encoding), encoding };
}

/** The encoding that a browser takes for a label (WHATWG Encoding, "names and labels"); null for what is none to it. */
function knownEncoding(label: string | null): string | null {
  const encoding = standardName(label ?? '');
  // A page whose head could be read byte by byte is not UTF-16, whatever it declares.
  if (encoding === null || encoding.startsWith('utf-16') || !iconv.encodingExists(encoding)) return null;
  // The standard decodes both alike, since one is part of the other.
  return encoding === 'gbk' ? 'gb18030' : encoding;
}

function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // A decoder reports an unknown label by throwing.
    return null;
  }
}

function metaCharset(buffer: Buffer): string | null {
  const head = buffer.subarray(0, prescanBytes).toString('latin1');
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{1,40})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]{1,40})/i.exec(head)?.[1] ??
    null
  );
}

function isUtf8(buffer: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(buffer);
    return true;
  } catch {
    // A fatal decoder reports failure by throwing.
    return false;
  }
}

function countTorn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
