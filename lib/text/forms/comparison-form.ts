/**
 * The form in which passages are compared, with one UTF-16 unit for each unit so that offsets stay valid: the reading
 * form (lower case, half width, simplified) with all characters simplified, and one mark for each kind of punctuation
 * that Chinese and English write differently. Only for comparing: the text shown to people is never changed.
 */

import { plainText, readingForm } from './reading-form';
import { simplifiedPairs } from './traditional-characters';

/**
 * Marks with the same meaning, each group mapped to its first. The dash and the hyphen differ: one is punctuation, one
 * joins words.
 */
const alike = [
  '"“”„‟「」『』｢｣«»〝〞〟＂',
  "'‘’‚‛`´＇",
  '.。｡．',
  ',、，､',
  '-‐‑‒–−',
  '—―─━',
  '~～〜∼',
  '·•・‧∙',
  '…⋯',
];

let table: Uint16Array | undefined;

/** The comparison form of each UTF-16 unit, made when it is first needed. */
export function comparableUnits(): Uint16Array {
  table ??= buildTable();
  return table;
}

function buildTable(): Uint16Array {
  const table = Uint16Array.from({ length: 65536 }, (_, code) => code);
  let units = '';
  for (let code = 0; code < 65536; code++) units += String.fromCharCode(code);
  const form = readingForm(plainText(units));
  for (let code = 0; code < 65536; code++) table[code] = form.charCodeAt(code);
  for (let i = 0; i + 1 < simplifiedPairs.length; i += 2) {
    table[simplifiedPairs.charCodeAt(i)] = simplifiedPairs.charCodeAt(i + 1);
  }
  for (const group of alike) for (const char of group) table[char.charCodeAt(0)] = group.charCodeAt(0);
  return table;
}

/** The comparison form of a text; it has the same length. */
export function comparisonForm(text: string): string {
  const comparable = comparableUnits();
  let form = '';
  let same = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const to = comparable[code] ?? code;
    if (to === code) continue;
    form += text.slice(same, i) + String.fromCharCode(to);
    same = i + 1;
  }
  return same === 0 ? text : form + text.slice(same);
}
