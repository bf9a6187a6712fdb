/**
 * Proposes what an article should say instead of a claim that does not hold, where the sources give one figure. An
 * editor writes what is published.
 */
import { contextSpan } from '#lib/domain/claims/claim-text';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type FigureLanguage } from '#lib/reading/describe-figure';

type Claimed = Pick<ClaimView, 'kind' | 'standing' | 'exact' | 'start' | 'end' | 'figure' | 'evidence'>;

/** Whether a correction of a claim is asked for and may be shown, in reports and in exports. */
export function wantsCorrection({ standing }: Pick<ClaimView, 'standing'>): boolean {
  return standing === 'false' || standing === 'disputed';
}

/** The wording that the desk suggests, where it may be shown; null where the claim now stands otherwise, or none is set. */
export function shownCorrection(claim: Pick<ClaimView, 'standing' | 'correction'>): string | null {
  return wantsCorrection(claim) ? claim.correction : null;
}

/**
 * The claim's sentences with the figure of the sources in place of its own, in the article's language. null where the
 * claim is not such a figure, where no refuting source gives one, or where the sources differ.
 */
export function proposeCorrection(claim: Claimed, paragraph: string, language: string): string | null {
  if (!wantsCorrection(claim) || claim.kind !== 'figure' || !claim.figure) return null;
  const tongue: FigureLanguage = /^zh\b/i.test(language) ? 'zh' : 'en';
  const given = claim.evidence.flatMap(({ stance, figure }) => (stance === 'refutes' && figure ? [figure] : []));
  const readings = new Set(given.map(({ reads }) => reads[tongue]));
  const [reading] = readings;
  if (readings.size !== 1 || reading === undefined || reading === claim.figure.reads[tongue]) return null;
  const { start, end } = contextSpan(claim, paragraph);
  return paragraph.slice(start, claim.start) + reading + paragraph.slice(claim.end, end);
}
