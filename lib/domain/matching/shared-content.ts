/**
 * What two claims speak of in common: concepts, names across scripts, words. Invariants: shares lie between 0 and 1; but
 * for the labels the result does not depend on which claim came first; figures and dates are not counted here
 * (agreement.ts).
 */

import { isHan } from '#lib/text/forms/folded';
import type { Span } from '#lib/text/span';
import { type ClaimFeatures, type Feature, featuresOf } from './claim-features';
import type { ClaimFacts } from './claim-reading';
import { haveOtherMeasures } from './exclusive-terms';

/** How rare a key is, from 0 to 1; 1 for each where no pool tells. */
export type Rarity = (key: string) => number;

export interface SharedContent {
  /** The share of each claim's weight that the other has too. */
  ofA: number;
  ofB: number;
  /** How many names (persons, bodies, companies, unknown ones) both have. */
  sharedNames: number;
  sharedTerms: number;
  /** How many names one has and the other lacks although it has others of the kind. */
  otherNames: number;
  /** Their places in the first claim. */
  otherNamePlaces: Span[];
  /** Whether each measures something of a kind of its own: what is built is not what is sold. */
  hasOtherMeasure: boolean;
  /** Whether the two are in two languages, share no name, and one has a name that the lexicon does not know. */
  hasStrangeName: boolean;
  /** Terms that each has and the other lacks: the smaller count. */
  strayTerms: number;
  /** Places in the first claim of what is shared, the weightiest first. */
  shared: Span[];
}

/** Compares what two claims speak of. `rarity` tells how rare a word is where a pool is known. */
export function shareContent(a: ClaimFacts, b: ClaimFacts, rarity: Rarity = () => 1): SharedContent {
  const isForeign = a.isChinese !== b.isChinese;
  const [as, bs] = [featuresOf(a, isForeign), featuresOf(b, isForeign)];
  const [left, right] = [measure(as, bs, rarity), measure(bs, as, rarity)];
  const missing = [...left.missing, ...right.missing];
  return {
    ofA: left.share,
    ofB: right.share,
    sharedNames: Math.min(left.names, right.names),
    sharedTerms: Math.min(left.terms, right.terms),
    ...conflictsOf(left.missing, right.missing, isForeign),
    hasOtherMeasure: haveOtherMeasures(a, b),
    hasStrangeName: isForeign && Math.min(left.names, right.names) === 0 && missing.some(isLatinName),
    strayTerms: Math.min(countTerms(left.missing), countTerms(right.missing)),
    shared: left.shared.toSorted((one, other) => other.weight - one.weight).map(({ place }) => place),
  };
}

const isLatinName = ({ kind, keys: [key = ''] }: Feature): boolean => kind === 'name' && !isHan(key.charCodeAt(0));

const countTerms = (features: Feature[]): number => features.filter(({ kind }) => kind === 'term').length;

/** What an association is worth beside the word itself. */
const associationShare = 0.6;

/** Kinds whose members exclude each other: a claim about one of two banks is not one about the other. */
const exclusive: ReadonlySet<string> = new Set(['country', 'city', 'person', 'company', 'body']);
const namesAndExclusive: ReadonlySet<string> = new Set([...exclusive, 'name']);

interface Measured {
  share: number;
  names: number;
  terms: number;
  shared: Feature[];
  missing: Feature[];
}

function measure({ features }: ClaimFeatures, other: ClaimFeatures, rarity: Rarity): Measured {
  const measured: Measured = { share: 0, names: 0, terms: 0, shared: [], missing: [] };
  let [sum, total] = [0, 0];
  for (const feature of features) {
    const { keys, also, kind } = feature;
    const weight = feature.weight * rarity(keys[0] ?? '');
    total += weight;
    const isShared = keys.some((key) => other.keys.has(key));
    const isMeant = keys.some((key) => other.associations.has(key)) || also.some((key) => other.keys.has(key));
    if (!isShared && !isMeant) {
      measured.missing.push(feature);
      continue;
    }
    measured.shared.push(feature);
    sum += isShared ? weight : weight * associationShare;
    // A name at the beginning of a sentence is known by its sound in the other script.
    const isHeard = keys.some((key) => (key.startsWith('0s') || key.startsWith('0y')) && other.keys.has(key));
    if (namesAndExclusive.has(kind) || isHeard) measured.names++;
    if (kind === 'term') measured.terms++;
  }
  measured.share = total === 0 ? 0 : sum / total;
  return measured;
}

type Conflicts = Pick<SharedContent, 'otherNames' | 'otherNamePlaces'>;

/**
 * Names of one kind that each claim has and the other lacks. Within a language, an unknown name excludes any name but a
 * country's, which stands beside others. So does what a sentence or a company's name begins with.
 */
function conflictsOf(as: Feature[], bs: Feature[], isForeign: boolean): Conflicts {
  const names = isForeign ? exclusive : namesAndExclusive;
  const [left, right] = [as, bs].map((own) =>
    own.flatMap((feature): Feature[] => {
      if (names.has(feature.kind)) return [feature];
      return feature.isSubject && !isForeign ? [{ ...feature, kind: 'name' }] : [];
    }),
  );
  const excludes = (one: Feature['kind'], other: Feature['kind']): boolean =>
    one === other || (one === 'name' && other !== 'country') || (other === 'name' && one !== 'country');
  const against = (own: Feature[] = [], others: Feature[] = []): Feature[] => {
    const kinds = new Set(others.map(({ kind }) => kind));
    return own.filter(({ kind }) => [...kinds].some((other) => excludes(kind, other)));
  };
  const [first, second] = [against(left, right), against(right, left)];
  return { otherNames: Math.max(first.length, second.length), otherNamePlaces: first.map(({ place }) => place) };
}
