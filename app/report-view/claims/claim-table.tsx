import { useTranslations } from 'next-intl';
import { headCell } from '../heading';
import type { Listing, ReportListName } from '../listing';
import { LongRows, RowsLeftOut } from '../long-list';
import type { ClaimRow, RowsAbout } from './claim-row';
import { ClaimRows } from './claim-rows';

type ClaimTableProps = {
  rows: ClaimRow[];
  list: Extract<ReportListName, 'claims' | 'dissent'>;
  about: RowsAbout;
  listing: Listing;
};

export function ClaimTable({ rows, list, about, listing }: ClaimTableProps) {
  const t = useTranslations('report');
  return (
    <>
      <table className="report-rows report-claims w-full border-collapse text-[13.5px] max-sm:block">
        <thead className="max-sm:hidden">
          <tr>
            <th className={`${headCell} w-9`}>#</th>
            <th className={headCell}>{t('claim')}</th>
            <th className={`${headCell} w-28`}>{t('standing')}</th>
            <th className={`${headCell} w-[38%]`}>{t('why')}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          <LongRows
            rows={rows}
            list={list}
            listing={listing}
            note={(text) => (
              <tr>
                <td colSpan={4}>{text}</td>
              </tr>
            )}
          >
            {(part) => <ClaimRows rows={part} about={about} listing={listing} dissentOnly={list === 'dissent'} />}
          </LongRows>
        </tbody>
      </table>
      <RowsLeftOut total={rows.length} list={list} listing={listing} />
    </>
  );
}
