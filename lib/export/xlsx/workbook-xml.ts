/**
 * A workbook as the parts of an XLSX package (SpreadsheetML, ECMA-376 Part 1 §18). Each row is written when asked for
 * and then dropped: a workbook of any length needs the memory of one row, and of the addresses of its links.
 *
 * Every sheet has a fixed header row, a filter on each column and rows of typed cells. Text is an inline string, never
 * a formula, and its cells have the text format (`@`), so that one that begins with = stays text when somebody edits
 * it.
 */
import { xmlEscaped, xmlText } from '#lib/export/stream/xml-text';
import type { ZipPart } from '#lib/export/stream/zip';

/**
 * Excel's limits (Microsoft, "Excel specifications and limits"): UTF-16 units of a cell and of a link, number of links.
 */
const longestCell = 32_767;
const longestLink = 2_079;
const mostLinks = 65_530;

/** A day, or a moment, in universal time, from 1901 on. */
type Moment = { moment: Date };
/** A web address. */
type Link = { link: string };
export type Cell = string | number | boolean | Moment | Link | null;

/** The width of a column is in characters; its format applies to its numbers and moments. */
export type SheetColumn = { head: string; width: number; format?: 'day' | 'moment' | 'number' };
export type Sheet = { name: string; columns: SheetColumn[]; rows: Iterable<Cell[]> | AsyncIterable<Cell[]> };

/** The cell formats of `styles`, by their position there. */
const looks = { text: 1, number: 2, day: 3, moment: 4, link: 5, head: 6 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const schemas = 'http://schemas.openxmlformats.org';
const main = `xmlns="${schemas}/spreadsheetml/2006/main"`;
const officeRelations = `${schemas}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const coreTypes = 'application/vnd.openxmlformats-package.core-properties+xml';

/**
 * The parts of the package in the order in which programs look for them. The rows of a sheet are read once, when its
 * part is written. Names of sheets have at most 31 characters, none of `[]:*?/\\`.
 */
export function* workbookParts(
  sheets: Sheet[],
  { author, madeAt }: { author: string; madeAt: Date },
): Generator<ZipPart> {
  yield part('[Content_Types].xml', contentTypes(sheets.length));
  yield part(
    '_rels/.rels',
    relationships([
      relationship('rId1', `${officeRelations}/officeDocument`, 'xl/workbook.xml'),
      relationship('rId2', `${schemas}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
  );
  yield part('docProps/core.xml', coreProperties(author, madeAt));
  yield part('xl/workbook.xml', workbook(sheets));
  yield part(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, at) =>
        relationship(`sheet${at + 1}`, `${officeRelations}/worksheet`, `worksheets/sheet${at + 1}.xml`),
      ),
      relationship('styles', `${officeRelations}/styles`, 'styles.xml'),
    ]),
  );
  yield part('xl/styles.xml', styles);
  for (const [at, sheet] of sheets.entries()) {
    const links: LinkedCell[] = [];
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, text: worksheet(sheet, links) };
    if (links.length > 0) yield { name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, text: linkRelationships(links) };
  }
}

const part = (name: string, xml: string): ZipPart => ({ name, text: [declaration, xml] });

const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${xmlEscaped(target)}"${mode}/>`;

const relationships = (members: string[]): string =>
  `<Relationships xmlns="${schemas}/package/2006/relationships">${members.join('')}</Relationships>`;

function contentTypes(sheetCount: number): string {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${schemas}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('docProps/core.xml', coreTypes),
    override('xl/workbook.xml', `${types}.sheet.main+xml`),
    override('xl/styles.xml', `${types}.styles+xml`),
    ...Array.from({ length: sheetCount }, (_, at) =>
      override(`xl/worksheets/sheet${at + 1}.xml`, `${types}.worksheet+xml`),
    ),
    '</Types>',
  ].join('');
}

function coreProperties(author: string, madeAt: Date): string {
  const terms = 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const date = `xsi:type="dcterms:W3CDTF">${madeAt.toISOString()}`;
  return [
    `<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties"`,
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" ${terms}>`,
    `<dc:creator>${xmlEscaped(author)}</dc:creator><cp:lastModifiedBy>${xmlEscaped(author)}</cp:lastModifiedBy>`,
    `<dcterms:created ${date}</dcterms:created><dcterms:modified ${date}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}

function workbook(sheets: Sheet[]): string {
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${xmlEscaped(name)}" sheetId="${at + 1}" r:id="sheet${at + 1}"/>`,
  );
  return `<workbook ${main} xmlns:r="${officeRelations}"><sheets>${names.join('')}</sheets></workbook>`;
}

