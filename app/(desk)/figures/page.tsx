import { Eye } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { type LedgerList, listMetrics } from '#lib/data/ledger/ledger';
import { type MetricSummary, metricStandings } from '#lib/domain/ledger/ledger';
import { type LedgerQuery, ledgerSorts } from '#lib/domain/ledger/ledger-query';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { AreaMessages } from '../../area-messages';
import { SearchBox } from '../_shell/search-box';
import { type LedgerAddress, ledgerHref, ledgerParameters, ledgerQuery } from './address';
import { LedgerMenu } from './ledger-menu';
import { MetricStandingTag } from './metric-standing';
import { spreadText } from './metric-words';

type PageProps = { searchParams: Promise<LedgerAddress> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figures');
  return { title: t('title') };
}

/** The ledger: all metrics of the desk. What is shown stands in the address, so that it works without scripts. */
export default async function FiguresPage({ searchParams }: PageProps) {
  const query = ledgerQuery(await searchParams);
  const person = await requirePerson(ledgerHref(query, { page: query.page }));
  const [t, list] = await Promise.all([getTranslations('figures'), listMetrics(database(), query, person)]);
  if (query.page > list.pages) redirect(ledgerHref(query, { page: list.pages }));
  const { q: _, page: __, ...keep } = ledgerParameters(query);
  return (
    <AreaMessages areas={['figures']}>
      <main className="mx-auto max-w-[1120px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="mb-1 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight whitespace-nowrap">{t('title')}</h1>
          <SearchBox label={t('search')} initial={query.search} keep={keep} />
          <LedgerMenu />
        </div>
        <p className="mb-5 text-ink-2">{t('list.text')}</p>
        <Choices query={query} list={list} />
        {list.metrics.length === 0 ? <Nothing query={query} total={list.total} /> : <Metrics list={list.metrics} />}
        {list.pages > 1 && <Pages query={query} pages={list.pages} />}
      </main>
    </AreaMessages>
  );
}

const chipClass =
  'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper';

