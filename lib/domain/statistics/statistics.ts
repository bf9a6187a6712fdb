/**
 * What the statistics of a desk say. A claim is *checked* once a verdict stands (`isSettled`), at the moment of that verdict
 * (`verdictMoment`); *wrong* is what stands disputed or false, of what stands verified, disputed or false. Claims that a person
 * is blind to are among the open ones, as in every list, and in no other number.
 *
 * Each number of a share stands with how many it is of.
 */

import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { type AgreementLevel, describeAgreement, krippendorffAlpha } from '#lib/domain/report/agreement';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { Quartiles } from './quartiles';
import type { Share } from './share';
import type { Period, Slot, SlotUnit } from './slots';

export type VerdictCounts = Record<Verdict, number>;

export const noVerdicts = (): VerdictCounts => ({
  ...{ verified: 0, disputed: 0, false: 0, unverifiable: 0, 'not-checkable': 0 },
});

export const totalOfVerdicts = (counts: VerdictCounts): number =>
  verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);

/** What is told, each a table of the page and a file. */
export const tableNames = [
  'checked',
  'time',
  'waiting',
  'kinds',
  'outlets',
  'agreement',
  'corrections',
  'metrics',
  'speakers',
] as const;
export type TableName = (typeof tableNames)[number];

/** Found to be otherwise than the article says. */
export const wrongStandings = ['disputed', 'false'] as const satisfies Verdict[];
/** Found to be as the article says, or otherwise. */
export const decidedStandings = ['verified', ...wrongStandings] as const satisfies Verdict[];

/** So many outlets, metrics and speakers are listed, and so many corrected claims. */
export const mostListed = 20;

/** With fewer claims that two people judged, α is not shown: one more of them could move it by more than a level is wide. */
export const leastForAgreement = 10;

/** How far those who judged a month's claims agreed. `alpha` is null where it would say nothing. */
export type SlotAgreement = { claims: number; judgements: number; alpha: number | null; level: AgreementLevel };

/** So many claims with so many judgements of each verdict. */
export type JudgedAlike = { verdicts: VerdictCounts; claims: number };

/** The agreement on claims that two or more people judged. */
export function agreementOfSlot(judged: JudgedAlike[]): SlotAgreement {
  const claims = judged.reduce((sum, one) => sum + one.claims, 0);
  const judgements = judged.reduce((sum, one) => sum + one.claims * totalOfVerdicts(one.verdicts), 0);
  const isVaried = verdicts.filter((verdict) => judged.some((one) => one.verdicts[verdict] > 0)).length > 1;
  if (claims < leastForAgreement || !isVaried) return { claims, judgements, alpha: null, level: 'unknown' };
  const ratings: Record<string, Verdict[]> = {};
  for (const [at, one] of judged.entries()) {
    const given = verdicts.flatMap((verdict) => Array.from({ length: one.verdicts[verdict] }, () => verdict));
    for (let claim = 0; claim < one.claims; claim += 1) ratings[`${at} ${claim}`] = given;
  }
  const alpha = krippendorffAlpha(ratings);
  return { claims, judgements, alpha, level: describeAgreement(alpha) };
}

/** What waits now, of one kind of claim. */
export type Waiting = { kind: ClaimKind; open: number; contested: number; overdue: number; lookAgain: number };

/** A claim that a report called verified and that was later found disputed or false. */
export type CorrectedClaim = {
  id: string;
  number: number;
  exact: string;
  article: { id: string; title: string; language: string };
};

export type DeskStatistics = {
  /** Whether anything was ever marked. */
  hasClaims: boolean;
  period: Period;
  /** What the weeks and the months of the period are counted in. */
  units: { weeks: SlotUnit; months: SlotUnit };
  /** Names of outlets that the desk has articles of, one spelling of each. */
  outlets: string[];
  /** By the moment of the verdict, the oldest first. `time`: seconds from marked to settled, where both are known. */
  checked: { slot: Slot; verdicts: VerdictCounts; time: Quartiles | null }[];
  /** The same for the whole period. */
  time: Quartiles | null;
  /** Now, whatever the period; kinds of which nothing waits are left out. */
  waiting: Waiting[];
  byKind: { kind: ClaimKind; verdicts: VerdictCounts }[];
  /** Those with most claims first; `name` is null for articles that name none. */
  byOutlet: { name: string | null; verdicts: VerdictCounts }[];
  /** The outlets that are not listed. */
  otherOutlets: { outlets: number; verdicts: VerdictCounts };
  /** By the last judgement of each claim, the oldest first. */
  agreement: ({ slot: Slot } & SlotAgreement)[];
  /** By the first report that called the claim verified, the oldest first. */
  corrections: { slot: Slot; share: Share | null }[];
  correction: Share | null;
  /** The last published first. */
  corrected: CorrectedClaim[];
  /** Metrics and speakers whose figures were found wrong; names in both languages. */
  wrongMetrics: NamedShare[];
  wrongSpeakers: NamedShare[];
};

export type NamedShare = { id: string; name: { en: string; zh: string }; share: Share };

/** Whether nothing was counted but what waits. */
export const isEmptyPeriod = ({ byKind, corrections, agreement }: DeskStatistics): boolean =>
  byKind.length === 0 &&
  corrections.every(({ share }) => share === null) &&
  agreement.every(({ claims }) => claims === 0);
