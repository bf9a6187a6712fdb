/**
 * Terms of the news lexicon that exclude each other: what is built is not what is sold, mpox is not measles. Invariant:
 * two claims measure different things only where each has a term of one line and they share none of it.
 */

import type { ClaimFacts } from './claim-reading';
import { conceptKey } from './news-lexicon';

/** Terms that exclude each other within a line: what is built, sold and shipped are three figures, mpox is not measles. */
const lines = [
  'produce sell deliver ship recall installedcapacity order',
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
  'aiact gdpr digitalmarketact digitalserviceact chipsact inflationreductionact',
  'seriesa seriesb seriesc ipo',
  'football basketball tennis tabletennis badminton volleyball swimming athletics',
  'gold silver copper lithium crude coal gas',
  'pilot cabincrew driver doctor nurse teacher',
  'flood earthquake typhoon landslide drought',
  'fine lawyerbill settle',
];

/** Where a term stands: its line, and whether it is a general one (`*`), which gives way to a special one of the line. */
const places = new Map(
  lines.flatMap((names, line) =>
    names.split(' ').map((name): [string, { line: number; isGeneral: boolean }] => {
      const isGeneral = name.endsWith('*');
      return [conceptKey(isGeneral ? name.slice(0, -1) : name), { line, isGeneral }];
    }),
  ),
);

/** The terms of a claim by their line. */
type Terms = Map<number, Set<string>>;

const known = new WeakMap<ClaimFacts, Terms>();

/** The special terms of each line that a claim has; the general ones where it has no special one. */
function termsOf(claim: ClaimFacts): Terms {
  const made = known.get(claim);
  if (made) return made;
  const general: Terms = new Map();
  const special: Terms = new Map();
  for (const { concept } of claim.concepts) {
    const place = places.get(concept.key);
    if (!place) continue;
    const table = place.isGeneral ? general : special;
    const own = table.get(place.line);
    if (own) own.add(concept.key);
    else table.set(place.line, new Set([concept.key]));
  }
  const terms = new Map([...general, ...special]);
  known.set(claim, terms);
  return terms;
}

/** Whether each of two claims has a term of a line, and none of it is in both. */
export function haveOtherMeasures(a: ClaimFacts, b: ClaimFacts): boolean {
  const others = termsOf(b);
  return [...termsOf(a)].some(([line, own]) => {
    const other = others.get(line);
    return other !== undefined && ![...own].some((key) => other.has(key));
  });
}
