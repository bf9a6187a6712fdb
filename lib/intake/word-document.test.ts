import { deflateRawSync } from 'node:zlib';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { draftFromDocx } from './word-document';

const prose = 'The committee said on Tuesday that it would publish all figures by the end of March.';

async function fileOf(children: (Paragraph | Table)[], more: object = {}): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children }], ...more }));
}

/** A ZIP with one packed entry, whose stated size may be a lie. */
function zipOf(name: string, content: Buffer, statedLength = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(statedLength, 18);
  head.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), head, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('504b0506', 'hex'), end]);
}

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word file of raw parts, whose main part has the given name. */
function rawFile(body: string, { numbering = '', styles = '', main = 'document' } = {}): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/${main}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${relations}/${type}" Target="${target}"/>`;
  const relationsOf = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(relationsOf(relation('officeDocument', `word/${main}.xml`))),
    [`word/_rels/${main}.xml.rels`]: strToU8(
      relationsOf(relation('numbering', 'numbering.xml') + relation('styles', 'styles.xml')),
    ),
    'word/numbering.xml': strToU8(`<w:numbering ${wordNames}>${numbering}</w:numbering>`),
    'word/styles.xml': strToU8(`<w:styles ${wordNames}>${styles}</w:styles>`),
    [`word/${main}.xml`]: strToU8(`<w:document ${wordNames}><w:body>${body}</w:body></w:document>`),
  });
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const item = (text: string, list: number, level = 0) =>
  line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (at: number, form: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string, more = '') => [
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`,
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`,
];

async function textsOf(file: Uint8Array): Promise<string[]> {
  const result = await draftFromDocx(file);
  if (!result.ok) throw new Error(result.code);
  return result.draft.paragraphs.map(({ text }) => text);
}

