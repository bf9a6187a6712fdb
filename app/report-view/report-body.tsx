import { useTranslations } from 'next-intl';
import { standings } from '#lib/domain/claims/standing';
import { dissentedClaims, openQuestions, type ReportClaim, type ReportContent } from '#lib/domain/report/content';
import { wantsCorrection } from '#lib/domain/report/correction';
import { fills } from '#ui/tag';
import { StandingTrack, toneOf } from '../words/standing';
import { useStandingName } from '../words/standing-name';
import { ArticleSection } from './article-section';
import { type RowsAbout, useClaimRow } from './claims/claim-row';
import type { QuestionRow } from './claims/claim-rows';
import { ClaimTable } from './claims/claim-table';
import { Corrections } from './claims/corrections';
import { Heading } from './heading';
import type { Listing } from './listing';
import { MiniMap } from './mini-map';
import { AgreementSection } from './numbers/agreement-section';
import { FigureRanges } from './numbers/figure-ranges';
import { MethodSection } from './numbers/method-section';
import { ScoreBlock } from './numbers/score-block';
import { TallyTable } from './numbers/tally-table';
import { OpenQuestions } from './open-questions';
import './rows.css';
import { SourceList } from './source-list';

type ReportBodyProps = {
  report: ReportContent;
  /** Where a claim's own page is, but for its number, which ends the address. */
  claimAt: string;
  listing: Listing;
};

/** Everything that a report says below its title: the same for a draft and for a published one. */
export function ReportBody({ report, claimAt, listing }: ReportBodyProps) {
  const t = useTranslations('report');
  const words = useTranslations('words');
  const { tally, article, scale } = report;
  const standingName = useStandingName(scale);
  const rowOf = useClaimRow(report);
  // One row for each claim, whichever lists show it: it is sent once.
  const rows = new Map(report.claims.map((claim) => [claim.number, rowOf(claim)]));
  const rowsOf = (claims: ReportClaim[]) =>
    claims.map(({ number }) => rows.get(number)).filter((row) => row !== undefined);
  const about: RowsAbout = { language: article.language, claimAt, scale };
  const corrections = rowsOf([
    ...report.claims.filter(wantsCorrection),
    ...report.claims.filter(({ standing }) => standing === 'contested'),
  ]);
  const dissented = rowsOf(dissentedClaims(report));
  const questions = openQuestions(report).flatMap(({ number, context }): QuestionRow[] => {
    const row = rows.get(number);
    return row ? [[row, context]] : [];
  });
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
          <MiniMap report={report} claimAt={claimAt} />
        </div>
      </div>
      <section id="corrections" className="scroll-mt-16">
        <Heading>{t('corrections')}</Heading>
        {corrections.length === 0 ? (
          <p className="text-ink-2">{t('correctionsNone')}</p>
        ) : (
          <Corrections rows={corrections} about={about} listing={listing} />
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
      {questions.length > 0 && <OpenQuestions rows={questions} about={about} listing={listing} />}
      <AgreementSection agreement={report.agreement} />
      {dissented.length > 0 && (
        <section id="dissent" className="scroll-mt-16">
          <Heading>{t('dissent')}</Heading>
          <p className="mb-1 max-w-[75ch] text-[13px] text-ink-3">{t('dissentText')}</p>
          <ClaimTable rows={dissented} list="dissent" about={about} listing={listing} />
        </section>
      )}
      <section id="claims" className="scroll-mt-16">
        <Heading>{t('claims')}</Heading>
        <ClaimTable rows={[...rows.values()]} list="claims" about={about} listing={listing} />
      </section>
      <ArticleSection report={report} about={about} listing={listing} />
      <MethodSection
        score={report.score}
        strength={report.strength}
        scale={scale}
        claims={rows}
        about={about}
        listing={listing}
      />
      <section id="sources" className="scroll-mt-16">
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
