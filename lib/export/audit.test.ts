import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { AuditView } from '#lib/domain/people/audit';
import { auditCsv } from './audit';

const line: AuditView = {
  id: 'a',
  at: '2026-01-05T10:00:00.000Z',
  kind: 'invitation-made',
  actor: { id: 'ann', name: '=HYPERLINK("https://evil.example")' },
  subject: null,
  network: '192.0.2.7',
  details: { role: 'editor', note: '@SUM(A1)' },
};

async function* lines() {
  yield line;
}

test('a name or a note is no formula in a spreadsheet', async () => {
  const words = { who: ({ actor }: AuditView) => actor?.name ?? '', sentence: () => '-1+1' };
  let csv = '';
  for await (const piece of auditCsv(lines(), words)) csv += piece;
  const [head, row] = parse(csv, { bom: true }) as string[][];
  expect(head?.slice(0, 3)).toEqual(['time', 'kind', 'who']);
  expect(row?.slice(0, 3)).toEqual([line.at, 'invitation-made', `'=HYPERLINK("https://evil.example")`]);
  expect(row?.[7]).toBe("'-1+1");
  expect(JSON.parse(row?.[8] ?? '')).toEqual(line.details);
});
