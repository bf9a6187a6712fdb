/**
 * Attributions in an English sentence: `X said (that) …`, `“…,” said X`, `according to X, …`. Invariants: attributions
 * are in order; each cue has at most one subject. Skipped: cues used as nouns (a report, in reports), passives (is said
 * to be) and participles that only continue (…, adding that …).
 */

import { longestReach, readClauseSubject, readSubjectAfter, readSubjectBefore } from '#lib/reading/speakers/english';
import type { SpeakerReading } from '#lib/reading/speakers/speaker';
import { oneOf } from '#lib/text/forms/folded';
import { type Hit, wordList } from '#lib/text/lexicon';
import { type Attribution, attributionOf, type Bounds } from './attribution';
import type { Cue } from './cues';
import { isHeadline } from './shape';

/** Finds the attributions of one sentence among its cues. */
export function inEnglish(text: string, form: string, cues: Hit<Cue>[], bounds: Bounds): Attribution[] {
  const found: Attribution[] = [];
  for (const hit of cues) {
    if (form.startsWith('read', hit.start) && !endsInWriting.test(form.slice(bounds.start, hit.start))) continue;
    const attribution =
      purposeAt(text, form, hit, bounds) ??
      (isNoun(text, form, hit, bounds.start, bounds.end) ? null : attributionAt(text, form, hit, bounds, found.at(-1)));
    if (attribution) found.push(attribution);
  }
  return found;
}

/** What reads to others (`the tweet read: “…”`); people read what others wrote. */
const endsInWriting = /\b(?:caption|e-?mail|letter|memo|message|note|petition|post|statement|tweet)s? $/;

/** How far before `to` a name can begin (`only for Jane Doe to tweet`). */
const purposeReach = 40;

/** `only for Cole to tweet that`: the name between `for` and `to` is who says it. */
function purposeAt(text: string, form: string, hit: Hit<Cue>, bounds: Bounds): Attribution | null {
  if (!form.startsWith('to ', hit.start - 3)) return null;
  const from = Math.max(bounds.start, hit.start - purposeReach);
  const before = form.slice(from, hit.start - 3);
  const lead = /(?:^| )(?:for|to|on|by) (?=[^ ]+(?: [^ ]+)? $)/.exec(before);
  if (!lead) return null;
  const start = from + lead.index + lead[0].length;
  const reading = readSubjectBefore(text, form, start, hit.start - 3);
  if (!reading?.sure || reading.phrase.form !== 'person') return null;
  return attributionOf(text, hit, start, hit.end, reading.phrase, englishContent(form, hit, bounds), bounds);
}

function attributionAt(
  text: string,
  form: string,
  hit: Hit<Cue>,
  bounds: Bounds,
  last: Attribution | undefined,
): Attribution | null {
  const { manner } = hit.value;
  const follows = followsQuote(form, hit, bounds);
  const before = manner === 'according' ? null : readSubjectBefore(text, form, last?.end ?? bounds.start, hit.start);
  if (before && !follows && accepts(form, hit, before, bounds, last)) {
    const phrase = manner === 'show' && !before.sure ? null : before.phrase;
    const start = subjectStart(before, text, hit, bounds);
    const told = attributionOf(text, hit, start, hit.end, phrase, englishContent(form, hit, bounds), bounds);
    return { ...told, lead: leadStart(text, start, before) };
  }
  if (manner === 'according' || follows || trails(form, hit, bounds)) {
    const after = readSubjectAfter(text, form, hit.end, bounds.end);
    if (!after && manner !== 'according') return null;
    const end = after ? endOfPhrase(text, after, hit.end) : hit.end;
    let content: [number, number] = [afterComma(form, end, bounds.end), bounds.end];
    if (follows) content = [hit.start, hit.start];
    else if (hit.start - bounds.start > 3) content = [bounds.start, hit.start];
    return attributionOf(text, hit, hit.start, end, after?.phrase ?? null, content, bounds);
  }
  if (isParticiple(form, hit) && !last && before?.phrase.form !== 'person') {
    // `released a statement saying`: the subject of the clause says it.
    const subject = readClauseSubject(text, form, bounds.start, hit.start);
    if (subject)
      return attributionOf(text, hit, hit.start, hit.end, subject.phrase, englishContent(form, hit, bounds), bounds);
  }
  if (!before && !last && hit.value.firm && introduces(form.slice(hit.end, hit.end + 3).trimStart(), 0)) {
    // `took her arm and in a whisper said, “…”`
    const subject = readClauseSubject(text, form, bounds.start, hit.start);
    if (subject) return attributionOf(text, hit, hit.start, hit.end, subject.phrase, [hit.end, bounds.end], bounds);
  }
  if (before || last || !documentCues.has(manner) || !endsInDocument(form, bounds.start, hit.start)) return null;
  return attributionOf(text, hit, hit.start, hit.end, null, englishContent(form, hit, bounds), bounds);
}

const documentCues = new Set<Cue['manner']>(['show', 'say', 'forecast']);
const documents = wordList(`
    report study data survey research figures statistics poll analysis documents records paper studies results
    findings lawsuit filing statement memo review audit census
  `);

const endsInDocument = (form: string, from: number, to: number): boolean => {
  const before = form.slice(Math.max(from, to - 80), to).trimEnd();
  return documents.some(
    (word) =>
      before.endsWith(word) ||
      before.includes(`${word} published`) ||
      before.includes(`${word} released`) ||
      before.includes(`${word} by`) ||
      before.includes(`${word} from`),
  );
};

