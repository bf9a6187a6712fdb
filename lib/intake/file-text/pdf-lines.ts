/**
 * The text of a page from its pieces, each of which a PDF places by itself. Programs write them in the order in which they are
 * read, so that order is kept; what is mended is where one line of text goes across two columns. Lines that a paragraph was
 * broken into are joined, rows of a table stay lines, and a tab stands between what is far apart in one.
 */

import { cleanText } from '#lib/intake/text/clean';
import { endsSentence, hasHan, joinsWithoutSpace } from '#lib/intake/text/line';
import { withoutRadicals } from '#lib/text/forms/radicals';

/** A piece of text: its left end and baseline in points from the lower left corner, and the height of its font. */
export type Piece = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isTurned: boolean;
  endsLine: boolean;
};

/** A run of text on one baseline without a wide gap. */
type Segment = { text: string; left: number; right: number; y: number; size: number; isTurned: boolean };
/** Segments on one baseline, from left to right. */
type Row = Segment[];
/** Rows of one column, each under the one before. */
type Block = { rows: Row[]; left: number; right: number };

/** Widths in heights of the font. A blank is some .25; a justified line has gaps of up to 1.5 or so. */
const blankGap = 0.15;
const hanGap = 0.5;
const cellGap = 1.5;
/** How far two baselines of one line may lie apart, as those of footnote signs do. */
const sameLine = 0.45;
/** How far the baselines of a paragraph's lines lie apart at most, where a page does not show otherwise. */
const usualLeading = 1.8;
const widestLeading = 3.2;
/** Fonts of one paragraph differ by less. */
const sameSize = 1.25;
const indent = 0.8;

/** The text of a page: paragraphs and rows by lines. Nearly linear in the pieces; any pieces have an answer. */
export function pageText(pieces: readonly Piece[]): string {
  const rows = columnsInOrder(rowsOf(segmentsOf(pieces)));
  const leading = leadingOf(rows);
  const blocks = blocksOf(rows, leading);
  const words = hyphenatedWords(rows);
  const parts: string[] = [];
  let last: { row: Row; block: Block } | null = null;
  for (const block of blocks) {
    for (const row of block.rows) {
      const line = row.map((segment) => segment.text).join('\t');
      const before = parts.at(-1) ?? '';
      const joint = last === null ? '' : goesOn(last, { row, block }) ? jointOf(before, line, words) : '\n';
      if (joint === null) parts[parts.length - 1] = before.slice(0, -1);
      parts.push(joint ?? '', line);
      last = { row, block };
    }
  }
  return withoutRadicals(cleanText(parts.join('')).text);
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let open: Segment | null = null;
  let parts: string[] = [];
  let hasBlank = false;
  const close = () => {
    if (open) segments.push({ ...open, text: tidied(parts.join('')) });
    open = null;
    parts = [];
  };
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      hasBlank ||= piece.text !== '';
      if (piece.endsLine) close();
      continue;
    }
    const { x, y, width, size, isTurned } = piece;
    const gap: number = open === null ? 0 : (x - (open as Segment).right) / (size || 1);
    if (open && !belongs(open, piece, gap)) close();
    if (open === null) {
      open = { text: '', left: x, right: x + width, y, size, isTurned };
      parts = [piece.text];
    } else {
      const before: string = parts.at(-1) ?? '';
      if (isParted(before, piece.text, gap, hasBlank)) parts.push(' ');
      parts.push(piece.text);
      const grown: Segment = open;
      grown.right = Math.max(grown.right, x + width);
      grown.size = Math.max(grown.size, size);
    }
    hasBlank = false;
    if (piece.endsLine) close();
  }
  close();
  return segments.filter(({ text }) => text !== '');
}

function belongs(open: Segment, { y, size, isTurned }: Piece, gap: number): boolean {
  if (open.isTurned || isTurned) return open.isTurned === isTurned;
  return Math.abs(open.y - y) < sameLine * Math.max(size, open.size) && gap > -1 && gap < cellGap;
}

