/**
 * A Word file made ready for the converter, which knows neither the numbers of lists and headings nor formulas and ruby:
 * what a reader sees of these is written into the paragraphs as text. Pictures and other parts are left out.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { escapeText } from '#lib/intake/page/sanitise';
import { type ParagraphNumber, WordNumbering } from './word-numbering';

/** The parts that hold text. */
export function isTextPart(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/**
 * Gives the file anew, with the count of its tracked changes; null where it holds no document. Takes a file whose parts
 * are known to unpack to at most `limit` bytes in all; what they say of their size is believed no further than that.
 */
export function prepareWord(bytes: Uint8Array, limit: number): { bytes: Uint8Array; changes: number } | null {
  let left = limit;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isTextPart(name)) return false;
        left -= originalSize;
        return left >= 0;
      },
    });
    const main = targetOf(parts, '', '_rels/.rels', 'officeDocument') ?? 'word/document.xml';
    const document = parts[main];
    if (document === undefined) return null;
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    const textOf = (type: string) => {
      const name = targetOf(parts, folder, relations, type);
      return name === null || parts[name] === undefined ? '' : strFromU8(parts[name]);
    };
    const written = writeNumbers(strFromU8(document), new WordNumbering(textOf('numbering'), textOf('styles')));
    parts[main] = strToU8(written.xml);
    return { bytes: zipSync(parts, { level: 0 }), changes: written.changes };
  } catch {
    // A directory that leads nowhere, or packed bytes that are none.
    return null;
  }
}

/** The part that a relation of this type leads to. */
function targetOf(parts: Record<string, Uint8Array>, folder: string, relations: string, type: string): string | null {
  const xml = parts[relations];
  let target: string | null = null;
  const onopentag = (name: string, attributes: Record<string, string>) => {
    const { Type, Target } = attributes;
    if (name === 'Relationship' && Type?.endsWith(`/${type}`)) target ??= Target ?? null;
  };
  if (xml !== undefined) new Parser({ onopentag }, { xmlMode: true }).end(strFromU8(xml));
  return target === null ? null : wholeName(target, folder);
}

function wholeName(target: string, folder: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

type Edit = { from: number; to: number; text: string };
type Open = { number: ParagraphNumber; at: number; hasText: boolean; hasDeleted: boolean; isDropCap: boolean };

const deletions = new Set(['w:del', 'w:moveFrom']);
/** What stands around text that the converter would leave out with it. */
const frames = new Set(['w:ruby', 'w:rubyBase', 'w:fldSimple', 'm:oMathPara']);
const leftOut = new Set(['w:rubyPr', 'w:rt', 'm:oMathParaPr']);
/** How the parts of a formula are joined in one line. */
const joins: Record<string, string | undefined> = { 'm:den': '/', 'm:sup': '^', 'm:sub': '_', 'm:deg': '√' };

function writeNumbers(xml: string, numbering: WordNumbering): { xml: string; changes: number } {
  const edits: Edit[] = [];
  const open: Open[] = [];
  let changes = 0;
  let old = 0;
  let deleted = 0;
  let choices = 0;
  let letterEnd: number | null = null;
  let out: { name: string; from: number } | null = null;
  let formula: { from: number; text: string } | null = null;
  let isFormulaText = false;
  const remove = (from: number, to: number) => edits.push({ from, to, text: '' });
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const paragraph = open.at(-1);
        const value = attributes['w:val'] ?? '';
        if (out !== null) return;
        if (leftOut.has(name)) out = { name, from: parser.startIndex };
        else if (frames.has(name)) remove(parser.startIndex, parser.endIndex + 1);
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
        if (/^w:(?:ins|del|moveFrom|moveTo)$/.test(name)) changes += 1;
        if (paragraph !== undefined && deleted > 0) paragraph.hasDeleted = true;
      },
      ontext(text) {
        if (formula !== null && isFormulaText) formula.text += text;
      },
      onclosetag(name) {
        const paragraph = open.at(-1);
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
