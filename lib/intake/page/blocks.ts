/**
 * The blocks of a tree as a reader sees them: one for each paragraph, heading, list item, caption and table row.
 *
 * Some text replaces markup: two line breaks separate paragraphs, line ends in the source do not; an ordered item keeps
 * its number, `<q>` its quotation marks; alternative texts of images are not read. Hidden text and furniture are left
 * out.
 */
import type { ParagraphKind } from '#lib/domain/articles/article';
import { endsSentence, hasHan, isBlankLine, joinWrapped, lineWidth } from '#lib/intake/text/line';
import { isFurniture, type Measure } from './furniture';
import { classWords, isElement, nameOf, oneLine } from './tree';

/** A block of a page; `links` is the share of its text that is linked (0 to 1), `element` the one that it stands in. */
export type PageBlock = { kind: ParagraphKind; text: string; links: number; element: Element };

const inlineElements = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr output q rp rt ruby ' +
    's samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
const bold = new Set(['b', 'strong']);
/** A paragraph that is bold as a whole and no wider than this many columns is a heading. */
const widestBoldHeading = 80;
/** Credit lines above an article are short (UTF-16 units). */
const longestCredit = 160;
/** A block of this length means that the article has begun (UTF-16 units). */
const openingLength = 80;
const creditWords = new Set(
  'byline author authors credit credits meta postmeta source info timestamp date time datetime published publish pubtime'.split(
    ' ',
  ),
);
/** Marks a line end in the source, which a browser shows as a space. */
const softBreak = '\r';

type Context = { kind: ParagraphKind; element: Element; pre: boolean };

/** Reads a tree. `measures` are those of the whole page, `page` the page's own. */
export function readBlocks(root: Element, page: Measure, measures: ReadonlyMap<Element, Measure>): PageBlock[] {
  return new BlockReader(page, measures).read(root);
}

class BlockReader {
  private readonly blocks: PageBlock[] = [];
  private parts: string[] = [];
  private linked = 0;
  private bold = 0;
  private prefix = '';
  private hasBegun = false;

  constructor(
    private readonly page: Measure,
    private readonly measures: ReadonlyMap<Element, Measure>,
  ) {}

  read(root: Element): PageBlock[] {
    const context: Context = { kind: 'body', element: root, pre: false };
    this.children(root, context, false, false);
    this.flush(context);
    return this.blocks;
  }

  private children(element: Element, context: Context, isLinked: boolean, isBold: boolean): void {
    for (const child of element.childNodes) {
      if (isElement(child)) this.element(child, context, isLinked, isBold);
      else if (child.nodeType === 3) this.text(child.nodeValue ?? '', context, isLinked, isBold);
    }
  }

  private element(element: Element, context: Context, isLinked: boolean, isBold: boolean): void {
    const name = nameOf(element);
    const isInline = inlineElements.has(name) && !/display\s*:\s*block/i.test(element.getAttribute('style') ?? '');
    if (isFurniture(element, isInline, this.page, this.measures.get(element))) return;
    if (name === 'br') {
      this.parts.push('\n');
    } else if (name === 'sup' && element.querySelector('a[href^="#"]') !== null) {
      // The number of a note is not part of the sentence.
    } else if (isInline) {
      if (name === 'q') this.parts.push('“');
      this.children(element, context, isLinked || name === 'a', isBold || bold.has(name));
      if (name === 'q') this.parts.push('”');
    } else {
      this.flush(context);
      this.block(element, name, context);
    }
  }

  private block(element: Element, name: string, outer: Context): void {
    if (!this.hasBegun && this.isCredit(element)) return;
    if (name === 'table' && isDataTable(element)) {
      this.rows(element);
      return;
    }
    const context: Context = {
      kind: kindOf(element, name, outer.kind),
      element,
      pre: outer.pre || name === 'pre',
    };
    if (name === 'li') this.prefix = numberOf(element);
    this.children(element, context, false, false);
    this.flush(context);
    if (name === 'li') this.prefix = '';
  }

