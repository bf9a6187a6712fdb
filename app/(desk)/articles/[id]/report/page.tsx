import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { articleHead } from '#lib/data/articles/articles';
import { countClaims } from '#lib/data/claims/read-claims';
import { deskSettings } from '#lib/data/report/desk';
import { changesSinceLast, listReports } from '#lib/data/report/reports';
import { claimCards } from '#lib/domain/articles/addresses';
import type { ArticleView } from '#lib/domain/articles/article-view';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import { hasChanged } from '#lib/domain/report/changes';
import { reportContent } from '#lib/domain/report/content';
import { proposeCorrection, wantsCorrection } from '#lib/domain/report/correction';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { afterFlush } from '../../../../after-flush';
import { AreaMessages } from '../../../../area-messages';
import { ChangeList } from '../../../../report-view/change-list';
import { isWhole, type Listing, listedAtOnce, listingOf } from '../../../../report-view/listing';
import { PrintButton } from '../../../../report-view/print-button';
import { ReportBody } from '../../../../report-view/report-body';
import { ExportMenu } from '../export/export-menu';
import { type CorrectionToolRow, CorrectionTools } from './correction-tools';
import { PublishButton } from './publish-button';
import { PublishedList } from './published-list';

/** The report of more claims takes a while: what it is of stands there meanwhile, for browsers that run scripts. */
const workedOutAtOnce = 300;

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<{ all?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report');
  return { title: t('title') };
}

export default async function ReportPage({ params, searchParams }: PageProps) {
  const { id } = await params;
  const person = await requirePerson(`/articles/${id}/report`);
  const [head, claims] = await Promise.all([articleHead(database(), id), countClaims(database(), id)]);
  if (!head) notFound();
  const draft = <Draft id={id} person={person} listing={listingOf(`/articles/${id}/report`, await searchParams)} />;
  return (
    <AreaMessages areas={['report', 'review', 'publish', 'export']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6 print:max-w-none print:p-0">
        {claims > workedOutAtOnce ? (
          <Suspense fallback={<WorkingOut article={head} claims={claims} />}>{draft}</Suspense>
        ) : (
          draft
        )}
      </main>
    </AreaMessages>
  );
}

async function WorkingOut({ article, claims }: { article: ArticleView; claims: number }) {
  const t = await getTranslations('report');
  return (
    <div aria-busy="true">
      <p role="status" className="flex min-h-7 items-center text-[12.5px] text-ink-3">
        {t('workingOut', { count: claims })}
      </p>
      <Title article={article} />
    </div>
  );
}

const Title = ({ article }: { article: Pick<ArticleView, 'title' | 'language'> }) => (
  <h1
    lang={article.language}
    className="mt-2 mb-6 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]"
  >
    {article.title}
  </h1>
);

type DraftProps = { id: string; person: Actor; listing: Listing };

async function Draft({ id, person, listing }: DraftProps) {
  await afterFlush();
  const db = database();
  const [view, desk, reports] = await Promise.all([
    articleWithClaims(db, id, person),
    deskSettings(db),
    listReports(db, id),
  ]);
  if (!view) notFound();
  const report = reportContent(view, { desk: desk.name, scale: desk.scale, withNames: true, withText: true });
  const changes = await changesSinceLast(db, id, report);
  const [t, publish, format] = await Promise.all([
    getTranslations('report'),
    getTranslations('publish'),
    getFormatter(),
  ]);
  const { tally } = report;
  const texts = new Map(view.paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
  const listed = report.claims.filter(wantsCorrection);
  const shown = isWhole(listing, 'corrections') ? listed : listed.slice(0, listedAtOnce);
  const claims = new Map(view.claims.map((claim) => [claim.number, claim]));
  const tools = shown.flatMap(({ number }): CorrectionToolRow[] => {
    const claim = claims.get(number);
    if (!claim || !mayChangeClaim(person, claim)) return [];
    const proposed = proposeCorrection(claim, texts.get(claim.paragraphId) ?? '', view.article.language);
    return [[number, claim.id, claim.edition, proposed]];
  });
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[12.5px] text-ink-3">
        <b className="font-medium text-ink-2">{t('title')}</b>
        <span>{t('draft', { date: format.dateTime(new Date(view.article.updatedAt), { dateStyle: 'medium' }) })}</span>
        <span>{t('settled', { settled: tally.settled, total: tally.total })}</span>
        <span className="flex-1" />
        <span className="flex flex-wrap gap-2 print:hidden">
          <Link href={`/articles/${id}`} className={buttonClass('plain', 'small')}>
            {t('back')}
          </Link>
          <PrintButton />
          <ExportMenu articleId={id} />
          {may(person, 'publish') && report.coverage !== null && (
            <PublishButton articleId={id} seq={view.article.seq} number={(reports[0]?.number ?? 0) + 1} />
          )}
        </span>
      </div>
      <Title article={view.article} />
      {reports.length > 0 && (
        <section className="mb-7 rounded-xl border border-line bg-sheet px-4 py-3 print:hidden">
          <PublishedList reports={reports} mayWithdraw={may(person, 'publish')} />
          {changes && hasChanged(changes) && (
            <details className="mt-2">
              <summary className="text-[13px] font-medium">
                {publish('since', { number: reports[0]?.number ?? 1 })}
              </summary>
              <ChangeList changes={changes} language={view.article.language} />
            </details>
          )}
        </section>
      )}
      {report.coverage === null ? (
        <div className="rounded-xl border border-dashed border-line px-6 py-14 text-center">
          <p className="text-ink-2">{t('noClaims')}</p>
          <Link href={`/articles/${id}`} className={`${buttonClass('primary')} mt-4`}>
            {t('toArticle')}
          </Link>
        </div>
      ) : (
        <CorrectionTools articleId={id} language={view.article.language} tools={tools}>
          <ReportBody report={report} claimAt={claimCards(id)} listing={listing} />
        </CorrectionTools>
      )}
    </>
  );
}
