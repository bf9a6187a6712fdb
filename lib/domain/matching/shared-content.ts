/**
 * What two claims speak of in common: concepts, names across scripts, words. Invariants: shares lie between 0 and 1; the
 * result does not depend on which claim came first; figures and dates are not counted here (agreement.ts).
 */

import { isHan } from '#lib/text/forms/folded';
import type { ClaimFacts } from './claim-reading';
import { type ConceptKind, conceptKey } from './news-lexicon';
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

/** A feature of a claim: matched by its key, or by what stands for it. */
interface Feature {
  keys: string[];
  /** What it stands for. */
  also: readonly string[];
  weight: number;
  kind: ConceptKind | 'name' | 'word' | 'pair';
  label: string;
}

/** How rare a key is, from 0 to 1; 1 for each where no pool tells. */
export type Rarity = (key: string) => number;

export interface SharedContent {
  /** The share of each claim's weight that the other has too. */
  ofA: number;
  ofB: number;
  /** Weight that both have, by which a match of many words counts more than one of two. */
  weight: number;
  /** Names that each has and the other lacks although it has others of the kind. */
  namesInConflict: string[];
  /** How many names (persons, bodies, companies, unknown ones) both have. */
  sharedNames: number;
  sharedTerms: number;
  /** Whether each measures something of a kind of its own: what is built is not what is sold. */
  hasOtherMeasure: boolean;
  /** Whether the two are in two languages, share no name, and one has a name that the lexicon does not know. */
  hasStrangeName: boolean;
  /** Terms that each has and the other lacks: the smaller count. */
  strayTerms: number;
  /** Labels of what is shared, the weightiest first, each once. */
  labels: string[];
}

function featuresOf(reading: ClaimFacts, isForeign: boolean, rarity: Rarity): Feature[] {
  const features = new Map<string, Feature>();
  const share = isForeign ? foreignShare : 1;
  const add = (key: string, feature: Feature): void => {
    if (!features.has(key)) features.set(key, { ...feature, weight: feature.weight * rarity(key) });
  };
  for (const { concept, start, end } of reading.concepts) {
    const { key, kind } = concept;
    add(key, {
      keys: [key],
      also: concept.also,
      weight: weights[kind],
      kind,
      label: reading.form.slice(start, end) || key,
    });
  }
  const covered = new Uint8Array(reading.form.length);
  for (const { start, end } of reading.concepts) covered.fill(1, start, end);
  const names = new Map(reading.names.filter(({ isHan }) => !isHan).map((name) => [name.text, name]));
  for (const { start, written, stem } of reading.words) {
    if (stopWords.has(stem) || covered[start] === 1) continue;
    const name = names.get(written.toLowerCase());
    if (name?.isName)
      add(stem, { keys: [stem, ...name.keys], also: [], weight: nameWeight, kind: 'name', label: written });
    else if (name && isForeign) {
      add(stem, {
        keys: [stem, ...name.keys],
        also: [],
        weight: nameWeight * foreignShare,
        kind: 'word',
        label: written,
      });
    } else add(stem, { keys: [stem], also: [], weight: wordWeight * share, kind: 'word', label: written });
  }
  for (const { text, keys, isHan } of reading.names) {
    if (!isHan) continue;
    if (isForeign) {
      // A run holds a name and other words: it is one feature, found by the name in it.
      add(text, { keys, also: [], weight: nameWeight * foreignShare, kind: 'name', label: text });
    } else {
      for (let i = 0; i + 1 < text.length; i++) {
        const pair = text.slice(i, i + 2);
        add(pair, { keys: [pair], also: [], weight: pairWeight, kind: 'pair', label: pair });
      }
    }
  }
  return [...features.values()];
}

/** Kinds whose members exclude each other: a claim about one of two banks is not one about the other. */
const exclusive: ReadonlySet<string> = new Set(['country', 'city', 'person', 'company', 'body']);

const namesAndExclusive: ReadonlySet<string> = new Set([...exclusive, 'name']);

/** Compares what two claims speak of. `rarity` tells how rare a word is where a pool is known. */
export function shareContent(a: ClaimFacts, b: ClaimFacts, rarity: Rarity = () => 1): SharedContent {
  const isForeign = a.isChinese !== b.isChinese;
  const [as, bs] = [featuresOf(a, isForeign, rarity), featuresOf(b, isForeign, rarity)];
  const [inA, inB] = [keysOf(as), keysOf(bs)];
  const [left, right] = [measure(as, inB, associationsOf(b)), measure(bs, inA, associationsOf(a))];
  return {
    ofA: left.share,
    ofB: right.share,
    weight: Math.min(left.weight, right.weight),
    namesInConflict: conflicts(left.missing, right.missing, isForeign),
    hasStrangeName:
      isForeign &&
      left.names === 0 &&
      [...left.missing, ...right.missing].some(
        ({ kind, keys: [key = ''] }) => kind === 'name' && !isHan(key.charCodeAt(0)),
      ),
    strayTerms: Math.min(countTerms(left.missing), countTerms(right.missing)),
    sharedNames: Math.min(left.names, right.names),
    sharedTerms: Math.min(left.terms, right.terms),
    hasOtherMeasure: haveOtherMeasures(a, b),
    labels: left.labels,
  };
}

