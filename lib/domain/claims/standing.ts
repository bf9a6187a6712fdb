/**
 * Verdicts, and the standing of a claim that follows from them.
 *
 * A judgement is one reviewer's verdict; verified, disputed and false rest on at least one piece of evidence. The
 * standing is derived from judgements and an editor's ruling, never set by hand: contested while reviewers differ, open
 * while fewer have judged than the article asks for.
 */
export const verdicts = ['verified', 'disputed', 'false', 'unverifiable', 'not-checkable'] as const;
export type Verdict = (typeof verdicts)[number];

/** In the order in which lists show them. */
export const standings = [
  'verified',
  'disputed',
  'false',
  'contested',
  'unverifiable',
  'not-checkable',
  'open',
] as const;
export type Standing = (typeof standings)[number];

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** Verdicts that say whether the claim is true, and so need a source. */
export function needsEvidence(verdict: Verdict): boolean {
  return verdict === 'verified' || verdict === 'disputed' || verdict === 'false';
}

/** The standing that follows from judgements, a ruling and the number of judgements that the article requires. */
export function deriveStanding(
  judgements: { verdict: Verdict }[],
  ruling: { verdict: Verdict } | null,
  required: number,
): Standing {
  if (ruling) return ruling.verdict;
  const [first, ...others] = judgements;
  if (!first) return 'open';
  if (others.some(({ verdict }) => verdict !== first.verdict)) return 'contested';
  return judgements.length < required ? 'open' : first.verdict;
}

/** Whether a standing is also a verdict, and so can be published as a grade. */
export const isVerdict = (standing: Standing): standing is Verdict =>
  (verdicts as readonly string[]).includes(standing);

/** Settled: a verdict stands. */
export function isSettled(standing: Standing): boolean {
  return standing !== 'open' && standing !== 'contested';
}

/**
 * When a claim got its verdict: the moment of the ruling, or of the last judgement that counts; null while it is open.
 * `judgedAt` in lib/data/search/claim-conditions says the same to the database.
 */
export function verdictMoment(
  standing: Standing,
  { ruled, judged }: { ruled: Date | null; judged: Date[] },
): Date | null {
  if (standing === 'open') return null;
  return ruled ?? judged.reduce<Date | null>((last, at) => (last && last > at ? last : at), null);
}
