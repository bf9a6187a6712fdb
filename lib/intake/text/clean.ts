/**
 * Removes characters that nobody can see and that can make a text read differently from what it says.
 *
 * An article's own characters are evidence: nothing is normalised (no NFKC); full-width digits, no-break and
 * ideographic spaces stay, and so do the joiners that emoji and Indic scripts need. Only line ends are unified.
 * Removed: controls, bidirectional overrides (Unicode UAX #9: they can make a quotation look like another one) and
 * zero-width spaces.
 */

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const controls = /[^\P{Cc}\t\n]/u;
const bidirectional = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const zeroWidth = /[\u200b\u2060\u206a-\u206f\ufeff]/;
const unseen = new RegExp(`${controls.source}|${bidirectional.source}|${zeroWidth.source}`, 'gu');
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Cleans a text. `removed`: the number of characters removed; `replaced`: lone surrogates that became U+FFFD. Unified
 * line ends count as neither. Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): { text: string; removed: number; replaced: number } {
  const lined = text.replace(lineEnds, '\n');
  const seen = lined.replace(unseen, '');
  let replaced = 0;
  const whole = seen.replace(loneSurrogate, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: whole, removed: lined.length - seen.length, replaced };
}
