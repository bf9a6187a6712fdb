/**
 * The text of a workbook (XLSX, ECMA-376 part 1 §18): a line for each row, a tab between two cells, values as they are
 * calculated. The parts are read as they are decoded, a piece at a time, and cells are counted as they come.
 */
import { Parser } from 'htmlparser2';
import { type FileText, longestText, type TextPart } from '#lib/domain/files/file-text';
import { unpackZip, type ZipLimits } from '#lib/intake/file/zip';
import { cleanText } from '#lib/intake/text/clean';

/** A million cells take less in XML. */
const limits: ZipLimits = { entries: 5_000, bytes: 160 * 1024 * 1024, ratio: 300 };
const mostSheets = 500;
/** Of all sheets. */
const mostCells = 500_000;
/** UTF-16 units of one cell (Excel's own limit). */
const longestCell = 32_767;
/** Columns of a sheet (Excel's own limit); blanks up to here are written. */
const mostColumns = 16_384;

type Parts = Readonly<Record<string, Uint8Array>>;

const isRead = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(
    name,
  );

/** Reads a workbook. Any bytes have an answer. */
export function readWorkbook(bytes: Uint8Array): FileText {
  const nothing = (state: FileText['state']): FileText => ({ state, unit: 'sheet', total: 0, parts: [] });
  // A file under a password is no ZIP: it stands in a container of older Office files.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return nothing('locked');
  const unpacked = unpackZip(bytes, isRead, limits);
  if (!unpacked.ok) return nothing(unpacked.code === 'too-large' ? 'too-long' : 'broken');
  const sheets = sheetsOf(unpacked.parts);
  if (sheets.length === 0) return nothing('broken');
  const reading = {
    strings: stringsOf(unpacked.parts['xl/sharedStrings.xml']),
    formats: formatsOf(unpacked.parts['xl/styles.xml']),
    is1904: sheets[0]?.is1904 ?? false,
    cells: mostCells,
    length: longestText,
  };
  const parts: TextPart[] = [];
  for (const { name, part } of sheets.slice(0, mostSheets)) {
    const read = readSheet(unpacked.parts[part], reading);
    parts.push({ label: name, ...read });
    if (reading.cells <= 0 || reading.length <= 0) break;
  }
  const isWhole = reading.cells > 0 && reading.length > 0 && sheets.length <= mostSheets;
  return { state: isWhole ? 'read' : 'too-long', unit: 'sheet', total: sheets.length, parts };
}

const pieceLength = 65_536;

type Handler = ConstructorParameters<typeof Parser>[0];

/** Reads a part a piece at a time, until `isDone`. */
function readXml(part: Uint8Array | undefined, handler: Handler, isDone = () => false): void {
  if (!part) return;
  const parser = new Parser(handler, { xmlMode: true });
  const decoder = new TextDecoder();
  for (let at = 0; at < part.length && !isDone(); at += pieceLength)
    parser.write(decoder.decode(part.subarray(at, at + pieceLength), { stream: true }));
  parser.end();
}

type Sheet = { name: string; part: string; is1904: boolean };