/** Whether a blank stands between two pieces of a line. */
function isParted(before: string, after: string, gap: number, hasBlank: boolean): boolean {
  if (/\s$/.test(before) || /^\s/.test(after)) return false;
  if (joinsWithoutSpace(before, after)) return gap > hanGap;
  return hasBlank || gap > blankGap;
}

/** A blank within Han is a gap of justified type. */
const tidied = (text: string): string =>
  text
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const segment of segments) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isSame =
      last &&
      !last.isTurned &&
      !segment.isTurned &&
      Math.abs(last.y - segment.y) < sameLine * Math.max(last.size, segment.size) &&
      segment.left >= last.right - segment.size;
    if (row && isSame) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}

/** Rows that a page of two columns has at least, and the share of a column that its lines fill. */
const leastRows = 3;
const leastFill = 0.7;

/** Text in two columns that was written line by line across both: the left one, then the right one. */
function columnsInOrder(rows: Row[]): Row[] {
  const ordered: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const end = endOfColumns(rows, at);
    const run = rows.slice(at, end);
    if (run.length >= leastRows && areProse(run))
      ordered.push(...run.map(([left]) => (left ? [left] : [])), ...run.map(([, right]) => (right ? [right] : [])));
    else ordered.push(...run);
    at = end;
  }
  return ordered;
}

/** Where rows end that are two segments with one gap between all of them. At least one row is taken. */
function endOfColumns(rows: readonly Row[], from: number): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let at = from;
  for (; at < rows.length; at += 1) {
    const [left, right, more] = rows[at] ?? [];
    if (!left || !right || more) break;
    low = Math.max(low, left.right);
    high = Math.min(high, right.left);
    if (low >= high) break;
  }
  return Math.max(at, from + 1);
}

/** Whether both sides are lines of text, and not the cells of a table: most are as wide as their column. */
function areProse(run: readonly Row[]): boolean {
  return [0, 1].every((side) => {
    const segments = run.flatMap((row) => row[side] ?? []);
    const left = Math.min(...segments.map((one) => one.left));
    const right = Math.max(...segments.map((one) => one.right));
    const full = segments.filter((one) => one.right - one.left >= leastFill * (right - left) && isLine(one.text));
    return full.length >= leastFill * segments.length;
  });
}

const isLine = (text: string): boolean => text.length >= (hasHan(text) ? 8 : 16);

