import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { deskSettings } from '#lib/data/report/desk';
import { database } from '#lib/server/database';
import { addressFor } from '#lib/server/env';
import { AreaMessages } from '../../area-messages';
import { ChangeList } from '../../report-view/change-list';
import { Heading } from '../../report-view/heading';
import { listingOf } from '../../report-view/listing';
import { PrintButton } from '../../report-view/print-button';
import { ReportBody } from '../../report-view/report-body';
import { cardOf, feedsOfDesk, readPublished } from '../published';
import { PublishedHead, Withdrawn } from '../published-head';

type PageProps = { params: Promise<{ slug: string }>; searchParams: Promise<{ all?: string | string[] }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug } = await params;
  const [report, t, sent] = await Promise.all([readPublished(slug), getTranslations('publish.page'), headers()]);
  if (!report) return {};
  const { title, content, number, listed } = report;
  const description = content
    ? t('description', { settled: content.tally.settled, total: content.tally.total, desk: content.desk })
    : t('withdrawn');
  const address = addressFor(sent.get('host'));
  return {
    title: t('pageTitle', { title, number }),
    description,
    metadataBase: new URL(address),
    alternates: { canonical: `/reports/${encodeURIComponent(report.slug)}`, types: feedsOfDesk },
    robots: listed && content ? { index: true, follow: true } : { index: false, follow: false },
    openGraph: {
      type: 'article',
      title,
      description,
      publishedTime: report.publishedAt,
      images: content ? [cardOf(report)] : [],
    },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function PublishedReportPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const report = await readPublished(slug);
  if (!report) notFound();
  const { content } = report;
  if (!content) return <Withdrawn report={report} />;
  const [t, desk, locale] = await Promise.all([getTranslations('publish.page'), deskSettings(database()), getLocale()]);
  const { article, changes } = content;
  const own = `/reports/${encodeURIComponent(report.slug)}`;
  const policy = locale === 'zh' ? desk.correctionsZh || desk.correctionsEn : desk.correctionsEn || desk.correctionsZh;
  return (
    <AreaMessages areas={['report']}>
      <PublishedHead report={report} />
      <h1
        lang={article.language}
        className="mt-2 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]"
      >
        {article.title}
      </h1>
      <p className="mt-1.5 mb-7 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
        {[article.byline, article.publisher, article.publishedOn].filter(Boolean).join(' · ')}
        {article.url && (
          <a href={article.url} rel="noreferrer noopener nofollow" className="text-accent underline underline-offset-2">
            {t('original')}
          </a>
        )}
        <span className="flex-1" />
        <span className="print:hidden">
          <PrintButton />
        </span>
      </p>
      {changes && (
        <section className="mb-7 rounded-xl border border-line bg-sheet px-4 py-3">
          <h2 className="text-[13px] font-medium">{t('changes', { number: report.number - 1 })}</h2>
          <ChangeList changes={changes} language={article.language} />
        </section>
      )}
      <ReportBody report={content} claimAt={`${own}/claims/`} listing={listingOf(own, await searchParams)} />
      <section>
        <Heading>{t('policy')}</Heading>
        <p className="max-w-[75ch] text-[13.5px] whitespace-pre-line text-ink-2 wrap-anywhere">
          {policy || t('noPolicy', { desk: desk.name })}
        </p>
      </section>
      <p className="num mt-8 text-[12px] text-ink-3 wrap-anywhere">
        {t.rich('hash', {
          hash: report.contentHash,
          link: (held) => (
            <a href={`${own}/report.json`} className="text-accent underline underline-offset-2">
              {held}
            </a>
          ),
        })}
      </p>
    </AreaMessages>
  );
}