  private isCredit(element: Element): boolean {
    const measure = this.measures.get(element);
    if (measure === undefined || measure.text > longestCredit) return false;
    if (!classWords(element).some((word) => creditWords.has(word)) && nameOf(element) !== 'time') return false;
    return !endsSentence(oneLine(element.textContent ?? ''));
  }

  private rows(table: Element): void {
    for (const caption of table.querySelectorAll('caption')) this.push('caption', lineOf(caption), 0, table);
    for (const row of table.querySelectorAll('tr')) {
      const cells = [...row.children].map(lineOf).filter((cell) => cell !== '');
      this.push('body', cells.join(' | '), 0, table);
    }
  }

  private text(text: string, context: Context, isLinked: boolean, isBold: boolean): void {
    const shown = context.pre ? text : text.replace(/[ \t\f]*[\r\n]\s*/g, softBreak).replace(/[ \t\f]+/g, ' ');
    this.parts.push(shown);
    const length = shown.trim().length;
    if (isLinked) this.linked += length;
    if (isBold) this.bold += length;
  }

  private flush({ kind, element }: Context): void {
    const { linked, bold } = this;
    const text = this.parts.join('');
    this.parts = [];
    this.linked = 0;
    this.bold = 0;
    if (isBlankLine(text)) return;
    const length = text.replace(/\s+/g, '').length;
    const links = Math.min(1, linked / Math.max(1, text.trim().length));
    const paragraphs = splitParagraphs(text);
    const [only = ''] = paragraphs;
    const isHeading =
      kind === 'body' &&
      paragraphs.length === 1 &&
      bold >= length &&
      lineWidth(only) <= widestBoldHeading &&
      !endsSentence(only);
    for (const paragraph of paragraphs) this.push(isHeading ? 'heading' : kind, paragraph, links, element);
  }

  private push(kind: ParagraphKind, text: string, links: number, element: Element): void {
    if (isBlankLine(text)) return;
    if (text.length >= openingLength && kind === 'body') this.hasBegun = true;
    this.blocks.push({ kind, text: `${this.prefix}${text}`, links, element });
    this.prefix = '';
  }
}

/**
 * Splits a run of text into paragraphs: at two line breaks, and at one where every line but the last ends a sentence or
 * is Chinese, since nobody breaks Chinese lines by hand within a paragraph.
 */
function splitParagraphs(text: string): string[] {
  return text.split(/\n[\s]*\n/).flatMap((part) => {
    const lines = part.split('\n').map(tidyLine).filter(Boolean);
    const areParagraphs = lines.slice(0, -1).every((line) => endsSentence(line) || hasHan(line));
    return areParagraphs ? lines : [joinWrapped(lines)];
  });
}

function tidyLine(line: string): string {
  return joinWrapped(line.split(softBreak)).replace(/ {2,}/g, ' ').trim();
}

function lineOf(element: Element): string {
  return tidyLine((element.textContent ?? '').replace(/[ \t\f]*[\r\n]\s*/g, softBreak));
}

function kindOf(element: Element, name: string, outer: ParagraphKind): ParagraphKind {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'li') return 'list-item';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (outer === 'body' && classWords(element).includes('caption')) return 'caption';
  return outer;
}

function numberOf(item: Element): string {
  const parent = item.parentElement;
  if (parent === null || nameOf(parent) !== 'ol') return '';
  const start = Number(parent.getAttribute('start') ?? '1');
  const place = [...parent.children].filter((child) => nameOf(child) === 'li').indexOf(item);
  return `${(Number.isSafeInteger(start) ? start : 1) + place}. `;
}

/** A table of values. A table used for layout has tables or paragraphs in its cells, or one cell in a row. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table, ul, ol, p + p, h1, h2, h3') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.length >= 2 && rows.filter((row) => row.children.length >= 2).length * 2 > rows.length;
}
