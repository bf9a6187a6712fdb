/**
 * A CSV file (RFC 4180) that opens in a spreadsheet as it is meant: every cell stays one cell, and none can run as a formula
 * (OWASP, "CSV Injection").
 */
import { stringify } from 'csv-stringify/sync';

/**
 * A cell's line that a spreadsheet could run: an apostrophe makes it text. Each line counts, since a program that splits a
 * cell at its line breaks begins a new cell there.
 */
const formulaLine = /(^|\r\n|[\r\n\u0085\u2028\u2029])(?=[^\S\r\n\u2028\u2029]*[=+\-@＝＋－＠])/g;
/** What a first cell loses when it is trimmed on the way into a spreadsheet. */
const blankStart = /^[\t\r\n]/;

/** A cell's text. Numbers stay numbers, below zero too; null is blank. */
export function safeCell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = value.replace(formulaLine, "$1'");
  return blankStart.test(text) ? `'${text}` : text;
}

/**
 * Cells that are quoted though RFC 4180 does not ask for it, beside those with a comma, a quote or CRLF: any line break ends
 * a record for most programs, and some take a semicolon or a tab for the separator.
 */
const quoted = /[\r\n\u0085\u2028\u2029;\t]/;

/** Lines of a CSV file. `bom` marks its beginning as UTF-8: without it spreadsheets garble Chinese. */
export function csvLines(lines: string[][], { bom = false }: { bom?: boolean } = {}): string {
  return stringify(lines, { record_delimiter: 'windows', quoted_match: quoted, bom });
}
