import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { articleForReview } from '#lib/data/articles';
import { quoteFinding } from '#lib/domain/quote-check';
import { buildReport, type CitedSource, type Report, type Tally } from '#lib/domain/report';
import { standings } from '#lib/domain/standing';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session';
import { buttonClass } from '#ui/button';
import { AreaMessages } from '../../../../area-messages';
import { showPartialDate } from '../../../../i18n/partial-date';
import { SourceLink } from '../../../source-link';
import { StandingTag, StandingTrack, toneOf } from '../../standing';
import { ExportMenu } from '../export-menu';
import { AgreementSection } from './agreement-section';
import { MethodSection } from './method-section';
import { PrintButton } from './print-button';
import { ScoreBlock } from './score-block';

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

export default async function ReportPage({ params }: PageProps) {
  const { id } = await params;
  const person = await requirePerson(`/articles/${id}/report`);
  const view = await articleForReview(database(), id, person);
  if (!view) notFound();
  const report = buildReport(view);
  const [t, words, format] = await Promise.all([getTranslations('report'), getTranslations('words'), getFormatter()]);
  const { tally } = report;
  const attention = report.claims.filter(({ claim }) => ['disputed', 'contested', 'false'].includes(claim.standing));
  return (
    <AreaMessages areas={['report', 'review', 'export']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6 print:max-w-none print:p-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[12.5px] text-ink-3">
          <b className="font-medium text-ink-2">{t('title')}</b>
          <span>
            {t('draft', { date: format.dateTime(new Date(view.article.updatedAt), { dateStyle: 'medium' }) })}
          </span>
          <span>{t('settled', { settled: tally.settled, total: tally.total })}</span>
          <span className="flex-1" />
          <span className="flex gap-2 print:hidden">
            <Link href={`/articles/${id}`} className={buttonClass('plain', 'small')}>
              {t('back')}
            </Link>
            <PrintButton />
            <ExportMenu articleId={id} />
          </span>
        </div>
        <h1
          lang={view.article.language}
          className="mt-2 mb-6 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]"
        >
          {view.article.title}
        </h1>
        {report.coverage === null ? (
          <div className="rounded-xl border border-dashed border-line px-6 py-14 text-center">
            <p className="text-ink-2">{t('noClaims')}</p>
            <Link href={`/articles/${id}`} className={`${buttonClass('primary')} mt-4`}>
              {t('toArticle')}
            </Link>
          </div>
        ) : (
          <div className="grid gap-x-10 gap-y-6 md:grid-cols-[240px_1fr]">
            <ScoreBlock score={report.score} />
            <div>
              <StandingTrack tally={tally} tall />
              <ul className="num mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-[13px] text-ink-2">
                {standings
                  .filter((standing) => standing !== 'open' && tally.standings[standing] > 0)
                  .map((standing) => (
                    <li key={standing} className="flex items-center gap-2">
                      <i
                        className="block h-2.5 w-2.5 rounded-sm"
                        style={{ background: `var(--${toneOf(standing)})` }}
                      />
                      {tally.standings[standing]} {words(`standing.${standing}`)}
                    </li>
                  ))}
                {tally.standings.open > 0 && (
                  <li className="text-ink-3">{t('openNote', { count: tally.standings.open })}</li>
                )}
              </ul>
              <Heading>{t('corrections')}</Heading>
              {attention.length === 0 ? (
                <p className="text-ink-2">{t('correctionsNone')}</p>
              ) : (
                <ClaimTable rows={attention} />
              )}
            </div>
          </div>
        )}
        {report.byKind.length > 0 && (
          <div className="grid gap-x-10 md:grid-cols-2">
            <section>
              <Heading>{t('bySpeaker')}</Heading>
              <TallyTable
                head={t('speaker')}
                rows={report.bySpeaker.map(({ speaker, tally: own }) => ({
                  name: speaker?.name ?? t('ownText'),
                  detail: speaker?.detail ?? null,
                  tally: own,
                }))}
              />
            </section>
            <section>
              <Heading>{t('byKind')}</Heading>
              <TallyTable
                head={t('byKind')}
                rows={report.byKind.map(({ kind, tally: own }) => ({
                  name: words(`kind.${kind}`),
                  detail: null,
                  tally: own,
                }))}
              />
            </section>
          </div>
        )}
        {report.claims.length > 0 && <AgreementSection claims={view.claims} />}
        {report.claims.length > 0 && (
          <section>
            <Heading>{t('claims')}</Heading>
            <ClaimTable rows={report.claims} />
          </section>
        )}
        {report.coverage !== null && (
          <MethodSection
            score={report.score}
            strength={report.strength}
            exact={new Map(view.claims.map(({ number, exact }) => [number, exact]))}
            language={view.article.language}
          />
        )}
        {report.claims.length > 0 && (
          <section>
            <Heading>{t('sources')}</Heading>
            {report.sources.length === 0 ? (
              <p className="text-ink-2">{t('noSources')}</p>
            ) : (
              <SourceList sources={report.sources} />
            )}
          </section>
        )}
      </main>
    </AreaMessages>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return <h2 className="mt-9 mb-2 font-serif text-[19px] font-semibold">{children}</h2>;
}

const headCell = 'border-b border-line py-1.5 pr-3 text-left text-[12px] font-medium text-ink-3';
const cell = 'border-b border-line-2 py-2.5 pr-3 align-top';

async function ClaimTable({ rows }: { rows: Report['claims'] }) {
  const [t, words, language] = await Promise.all([getTranslations('report'), getTranslations('words'), getLocale()]);
  return (
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
        {rows.map(({ claim, paragraph, citations, origins }) => (
          <tr
            key={claim.id}
            className="break-inside-avoid max-sm:block max-sm:border-b max-sm:border-line-2 max-sm:py-2.5"
          >
            <td className={`${cell} num text-ink-3 max-sm:inline max-sm:border-0`}>{claim.number}</td>
            <td className={`${cell} max-sm:inline max-sm:border-0`}>
              <span className="font-serif text-[14.5px]/[1.55]">{claim.exact}</span>
              <span className="num mt-0.5 block text-[12px] text-ink-3">
                {words(`kind.${claim.kind}`)} · ¶{paragraph}
                {claim.speaker && ` · ${claim.speaker.name}`}
                {claim.figure && ` · ${claim.figure.reads[language]}`}
                {claim.kind === 'quote' && ` · ${words(`quoteFinding.${quoteFinding(claim.quoteChecks)}`)}`}
              </span>
            </td>
            <td className={`${cell} max-sm:mt-1 max-sm:block max-sm:border-0 max-sm:p-0`}>
              <StandingTag standing={claim.standing} />
            </td>
            <td className={`${cell} text-ink-2 max-sm:mt-1 max-sm:block max-sm:border-0 max-sm:p-0`}>
              {claim.ruling && (
                <p>
                  <b className="font-medium text-ink">{t('ruled', { name: claim.ruling.editor.name })}: </b>
                  {claim.ruling.reason}
                </p>
              )}
              {claim.judgements
                .filter(({ rationale }) => rationale)
                .map(({ reviewer, verdict, rationale }) => (
                  <p key={reviewer.id}>
                    <b className="font-medium text-ink">
                      {reviewer.name}
                      {(claim.standing === 'contested' || (claim.ruling && verdict !== claim.ruling.verdict)) &&
                        ` (${words(`standing.${verdict}`)})`}
                      :{' '}
                    </b>
                    {rationale}
                  </p>
                ))}
              {citations.length > 0 && (
                <p className="num text-[12.5px] text-ink-3">
                  {citations.map((citation) => (
                    <a
                      key={citation}
                      href={`#source-${citation}`}
                      className="mr-1 text-accent underline underline-offset-2"
                    >
                      [{citation}]
                    </a>
                  ))}
                  {t('origins', { count: origins })}
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function TallyTable({
  head,
  rows,
}: {
  head: string;
  rows: { name: string; detail: string | null; tally: Tally }[];
}) {
  const words = await getTranslations('words.standing');
  const columns = (['verified', 'disputed', 'false', 'contested', 'open'] as const).filter((standing) =>
    rows.some(({ tally }) => tally.standings[standing] > 0),
  );
  return (
    <table className="w-full border-collapse text-[13.5px]">
      <thead>
        <tr>
          <th className={headCell}>{head}</th>
          {columns.map((standing) => (
            <th key={standing} className={`${headCell} text-right whitespace-nowrap`}>
              {words(standing)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, detail, tally }) => (
          <tr key={`${name} ${detail}`}>
            <td className={cell}>
              {name}
              {detail && <span className="block text-[12px] text-ink-3">{detail}</span>}
            </td>
            {columns.map((standing) => (
              <td key={standing} className={`${cell} num text-right ${tally.standings[standing] ? '' : 'text-ink-3'}`}>
                {tally.standings[standing]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function SourceList({ sources }: { sources: CitedSource[] }) {
  const [t, words, format] = await Promise.all([getTranslations('report'), getTranslations('words'), getFormatter()]);
  const citationOf = new Map(sources.map(({ id, citation }) => [id, citation]));
  return (
    <ol className="text-[13.5px]">
      {sources.map((source) => {
        const origin = source.originId ? citationOf.get(source.originId) : undefined;
        return (
          <li
            key={source.id}
            id={`source-${source.citation}`}
            className="flex gap-3 border-b border-line-2 py-2 target:bg-accent-wash"
          >
            <span className="num w-8 shrink-0 text-right text-ink-3">[{source.citation}]</span>
            <span className="min-w-0">
              <SourceLink source={source} />
              <span className="block text-[12.5px] text-ink-3">
                {[
                  source.publisher,
                  showPartialDate(format, source.published),
                  words(`sourceKind.${source.kind}`),
                  source.accessed && t('accessed', { date: showPartialDate(format, source.accessed) ?? '' }),
                  origin && t('repeats', { citation: origin }),
                  t('cites', { list: format.list(source.claims.map((number) => `#${number}`)) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