const keysOf = (features: Feature[]): Set<string> => new Set(features.flatMap(({ keys }) => keys));

const associationsOf = ({ concepts }: ClaimFacts): Set<string> =>
  new Set(concepts.flatMap(({ concept }) => concept.also));

/** What an association is worth beside the word itself. */
const associationShare = 0.6;

function measure(features: Feature[], keys: Set<string>, others: Set<string>) {
  let [shared, total, names, terms] = [0, 0, 0, 0];
  const labels: [string, number][] = [];
  const missing: Feature[] = [];
  for (const feature of features) {
    const { weight, kind } = feature;
    total += weight;
    const isShared = feature.keys.some((key) => keys.has(key));
    const isMeant = feature.keys.some((key) => others.has(key)) || feature.also.some((key) => keys.has(key));
    if (!isShared && !isMeant) {
      missing.push(feature);
      continue;
    }
    shared += isShared ? weight : weight * associationShare;
    // A name at the beginning of a sentence is known by its sound in the other script.
    const isHeard = feature.keys.some((key) => (key.startsWith('0s') || key.startsWith('0y')) && keys.has(key));
    if (exclusive.has(kind) || kind === 'name' || isHeard) names++;
    if (kind === 'term') terms++;
    labels.push([feature.label, weight]);
  }
  labels.sort((one, other) => other[1] - one[1]);
  const share = total === 0 ? 0 : shared / total;
  return { share, weight: shared, names, terms, missing, labels: labels.map(([label]) => label) };
}

const countTerms = (features: Feature[]): number => features.filter(({ kind }) => kind === 'term').length;

/** Terms that exclude each other within a line: what is built, sold and shipped are three figures, mpox is not measles. */
const lines = [
  'produce sell deliver ship installedcapacity energystorage order',
  'revenue netprofit loss marketvalue capitalexpenditure buyback dividend',
  'cpm cpc',
  'popularvote electoralvote seat vote*',
  'monthlyactiveuser dailyactiveuser weeklyactiveuser',
  'layoff hire strike headcount*',
  'goldmedal silvermedal bronzemedal medal*',
  'birth die marriage population*',
  'windpower solar nuclearpower hydropower coalfired',
  'covid mpox ebola malaria measles flu hiv tuberculosis cholera dengue chikungunya cancer diabetes',
  'gaokao postgraduateentranceexam zhongkao civilserviceexam',
  'deposit mortgage reserverequirement loanprimerate stampduty',
  'seriesa seriesb seriesc ipo',
  'football basketball tennis tabletennis badminton volleyball swimming athletics',
  'gold silver copper lithium crude coal gas',
  'pilot cabincrew driver doctor nurse teacher',
  'flood earthquake typhoon landslide drought',
  'fine lawyerbill settle',
].map((names) => {
  // A general term (`*`) gives way to a special one of its line.
  const all = names.split(' ');
  const general = all.filter((name) => name.endsWith('*')).map((name) => conceptKey(name.slice(0, -1)));
  return { special: new Set(all.filter((name) => !name.endsWith('*')).map(conceptKey)), general: new Set(general) };
});

function haveOtherMeasures(a: ClaimFacts, b: ClaimFacts): boolean {
  return lines.some((line) => {
    const own = measuredIn(a, line);
    const other = measuredIn(b, line);
    return own.size > 0 && other.size > 0 && ![...own].some((key) => other.has(key));
  });
}

function measuredIn({ concepts }: ClaimFacts, line: (typeof lines)[number]): Set<string> {
  const of = (keys: Set<string>): Set<string> =>
    new Set(concepts.flatMap(({ concept }) => (keys.has(concept.key) ? [concept.key] : [])));
  const special = of(line.special);
  return special.size > 0 ? special : of(line.general);
}

/** Names of one kind that each claim has and the other lacks. */
function conflicts(as: Feature[], bs: Feature[], isForeign: boolean): string[] {
  const kinds = new Set(bs.map(({ kind }) => kind));
  const names = isForeign ? exclusive : namesAndExclusive;
  // An unknown name excludes any name but a country's, which stands beside others.
  const hasOther = [...kinds].some((kind) => kind !== 'country' && names.has(kind));
  return as
    .filter(({ kind }) => (names.has(kind) && kinds.has(kind)) || (kind === 'name' && !isForeign && hasOther))
    .map(({ label }) => label);
}
