/**
 * Names that join letters and a number (`GPT-4`, `MH370`): one word for whoever compares claims, but searched for by their
 * parts too (`GPT`, `MH 370`).
 */

import { stemOf } from '#lib/text/english-stem';

const model = /^([a-z]{2,20})(\d{1,6})[a-z]{0,4}$/;

/** The tokens of the parts of a word, given by its stem: its letters, and its number by value. None of any other word. */
export function modelParts(stem: string): string[] {
  const [, letters = '', digits = ''] = model.exec(stem) ?? [];
  return letters === '' ? [] : [stemOf(letters), `0n${Number(digits)}`];
}
