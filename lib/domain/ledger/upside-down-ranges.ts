/**
 * Ranges written from the higher to the lower number (`12–5%`, `460-300万美元`, `between 12 and 5 people`). The reader of
 * figures skips such numbers or reads them one by one, so they are looked for in the text. Invariant: only numbers with
 * a unit count. Not reported: scores (`3–1`), dates, codes, and intended decreases (`from 12 to 5`, 从12%降到5%).
 */

import { findDates } from '#lib/reading/dates';
import { plainText, readingForm } from '#lib/text/forms/reading-form';

export interface UpsideDownRange {
  start: number;
  end: number;
  /** As written, with their scales: the first number is above the second. */
  values: { first: number; second: number };
}

const scales = new Map([
  ['', 1],
  ['千', 1e3],
  ['万', 1e4],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['万亿', 1e12],
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const number = String.raw`(\d[\d,]*(?:\.\d+)?) ?(万亿|百万|千万|千|万|亿|thousand|million|billion|trillion|bn|mn)?`;
const sign = '((?:us|hk)?[$€£¥])?';
const unit =
  '(%|个?百分点|美元|美金|元|欧元|英镑|日元|港元|人民币|人|名|位|家|个|台|辆|吨|公里|公斤|千克|米|天|小时|分钟|个月|年|percent|per cent|people|' +
  'employees|staff|workers|users|dollars|euros|pounds|yuan|tonnes|tons|kg|km|miles|days|weeks|months|years|hours|minutes)?';
const dashed = new RegExp(`${sign}${number} ?${unit} ?[-~–—] ?${sign}${number} ?${unit}`, 'g');
const between = new RegExp(`\\bbetween ${sign}${number} ?${unit} and ${sign}${number} ?${unit}`, 'g');
const hanTo = new RegExp(
  `(?:介于|在|约为?|为|需要?|达) ?${sign}${number} ?${unit}(?:至|到|和) ?${sign}${number} ?${unit}(?:之间|左右|不等)`,
  'g',
);

/** Words before an intended decrease, or before numbers that are not a range. */
const notARange =
  /(?:\bfrom|从|由|自|降|减|跌|下调|下降|减少|缩|\bdown|\bfell|\bcut|\bwon|\blost|\bbeat|\bby|比分|第|号|no\.|\bvote of|\bvoted|票|页)\s*$|[a-z]-?$|[-–~/.:\d]\s?$/;

/**
 * A first number without a scale shares that of the second (`460-300万`), unless it is at least this many times larger
 * (`800-1万`).
 */
const sharedScale = 10;

/** Finds the ranges of a text that are in the wrong order. */
export function findUpsideDownRanges(text: string): UpsideDownRange[] {
  const form = readingForm(plainText(text));
  // UTF-16 units of the text that belong to a date.
  const dated = new Uint8Array(text.length);
  for (const { start, end } of findDates(text)) dated.fill(1, start, end);
  const found = [dashed, between, hanTo].flatMap((pattern) =>
    [...form.matchAll(pattern)].flatMap((match) => {
      const range = readRange(form, match);
      return range && !dated.subarray(range.start, range.end).includes(1) ? [range] : [];
    }),
  );
  return found.sort((a, b) => a.start - b.start).filter((one, at, all) => one.start !== all[at - 1]?.start);
}

function readRange(form: string, match: RegExpMatchArray): UpsideDownRange | null {
  const [
    whole,
    firstSign,
    first = '',
    firstScale = '',
    firstUnit,
    secondSign,
    second = '',
    secondScale = '',
    lastUnit,
  ] = match;
  const start = match.index ?? 0;
  const end = start + whole.length;
  // A number must be marked as an amount; a third one after a dash makes it a code or a date.
  if (!(firstSign || secondSign || lastUnit || (secondScale !== '' && firstScale !== ''))) return null;
  if (firstUnit && lastUnit && firstUnit !== lastUnit) return null;
  if (firstSign && secondSign && firstSign !== secondSign) return null;
  if (
    /^(?:[-–~/]|\.?\d)/.test(form.slice(end)) ||
    isYear(first) ||
    notARange.test(form.slice(Math.max(0, start - 12), start))
  )
    return null;
  const [one, other] = [first, second].map((digits) => Number(digits.replaceAll(',', '')));
  if (one === undefined || other === undefined || Number.isNaN(one) || Number.isNaN(other)) return null;
  const scale = scales.get(secondScale) ?? 1;
  const shares = firstScale === '' && secondScale !== '';
  if (shares && one > other * sharedScale) return null;
  const values = { first: one * (shares ? scale : (scales.get(firstScale) ?? 1)), second: other * scale };
  // In `9000万–1.2` the second scale is missing, so the meaning is open.
  if (firstScale !== '' && secondScale === '') return null;
  return values.first > values.second ? { start, end, values } : null;
}

/** Four digits of the last or this century in one piece: `2019–18 months`. */
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);
