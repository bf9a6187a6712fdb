/**
 * Attributions in a Chinese sentence: the subject stands before the cue in its clause (`小冰CEO李笛则直言`), what is said
 * follows. Invariants: attributions are in order; each cue has at most one subject. Skipped: cues in relative clauses
 * (他说的话), in clauses that only give the time of another (宣布融资后，…), and cues without a subject.
 */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { isHanDocument, speakingDocument } from '#lib/reading/speakers/chinese-subject';
import { phraseOf, type SpeakerPhrase, type SpeakerReading } from '#lib/reading/speakers/speaker';
import { isHan, oneOf } from '#lib/text/forms/folded';
import { buildEndings, endingAt, type Hit, wordList } from '#lib/text/lexicon';
import { type Attribution, attributionOf, type Bounds } from './attribution';
import type { Cue } from './cues';

/** Brackets and the marks around a name (创业者“某某”说) do not end a clause. */
const endsClause = oneOf(',;:。!?…—\n');
const isOpeningMark = oneOf('“「');
const isClosingMark = oneOf('”」');
const introduces = oneOf(':“「"『,');
const introducesAfterLe = oneOf(',:“');
const endsTimeClause = oneOf(',;:“。');
const followsObject = oneOf(',:说称道');
const leadsIntoContent = oneOf('说称道,: ');

/** Finds the attributions of one sentence among its cues. */
export function inHan(text: string, form: string, cues: Hit<Cue>[], bounds: Bounds): Attribution[] {
  const found: Attribution[] = [];
  let floor = bounds.start;
  for (const hit of cues) {
    const clause = clauseStart(form, floor, hit.start);
    if (isRelative(form, hit.end) || isTimeClause(form, hit.end, bounds.end)) continue;
    const content: [number, number] = [contentAfter(form, hit, bounds.end), bounds.end];
    const direct = introduces(form, hit.end);
    const last = found.at(-1);
    if (last && clause === last.cueEnd && hit.value.firm && direct) {
      // One subject, two verbs in a clause (谈到新片时说): the one beside the quotation reports it.
      found[found.length - 1] = attributionOf(text, hit, last.start, hit.end, last.phrase, content, bounds);
      floor = hit.end;
      continue;
    }
    const reading = readHanSpeaker(text, form, clause, hit.start) ?? readBeforeDashes(text, form, floor, clause);
    if (!reading) {
      const documented = hit.value.firm && isHanDocument(form, clause, hit.start);
      const own = documented ? null : documentInCue(text, form, clause, hit);
      if (documented || own) {
        const phrase = own ?? documentBefore(text, form, clause, hit.start);
        found.push(attributionOf(text, hit, clause, hit.end, phrase, content, bounds));
      }
      continue;
    }
    const tells = reading.sure && !last;
    if (!direct && !tells && !isTrailing(form, clause, hit.end, bounds)) continue;
    found.push(attributionOf(text, hit, clause, hit.end, reading.phrase, content, bounds));
    floor = hit.end;
  }
  return found;
}

/** The document that states something (`公告显示`), where it is one that is quoted as a speaker is. */
function documentBefore(text: string, form: string, clause: number, cue: number): SpeakerPhrase | null {
  const span = speakingDocument(form, clause, cue);
  return span && phraseOf('described', text.slice(span.start, span.end));
}

/** `通报称`: the cue holds the document, and nobody stands before it. */
function documentInCue(text: string, form: string, clause: number, { start, end }: Hit<Cue>): SpeakerPhrase | null {
  if (form[end - 1] !== '称' || end - start < 3) return null;
  const span = speakingDocument(form, clause, end - 1);
  return span && span.end === end - 1 ? phraseOf('described', text.slice(span.start, span.end)) : null;
}

function clauseStart(form: string, floor: number, cue: number): number {
  let clause = cue;
  while (clause > floor && !isClauseEnd(form, clause - 1)) clause--;
  // The subject is a name in quotation marks.
  return form[clause - 1] === '“' && form.slice(clause, cue).includes('”') ? clause - 1 : clause;
}

function isClauseEnd(form: string, i: number): boolean {
  if (isClosingMark(form, i)) return !isHan(form.charCodeAt(i + 1));
  if (isOpeningMark(form, i)) return !isHan(form.charCodeAt(i - 1));
  return endsClause(form, i);
}

/** `他说的话`, `宣布了计划`: the cue has an object or describes a noun. */
function isRelative(form: string, end: number): boolean {
  if (form[end] === '的') return form[end + 1] !== '是';
  return form[end] === '了' && end + 1 < form.length && !introducesAfterLe(form, end + 1);
}

/** `“…”小军说。`: nothing but a subject and a verb behind a quotation, which makes anybody the speaker. */
const isTrailing = (form: string, clause: number, end: number, { opening, start, end: to }: Bounds): boolean =>
  opening && clause === start && (end >= to || '。!?'.includes(form.charAt(end)));

/** Longest aside between dashes (`彭越——这家店的店主——低声说`). */
const longestAside = 40;

function readBeforeDashes(text: string, form: string, floor: number, clause: number): SpeakerReading | null {
  if (form[clause - 1] !== '—' || clause - floor < 6) return null;
  const from = Math.max(floor, clause - longestAside);
  const dash = form.slice(from, clause - 2).indexOf('—');
  if (dash < 0) return null;
  let start = from + dash;
  while (start > from && !isClauseEnd(form, start - 1)) start--;
  return readHanSpeaker(text, form, start, from + dash);
}

/** Ends of a clause that only dates another (X宣布融资后，…). */
const timeEndings = buildEndings(wordList('时 后 前 之后 之前 之际 前一天 当天 以来 期间 的时候 的消息'));

function isTimeClause(form: string, from: number, to: number): boolean {
  let end = from;
  while (end < to && end < from + 40 && !endsTimeClause(form, end)) end++;
  if (form[end] !== ',') return false;
  return (
    endingAt(timeEndings, form, end, from) !== null &&
    !form.startsWith('此前', end - 2) &&
    !form.startsWith('目前', end - 2)
  );
}

/** Objects that stand between a cue and what is said (告诉记者，…). */
const objects = wordList('记者 媒体 我们 本报 大家 自己 外界 我 他 她 对方 路透社 法新社 新华社');

/** Longest name of a paper that is told something (告诉《后厂村7号》). */
const longestTitle = 24;

function contentAfter(form: string, hit: Hit<Cue>, end: number): number {
  let i = hit.end;
  for (const object of objects) {
    if (form.startsWith(object, i) && followsObject(form, i + object.length)) i += object.length;
  }
  const title = form[i] === '《' ? form.slice(i, i + longestTitle).indexOf('》') : -1;
  if (title > 0) i += title + 1;
  while (i < end && leadsIntoContent(form, i)) i++;
  return i;
}
