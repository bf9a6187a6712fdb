/** The text of a file as it is stored: packed, since a long one has megabytes. Packing and unpacking belong in a worker process. */
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type FileText,
  type FoundPart,
  factsOf,
  longestText,
  type PackedText,
  type SoughtPart,
  type TextPart,
} from '#lib/domain/files/file-text';
import { findWords } from '#lib/domain/files/passage';
import { readFileText } from './read-file-text';

/** Bytes that a text takes at most when it is unpacked: four for a character, and its marks. */
const mostBytes = longestText * 12;

export const packText = (text: FileText): PackedText => ({
  ...factsOf(text),
  packed: gzipSync(JSON.stringify(text.parts)),
});

/** Reads the text of a file and packs it: see readFileText. */
export const readAndPack = async (file: Parameters<typeof readFileText>[0]): Promise<PackedText> =>
  packText(await readFileText(file));

export function unpackText({ packed, state, unit, total }: Omit<PackedText, 'read' | 'withText'>): FileText {
  // What packText wrote.
  const parts = JSON.parse(gunzipSync(packed, { maxOutputLength: mostBytes }).toString()) as TextPart[];
  return { state, unit, total, parts };
}

/** One part of a packed text, and its place among those that were read; null where there is none. */
export function partOfText({
  sought,
  ...text
}: Parameters<typeof unpackText>[0] & { sought: SoughtPart }): FoundPart | null {
  const { parts } = unpackText(text);
  const at = Math.max(0, placeOfPart(parts, sought));
  const part = parts[at];
  return part ? { at, part } : null;
}

function placeOfPart(parts: readonly TextPart[], sought: SoughtPart): number {
  if ('at' in sought) return sought.at;
  if ('label' in sought) return parts.findIndex(({ label }) => label === sought.label);
  return parts.findIndex(({ text }) => findWords([text], sought.words) !== null);
}
