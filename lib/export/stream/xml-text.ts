/** Characters that XML 1.0 (§2.2) does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text for an XML file: without control characters and without halves of characters. */
export const xmlText = (text: string): string => text.toWellFormed().replace(notXml, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as content or as a quoted attribute. `>` is escaped too, since it must not follow `]]` (XML 1.0 §2.4). */
export const xmlEscaped = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');
