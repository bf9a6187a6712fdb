import { useFormatter, useTranslations } from 'next-intl';
import type { ReportSource } from '#lib/domain/report/content';
import { showPartialDate } from '../i18n/partial-date';
import type { Listing } from './listing';
import { LongRows, RowsLeftOut } from './long-list';
import { type SourceRow, SourceRows } from './source-rows';

/** Makes rows of sources: what each is and which claims rest on it is written out here. */
function useSourceRow(): (source: ReportSource) => SourceRow {
  const t = useTranslations('report');
  const words = useTranslations('words');
  const format = useFormatter();
  return (source) => {
    const facts = [
      source.publisher,
      showPartialDate(format, source.published),
      words(`sourceKind.${source.kind}`),
      source.accessed && t('accessed', { date: showPartialDate(format, source.accessed) ?? '' }),
      source.repeats && t('repeats', { citation: source.repeats }),
      source.retiredAt && t('retired', { date: showPartialDate(format, source.retiredAt.slice(0, 10)) ?? '' }),
      t('cites', { list: format.list(source.claims.map((number) => `#${number}`)) }),
    ];
    return [source.citation, source.title, source.url, facts.filter(Boolean).join(' · ')];
  };
}

/** The report's list of sources, which may be long. */
export function SourceList({ sources, listing }: { sources: ReportSource[]; listing: Listing }) {
  const rows = sources.map(useSourceRow());
  return (
    <>
      <ol className="report-rows report-sources text-[13.5px]">
        <LongRows rows={rows} list="sources" listing={listing} note={(text) => <li>{text}</li>}>
          {(part) => <SourceRows rows={part} />}
        </LongRows>
      </ol>
      <RowsLeftOut total={rows.length} list="sources" listing={listing} />
    </>
  );
}

/** The sources of one claim. */
export function ClaimSources({ sources }: { sources: ReportSource[] }) {
  return (
    <ol className="report-rows report-sources text-[13.5px]">
      <SourceRows rows={sources.map(useSourceRow())} />
    </ol>
  );
}
