import type { ArticleDraft } from './article';
import type { Duplicate } from './near-duplicate';

/** The encodings that a person can have a file read in, by their names in the WHATWG Encoding standard. */
export const offeredEncodings = [
  'utf-8',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'utf-16le',
  'utf-16be',
] as const;
export type OfferedEncoding = (typeof offeredEncodings)[number];

export function isOfferedEncoding(encoding: string | null): encoding is OfferedEncoding {
  return encoding !== null && offeredEncodings.some((one) => one === encoding);
}

/** In which encoding bytes were read as text, and the others in which they may be text too (WHATWG names). */
export type TextEncoding = { used: string; others: OfferedEncoding[] };

/**
 * An incoming article as it was read. `snapshotId`: the stored original, if there is one; `encoding`: null for what did
 * not come as bytes of text.
 */
export type IntakeDraft = {
  draft: ArticleDraft;
  snapshotId: string | null;
  duplicates: Duplicate[];
  encoding: TextEncoding | null;
};
