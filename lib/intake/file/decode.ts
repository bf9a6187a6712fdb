/**
 * Decodes bytes into text. A byte order mark decides; otherwise strict UTF-8; otherwise the encoding whose result looks
 * most like writing.
 *
 * Statistics over bytes are unreliable for a headline of ten characters, so candidates are decoded and rated by their
 * text: frequent characters and punctuation raise the rating, unassigned characters and broken pairs lower it. Bytes
 * that are not text in any encoding are refused, not shown as junk.
 */
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isOfferedEncoding, type OfferedEncoding, offeredEncodings } from '#lib/domain/articles/intake-draft';

/** Larger files are not articles: a million Chinese characters take 3 MB in UTF-8. */
export const maxFileBytes = 5 * 1024 * 1024;

export type Decoded =
  | { ok: true; text: string; encoding: string }
  | { ok: false; code: 'not-text' | 'too-large' | 'empty-file' };

/** Candidates are rated on this many bytes from the start. */
const sampleBytes = 16_384;
/** A result rated lower than this is not text; rare but real characters alone still pass. */
const lowestRating = 0.05;
/** More than one control character in twenty means program data; two are an accident. */
const controlShare = 20;
const mostStrayControls = 2;

const legacyEncodings = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1252', 'utf-16le', 'utf-16be'];
/**
 * First bytes of formats that people drop by mistake: PNG, JPEG, GIF, ZIP and Office, PDF, gzip, OLE, ELF, RAR, 7z, RIFF,
 * Ogg, MP3, SQLite.
 */
const binaryMagic = (
  '89504e47 ffd8ff 47494638 504b0304 504b0506 255044462d 1f8b08 d0cf11e0 7f454c46 ' +
  '526172211a 377abcaf 52494646 4f676753 494433 53514c69746520'
)
  .split(' ')
  .map((magic) => Buffer.from(magic, 'hex'));

/** The 400 or so most frequent characters of modern Chinese text, with traditional forms; some three in four of any text. */
const frequentHan = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动' +
    '面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向' +
    '头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活' +
    '尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强' +
    '即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取望觉术领共确传师观清今切院让识带导争运谁京网技投融创企价亿元智模型' +
    '這個們來為國時會說對發後裡經麼學現當沒動還進樣軍無從實與長機關點業將兩間問應戰頭體見產話門員論處義幾認條係氣題爾別變總電數報結務場計資許統區隊決馬' +
    '書則聽強難權設記類據邊張該規萬覺術領確傳師觀讓識帶導爭運誰網創價億灣臺',
);
const frequentHangul = new Set(
  '이다는에의가을를한고하지로기도사서대인자은리어시정해부스그나일전수있원아라만과보장제여상들성주동선게구공',
);
const writtenPunctuation = /[、。，．！？：；“”‘’「」『』（）《》【】〈〉…—～·　０-９Ａ-Ｚａ-ｚ]/;
const typographic = /[“”‘’–—…€£©®°•«»½²³·¡¿§´]/;

/**
 * Decodes a file's bytes. `encoding` is its name in the WHATWG Encoding standard, or chardet's. With `asked`, a person
 * chose the encoding.
 */
export function decodeText(bytes: Uint8Array, asked: string | null = null): Decoded {
  if (bytes.length === 0) return { ok: false, code: 'empty-file' };
  if (bytes.length > maxFileBytes) return { ok: false, code: 'too-large' };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isOfferedEncoding(asked)) return { ok: true, text: read(buffer, asked), encoding: asked };
  if (binaryMagic.some((magic) => buffer.subarray(0, magic.length).equals(magic)))
    return { ok: false, code: 'not-text' };
  const encoding = markedEncoding(buffer) ?? nulEncoding(buffer) ?? (isUtf8(buffer) ? 'utf-8' : bestReading(buffer));
  if (encoding === null) return { ok: false, code: 'not-text' };
  const text = read(buffer, encoding);
  return isReadable(text) ? { ok: true, text, encoding } : { ok: false, code: 'not-text' };
}

