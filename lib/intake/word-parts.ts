/**
 * A Word file made ready for the converter, which knows neither the numbers of lists and headings nor formulas and ruby:
 * what a reader sees of these is written into the paragraphs as text. Pictures and other parts are left out.
 */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { escapeText } from '#lib/intake/page/sanitise';
import { oneLine, parsePage } from '#lib/intake/page/tree';
import { readDocument } from './page';
import { type ParagraphNumber, WordNumbering } from './word-numbering';

/** The parts that hold text. */
export function isTextPart(name: string): boolean {
  return /\.(?:xml|rels|x?html?|txt)$/i.test(name);
}

/** `edges` are the lines of headers and footers, each once, which are on every page and none of the text. */
type PreparedWord = { bytes: Uint8Array; changes: number; edges: string[] };

/**
 * Gives a file anew from its parts that hold text, by their names, with the count of its tracked changes; null where it
 * holds no document. What else a relation of the file leads to is not in it any more.
 */
export function prepareWord(unpacked: Readonly<Record<string, Uint8Array>>): PreparedWord | null {
  const parts: Record<string, Uint8Array> = Object.assign(Object.create(null), unpacked);
  try {
    const main = targetOf(parts, '', '_rels/.rels', 'officeDocument') ?? 'word/document.xml';
    const document = parts[main];
    if (document === undefined) return null;
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    const textOf = (type: string) => {
      const name = targetOf(parts, folder, relations, type);
      return name === null || parts[name] === undefined ? '' : strFromU8(parts[name]);
    };
    const related = relationsOf(parts, relations);
    const nameById = new Map(related.map(({ id, target }) => [id, wholeName(target, folder)]));
    const taken = new Set<string>();
    const chunkOf = (id: string) => {
      const whole = nameById.get(id) ?? '';
      // However many relations lead to a file, it stands in the text once.
      if (taken.has(whole)) return [];
      taken.add(whole);
      return parts[whole] === undefined ? [] : linesOfChunk(whole, strFromU8(parts[whole]));
    };
    const written = writeNumbers(
      strFromU8(document),
      new WordNumbering(textOf('numbering'), textOf('styles')),
      chunkOf,
    );
    parts[main] = strToU8(written.xml);
    const atEdges = related.filter(({ type }) => /\/(?:header|footer)$/.test(type));
    const edgeNames = new Set(atEdges.map(({ target }) => wholeName(target, folder)));
    const edges = [...edgeNames].flatMap((name) => linesOfPart(parts[name]));
    return { bytes: zipSync(parts, { level: 0 }), changes: written.changes, edges: [...new Set(edges)] };
  } catch {
    // Text that does not go into a ZIP again.
    return null;
  }
}

/** The part that a relation of this type leads to. */
function targetOf(parts: Record<string, Uint8Array>, folder: string, relations: string, type: string): string | null {
  const found = relationsOf(parts, relations).find((one) => one.type.endsWith(`/${type}`));
  return found === undefined ? null : wholeName(found.target, folder);
}

type Relation = { id: string; type: string; target: string };

function relationsOf(parts: Record<string, Uint8Array>, name: string): Relation[] {
  const found: Relation[] = [];
  const onopentag = (element: string, { Id = '', Type = '', Target }: Record<string, string>) => {
    if (element === 'Relationship' && Target !== undefined) found.push({ id: Id, type: Type, target: Target });
  };
  const xml = parts[name];
  if (xml !== undefined) new Parser({ onopentag }, { xmlMode: true }).end(strFromU8(xml));
  return found;
}

/** The paragraphs of a file within a Word file: of a page by its tags, of other text by its lines. */
function linesOfChunk(name: string, text: string): string[] {
  if (!/html?$/i.test(name)) return text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const document = parsePage(text);
  return document === null ? [] : readDocument(document).blocks.map((block) => block.text);
}

