import { useTranslations } from 'next-intl';
import type { ReportClaim } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { usePersonName } from '../../words/person-name';
import { useStandingName } from '../../words/standing-name';

type FindingsProps = {
  claim: ReportClaim;
  scale: RatingScale;
  /** Where a source is listed. */
  sourceHref: (citation: number) => string;
  dissentOnly?: boolean;
};

/** Why a claim stands where it stands: the ruling, what reviewers wrote, the sources they cite. */
export function Findings({ claim, scale, sourceHref, dissentOnly = false }: FindingsProps) {
  const t = useTranslations('report');
  const standingName = useStandingName(scale);
  const nameOf = usePersonName();
  const { ruling, judgements, evidence, origins } = claim;
  const citations = [...new Set(evidence.map(({ citation }) => citation))];
  return (
    <>
      {ruling && !dissentOnly && (
        <p>
          <b className="font-medium text-ink">{t('ruled', { name: nameOf(ruling.by) })}: </b>
          {ruling.text}
        </p>
      )}
      {judgements
        .filter(({ text, dissents }) => (dissentOnly ? dissents : text))
        .map(({ by, verdict, text, dissents }) => (
          <p key={by.number}>
            <b className="font-medium text-ink">
              {nameOf(by)}
              {dissents && ` (${standingName(verdict)})`}
              {text && ': '}
            </b>
            {text}
          </p>
        ))}
      {citations.length > 0 && !dissentOnly && (
        <p className="num text-[12.5px] text-ink-3">
          {citations.map((citation) => (
            <a key={citation} href={sourceHref(citation)} className="mr-1 text-accent underline underline-offset-2">
              [{citation}]
            </a>
          ))}
          {t('origins', { count: origins })}
        </p>
      )}
    </>
  );
}
