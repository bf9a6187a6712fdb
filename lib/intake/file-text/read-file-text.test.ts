import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { joinParts, locatorAt, type SoughtPart } from '#lib/domain/files/file-text';
import { locatorInAddress } from '#lib/domain/files/locator';
import { packText, partOfText, readAndPack, unpackText } from './packed-text';
import { readFileText } from './read-file-text';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const read = (text: string | Uint8Array, mediaType: string) =>
  readFileText({ bytes: typeof text === 'string' ? Buffer.from(text) : text, mediaType });

/** The place that the words have in a file's text, as an address. */
async function placeOf(words: string, bytes: string | Uint8Array, mediaType: string): Promise<string> {
  const text = await read(bytes, mediaType);
  const joined = joinParts(text.parts);
  const start = joined.text.indexOf(words);
  return locatorInAddress(locatorAt(text, joined.starts, { start, end: start + words.length }));
}

const workbook =
  '<workbook xmlns:r="r"><sheets><sheet name="营收" r:id="r1"/><sheet name="B" r:id="r2"/></sheets></workbook>';
const relations =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%;[Red]-0.0%"/><numFmt numFmtId="165" formatCode="[$-409]d\\ mmm\\ yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
const strings =
  '<sst><si><t>Revenue</t></si><si><r><t>员</t></r><r><t>工</t></r><rPh sb="0" eb="1"><t>yuán</t></rPh></si></sst>';
const sheet = `<worksheet><sheetData>
  <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>412.6</v></c></row>
  <row r="7"><c r="B7" t="s"><v>1</v></c><c r="C7"><v>0.30000000000000004</v></c><c r="D7" s="1"><v>0.084</v></c></row>
  <row r="8"><c r="A8" s="2"><v>45291</v></c><c r="B8" s="3"><v>45291.5</v></c><c r="C8" t="inlineStr"><is><t>a
b</t></is></c><c r="D8" t="b"><v>1</v></c><c r="E8" t="str"><f>A1</f><v>x</v></c></row></sheetData></worksheet>`;

const book = (sheets: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': workbook,
        'xl/_rels/workbook.xml.rels': relations,
        'xl/styles.xml': styles,
        'xl/sharedStrings.xml': strings,
        ...sheets,
      }).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

describe('a workbook', () => {
  const bytes = book({ 'xl/worksheets/sheet1.xml': sheet, 'xl/worksheets/sheet2.xml': '<worksheet/>' });

  it('is read as it is calculated, a line for each row', async () => {
    const text = await read(bytes, xlsx);
    expect(text).toEqual({
      ...{ state: 'read', unit: 'sheet', total: 2 },
      parts: [
        {
          label: '营收',
          text: 'Revenue\t\t412.6\n\t员工\t0.3\t8.4%\n2023-12-31\t2023-12-31 12:00\ta b\tTRUE\tx',
          marks: [[1, 7]],
        },
        { label: 'B', text: '' },
      ],
    });
  });

  it.each([
    ['Revenue', 'A1'],
    ['412.6', 'C1'],
    ['员工', 'B7'],
    ['8.4%', 'D7'],
    ['2023-12-31 12:00', 'B8'],
    ['x', 'E8'],
  ])('has %s in %s', async (words, cell) => {
    expect(await placeOf(words, bytes, xlsx)).toBe(`cell=${encodeURIComponent('营收')}!${cell}`);
  });

  it('is read as far as its limits let, whatever it unpacks to', async () => {
    const rows = Array.from({ length: 600_000 }, (_, at) => `<row><c><v>${(at * 7_919) % 600_011}</v></c></row>`).join(
      '',
    );
    const many = await read(book({ 'xl/worksheets/sheet1.xml': `<worksheet>${rows}</worksheet>` }), xlsx);
    expect([many.state, many.parts.length]).toEqual(['too-long', 1]);
    expect(many.parts[0]?.text.split('\n').length).toBeLessThanOrEqual(500_001);
    // A cell at the end of each row is 16,383 blanks.
    const wide = Array.from(
      { length: 20_000 },
      (_, at) => `<row><c r="XFD1"><v>${(at * 7_919) % 20_011}</v></c></row>`,
    ).join('');
    const text = await read(book({ 'xl/worksheets/sheet1.xml': `<worksheet>${wide}</worksheet>` }), xlsx);
    expect(text.state).toBe('too-long');
    expect(text.parts[0]?.text.length).toBeLessThan(4_100_000);
    const bomb = book({ 'xl/worksheets/sheet1.xml': new Uint8Array(200 * 1024 * 1024) });
    expect(await read(bomb, xlsx)).toMatchObject({ state: 'too-long', parts: [] });
  });

  it('says where it cannot be read', async () => {
    expect((await read(Buffer.from('PK not a ZIP'), xlsx)).state).toBe('broken');
    expect((await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), xlsx)).state).toBe('locked');
    expect((await read(zipSync({ 'a.txt': strToU8('a') }), xlsx)).state).toBe('broken');
  });
});

