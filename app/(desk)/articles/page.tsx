import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { type ArticleSummary, listArticles } from '#lib/data/articles/articles';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { Tag } from '#ui/tag';
import { AreaMessages } from '../../area-messages';
import { languageKey } from '../../i18n/language';
import { showPartialDate } from '../../i18n/partial-date';
import { StandingTrack } from '../../words/standing';
import { Avatar } from '../_shell/avatar';
import { SearchBox } from '../_shell/search-box';
import { publisherHref } from '../publishers/address';
import { RemoveArticle, SampleNote } from './list-controls';

type PageProps = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.list');
  return { title: t('title') };
}

export default async function ArticlesPage({ searchParams }: PageProps) {
  const person = await requirePerson('/articles');
  const search = String((await searchParams).q ?? '').slice(0, 200);
  const [t, articles] = await Promise.all([getTranslations('intake.list'), listArticles(database(), search, person)]);
  const mayRemove = may(person, 'remove-article');
  return (
    <AreaMessages areas={['intake']}>
      <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="mb-5 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[26px] whitespace-nowrap font-semibold tracking-tight">{t('title')}</h1>
          <SearchBox label={t('search')} initial={search} />
          {may(person, 'add-article') && (
            <Link href="/articles/new" className={buttonClass('primary')}>
              <Plus size={16} /> {t('new')}
            </Link>
          )}
        </div>
        {articles.some(({ sample }) => sample) && <SampleNote mayRemove={mayRemove} />}
        {articles.length === 0 ? (
          <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
            <h2 className="font-serif text-lg font-semibold">{search ? t('none', { search }) : t('empty')}</h2>
            <p className="mt-1 text-ink-2">{search ? t('noneText') : t('emptyText')}</p>
          </div>
        ) : (
          <ul className="divide-y divide-line-2 border-y border-line">
            {articles.map((article) => (
              <ArticleRow key={article.id} article={article} mayRemove={mayRemove} />
            ))}
          </ul>
        )}
      </main>
    </AreaMessages>
  );
}

async function ArticleRow({ article, mayRemove }: { article: ArticleSummary; mayRemove: boolean }) {
  const [t, words, format] = await Promise.all([
    getTranslations('intake.list'),
    getTranslations('words'),
    getFormatter(),
  ]);
  const { tally } = article;
  return (
    <li className="group relative grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[1fr_260px_112px] sm:items-center">
      <div className="min-w-0">
        <h2 lang={article.language} className="font-serif text-[18px]/[1.4] font-semibold">
          <Link href={`/articles/${article.id}`} className="after:absolute after:inset-0 hover:underline">
            {article.title}
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-[12.5px] text-ink-3">
          {article.sample && <Tag tone="accent">{t('sample')}</Tag>}
          {article.publisher && (
            <Link href={publisherHref(article.publisher)} className="relative text-ink-2 hover:underline">
              {article.publisher}
            </Link>
          )}
          {article.publishedOn && (
            <time dateTime={article.publishedOn}>{showPartialDate(format, article.publishedOn)}</time>
          )}
          <span>{words(`language.${languageKey(article.language)}`)}</span>
          <span>{t('changed', { when: format.relativeTime(new Date(article.updatedAt)) })}</span>
        </p>
      </div>
      <div className="text-[12.5px] text-ink-2">
        {tally.total === 0 ? (
          <span className="text-ink-3">{t('noClaims')}</span>
        ) : (
          <>
            <StandingTrack tally={tally} />
            <span className="num mt-1.5 flex flex-wrap gap-x-3">
              <span>{t('checked', { settled: tally.settled, total: tally.total })}</span>
              {(['disputed', 'false', 'contested'] as const)
                .filter((standing) => tally.standings[standing] > 0)
                .map((standing) => (
                  <span key={standing} className="text-ink-3">
                    {words(`standing.${standing}`)} {tally.standings[standing]}
                  </span>
                ))}
            </span>
          </>
        )}
      </div>
      <div className="relative flex items-center justify-end gap-2 max-sm:absolute max-sm:top-3 max-sm:right-0">
        <span className="hidden -space-x-1.5 sm:flex">
          {article.reviewers.slice(0, 4).map((reviewer) => (
            <Avatar key={reviewer.id} person={reviewer} small />
          ))}
        </span>
        {mayRemove && <RemoveArticle articleId={article.id} title={article.title} />}
      </div>
    </li>
  );
}
