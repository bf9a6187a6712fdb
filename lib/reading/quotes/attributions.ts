/**
 * Finds attributions in the text outside quotations, sentence by sentence, in Chinese or English, and labels before a
 * colon. Invariant: attributions are in order; at most a dozen cues are read per sentence. Pronouns are resolved
 * elsewhere (page.ts).
 */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { readClauseSubject, readOpening, readSubjectAfter, readSubjectBefore } from '#lib/reading/speakers/english';
import type { SpeakerReading } from '#lib/reading/speakers/speaker';
import { oneOf } from '#lib/text/forms/folded';
import { buildWordSet, type Hit, latinEnd, wordsIn } from '#lib/text/lexicon';
import type { Sentence } from '#lib/text/sentences';
import { type Attribution, attributionOf, type Bounds } from './attribution';
import { inHan } from './chinese';
import { type Cue, cuesIn, gestures } from './cues';
import { inEnglish } from './english';

/** Cues read in one sentence: the first that fits is the main verb, a few may fail before it. */
const mostCues = 12;

/** A stretch of a paragraph that lies outside speech. */
export interface Stretch {
  from: number;
  to: number;
  sentences: Sentence[];
  /** True if a quotation ends where it begins. */
  afterQuote: boolean;
}

/** Finds the attributions in a stretch of a paragraph, which is given in plain and in reading form. */
export function findAttributions(text: string, form: string, stretch: Stretch, han: boolean): Attribution[] {
  const found: Attribution[] = [];
  const cues = cuesIn(form, stretch.from, stretch.to, han);
  let next = 0;
  let opening = stretch.afterQuote;
  let { from } = stretch;
  for (const { start, end } of stretch.sentences) {
    const own: Hit<Cue>[] = [];
    for (let cue = cues[next]; cue && cue.start < end; cue = cues[++next]) {
      if (own.length < mostCues) own.push(cue);
    }
    const bounds = { start, end, from, opening };
    const spoken = han ? inHan(text, form, own, bounds) : inEnglish(text, form, own, bounds);
    if (spoken.length > 0) found.push(...spoken);
    else {
      const label =
        atColon(text, form, bounds, han) ??
        (han ? besideHanQuote(text, form, bounds) : besideQuote(text, form, bounds));
      if (label) found.push(label);
    }
    opening = false;
    from = end;
  }
  return found;
}

/** What stands in place of a cue where there is none: a colon, a dash, a gesture. */
const unspoken: Cue = { manner: 'say', firm: true };

/** Longest name and role before a colon (`苹果CEO库克：“…”`). */
const longestLabel = 30;

const opensQuotation = oneOf('“「『"‘');

/** `孙正义：“…”`, `Smith: “…”`: a name and a colon before a quotation, without a verb. */
function atColon(text: string, form: string, bounds: Bounds, han: boolean): Attribution | null {
  const { start, end } = bounds;
  const limit = Math.min(end, start + longestLabel - 1);
  let colon = start;
  while (colon <= limit && form.charCodeAt(colon) !== 58) colon++;
  if (colon > limit) return null;
  if (!opensQuotation(form, form[colon + 1] === ' ' ? colon + 2 : colon + 1)) return null;
  const reading = han
    ? readHanSpeaker(text, form, start, colon)
    : (readOpening(text, form, start, colon) ?? readSubjectBefore(text, form, start, colon));
  if (!reading?.sure || reading.phrase.form === 'reference' || (han && !coversLabel(reading, colon - start)))
    return null;
  const hit = { start: colon, end: colon, value: unspoken };
  return attributionOf(text, hit, start, colon, reading.phrase, [colon, colon], bounds);
}

const gestureWords = buildWordSet(gestures);

/** How far behind a quotation a gesture can stand, with the name before it. */
const gestureReach = 24;

/** `“可以。”王芳点了点头。`: who does something right after the words has said them. */
function besideHanQuote(text: string, form: string, bounds: Bounds): Attribution | null {
  const { start, end, opening } = bounds;
  const [gesture] = opening ? wordsIn(gestureWords, form, start, Math.min(end, start + gestureReach)) : [];
  const reading = gesture ? readHanSpeaker(text, form, start, gesture.start) : null;
  if (!gesture || !reading?.sure) return null;
  const { form: kind } = reading.phrase;
  // A passer-by is nobody else's subject only where the sentence is over with the gesture (`一位家长不解。`).
  const isAlone = kind === 'described' && end - gesture.end <= 1;
  if (kind !== 'person' && kind !== 'pronoun' && !isAlone) return null;
  const hit = { start: gesture.start, end: gesture.end, value: unspoken };
  return attributionOf(text, hit, start, gesture.end, reading.phrase, [gesture.end, gesture.end], bounds);
}

/** Longest name with its role after a dash or colon. */
const longestSignature = 60;

const dashes = oneOf('—–―-:');
const isVerb = /^[a-z]{3,}(?:ed|s)$/;

/**
 * English speech without a known cue: a verb and a name after a quotation (`…,” shrugged Jane Doe`), a name after a dash
 * or colon (`…” – Jane Doe`), and a clause that ends in a colon before a quotation (`Doe hit out in a post: “…”`).
 */
function besideQuote(text: string, form: string, bounds: Bounds): Attribution | null {
  const { start, end, from, opening } = bounds;
  const make = (at: number, cueEnd: number, stop: number, reading: SpeakerReading | null): Attribution | null =>
    reading?.sure && (reading.phrase.form === 'person' || reading.phrase.form === 'pronoun')
      ? attributionOf(text, { start: at, end: cueEnd, value: unspoken }, at, stop, reading.phrase, [at, at], bounds)
      : null;
  if (opening) {
    const first = form.slice(start, latinEnd(form, start));
    const isLower = text.startsWith(first, start);
    const after = start + first.length + 1;
    if (isLower && isVerb.test(first) && text.charCodeAt(after) !== form.charCodeAt(after))
      return make(start, after - 1, after, readSubjectAfter(text, form, after, end));
    let mark = from;
    while (mark < start && form[mark] === ' ') mark++;
    if (dashes(form, mark) && end - start <= longestSignature)
      return make(start, start, start, readSubjectAfter(text, form, start, end));
  }
  const colon = form.indexOf(':', end - 1);
  if (colon < 0 || colon > end + 1 || !opensQuotation(form, form[colon + 1] === ' ' ? colon + 2 : colon + 1))
    return null;
  return make(colon, colon, colon, readClauseSubject(text, form, start, end));
}

/** True if a label is hardly longer than the speaker it names: `中国队3比0：“…”` names nobody. */
const coversLabel = ({ phrase }: SpeakerReading, length: number): boolean =>
  phrase.name.length + (phrase.role?.length ?? 0) + (phrase.organisation?.length ?? 0) >= length - 3;