/** A reading is offered while at most one in so many of its characters beyond ASCII is broken. */
const offeredTears = 8;
const leastRating = 0.3;

/** The other encodings in which bytes that were read as `used` may be text; none where all of them say the same. */
export function otherReadings(bytes: Uint8Array, used: string): OfferedEncoding[] {
  const sample = wholeCharacters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const seen = new Set([read(sample, used)]);
  return offeredEncodings.filter((encoding) => {
    if (encoding === used) return false;
    const text = read(sample, encoding);
    const { torn, beyond } = countBroken(text);
    if (seen.has(text) || torn * offeredTears > beyond || shareOfWriting(text) < 0.7) return false;
    // Any bytes are characters of UTF-16; only what reads as a text is offered.
    if (encoding.startsWith('utf-16') && rate(text) < leastRating) return false;
    seen.add(text);
    return true;
  });
}

function countBroken(text: string): { torn: number; beyond: number } {
  let [torn, beyond] = [0, 0];
  for (const character of text) {
    if (character > '\x7f') beyond += 1;
    if (character === '\ufffd' || /[\x80-\x9f\p{Co}\p{Cn}]/u.test(character)) torn += 1;
  }
  return { torn, beyond };
}

/** Whether bytes are UTF-8 with some damage: most of what is beyond ASCII is whole. */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleBytes));
  const { torn, beyond } = countBroken(text);
  return torn * 2 <= beyond - torn;
}

/** By so much another reading must look more like writing than the declared one. */
const clearlyBetter = 0.4;

/**
 * The encoding that bytes are written in, where they look much more like writing in it than in the declared one; null
 * where the declaration holds. Encodings of other scripts have no rating: they hold unless another reading is good. Runs of
 * accented letters under a Western declaration are another script's: letter statistics tell which.
 */
export function betterThan(bytes: Uint8Array, declared: string): string | null {
  const sample = wholeCharacters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const best = bestRated(sample, bytes.length % 2 === 0);
  const text = read(sample, declared);
  const isWestern = /^(?:windows-1252|iso-8859-1)$/.test(declared);
  if (best === null || best.encoding === declared || best.rating < clearlyBetter) {
    const guess = isWestern && rateWestern(text) < 0 ? guessedEncoding(sample) : null;
    return guess === 'iso-8859-1' ? null : guess;
  }
  const isRated = legacyEncodings.includes(declared) || declared === 'utf-8';
  const rating = isWestern ? rateWestern(text) : isRated ? rate(text) : 0;
  return best.rating - rating >= clearlyBetter ? best.encoding : null;
}

function markedEncoding(buffer: Buffer): string | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf-8';
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer[2] === 0 && buffer[3] === 0 ? 'utf-32le' : 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: a Latin letter or a line break leaves a NUL, always on the same side. */
function nulEncoding(buffer: Buffer): string | null {
  const sample = buffer.subarray(0, sampleBytes);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0 || Math.min(even, odd) * 10 > Math.max(even, odd)) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const isMostlyLatin = (even + odd) * 4 >= sample.length;
  // One stray NUL in UTF-8 is no sign; in bytes that are not UTF-8 the reading itself must look like writing.
  if (!isMostlyLatin && (isUtf8(buffer) || rate(read(sample, encoding)) < 0.3)) return null;
  return shareOfWriting(read(sample, encoding)) > 0.7 ? encoding : null;
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

function bestReading(buffer: Buffer): string | null {
  const sample = wholeCharacters(buffer);
  const best = bestRated(sample, buffer.length % 2 === 0);
  if (best !== null && best.rating >= lowestRating) return best.encoding;
  return guessedEncoding(sample);
}

/** The encoding of another script that letter statistics tell, where bytes are whole text in it; null where none is. */
function guessedEncoding(sample: Buffer): string | null {
  const [guess] = analyse(sample);
  const name = guess?.name.toLowerCase();
  if (name === undefined || legacyEncodings.includes(name) || !iconv.encodingExists(name)) return null;
  const text = read(sample, name);
  return !text.includes('\ufffd') && shareOfWriting(text) > 0.9 ? name : null;
}

