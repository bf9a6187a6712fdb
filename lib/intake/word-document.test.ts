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

describe('draftFromDocx', () => {
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
