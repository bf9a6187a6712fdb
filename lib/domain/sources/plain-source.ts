/**
 * The words of a source without what its format puts between them: times and tags of subtitles, line-end hyphens and page
 * numbers of PDF text, soft hyphens, ligatures, invisible characters. Invariant: every UTF-16 unit of the plain text has
 * its place in the source, and places never decrease.
 */

import { comparisonForm } from '#lib/text/forms/comparison-form';

export interface PlainSource {
  text: string;
  /** For each unit of `text` and for its end: the offset in the source. */
  at: Int32Array;
}

/** Blanks at a line break that belong to it; more of them are a table. */
const breakEnd = '[ \\t]{0,8}\\r?\\n[ \\t]{0,80}';

/** A time of a subtitle (WebVTT §4.1, SubRip): hours may be left out, the fraction follows a point or a comma. */
const time = '(?:\\d{1,3}:)?\\d{2}:\\d{2}[.,]\\d{3}';

/** What is cut, whole: the file's head, a cue's number and times, tags of a voice or of style, times in brackets. */
const subtitleParts = [
  '^WEBVTT[^\\n]{0,200}',
  `^(?:[^\\n]{0,60}\\n)??${time}[ \\t]{1,8}-->[^\\n]{0,200}`,
  '</?(?:v|c|i|b|u|lang|ruby|rt)(?:[ .][^<>\\n]{0,80})?>',
  `<${time}>`,
];

const parts = {
  subtitle: subtitleParts.join('|'),
  stamp: '\\[\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,3})?\\]|^[\\[(]\\d{1,2}:\\d{2}(?::\\d{2})?[\\])]',
  page: [
    `^[ \\t]{0,80}(?:[Pp]age|PAGE|[Pp]\\.|第)[ \\t]?\\d{1,4}[ \\t]?(?:页|頁)?(?:[ \\t]?(?:of|/|共)[ \\t]?\\d{1,4}[ \\t]?(?:页|頁)?)?[ \\t]{0,80}$`,
    '(?<=\\n[ \\t]{0,80}\\r?\\n|\\f)[ \\t]{0,80}[-–—]?[ \\t]?\\d{1,4}[ \\t]?[-–—]?[ \\t]{0,80}(?=\\r?\\n[ \\t]{0,80}\\r?\\n|\\f|\\r?\\n\\f)',
  ].join('|'),
  numbered: '^[ \\t]{0,8}\\d{1,2}(?=[ \\t]{1,8}\\S)',
  invisible: `\\u00ad(?:${breakEnd})?|[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]`,
  hyphen: `(?<=\\p{L})[-\\u2010\\u2011]${breakEnd}(?=\\p{L})`,
  ligature: '[\\ufb00-\\ufb06]',
  marked: '\\p{L}\\p{M}{1,4}',
};

const pattern = (names: (keyof typeof parts)[]): RegExp =>
  new RegExp(names.map((name) => `(?<${name}>${parts[name]})`).join('|'), 'gmu');

const inPlain = pattern(['page', 'stamp', 'numbered', 'invisible', 'hyphen', 'ligature', 'marked']);
const inSubtitles = pattern(['subtitle', 'page', 'stamp', 'invisible', 'hyphen', 'ligature', 'marked']);

/** The longest part of a compound word that is looked at, on each side of its hyphen. */
const longestPart = 40;

/**
 * The plain text of a source. `compounds`: words that keep a hyphen at a line's end, as compoundsIn gives them; all
 * others were divided there. Linear in the source.
 */
export function plainSource(source: string, compounds: ReadonlySet<string>): PlainSource {
  const at = new Int32Array(source.length * 3 + 1);
  let text = '';
  let length = 0;
  const put = (piece: string, from: number, step: 0 | 1): void => {
    for (let i = 0; i < piece.length; i++) at[length++] = from + i * step;
    text += piece;
  };
  let last = 0;
  const numbered = numberedLines(source);
  for (const match of source.matchAll(source.includes('-->') ? inSubtitles : inPlain)) {
    const { 0: found, index, groups = {} } = match;
    if (groups.numbered !== undefined && !numbered.has(index)) continue;
    const to = replacementOf(found, groups, source, index, compounds);
    if (to === found) continue;
    put(source.slice(last, index), last, 1);
    put(to, index, 0);
    last = index + found.length;
  }
  put(source.slice(last), last, 1);
  at[length] = source.length;
  return { text, at: at.subarray(0, length + 1) };
}

/** So many lines that count on are numbered, as those of a court's transcript are. */
const leastNumbered = 3;
const lineNumber = /^[ \t]{0,8}(\d{1,2})(?=[ \t]{1,8}\S)/gm;

/** Where lines begin that are numbered from one to the next; a page begins anew. Linear. */
function numberedLines(source: string): Set<number> {
  const lines = new Set<number>();
  let run: number[] = [];
  let [before, end] = [-1, 0];
  for (const { 0: found, 1: written, index } of source.matchAll(lineNumber)) {
    const isNext = Number(written) === before + 1 && !source.slice(end, index - 1).includes('\n');
    if (!isNext) run = [];
    run.push(index);
    if (run.length === leastNumbered) for (const line of run) lines.add(line);
    else if (run.length > leastNumbered) lines.add(index);
    [before, end] = [Number(written), index + found.length];
  }
  return lines;
}

function replacementOf(
  found: string,
  groups: Record<string, string | undefined>,
  source: string,
  index: number,
  compounds: ReadonlySet<string>,
): string {
  if (groups.subtitle !== undefined || groups.page !== undefined || groups.stamp !== undefined) return '';
  if (groups.numbered !== undefined || groups.invisible !== undefined) return '';
  if (groups.ligature !== undefined || groups.marked !== undefined) {
    const composed = found.normalize(groups.marked === undefined ? 'NFKC' : 'NFC');
    return composed.length <= found.length * 3 ? composed : found;
  }
  const before = /\p{L}*$/u.exec(source.slice(Math.max(0, index - longestPart), index))?.[0] ?? '';
  const start = index + found.length;
  const after = /^\p{L}*/u.exec(source.slice(start, start + longestPart))?.[0] ?? '';
  // A name or a word in capitals is no word that was divided (`Jean-Luc`).
  const isName = /^\p{Lu}\p{Ll}/u.test(after);
  return isName || compounds.has(comparisonForm(`${before}-${after}`)) ? '-' : '';
}

/** The compounds with a hyphen of a text, in comparison form. */
export const compoundsIn = (text: string): Set<string> =>
  new Set(
    [...comparisonForm(text).matchAll(/(?<=\p{L}{1,40})-(?=\p{L})/gu)].map(({ index }) => compoundAt(text, index)),
  );

function compoundAt(text: string, hyphen: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, hyphen - longestPart), hyphen))?.[0] ?? '';
  const after = /^\p{L}*/u.exec(text.slice(hyphen + 1, hyphen + 1 + longestPart))?.[0] ?? '';
  return comparisonForm(`${before}-${after}`);
}