/** Fonts: plain, link, head. Fills: none and grey, which every workbook has, and the head's. Borders: none, the head's. */
const styles = [
  `<styleSheet ${main}>`,
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>',
  '<numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/></numFmts>',
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF24508F"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF4F2EC"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF57534C"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  // Formats 49 and 0 are built in: text and General (§18.8.30).
  ...[cellFormat(49), cellFormat(0), cellFormat(164), cellFormat(165)],
  ...[cellFormat(49, 'fontId="1" applyFont="1" fillId="0" borderId="0"')],
  ...[cellFormat(49, 'fontId="2" applyFont="1" fillId="2" applyFill="1" borderId="1" applyBorder="1"')],
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

function cellFormat(numberFormat: number, drawn = 'fontId="0" fillId="0" borderId="0"'): string {
  const alignment = '<alignment vertical="top" wrapText="1"/>';
  return `<xf numFmtId="${numberFormat}" applyNumberFormat="1" ${drawn} xfId="0" applyAlignment="1">${alignment}</xf>`;
}

/** The position of a cell (`B2`) and the address it links to. */
type LinkedCell = { place: string; address: string };

/** One sheet. Its links are added to `links`, as many as a sheet can hold. */
async function* worksheet({ columns, rows }: Sheet, links: LinkedCell[]): AsyncGenerator<string> {
  const letters = columns.map((_, at) => columnLetters(at));
  yield `${declaration}<worksheet ${main} xmlns:r="${officeRelations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`;
  yield '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>';
  for (const [at, { width, format = 'text' }] of columns.entries()) {
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${looks[format]}"/>`;
  }
  yield '</cols><sheetData><row r="1">';
  for (const [at, { head }] of columns.entries()) yield textCell(`${letters[at]}1`, looks.head, head);
  yield '</row>';
  let number = 1;
  for await (const cells of rows) {
    number += 1;
    const written = cells.map((cell, at) => cellXml(cell, columns[at]?.format, `${letters[at]}${number}`, links));
    yield `<row r="${number}">${written.join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${letters.at(-1)}1"/>`;
  if (links.length > 0) {
    yield '<hyperlinks>';
    for (const [at, { place }] of links.entries()) yield `<hyperlink ref="${place}" r:id="link${at + 1}"/>`;
    yield '</hyperlinks>';
  }
  yield '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>';
}

function cellXml(cell: Cell, format: SheetColumn['format'], place: string, links: LinkedCell[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(place, looks.text, cell);
  if (typeof cell === 'number') return `<c r="${place}" s="${looks[format ?? 'text']}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean')
    return `<c r="${place}" s="${looks[format ?? 'text']}" t="b"><v>${Number(cell)}</v></c>`;
  if ('moment' in cell) {
    const look = format === 'moment' ? looks.moment : looks.day;
    return `<c r="${place}" s="${look}"><v>${serialDate(cell.moment)}</v></c>`;
  }
  if (links.length >= mostLinks || cell.link.length > longestLink) return textCell(place, looks.text, cell.link);
  links.push({ place, address: xmlText(new URL(cell.link).href) });
  return textCell(place, looks.link, cell.link);
}

const textCell = (place: string, look: number, text: string): string =>
  `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlEscaped(cellText(text))}</t></is></c>`;

/** Text as a cell can hold it: cut to the limit, and with `_x0041_` kept as it is (§22.4.2.4). */
function cellText(text: string): string {
  const whole = xmlText(text).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
  return whole.length > longestCell
    ? `${whole
        .slice(0, longestCell - 1)
        .toWellFormed()
        .replace('\ufffd', '')}…`
    : whole;
}

/** Days since 30 December 1899, as spreadsheets count them; they treat 1900 as a leap year (§18.17.4.1). */
const serialDate = (moment: Date): number => moment.getTime() / 86_400_000 + 25_569;

/** The name of a column by its position from 0; there are at most 26 here. */
const columnLetters = (at: number): string => String.fromCharCode(65 + at);

function* linkRelationships(links: LinkedCell[]): Generator<string> {
  yield `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">`;
  for (const [at, { address }] of links.entries()) {
    yield relationship(`link${at + 1}`, `${officeRelations}/hyperlink`, address, ' TargetMode="External"');
  }
  yield '</Relationships>';
}
