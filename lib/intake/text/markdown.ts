/**
 * Turns Markdown into blocks: a CommonMark parser reads the markup, and only the article's text remains.
 *
 * The parser needs quadratic time on some inputs, so the text is first cut where top-level blocks begin, and each piece
 * is parsed alone. A piece without markup is not parsed, and one too large or too nested for an article is read as
 * plain text. Ordered items keep their number, bullets are dropped; an image becomes a caption.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { DraftParagraph, ParagraphKind } from '#lib/domain/articles/article';
import { endsSentence, hasHan, isBlankLine, joinWrapped, lineWidth } from './line';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Parent = { children: readonly Nodes[] };

/** Pieces above these are read as plain text: parsing time was measured to grow with their square. */
const largestPiece = 20_000;
const mostDelimiters = 200;
const deepestNesting = 16;
/** Parsing a piece costs about 50 microseconds however small it is; no accepted article has as many blocks. */
const mostParsedPieces = 10_000;
/** A paragraph that is bold as a whole and no wider than this many columns is a heading. */
const widestBoldHeading = 80;

const atxHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const listMarker = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const definition = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*\S/;
const inlineMarkup = /[*_`[<&\\~]/;
const delimiters = /[*_`[<!&\\]/g;
const blockMarkup = /^\s*(?:[>#|]|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$)|={1,}\s*$|-{1,}\s*$|~{3})/;
const tableRow = /^\s*\|.*\|\s*$/;
const tableRule = /^[\s|:-]+$/;

/** Whether a text is clearly Markdown: headings, links, images, bold runs or fences on a good share of lines. */
export function looksLikeMarkdown(text: string): boolean {
  let lines = 0;
  let headings = 0;
  let marks = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    lines += 1;
    if (/^#{1,6} \S/.test(line)) headings += 1;
    else if (fence.test(line) || line.startsWith('![')) marks += 2;
    if (/\[[^[\]]{1,200}\]\((?:https?:|\/|#)/.test(line)) marks += 1;
    if (/\*\*[^*\s][^*]{0,100}\*\*/.test(line)) marks += 1;
  }
  if (headings > 0 && (headings + marks >= 2 || lines >= 2))
    return headings + marks >= 2 || /^#{1,6} \S/.test(text.trimStart());
  return marks >= 3 && marks * 3 >= lines;
}

/** Splits cleaned Markdown into blocks. Stops after `limit` blocks. */
export function markdownBlocks(text: string, limit: number): DraftParagraph[] {
  const { pieces, definitions } = cutPieces(text.split('\n'));
  const blocks: DraftParagraph[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (blocks.length >= limit) break;
    const added = index < mostParsedPieces ? pieceBlocks(piece, definitions) : plainPiece(piece);
    for (const block of added) blocks.push(block);
  }
  return blocks;
}

type Piece = string[];

/** Cuts lines where a top-level block may begin, never inside a fence, a comment or an indented continuation. */
function cutPieces(lines: readonly string[]): { pieces: Piece[]; definitions: Map<string, string> } {
  const pieces: Piece[] = [];
  const definitions = new Map<string, string>();
  let open: string[] = [];
  let closingFence: string | null = null;
  let isInComment = false;
  let isAfterBlank = false;
  const cut = () => {
    if (open.length > 0) pieces.push(open);
    open = [];
  };
  for (const line of lines) {
    if (closingFence !== null) {
      open.push(line);
      if (isClosingFence(line, closingFence)) {
        closingFence = null;
        cut();
      }
      continue;
    }
    if (isInComment) {
      open.push(line);
      isInComment = !line.includes('-->');
      continue;
    }
    const opening = fence.exec(line);
    const startsBlock = atxHeading.test(line) || listMarker.test(line);
    if (opening || startsBlock || (isAfterBlank && /^\S/.test(line))) cut();
    if (opening) closingFence = opening[1] ?? '```';
    isInComment = line.startsWith('<!--') && !line.includes('-->');
    const defined = open.length === 0 ? definition.exec(line) : null;
    if (defined?.[1] !== undefined) definitions.set(defined[1].toLowerCase(), line.trim());
    else if (line.trim() !== '' || open.length > 0) open.push(line);
    isAfterBlank = line.trim() === '';
    if (!opening && atxHeading.test(line)) cut();
  }
  cut();
  return { pieces, definitions };
}

function isClosingFence(line: string, opening: string): boolean {
  const mark = line.trim();
  return mark.length >= opening.length && mark === opening.charAt(0).repeat(mark.length);
}

function pieceBlocks(piece: Piece, definitions: ReadonlyMap<string, string>): DraftParagraph[] {
  const source = piece.join('\n');
  const isSimple =
    !inlineMarkup.test(source) && !piece.some((line) => blockMarkup.test(line) || /^(?: {4}|\t)/.test(line));
  if (isSimple) return lineBlocks('body', piece);
  if (piece.every((line) => line.trim() === '' || tableRow.test(line))) return tableBlocks(piece);
  if (isTangled(piece, source)) return plainPiece(piece);
  return nodeBlocks(fromMarkdown(source + usedDefinitions(source, definitions)), 'body');
}

function plainPiece(piece: Piece): DraftParagraph[] {
  return piece.flatMap((line) => block('body', line));
}

function isTangled(piece: Piece, source: string): boolean {
  if (source.length > largestPiece) return true;
  if ((source.match(delimiters)?.length ?? 0) > mostDelimiters) return true;
  return piece.some((line) => nestingOf(line) > deepestNesting);
}

/** How many container markers a line opens with. */
function nestingOf(line: string): number {
  let depth = 0;
  for (let index = 0; index < line.length && /[\s>*+\d.)-]/.test(line.charAt(index)); index += 1) {
    if (/[>*+.)-]/.test(line.charAt(index))) depth += 1;
  }
  return depth;
}

function usedDefinitions(source: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return '';
  const used = new Set<string>();
  for (const match of source.matchAll(/\[([^[\]]{1,200})\]/g)) {
    const found = definitions.get((match[1] ?? '').toLowerCase());
    if (found !== undefined) used.add(found);
  }
  return used.size === 0 ? '' : `\n\n${[...used].join('\n')}`;
}

function tableBlocks(piece: Piece): DraftParagraph[] {
  return piece.filter((line) => !tableRule.test(line)).flatMap((line) => block('body', line));
}

function nodeBlocks(node: Nodes, kind: ParagraphKind): DraftParagraph[] {
  switch (node.type) {
    case 'heading':
      return block('heading', joinWrapped(flatten(node)));
    case 'paragraph':
      return paragraphBlocks(node, kind);
    case 'list':
      return node.children.flatMap((item, index) =>
        numberItem(nodeBlocks(item, 'list-item'), node.ordered ? `${(node.start ?? 1) + index}. ` : ''),
      );
    case 'listItem':
    case 'blockquote':
    case 'root':
      return node.children.flatMap((child) => nodeBlocks(child, kind));
    case 'code':
      return node.value.split('\n').flatMap((line) => block('body', line));
    case 'html':
      return stripTags(node.value)
        .split('\n')
        .flatMap((line) => block(kind, line));
    default:
      return [];
  }
}

function numberItem(blocks: DraftParagraph[], number: string): DraftParagraph[] {
  return blocks.map((item, index) => (index === 0 ? { ...item, text: `${number}${item.text}` } : item));
}

function paragraphBlocks(node: Extract<Nodes, { type: 'paragraph' }>, kind: ParagraphKind): DraftParagraph[] {
  const lines = flatten(node);
  const text = joinWrapped(lines);
  const [only] = node.children;
  const isBold = node.children.length === 1 && only?.type === 'strong';
  const isHeading = kind === 'body' && isBold && lineWidth(text) <= widestBoldHeading && !endsSentence(text);
  return [
    ...(isHeading ? block('heading', text) : lineBlocks(kind, lines)),
    ...imagesIn(node).flatMap((alt) => block('caption', alt)),
  ];
}

/** The visible lines of an inline tree: without images (they become captions) and tags. */
function flatten(node: Parent): string[] {
  const parts: string[] = [];
  collectText(node, parts);
  return parts.join('').split('\n');
}

function collectText(node: Parent, parts: string[]): void {
  for (const child of node.children) {
    if (child.type === 'break') parts.push('\n');
    else if ('children' in child) collectText(child, parts);
    else if (child.type === 'html') {
      if (/^<br\b/i.test(child.value)) parts.push('\n');
    } else if (child.type !== 'image' && child.type !== 'imageReference') parts.push(textOf(child));
  }
}

function imagesIn(node: Parent): string[] {
  return node.children.flatMap((child) => {
    if (child.type === 'image' || child.type === 'imageReference') return [child.alt ?? ''];
    return 'children' in child ? imagesIn(child) : [];
  });
}

/** Removes tags and comments, and scripts and style sheets with their text, as no reader sees it. */
function stripTags(html: string): string {
  const parts: string[] = [];
  let hiddenUntil: string | null = null;
  let index = 0;
  while (index < html.length) {
    const start = html.indexOf('<', index);
    const end = start < 0 ? html.length : start;
    if (hiddenUntil === null) parts.push(html.slice(index, end));
    if (start < 0) break;
    const isComment = html.startsWith('<!--', start);
    const stop = html.indexOf(isComment ? '-->' : '>', start);
    if (stop < 0) break;
    const tag = html.slice(start, Math.min(stop, start + 16)).toLowerCase();
    const hidden = /^<(script|style)\b/.exec(tag);
    if (hidden?.[1] !== undefined) hiddenUntil = `</${hidden[1]}`;
    else if (hiddenUntil !== null && tag.startsWith(hiddenUntil)) hiddenUntil = null;
    if (/^<(?:br|\/?p|\/?div|\/?li|\/?h\d|\/?tr)\b/.test(tag)) parts.push('\n');
    index = stop + (isComment ? 3 : 1);
  }
  return parts.join('');
}

/**
 * The blocks of a paragraph's lines: one, as in CommonMark, but Chinese lines that all end their sentences are
 * paragraphs, since nobody wraps Chinese lines and most people press Enter once.
 */
function lineBlocks(kind: ParagraphKind, lines: readonly string[]): DraftParagraph[] {
  const isOneEach =
    kind === 'body' && lines.every((line) => isBlankLine(line) || (hasHan(line) && endsSentence(line.trim())));
  return isOneEach ? lines.flatMap((line) => block(kind, line)) : block(kind, joinWrapped(lines));
}

function block(kind: ParagraphKind, text: string): DraftParagraph[] {
  const trimmed = text.trim();
  return isBlankLine(trimmed) ? [] : [{ kind, text: trimmed }];
}
