/**
 * The parts of a Word document that the docx library makes: every short part, and the style of each kind of paragraph
 * and text.
 *
 * The library writes a document only as a whole, in memory. So it is given a sample with one paragraph and one text of
 * each style. The properties that it writes for them are kept together with the empty package. The article and its
 * comments, of any length, are then written piece by piece between the beginning and the end of the sample (xml.ts).
 */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  Paragraph,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { xmlText } from '#lib/export/stream/xml-text';

const paragraphLooks = {
  text: {},
  title: { heading: HeadingLevel.TITLE },
  part: { heading: HeadingLevel.HEADING_1 },
  heading: { heading: HeadingLevel.HEADING_2 },
  item: { bullet: { level: 0 } },
  source: { numbering: { reference: 'sources', level: 0 }, spacing: { after: 80 } },
  legend: { spacing: { after: 360 }, border: { bottom: { style: 'single', size: 4, color: 'E4E0D8', space: 8 } } },
  comment: { style: 'CommentText' },
} as const satisfies Record<string, IParagraphOptions>;

export type ParagraphLook = keyof typeof paragraphLooks;

type Mark = { fill: string; color: string; line: (typeof UnderlineType)[keyof typeof UnderlineType] };

/** The colours and lines of the screen (globals.css), on paper. */
const marks: Record<Standing, Mark> = {
  verified: { fill: 'DDF0E5', color: '1D7A4C', line: UnderlineType.SINGLE },
  disputed: { fill: 'FBE3C8', color: 'A94F06', line: UnderlineType.DASH },
  false: { fill: 'F8D5D2', color: 'B3261E', line: UnderlineType.DOUBLE },
  contested: { fill: 'E9DAF3', color: '7A3FA0', line: UnderlineType.WAVE },
  unverifiable: { fill: 'E3E7EC', color: '566270', line: UnderlineType.DOTTED },
  'not-checkable': { fill: 'E3E7EC', color: '566270', line: UnderlineType.DOTTED },
  open: { fill: 'F0EDE4', color: '716C63', line: UnderlineType.SINGLE },
};

/** Text colours on which a claim's mark can lie. */
const grounds = {
  text: {},
  caption: { italics: true, size: 20 },
  legend: { size: 18 },
} as const satisfies Record<string, IRunOptions>;

export type Ground = keyof typeof grounds;

const plainLooks = {
  ...grounds,
  bold: { bold: true },
  faint: { color: '716C63', size: 18 },
  link: { color: '24508F', size: 18, underline: {} },
  source: { size: 20 },
} as const satisfies Record<string, IRunOptions>;

/** The style of a text: plain, or under a claim's mark. */
export type TextLook = keyof typeof plainLooks | `${Ground} ${Standing}`;

const textLooks = Object.fromEntries<IRunOptions>([
  ...Object.entries(plainLooks),
  ...Object.entries(grounds).flatMap(([ground, look]) =>
    standings.map((standing): [string, IRunOptions] => {
      const { fill, color, line } = marks[standing];
      const marked = { shading: { type: ShadingType.CLEAR, fill, color: 'auto' }, underline: { type: line, color } };
      return [`${ground} ${standing}`, { ...look, ...marked }];
    }),
  ),
]);

/** Fonts that come with Word; other programs substitute their own of the same script. */
const eastAsian: [tag: RegExp, font: string, language: string][] = [
  [/^zh-(?:Hant|TW|HK|MO)/i, 'PMingLiU', 'zh-TW'],
  [/^ja/i, 'MS Mincho', 'ja-JP'],
  [/^ko/i, 'Batang', 'ko-KR'],
  [/^/, 'SimSun', 'zh-CN'],
];

/** A long part: the XML before and after the content. */
type Ends = { head: string; tail: string };

/**
 * `document` takes paragraphs, `comments` comments, `threads` which comment answers which, `relationships` (of the document)
 * the addresses of its links.
 */
export type WordFrame = Record<'document' | 'comments' | 'threads' | 'relationships', Ends> & {
  /** The parts that are complete, as XML, in the order of the package. */
  parts: [name: string, xml: string][];
  /** Properties (`w:pPr`, `w:rPr`) that an element of a look begins with; empty where it has none. */
  paragraphLooks: ReadonlyMap<string, string>;
  textLooks: ReadonlyMap<string, string>;
};

/**
 * The frame of an article's document. The language is a BCP 47 tag; anything that is not East Asian counts as
 * Simplified Chinese.
 */
