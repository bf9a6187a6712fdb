/**
 * Finds attributions in the text outside quotations, sentence by sentence, in Chinese or English, and labels before a
 * colon. Invariant: attributions are in order; at most a dozen cues are read per sentence. Pronouns are resolved
 * elsewhere (page.ts).
 */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { readSubjectBefore } from '#lib/reading/speakers/english';
import type { SpeakerReading } from '#lib/reading/speakers/speaker';
import { oneOf } from '#lib/text/forms/folded';
import type { Hit } from '#lib/text/lexicon';
import type { Sentence } from '#lib/text/sentences';
import { type Attribution, attributionOf, type Bounds } from './attribution';
import { inHan } from './chinese';
import { type Cue, cuesIn } from './cues';
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
      if (cue.start >= start && own.length < mostCues) own.push(cue);
    }
    const bounds = { start, end, from, opening };
    const spoken = own.length === 0 ? [] : han ? inHan(text, form, own, bounds) : inEnglish(text, form, own, bounds);
    if (spoken.length > 0) found.push(...spoken);
    else {
      const label = atColon(text, form, bounds, han);
      if (label) found.push(label);
    }
    opening = false;
    from = end;
  }
  return found;
}

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
  const reading = han ? readHanSpeaker(text, form, start, colon) : readSubjectBefore(text, form, start, colon);
  if (!reading?.sure || reading.phrase.form === 'reference' || (han && !coversLabel(reading, colon - start)))
    return null;
  const hit = { start: colon, end: colon, value: { manner: 'say' as const, firm: true } };
  return attributionOf(text, hit, start, colon, reading.phrase, [colon, colon], bounds);
}

/** True if a label is hardly longer than the speaker it names: `中国队3比0：“…”` names nobody. */
const coversLabel = ({ phrase }: SpeakerReading, length: number): boolean =>
  phrase.name.length + (phrase.role?.length ?? 0) + (phrase.organisation?.length ?? 0) >= length - 3;
