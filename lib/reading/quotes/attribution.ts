/**
 * An attribution: a cue with its subject (`小冰CEO李笛直言`, `said Jane Doe`) and what it reports. Invariants: it lies within
 * one sentence; `contentStart`–`contentEnd` is the reported clause without closing punctuation, empty where only a
 * quotation follows. attributions.ts finds attributions.
 */

import type { Speaker, SpeakerPhrase } from '#lib/reading/speakers/speaker';
import type { Hit } from '#lib/text/lexicon';
import { trimStatement } from '#lib/text/sentences';
import type { Cue } from './cues';

export interface Attribution {
  /** From the subject to the end of the cue, or from an inverted cue to the end of its subject. */
  start: number;
  end: number;
  /** Where the subject begins with what somebody is (`Mayor Lena Voss`): at `start` or before it. */
  lead: number;
  cueStart: number;
  cueEnd: number;
  cue: string;
  manner: Cue['manner'];
  /** Null where a document says it (`数据显示`). */
  phrase: SpeakerPhrase | null;
  /** Whom the phrase stands for; null until the article has been read up to it, and where it stands for nobody. */
  speaker: Speaker | null;
  contentStart: number;
  contentEnd: number;
  /** Bounds of the sentence it stands in. */
  sentenceStart: number;
  sentenceEnd: number;
}

/** The sentence in which to look for an attribution. */
export interface Bounds {
  start: number;
  end: number;
  /** Start of the sentence with its leading punctuation. */
  from: number;
  /** True if a quotation ends right before the sentence. */
  opening: boolean;
}

/** Makes an attribution; `content` is the span of the reported clause with its punctuation. */
export function attributionOf(
  text: string,
  hit: Hit<Cue>,
  start: number,
  end: number,
  phrase: SpeakerPhrase | null,
  content: [number, number],
  bounds: Bounds,
): Attribution {
  const [from, to] = content;
  const { start: contentStart, end: contentEnd } = trimStatement(text, from, Math.max(from, to));
  return {
    start,
    end,
    lead: start,
    cueStart: hit.start,
    cueEnd: hit.end,
    cue: text.slice(hit.start, hit.end),
    manner: hit.value.manner,
    phrase,
    speaker: null,
    contentStart,
    contentEnd,
    sentenceStart: bounds.start,
    sentenceEnd: bounds.end,
  };
}
