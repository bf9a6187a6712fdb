/**
 * Splits plain text into blocks: one per line, unless the text is wrapped at a fixed column as in e-mail.
 *
 * A block is never empty, contains no line break and has no white space at its ends. The kind of a line (heading, list
 * item, caption) is read from the line and the next one alone, so reading a draft again gives the same blocks.
 */
import type { DraftParagraph, ParagraphKind } from '#lib/domain/articles/article';
import { readCreditLine } from './labels';
import { endsSentence, hasHan, isBlankLine, joinWrapped, lineWidth } from './line';

/** Mail is wrapped at 72 to 78 columns (RFC 5322 section 2.1.1 advises 78); lines wider than 100 are not wrapped. */
const widestWrap = 100;
const narrowestWrap = 40;
/** A heading is at most 30 Chinese characters or 80 Latin columns and 14 words. */
const widestHanHeading = 60;
const widestHeading = 80;
const mostHeadingWords = 14;
/** A line wider than this is prose, with or without a full stop. */
const proseWidth = 100;
/** Captions are short; a longer line that starts like one is a paragraph about a picture. */
const widestCaption = 240;

const ruleLine = /^(?:-{3,}|_{3,}|\*{3,}|={3,}|~{3,}|(?:\* ){2,}\*|(?:- ){2,}-)$/;
const looseBullet = /^[•●○■□◆◇▪▫‣⁃➤►▸·]\s*\S/;
const spacedBullet = /^[-*+]\s+\S/;
const numbered =
  /^(?:\d{1,3}、|\d{1,3}[.．](?:\s|[^\d\s\w.％%])|\d{1,3}[)）]|[（(][一二三四五六七八九十百\d]{1,3}[)）]|[(][a-z][)]\s|[一二三四五六七八九十]{1,3}、|[①-⑳])/;
const chineseSection = /^[一二三四五六七八九十]{1,3}、/;
const captionStart =
  /^(?:[▲△▼]|[图圖]\s*\d*\s*[：:|｜丨/／]|[图圖]\s*\d+\s|(?:[图圖]片?(?:来源|來源|注|说明|說明)|[图圖]源|[图圖]片|供[图圖]|[摄攝]影)\s*[：:|｜丨/／]|(?:photo|image|photograph|picture|illustration|graphic|caption)(?: credits?)?\s*:|(?:photo|image|photograph|illustration)s? (?:by|courtesy) |fig(?:ure|\.) ?\d+[.:])/i;
const spokenTurn = /^(?:问|答|問|记者|記者|Q|A)\s*[：:]/;
const quotedWhole = /^[“"「『‘].*[”"」』’]$/;

/** Splits cleaned plain text into body blocks, joining lines that were wrapped at a column. Stops after `limit` blocks. */
export function plainBlocks(text: string, limit: number): DraftParagraph[] {
  const lines = text.split('\n').map((line) => line.trim());
  const wrapWidth = findWrapWidth(lines);
  const blocks: DraftParagraph[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'body', text: joinWrapped(open) });
    open = [];
  };
  for (const line of lines) {
    if (blocks.length >= limit) break;
    const last = open.at(-1);
    if (last !== undefined && !(wrapWidth !== null && isSoftBreak(last, line, wrapWidth))) close();
    if (!isBlankLine(line) && !ruleLine.test(line)) open.push(line);
  }
  close();
  return blocks;
}

/** Gives each body block the kind it looks like; blocks of other kinds stay as they are. */
export function classifyPlain(blocks: readonly DraftParagraph[]): DraftParagraph[] {
  const classified: DraftParagraph[] = [];
  blocks.forEach((block, index) => {
    const isAfterHeading = classified.at(-1)?.kind === 'heading';
    const kind = block.kind === 'body' ? kindOfLine(block.text, blocks[index + 1]?.text, isAfterHeading) : block.kind;
    classified.push({ ...block, kind });
  });
  return classified;
}

/** Whether a line starts with a bullet or a number, like a list item. */
export function isListItem(line: string): boolean {
  return looseBullet.test(line) || spacedBullet.test(line) || numbered.test(line);
}

/** Whether a line is short and does not end like a sentence. */
export function isHeadlineLike(line: string): boolean {
  if (line.length > widestHeading || endsSentence(line) || /[，,、：:—]$/.test(line)) return false;
  if (!/\p{L}.*\p{L}/u.test(line)) return false;
  if (hasHan(line)) return lineWidth(line) <= widestHanHeading && !line.includes('。');
  return line.split(/\s+/).length <= mostHeadingWords && !/^\p{Ll}/u.test(line);
}

function kindOfLine(line: string, next: string | undefined, isAfterHeading: boolean): ParagraphKind {
  if (captionStart.test(line) && line.length <= widestCaption) return 'caption';
  const canBeHeading = !isAfterHeading && isHeadlineLike(line) && !isNoHeading(line);
  const isBeforeProse = next !== undefined && !isListItem(next) && (endsSentence(next) || lineWidth(next) > proseWidth);
  if (isListItem(line)) return chineseSection.test(line) && canBeHeading && isBeforeProse ? 'heading' : 'list-item';
  return canBeHeading && isBeforeProse ? 'heading' : 'body';
}

function isNoHeading(line: string): boolean {
  return spokenTurn.test(line) || quotedWhole.test(line) || readCreditLine(line) !== null;
}

/**
 * The column at which a text is wrapped, or null where its lines are paragraphs. A break counts as a wrap if the next
 * word would not have fitted; a text is wrapped if it has blank lines and most breaks between them are wraps.
 */
function findWrapWidth(lines: readonly string[]): number | null {
  let width = 0;
  let hasBlankInside = false;
  let started = false;
  lines.forEach((line, index) => {
    if (line === '') hasBlankInside ||= started;
    else {
      started = true;
      const isBesideAnother = (lines[index + 1] ?? '') !== '' || (index > 0 && lines[index - 1] !== '');
      const isUnbreakable = !line.includes(' ') && !hasHan(line);
      if (isBesideAnother && !isUnbreakable)
        width = Math.max(width, line.length > widestWrap ? line.length : lineWidth(line));
    }
  });
  if (!hasBlankInside || width < narrowestWrap || width > widestWrap) return null;
  let soft = 0;
  let hard = 0;
  let finished = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1] ?? '';
    const after = lines[index] ?? '';
    if (before === '' || after === '' || isListItem(after)) continue;
    if (!isSoftBreak(before, after, width)) hard += 1;
    else {
      soft += 1;
      if (endsSentence(before)) finished += 1;
    }
  }
  return soft >= 2 && soft > hard && finished * 2 <= soft ? width : null;
}

function isSoftBreak(before: string, after: string, width: number): boolean {
  if (after === '' || isListItem(after) || /^[>|#]/.test(after) || ruleLine.test(after)) return false;
  const firstWord = hasHan(after.charAt(0)) ? after.slice(0, 2) : (after.split(/\s/, 1)[0] ?? '').slice(0, widestWrap);
  return lineWidth(before) + 1 + lineWidth(firstWord) > width;
}