/** How far the lines of this page's paragraphs lie apart at most, in heights of the font. */
function leadingOf(rows: readonly Row[]): number {
  const steps: number[] = [];
  for (const [at, row] of rows.entries()) {
    const [before, after] = [rows[at - 1]?.[0], row[0]];
    if (!before || !after || rows[at - 1]?.length !== 1 || row.length !== 1) continue;
    const step = (before.y - after.y) / after.size;
    if (step > 0 && step < widestLeading && isAlike(before, after)) steps.push(step);
  }
  const middle = steps.sort((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 1;
  return Math.max(usualLeading, Math.min(widestLeading, middle * 1.25));
}

const isAlike = (one: Segment, other: Segment): boolean =>
  Math.max(one.size, other.size) <= sameSize * Math.min(one.size, other.size) && one.isTurned === other.isTurned;

function blocksOf(rows: readonly Row[], leading: number): Block[] {
  const blocks: Block[] = [];
  let before: Row | null = null;
  for (const row of rows) {
    const left = Math.min(...row.map((one) => one.left));
    const right = Math.max(...row.map((one) => one.right));
    const block = blocks.at(-1);
    if (block && before && isUnder(before, row, leading)) {
      block.rows.push(row);
      block.left = Math.min(block.left, left);
      block.right = Math.max(block.right, right);
    } else blocks.push({ rows: [row], left, right });
    before = row;
  }
  return blocks.map((block) => ({ ...block, right: edgeOf(block) }));
}

/** Rows of which one in ten may run over the edge, as long addresses do. */
const fewRows = 8;

/** Where the lines of a block end. */
function edgeOf({ rows, right }: Block): number {
  if (rows.length < fewRows) return right;
  const rights = rows.map((row) => Math.max(...row.map((one) => one.right))).sort((one, other) => one - other);
  return rights[Math.floor((rights.length - 1) * 0.9)] ?? right;
}

function isUnder(before: Row, row: Row, leading: number): boolean {
  const [above, under] = [before[0], row[0]];
  if (!above || !under || !isAlike(above, under)) return false;
  if (above.isTurned) return true;
  const step = (above.y - under.y) / Math.max(above.size, under.size);
  return (
    step > 0 && step <= leading && under.left < (before.at(-1)?.right ?? 0) && (row.at(-1)?.right ?? 0) > above.left
  );
}

const startsItem =
  /^(?:[•·‣▪●○◦–—-]|\(?\d{1,3}[.)、]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s?(?!\d)/;

type Line = { row: Row; block: Block };

/** Whether a line goes on with the paragraph of the one before. */
function goesOn(before: Line, { row, block }: Line): boolean {
  const [last, next] = [before.row[0], row[0]];
  if (!last || !next || before.row.length > 1 || row.length > 1 || startsItem.test(next.text)) return false;
  if (last.isTurned || next.isTurned) return last.isTurned && next.isTurned && block === before.block;
  // Where a word is divided, the line ends.
  if (before.block === block && /\p{L}[-\u2010\u00ad]$/u.test(last.text)) return true;
  // The first word of a line would have stood on the one before, had there been room.
  const word = hasHan(next.text.charAt(0)) ? 1 : (/^\S+/.exec(next.text)?.[0].length ?? 1);
  const need = ((next.right - next.left) * word) / Math.max(1, next.text.length) + 0.3 * next.size;
  const isFull = last.right + need >= before.block.right - 0.2 * last.size;
  const isIndented = next.left > block.left + indent * next.size && next.left > last.left + indent * next.size;
  if (before.block === block) return isFull && !isIndented;
  // The text goes on at the top of the next column.
  return next.y > last.y && isFull && isAlike(last, next) && before.block.rows.length > 1 && !endsSentence(last.text);
}

/** Parts of a compound that hardly begin a word that was divided. */
const keepsHyphen =
  /(?:^|[^\p{L}])(?:well|self|long|short|high|low|year|half|mid|co|ex|non|one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+-\p{L}+)-$/iu;

/** What stands between two lines of a paragraph; null where the hyphen goes that one ends with. */
function jointOf(text: string, line: string, words: ReadonlySet<string>): string | null {
  const end = text.slice(-longestWord);
  if (/\p{L}[-\u2010\u00ad]$/u.test(end) && /^\p{Ll}/u.test(line)) {
    if (end.endsWith('\u00ad')) return null;
    const whole = `${/[\p{L}-]+[-\u2010]$/u.exec(end)?.[0] ?? ''}${/^\p{L}+/u.exec(line)?.[0] ?? ''}`.toLowerCase();
    return keepsHyphen.test(end) || words.has(whole) ? '' : null;
  }
  if (/[-\u2010/]$/.test(end) && /^[\p{L}\d]/u.test(line) && /[\p{L}\d][-\u2010/]$/u.test(end)) return '';
  return joinsWithoutSpace(end, line) ? '' : ' ';
}

const longestWord = 60;

/** The compounds that the page writes within a line, in lower case. */
const hyphenatedWords = (rows: readonly Row[]): Set<string> =>
  new Set(
    rows
      .flat()
      .flatMap(({ text }) => [...text.matchAll(/\p{L}{2,30}-\p{L}{2,30}/gu)].map(([word]) => word.toLowerCase())),
  );
