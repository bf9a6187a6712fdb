/** A table as a CSV file (RFC 4180) that opens in a spreadsheet: UTF-8 with a byte order mark, no cell a formula. */
import { csvLines, safeCell } from '#lib/export/stream/csv-cells';

export function tableCsv(columns: string[], rows: (string | number | null)[][]): string {
  return csvLines(
    [columns, ...rows].map((cells) => cells.map(safeCell)),
    { bom: true },
  );
}
