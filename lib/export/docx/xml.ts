/**
 * The XML of a Word document's text (WordprocessingML, ISO/IEC 29500-1 §17): paragraphs, runs of text, links, comments and
 * their ranges, each written by itself and forgotten. How they look was written by the docx library (frame.ts).
 *
 * Whatever text comes in, what goes out is well-formed: characters that XML has no place for are left out.
 */

import { xmlEscaped } from '#lib/export/stream/xml-text';
import type { ParagraphLook, TextLook, WordFrame } from './frame';

/** Writes in the looks of a frame. It remembers one thing of what it wrote: the addresses of links. */
export type WordXml = {
  /** Text without children of its own is nothing. A line feed is a line break, a tab is one: in XML they would be spaces. */
  text: (text: string, look?: TextLook) => string;
  paragraph: (look: ParagraphLook, ...children: string[]) => string;
  /** A text that leads to a web address. */
  link: (address: string, text: string) => string;
  /** The relationships that links written so far need, each address once. */
  linkTargets: () => Generator<string>;
  /** What a comment says, in paragraphs. */
  comment: (id: number, ...paragraphs: string[]) => string;
};

export function wordXml({ paragraphLooks, textLooks, comment }: WordFrame): WordXml {
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
    comment: (id, ...paragraphs) => `${comment.replace('w:id="0"', `w:id="${id}"`)}${paragraphs.join('')}</w:comment>`,
  };
}

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** Where the words that a comment is on begin and end, and the mark it hangs on, right after them. */
export const rangeStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
export const rangeEnd = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>${hook(id)}`;
export const hook = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

/** What breaks a line in some script or program (Unicode, "Newline Guidelines"), and tabs; each is found as itself. */
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