async function Choices({ query, list }: { query: LedgerQuery; list: LedgerList }) {
  const t = await getTranslations('figures');
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2.5">
      <nav aria-label={t('list.filter')} className="flex flex-wrap items-center gap-1.5">
        <Link
          href={ledgerHref(query, { standing: null })}
          aria-current={query.standing === null || undefined}
          className={chipClass}
        >
          {t('list.all')} <span className="num">{list.total}</span>
        </Link>
        {metricStandings.map((standing) => (
          <Link
            key={standing}
            href={ledgerHref(query, { standing: query.standing === standing ? null : standing })}
            aria-current={query.standing === standing || undefined}
            className={chipClass}
          >
            {t(`standing.${standing}`)} <span className="num">{list.counts[standing]}</span>
          </Link>
        ))}
        <Link
          href={ledgerHref(query, { watched: !query.watched })}
          aria-current={query.watched || undefined}
          className={`${chipClass} inline-flex items-center gap-1`}
        >
          <Eye size={13} aria-hidden="true" /> {t('list.watching')}
        </Link>
      </nav>
      <nav
        aria-label={t('list.sort')}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink-2 md:ml-auto"
      >
        <span className="text-ink-3">{t('list.sort')}</span>
        {ledgerSorts.map((sort) => (
          <Link
            key={sort}
            href={ledgerHref(query, { sort })}
            aria-current={query.sort === sort || undefined}
            className="py-0.5 hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:underline aria-[current=true]:decoration-2 aria-[current=true]:underline-offset-4"
          >
            {t(`list.by.${sort}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** Why nothing is shown, and what to do next. */
async function Nothing({ query, total }: { query: LedgerQuery; total: number }) {
  const t = await getTranslations('figures');
  const { search, standing, watched } = query;
  const isFiltered = search !== '' || standing !== null || watched;
  const [title, text] = !isFiltered
    ? [t('list.empty'), t('list.emptyText')]
    : standing && total > 0
      ? [t('list.noneStanding', { standing: t(`standingWord.${standing}`) }), t('list.noneStandingText')]
      : search
        ? [t('list.noneFound', { search }), t('list.noneFoundText')]
        : watched
          ? [t('list.noneWatched'), t('list.noneWatchedText')]
          : [t('list.empty'), t('list.emptyText')];
  return (
    <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
      <h2 className="font-serif text-lg font-semibold">{title}</h2>
      <p className="mx-auto mt-1 max-w-[56ch] text-ink-2">{text}</p>
      <Link href={isFiltered ? '/figures' : '/articles'} className={`${buttonClass()} mt-4`}>
        {isFiltered ? t('list.showAll') : t('list.toArticles')}
      </Link>
    </div>
  );
}

const headCell =
  'border-b border-line py-1.5 pr-4 text-left text-[12px] font-medium whitespace-nowrap text-ink-3 last:pr-0';
const cell = 'border-b border-line-2 py-3 pr-4 align-baseline last:pr-0 max-md:border-0 max-md:p-0';
/** A fact on a card: its column's name stands before it; one of its last line has its words beside it. */
const fact = `${cell} max-md:basis-full max-md:flex max-md:gap-2 max-md:before:w-24 max-md:before:shrink-0 max-md:before:text-ink-3 max-md:before:content-[attr(data-column)]`;
const count = `${cell} num md:text-right max-md:mt-1 max-md:text-[12.5px] max-md:text-ink-3`;

async function Metrics({ list }: { list: MetricSummary[] }) {
  const t = await getTranslations('figures.list.column');
  return (
    <table className="w-full border-collapse text-[13.5px] max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <th className={headCell}>{t('figure')}</th>
          <th className={headCell}>{t('standing')}</th>
          <th className={headCell}>{t('latest')}</th>
          <th className={headCell}>{t('settled')}</th>
          <th className={`${headCell} text-right`}>{t('spread')}</th>
          <th className={`${headCell} text-right`}>{t('articles')}</th>
          <th className={`${headCell} text-right`}>{t('sources')}</th>
          <th className={`${headCell} pr-0 text-right`}>{t('changed')}</th>
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {list.map((metric) => (
          <MetricRow key={metric.id} metric={metric} />
        ))}
      </tbody>
    </table>
  );
}

async function MetricRow({ metric }: { metric: MetricSummary }) {
  const [t, format, language] = await Promise.all([getTranslations('figures.list'), getFormatter(), getLocale()]);
  const { latest, settled, standing } = metric;
  const spread = spreadText(format, metric.spread);
  const none = (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('noValue')}</span>
    </span>
  );
  return (
    <tr className="max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-3 max-md:gap-y-0.5 max-md:rounded-lg max-md:border max-md:border-line max-md:bg-sheet max-md:p-3.5">
      <td className={`${cell} min-w-52 max-md:min-w-0 max-md:flex-1`}>
        <Link
          href={`/figures/${metric.id}`}
          className="font-serif text-[16px]/[1.4] font-semibold hover:underline wrap-anywhere"
        >
          {metric.titles[language]}
        </Link>
        {metric.watched && (
          <Eye size={14} role="img" aria-label={t('watched')} className="ml-1.5 inline align-[-2px] text-accent" />
        )}
      </td>
      <td className={cell}>
        <MetricStandingTag standing={standing} />
        {metric.heldBack && <span className="mt-0.5 text-[12px] text-ink-3 max-md:ml-2 md:block">{t('heldBack')}</span>}
      </td>
      <td className={`${fact} num max-md:mt-1.5`} data-column={t('column.latest')}>
        {latest ? (
          <span>
            {latest.reads[language]}{' '}
            <span className="text-[12px] whitespace-nowrap text-ink-3 md:block">{t(`latestFrom.${latest.from}`)}</span>
          </span>
        ) : (
          none
        )}
      </td>
      <td className={`${fact} num ${settled ? '' : 'max-md:hidden'}`} data-column={t('column.settled')}>
        {settled ? (
          <span>
            {settled.reads[language]}{' '}
            {standing === 'disputed' && (
              <span className="text-[12px] whitespace-nowrap text-disputed md:block">{t('inQuestion')}</span>
            )}
          </span>
        ) : (
          none
        )}
      </td>
      <td className={`${fact} num md:text-right ${spread ? '' : 'max-md:hidden'}`} data-column={t('column.spread')}>
        {spread ? (
          <span className={standing === 'disputed' ? 'font-semibold text-disputed' : ''}>×{spread}</span>
        ) : (
          none
        )}
      </td>
      <td className={count}>
        <span className="max-md:hidden">{metric.articles}</span>
        <span className="md:hidden">{t('articlesOf', { count: metric.articles })}</span>
      </td>
      <td className={count}>
        <span className="max-md:hidden">{metric.sources}</span>
        <span className="md:hidden">{t('sourcesOf', { count: metric.sources })}</span>
      </td>
      <td className={`${count} md:text-ink-2`}>
        <time dateTime={metric.changedAt} className="whitespace-nowrap">
          {format.dateTime(new Date(metric.changedAt), { dateStyle: 'medium' })}
        </time>
      </td>
    </tr>
  );
}

async function Pages({ query, pages }: { query: LedgerQuery; pages: number }) {
  const t = await getTranslations('figures.list');
  return (
    <nav aria-label={t('pages')} className="mt-6 flex flex-wrap items-center justify-center gap-3">
      {query.page > 1 && (
        <Link rel="prev" href={ledgerHref(query, { page: query.page - 1 })} className={buttonClass()}>
          {t('previous')}
        </Link>
      )}
      <span className="num text-[13px] text-ink-2">{t('page', { page: query.page, pages })}</span>
      {query.page < pages && (
        <Link rel="next" href={ledgerHref(query, { page: query.page + 1 })} className={buttonClass()}>
          {t('next')}
        </Link>
      )}
    </nav>
  );
}
