import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api';

/** The text of a page in its pieces. pdf.js itself waits for them in a loop that WebKit does not have for streams. */
export async function textOf(page: PDFPageProxy): Promise<TextContent> {
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader();
  const content: TextContent = { items: [], styles: {}, lang: null };
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    content.items.push(...value.items);
    Object.assign(content.styles, value.styles);
    content.lang ??= value.lang;
  }
  return content;
}
