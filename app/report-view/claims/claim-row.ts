/**
 * A claim as the lists of a report show it: a plain tuple, without names of fields, since a report has thousands and each
 * is sent to the browser once for all lists (React refers back to a tuple that it has sent before).
 */
import { useLocale, useTranslations } from 'next-intl';
import type { Standing } from '#lib/domain/claims/standing';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { usePersonName } from '../../words/person-name';
import { useStandingName } from '../../words/standing-name';

/** What somebody found: who, in words; what they wrote; `D` a judgement that dissents, `R` the ruling, `` any other. */
export type FindingRow = readonly [who: string, text: string, kind: '' | 'D' | 'R'];

export type ClaimRow = readonly [
  number: number,
  standing: Standing,
  exact: string,
  /** What it is and where, in words. */
  about: string,
  findings: FindingRow[],
  citations: number[],
  origins: number,
  correction: string | null,
];

/** What all rows of a report have in common. */
export type RowsAbout = {
  /** Of the article. */
  language: string;
  /** Where a claim's own page is, but for its number, which ends it. */
  claimAt: string;
  scale: RatingScale;
};

/** Makes rows of a report's claims. */
export function useClaimRow({ scale }: Pick<ReportContent, 'scale'>): (claim: ReportClaim) => ClaimRow {
  const t = useTranslations('report');
  const words = useTranslations('words');
  const locale = useLocale();
  const standingName = useStandingName(scale);
  const nameOf = usePersonName();
  return (claim) => {
    const { number, standing, exact, kind, paragraph, speaker, figure, quote, ruling, judgements, evidence } = claim;
    const about = [
      words(`kind.${kind}`),
      `¶${paragraph}`,
      speaker?.name,
      figure?.reads[locale],
      quote && words(`quoteFinding.${quote}`),
    ];
    const ruled: FindingRow[] = ruling ? [[`${t('ruled', { name: nameOf(ruling.by) })}: `, ruling.text, 'R']] : [];
    const judged = judgements
      .filter(({ text, dissents }) => text || dissents)
      .map(({ by, verdict, text, dissents }): FindingRow => {
        const who = `${nameOf(by)}${dissents ? ` (${standingName(verdict)})` : ''}`;
        return [text ? `${who}: ` : who, text, dissents ? 'D' : ''];
      });
    const citations = [...new Set(evidence.map(({ citation }) => citation))];
    const shown = about.filter(Boolean).join(' · ');
    return [number, standing, exact, shown, [...ruled, ...judged], citations, claim.origins, claim.correction];
  };
}
