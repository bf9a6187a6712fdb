import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { findChecks } from '#lib/data/fact-checks/checks';
import { listFeeds } from '#lib/data/fact-checks/feeds';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { env } from '#lib/server/env';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { AreaMessages } from '../../area-messages';
import { CheckedBy } from '../../words/checked-by';
import { SearchBox } from '../_shell/search-box';
import { AddFeed } from './add-feed';
import { FeedRow } from './feed-row';
import { SearchGoogle } from './search-google';

type PageProps = { searchParams: Promise<{ q?: string; page?: string }> };

const perPage = 30;
/** Nobody turns further; the search finds what lies beyond. */
const mostPages = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('factChecks');
  return { title: t('title') };
}

export default async function FactChecksPage({ searchParams }: PageProps) {
  const person = await requirePerson('/fact-checks');
  const asked = await searchParams;
  const search = String(asked.q ?? '')
    .slice(0, 200)
    .replaceAll('\0', '');
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.page)) || 1), mostPages);
  const [t, feeds, { checks, total }] = await Promise.all([
    getTranslations('factChecks'),
    listFeeds(database()),
    findChecks(database(), { search, from: (page - 1) * perPage, limit: perPage }),
  ]);
  const mayManage = may(person, 'manage-fact-checks');
  const last = Math.min(Math.ceil(total / perPage), mostPages);
  const href = (number: number) =>
    `/fact-checks?${new URLSearchParams({ ...(search && { q: search }), page: `${number}` })}`;
  return (
    <AreaMessages areas={['factChecks', 'refusal']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight">{t('title')}</h1>
          <SearchBox label={t('search')} initial={search} />
        </div>
        <p className="mt-1 max-w-[68ch] text-ink-2">{t('text')}</p>
        <section aria-label={t('feeds.title')} className="mt-6">
          <h2 className="font-serif text-lg font-semibold">{t('feeds.title')}</h2>
          {feeds.length > 0 ? (
            <ul className="mt-2 divide-y divide-line-2 border-y border-line">
              {feeds.map((feed) => (
                <FeedRow key={feed.id} feed={feed} mayManage={mayManage} />
              ))}
            </ul>
          ) : (
            <p className="mt-1 text-ink-3">{t('feeds.none')}</p>
          )}
          {mayManage && <AddFeed />}
          {mayManage && env().GOOGLE_FACT_CHECK_KEY && <SearchGoogle />}
        </section>
        <section aria-label={t('title')} className="mt-9">
          <h2 className="num text-[13px] font-medium text-ink-2">{t('count', { count: total })}</h2>
          {checks.length === 0 ? (
            <div className="mt-2 rounded-xl border border-dashed border-line px-6 py-12 text-center">
              <h3 className="font-serif text-lg font-semibold wrap-anywhere">
                {search ? t('none', { search }) : t('empty')}
              </h3>
              {!search && <p className="mt-1 text-ink-2">{t('emptyText')}</p>}
            </div>
          ) : (
            <ul className="mt-2 divide-y divide-line-2 border-y border-line">
              {checks.map((check) => (
                <li key={check.id} className="py-3">
                  <CheckedBy check={check} />
                  <span className="text-[12px] text-ink-3 wrap-anywhere">{t('from', { feed: check.feed })}</span>
                </li>
              ))}
            </ul>
          )}
          {last > 1 && (
            <nav aria-label={t('pages')} className="mt-6 flex flex-wrap items-center justify-center gap-3">
              {page > 1 && (
                <Link rel="prev" href={href(page - 1)} className={buttonClass()}>
                  {t('earlier')}
                </Link>
              )}
              <span className="num text-[13px] text-ink-2">{t('page', { page, last })}</span>
              {page < last && (
                <Link rel="next" href={href(page + 1)} className={buttonClass()}>
                  {t('later')}
                </Link>
              )}
            </nav>
          )}
        </section>
      </main>
    </AreaMessages>
  );
}