function bestRated(sample: Buffer, isEven: boolean): { encoding: string; rating: number } | null {
  let best: { encoding: string; rating: number } | null = null;
  for (const encoding of ['utf-8', ...legacyEncodings]) {
    if (encoding.startsWith('utf-16') && !isEven) continue;
    const text = read(sample, encoding);
    const rating = (encoding === 'windows-1252' ? rateWestern(text) : rate(text)) + headStart(encoding, text);
    if (best === null || rating > best.rating) best = { encoding, rating };
  }
  return best;
}

/**
 * Between results rated almost equally, how likely each encoding is on this desk: GB18030 first. EUC-JP and EUC-KR
 * share its byte pairs; kana, at least a fifth of Japanese prose, identify the former. Measured on slices of 4 to 20
 * characters.
 */
function headStart(encoding: string, text: string): number {
  if (encoding === 'gb18030') return 0.05;
  if (encoding === 'euc-kr') return -0.2;
  if (encoding !== 'euc-jp') return 0;
  const kana = text.match(/[\u3041-\u3096\u30a1-\u30fa]/g)?.length ?? 0;
  return kana * 5 > text.length ? 0.3 : -0.2;
}

/** Ends the sample after a line or a space where possible, so that it does not cut a character. */
function wholeCharacters(buffer: Buffer): Buffer {
  if (buffer.length <= sampleBytes) return buffer;
  let end = sampleBytes;
  while (end > sampleBytes / 2 && (buffer[end - 1] ?? 0) > 0x20) end -= 1;
  return buffer.subarray(0, end > sampleBytes / 2 ? end : sampleBytes);
}

function read(buffer: Buffer, encoding: string): string {
  if (encoding.startsWith('utf-16'))
    return iconv.decode(buffer.subarray(0, buffer.length - (buffer.length % 2)), encoding);
  return encoding === 'utf-8' ? new TextDecoder('utf-8').decode(buffer) : iconv.decode(buffer, encoding);
}

/** Mean plausibility of the characters beyond ASCII, from -5 (torn) to 1 (frequent). */
function rate(text: string): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    if (character <= '\x7f') continue;
    count += 1;
    sum += rateCharacter(character);
  }
  return count === 0 ? 0 : sum / count;
}

function rateCharacter(character: string): number {
  if (character === '\ufffd') return -5;
  if (frequentHan.has(character) || frequentHangul.has(character)) return 1;
  if (writtenPunctuation.test(character)) return 0.8;
  if (/[\u3041-\u3096\u30a1-\u30fe]/.test(character)) return 0.8;
  if (/[\uff61-\uff9f]/.test(character)) return -0.3;
  if (/\p{Script=Han}/u.test(character)) return 0.1;
  if (/\p{Script=Hangul}/u.test(character)) return 0.15;
  if (/\p{Script=Latin}/u.test(character)) return 0.5;
  return /[\p{Co}\p{Cn}\p{Cs}\p{Cc}]/u.test(character) ? -3 : -0.5;
}

/** Accented letters stand alone or in pairs among ASCII ones; a longer run is another encoding's text. */
function rateWestern(text: string): number {
  let sum = 0;
  let count = 0;
  for (const [run] of text.matchAll(/[\u0080-\uffff]+/g)) {
    count += run.length;
    for (const character of run) {
      if (character === '\ufffd' || /[\x80-\x9f]/.test(character)) sum -= 2;
      else if (run.length > 2) sum -= 0.5;
      else if (/\p{L}/u.test(character) || typographic.test(character)) sum += 0.6;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function shareOfWriting(text: string): number {
  const written = text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\r\n\t]/gu)?.length ?? 0;
  return text.length === 0 ? 0 : written / text.length;
}

function isReadable(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\s\u0080-\u009f]/gu)?.length ?? 0;
  if (controls === text.length) return text.length === 0;
  return controls <= mostStrayControls || controls * controlShare <= text.length;
}
