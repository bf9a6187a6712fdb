/**
 * Terms of the news lexicon that exclude each other: what is built is not what is sold, mpox is not measles. Invariant:
 * two claims measure different things only where each has a term of one line and they share none of it.
 */

import type { ClaimFacts } from './claim-reading';
import { conceptKey } from './news-lexicon';

/** Terms that exclude each other within a line: what is built, sold and shipped are three figures, mpox is not measles. */
const lines = [
  'produce sell deliver ship recall installedcapacity energystorage order',
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
].map((names) => {
  // A general term (`*`) gives way to a special one of its line.
  const all = names.split(' ');
  const general = all.filter((name) => name.endsWith('*')).map((name) => conceptKey(name.slice(0, -1)));
  return { special: new Set(all.filter((name) => !name.endsWith('*')).map(conceptKey)), general: new Set(general) };
});

/** Whether each of two claims has a term of a line, and none of it is in both. */
export function haveOtherMeasures(a: ClaimFacts, b: ClaimFacts): boolean {
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