/** The text of each paragraph of a header or footer. */
function linesOfPart(part: Uint8Array | undefined): string[] {
  if (part === undefined) return [];
  const lines: string[] = [];
  let line = '';
  let isText = false;
  const parser = new Parser(
    {
      onopentag: (name) => {
        isText = name === 'w:t';
        if (name === 'w:tab' || name === 'w:br') line += ' ';
      },
      ontext: (text) => {
        if (isText) line += text;
      },
      onclosetag: (name) => {
        isText = false;
        if (name !== 'w:p') return;
        if (/[\p{L}\p{N}]/u.test(line)) lines.push(oneLine(line));
        line = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(strFromU8(part));
  return lines;
}

function wholeName(target: string, folder: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

/**
 * A drawing, or a choice of two, with the places of the text boxes in it. The converter reads boxes only in what is for
 * older versions of Word.
 */
type Drawing = { name: string; from: number; boxes: { from: number; to: number }[]; hasFallback: boolean };

type Edit = { from: number; to: number; text: string };
type Open = { number: ParagraphNumber; at: number; hasText: boolean; hasDeleted: boolean; isDropCap: boolean };

const deletions = new Set(['w:del', 'w:moveFrom']);
/** What stands around text that the converter would leave out with it. */
const frames = new Set(['w:ruby', 'w:rubyBase', 'w:fldSimple', 'w:bdo', 'w:dir', 'm:oMathPara']);
const leftOut = new Set(['w:rubyPr', 'w:rt', 'm:oMathParaPr']);
/** How the parts of a formula are joined in one line. */
const joins: Record<string, string | undefined> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:deg': '√' };

/** `chunkOf` gives the paragraphs of another file that stands in this one, by the id of its relation, once. */
function writeNumbers(
  xml: string,
  numbering: WordNumbering,
  chunkOf: (id: string) => string[],
): { xml: string; changes: number } {
  const edits: Edit[] = [];
  const open: Open[] = [];
  let changes = 0;
  let old = 0;
  let deleted = 0;
  let choices = 0;
  const drawings: Drawing[] = [];
  let letterEnd: number | null = null;
  let out: { name: string; from: number } | null = null;
  let formula: { from: number; text: string } | null = null;
  let isFormulaText = false;
  const replace = (text: string) => {
    const [from, to] = [parser.startIndex, parser.endIndex + 1];
    if (xml.slice(to - 2, to) === '/>') edits.push({ from, to, text });
  };
  const remove = (from: number, to: number) => edits.push({ from, to, text: '' });
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const paragraph = open.at(-1);
        const value = attributes['w:val'] ?? '';
        if (out !== null) return;
        if (leftOut.has(name)) out = { name, from: parser.startIndex };
        else if (frames.has(name)) remove(parser.startIndex, parser.endIndex + 1);
        else if (name === 'w:altChunk')
          replace(
            chunkOf(attributes['r:id'] ?? '')
              .map(paragraphOf)
              .join(''),
          );
        // A new page or column parts words as a new line does.
        else if (name === 'w:cr' || (name === 'w:br' && attributes['w:type'] !== undefined)) replace('<w:br/>');
        else if (name === 'm:oMath') formula = { from: parser.startIndex, text: '' };
        else if (formula !== null) {
          isFormulaText = name === 'm:t';
          formula.text += joins[name] ?? '';
        } else if (name === 'w:p') {
          open.push({
            number: { style: null, numId: null, level: null },
            at: parser.endIndex + 1,
            hasText: false,
            hasDeleted: false,
            isDropCap: false,
          });
        } else if (name === 'mc:Choice') choices += 1;
        else if (name === 'w:pPrChange') old += 1;
        else if (deletions.has(name)) deleted += 1;
        else if (paragraph !== undefined && old === 0) {
          if (name === 'w:pStyle') paragraph.number.style = value;
          else if (name === 'w:numId') paragraph.number.numId = value;
          else if (name === 'w:framePr') paragraph.isDropCap = /^(?:drop|margin)$/.test(attributes['w:dropCap'] ?? '');
          else if (name === 'w:ilvl') paragraph.number.level = Number(value);
          else if (name === 'w:t' && deleted === 0) paragraph.hasText = true;
        }
        if (name === 'w:drawing' || name === 'mc:AlternateContent')
          drawings.push({ name, from: parser.startIndex, boxes: [], hasFallback: false });
        const drawing = drawings.at(-1);
        if (name === 'mc:Fallback' && drawing !== undefined) drawing.hasFallback = true;
        if (name === 'w:txbxContent') drawing?.boxes.push({ from: parser.startIndex, to: parser.startIndex });
        if (/^w:(?:ins|del|moveFrom|moveTo)$/.test(name)) changes += 1;
        if (paragraph !== undefined && deleted > 0) paragraph.hasDeleted = true;
      },
      ontext(text) {
        if (formula !== null && isFormulaText) formula.text += text;
      },
      onclosetag(name) {
        const paragraph = open.at(-1);
        const drawing = drawings.at(-1);
        const box = drawing?.boxes.at(-1);
        if (name === 'w:txbxContent' && box !== undefined) box.to = parser.endIndex + 1;
        if (name === drawing?.name) {
          drawings.pop();
          const outer = drawings.at(-1);
          const isInBox = outer !== undefined && isOpen(outer.boxes.at(-1));
          // What stands in a choice is one of its versions.
          if (outer !== undefined && !isInBox && outer.boxes.length === 0) outer.boxes = drawing.boxes;
          else if (outer !== undefined && !isInBox) outer.boxes.push(...drawing.boxes);
          else if (!drawing.hasFallback && drawing.boxes.length > 0)
            edits.push(...unwrap(drawing, parser.endIndex + 1));
        }
        if (out !== null) {
          if (name !== out.name) return;
          remove(out.from, parser.endIndex + 1);
          out = null;
        } else if (frames.has(name)) remove(parser.startIndex, parser.endIndex + 1);
        else if (name === 'm:oMath' && formula !== null) {
          edits.push({ from: formula.from, to: parser.endIndex + 1, text: runOf(formula.text) });
          if (paragraph !== undefined) paragraph.hasText = true;
          formula = null;
        } else if (name === 'm:t') isFormulaText = false;
        else if (name === 'mc:Choice') choices -= 1;
        else if (name === 'w:pPrChange') old -= 1;
        else if (deletions.has(name)) deleted -= 1;
        else if (name === 'w:pPr' && paragraph !== undefined && old === 0) paragraph.at = parser.endIndex + 1;
        else if (name === 'w:p' && paragraph !== undefined) {
          open.pop();
          // A large first letter stands in a paragraph of its own, and begins the next.
          if (letterEnd !== null) remove(letterEnd, paragraph.at);
          letterEnd = paragraph.isDropCap ? parser.startIndex : null;
          // What was deleted has no number any more; of a drawing's two versions the converter reads the second.
          if (choices > 0 || (!paragraph.hasText && paragraph.hasDeleted)) return;
          const label = numbering.next(paragraph.number);
          if (label !== '' && paragraph.hasText)
            edits.push({ from: paragraph.at, to: paragraph.at, text: runOf(label) });
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { xml: withEdits(xml, edits), changes };
}

function isOpen(box: { from: number; to: number } | undefined): boolean {
  return box !== undefined && box.to === box.from;
}

/** The edits that leave of a drawing its text boxes, as older versions write them. */
function unwrap({ from, boxes }: Drawing, to: number): Edit[] {
  const ends = [from, ...boxes.map((box) => box.to)];
  const starts = [...boxes.map((box) => box.from), to];
  return ends.map((end, at) => {
    const text = at === 0 ? '<w:pict>' : at === boxes.length ? '</w:pict>' : '';
    return { from: end, to: starts[at] ?? to, text };
  });
}

function paragraphOf(text: string): string {
  return `<w:p>${runOf(text)}</w:p>`;
}

function runOf(text: string): string {
  return `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
}

function withEdits(xml: string, edits: Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.sort((left, right) => left.from - right.from)) {
    if (from < at) continue;
    parts.push(xml.slice(at, from), text);
    at = to;
  }
  return parts.join('') + xml.slice(at);
}