describe('draftFromDocx', () => {
  it('numbers items as Word shows them: on after other paragraphs, anew below another item, in Chinese', async () => {
    const numbering = [
      list(1, level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)')),
      list(2, level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）')),
      list(3, level(0, 'chineseCountingThousand', '第%1条', '')),
      list(4, level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
      list(5, level(0, 'ideographTraditional', '%1、')),
    ];
    const again =
      '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
    const body = [
      line(prose),
      item('One', 1),
      item('Under one', 1, 1),
      item('Under one too', 1, 1),
      line('A paragraph between.'),
      item('Two', 1),
      item('Under two', 1, 1),
      item('Seven', 9),
      item('总体要求', 2),
      item('分项说明', 2, 1),
      item('组织保障', 2),
      ...Array.from({ length: 11 }, () => item('施行', 3)),
      item('Part', 4),
      item('Chapter', 4, 1),
      item('其一', 5),
      item('其二', 5),
    ].join('');
    const file = rawFile(body, {
      numbering: [...numbering.map(([one]) => one), ...numbering.map(([, one]) => one), again].join(''),
    });
    const texts = await textsOf(file);
    expect(texts.filter((text) => !text.endsWith('施行'))).toEqual([
      prose,
      '1. One',
      'a) Under one',
      'b) Under one too',
      'A paragraph between.',
      '2. Two',
      'a) Under two',
      '7. Seven',
      '一、总体要求',
      '（一）分项说明',
      '二、组织保障',
      'I. Part',
      '1.1 Chapter',
      '甲、其一',
      '乙、其二',
    ]);
    expect(texts.filter((text) => text.endsWith('施行')).slice(8)).toEqual([
      '第九条 施行',
      '第十条 施行',
      '第十一条 施行',
    ]);
  });

  it('numbers headings by their styles, also by one that rests on another', async () => {
    const style = (id: string, name: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const numberOf = (at: number) => `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const styles =
      style('Heading1', 'heading 1', numberOf(0)) +
      style('Heading2', 'heading 2', numberOf(1)) +
      style('Own', 'Own', '<w:basedOn w:val="Heading2"/>');
    const numbering = list(1, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')).join('');
    const named = (text: string, id: string) => line(text, `<w:pStyle w:val="${id}"/>`);
    const body =
      line(prose) +
      named('经过', 'Heading1') +
      named('Costs', 'Heading2') +
      named('More costs', 'Own') +
      line('Not counted', '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      named('Findings', 'Heading1');
    expect(await textsOf(rawFile(body, { numbering, styles }))).toEqual([
      prose,
      '1 经过',
      '1.1 Costs',
      '1.2 More costs',
      'Not counted',
      '2 Findings',
    ]);
  });

  it('keeps formulas, the base of ruby and what was inserted, and says that there are tracked changes', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run('hé')}</w:rt><w:rubyBase>${run('河')}</w:rubyBase></w:ruby></w:r>`;
    const fraction =
      '<m:oMath><m:f><m:num><m:r><m:t>41</m:t></m:r></m:num><m:den><m:r><m:t>52</m:t></m:r></m:den></m:f></m:oMath>';
    const changed = `<w:del w:id="1"><w:r><w:delText>41</w:delText></w:r></w:del><w:ins w:id="2">${run('52')}</w:ins>`;
    const body = `${line(prose)}<w:p>${ruby}${run('港。')}</w:p><w:p>${run('It is ')}${fraction}${run(' of all.')}</w:p><w:p>${run('It has ')}${changed}${run(' rooms.')}</w:p>`;
    const result = await draftFromDocx(rawFile(body));
    expect(result).toMatchObject({
      draft: {
        paragraphs: [
          { text: prose },
          { text: '河港。' },
          { text: 'It is 41/52 of all.' },
          { text: 'It has 52 rooms.' },
        ],
        notices: [{ code: 'tracked-changes', count: 2 }],
      },
    });
  });

  it('gives out every paragraph: repeated ones, lines of links, and a heading at the end', async () => {
    const body = [prose, 'It named 335 of them.', '相关阅读', prose, 'Read more: the report', 'Copyright 2023', 'Menu'];
    expect(await textsOf(rawFile(body.map((text) => line(text)).join('')))).toEqual(body);
  });

  it('joins a large first letter with its paragraph, and keeps the text of fields', async () => {
    const letter = line('河', '<w:framePr w:dropCap="drop" w:lines="3"/>');
    const field = `<w:p>${run('On page ')}<w:fldSimple w:instr="PAGE">${run('41')}</w:fldSimple>${run(' of it.')}</w:p>`;
    const body = `${line(prose)}${letter}${line('港有52个站。')}${line('T', '<w:framePr w:dropCap="margin"/>')}<w:p>${run('he hall was full.')}</w:p>${field}`;
    expect(await textsOf(rawFile(body))).toEqual([prose, '河港有52个站。', 'The hall was full.', 'On page 41 of it.']);
  });

  it('reads a main part under another name', async () => {
    expect(await textsOf(rawFile(line(prose), { main: 'document2' }))).toEqual([prose]);
  });

  it('reads headings, paragraphs, lists and tables', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const file = await fileOf(
      [
        new Paragraph({ text: 'Figures by March', heading: HeadingLevel.TITLE }),
        new Paragraph('By Jane Doe'),
        new Paragraph(prose),
        new Paragraph({ text: '谁来公布', heading: HeadingLevel.HEADING_1 }),
        new Paragraph({
          children: [
            new TextRun('委员会'),
            new TextRun({ text: '说，', bold: true }),
            new TextRun('会公布335个数字。'),
          ],
        }),
        new Paragraph({ text: 'First', numbering: { reference: 'steps', level: 0 } }),
        new Paragraph({ text: 'Second', numbering: { reference: 'steps', level: 0 } }),
        new Paragraph({ text: 'A bullet', bullet: { level: 0 } }),
        new Table({ rows: ['City', 'Orrin'].map((name) => new TableRow({ children: [cell(name), cell('41')] })) }),
      ],
      {
        numbering: {
          config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: 'left' }] }],
        },
      },
    );
    expect(await draftFromDocx(file)).toMatchObject({
      ok: true,
      draft: {
        title: 'Figures by March',
        byline: 'Jane Doe',
        paragraphs: [
          { kind: 'body', text: prose },
          { kind: 'heading', text: '谁来公布' },
          { kind: 'body', text: '委员会说，会公布335个数字。' },
          { kind: 'list-item', text: '1. First' },
          { kind: 'list-item', text: '2. Second' },
          { kind: 'list-item', text: 'A bullet' },
          { kind: 'body', text: 'City | 41' },
          { kind: 'body', text: 'Orrin | 41' },
        ],
      },
    });
  });

  it('puts footnotes, and comments set aside, beside their paragraphs', async () => {
    const file = await fileOf(
      [
        new Paragraph({ text: 'Figures by March', heading: HeadingLevel.TITLE }),
        new Paragraph({ children: [new TextRun(prose), new FootnoteReferenceRun(1)] }),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('It named 335 of them.'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
        new Paragraph('Nobody had asked before.'),
      ],
      {
        footnotes: { 1: { children: [new Paragraph('Minutes of 14 February, page 3.')] } },
        comments: {
          children: [
            { id: 0, author: 'Ann Lee', initials: 'AL', date: new Date(0), children: [new Paragraph('Source?')] },
          ],
        },
      },
    );
    const result = await draftFromDocx(file);
    expect(result.ok && result.draft.paragraphs).toEqual([
      { kind: 'body', text: prose },
      { kind: 'list-item', text: '1. Minutes of 14 February, page 3.' },
      { kind: 'body', text: 'It named 335 of them.' },
      { kind: 'boilerplate', reason: 'note', text: '[AL] Source?' },
      { kind: 'body', text: 'Nobody had asked before.' },
    ]);
  });

  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'file-damaged'],
    ['what is no ZIP', () => Buffer.from('PK\x03\x04 and then something else entirely'), 'file-damaged'],
    ['another ZIP', () => zipOf('readme.xml', Buffer.from('<a/>')), 'file-damaged'],
    [
      'a ZIP that points beyond its end',
      () => zipOf('word/document.xml', Buffer.from('<a/>')).subarray(30),
      'file-damaged',
    ],
    ['no document in its document', () => zipOf('word/document.xml', Buffer.from('junk')), 'file-damaged'],
    ['a bomb', () => zipOf('word/document.xml', Buffer.alloc(200_000_000)), 'too-large'],
    ['a bomb that lies about its size', () => zipOf('word/document.xml', Buffer.alloc(200_000_000), 100), 'too-large'],
  ])('refuses %s', async (_, file, code) => {
    expect(await draftFromDocx(file())).toEqual({ ok: false, code });
  });
});