/** The sheets in the order of their tabs. */
function sheetsOf(parts: Parts): Sheet[] {
  const targets = new Map<string, string>();
  readXml(parts['xl/_rels/workbook.xml.rels'], {
    onopentag: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let is1904 = false;
  readXml(parts['xl/workbook.xml'], {
    onopentag: (element, { name = '', 'r:id': id = '', date1904 }) => {
      if (local(element) === 'workbookPr') is1904 = date1904 === '1' || date1904 === 'true';
      const part = targets.get(id);
      if (local(element) === 'sheet' && part !== undefined)
        sheets.push({ name: cleanText(name).text.replaceAll(/[\n\t]/g, ' '), part, is1904 });
    },
  });
  return sheets;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The strings that cells share; how a Chinese or Japanese word is read aloud is no part of one. */
function stringsOf(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let [text, isText, aloud, length] = ['', false, 0, 0];
  const handler: Handler = {
    onopentag: (name) => {
      if (local(name) === 'si') text = '';
      if (local(name) === 'rPh') aloud += 1;
      isText = local(name) === 't' && aloud === 0;
    },
    ontext: (some) => {
      if (isText && text.length < longestCell) text += some;
    },
    onclosetag: (name) => {
      isText = false;
      if (local(name) === 'rPh') aloud -= 1;
      if (local(name) !== 'si') return;
      strings.push(text);
      length += text.length;
    },
  };
  // Strings are shared: a text of this length may stand in any number of cells.
  readXml(part, handler, () => length > longestText * 2);
  return strings;
}

type Format = 'date' | 'percent' | 'plain';

/** Formats that a file need not describe (§18.8.30): percentages, and days and times. */
const ownFormat = (id: number): Format => {
  if (id === 9 || id === 10) return 'percent';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58) ? 'date' : 'plain';
};

/** How the styles of cells write a number, by the index of the style. */
function formatsOf(part: Uint8Array | undefined): Format[] {
  const custom = new Map<number, Format>();
  const formats: Format[] = [];
  let isOfCells = false;
  readXml(part, {
    onopentag: (name, { numFmtId, formatCode = '' }) => {
      const id = Number(numFmtId ?? 0);
      if (local(name) === 'numFmt') custom.set(id, formatOf(formatCode));
      if (local(name) === 'cellXfs') isOfCells = true;
      if (local(name) === 'xf' && isOfCells) formats.push(custom.get(id) ?? ownFormat(id));
    },
    onclosetag: (name) => {
      if (local(name) === 'cellXfs') isOfCells = false;
    },
  });
  return formats;
}

/** What a format writes, without its colours, conditions and words. */
function formatOf(code: string): Format {
  const [first = ''] = code
    .slice(0, 500)
    .replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .split(';');
  if (/[ymdhs]/i.test(first.replace(/general/i, ''))) return 'date';
  return first.includes('%') ? 'percent' : 'plain';
}

/** `cells` and `length`: how many may still be read, and how much text (UTF-16 units). */
type Reading = { strings: string[]; formats: Format[]; is1904: boolean; cells: number; length: number };

function readSheet(part: Uint8Array | undefined, reading: Reading): Omit<TextPart, 'label'> {
  const lines: string[] = [];
  const marks: [number, number][] = [];
  let [row, column, line, next] = [0, 0, '', 1];
  /** Columns that are written of the row, its blanks among them. */
  let written = 1;
  let cell = { type: '', style: 0, value: '' };
  let isValue = false;
  const put = (shown: string) => {
    if (shown === '' || column > mostColumns) return;
    line += '\t'.repeat(Math.max(0, column - written)) + shown;
    written = column;
  };
  readXml(
    part,
    {
      onopentag: (name, { r, t = 'n', s = '0' }) => {
        const element = local(name);
        if (element === 'row') {
          row = Number(r ?? row + 1) || row + 1;
          [column, line, written] = [0, '', 1];
        } else if (element === 'c') {
          column = columnOf(r) ?? column + 1;
          cell = { type: t, style: Number(s), value: '' };
          reading.cells -= 1;
        }
        isValue = element === 'v' || element === 't';
      },
      ontext: (some) => {
        if (isValue && cell.value.length < longestCell) cell.value += some;
      },
      onclosetag: (name) => {
        const element = local(name);
        isValue = false;
        if (element === 'c' && reading.length > 0 && reading.cells >= 0) {
          const shown = shownAs(cell, reading);
          reading.length -= shown.length;
          put(shown);
        }
        if (element !== 'row' || line === '') return;
        if (row !== next) marks.push([lines.length, row]);
        lines.push(line);
        reading.length -= 1 + line.length - line.replaceAll('\t', '').length;
        next = row + 1;
        line = '';
      },
    },
    () => reading.cells <= 0 || reading.length <= 0,
  );
  return { text: lines.join('\n'), ...(marks.length > 0 && { marks }) };
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined ? null : [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
}

/** A cell's value in one line. */
function shownAs({ type, style, value }: { type: string; style: number; value: string }, reading: Reading): string {
  if (type === 's') return oneLine(reading.strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || value === '') return oneLine(value);
  const number = Number(value);
  const format = reading.formats[style] ?? 'plain';
  if (!Number.isFinite(number)) return oneLine(value);
  if (format === 'percent') return `${tidyNumber(number * 100)}%`;
  return format === 'date' ? dateOf(number, reading.is1904) : tidyNumber(number);
}

const oneLine = (text: string): string => cleanText(text).text.replaceAll(/\s+/g, ' ').trim();

/** A number without the last digits of binary fractions (0.1 + 0.2). */
const tidyNumber = (value: number): string => String(Number(value.toPrecision(15)));

const day = 86_400_000;

/** A day, a moment or a time, which a workbook counts in days (§18.17.4). */
function dateOf(serial: number, is1904: boolean): string {
  if (serial < 0 || serial > 2_958_465) return tidyNumber(serial);
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(first + Math.round(serial * 86_400) * 1_000).toISOString();
  const clock = moment.slice(11, 16);
  if (serial < 1) return clock;
  return Math.round(serial * day) % day === 0 ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${clock}`;
}
