/**
 * CSV (RFC 4180) that is safe to open in a spreadsheet: every cell stays one cell, and none can run as a formula (OWASP,
 * "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync';

/**
 * A line of a cell that a spreadsheet could run as a formula; an apostrophe makes it text. Every line counts, since some
 * programs split a cell at its line breaks.
 */
const formulaLine = /(^|\r\n|[\r\n\u0085\u2028\u2029])(?=[^\S\r\n\u2028\u2029]*[=+\-@＝＋－＠])/g;
/** White space that a spreadsheet trims from the beginning of the first cell. */
const blankStart = /^[\t\r\n]/;

/** The text of a cell. Numbers stay numbers, negative ones too; null is blank. */
export function safeCell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = value.replace(formulaLine, "$1'");
  return blankStart.test(text) ? `'${text}` : text;
}

/**
 * Cells that are quoted beyond what RFC 4180 requires (a comma, a quote or CRLF): most programs end a record at any line
 * break, and some take a semicolon or a tab for the separator.
 */
const quoted = /[\r\n\u0085\u2028\u2029;\t]/;

/** Lines of a CSV file. `bom`: begin with a byte order mark (UTF-8), without which spreadsheets garble Chinese. */
export function csvLines(lines: string[][], { bom = false }: { bom?: boolean } = {}): string {
  return stringify(lines, { record_delimiter: 'windows', quoted_match: quoted, bom });
}
