import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { listSources } from '#lib/data/sources/sources';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../area-messages';
import { SearchBox } from '../_shell/search-box';
import { SourceFactsLine } from './source-facts-line';

type PageProps = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.sources');
  return { title: t('title') };
}

export default async function SourcesPage({ searchParams }: PageProps) {
  const person = await requirePerson('/sources');
  const mayCheck = may(person, 'judge');
  const search = String((await searchParams).q ?? '').slice(0, 200);
  const [t, sources] = await Promise.all([getTranslations('intake.sources'), listSources(database(), search, person)]);
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
                  <Link href={`/sources/${source.id}`} className="font-medium hover:underline wrap-anywhere">
                    {source.title}
                  </Link>
                  <SourceFactsLine source={source} mayCheck={mayCheck} />
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
