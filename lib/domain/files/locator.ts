/**
 * Where in a source something stands: a page, a moment, a cell, a box on a picture, or a passage of text. It is kept as the
 * query of an address (`page=3&from=120&to=164`), which opens the place, and reads the same in lists and reports.
 *
 * What is not a place (a page 0, a box beside its picture, an end before its start) is no locator.
 */
export type Locator =
  /** Pages from 1; `start` and `end` are UTF-16 offsets in that page's text, both or none. */
  | { kind: 'page'; page: number; start?: number; end?: number }
  | { kind: 'time'; seconds: number; end?: number }
  | { kind: 'cell'; sheet: string; cell: string }
  /** Fractions of the picture's width and height. */
  | { kind: 'box'; x: number; y: number; width: number; height: number }
  /** UTF-16 offsets in the whole text. */
  | { kind: 'text'; start: number; end: number };

/** UTF-16 units of an address form. A sheet's name has at most 31, each of which is at most nine when it is escaped. */
export const longestLocator = 500;

/**
 * The locator as the query of an address: `page=3&from=120&to=164`, `t=83` or `t=83,90` (seconds, as in W3C Media Fragments),
 * `cell=Sheet1!B7`, `box=.1,.2,.3,.1` (left, top, width, height), `text=120-164`.
 */
export function locatorInAddress(locator: Locator): string {
  switch (locator.kind) {
    case 'page': {
      const { page, start, end } = locator;
      return start === undefined || end === undefined ? `page=${page}` : `page=${page}&from=${start}&to=${end}`;
    }
    case 'time':
      return `t=${decimal(locator.seconds)}${locator.end === undefined ? '' : `,${decimal(locator.end)}`}`;
    case 'cell':
      return `cell=${encodeURIComponent(locator.sheet)}!${encodeURIComponent(locator.cell)}`;
    case 'box':
      return `box=${[locator.x, locator.y, locator.width, locator.height].map(decimal).join(',')}`;
    case 'text':
      return `text=${locator.start}-${locator.end}`;
  }
}

/** What names a locator in the query of an address, with anything else that stands there. */
type Params = { get(name: string): string | null };

/** The locator that a query names; null where it names none, or no place. */
export function locatorOf(params: Params): Locator | null {
  const page = params.get('page');
  if (page !== null) return pageOf(page, params.get('from'), params.get('to'));
  const time = params.get('t');
  if (time !== null) return timeOf(time);
  const cell = params.get('cell');
  if (cell !== null) return cellOf(cell);
  const box = params.get('box');
  if (box !== null) return boxOf(box);
  const text = params.get('text');
  return text === null ? null : textOf(text);
}

/** The locator that `locatorInAddress` wrote; null for any other text. */
export const readLocator = (address: string): Locator | null =>
  address.length > longestLocator ? null : locatorOf(new URLSearchParams(address));

function pageOf(page: string, from: string | null, to: string | null): Locator | null {
  const number = whole(page);
  if (number === null || number < 1) return null;
  const start = whole(from);
  const end = whole(to);
  if (start === null || end === null || end <= start) return { kind: 'page', page: number };
  return { kind: 'page', page: number, start, end };
}

function timeOf(written: string): Locator | null {
  const [from, to, ...more] = written.split(',');
  const seconds = fraction(from);
  if (seconds === null || more.length > 0) return null;
  if (to === undefined) return { kind: 'time', seconds };
  const end = fraction(to);
  return end === null || end <= seconds ? null : { kind: 'time', seconds, end };
}

/** The name of a sheet may have an exclamation mark; that of a cell has none. */
function cellOf(written: string): Locator | null {
  const at = written.lastIndexOf('!');
  const sheet = written.slice(0, Math.max(at, 0));
  const cell = written.slice(at + 1);
  return sheet !== '' && /^[A-Z]{1,3}[1-9][0-9]{0,6}$/.test(cell) ? { kind: 'cell', sheet, cell } : null;
}

function boxOf(written: string): Locator | null {
  const [x, y, width, height, ...more] = written.split(',').map(fraction);
  if (x == null || y == null || width == null || height == null || more.length > 0) return null;
  // Fractions are rounded where they are written.
  const isInside = x + width <= 1.001 && y + height <= 1.001;
  return isInside && width > 0 && height > 0 ? { kind: 'box', x, y, width, height } : null;
}

function textOf(written: string): Locator | null {
  const [from, to, ...more] = written.split('-');
  const start = whole(from);
  const end = whole(to);
  return start === null || end === null || end <= start || more.length > 0 ? null : { kind: 'text', start, end };
}

const whole = (written: string | null | undefined): number | null =>
  written != null && /^\d{1,9}$/.test(written) ? Number(written) : null;

const fraction = (written: string | null | undefined): number | null =>
  written != null && /^(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})$/.test(written) ? Number(written) : null;

/** In at most four digits after the point (a thousandth of a pixel of a screen), without those that say nothing. */
const decimal = (value: number): string =>
  value
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .replace(/^0(?=\.)/, '');
