import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { cache, type ReactNode } from 'react';
import { countUnreadNotices, metricPage } from '#lib/data/ledger/ledger';
import { ratesOf } from '#lib/data/metrics/refresh';
import { type MetricSummary, metricTitle } from '#lib/domain/ledger/ledger';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { currentPerson, requirePerson, type SignedIn } from '#lib/server/session/session';
import { AreaMessages } from '../../../area-messages';
import { MetricStandingTag } from '../metric-standing';
import { spreadText } from '../metric-words';
import { EditMenu } from './_edit/edit-menu';
import { PlotSection } from './_plot/plot-section';
import { History } from './history';
import { Observations } from './observations';
import { WatchButton } from './watch-button';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the page's title and by the page. */
const pageOf = cache((id: string, viewer: SignedIn) => metricPage(database(), id, viewer));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id }, person] = await Promise.all([params, currentPerson()]);
  const page = person && (await pageOf(id, person));
  return { title: page && 'metric' in page ? page.metric.titles[await getLocale()] : undefined };
}

/** One metric: what articles and sources say of it over time, and how the dispute went. */
export default async function FigurePage({ params }: PageProps) {
  const { id } = await params;
  const person = await requirePerson(`/figures/${id}`);
  const page = await pageOf(id, person);
  if (!page) notFound();
  if ('mergedInto' in page) redirect(`/figures/${page.mergedInto}`);
  const { metric, observations, history, merged } = page;
  const [t, rates, unread] = await Promise.all([
    getTranslations('figures'),
    ratesOf(database()),
    countUnreadNotices(database(), person, id),
  ]);
  const claims = observations.filter(({ from }) => from === 'claim');
  const { subject, measure, scope, titles, aliases, edition } = metric;
  return (
    <AreaMessages areas={['figures']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-7 pb-20 sm:px-6">
        <div className="mb-3 flex flex-wrap items-center gap-y-2 sm:gap-x-2 max-sm:[&_button]:px-2">
          <Link
            href="/figures"
            className="inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink max-sm:basis-full"
          >
            <ArrowLeft size={14} aria-hidden="true" /> {t('page.back')}
          </Link>
          <span className="flex-1 max-sm:hidden" />
          {may(person, 'keep-ledger') && (
            <EditMenu
              metric={{ id, subject, measure, scope, titles, aliases, edition }}
              claims={claims.map(({ claim, reads, article }) => ({
                ...{ id: claim.id, number: claim.number, exact: claim.exact, reads },
                ...{ article: article.title, language: article.language },
              }))}
            />
          )}
          <WatchButton key={String(metric.watched)} id={id} watched={metric.watched} unread={unread > 0} />
        </div>
        <Heading metric={metric} />
        <Names aliases={aliases} merged={merged.map(metricTitle)} />
        {observations.length === 0 ? (
          <div className="mt-6 rounded-xl border border-dashed border-line px-6 py-14 text-center">
            <h2 className="font-serif text-lg font-semibold">{t('page.empty')}</h2>
            <p className="mt-1 text-ink-2">{t('page.emptyText')}</p>
          </div>
        ) : (
          <>
            <PlotSection page={page} rates={rates} />
            <Section title={t('table.title')}>
              <Observations rows={observations} />
            </Section>
          </>
        )}
        <Section title={t('history.title')}>
          <History lines={history} />
        </Section>
      </main>
    </AreaMessages>
  );
}

async function Heading({ metric }: { metric: MetricSummary }) {
  const [t, format, language] = await Promise.all([getTranslations('figures.page'), getFormatter(), getLocale()]);
  const { observations, articles, sources, settled, standing } = metric;
  const spread = spreadText(format, metric.spread);
  return (
    <>
      <p className="num flex flex-wrap gap-x-3 gap-y-0.5 text-[12.5px] text-ink-3">
        <b className="font-medium text-ink-2">{t('kicker')}</b>
        <span>{t('observations', { count: observations, articles })}</span>
        <span>{t('sources', { count: sources })}</span>
        {spread && <span>{t('spread', { spread })}</span>}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h1 className="font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]">
          {metric.titles[language]}
        </h1>
        <MetricStandingTag standing={standing} />
      </div>
      {metric.heldBack && (
        <p className="mt-2.5 rounded-md bg-wash px-2.5 py-1.5 text-[13px] text-ink-2">{t('heldBack')}</p>
      )}
      {settled && (
        <p className="mt-2.5 flex flex-wrap items-baseline gap-x-2.5">
          <span className="text-[13px] text-ink-2">{t(standing === 'disputed' ? 'before' : 'settledAt')}</span>
          <b className="num font-serif text-[19px] font-semibold">{settled.reads[language]}</b>
        </p>
      )}
    </>
  );
}

async function Names({ aliases, merged }: { aliases: string[]; merged: string[] }) {
  const [t, format] = await Promise.all([getTranslations('figures.page'), getFormatter()]);
  const others = aliases.filter((alias) => !merged.includes(alias));
  return (
    <>
      {others.length > 0 && (
        <p className="mt-1.5 text-[12.5px] text-ink-3">
          {t('aliases')}: {format.list(others, { type: 'unit' })}
        </p>
      )}
      {merged.length > 0 && (
        <p className="mt-1.5 text-[12.5px] text-ink-3">
          {t('merged')}: {format.list(merged, { type: 'unit' })}
        </p>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-9">
      <h2 className="mb-2 font-serif text-[19px] font-semibold">{title}</h2>
      {children}
    </section>
  );
}
