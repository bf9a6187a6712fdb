/**
 * Word files of many kinds, each of raw parts, as word processors write them. Their words are invented; what matters is
 * the markup that holds them.
 */
import { strToU8, zipSync } from 'fflate';

type Parts = {
  numbering?: string;
  styles?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  footer?: string;
  /** Name of the main part, without its ending. */
  main?: string;
  /** The strict form of the standard, with names of its own for everything. */
  isStrict?: boolean;
  /** The kind of the main part: a document, a template, one with macros. */
  type?: string;
  /** Parts that are files of their own, by name, each with the relation `chunk` to the main part. */
  chunk?: { name: string; type: string; content: string };
};

const transitional = {
  main: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  math: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
};
const strict = {
  main: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  math: 'http://purl.oclc.org/ooxml/officeDocument/math',
};
const otherNames =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14"';
const partTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A file of this body and these parts. */
export function wordFile(body: string, parts: Parts = {}): Uint8Array {
  const { main = 'document', isStrict = false, type = `${partTypes}.document.main+xml`, chunk } = parts;
  const names = isStrict ? strict : transitional;
  const spaces = `xmlns:w="${names.main}" xmlns:r="${names.relations}" xmlns:m="${names.math}" ${otherNames}`;
  const side: [string, string | undefined, string][] = [
    ['numbering', parts.numbering, 'numbering'],
    ['styles', parts.styles, 'styles'],
    ['footnotes', parts.footnotes, 'footnotes'],
    ['endnotes', parts.endnotes, 'endnotes'],
    ['comments', parts.comments, 'comments'],
    ['header', parts.header, 'hdr'],
    ['footer', parts.footer, 'ftr'],
  ];
  const there = side.filter(([, content]) => content !== undefined);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${names.relations}/${kind}" Target="${target}"/>`;
  const relationsOf = (list: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const references =
    (parts.header === undefined ? '' : '<w:headerReference w:type="default" r:id="header"/>') +
    (parts.footer === undefined ? '' : '<w:footerReference w:type="default" r:id="footer"/>');
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/><Default Extension="txt" ContentType="text/plain"/><Override PartName="/word/${main}.xml" ContentType="${type}"/>${there.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${partTypes}.${name}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationsOf(relation('rId1', 'officeDocument', `word/${main}.xml`)),
    [`word/_rels/${main}.xml.rels`]: relationsOf(
      there.map(([name]) => relation(name, name, `${name}.xml`)).join('') +
        `<Relationship Id="link" Type="${names.relations}/hyperlink" Target="https://harbour.example/report" TargetMode="External"/>` +
        (chunk === undefined ? '' : relation('chunk', 'aFChunk', chunk.name)),
    ),
    [`word/${main}.xml`]: `${head}<w:document ${spaces}><w:body>${body}<w:sectPr>${references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  };
  for (const [name, content, root] of there)
    files[`word/${name}.xml`] = `${head}<w:${root} ${spaces}>${content}</w:${root}>`;
  if (chunk !== undefined) files[`word/${chunk.name}`] = chunk.content;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}

const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const par = (inside: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const line = (text: string, properties = '') => par(run(text), properties);
const item = (text: string, list: number, level = 0) =>
  line(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (at: number, form: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const lists = (...all: string[]) =>
  all.map((levels, at) => `<w:abstractNum w:abstractNumId="${at + 1}">${levels}</w:abstractNum>`).join('') +
  all.map((_, at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at + 1}"/></w:num>`).join('');
const cell = (inside: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const table = (...rows: string[]) =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>${rows.join('')}</w:tbl>`;
const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const noteText = (kind: string, id: number, text: string) =>
  `<w:${kind} w:id="${id}">${par(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;
const separators = (kind: string) =>
  `<w:${kind} w:type="separator" w:id="-1">${par('<w:r><w:separator/></w:r>')}</w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0">${par('<w:r><w:continuationSeparator/></w:r>')}</w:${kind}>`;
const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const math = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
const author = 'w:author="Ada Holm" w:date="2024-05-01T00:00:00Z"';

const prose = 'The harbour board said on Tuesday that 375 people work in Orrin, twelve fewer than in January.';
const more = 'Its chair put the cost of dredging at 640,000 crowns.';
const han = '港务局星期二说，全市有375人在港口工作，比一月少12人。';

/** A text box as Word writes it: a drawing, and the same for older versions. */
const textBox = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape type="#box" style="width:200pt;height:70pt"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const legacyBox = (isTicked: boolean, name: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="${name}"/><w:checkBox><w:sizeAuto/><w:default w:val="${isTicked ? 1 : 0}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const modernBox = (isTicked: boolean) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${isTicked ? 1 : 0}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run(isTicked ? '☒' : '☐')}</w:sdtContent></w:sdt>`;
const control = (inside: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="field"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

/** The files by name; every kind of markup stands among plain paragraphs. */
export const wordFiles: Record<string, Uint8Array> = {
  'numbers-chinese.docx': wordFile(
    line(han) +
      item('总体要求', 1) +
      item('工作目标', 1, 1) +
      item('细则', 1, 2) +
      item('组织保障', 1) +
      item('施行日期', 2) +
      item('其一', 3) +
      item('其二', 3),
    {
      numbering: lists(
        level(0, 'chineseCountingThousand', '%1、') +
          level(1, 'chineseCounting', '（%2）') +
          level(2, 'decimal', '%3．'),
        level(0, 'chineseCountingThousand', '第%1条'),
        level(0, 'ideographTraditional', '%1、'),
      ),
    },
  ),
  'numbers-latin.docx': wordFile(
    line(prose) +
      item('First part', 1) +
      item('Under it', 1, 1) +
      item('Deeper', 1, 2) +
      item('Second part', 1) +
      line(more) +
      item('Third part', 1) +
      item('A point', 2) +
      item('Padded', 3),
    {
      numbering: lists(
        level(0, 'upperRoman', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'lowerRoman', '(%3)'),
        level(0, 'bullet', '\uf0b7'),
        level(0, 'decimalZero', '%1 –'),
      ),
    },
  ),
  'numbers-restart.docx': wordFile(
    item('One', 1) +
      item('Two', 1) +
      line(prose) +
      item('Seven', 9) +
      item('Eight', 9) +
      item('Other level', 8, 1) +
      item('Three', 1),
    {
      numbering: `${lists(level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2.'))}<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">${level(1, 'upperLetter', '%2.')}</w:lvlOverride></w:num>`,
    },
  ),
  'numbers-headings.docx': wordFile(
    line('Scope', '<w:pStyle w:val="Heading1"/>') +
      line(prose) +
      line('Costs', '<w:pStyle w:val="Heading2"/>') +
      line(more) +
      line('经过', '<w:pStyle w:val="Heading1"/>') +
      line(han),
    {
      numbering: lists(
        level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>') +
          level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>'),
      ),
      styles:
        style('Heading1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
        style('Heading2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    },
  ),
  'table-plain.docx': wordFile(
    line(prose) +
      table(
        row(cell(line('City')), cell(line('Staff'))),
        row(cell(line('Orrin')), cell(line('375'))),
        row(cell(line('Vell')), cell(line('41'))),
      ) +
      line(more),
  ),
  'table-nested.docx': wordFile(
    line(prose) +
      table(
        row(
          cell(
            line('Outer cell') + table(row(cell(line('Inner left')), cell(line('Inner right')))) + line('After inner'),
          ),
          cell(line('Beside')),
        ),
      ) +
      line(more),
  ),
  'table-merged.docx': wordFile(
    line(prose) +
      table(
        row(cell(line('Over both'), '<w:gridSpan w:val="2"/>')),
        row(cell(line('Tall'), '<w:vMerge w:val="restart"/>'), cell(line('Upper'))),
        row(cell('<w:p/>', '<w:vMerge/>'), cell(line('Lower') + line('Second line'))),
      ) +
      line(more),
  ),
  'footnotes.docx': wordFile(
    par(
      `${run('It cost 41 crowns.')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' Nobody asked.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    ) + line(more),
    {
      footnotes:
        separators('footnote') +
        noteText('footnote', 1, 'Minutes of February, page 3.') +
        noteText('footnote', 2, 'Letter by Ada Holm.'),
    },
  ),
  'endnotes.docx': wordFile(par(`${run(prose)}<w:r><w:endnoteReference w:id="1"/></w:r>`) + line(more), {
    endnotes: separators('endnote') + noteText('endnote', 1, 'Annual report of the board.'),
  }),
  'comments.docx': wordFile(
    par(
      `<w:commentRangeStart w:id="0"/>${run(prose)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
    ) + line(more),
    {
      comments: `<w:comment w:id="0" ${author} w:initials="AH">${par(run('Which source says so?'))}${par(run('Please ask the chair.'))}</w:comment>`,
    },
  ),
  'tracked-words.docx': wordFile(
    par(
      `${run('It has ')}<w:del w:id="1" ${author}><w:r><w:delText>41</w:delText></w:r></w:del><w:ins w:id="2" ${author}>${run('52')}</w:ins>${run(' rooms.')}`,
    ) + line(more),
  ),
  'tracked-moves.docx': wordFile(
    line(prose) +
      par(
        `<w:moveFromRangeStart w:id="1" w:name="m" ${author}/><w:moveFrom w:id="2" ${author}>${run('The hall was full.')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`,
      ) +
      line(more) +
      par(
        `<w:moveToRangeStart w:id="3" w:name="m" ${author}/><w:moveTo w:id="4" ${author}>${run('The hall was full.')}</w:moveTo><w:moveToRangeEnd w:id="3"/>`,
      ),
  ),
  'tracked-paragraphs.docx': wordFile(
    par(
      `<w:ins w:id="1" ${author}>${run('An inserted paragraph.')}</w:ins>`,
      `<w:rPr><w:ins w:id="2" ${author}/></w:rPr>`,
    ) +
      par(
        `<w:del w:id="3" ${author}><w:r><w:delText>A deleted one.</w:delText></w:r></w:del>`,
        `<w:rPr><w:del w:id="4" ${author}/></w:rPr>`,
      ) +
      line(prose),
  ),
  'text-box.docx': wordFile(
    line(prose) +
      par(run('Anchor of the box. ') + textBox(line('Words in a box.') + line('And a second line.'))) +
      line(more),
  ),
  'text-box-new.docx': wordFile(
    line(prose) +
      par(run('Anchor. ') + textBox(line('Only for new versions.')).replace(/<mc:Fallback>.*<\/mc:Fallback>/, '')) +
      line(more),
  ),
  'text-box-old.docx': wordFile(
    line(prose) +
      par(
        `<w:r><w:pict><v:shape type="#box" style="width:200pt;height:70pt"><v:textbox><w:txbxContent>${line('Boxed in the old way.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ) +
      line(more),
  ),
  'drop-cap.docx': wordFile(
    line(
      'T',
      '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>',
    ) +
      line('he harbour board met on Tuesday.') +
      line('河', '<w:framePr w:dropCap="margin"/>') +
      line('港有52个站。'),
  ),
  'ruby.docx': wordFile(
    line(han) +
      par(
        `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run('gang')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>${run('口有375人。')}`,
      ),
  ),
  'equations.docx': wordFile(
    line(prose) +
      par(
        `${run('It is ')}<m:oMath><m:f><m:num>${math('41')}</m:num><m:den>${math('52')}</m:den></m:f></m:oMath>${run(' of all.')}`,
      ) +
      par(
        `<m:oMathPara><m:oMath>${math('x=')}<m:sSup><m:e>${math('y')}</m:e><m:sup>${math('2')}</m:sup></m:sSup><m:rad><m:radPr/><m:deg>${math('3')}</m:deg><m:e>${math('z')}</m:e></m:rad></m:oMath></m:oMathPara>`,
      ) +
      line(more),
  ),
  'checkboxes.docx': wordFile(
    par(`${modernBox(true)}${run(' Asked the chair')}`) +
      par(`${modernBox(false)}${run(' Read the minutes')}`) +
      par(`${legacyBox(true, 'one')}${run(' Counted the staff')}`) +
      par(`${legacyBox(false, 'two')}${run(' Called Vell')}`) +
      line(prose),
  ),
  'fields.docx': wordFile(
    par(
      `${run('See ')}<w:hyperlink r:id="link">${run('the report')}</w:hyperlink>${run(' and ')}${field('HYPERLINK "https://harbour.example/b"', run('another one'))}${run('.')}`,
    ) +
      par(
        `${run('On page ')}<w:fldSimple w:instr=" PAGEREF a ">${run('41')}</w:fldSimple>${run(', and ')}${field('REF b \\h', run('section seven'))}${run('.')}`,
      ) +
      par(`<w:bookmarkStart w:id="1" w:name="b"/>${run(prose)}<w:bookmarkEnd w:id="1"/>`) +
      par(
        `${run('Written by ')}${field('AUTHOR', run('Ada Holm'))}${run(', with ')}${field('FORMTEXT', run('typed words'))}${run('.')}`,
      ),
  ),
  'contents.docx': wordFile(
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${line('Contents')}${par(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="a">${run('Scope')}<w:r><w:tab/></w:r>${run('3')}</w:hyperlink>`)}${par('<w:r><w:fldChar w:fldCharType="end"/></w:r>')}</w:sdtContent></w:sdt>` +
      par(
        `<w:bookmarkStart w:id="1" w:name="a"/>${run('Scope')}<w:bookmarkEnd w:id="1"/>`,
        '<w:pStyle w:val="Heading1"/>',
      ) +
      line(prose),
    { styles: style('Heading1', 'heading 1') },
  ),
  'smart-tags.docx': wordFile(
    par(
      `${run('People in ')}<w:smartTag w:uri="urn:x" w:element="place"><w:smartTag w:uri="urn:x" w:element="city">${run('Orrin')}</w:smartTag></w:smartTag>${run(' and ')}<w:customXml w:element="p">${run('Vell')}</w:customXml>${run(' agree.')}`,
    ) +
      `<w:customXml w:element="q">${line('A paragraph in an element of somebody.')}</w:customXml>` +
      line(more),
  ),
  'content-controls.docx': wordFile(
    control(line('A whole paragraph in a control.')) +
      par(`${run('Words ')}${control(run('in a control'))}${run(' and after it.')}`) +
      control(control(line('Two controls deep.'))) +
      table(row(control(cell(line('A cell in a control'))), cell(line('Beside it')))) +
      line(prose),
  ),
  'chunks.docx': wordFile(`${line(prose)}<w:altChunk r:id="chunk"/>${line(more)}`, {
    chunk: {
      name: 'chunk.html',
      type: 'text/html',
      content: '<html><body><p>A paragraph of another file.</p><p>And its second.</p></body></html>',
    },
  }),
  'headers.docx': wordFile(line(prose) + line(more), {
    header: line('Draft of May'),
    footer: par(`${run('Page ')}${field('PAGE', run('1'))}`),
  }),
  'hidden.docx': wordFile(
    par(
      `${run('It has ')}${run('secretly ', '<w:vanish/>')}${run('52 rooms, ')}${run('all caps', '<w:caps/>')}${run(' and ')}${run('small', '<w:smallCaps/>')}${run(', ')}${run('struck', '<w:strike/>')}${run('.')}`,
    ) + line(prose),
  ),
  'symbols.docx': wordFile(
    par(
      `${run('Tick ')}<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>${run(' co')}<w:r><w:softHyphen/></w:r>${run('operate, well')}<w:r><w:noBreakHyphen/></w:r>${run('known.')}<w:r><w:tab/></w:r>${run('After a tab')}<w:r><w:br/></w:r>${run('after a break')}<w:r><w:cr/></w:r>${run('after a return')}<w:r><w:br w:type="page"/></w:r>${run('on a new page.')}`,
    ) +
      line(prose) +
      line('😀 Emoji 👩‍👩‍👧 stay 𠮷野家.'),
  ),
  'right-to-left.docx': wordFile(
    par(run('قالت الهيئة إن 375 شخصا يعملون في الميناء.', '<w:rtl/>'), '<w:bidi/>') +
      par(`<w:bdo w:val="rtl">${run('מילים בעברית')}</w:bdo><w:dir w:val="rtl">${run(' ועוד מילים')}</w:dir>`) +
      line(prose),
  ),
  'other-main-part.docx': wordFile(line(prose) + item('First', 1) + item('Second', 1), {
    main: 'document2',
    numbering: lists(level(0, 'decimal', '%1.')),
  }),
  'strict.docx': wordFile(line(prose) + item('First', 1) + item('Second', 1) + line(more), {
    isStrict: true,
    numbering: lists(level(0, 'decimal', '%1.')),
  }),
  'from-google-docs.docx': wordFile(
    par(run('Harbour report', '<w:rtl w:val="0"/>'), '<w:pStyle w:val="Title"/>') +
      par(
        `<w:r w:rsidR="0"><w:rPr><w:rtl w:val="0"/></w:rPr><w:t xml:space="preserve">${prose}</w:t></w:r>`,
        '<w:rPr/>',
      ) +
      par(
        run('First', '<w:rtl w:val="0"/>'),
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="720" w:hanging="360"/><w:rPr><w:u w:val="none"/></w:rPr>',
      ) +
      `<w:sdt><w:sdtPr><w:id w:val="1"/><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${line('In a control of Google.')}</w:sdtContent></w:sdt>` +
      table(row(cell(line('Left')), cell(line('Right')))),
    { numbering: lists(level(0, 'decimal', '%1.')), styles: style('Title', 'Title') },
  ),
  'from-wps.docx': wordFile(
    par(
      `<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>${han}</w:t></w:r>`,
      '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>',
    ) +
      item('总则', 1) +
      par(
        `${run('一段')}<w:proofErr w:type="spellStart"/>${run('分成几截')}<w:proofErr w:type="spellEnd"/><w:permStart w:id="1" w:edGrp="everyone"/>${run('的文字。')}<w:permEnd w:id="1"/>`,
      ),
    { numbering: lists(level(0, 'chineseCounting', '%1、')) },
  ),
  'macros.docm': wordFile(line(prose) + line(more), { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  'template.dotx': wordFile(line(prose) + line(more), { type: `${partTypes}.template.main+xml` }),
};