const vtt = `WEBVTT

NOTE made by hand

1
00:01:23.500 --> 00:01:25.000 align:start
<v Ada Holm>We did not expect
the harbour to recover

01:25.000 --> 01:27.000
so quickly.

00:02:00.000 --> 00:02:01.000
我们没有料到

00:02:01.000 --> 00:02:02.000
港口恢复
`;

describe('a transcript', () => {
  it('is one text that knows when each cue begins', async () => {
    const { parts, unit } = await read(vtt, 'text/plain');
    expect(unit).toBe('time');
    expect(parts[0]?.text).toBe('Ada Holm: We did not expect the harbour to recover so quickly.\n我们没有料到港口恢复');
    expect(await placeOf('recover so', vtt, 'text/plain')).toBe('t=83.5');
    expect(await placeOf('quickly', vtt, 'text/plain')).toBe('t=85');
    expect(await placeOf('港口', vtt, 'text/plain')).toBe('t=121');
  });

  it('may be one of SubRip', async () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Hello</i>\r\n\r\n2\r\n01:00:02,250 --> 01:00:03,000\r\nthere\r\n';
    expect(await placeOf('there', srt, 'text/plain')).toBe('t=3602.25');
  });
});

describe('other files', () => {
  it('are read by what they are', async () => {
    expect(await read('Plain\r\ntext  here', 'text/plain')).toMatchObject({
      state: 'read',
      parts: [{ text: 'Plain\ntext  here' }],
    });
    expect(await placeOf('here', 'Plain\r\ntext  here', 'text/plain')).toBe('text=12-16');
    const page = '<html><body><nav>Menu</nav><h1>Title</h1><p>One <b>line</b></p><script>x()</script></body></html>';
    const { parts } = await read(page, 'text/html');
    expect(parts[0]?.text).toMatch(/Title\nOne line$/);
    for (const type of ['image/png', 'image/svg+xml', 'audio/mpeg', 'video/mp4'])
      expect((await read('<svg>text</svg>', type)).state).toBe('none');
    expect((await read('', 'text/plain')).state).toBe('broken');
    expect((await read(' \n', 'text/plain')).state).toBe('no-text');
  });

  it('of mail have their head and their text, in any encoding', async () => {
    const mail = [
      'From: =?utf-8?B?546L5rW3?= <wang@example.org>',
      'To: desk@example.com',
      'Date: Mon, 6 May 2024 10:00:00 +0800',
      'Subject: Re: your question',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=gb18030',
      'Content-Transfer-Encoding: base64',
      '',
      'xOrGxbXEv6rWp86qMy4ywdotzsQ=',
      '--b',
      'Content-Type: application/octet-stream',
      'Content-Disposition: attachment; filename=a.bin',
      '',
      'SECRETBYTES',
      '--b--',
    ].join('\r\n');
    const { parts } = await read(mail, 'message/rfc822');
    expect(parts[0]?.text).toMatch(
      /^From: 王海 <wang@example\.org>\nTo: .*desk@example\.com.*\nDate: Mon, 6 May 2024 10:00:00 \+0800\nSubject: Re: your question\n/,
    );
    expect(parts[0]?.text).toMatch(/\p{Script=Han}/u);
    expect(parts[0]?.text).not.toContain('SECRETBYTES');
    const nested = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n`.repeat(2_000);
    expect(['read', 'broken', 'no-text']).toContain((await read(`From: a@b.c\r\n${nested}`, 'message/rfc822')).state);
  });

  it('of Word that are a bomb or none are said to be so', async () => {
    const parts = { 'word/document.xml': new Uint8Array(60 * 1024 * 1024) };
    expect(await read(zipSync(parts), docx)).toMatchObject({ state: 'too-long', parts: [] });
    expect((await read(Buffer.from('PK'), docx)).state).toBe('broken');
  });
});

it('is packed and unpacked as it was', async () => {
  const packed = await readAndPack({ bytes: Buffer.from(vtt), mediaType: 'text/plain' });
  expect(packed).toMatchObject({ state: 'read', unit: 'time', total: 1, read: 1, withText: 1 });
  expect(unpackText(packed)).toEqual(await read(vtt, 'text/plain'));
  expect(partOfText({ ...packed, sought: { at: 0 } })?.part.marks).toHaveLength(4);
  expect(partOfText({ ...packed, sought: { at: 1 } })).toBeNull();
});

it('of several parts gives the one that is asked for by its name or its words, and else the first', async () => {
  const parts = [
    { label: 'Cover', text: 'Northern Harbour' },
    { label: 'Staff 2023', text: 'Year\tStaff\n2023\t375' },
    { label: '营收', text: '2023年营收\t4.2亿元' },
  ];
  const packed = packText({ state: 'read', unit: 'sheet', total: 3, parts });
  const at = (sought: SoughtPart) => partOfText({ ...packed, sought })?.at;
  expect([at({ label: 'Staff 2023' }), at({ label: '营收' }), at({ label: 'staff 2023' })]).toEqual([1, 2, 0]);
  expect([at({ words: '2023 375' }), at({ words: '营收 4.2亿' }), at({ words: 'nowhere' })]).toEqual([1, 2, 0]);
});
