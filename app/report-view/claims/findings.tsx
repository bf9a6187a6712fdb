import { useTranslations } from 'next-intl';
import type { ReportClaim } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { type ClaimRow, useClaimRow } from './claim-row';
import '../rows.css';

type FindingsProps = {
  row: ClaimRow;
  /** Where a source is listed. */
  sourceHref: (citation: number) => string;
  dissentOnly?: boolean;
};

/**
 * Why a claim stands where it stands: the ruling, what reviewers wrote, the sources they cite. A judgement without words is
 * told only as a dissent. Its look is that of what it stands in (rows.css).
 */
export function Findings({ row, sourceHref, dissentOnly = false }: FindingsProps) {
  const t = useTranslations('report');
  const [, , , , findings, citations, origins] = row;
  const shown = findings.filter(([, text, kind]) => (dissentOnly ? kind === 'D' : text || kind === 'R'));
  return (
    <>
      {shown.map(([who, text]) => (
        <p key={`${who}${text}`}>
          <b>{who}</b>
          {text}
        </p>
      ))}
      {citations.length > 0 && !dissentOnly && (
        <small>
          {citations.map((citation) => (
            <a key={citation} href={sourceHref(citation)}>
              {`[${citation}]`}
            </a>
          ))}
          {t('origins', { count: origins })}
        </small>
      )}
    </>
  );
}

type ClaimFindingsProps = { claim: ReportClaim; scale: RatingScale; sourceHref: (citation: number) => string };

/** The findings on one claim, on a page of its own. */
export function ClaimFindings({ claim, scale, sourceHref }: ClaimFindingsProps) {
  const row = useClaimRow({ scale })(claim);
  return (
    <div className="report-rows grid gap-2 text-ink-2 wrap-anywhere">
      <Findings row={row} sourceHref={sourceHref} />
    </div>
  );
}
