/**
 * Properties of one line of text: its width, whether it ends a sentence, how it joins the next line.
 *
 * Every measure reads a line once, from left to right, and looks only at characters; nothing here knows about articles.
 */

const closers = new Set('”’"\'）)」』】》〉］]*_');
const sentenceEnders = new Set('。．！？!?.…；;｡');
const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/;
const unspacedCharacter =
  /[\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]/;
const hanOrKana = /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const invisible = /^[\s\p{Cf}\p{M}]*$/u;

/** Columns that the line takes in a fixed-width font: two for a CJK character, one for any other UTF-16 unit. */
export function lineWidth(line: string): number {
  let width = 0;
  for (let index = 0; index < line.length; index += 1) width += wideCharacter.test(line.charAt(index)) ? 2 : 1;
  return width;
}

/** Whether a line has nothing visible: only white space, format characters, combining marks without a base. */
export function isBlankLine(line: string): boolean {
  return invisible.test(line);
}

/** Whether a line ends like a sentence, ignoring closing quotation marks and brackets. */
export function endsSentence(line: string): boolean {
  let end = line.length - 1;
  while (end >= 0 && closers.has(line.charAt(end))) end -= 1;
  return end >= 0 && sentenceEnders.has(line.charAt(end));
}

/** Whether a line contains a Han or kana character. */
export function hasHan(line: string): boolean {
  return hanOrKana.test(line);
}

/** Joins wrapped lines: without a space between Chinese or Japanese characters, with one elsewhere (also in Korean). */
export function joinWrapped(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    const piece = line.trim();
    if (piece === '') continue;
    if (last !== '' && !joinsWithoutSpace(last, piece)) parts.push(' ');
    parts.push(piece);
    last = piece;
  }
  return parts.join('');
}

/** Whether nothing stands between two texts where they meet: Chinese and Japanese have no blanks. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  const left = before.charAt(before.length - 1);
  const right = after.charAt(0);
  if (hanOrKana.test(left) || hanOrKana.test(right)) return true;
  return unspacedCharacter.test(left) && unspacedCharacter.test(right);
}
