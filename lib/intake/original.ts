/** A file or a fetched page, read: a draft of its article, and what is kept of it to be shown. */
import type { IntakeNotice } from '#lib/domain/articles/article';
import type { TextEncoding } from '#lib/domain/articles/intake-draft';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { draftFromText } from '#lib/intake/draft';
import { decodeText, otherReadings } from '#lib/intake/file/decode';
import { draftFromPage, readSourcePage } from '#lib/intake/page';
import { declaredEncoding, decodePage } from '#lib/intake/page/charset';
import { sanitisePage, textAsPage } from '#lib/intake/page/sanitise';
import { type DocxResult, draftFromDocx } from '#lib/intake/word-document';

export type OriginalKind = 'text' | 'page' | 'docx';

/**
 * A file as it came in. `charset`: as a server or script named it; `url`: where a page was fetched from; `today`: an ISO
 * date; `asked`: the encoding that a person chose.
 */
export type Original = {
  bytes: Uint8Array;
  kind: OriginalKind;
  charset: string | null;
  url: string | null;
  filename?: string;
  today: string;
  asked: string | null;
};

/** `html` and `title`: a clean page to keep, null where nothing can be shown. */
export type ReadOriginal = {
  result: DocxResult;
  html: string | null;
  title: string;
  notices: IntakeNotice[];
  encoding: TextEncoding | null;
};

/** Reads a file or page. Refused where its bytes are no text; the draft's own refusals are in `result`. */
export async function readOriginal(original: Original): Promise<Result<ReadOriginal>> {
  const { bytes, kind, charset, url, filename, today, asked } = original;
  if (kind === 'docx') {
    // Its parts are not shown again: the draft is what was in it.
    const result = await draftFromDocx(bytes, { today });
    return accept({ result, html: null, title: '', notices: [], encoding: null });
  }
  const decoded = kind === 'text' && charset === null ? decodeText(bytes, asked) : decodePage(bytes, charset, asked);
  if (!decoded.ok) return refuse(decoded.code);
  const isUsual = /^utf-?8$/i.test(decoded.encoding);
  const declared = declaredEncoding(bytes, charset) ?? decoded.encoding;
  // Bytes that are UTF-8 are hardly anything else, unless something says so.
  const isSure = isUsual && declared === decoded.encoding && asked === null;
  const encoding = { used: decoded.encoding, others: isSure ? [] : otherReadings(bytes, decoded.encoding) };
  const notices: IntakeNotice[] = isUsual ? [] : [{ code: 'decoded-as', encoding: decoded.encoding.toUpperCase() }];
  if (kind === 'text') {
    const result = draftFromText(decoded.text, { filename, today });
    return accept({ result, html: textAsPage(decoded.text), title: '', notices, encoding });
  }
  const result = draftFromPage(decoded.text, { url: url ?? undefined, today });
  const clean = sanitisePage(decoded.text, url);
  return accept({ result, html: clean?.html ?? null, title: clean?.title ?? '', notices, encoding });
}

/** What a fetched page says of itself, each null where not stated, and a clean page to keep, null where there is none. */
export type ReadSource = {
  facts: { title: string | null; publisher: string | null; published: string | null };
  html: string | null;
};

/** Reads a page that is to be cited; a file that is no text has neither facts nor a page. */
export function readCitedPage(page: {
  bytes: Uint8Array;
  charset: string | null;
  contentType: string | null;
  url: string;
  today: string;
}): ReadSource {
  const { bytes, charset, contentType, url, today } = page;
  const decoded = decodePage(bytes, charset);
  if (!decoded.ok) return { facts: { title: null, publisher: null, published: null }, html: null };
  const facts = readSourcePage(decoded.text, url, today);
  const isText = contentType?.startsWith('text/') && contentType !== 'text/html';
  return { facts, html: isText ? textAsPage(decoded.text) : (sanitisePage(decoded.text, url)?.html ?? null) };
}
