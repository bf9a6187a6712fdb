/**
 * A Word file into an article draft: headings, lists, tables as a page has them, with the numbers that Word shows.
 * Footnotes and comments stand beside their paragraph, comments set aside, since they are somebody's notes and not the
 * article.
 */
import { convertToHtml, images } from 'mammoth';
import type { DraftParagraph } from '#lib/domain/articles/article';
import { unpackZip, type ZipLimits } from '#lib/intake/file/zip';
import { nameOf, oneLine, parsePage } from '#lib/intake/page/tree';
import { draftFromBlocks } from './draft';
import { type PageResult, readDocument } from './page';
import { isTextPart, prepareWord } from './word-parts';

/**
 * A book of a million characters takes less than these bytes in all parts with text; Word's own files have about twenty
 * parts beside their pictures, and their text is packed to a tenth or so.
 */
const limits: ZipLimits = { entries: 5_000, bytes: 24 * 1024 * 1024, ratio: 300 };

export type DocxResult = PageResult | { ok: false; code: 'file-damaged' | 'too-large' };

const styles = ['comment-reference => sup', "p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** Reads a Word file (.docx). Never throws: other files, and files that unpack to too much, are refused. */
export async function draftFromDocx(bytes: Uint8Array, options: { today?: string } = {}): Promise<DocxResult> {
  const read = await blocksOfDocx(bytes);
  if (!read.ok) return read;
  return draftFromBlocks(read.blocks, { ...options, isDocument: true, deleted: read.changes });
}

type DocxRefusal = Extract<DocxResult, { ok: false }>['code'];

/** What stands in a Word file, in order, and how many changes are tracked in it. */
export async function blocksOfDocx(
  bytes: Uint8Array,
): Promise<{ ok: true; blocks: DraftParagraph[]; changes: number } | { ok: false; code: DocxRefusal }> {
  const unpacked = unpackZip(bytes, isTextPart, limits);
  if (!unpacked.ok) return { ok: false, code: unpacked.code === 'damaged' ? 'file-damaged' : 'too-large' };
  const prepared = prepareWord(unpacked.parts);
  const html = prepared === null ? null : await convert(prepared.bytes);
  if (prepared === null || html === null) return { ok: false, code: 'file-damaged' };
  const document = parsePage(html);
  if (document === null) return { ok: false, code: 'page-too-tangled' };
  const comments = takeComments(document);
  const { blocks } = readDocument(document, { isNumbered: true });
  const edges = prepared.edges.map((text): DraftParagraph => ({ kind: 'boilerplate', text, reason: 'navigation' }));
  return { ok: true, blocks: [...withComments(blocks, comments), ...edges], changes: prepared.changes };
}

async function convert(bytes: Uint8Array): Promise<string | null> {
  try {
    const { value } = await convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      { styleMap: styles, includeEmbeddedStyleMap: false, convertImage: noImage, externalFileAccess: false },
    );
    return value;
  } catch {
    // The library throws errors of its own on files it cannot read.
    return null;
  }
}

/** Pictures are ignored. */
const noImage = images.imgElement(async () => ({ src: '' }));

type Comment = { author: string; text: string; beside: string };

/** Removes the comments from a document and returns them with the text of the block beside each. */
function takeComments(document: Document): Comment[] {
  const comments: Comment[] = [];
  const references = new Map([...document.querySelectorAll('[id^="comment-ref-"]')].map((one) => [one.id, one]));
  for (const term of document.querySelectorAll('dt[id^="comment-"]')) {
    const reference = references.get(term.id.replace('comment-', 'comment-ref-')) ?? null;
    const note = term.nextElementSibling;
    const text = oneLine((note?.textContent ?? '').replace(/↑\s*$/, ''));
    const author = /\[(.{0,20}?)\d*\]/.exec(reference?.textContent ?? '')?.[1]?.trim() ?? '';
    const block = blockOf(reference);
    if (text !== '') comments.push({ author, text, beside: oneLine(textWithoutMarks(block)) });
  }
  for (const list of document.querySelectorAll('dl')) list.remove();
  return comments;
}

function blockOf(reference: Element | null): Element | null {
  let up = reference;
  while (up !== null && !/^(?:p|li|h[1-6]|td|th)$/.test(nameOf(up))) up = up.parentElement;
  return up;
}

function textWithoutMarks(block: Element | null): string {
  if (block === null) return '';
  const marks = [...block.querySelectorAll('sup')].map((mark) => mark.textContent ?? '');
  return marks.reduce((text, mark) => text.replace(mark, ''), block.textContent ?? '');
}

/** Blocks are told apart by so much of their ends (UTF-16 units). */
const endLength = 40;

/** Puts each comment after the first block that ends like the one it belongs to, which may have a number before it. */
function withComments(blocks: readonly DraftParagraph[], comments: readonly Comment[]): DraftParagraph[] {
  const left = new Set(comments);
  const byEnd = new Map<string, Comment[]>();
  for (const comment of comments) {
    const end = comment.beside.slice(-endLength);
    const same = byEnd.get(end);
    if (same !== undefined) same.push(comment);
    else if (end !== '') byEnd.set(end, [comment]);
  }
  const noted = blocks.flatMap((block) => {
    const own: Comment[] = [];
    for (let length = Math.min(endLength, block.text.length); length > 0; length -= 1) {
      const end = block.text.slice(-length);
      const candidates = byEnd.get(end) ?? [];
      const fitting = candidates.filter(({ beside }) => block.text.endsWith(beside));
      if (fitting.length > 0)
        byEnd.set(
          end,
          candidates.filter((comment) => !fitting.includes(comment)),
        );
      own.push(...fitting);
    }
    for (const comment of own) left.delete(comment);
    return [block, ...own.map(noteOf)];
  });
  return [...noted, ...[...left].map(noteOf)];
}

function noteOf({ author, text }: Comment): DraftParagraph {
  return { kind: 'boilerplate', reason: 'note', text: author === '' ? text : `[${author}] ${text}` };
}
