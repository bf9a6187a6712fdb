/**
 * Footnotes and comments of formatted text: a mark in a sentence and a note that link to each other, as Word, LibreOffice
 * and Google Docs write them.
 *
 * The mark is no word of its sentence, and the note is none of the paragraphs around it, so both are taken out of the
 * tree and the note is shown beside the paragraph that its mark stands in.
 */
import type { DraftParagraph } from '#lib/domain/articles/article';
import { isElement, nameOf, oneLine } from './tree';

/** `label` is the mark as it is shown, without brackets. A comment is somebody's remark on the text and no part of it. */
export type Note = { label: string; lines: string[]; isComment: boolean };

/** A book's notes stay below; what is beyond is left where it stands. */
const mostNotes = 2_000;
/** A mark is a number or a few letters (UTF-16 units). */
const longestLabel = 12;
/** How far up from its link back a note is looked for. */
const levelsUp = 4;
/** An element with more children than this is a list of notes and not one note. */
const mostNoteParts = 50;
/** Words before a mark that tell its place (UTF-16 units). */
const placeLength = 24;
const commentNames = /cmnt|com(?:ment)?[_-]|msoanchor/i;
const noteBlocks = new Set(['p', 'li', 'dd', 'div', 'aside', 'td']);

/** Takes the notes out of a tree: what is left in it are the marks, each with its note. */
export function takeNotes(body: Element): Map<Element, Note> {
  const links = [...body.querySelectorAll('a[href^="#"]')];
  const named = namedElements(body, links);
  const marks = new Map<Element, Note>();
  const passed = new Set<Element>();
  for (const back of links) {
    if (marks.size >= mostNotes) break;
    passed.add(back);
    const mark = linkAt(named.get(targetOf(back)));
    const target = mark === null ? undefined : named.get(targetOf(mark));
    // A mark stands before its note.
    if (mark === null || mark === back || !passed.delete(mark) || target === undefined) continue;
    const block = noteBlock(back, mark, body);
    if (block === null || !(target === back || block.contains(target) || target.contains(back))) continue;
    const label = oneLine(mark.textContent ?? '').replace(/^[[(［（【]|[\])］）】]$/g, '');
    if (label === '' || label.length > longestLabel) continue;
    const isComment = commentNames.test(`${targetOf(back)} ${targetOf(mark)}`);
    back.remove();
    block.remove();
    marks.set(markElement(mark), { label, lines: linesOf(block), isComment });
  }
  return marks;
}

/** A note as it stands beside its paragraph. `before` is the paragraph's text up to the mark, `after` what follows it. */
export function besideParagraph(note: Note, before: string, after: string): DraftParagraph[] {
  const [first = '', ...rest] = note.lines;
  if (note.isComment) {
    return [first, ...rest].map((line, index) => {
      return { kind: 'boilerplate', reason: 'note', text: index === 0 ? `[${note.label}] ${line}` : line };
    });
  }
  const place = after.trim() === '' ? '' : ` [${placeOf(before)}]`;
  return [`${note.label}.${place} ${first}`, ...rest].map((text) => ({ kind: 'list-item', text }));
}

/** The last words before a mark, so that a paragraph of several sentences still tells which one the note belongs to. */
function placeOf(before: string): string {
  const text = before.trim();
  if (text.length <= placeLength) return text;
  const tail = text.slice(-placeLength);
  const space = tail.indexOf(' ');
  return `…${space < 0 || space > placeLength / 2 ? tail : tail.slice(space + 1)}`;
}

function namedElements(body: Element, links: readonly Element[]): Map<string, Element> {
  const wanted = new Set(links.map(targetOf));
  const named = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id], [name]')) {
    for (const name of [element.getAttribute('id'), element.getAttribute('name')]) {
      if (name && wanted.has(name) && !named.has(name)) named.set(name, element);
    }
  }
  return named;
}

function targetOf(link: Element): string {
  return (link.getAttribute('href') ?? '').slice(1);
}

/** The link that a name stands for: its own element, or the one in it where the name is that of a raised number. */
function linkAt(element: Element | undefined): Element | null {
  if (element === undefined) return null;
  if (nameOf(element) === 'a') return element.getAttribute('href')?.startsWith('#') ? element : null;
  return /^(?:sup|span)$/.test(nameOf(element)) ? element.querySelector('a[href^="#"]') : null;
}

/** The block that is one note: the outermost around its link back that begins with it and holds no other. */
function noteBlock(back: Element, mark: Element, body: Element): Element | null {
  let block: Element | null = null;
  let up = back.parentElement;
  for (let level = 0; level < levelsUp && up !== null && up !== body; level += 1) {
    if (up.contains(mark) || up.children.length > mostNoteParts) break;
    if (noteBlocks.has(nameOf(up))) {
      if (block !== null && !isOneNote(up, back)) break;
      block = up;
    }
    up = up.parentElement;
  }
  return block;
}

function isOneNote(element: Element, back: Element): boolean {
  if (nameOf(element) === 'li' || nameOf(element) === 'dd') return true;
  const label = oneLine(back.textContent ?? '');
  const isFirst = oneLine((element.textContent ?? '').slice(0, 200)).startsWith(label);
  return isFirst && element.querySelectorAll('a[href^="#"]').length === 1;
}

/** The element that is shown as the mark: Word puts white space of its own around that of a comment. */
function markElement(mark: Element): Element {
  return mark.closest('.MsoCommentReference') ?? mark;
}

function linesOf(block: Element): string[] {
  const inner = [...block.children].filter((child) => /^(?:p|div)$/.test(nameOf(child)));
  const parts: Node[] = inner.length > 0 ? inner : [block];
  const lines = parts.map((part) => oneLine((part.textContent ?? '').replaceAll('\u00a0', ' ')));
  const loose = inner.length === 0 ? [] : [...block.childNodes].filter((node) => !isElement(node));
  const before = oneLine(loose.map((node) => (node.nodeType === 3 ? (node.nodeValue ?? '') : '')).join(' '));
  return [before, ...lines].filter((line) => line !== '');
}