/** Determiners and prepositions after which a cue is a noun (`a report`, `in reports`), and `to` (`to say`). */
const beforeNoun = new Set(
  wordList(`
    the a an this that these those its his her their our my some any no in of for to by with from such new
    recent latest annual earlier and or not without after before on more further be been being is are was were
    would-be can could will would should may might must let
  `),
);
/** Past forms are verbs even after these. */
const auxiliaries = new Set(wordList('and or not also will would can could may might must should'));
const passive = new Set(wordList('is are was were be been being'));

function isNoun(text: string, form: string, hit: Hit<Cue>, floor: number, end: number): boolean {
  if (hit.value.manner === 'according') return false;
  const capital = text.charCodeAt(hit.start) !== form.charCodeAt(hit.start);
  if (capital && hit.start > floor && !isHeadline(text, floor, end)) return true;
  let to = hit.start;
  while (to > floor && form[to - 1] === ' ') to--;
  let start = to;
  while (start > floor && start > to - 16 && form[start - 1] !== ' ') start--;
  const word = form.slice(start, to);
  const cue = form.slice(hit.start, hit.end);
  if (cue === 'said' || cue === 'told' || cue === 'says') return passive.has(word);
  if (auxiliaries.has(word)) return word === 'not' || !hit.value.firm;
  return beforeNoun.has(word) || word.endsWith("'s") || word.endsWith("s'");
}

const isPause = oneOf(' ,—–-');
const precedesTrailing = oneOf(',"”');
const introduces = oneOf(':,"“\'');

/** True if only a pause lies between the quotation before and the cue: `…,” said X`. */
function followsQuote(form: string, hit: Hit<Cue>, { opening, from }: Bounds): boolean {
  if (!opening) return false;
  for (let i = from; i < hit.start; i++) if (!isPause(form, i)) return false;
  return true;
}

/** A participle only goes on from another verb (`…, adding that …`). */
const isParticiple = (form: string, { start, end }: Hit<Cue>): boolean => form.slice(start, end).endsWith('ing');

/** `The plan will fail, said Jane Doe.` */
function trails(form: string, hit: Hit<Cue>, bounds: Bounds): boolean {
  if (!hit.value.firm || hit.start === bounds.start || isParticiple(form, hit)) return false;
  let i = hit.start - 1;
  while (form[i] === ' ') i--;
  return precedesTrailing(form, i);
}

function accepts(
  form: string,
  hit: Hit<Cue>,
  { phrase }: SpeakerReading,
  bounds: Bounds,
  last: Attribution | undefined,
): boolean {
  const { manner, firm } = hit.value;
  if (isParticiple(form, hit)) {
    const before = form.slice(Math.max(bounds.start, hit.start - 8), hit.start);
    const own =
      phrase.form === 'person' && withSubject.test(form.slice(Math.max(bounds.start, hit.start - 80), hit.start));
    if (last || !(/(was|is|been|as) $/.test(before) || own)) return false;
  }
  if (firm) return true;
  const rest = form.slice(hit.end, Math.min(bounds.end, hit.end + 24)).trimStart();
  if (endsQuotation.test(form.slice(Math.max(bounds.start, hit.start - 60), hit.start))) return true;
  if (rest === '' || introduces(rest, 0) || rest.startsWith('that ') || rest.startsWith('to reporters')) return true;
  return bounds.opening || manner === 'label' || manner === 'view' || manner === 'forecast' || manner === 'show';
}

/** A quotation that ended a few words before (`“absent,” the regulator wrote in its letter`). */
const endsQuotation = /[,.?!]["”'’] [^"”,]*$/;

/** `with spokesman Ian Wood saying`: the participle has a subject of its own. */
const withSubject = /(?:^|, )with [^,]*$/;

function subjectStart(reading: SpeakerReading, text: string, hit: Hit<Cue>, bounds: Bounds): number {
  const from = Math.max(bounds.start, hit.start - longestReach);
  const at = text.slice(from, hit.start).lastIndexOf(reading.phrase.name);
  return at >= 0 ? from + at : Math.max(bounds.start, hit.start - 3);
}

/** Where what somebody is begins, before the name at `start` (`Acme chief executive Jo Lind`). */
function leadStart(text: string, start: number, { phrase }: SpeakerReading): number {
  let lead = start;
  for (const held of [phrase.role, phrase.organisation])
    if (held && text.startsWith(`${held} `, lead - held.length - 1)) lead -= held.length + 1;
  return lead;
}

function endOfPhrase(text: string, reading: SpeakerReading, from: number): number {
  const at = text.slice(from, from + longestReach).indexOf(reading.phrase.name);
  return at >= 0 ? from + at + reading.phrase.name.length : from;
}

function afterComma(form: string, from: number, to: number): number {
  for (let i = from; i < to && i < from + 120; i++) if (form[i] === ',') return i + 1;
  return from;
}

/**
 * After the cue, its object (`told reporters on Monday`) and `that`; for a trailing attribution, the clause before
 * it.
 */
function englishContent(form: string, hit: Hit<Cue>, bounds: Bounds): [number, number] {
  const near = form.slice(hit.end, Math.min(bounds.end, hit.end + 90));
  const that = near.indexOf(' that ');
  if (that >= 0 && that < 70) return [hit.end + that + 6, bounds.end];
  if (near.trim() === '' && form[bounds.end] !== '.') return [bounds.end, bounds.end];
  if (near.trim() === '') {
    let end = hit.start;
    while (end > bounds.start && form[end - 1] !== ',') end--;
    return end > bounds.start + 8 ? [bounds.start, end - 1] : [bounds.end, bounds.end];
  }
  // `said at a news conference`: where it was said, not what.
  return circumstance.test(near) ? [bounds.end, bounds.end] : [hit.end, bounds.end];
}

const circumstance = /^ (at|in|on|during|after|before|to|of|when|while|about|via|as|for|with|by) /;
