/**
 * The words of a text as plain tokens, those in its figures and dates too: what a quoted phrase is sieved by, before the text
 * itself is looked into. What matching reads leaves out what the value of a figure or date stands for already.
 */

import { stemOf } from '#lib/text/english-stem';
import { isHan } from '#lib/text/forms/folded';

/** Short words are in too many texts, and long ones are none. */
const word = /[a-z]{5,60}/g;

/**
 * The stems of the words of a text in comparison form, and the pairs of neighbours in its Han runs, each once. Invariant: a
 * text that holds another one from one end of a word to another has all of its tokens. Linear.
 */
export function wordTokens(form: string): string[] {
  const tokens = new Set<string>();
  for (const { 0: found, index } of form.matchAll(word)) {
    if (!isLetter(form.charAt(index + found.length))) tokens.add(stemOf(found));
  }
  for (let at = 0; at + 1 < form.length; at++) {
    if (isHan(form.charCodeAt(at)) && isHan(form.charCodeAt(at + 1))) tokens.add(form.slice(at, at + 2));
  }
  return [...tokens];
}

const isLetter = (character: string): boolean => /^[a-z]$/.test(character);
