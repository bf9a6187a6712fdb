import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { zipPieces } from '#lib/export/stream/zip';
import { anyText } from '#lib/testing/article/any-text';
import { gather, packagePart, xmlErrors } from '#lib/testing/outside/office';
import { type Cell, type SheetColumn, workbookParts } from './workbook-xml';

const madeAt = new Date('2026-01-05T10:00:00Z');
const columns: SheetColumn[] = [
  { head: 'text', width: 20 },
  { head: 'number', width: 8, format: 'number' },
  { head: 'day', width: 12, format: 'day' },
  { head: 'at', width: 12, format: 'moment' },
];

async function workbookOf(rows: Iterable<Cell[]>, name = 'one'): Promise<Buffer> {
  return (await gather(zipPieces(workbookParts([{ name, columns, rows }], { author: 'Claimdesk', madeAt })))).bytes;
}

test('reads back as it was written, with the types of its cells', async () => {
  const rows: Cell[][] = [
    ['a', 1, { moment: new Date('2023-02-28T00:00:00Z') }, { moment: new Date('2026-01-06T08:30:00Z') }],
    [null, -2.5e-7, null, { moment: new Date('1901-01-01T00:00:00Z') }],
    [true, 1e21, '2023', null],
    ['=1+1', 0, false, 'x'],
  ];
  const [sheet] = await readExcel(await workbookOf(rows));
  expect(sheet?.data).toEqual([
    ['text', 'number', 'day', 'at'],
    ['a', 1, new Date('2023-02-28'), new Date('2026-01-06T08:30:00Z')],
    [null, -2.5e-7, null, new Date('1901-01-01')],
    [true, 1e21, '2023', null],
    ['=1+1', 0, false, 'x'],
  ]);
});

test('is well-formed and never a formula, whatever its texts are', async () => {
  await fc.assert(
    fc.asyncProperty(anyText('</t>|]]>|<f>|&amp;|\r\n|\u0000|\ud800|_x000D_|=1'), async (text) => {
      const file = await workbookOf([[text]], `${text.slice(0, 9)}x`);
      expect(xmlErrors(file)).toEqual([]);
      expect(packagePart(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    }),
    { numRuns: 50 },
  );
});

test('leads where its links say, as far as a sheet can hold them', async () => {
  const address = 'https://example.org/年报?a=1&b=2';
  const tooLong = `https://example.org/${'x'.repeat(2_100)}`;
  const file = await workbookOf([[{ link: address }], [{ link: tooLong }], [{ link: address }]]);
  expect(packagePart(file, 'xl/worksheets/sheet1.xml')).toContain(
    '<hyperlinks><hyperlink ref="A2" r:id="link1"/><hyperlink ref="A4" r:id="link2"/></hyperlinks>',
  );
  expect(packagePart(file, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
    'Target="https://example.org/%E5%B9%B4%E6%8A%A5?a=1&amp;b=2" TargetMode="External"',
  );
  const [sheet] = await readExcel(file);
  expect(sheet?.data.map(([first]) => first)).toEqual(['text', address, tooLong, address]);
});

test('holds no more links than Excel does', async () => {
  const rows = Array.from({ length: 65_540 }, (): Cell[] => [{ link: 'https://example.org/' }]);
  const sheet = packagePart(await workbookOf(rows), 'xl/worksheets/sheet1.xml');
  expect(sheet.match(/<hyperlink /g)).toHaveLength(65_530);
});

test('asks for its rows while it is read, and gives the same bytes each time', async () => {
  let asked = 0;
  function* rows(): Generator<Cell[]> {
    for (; asked < 100_000; asked += 1) yield ['x'.repeat(100)];
  }
  const parts = workbookParts([{ name: 'one', columns, rows: rows() }], { author: 'Claimdesk', madeAt });
  for await (const _ of zipPieces(parts)) break;
  expect(asked).toBeLessThan(1_000);
  expect(await workbookOf([['a', 1]])).toEqual(await workbookOf([['a', 1]]));
});