export async function wordFrame(article: { title: string; language: string }, exportedAt: Date): Promise<WordFrame> {
  const files = unzipSync(await Packer.toBuffer(sampleOf(article, exportedAt)));
  // The library lists folders as entries; an office package has only parts.
  const names = Object.keys(files).filter((name) => !name.endsWith('/'));
  const parts = new Map(names.map((name) => [name, strFromU8(files[name] ?? new Uint8Array())]));
  const take = (name: string): string => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`The library made no ${name}.`);
    parts.delete(name);
    return xml;
  };
  const [document, samples] = endsOf(take('word/document.xml'), '<w:body>', '<w:sectPr>');
  const [comments] = endsOf(take('word/comments.xml'), '<w:comment ', '</w:comments>');
  const [threads] = endsOf(take('word/commentsExtended.xml'), '<w15:commentEx ', '</w15:commentsEx>');
  const [relationships, others] = endsOf(take('word/_rels/document.xml.rels'), '<Relationship ', '</Relationships>');
  const paragraphs = samples.split('</w:p>').slice(0, -1);
  const texts = (paragraphs.pop() ?? '').split('</w:r>').slice(0, -1);
  // The part with the types of all parts comes first, since programs guess the kind of package from it.
  const types: [string, string] = ['[Content_Types].xml', take('[Content_Types].xml')];
  const styles: [string, string] = ['word/styles.xml', withDefaults(take('word/styles.xml'))];
  return {
    parts: [types, styles, ...[...parts].map(([name, xml]): [string, string] => [name, stamped(xml, exportedAt)])],
    document,
    comments: { ...comments, head: comments.head.slice(0, -'<w:comment '.length) },
    threads: { ...threads, head: threads.head.slice(0, -'<w15:commentEx '.length) },
    relationships: { ...relationships, head: `${relationships.head}${others}` },
    paragraphLooks: propertiesOf(paragraphLooks, paragraphs, /<w:pPr>.*<\/w:pPr>/s),
    textLooks: propertiesOf(textLooks, texts, /<w:rPr>.*<\/w:rPr>/s),
  };
}

/** Cuts after the first `from` and before the last `to`; the content in between is the second part. */
function endsOf(xml: string, from: string, to: string): [Ends, string] {
  const [start, end] = [xml.indexOf(from) + from.length, xml.lastIndexOf(to)];
  if (start < from.length || end < start) throw new Error(`The library wrote no ${from} before ${to}.`);
  return [{ head: xml.slice(0, start), tail: xml.slice(end) }, xml.slice(start, end)];
}

function propertiesOf(looks: object, samples: string[], properties: RegExp): Map<string, string> {
  const names = Object.keys(looks);
  if (names.length !== samples.length)
    throw new Error('The library wrote another number of samples than it was given.');
  return new Map(names.map((name, index) => [name, samples[index]?.match(properties)?.[0] ?? '']));
}

/**
 * The style sheet with its two base styles as the defaults of the document (ISO/IEC 29500-1 §17.7.4.17): the library bases
 * every other style on them and marks none. Without the mark, programs make up a default of their own.
 */
function withDefaults(styles: string): string {
  const normal = '<w:style w:type="paragraph" w:styleId="Normal">';
  const font = '<w:style w:type="character" w:styleId="DefaultParagraphFont">';
  for (const style of [normal, font]) if (!styles.includes(style)) throw new Error(`The library wrote no ${style}.`);
  return [normal, font].reduce((xml, style) => xml.replace(style, style.replace('>', ' w:default="1">')), styles);
}

/** When the document was made, in place of the library's clock. */
const stamped = (xml: string, exportedAt: Date): string =>
  xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${exportedAt.toISOString()}`);

function sampleOf({ title, language }: { title: string; language: string }, exportedAt: Date): Document {
  const text = (look: IRunOptions) => new TextRun({ ...look, text: '-' });
  const program = 'Claimdesk';
  const answered = { author: program, date: exportedAt, children: [new Paragraph({})] };
  return new Document({
    ...{ title: xmlText(title), creator: program, lastModifiedBy: program },
    ...lookOf(language),
    // An answer makes the library write the part that holds threads.
    comments: {
      children: [
        { ...answered, id: 0 },
        { ...answered, id: 1, parentId: 0 },
      ],
    },
    sections: [
      {
        properties: { page: { margin: { top: 1_300, bottom: 1_300, left: 1_500, right: 1_500 } } },
        children: [
          ...Object.values<IParagraphOptions>(paragraphLooks).map(
            (look) => new Paragraph({ ...look, children: [text({})] }),
          ),
          new Paragraph({ children: Object.values(textLooks).map(text) }),
        ],
      },
    ],
  });
}

/** The height of a line, in 240ths of its tallest letter's: it grows with the text, so that no two lines lie over each other. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

function lookOf(articleLanguage: string) {
  const [, font = '', language = ''] = eastAsian.find(([tag]) => tag.test(articleLanguage)) ?? [];
  const serif = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Georgia', eastAsia: font };
  const heading = { font: serif, bold: true, color: '1D1C1A' };
  return {
    styles: {
      default: {
        document: {
          run: { font: serif, size: 23, language: { value: 'en-GB', eastAsia: language } },
          paragraph: { spacing: { after: 160, ...lines(320) } },
        },
        title: { run: { ...heading, size: 44 }, paragraph: { spacing: { after: 80, ...lines(260) }, keepNext: true } },
        heading1: {
          run: { ...heading, size: 30 },
          paragraph: { spacing: { before: 360, after: 120, ...lines(280) }, keepNext: true },
        },
        heading2: {
          run: { ...heading, size: 26 },
          paragraph: { spacing: { before: 280, after: 100, ...lines(280) }, keepNext: true },
        },
      },
      paragraphStyles: [
        { id: 'Normal', name: 'Normal', quickFormat: true },
        {
          ...{ id: 'CommentText', name: 'annotation text', basedOn: 'Normal', run: { size: 20 } },
          paragraph: { spacing: { after: 60, ...lines(240) } },
        },
      ],
      characterStyles: [{ id: 'DefaultParagraphFont', name: 'Default Paragraph Font' }],
    },
    numbering: {
      config: [
        {
          reference: 'sources',
          levels: [
            {
              ...{ level: 0, format: 'decimal' as const, text: '[%1]', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: 560, hanging: 560 } } },
            },
          ],
        },
      ],
    },
  };
}
