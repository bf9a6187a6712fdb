/**
 * Mentions: people named outside quotations without saying anything, so that later pronouns and unattributed quotes can
 * refer to them (`AI画师张颀作为…`, `Jane Doe walked in`). Invariant: mentions are in order; only the first in a sentence
 * counts, since a sentence is about its subject. Possessives (李笛的公司, Doe's lawyer) are not mentions.
 */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { hanNameLength } from '#lib/reading/speakers/chinese-names';
import { readOpening } from '#lib/reading/speakers/english';
import { hanRoles } from '#lib/reading/speakers/roles';
import { phraseOf, type SpeakerPhrase } from '#lib/reading/speakers/speaker';
import { isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, type Lexicon, latinEnd, wordAt, wordList, wordsIn } from '#lib/text/lexicon';
import type { Stretch } from './attributions';

export interface Mention {
  at: number;
  phrase: SpeakerPhrase;
}

/** Finds the mentions in a stretch outside quotations. `names`: the names in the article's attributions. */
export function findMentions(
  text: string,
  form: string,
  { sentences }: Stretch,
  han: boolean,
  names: Lexicon<string>,
): Mention[] {
  const mentions: Mention[] = [];
  for (const { start, end } of sentences) {
    const mention = han ? firstInHan(text, form, start, end, names) : firstInEnglish(text, form, start, end, names);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

/** Longest Chinese name. */
const longestName = 4;

function firstInHan(text: string, form: string, from: number, to: number, names: Lexicon<string>): Mention | null {
  const introduced = hanNameLength(form, from, Math.min(from + longestName, to));
  if (introduced > 0 && wordAt(introductions, form, from + introduced)) {
    return { at: from, phrase: phraseOf('person', text.slice(from, from + introduced)) };
  }
  const known = wordsIn(names, form, from, to).find((hit) => form[hit.end] !== '的');
  for (const { start, end, value } of wordsIn(hanRoles, form, from, known?.start ?? to)) {
    if (value !== 'role' || !isHan(form.charCodeAt(end))) continue;
    const length = hanNameLength(form, end, Math.min(end + longestName, to));
    if (length === 0) continue;
    const clause = clauseStart(form, from, start);
    if (form[end + length] === '的' && clause > from) continue;
    const reading = readHanSpeaker(text, form, clause, end + length);
    if (reading?.phrase.form === 'person') return { at: end, phrase: reading.phrase };
  }
  return known ? { at: known.start, phrase: phraseOf('person', known.value) } : null;
}

/** What introduces a person by name at the start of a sentence (李明是一名程序员). */
const introductions = buildWordSet(wordList('是一名 是一位 是个 今年 出生于 出生在 毕业于 曾是 曾在 来自 从小'));

const endsClause = oneOf(',。;:、“”');

/** How far before a role its clause is looked for. */
const clauseReach = 30;

function clauseStart(form: string, floor: number, from: number): number {
  let i = from;
  while (i > floor && i > from - clauseReach && !endsClause(form, i - 1)) i--;
  return i;
}

function firstInEnglish(text: string, form: string, from: number, to: number, names: Lexicon<string>): Mention | null {
  const opening = readOpening(text, form, from, to);
  if (opening) return { at: from, phrase: opening.phrase };
  for (let i = from; i < to; i = isLatin(form.charCodeAt(i)) ? latinEnd(form, i) : i + 1) {
    if (text.charCodeAt(i) === form.charCodeAt(i)) continue;
    const word = wordAt(names, form, i);
    if (word && form[i + word.text.length] !== "'") return { at: i, phrase: phraseOf('person', word.value) };
  }
  return null;
}
