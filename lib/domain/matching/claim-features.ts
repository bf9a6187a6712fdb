/**
 * The features by which two claims are compared: concepts, names with their keys across scripts, words, Han pairs. Invariant:
 * a feature is in a claim once, at its first place. Made once for a claim and kept as long as its reading.
 */

import type { Span } from '#lib/text/span';
import type { ClaimFacts, UnknownName } from './claim-reading';
import type { LatinWord } from './latin-words';
import type { ConceptKind } from './news-lexicon';
import { stopWords } from './stop-words';

/** What a concept counts by its kind: a name says more of what a claim is about than a verb of change. */
const weights: Record<ConceptKind, number> = {
  person: 2.4,
  company: 2.4,
  body: 2,
  city: 1.6,
  country: 1.4,
  term: 1.3,
  act: 0.5,
};

/** A name that the lexicon does not know, a plain word, and a pair of Han characters. */
const nameWeight = 2.2;
const wordWeight = 1;
const pairWeight = 0.55;

/** A word of the one language can hardly be met in the other. */
const foreignShare = 0.3;

/** A feature of a claim: matched by its keys, or by what stands for it. */
export interface Feature {
  keys: string[];
  /** Keys of what it stands for. */
  also: readonly string[];
  weight: number;
  kind: ConceptKind | 'name' | 'word' | 'pair';
  place: Span;
  /** Whether it is no sure name, yet stands where a sentence or a company's name has one. */
  isSubject: boolean;
}

/** What follows the name that a sentence begins with: another capital, or a verb of one who has, says or sells. */
const subjectBefore =
  /^(?:\p{Lu}\p{Ll}|(?:has|had|will|said|says|sold|sells|employs|employed|plans|made|makes|earned|raised|paid|reported|built)\b)/u;

/** Endings of words that are hardly a name: `Scientists`, `Attendance`, `Chinese`. */
const ordinary = /(?:[^s]s|tion|ment|ness|ity|ance|ence|ism|ing|ist|ian|ish|ese|man|woman|er|ator|actor|al|ed|ly)$/;

/** A company's name in Han, by what such names end with. */
const company =
  /(?<=^|[^\u4e00-\u9fff]|[年月日由被对与和在向的])([\u4e00-\u9fff]{2,4}?)(?:科技|集团|能源|药业|乳业|化工|矿业|重工|钢铁|证券|航空|地产|出行|电子|制药|生物|软件|传媒|食品|医药)/g;

export interface ClaimFeatures {
  features: Feature[];
  keys: ReadonlySet<string>;
  /** Keys of what any of its concepts stands for. */
  associations: ReadonlySet<string>;
}

/** By whether the other claim is in the other language. */
const known = { own: new WeakMap<ClaimFacts, ClaimFeatures>(), foreign: new WeakMap<ClaimFacts, ClaimFeatures>() };

/** The features of a claim beside one in its own language or, where `isForeign`, in the other. */
export function featuresOf(claim: ClaimFacts, isForeign: boolean): ClaimFeatures {
  const table = isForeign ? known.foreign : known.own;
  const made = table.get(claim);
  if (made) return made;
  const features = readFeatures(claim, isForeign);
  const own = {
    features,
    keys: new Set(features.flatMap(({ keys }) => keys)),
    associations: new Set(claim.concepts.flatMap(({ concept }) => concept.also)),
  };
  table.set(claim, own);
  return own;
}

function readFeatures({ form, concepts, words, names, figures }: ClaimFacts, isForeign: boolean): Feature[] {
  const features = new Map<string, Feature>();
  const add = (key: string, kind: Feature['kind'], weight: number, place: Span, more: Partial<Feature> = {}): void => {
    if (features.has(key)) return;
    const { keys = [key], also = [], isSubject = false } = more;
    features.set(key, { keys, also, weight, kind, place: { start: place.start, end: place.end }, isSubject });
  };
  const covered = new Uint8Array(form.length);
  for (const { concept, start, end } of concepts) {
    add(concept.key, concept.kind, weights[concept.kind], { start, end }, { also: concept.also });
    covered.fill(1, start, end);
  }
  for (const { start } of figures) covered[start] = 1;
  const latin = new Map(names.filter(({ isHan }) => !isHan).map((name) => [name.start, name]));
  for (const word of words) {
    const { start, stem } = word;
    if (stopWords.has(stem) || covered[start] === 1) continue;
    const name = latin.get(start);
    const keys = name ? [stem, ...name.keys] : [stem];
    if (name?.isName) add(stem, 'name', nameWeight, word, { keys });
    else if (name && isForeign) add(stem, 'word', nameWeight * foreignShare, word, { keys });
    else {
      const isSubject = name !== undefined && isLeading(name, words);
      add(stem, 'word', wordWeight * (isForeign ? foreignShare : 1), word, { isSubject });
    }
  }
  for (const name of names) {
    if (!name.isHan) continue;
    // Across languages a run that holds a name is one feature, found by the name in it.
    if (isForeign) add(name.text, 'name', nameWeight * foreignShare, name, { keys: name.keys });
    else addPairs(name.text, name.start, add);
  }
  for (const { 1: name = '' } of form.matchAll(company)) {
    const first = features.get(name.slice(0, 2));
    if (first?.kind === 'pair') first.isSubject = true;
  }
  return [...features.values()];
}

/** Whether a word that has its capital from its place is a name all the same. */
function isLeading({ text, start, end }: UnknownName, words: readonly LatinWord[]): boolean {
  const at = words.findIndex((word) => word.start === start);
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || next.start !== end + 1 || ordinary.test(text)) return false;
  return /^\p{Lu}/u.test(word.written) && subjectBefore.test(next.written);
}

function addPairs(run: string, start: number, add: (key: string, kind: 'pair', weight: number, place: Span) => void) {
  for (let i = 0; i + 1 < run.length; i++) {
    add(run.slice(i, i + 2), 'pair', pairWeight, { start: start + i, end: start + i + 2 });
  }
}
