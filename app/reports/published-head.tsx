import { useFormatter, useTranslations } from 'next-intl';
import type { PublishedReport } from '#lib/domain/report/published-report';

/** Which report this is, whose and of when; and whether it is the last word. */
export function PublishedHead({ report }: { report: PublishedReport }) {
  const t = useTranslations('publish.page');
  const format = useFormatter();
  const { content, number, publishedAt, newer } = report;
  return (
    <>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-[12.5px] text-ink-3">
        <b className="font-medium text-ink-2">{content?.desk}</b>
        <span>{t('report', { number })}</span>
        <time dateTime={publishedAt}>
          {t('published', { date: format.dateTime(new Date(publishedAt), { dateStyle: 'long' }) })}
        </time>
      </p>
      {newer && (
        <p className="mt-3 rounded-md bg-disputed-wash px-3 py-2 text-[13.5px]">
          {t.rich('newer', {
            number: newer.number,
            link: (held) => (
              <a href={`/reports/${encodeURIComponent(newer.slug)}`} className="font-medium underline">
                {held}
              </a>
            ),
          })}
        </p>
      )}
    </>
  );
}

/** What stands in the place of a report that was withdrawn. */
export function Withdrawn({ report }: { report: PublishedReport }) {
  const t = useTranslations('publish.page');
  const format = useFormatter();
  return (
    <div className="mx-auto max-w-[42em] py-12">
      <p className="text-[13px] font-semibold text-false">{t('withdrawn')}</p>
      <h1 lang={report.language} className="mt-2 font-serif text-[25px]/[1.3] font-semibold">
        {report.title}
      </h1>
      <p className="mt-4 border-l-2 border-false pl-4 whitespace-pre-line wrap-anywhere">{report.notice}</p>
      <p className="mt-4 text-[13px] text-ink-3">
        {t('withdrawnOn', {
          number: report.number,
          published: format.dateTime(new Date(report.publishedAt), { dateStyle: 'long' }),
          withdrawn: format.dateTime(new Date(report.withdrawnAt ?? report.publishedAt), { dateStyle: 'long' }),
        })}
      </p>
      {report.newer && (
        <p className="mt-4">
          <a href={`/reports/${encodeURIComponent(report.newer.slug)}`} className="text-accent underline">
            {t('instead', { number: report.newer.number })}
          </a>
        </p>
      )}
    </div>
  );
}
