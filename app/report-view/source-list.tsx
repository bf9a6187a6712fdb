import { useFormatter, useTranslations } from 'next-intl';
import type { ReportSource } from '#lib/domain/report/content';
import { showPartialDate } from '../i18n/partial-date';
import { SourceLink } from '../words/source-link';
import { type Listing, LongRows, RowsLeftOut } from './long-list';

export function SourceList({ sources, listing }: { sources: ReportSource[]; listing: Listing }) {
  const t = useTranslations('report');
  const words = useTranslations('words');
  const format = useFormatter();
  return (
    <>
      <ol className="text-[13.5px]">
        <LongRows rows={sources} listing={listing} note={(text) => <li>{text}</li>}>
          {(source) => (
            <li
              key={source.citation}
              id={`source-${source.citation}`}
              className="flex gap-3 border-b border-line-2 py-2 break-inside-avoid target:bg-accent-wash"
            >
              <span className="num w-8 shrink-0 text-right text-ink-3">[{source.citation}]</span>
              <span className="min-w-0 wrap-anywhere">
                <SourceLink source={source} />
                {source.url && <span className="hidden text-[11.5px] text-ink-2 print:block">{source.url}</span>}
                <span className="block text-[12.5px] text-ink-3">
                  {[
                    source.publisher,
                    showPartialDate(format, source.published),
                    words(`sourceKind.${source.kind}`),
                    source.accessed && t('accessed', { date: showPartialDate(format, source.accessed) ?? '' }),
                    source.repeats && t('repeats', { citation: source.repeats }),
                    t('cites', { list: format.list(source.claims.map((number) => `#${number}`)) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </li>
          )}
        </LongRows>
      </ol>
      <RowsLeftOut total={sources.length} listing={listing} />
    </>
  );
}
