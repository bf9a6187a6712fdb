import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ArticleSummary } from '#lib/data/articles/articles';
import { type PublishedCorrection, type PublisherPage, publisherPage } from '#lib/data/articles/publisher-page';
import { claimAddress } from '#lib/domain/articles/addresses';
import { totalOf } from '#lib/domain/claims/listed-claim';
import { standings } from '#lib/domain/claims/standing';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { showPartialDate } from '../../../i18n/partial-date';
import { StandingTag, StandingTrack } from '../../../words/standing';
import { pageIn } from '../../_record/address';
import { publisherHref, publisherIn } from '../address';

type PageProps = { params: Promise<{ name: string }>; searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: publisherIn((await params).name) ?? undefined };
}

/** One outlet: its articles, how their claims came out, and what it should correct. */
export default async function PublisherRecordPage({ params, searchParams }: PageProps) {
  const [{ name: part }, asked] = await Promise.all([params, searchParams]);
  const name = publisherIn(part);
  if (name === null) notFound();
  const number = pageIn(asked.page);
  const person = await requirePerson(publisherHref(name, number));
  const page = await publisherPage(database(), name, person, number);
  if (!page) notFound();
  const [t, format] = await Promise.all([getTranslations('sources.publisher'), getFormatter()]);
  const [first = name, ...others] = page.names;
  return (
    <main className="mx-auto max-w-[1040px] px-4.5 pt-7 pb-20 sm:px-6">
      <Link href="/articles" className="inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink">
        <ArrowLeft size={14} aria-hidden="true" /> {t('back')}
      </Link>
      <h1 className="mt-3 font-serif text-[25px]/[1.3] font-semibold tracking-tight wrap-anywhere sm:text-[32px]/[1.3]">
        {page.names.includes(name) ? name : first}
      </h1>
      {others.length > 0 && (
        <p className="mt-1 text-[12.5px] text-ink-3">
          {t('names')}: {format.list(page.names, { type: 'unit' })}
        </p>
      )}
      <Counts counts={page.counts} />
      {page.corrections.length > 0 && (
        <section aria-labelledby="corrections">
          <h2 id="corrections" className="mt-8 mb-2 font-serif text-[19px] font-semibold">
            {t('corrections')} <span className="num text-ink-3">{page.corrections.length}</span>
          </h2>
          <ul className="divide-y divide-line-2 border-y border-line">
            {page.corrections.map((one) => (
              <Correction key={one.claimId} correction={one} />
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="articles">
        <h2 id="articles" className="mt-8 mb-2 font-serif text-[19px] font-semibold">
          {t('articles')} <span className="num text-ink-3">{page.total}</span>
        </h2>
        <ul className="divide-y divide-line-2 border-y border-line">
          {page.articles.map((article) => (
            <Article key={article.id} article={article} />
          ))}
        </ul>
      </section>
      {page.pages > 1 && <Pages name={name} page={Math.min(number, page.pages)} pages={page.pages} />}
    </main>
  );
}

async function Counts({ counts }: Pick<PublisherPage, 'counts'>) {
  const t = await getTranslations('sources.publisher');
  const total = totalOf(counts);
  if (total === 0) return <p className="mt-3 text-ink-2">{t('noClaims')}</p>;
  return (
    <div className="mt-4">
      <p className="num mb-1.5 text-[13px] text-ink-2">{t('claims', { count: total })}</p>
      <div className="max-w-md">
        <StandingTrack tally={{ total, settled: total - counts.open - counts.contested, standings: counts }} tall />
      </div>
      <ul className="num mt-2 flex flex-wrap gap-x-4 gap-y-1.5 text-[13px]">
        {standings
          .filter((standing) => counts[standing] > 0)
          .map((standing) => (
            <li key={standing} className="inline-flex items-center gap-1.5">
              <StandingTag standing={standing} /> {counts[standing]}
            </li>
          ))}
      </ul>
    </div>
  );
}

async function Correction({
  correction: { number, exact, correction, article, report },
}: {
  correction: PublishedCorrection;
}) {
  const [t, format] = await Promise.all([getTranslations('sources.publisher'), getFormatter()]);
  const date = format.dateTime(new Date(report.publishedAt), { dateStyle: 'medium' });
  return (
    <li className="py-3">
      <Link
        href={claimAddress(article.id, number)}
        lang={article.language}
        className="line-clamp-3 font-serif text-[15.5px]/[1.5] hover:underline wrap-anywhere"
      >
        {exact}
      </Link>
      <p className="mt-0.5 text-[13.5px] wrap-anywhere">
        <span className="text-ink-3">{t('instead')}</span> <span lang={article.language}>{correction}</span>
      </p>
      <p className="mt-0.5 flex flex-wrap gap-x-2.5 text-[12.5px] text-ink-3">
        <span>{t('inArticle', { title: article.title, number })}</span>
        <Link href={`/reports/${encodeURIComponent(report.slug)}`} className="text-accent hover:underline">
          {t('report', { date })}
        </Link>
      </p>
    </li>
  );
}

async function Article({ article }: { article: ArticleSummary }) {
  const [t, format] = await Promise.all([getTranslations('sources.publisher'), getFormatter()]);
  const { tally } = article;
  return (
    <li className="grid gap-x-8 gap-y-2 py-3 sm:grid-cols-[1fr_220px] sm:items-center">
      <div className="min-w-0">
        <Link
          href={`/articles/${article.id}`}
          lang={article.language}
          className="font-serif text-[16px]/[1.4] font-semibold hover:underline wrap-anywhere"
        >
          {article.title}
        </Link>
        <p className="mt-0.5 text-[12.5px] text-ink-3">
          {article.publishedOn ? (
            <time dateTime={article.publishedOn}>{showPartialDate(format, article.publishedOn)}</time>
          ) : (
            t('undated')
          )}
        </p>
      </div>
      {tally.total > 0 && (
        <div className="num text-[12.5px] text-ink-2">
          <StandingTrack tally={tally} />
          <span className="mt-1 block">{t('checked', { settled: tally.settled, total: tally.total })}</span>
        </div>
      )}
    </li>
  );
}

async function Pages({ name, page, pages }: { name: string; page: number; pages: number }) {
  const t = await getTranslations('sources.record');
  return (
    <nav aria-label={t('pages')} className="mt-6 flex flex-wrap items-center justify-center gap-3">
      {page > 1 && (
        <Link rel="prev" href={publisherHref(name, page - 1)} className={buttonClass()}>
          {t('previous')}
        </Link>
      )}
      <span className="num text-[13px] text-ink-2">{t('page', { page, pages })}</span>
      {page < pages && (
        <Link rel="next" href={publisherHref(name, page + 1)} className={buttonClass()}>
          {t('next')}
        </Link>
      )}
    </nav>
  );
}
