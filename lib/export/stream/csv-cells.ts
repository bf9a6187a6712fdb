/** Cells of a CSV file that opens in a spreadsheet: none of them can run as a formula (OWASP, "CSV Injection"). */

/** A spreadsheet runs a cell that begins like this; an apostrophe makes it text. */
const formulaStart = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A cell's text. Numbers stay numbers, below zero too; null is blank. */
export function safeCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
}
