/**
 * The blocks of a tree as a reader sees them: one for each paragraph, heading, list item, caption and table row.
 *
 * Some text replaces markup: two line breaks separate paragraphs, line ends in the source do not; an ordered item keeps
 * its number, `<q>` its quotation marks; alternative texts of images are not read. Hidden text and furniture are left
 * out.
 */
import type { BoilerplateReason, ParagraphKind } from '#lib/domain/articles/article';
import { endsSentence, hasHan, isBlankLine, joinWrapped, lineWidth } from '#lib/intake/text/line';
import { isFurniture, isSetAside, isUnseen, type Measure } from './furniture';
import { besideParagraph, type Note } from './notes';
import { classWords, isElement, nameOf, oneLine } from './tree';

/** A block of a page; `links` is the share of its text that is linked (0 to 1), `element` the one that it stands in. */
export type PageBlock = {
  kind: ParagraphKind;
  text: string;
  reason?: BoilerplateReason;
  links: number;
  element: Element;
};

const inlineElements = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr output q rp rt ruby ' +
    'math mi mn mo mrow ms mtext s samp small span strike strong sub sup time tt u var wbr'
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
/** How much of a paragraph is kept to tell the place of a note in it (UTF-16 units). */
const longestPlace = 200;
/** Marks a line end of the source, which a browser shows as a space. */
const softBreak = '\r';

/** The marks of bullets in Word's lists, which its fonts show as dots, circles and squares. */
const bullet = /^[·•●○◦▪■□–—o§ØüvqÄ*-]?$|^[\ue000-\uf8ff]$/u;

type Context = { kind: ParagraphKind; element: Element; pre: boolean };

/** Reads a tree. `measures` are those of the whole page, `page` the page's own. */
export function readBlocks(root: Element, page: Measure, measures: ReadonlyMap<Element, Measure>): PageBlock[] {
  return new BlockReader(page, measures, null, false).read(root);
}

/**
 * Reads formatted text that is an article as a whole: nothing that is seen is furniture. `notes` are those of its marks.
 * `deleted` counts the deletions that were left out. Where the text `isNumbered`, items are given no number of their own.
 */
export function readWhole(
  root: Element,
  page: Measure,
  measures: ReadonlyMap<Element, Measure>,
  notes: ReadonlyMap<Element, Note>,
  isNumbered: boolean,
): { blocks: PageBlock[]; deleted: number } {
  const reader = new BlockReader(page, measures, notes, isNumbered);
  return { blocks: reader.read(root), deleted: reader.deleted };
}

class BlockReader {
  private readonly blocks: PageBlock[] = [];
  private parts: string[] = [];
  private linked = 0;
  private bold = 0;
  private prefix = '';
  private hasBegun = false;
  private pending: { note: Note; before: string }[] = [];
  private readonly counts = new Map<Element, number>();
  deleted = 0;

  /** `notes` is null on a page, of which only the article is read. */
  constructor(
    private readonly page: Measure,
    private readonly measures: ReadonlyMap<Element, Measure>,
    private readonly notes: ReadonlyMap<Element, Note> | null,
    private readonly isNumbered: boolean,
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
    const note = this.notes?.get(element);
    if (note !== undefined) {
      this.pending.push({ note, before: this.parts.join('').slice(-longestPlace) });
      return;
    }
    if (this.notes === null ? isFurniture(element, isInline, this.page, this.measures.get(element)) : isUnseen(element))
      return;
    if (name === 'br') {
      this.parts.push('\n');
    } else if (name === 'del') {
      // What an editor struck out is not in the text any more.
      this.deleted += 1;
    } else if (name === 'input') {
      const isBox = /^(?:checkbox|radio)$/i.test(element.getAttribute('type') ?? '');
      if (isBox) this.parts.push(element.hasAttribute('checked') ? '☒ ' : '☐ ');
    } else if (isInline && /mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')) {
      const number = oneLine((element.textContent ?? '').replaceAll('\u00a0', ' '));
      this.prefix = bullet.test(number) ? '' : `${number} `;
    } else if (name === 'sup' && this.isLostMark(element.querySelector('a[href^="#"]'))) {
      // The number of a note is not a word of the sentence.
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
    if (this.notes === null && !this.hasBegun && this.isCredit(element)) return;
    if (name === 'table' && isDataTable(element)) {
      this.rows(element);
      return;
    }
    const isAside = this.notes !== null && isSetAside(element, this.page, this.measures.get(element));
    const context: Context = {
      kind: isAside ? 'boilerplate' : kindOf(element, name, outer.kind),
      element,
      pre: outer.pre || name === 'pre',
    };
    if (name === 'li') this.prefix = this.numberOf(element);
    this.children(element, context, false, false);
    this.flush(context);
    if (name === 'li') this.prefix = '';
  }

  /** The number of a note that is not known, or is somewhere else on the page. */
  private isLostMark(link: Element | null): boolean {
    return link !== null && !this.notes?.has(link);
  }

  private numberOf(item: Element): string {
    const parent = item.parentElement;
    if (this.isNumbered || parent === null || nameOf(parent) !== 'ol') return '';
    const stated = wholeNumber(item.getAttribute('value'));
    const number = stated ?? this.counts.get(parent) ?? wholeNumber(parent.getAttribute('start')) ?? 1;
    this.counts.set(parent, number + 1);
    return `${number}. `;
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
    const notes = this.pending;
    this.parts = [];
    this.linked = 0;
    this.bold = 0;
    this.pending = [];
    this.paragraphs(text, kind, element, linked, bold);
    for (const { note, before } of notes) {
      const start = text.lastIndexOf(before) + before.length;
      for (const block of besideParagraph(note, tidyLine(before), text.slice(start)))
        this.blocks.push({ ...block, links: 0, element });
    }
  }

  private paragraphs(text: string, kind: ParagraphKind, element: Element, linked: number, bold: number): void {
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
    const reason = kind === 'boilerplate' ? { reason: 'navigation' as const } : {};
    this.blocks.push({ kind, text: `${this.prefix}${text}`, ...reason, links, element });
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
  if (outer === 'boilerplate') return outer;
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'li' || /mso-list:\s*l\d/i.test(element.getAttribute('style') ?? '')) return 'list-item';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (outer === 'body' && classWords(element).includes('caption')) return 'caption';
  return outer;
}

function wholeNumber(value: string | null): number | null {
  return value !== null && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

/** A table of values. A table used for layout has tables or paragraphs in its cells, or one cell in a row. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table, ul, ol, p + p, h1, h2, h3') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.length >= 2 && rows.filter((row) => row.children.length >= 2).length * 2 > rows.length;
}
