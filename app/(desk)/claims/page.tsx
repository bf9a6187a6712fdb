import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { listAssignees } from '#lib/data/review/assignments';
import { findClaims, namesIn } from '#lib/data/search/find-claims';
import { savedViews } from '#lib/data/search/saved-views';
import { standings } from '#lib/domain/claims/standing';
import { may } from '#lib/domain/people/permission';
import { type ClaimParameters, type ClaimQuery, claimParameters, claimQuery } from '#lib/domain/search/claim-query';
import type { ClaimList } from '#lib/domain/search/found-claim';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { AreaMessages } from '../../area-messages';
import { SearchBox } from '../_shell/search-box';
import { SelectAll, SelectionOfPage } from './_selection/selection';
import { claimsHref } from './address';
import { ClaimRow } from './claim-row';
import { ClaimsMenu } from './claims-menu';
import { Filters, FiltersSet } from './filters';
import { Views } from './views';

type PageProps = { searchParams: Promise<ClaimParameters> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('title') };
}

/** All claims of the desk. What is shown stands in the address, so that it works without scripts. */
export default async function ClaimsPage({ searchParams }: PageProps) {
  const query = claimQuery(await searchParams);
  const person = await requirePerson(claimsHref(query, { page: query.page }));
  const [t, list, names, views, people] = await Promise.all([
    getTranslations('claims'),
    findClaims(database(), query, person, new Date()),
    namesIn(database(), query),
    savedViews(database(), person.id),
    may(person, 'assign') ? listAssignees(database()) : null,
  ]);
  if (query.page > list.pages) redirect(claimsHref(query, { page: list.pages }));
  const kept = claimParameters({ ...query, page: 1 });
  const { q: _, sort: __, ...keep } = kept;
  return (
    <main className="mx-auto max-w-[1120px] px-4.5 pt-8 pb-20 sm:px-6">
      <div className="mb-1 flex flex-wrap items-center gap-3">
        <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight whitespace-nowrap">{t('title')}</h1>
        <SearchBox label={t('search')} initial={query.search} keep={keep} />
        {list.claims.length > 0 && (
          <AreaMessages areas={['claims']}>
            <ClaimsMenu parameters={kept} count={query.standing ? list.counts[query.standing] : list.total} />
          </AreaMessages>
        )}
      </div>
      <p className="mb-5 text-ink-2">{t('text')}</p>
      <Views views={views} query={kept} person={person} />
      <Standings query={query} list={list} />
      <Filters query={query} names={names} />
      <FiltersSet query={query} names={names} />
      {list.claims.length === 0 ? (
        <Nothing query={query} list={list} />
      ) : (
        <AreaMessages areas={['claims']}>
          <SelectionOfPage
            key={claimsHref(query, { page: query.page })}
            claims={list.claims.map(({ id, article }) => ({ id, articleId: article.id }))}
            people={people}
            meId={person.id}
          >
            <SelectAll />
            <ul className="divide-y divide-line-2 border-y border-line">
              {list.claims.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} />
              ))}
            </ul>
          </SelectionOfPage>
        </AreaMessages>
      )}
      {list.pages > 1 && <Pages query={query} pages={list.pages} />}
    </main>
  );
}

const chipClass =
  'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper';

async function Standings({ query, list }: { query: ClaimQuery; list: ClaimList }) {
  const [t, words] = await Promise.all([getTranslations('claims'), getTranslations('words.standing')]);
  return (
    <nav aria-label={t('standings')} className="mb-3.5 flex flex-wrap items-center gap-1.5">
      <Link
        href={claimsHref(query, { standing: null })}
        aria-current={query.standing === null || undefined}
        className={chipClass}
      >
        {t('all')} <span className="num">{list.total}</span>
      </Link>
      {standings.map((standing) => (
        <Link
          key={standing}
          href={claimsHref(query, { standing: query.standing === standing ? null : standing })}
          aria-current={query.standing === standing || undefined}
          className={chipClass}
        >
          {words(standing)} <span className="num">{list.counts[standing]}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Why nothing is shown, and what to do next. */
async function Nothing({ query, list }: { query: ClaimQuery; list: ClaimList }) {
  const t = await getTranslations('claims.none');
  const isAsked = Object.keys(claimParameters(query)).length > 0;
  const why = list.isUnreadable ? 'unreadable' : isAsked ? 'found' : 'empty';
  return (
    <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
      <h2 className="font-serif text-lg font-semibold wrap-anywhere">{t(`${why}.title`)}</h2>
      <p className="mx-auto mt-1 max-w-[56ch] text-ink-2">{t(`${why}.text`)}</p>
      <Link href={isAsked ? '/claims' : '/articles'} className={`${buttonClass()} mt-4`}>
        {isAsked ? t('showAll') : t('toArticles')}
      </Link>
    </div>
  );
}

async function Pages({ query, pages }: { query: ClaimQuery; pages: number }) {
  const t = await getTranslations('claims.pages');
  return (
    <nav aria-label={t('label')} className="mt-6 flex flex-wrap items-center justify-center gap-3">
      {query.page > 1 && (
        <Link rel="prev" href={claimsHref(query, { page: query.page - 1 })} className={buttonClass()}>
          {t('previous')}
        </Link>
      )}
      <span className="num text-[13px] text-ink-2">{t('page', { page: query.page, pages })}</span>
      {query.page < pages && (
        <Link rel="next" href={claimsHref(query, { page: query.page + 1 })} className={buttonClass()}>
          {t('next')}
        </Link>
      )}
    </nav>
  );
}
