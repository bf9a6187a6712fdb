/**
 * What one line of text looks like: how wide it is, whether it ends a sentence, how it joins with the next.
 *
 * Every measure reads a line once, from left to right, and looks at characters only; nothing here knows about articles.
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

/** True where the line has nothing to see: white space, format characters, combining marks on nothing. */
export function isBlankLine(line: string): boolean {
  return invisible.test(line);
}

/** True where the line ends like a sentence, closing quotation marks and brackets set aside. */
export function endsSentence(line: string): boolean {
  let end = line.length - 1;
  while (end >= 0 && closers.has(line.charAt(end))) end -= 1;
  return end >= 0 && sentenceEnders.has(line.charAt(end));
}

/** True where the line holds at least one Han or kana character. */
export function hasHan(line: string): boolean {
  return hanOrKana.test(line);
}

/** Joins wrapped lines again: nothing between Chinese or Japanese characters, one space elsewhere (Korean included). */
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

function joinsWithoutSpace(before: string, after: string): boolean {
  const left = before.charAt(before.length - 1);
  const right = after.charAt(0);
  if (hanOrKana.test(left) || hanOrKana.test(right)) return true;
  return unspacedCharacter.test(left) && unspacedCharacter.test(right);
}
