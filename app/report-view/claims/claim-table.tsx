import { useLocale, useTranslations } from 'next-intl';
import type { ReportClaim } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { RatingTag } from '../../words/rating-tag';
import { headCell } from '../heading';
import { type Listing, LongRows, RowsLeftOut, sourceIn } from '../long-list';
import { Findings } from './findings';

const cell = 'border-b border-line-2 py-2.5 pr-3 align-top';

type ClaimTableProps = {
  claims: ReportClaim[];
  /** Of the article. */
  language: string;
  claimHref: (number: number) => string;
  scale: RatingScale;
  listing: Listing;
  dissentOnly?: boolean;
};

export function ClaimTable({ claims, language, claimHref, scale, listing, dissentOnly }: ClaimTableProps) {
  const t = useTranslations('report');
  return (
    <>
      <table className="w-full border-collapse text-[13.5px] max-sm:block">
        <thead className="max-sm:hidden">
          <tr>
            <th className={`${headCell} w-9`}>#</th>
            <th className={headCell}>{t('claim')}</th>
            <th className={`${headCell} w-28`}>{t('standing')}</th>
            <th className={`${headCell} w-[38%]`}>{t('why')}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          <LongRows
            rows={claims}
            listing={listing}
            note={(text) => (
              <tr>
                <td colSpan={4}>{text}</td>
              </tr>
            )}
          >
            {(claim) => (
              <tr
                key={claim.number}
                className="break-inside-avoid max-sm:block max-sm:border-b max-sm:border-line-2 max-sm:py-2.5"
              >
                <td className={`${cell} num text-ink-3 max-sm:inline max-sm:border-0`}>
                  <a href={claimHref(claim.number)} className="hover:underline">
                    {claim.number}
                  </a>
                </td>
                <td className={`${cell} max-sm:inline max-sm:border-0`}>
                  <ClaimWords claim={claim} language={language} />
                </td>
                <td className={`${cell} max-sm:mt-1 max-sm:block max-sm:border-0 max-sm:p-0`}>
                  <RatingTag scale={scale} standing={claim.standing} />
                </td>
                <td className={`${cell} text-ink-2 wrap-anywhere max-sm:mt-1 max-sm:block max-sm:border-0 max-sm:p-0`}>
                  <Findings
                    claim={claim}
                    scale={scale}
                    sourceHref={(citation) => sourceIn(listing, citation)}
                    dissentOnly={dissentOnly}
                  />
                </td>
              </tr>
            )}
          </LongRows>
        </tbody>
      </table>
      <RowsLeftOut total={claims.length} listing={listing} />
    </>
  );
}

/** A claim's words, and below them what it is and where. */
export function ClaimWords({ claim, language }: { claim: ReportClaim; language: string }) {
  const words = useTranslations('words');
  const locale = useLocale();
  return (
    <>
      <span lang={language} className="font-serif text-[14.5px]/[1.55]">
        {claim.exact}
      </span>
      <span className="num mt-0.5 block text-[12px] text-ink-3">
        {words(`kind.${claim.kind}`)} · ¶{claim.paragraph}
        {claim.speaker && ` · ${claim.speaker.name}`}
        {claim.figure && ` · ${claim.figure.reads[locale]}`}
        {claim.quote && ` · ${words(`quoteFinding.${claim.quote}`)}`}
      </span>
    </>
  );
}
