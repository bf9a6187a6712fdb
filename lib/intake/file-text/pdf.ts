/**
 * The text of a PDF, page by page, by pdf.js. Nothing is drawn, run or fetched: the maps of Chinese, Japanese and Korean
 * encodings and the metrics of the standard fonts come with the library.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { type FileText, longestText, type TextPart } from '#lib/domain/files/file-text';
import { type Piece, pageText } from './pdf-lines';

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Document = Awaited<ReturnType<Pdf['getDocument']>['promise']>;
type Content = { items: unknown[] };

/** A file that is larger is read as far as this. */
const mostPages = 5_000;
/** What a page of a newspaper has, times ten: pieces, and UTF-16 units. */
const mostPieces = 100_000;
const longestPage = 400_000;
/** Milliseconds; the worker's own limit is beyond. */
const longestReading = 40_000;

const asked = { verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false, disableFontFace: true };

let library: Promise<Pdf> | undefined;

/** The library, once. It takes for granted classes by which browsers draw. Its own worker runs in this process, which is one. */
function pdfLibrary(): Promise<Pdf> {
  library ??= (async () => {
    const held = globalThis as Record<string, unknown>;
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) held[name] ??= class {};
    return import('pdfjs-dist/legacy/build/pdf.mjs');
  })();
  return library;
}

/** Reads a PDF. Any bytes have an answer. */
export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const { getDocument } = await pdfLibrary();
  const { resolve } = createRequire(path.join(process.cwd(), 'package.json'));
  const folder = path.dirname(resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    ...asked,
    data: Uint8Array.from(bytes),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    wasmUrl: `${folder}/wasm/`,
  });
  try {
    return await readPages(await task.promise);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { state: isLocked ? 'locked' : 'broken', unit: 'page', total: 0, parts: [] };
  } finally {
    await task.destroy();
  }
}

async function readPages(document: Document): Promise<FileText> {
  const total = document.numPages;
  const until = performance.now() + longestReading;
  const parts: TextPart[] = [];
  let [length, broken] = [0, 0];
  const result = (state: FileText['state']): FileText => ({ state, unit: 'page', total, parts });
  for (let number = 1; number <= Math.min(total, mostPages); number += 1) {
    const text = await readPage(document, number, until);
    if (text === null) broken += 1;
    length += text?.length ?? 0;
    if (length > longestText) return result('too-long');
    parts.push({ label: String(number), text: text ?? '' });
    if (performance.now() > until && number < total) return result('too-long');
  }
  if (length === 0) return result(broken === parts.length ? 'broken' : 'no-text');
  return result(total > mostPages ? 'too-long' : 'read');
}

/** The text of a page; null where it cannot be read, as single pages of a damaged file cannot. */
async function readPage(document: Document, number: number, until: number): Promise<string | null> {
  try {
    const page = await document.getPage(number);
    const pieces: Piece[] = [];
    let length = 0;
    const reader = (page.streamTextContent() as ReadableStream<Content>).getReader();
    for (let some = await reader.read(); !some.done; some = await reader.read()) {
      for (const item of some.value.items) {
        if (!isItem(item)) continue;
        pieces.push(pieceOf(item));
        length += item.str.length;
      }
      if (pieces.length > mostPieces || length > longestPage || performance.now() > until) {
        await reader.cancel(new Error('enough'));
        break;
      }
    }
    page.cleanup();
    return pageText(pieces);
  } catch {
    return null;
  }
}

type Item = { str: string; transform: number[]; width: number; hasEOL: boolean };

const isItem = (item: unknown): item is Item => typeof item === 'object' && item !== null && 'str' in item;

function pieceOf({ str, transform, width, hasEOL }: Item): Piece {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  return {
    text: str,
    x,
    y,
    width,
    size: Math.hypot(c, d) || 1,
    isTurned: Math.abs(b) > Math.abs(a) / 10,
    endsLine: hasEOL,
  };
}
