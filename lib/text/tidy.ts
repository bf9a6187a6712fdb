/**
 * Cleans text that people type and paste: stored text never contains characters that a database rejects or that make a
 * line read differently from what it says.
 */

/** C0 and C1 controls other than tab and newline; a PostgreSQL text cannot hold NUL, and no reader sees the rest. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Bidirectional controls (Unicode UAX #9): they can reorder a quotation on the screen. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Zero-width space, word joiner and byte order mark: invisible characters that would make an empty title pass as
 * non-empty.
 */
const blanks = /[\u200b\u2060\ufeff]/g;

/** A field's text as it is stored: well-formed UTF-16, without invisible controls, newlines as \n, trimmed. */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(bidiControls, '')
    .replace(blanks, '')
    .trim();
}

/** Whether a browser may safely follow a link: http and https only. */
export function isWebAddress(text: string): boolean {
  // The slashes are required: without them a browser may take http:x for a path on this desk.
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Whether a text is an ISO 8601 date of year, month or day precision that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Length as an editor counts it: characters without spaces in Chinese and Japanese, words elsewhere. */
export function countLength(texts: string[], language: string): { unit: 'characters' | 'words'; count: number } {
  const byCharacter = /^(zh|ja)/.test(language);
  let count = 0;
  for (const text of texts) count += (text.match(byCharacter ? /\S/gu : /\S+/gu) ?? []).length;
  return { unit: byCharacter ? 'characters' : 'words', count };
}
