/**
 * Where a suite of figures has a convention that is wrong for news prose, and how to tell that a label met it. The
 * evaluation allows for some and leaves the others failing; it counts both.
 */

import { findDateSpans } from '#lib/reading/dates/find-spans';
import { foldText } from '#lib/text/forms/folded';

/** A figure as a suite labels it; a null end is an open bound, an end left out is not labelled. */
export interface Label {
  start: number;
  end: number;
  text: string;
  low?: number | null;
  high?: number | null;
  unit?: string | null;
  role?: string;
}

/** A figure as a reader finds it. */
export interface Found {
  start: number;
  end: number;
  low: number | null;
  high: number | null;
  unit: string | null;
  change?: 'from' | 'to' | 'by';
}

/** True for numbers that differ by binary noise only. */
export const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-12);

/** A label that no figure meets, or a further figure that no label meets, with what was found in its place. */
export interface Miss {
  text: string;
  label: Label | null;
  found: Found[];
}

/** A convention of a suite that is not that of news prose. The table counts how often it is met. */
export interface Convention {
  suites: RegExp;
  note: string;
  /** The comparison allows for it: true if the figure is what the label says in the suite's own terms. */
  tolerates?: (label: Label, figure: Found, found: Found[]) => boolean;
  /** It is left failing: true if the miss comes from it. The first that applies counts. */
  explains?: (miss: Miss) => boolean;
}

/** Smaller units that a measure in several units is read in. */
const IN_PARTS = new Set(['month', 'day', 'hour', 'minute', 'second', 'inch', 'pound', 'ounce']);

export const CONVENTIONS: Convention[] = [
  {
    suites: /currency|percent|number|duckling|quantulum/,
    note: "a number is labelled without its bound (`at least 5` is 5): the bound's finite end is equal",
    tolerates: (label, figure) => (figure.low === null) !== (figure.high === null) && isOneEnd(label, figure),
  },
  {
    suites: /duckling/,
    note: '角, 毛 and coins without a currency are hundredths: a value that is equal in hundredths is equal',
    tolerates: (label, figure) => label.unit == null && isNumber(figure.low, label, 100),
  },
  {
    suites: /quantulum/,
    note: 'a range is given as its midpoint: the midpoint is equal',
    tolerates: (label, { low, high }) => low !== null && high !== null && isNumber((low + high) / 2, label),
  },
  {
    suites: /quantulum/,
    note: 'a change is given as the middle of its two values: the middle of both figures is equal',
    tolerates: (label, { change, low }, found) => {
      const other = found.find((figure) => figure.change && figure.change !== change);
      return change !== undefined && low !== null && other?.low != null && isNumber((low + other.low) / 2, label);
    },
  },
  {
    suites: /quantulum/,
    note: 'a measure in several units is several labels (`3 years` and `2 months`): one figure around them is right',
    tolerates: (label, { start, end, low, high, unit }) =>
      start <= label.start &&
      label.end <= end &&
      low === high &&
      (label.low ?? 0) < (low ?? 0) &&
      IN_PARTS.has(unit ?? ''),
  },
  {
    suites: /number|quantulum/,
    note: 'parts of addresses, telephone numbers and names are numbers (`192.168.1.2`, `SCP-173`, `Voyager 2`): not read',
    explains: ({ text, label }) => label !== null && isInName(text, label),
  },
  {
    suites: /number|quantulum|fewfc/,
    note: 'a date, year or clock time is a number: it is no figure here',
    explains: ({ text, label }) => label !== null && isDated(text, label),
  },
  {
    suites: /number-zh/,
    note: '一 as an article and numerals inside words count (`一塊蛋糕`, `另一种`, `五台山`, `第零十`, `二分之`): not read',
    explains: ({ label, found }) =>
      label !== null && found.length === 0 && /^[零一二三四五六七八九十]+$/.test(label.text),
  },
  {
    suites: /number-en/,
    note: 'strings of number words that say nothing in prose (`one hundred one thousand fifths`), and symbols apart (`- 10  k`)',
    explains: ({ label }) => label !== null && /^- |^\w+ \w+.*fifths?$|\dg$|\d g$/.test(label.text),
  },
  {
    suites: /range/,
    note: 'ordinals are ranges (`第十和第十五之间`, `between the tenth and the fifteenth`): ranks are not read',
    explains: ({ label }) => label !== null && /第|(?:th|st|nd|rd)\b/.test(label.text),
  },
  {
    suites: /range/,
    note: 'a range is left unread before a year: it is read here',
    explains: ({ label }) => label === null,
  },
  {
    suites: /percent-zh/,
    note: 'vague percentages are left unread (`百分之二三十`): they are read here',
    explains: ({ label }) => label === null,
  },
  {
    suites: /currency|percent/,
    note: 'a range is labelled by one of its ends',
    explains: ({ label, found }) => label !== null && found.some((figure) => isOneEnd(label, figure)),
  },
  {
    suites: /quantulum/,
    note: 'a unit by itself is a quantity of one (`a dozen`, `a gross`, `1cds`): it is its number or none here',
    explains: ({ label }) => label?.low === 1,
  },
  {
    suites: /fewfc/,
    note: 'the label begins or ends inside a quantity (`95.59` of `95.59%`)',
    explains: ({ text, label }) => label !== null && isCut(text, label),
  },
  {
    suites: /fewfc/,
    note: '约, 超过, 不超过 and the like are outside the label, in others inside: inside here',
    explains: ({ text, label, found }) =>
      label !== null && found.some((figure) => BOUND.test(text.slice(figure.start, label.start))),
  },
  {
    suites: /fewfc/,
    note: '约为, 达 and 均 are inside the label, in others outside: outside here',
    explains: ({ text, label, found }) =>
      label !== null && found.some((figure) => /^(?:约为|达|均)$/.test(text.slice(label.start, figure.start))),
  },
  {
    suites: /fewfc/,
    note: '股 or 笔 is inside the label, in others outside: a counted noun is outside here',
    explains: ({ text, label, found }) =>
      label !== null && found.some((figure) => /^ ?[股笔]$/.test(text.slice(figure.end, label.end))),
  },
  {
    suites: /fewfc/,
    note: '人民币 is inside the label before an amount in 元, or outside after it, in others the reverse',
    explains: ({ text, label, found }) =>
      label !== null &&
      found.some((figure) =>
        [text.slice(label.start, figure.start), text.slice(label.end, figure.end)].includes('人民币'),
      ),
  },
  {
    suites: /fewfc/,
    note: '余 is outside (`1.25亿余股`)',
    explains: ({ text, label, found }) =>
      label !== null && found.some((figure) => text.slice(label.end, figure.end) === '余'),
  },
  {
    suites: /fewfc/,
    note: 'one end of a change or of a pair of bounds is labelled (`8.2亿元降至7.12亿元`)',
    explains: ({ label, found }) =>
      label !== null && found.some((figure) => figure.end - figure.start > label.end - label.start + 3),
  },
];

