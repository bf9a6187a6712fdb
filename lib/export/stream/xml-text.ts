/** Characters that XML 1.0 (§2.2) has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text that can stand in an XML file: without control characters, and with whole characters only. */
export const xmlText = (text: string): string => text.toWellFormed().replace(notXml, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as content or as a quoted attribute. `>` as well, as it may not follow `]]` (XML 1.0 §2.4). */
export const xmlEscaped = (text: string): string =>
  xmlText(text).replace(/[&<>"]/g, (character) => entities[character] ?? '');
