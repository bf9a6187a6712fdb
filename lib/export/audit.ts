/** The audit trail as CSV (RFC 4180), a line each, in pieces. */
import type { AuditView } from '#lib/domain/people/audit';
import { csvLines, safeCell } from '#lib/export/stream/csv-cells';

const columns = ['time', 'kind', 'who', 'who id', 'about', 'about id', 'address', 'sentence', 'details'];

/** A line in words: who did it, and what. */
export type AuditWords = { who: (line: AuditView) => string; sentence: (line: AuditView) => string };

/** Times are ISO 8601 in UTC; details are JSON. */
export async function* auditCsv(lines: AsyncIterable<AuditView>, words: AuditWords): AsyncGenerator<string> {
  yield csvLines([columns], { bom: true });
  for await (const line of lines) {
    const { at, kind, actor, subject, network, details } = line;
    const cells = [
      at,
      kind,
      words.who(line),
      actor?.id ?? null,
      subject?.name ?? null,
      subject?.id ?? null,
      network,
      words.sentence(line),
      JSON.stringify(details),
    ];
    yield csvLines([cells.map(safeCell)]);
  }
}
