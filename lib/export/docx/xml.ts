/**
 * The XML of a Word document's text (WordprocessingML, ISO/IEC 29500-1 §17): paragraphs, runs of text, links, comments
 * and their ranges, one at a time. Their styles come from the docx library (frame.ts).
 *
 * The output is well-formed for any text: characters that XML does not allow are left out.
 */

import { xmlEscaped } from '#lib/export/stream/xml-text';
import type { ParagraphLook, TextLook, WordFrame } from './frame';

/** Writes in the styles of a frame. It remembers only the addresses of the links it wrote. */
export type WordXml = {
  /** An empty text gives nothing. A line feed becomes a line break and a tab a tab; in XML they would be spaces. */
  text: (text: string, look?: TextLook) => string;
  paragraph: (look: ParagraphLook, ...children: string[]) => string;
  /** A text that leads to a web address. */
  link: (address: string, text: string) => string;
  /** The relationships needed by the links written so far, each address once. */
  linkTargets: () => Generator<string>;
};

export function wordXml({ paragraphLooks, textLooks }: Pick<WordFrame, 'paragraphLooks' | 'textLooks'>): WordXml {
  const links = new Map<string, string>();
  const text: WordXml['text'] = (words, look = 'text') => {
    const children = childrenOf(words);
    return children && `<w:r>${textLooks.get(look)}${children}</w:r>`;
  };
  return {
    text,
    paragraph: (look, ...children) => `<w:p>${paragraphLooks.get(look)}${children.join('')}</w:p>`,
    link(address, words) {
      const { href } = new URL(address);
      const id = links.get(href) ?? `link${links.size + 1}`;
      links.set(href, id);
      return `<w:hyperlink w:history="1" r:id="${id}">${text(words, 'link')}</w:hyperlink>`;
    },
    *linkTargets() {
      for (const [href, id] of links) {
        yield `<Relationship Id="${id}" Type="${linkType}" Target="${xmlEscaped(href)}" TargetMode="External"/>`;
      }
    },
  };
}

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Who comments, and when: an ISO 8601 moment. */
export type Remark = { by: string; at: string };

/** What a comment says, in at least one paragraph. Threads name the last one (MS-DOCX §2.5.4.2). */
export function comment(id: number, { by, at }: Remark, ...paragraphs: string[]): string {
  const last = paragraphs.at(-1)?.replace('<w:p>', `<w:p w14:paraId="${paragraphId(id)}">`) ?? '';
  const author = `w:author="${xmlEscaped(by)}" w:initials="${xmlEscaped(initialsOf(by))}"`;
  return `<w:comment w:id="${id}" ${author} w:date="${at}">${paragraphs.slice(0, -1).join('')}${last}</w:comment>`;
}

/** A comment's place in a thread: which comment it answers; null where it begins one. */
export const threadEntry = (id: number, answers: number | null): string =>
  `<w15:commentEx w15:paraId="${paragraphId(id)}"${
    answers === null ? '' : ` w15:paraIdParent="${paragraphId(answers)}"`
  } w15:done="0"/>`;

/** Eight hexadecimal digits above 0 and below 8000 0000 (MS-DOCX §2.6.2.3). */
const paragraphId = (id: number): string => (id + 1).toString(16).toUpperCase().padStart(8, '0');

/** The first letters of a name's first three words; of a Chinese name, its first character. */
const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? [])
    .slice(0, 3)
    .join('');

/** Where the words that a comment is on begin and end, and the mark it hangs on, right after them. */
export const rangeStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
export const rangeEnd = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>${hook(id)}`;
export const hook = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

/** Characters that break a line in some script or program (Unicode, "Newline Guidelines"), and tabs. */
const breaks = /(\r\n|[\r\n\u0085\u2028\u2029\v\f]|\t)/;

const childrenOf = (words: string): string =>
  words
    .split(breaks)
    .map((part, index) => {
      if (index % 2 === 1) return part === '\t' ? '<w:tab/>' : '<w:br/>';
      const written = xmlEscaped(part);
      return written && `<w:t xml:space="preserve">${written}</w:t>`;
    })
    .join('');
