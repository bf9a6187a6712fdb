/**
 * A page's bytes into text. What is said about the encoding is often wrong: by the header of a server that has one setting
 * for all, by a meta tag that was copied. So a byte order mark decides; text that is valid UTF-8 is UTF-8; only then the
 * header and the meta tag are believed, as long as their reading has no torn characters; at last the bytes themselves.
 */
import iconv from 'iconv-lite';
import { type Decoded, decodeText } from '#lib/intake/file/decode';

/** Where the standard has browsers look for a meta tag (HTML, "prescan a byte stream"), with room for long heads. */
const prescanBytes = 4_096;
/** Enough to choose an encoding by. */
const sampleBytes = 65_536;
/** One torn character in five hundred is damage; more is a wrong encoding. */
const tornShare = 500;

/** Names of encodings that mean a larger one in practice (WHATWG Encoding). */
const largerEncoding: Record<string, string | undefined> = Object.assign(Object.create(null), {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb_2312: 'gb18030',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
});

/** Decodes a page. `charset` is what its header says, if anything. */
export function decodePage(bytes: Uint8Array, charset: string | null): Decoded {
  if (bytes.length === 0) return { ok: false, code: 'empty-file' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sample = buffer.subarray(0, sampleBytes);
  const hasMark = buffer[0] === 0xef || buffer[0] === 0xff || buffer[0] === 0xfe;
  // NULs are UTF-16's; decodeText knows both of its orders.
  if (hasMark || sample.includes(0)) {
    const sampled = decodeText(sample);
    return sampled.ok ? read(buffer, sampled.encoding) : sampled;
  }
  if (isUtf8(buffer)) return read(buffer, 'utf-8');
  for (const named of [charset, metaCharset(buffer)]) {
    const encoding = knownEncoding(named);
    if (encoding === null) continue;
    const decoded = read(buffer, encoding);
    if (decoded.ok && countTorn(decoded.text) * tornShare <= buffer.length) return decoded;
  }
  const sampled = decodeText(sample);
  return sampled.ok ? read(buffer, sampled.encoding) : sampled;
}

function read(buffer: Buffer, encoding: string): Decoded {
  const whole = encoding.startsWith('utf-16') ? buffer.subarray(0, buffer.length - (buffer.length % 2)) : buffer;
  return { ok: true, text: iconv.decode(whole, encoding), encoding };
}

function knownEncoding(named: string | null): string | null {
  const label = (named ?? '').trim().toLowerCase();
  const encoding = largerEncoding[label] ?? label;
  // A page whose head could be read byte by byte is not UTF-16, whatever it says.
  return encoding !== '' && !encoding.startsWith('utf-16') && iconv.encodingExists(encoding) ? encoding : null;
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
    // A fatal decoder has no other way to say "no".
    return false;
  }
}

function countTorn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