export const ALTERNATIVES: Convention = {
  suites: /fewfc/,
  note: 'labels that overlap are readings of one place (`约30.6亿元`, `30.6亿元`): either will do',
  tolerates: () => true,
};

const BOUND = /^(?:约合?|超过?|不超过?|近|将近|接近|逾|不足|不低于|至少|最多)[^，。]*$/;

/** True if `value` times `factor` is the label's single value. */
const isNumber = (value: number | null, label: Label, factor = 1): boolean =>
  value !== null && typeof label.low === 'number' && label.low === label.high && close(value * factor, label.low);

/** True if the label's single value is an end of the figure. */
const isOneEnd = (label: Label, figure: Found): boolean => isNumber(figure.low, label) || isNumber(figure.high, label);

const isDated = (text: string, label: Label): boolean =>
  findDateSpans(foldText(text)).some((span) => span.start < label.end && span.end > label.start) ||
  /^(?:(?:1[5-9]|20)\d\d|.*季报)$/.test(label.text);

/** True for a label in a run of characters that is a name or an address, or after a capitalised name. */
function isInName(text: string, label: Label): boolean {
  const before = /\S*$/.exec(text.slice(0, label.start))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(label.end))?.[0] ?? '';
  return (
    /^\+?\d+(?:[-./]\d+)+$|^[A-Z]+-\d+$/.test(before + text.slice(label.start, label.end) + after) ||
    /[A-Z][a-z]+ $/.test(text.slice(0, label.start))
  );
}

/** True for a label that begins or ends inside a number, or before the number's own percent sign, scale or currency. */
export function isCut(text: string, label: Label): boolean {
  const inside = /[\d.]$/.test(text.slice(0, label.start)) && /^[\d.]/.test(label.text);
  return (
    inside ||
    (/[\d万亿]$/.test(label.text) && /^(?:[\d%％万亿元]|个百分点|人民币|[美港欧]元)/.test(text.slice(label.end)))
  );
}
