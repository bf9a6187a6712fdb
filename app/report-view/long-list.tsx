/**
 * Lists of a report that may be thousands of rows long. A report shows the beginning of each, and the rest on demand: at an
 * address of its own, where lists arrive part by part and say how far they are, so that neither server nor reader has to
 * take it all at once.
 *
 * Rows are drawn by client components from plain tuples, a part of the list at a time: a row that is drawn on the server
 * alone is sent twice, as HTML and as React's description of it, which is the longer one.
 */
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { afterFlush } from '../after-flush';
import { isWhole, type Listing, listedAtOnce, type ReportListName, wholeAt } from './listing';

type LongRowsProps<Row> = {
  rows: Row[];
  list: ReportListName;
  listing: Listing;
  /** Draws a part of the list. */
  children: (part: Row[]) => ReactNode;
  /** What a note on progress stands in: a row of a table, an item of a list. */
  note: (text: ReactNode) => ReactNode;
  /** How many rows the beginning has. */
  atOnce?: number;
};

/** The rows of a list, or its beginning; <RowsLeftOut> says so where it is the beginning alone. */
export function LongRows<Row>({ rows, list, listing, children, note, atOnce = listedAtOnce }: LongRowsProps<Row>) {
  if (!isWhole(listing, list)) return children(rows.slice(0, atOnce));
  return <RowsFrom at={0} rows={rows} note={note} draw={children} />;
}

type RowsFromProps<Row> = Pick<LongRowsProps<Row>, 'rows' | 'note'> & { at: number; draw: (part: Row[]) => ReactNode };

async function RowsFrom<Row>({ at, rows, draw, note }: RowsFromProps<Row>) {
  if (at > 0) await afterFlush();
  const next = at + listedAtOnce;
  return (
    <>
      {draw(rows.slice(at, next))}
      {next < rows.length && (
        <Suspense fallback={note(<Progress done={next} total={rows.length} />)}>
          <RowsFrom at={next} rows={rows} draw={draw} note={note} />
        </Suspense>
      )}
    </>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('report.long');
  const format = useFormatter();
  return (
    <span role="status" className="num block py-2 text-[13px] text-ink-3">
      {t('progress', { done: format.number(done), total: format.number(total) })}
    </span>
  );
}

type RowsLeftOutProps = { total: number; list: ReportListName; listing: Listing; atOnce?: number };

/** Below the beginning of a list: how much of it is shown, and where the rest is. */
export function RowsLeftOut({ total, list, listing, atOnce = listedAtOnce }: RowsLeftOutProps) {
  const t = useTranslations('report.long');
  const format = useFormatter();
  if (total <= atOnce || isWhole(listing, list)) return null;
  const look = 'text-accent underline underline-offset-2 print:hidden';
  return (
    <p className="num flex flex-wrap gap-x-4 py-2.5 text-[13px] text-ink-3">
      {t('shown', { shown: format.number(atOnce), total: format.number(total) })}
      <a href={`${wholeAt(listing, list)}#${list}`} className={look}>
        {t('whole', { total: format.number(total) })}
      </a>
      <a href={`${listing.page}?all=1`} className={look}>
        {t('all')}
      </a>
    </p>
  );
}
