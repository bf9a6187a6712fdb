import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ReportClaim } from '#lib/domain/report/content';
import type { RatingScale } from '#lib/domain/report/rating-scale';
import { RatingTag } from '../../words/rating-tag';
import { type Listing, LongRows, RowsLeftOut, sourceIn } from '../long-list';
import { ClaimWords } from './claim-table';
import { Findings } from './findings';

type CorrectionsProps = {
  claims: ReportClaim[];
  language: string;
  claimHref: (number: number) => string;
  scale: RatingScale;
  listing: Listing;
  tools?: (claim: ReportClaim) => ReactNode;
};

/** Claims that do not hold or that reviewers differ on, each with what the article should say instead. */
export function Corrections({ claims, language, claimHref, scale, listing, tools }: CorrectionsProps) {
  const t = useTranslations('report');
  return (
    <>
      <ul className="divide-y divide-line-2 border-y border-line-2 text-[13.5px]">
        <LongRows rows={claims} listing={listing} note={(text) => <li>{text}</li>}>
          {(claim) => (
            <li key={claim.number} className="grid gap-x-5 gap-y-2 py-3 break-inside-avoid sm:grid-cols-[1fr_1fr]">
              <div className="min-w-0">
                <p className="mb-1 flex items-center gap-2">
                  <a href={claimHref(claim.number)} className="num text-ink-3 hover:underline">
                    {claim.number}
                  </a>
                  <RatingTag scale={scale} standing={claim.standing} />
                </p>
                <ClaimWords claim={claim} language={language} />
                {claim.correction && (
                  <p className="mt-2 border-l-2 border-verified pl-3">
                    <span className="block text-[12px] font-medium text-verified">{t('insteadSay')}</span>
                    <span lang={language} className="font-serif text-[14.5px]/[1.55] wrap-anywhere whitespace-pre-line">
                      {claim.correction}
                    </span>
                  </p>
                )}
                {tools && <div className="print:hidden">{tools(claim)}</div>}
              </div>
              <div className="min-w-0 text-ink-2 wrap-anywhere">
                <Findings claim={claim} scale={scale} sourceHref={(citation) => sourceIn(listing, citation)} />
              </div>
            </li>
          )}
        </LongRows>
      </ul>
      <RowsLeftOut total={claims.length} listing={listing} />
    </>
  );
}
