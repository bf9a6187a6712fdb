/**
 * What a finding rests on: a primary source, several independent reports, one report, or nothing that supports it.
 * Shown beside the score; never changes it.
 *
 * Only evidence whose stance fits the finding counts: supporting evidence for a verified claim, refuting evidence for a
 * false one, either for a disputed one. Reposts of one story share its origin and count once. A repost of a primary
 * document is a report of it, so a source is primary only by its own kind.
 */
import { originsOf, type SourceKind, type Stance } from './source';
import type { Standing } from './standing';

/**
 * Strongest first. `independent`: two or more secondary sources of different origins; `single`: one of them, or only
 * tertiary ones, which repeat others; `none`: no evidence supports the finding.
 */
export const evidenceStrengths = ['primary', 'independent', 'single', 'none'] as const;
export type EvidenceStrength = (typeof evidenceStrengths)[number];

/** The stances that speak for a finding. */
export const bearing = {
  verified: ['supports'],
  disputed: ['supports', 'refutes'],
  false: ['refutes'],
} as const satisfies Partial<Record<Standing, Stance[]>>;

/** Standings that say whether a claim is true, and so rest on evidence. */
export type Finding = keyof typeof bearing;
export const findings = ['verified', 'disputed', 'false'] as const satisfies Finding[];

/** Whether a standing says that a claim is true, false or disputed. */
export function isFinding(standing: Standing): standing is Finding {
  return Object.hasOwn(bearing, standing);
}

export type Backed = {
  standing: Standing;
  evidence: { stance: Stance; source: { id: string; kind: SourceKind; originId: string | null } }[];
};

/** What a claim's finding rests on; null while there is none. */
export function strengthOf({ standing, evidence }: Backed): EvidenceStrength | null {
  if (!isFinding(standing)) return null;
  const stances: readonly Stance[] = bearing[standing];
  const backing = evidence.filter(({ stance }) => stances.includes(stance)).map(({ source }) => source);
  if (backing.length === 0) return 'none';
  if (backing.some(({ kind }) => kind === 'primary')) return 'primary';
  // A chain of reposts may run through any of the claim's sources, whatever its kind or stance.
  const origins = originsOf(evidence.map(({ source }) => source));
  const reports = backing.filter(({ kind }) => kind === 'secondary').map(({ id }) => origins.get(id));
  return new Set(reports).size >= 2 ? 'independent' : 'single';
}

export type StrengthTally = Record<Finding, Record<EvidenceStrength, number>>;

/** How many check-worthy claims of each finding rest on which kind of evidence. */
export function tallyStrength(claims: (Backed & { checkWorthy: boolean })[]): StrengthTally {
  const none = () => ({ primary: 0, independent: 0, single: 0, none: 0 });
  const counts: StrengthTally = { verified: none(), disputed: none(), false: none() };
  for (const claim of claims) {
    const strength = strengthOf(claim);
    if (claim.checkWorthy && strength && isFinding(claim.standing)) counts[claim.standing][strength] += 1;
  }
  return counts;
}
