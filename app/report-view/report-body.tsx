import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { standings } from '#lib/domain/claims/standing';
import { dissentedClaims, openQuestions, type ReportClaim, type ReportContent } from '#lib/domain/report/content';
import { wantsCorrection } from '#lib/domain/report/correction';
import { fills } from '#ui/tag';
import { StandingTrack, toneOf } from '../words/standing';
import { useStandingName } from '../words/standing-name';
import { ArticleSection } from './article-section';
import { ClaimTable } from './claims/claim-table';
import { Corrections } from './claims/corrections';
import { Heading } from './heading';
import type { Listing } from './long-list';
import { MiniMap } from './mini-map';
import { AgreementSection } from './numbers/agreement-section';
import { FigureRanges } from './numbers/figure-ranges';
import { MethodSection } from './numbers/method-section';
import { ScoreBlock } from './numbers/score-block';
import { TallyTable } from './numbers/tally-table';
import { OpenQuestions } from './open-questions';
import { SourceList } from './source-list';

type ReportBodyProps = {
  report: ReportContent;
  /** Where a claim's own page is. */
  claimHref: (number: number) => string;
  listing: Listing;
  /** What stands beside a claim that wants a correction, for those who may write one. */
  correctionTools?: (claim: ReportClaim) => ReactNode;
};

/** Everything that a report says below its title: the same for a draft and for a published one. */
export function ReportBody({ report, claimHref, listing, correctionTools }: ReportBodyProps) {
  const t = useTranslations('report');
  const words = useTranslations('words');
  const { tally, article, scale } = report;
  const standingName = useStandingName(scale);
  const wanting = report.claims.filter(wantsCorrection);
  const contested = report.claims.filter(({ standing }) => standing === 'contested');
  const dissented = dissentedClaims(report);
  const questions = openQuestions(report);
  return (
    <>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[240px_1fr]">
        <ScoreBlock score={report.score} />
        <div>
          <StandingTrack tally={tally} tall />
          <ul className="num mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-[13px] text-ink-2">
            {standings
              .filter((standing) => standing !== 'open' && tally.standings[standing] > 0)
              .map((standing) => (
                <li key={standing} className="flex items-center gap-2">
                  <svg aria-hidden="true" className="size-2.5">
                    <rect className={fills[toneOf(standing)]} rx="2" width="100%" height="100%" />
                  </svg>
                  {tally.standings[standing]} {standingName(standing)}
                </li>
              ))}
            {tally.standings.open > 0 && (
              <li className="text-ink-3">{t('openNote', { count: tally.standings.open })}</li>
            )}
          </ul>
          <MiniMap report={report} claimHref={claimHref} />
        </div>
      </div>
      <section>
        <Heading>{t('corrections')}</Heading>
        {wanting.length + contested.length === 0 ? (
          <p className="text-ink-2">{t('correctionsNone')}</p>
        ) : (
          <Corrections
            claims={[...wanting, ...contested]}
            language={article.language}
            claimHref={claimHref}
            scale={scale}
            listing={listing}
            tools={correctionTools}
          />
        )}
      </section>
      <FigureRanges report={report} listing={listing} />
      <div className="grid gap-x-10 md:grid-cols-2">
        <section>
          <Heading>{t('bySpeaker')}</Heading>
          <TallyTable
            scale={scale}
            head={t('speaker')}
            rows={report.bySpeaker.map(({ speaker, tally: own }) => ({
              ...{ name: speaker?.name ?? t('ownText'), detail: speaker?.detail ?? null, tally: own },
            }))}
          />
        </section>
        <section>
          <Heading>{t('byKind')}</Heading>
          <TallyTable
            scale={scale}
            head={t('kind')}
            rows={report.byKind.map(({ kind, tally: own }) => ({
              ...{ name: words(`kind.${kind}`), detail: null, tally: own },
            }))}
          />
          {report.bySourceKind.length > 0 && (
            <>
              <Heading>{t('bySourceKind')}</Heading>
              <TallyTable
                scale={scale}
                head={t('sourceKind')}
                rows={report.bySourceKind.map(({ kind, sources, tally: own }) => ({
                  ...{ name: words(`sourceKind.${kind}`), detail: t('sourceCount', { count: sources }), tally: own },
                }))}
              />
            </>
          )}
        </section>
      </div>
      {questions.length > 0 && (
        <OpenQuestions claims={questions} language={article.language} {...{ claimHref, scale, listing }} />
      )}
      <AgreementSection agreement={report.agreement} />
      {dissented.length > 0 && (
        <section>
          <Heading>{t('dissent')}</Heading>
          <p className="mb-1 max-w-[75ch] text-[13px] text-ink-3">{t('dissentText')}</p>
          <ClaimTable claims={dissented} language={article.language} {...{ claimHref, scale, listing }} dissentOnly />
        </section>
      )}
      <section>
        <Heading>{t('claims')}</Heading>
        <ClaimTable claims={report.claims} language={article.language} {...{ claimHref, scale, listing }} />
      </section>
      <ArticleSection report={report} claimHref={claimHref} />
      <MethodSection
        score={report.score}
        strength={report.strength}
        scale={scale}
        exact={new Map(report.claims.map(({ number, exact }) => [number, exact]))}
        language={article.language}
        listing={listing}
      />
      <section>
        <Heading>{t('sources')}</Heading>
        {report.sources.length === 0 ? (
          <p className="text-ink-2">{t('noSources')}</p>
        ) : (
          <SourceList sources={report.sources} listing={listing} />
        )}
      </section>
    </>
  );
}
