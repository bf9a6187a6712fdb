import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { isVerdict } from '#lib/domain/claims/standing';
import type { ReportClaim } from '#lib/domain/report/content';
import { claimPage, type PublishedReport } from '#lib/domain/report/published-report';
import { ratingOf } from '#lib/domain/report/rating-scale';
import { scriptJson } from '#lib/export/claim-review';
import { addressFor } from '#lib/server/env';
import { showPartialDate } from '../../../../i18n/partial-date';
import { ClaimFindings } from '../../../../report-view/claims/findings';
import { Heading } from '../../../../report-view/heading';
import { ClaimSources } from '../../../../report-view/source-list';
import { RatingTag } from '../../../../words/rating-tag';
import { markupOf } from '../../../markup';
import { cardOf, feedsOfDesk, readPublished } from '../../../published';
import { PublishedHead, Withdrawn } from '../../../published-head';

type PageProps = { params: Promise<{ slug: string; number: string }> };

/** A claim of a published report; null where there is none of that number. */
function claimIn(report: PublishedReport | null, number: string): ReportClaim | null {
  return report?.content?.claims.find((claim) => String(claim.number) === number) ?? null;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { slug, number } = await params;
  const [report, t, sent] = await Promise.all([readPublished(slug), getTranslations('publish.page'), headers()]);
  const claim = claimIn(report, number);
  if (!report || !claim) return { robots: { index: false, follow: false } };
  return {
    title: t('claimTitle', { words: shortened(claim.exact, 60) }),
    description: shortened(claim.context, 200),
    metadataBase: new URL(addressFor(sent.get('host'))),
    alternates: { canonical: claimPage(report.slug, claim.number), types: feedsOfDesk },
    openGraph: { images: [cardOf(report)] },
    robots: report.listed ? { index: true, follow: true } : { index: false, follow: false },
  };
}

const shortened = (text: string, most: number) =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

export default async function PublishedClaimPage({ params }: PageProps) {
  const { slug, number } = await params;
  const report = await readPublished(slug);
  if (!report) notFound();
  const { content } = report;
  if (!content) return <Withdrawn report={report} />;
  const claim = claimIn(report, number);
  if (!claim) notFound();
  const [t, words, format, locale, sent] = await Promise.all([
    getTranslations('publish.page'),
    getTranslations('report'),
    getFormatter(),
    getLocale(),
    headers(),
  ]);
  const { article, scale } = content;
  const own = `/reports/${encodeURIComponent(report.slug)}`;
  const rating = isVerdict(claim.standing) ? ratingOf(scale, claim.standing, locale) : null;
  const markup = markupOf(claim, report, content, { address: addressFor(sent.get('host')), locale });
  const heading = markup?.claimReviewed ?? claim.exact;
  const cited = new Set(claim.evidence.map(({ citation }) => citation));
  return (
    <article className="mx-auto max-w-[46em]">
      {markup && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which nothing can end the element
          dangerouslySetInnerHTML={{ __html: scriptJson(markup) }}
        />
      )}
      <PublishedHead report={report} />
      <p className="mt-3 text-[13px] text-ink-2">
        <a href={own} className="text-accent underline underline-offset-2">
          {t('wholeReport')}
        </a>
      </p>
      <h1 lang={article.language} className="mt-5 font-serif text-[22px]/[1.45] font-semibold sm:text-[26px]/[1.4]">
        {heading}
      </h1>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13.5px] text-ink-2">
        <RatingTag standing={claim.standing} scale={scale} />
        {rating?.ratingValue != null && (
          <span className="num">{t('rated', { value: rating.ratingValue, best: rating.bestRating })}</span>
        )}
        {claim.figure && <span className="num">{claim.figure.reads[locale]}</span>}
      </p>
      <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 text-[13.5px]">
        {claim.speaker && (
          <>
            <dt className="text-ink-3">{t('saidBy')}</dt>
            <dd>{[claim.speaker.name, claim.speaker.role, claim.speaker.organisation].filter(Boolean).join(', ')}</dd>
          </>
        )}
        <dt className="text-ink-3">{t('foundIn')}</dt>
        <dd lang={article.language}>
          {article.url ? (
            <a href={article.url} rel="noreferrer noopener nofollow" className="underline underline-offset-2">
              {article.title}
            </a>
          ) : (
            article.title
          )}
          {[article.byline, article.publisher, showPartialDate(format, article.publishedOn)]
            .filter(Boolean)
            .map((fact) => ` · ${fact}`)}
        </dd>
        <dt className="text-ink-3">{t('checkedBy')}</dt>
        <dd>{content.desk}</dd>
      </dl>
      {claim.context !== heading && (
        <blockquote lang={article.language} className="mt-5 border-l-2 border-line pl-4 font-serif wrap-anywhere">
          {claim.context}
        </blockquote>
      )}
      {claim.correction && (
        <section>
          <Heading>{words('insteadSay')}</Heading>
          <p lang={article.language} className="border-l-2 border-verified pl-4 font-serif whitespace-pre-line">
            {claim.correction}
          </p>
        </section>
      )}
      <section>
        <Heading>{words('why')}</Heading>
        <ClaimFindings claim={claim} scale={scale} sourceHref={(citation) => `#source-${citation}`} />
      </section>
      {cited.size > 0 && (
        <section>
          <Heading>{words('sources')}</Heading>
          <ClaimSources sources={content.sources.filter(({ citation }) => cited.has(citation))} />
          <ul className="mt-3 grid gap-2 text-[13.5px]">
            {claim.evidence
              .filter(({ excerpt }) => excerpt)
              .map(({ citation, excerpt, locator }) => (
                <li key={`${citation} ${excerpt}`} className="border-l-2 border-line pl-3 wrap-anywhere">
                  <span className="num mr-1.5 text-ink-3">[{citation}]</span>
                  {excerpt}
                  {locator && <span className="text-ink-3"> ({locator})</span>}
                </li>
              ))}
          </ul>
        </section>
      )}
    </article>
  );
}
