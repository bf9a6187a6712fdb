import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { listSources } from '#lib/data/sources/sources';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { Tag } from '#ui/tag';
import { AreaMessages } from '../../area-messages';
import { showPartialDate } from '../../i18n/partial-date';
import { SourceLink } from '../../words/source-link';
import { SearchBox } from '../_shell/search-box';
import { CheckLink } from './check-link';

type PageProps = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.sources');
  return { title: t('title') };
}

export default async function SourcesPage({ searchParams }: PageProps) {
  const person = await requirePerson('/sources');
  const mayCheck = may(person, 'judge');
  const search = String((await searchParams).q ?? '').slice(0, 200);
  const [t, words, format, sources] = await Promise.all([
    getTranslations('intake.sources'),
    getTranslations('words.sourceKind'),
    getFormatter(),
    listSources(database(), search, person),
  ]);
  return (
    <AreaMessages areas={['intake']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="mb-5 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[26px] whitespace-nowrap font-semibold tracking-tight">{t('title')}</h1>
          <SearchBox label={t('search')} initial={search} />
        </div>
        {sources.length === 0 ? (
          <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
            <h2 className="font-serif text-lg font-semibold">{search ? t('none', { search }) : t('empty')}</h2>
            {!search && <p className="mt-1 text-ink-2">{t('emptyText')}</p>}
          </div>
        ) : (
          <ul className="divide-y divide-line-2 border-y border-line">
            {sources.map((source) => (
              <li key={source.id} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_auto] sm:items-baseline">
                <div className="min-w-0">
                  <span className="font-medium">
                    <SourceLink source={source} />
                  </span>
                  <p className="flex flex-wrap items-center gap-x-2.5 text-[12.5px] text-ink-3">
                    <Tag>{words(source.kind)}</Tag>
                    {source.publisher && <span className="text-ink-2">{source.publisher}</span>}
                    {source.published && (
                      <time dateTime={source.published}>{showPartialDate(format, source.published)}</time>
                    )}
                    {source.checkedAt && (
                      <span className={source.isDead ? 'font-medium text-false' : ''}>
                        {t(source.isDead ? 'dead' : 'alive', {
                          when: format.dateTime(new Date(source.checkedAt), { dateStyle: 'medium' }),
                        })}
                      </span>
                    )}
                    {source.snapshotId && (
                      <a
                        href={`/snapshots/${source.snapshotId}`}
                        target="_blank"
                        rel="noreferrer"
                        className="text-accent hover:underline"
                      >
                        {t('original')}
                      </a>
                    )}
                    {source.url && mayCheck && <CheckLink id={source.id} title={source.title} />}
                    {source.origin && <span>{t('repeats', { title: source.origin })}</span>}
                  </p>
                </div>
                <span className="num text-[12.5px] text-ink-2">
                  {t('usedOn', { claims: source.claims, articles: source.articles })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </main>
    </AreaMessages>
  );
}
