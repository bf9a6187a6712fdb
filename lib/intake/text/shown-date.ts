/**
 * Finds a date within a short line: "Posted on 5 May 2020 by …", "Stand: 5. Mai 2020", "mardi 10.12.19".
 *
 * A date that can be read in two ways (03/05/2022) is given with both readings; who asks knows more of the page.
 */
import { readDate } from './date';

/** `readings` are ISO dates, the likelier first; `from` and `to` are the places of the date and its time in the line. */
export type ShownDate = { readings: string[]; from: number; to: number };

/** Longer lines are text (UTF-16 units). */
const longestLine = 200;
/** Years of two digits from this one on are of the century before. */
const firstOfOldCentury = 70;

const written = new RegExp(
  [
    String.raw`(?<![\d./-])\d{4}\s?(?:[-/.]|年|년)\s?\d{1,2}\s?(?:[-/.]|月|월)\s?\d{1,2}(?!\d)\s?[日号號일]?`,
    String.raw`(?<![\d./-])\d{1,2}([/.-])\s?\d{1,2}\1\s?(?:\d{4}|\d{2})(?![\d/.-]\d|\d)`,
    String.raw`(?<![\d.])\d{1,2}(?:st|nd|rd|th|er|\.|º|ª)?\s?(?:de\s|d['’])?\p{L}{3,12}\.?,?\s(?:del?\s)?\d{4}(?!\d)`,
    String.raw`(?<!\p{L})\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}(?!\d)`,
  ].join('|'),
  'giu',
);
const timeAfter =
  /^[T,，\s|–-]{0,4}(?:(?:at|um|à|às|a las|alle|ore|kl\.?|om)\s)?(?:上午|下午)?\s?\d{1,2}(?:[:：h]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?m\.?|Uhr|h(?!\p{L}))?(?:\s?(?:(?:UTC|GMT|[CEMPW]E?[SD]?T|IST|JST|BST|Z)(?!\p{L})|[+-]\d{2}:?\d{2}))?/iu;

/** The first date in a line; null where there is none, or the line is too long to be about a date. */
export function findShownDate(line: string): ShownDate | null {
  if (line.length > longestLine) return null;
  for (const match of line.matchAll(written)) {
    const readings = readingsOf(match[0].trim());
    if (readings.length === 0) continue;
    const to = match.index + match[0].length;
    return { readings, from: match.index, to: to + (timeAfter.exec(line.slice(to))?.[0].length ?? 0) };
  }
  return null;
}

function readingsOf(text: string): string[] {
  const read = readDate(text);
  if (read !== null) return read.length === 10 ? [read] : [];
  const parts = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (parts === null) return [];
  const [, first = '', , second = '', end = ''] = parts;
  const year = end.length === 4 ? end : `${Number(end) >= firstOfOldCentury ? '19' : '20'}${end}`;
  const days = [isoOf(year, second, first), isoOf(year, first, second)];
  return [...new Set(days)].filter((day): day is string => day !== null);
}

function isoOf(year: string, month: string, day: string): string | null {
  return readDate(`${year}-${month}-${day}`);
}
