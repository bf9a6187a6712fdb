import Link from 'next/link';
import { Track } from '#ui/tag';
import { ShareBar } from './_plots/share-bar';
import type { Row, Table } from './tables';

const headCell = 'min-w-14 border-b border-line py-1.5 pr-4 align-bottom text-[12px] font-medium text-ink-3';

/** A table of the statistics, which scrolls where there is no room. `label`: what it is about. */
export function StatisticsTable({ table: { columns, rows }, label }: { table: Table; label: string }) {
  const [first, ...others] = columns;
  const isDrawn = rows.some(({ bar, share }) => bar ?? share);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keys.
    <div role="group" className="mt-3 overflow-x-auto" aria-label={label} tabIndex={0}>
      <table className="num w-full border-collapse text-[13px]">
        <thead>
          <tr>
            <th scope="col" className={`${headCell} text-left`}>
              {first?.label}
            </th>
            {others.map((column) => (
              <th key={column.label} scope="col" className={`${headCell} text-right`}>
                {column.label}
              </th>
            ))}
            {isDrawn && <td aria-hidden="true" className={`${headCell} w-[22%] max-sm:hidden`} />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} isDrawn={isDrawn} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const linkClass = 'underline decoration-line underline-offset-3 hover:decoration-ink';

function Line({ row: { key, cells, bar, share, isTogether }, isDrawn }: { row: Row; isDrawn: boolean }) {
  const [head, ...others] = cells;
  const shown = (cell: (typeof cells)[number] | undefined) =>
    cell?.href ? (
      <Link href={cell.href} className={linkClass}>
        {cell.text}
      </Link>
    ) : (
      cell?.text
    );
  return (
    <tr className={`border-b border-line-2 ${isTogether ? 'font-medium' : ''}`}>
      <th scope="row" className="max-w-[40ch] min-w-32 py-1.5 pr-4 text-left font-normal wrap-anywhere">
        {shown(head)}
      </th>
      {others.map((cell, at) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their column.
          key={`${key} ${at}`}
          className={`py-1.5 pr-4 text-right whitespace-nowrap ${cell.value === 0 || cell.value === null ? 'text-ink-3' : ''}`}
        >
          {shown(cell)}
        </td>
      ))}
      {isDrawn && (
        <td aria-hidden="true" className="px-1 py-1.5 align-middle max-sm:hidden">
          {bar && <Track parts={bar} label="" />}
          {share && <ShareBar share={share} />}
        </td>
      )}
    </tr>
  );
}
