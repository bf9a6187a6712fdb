/**
 * Lists of a report that may be thousands of rows long. A report shows the beginning of each, and the rest on demand: at an
 * address of its own, where lists arrive part by part and say how far they are, so that neither server nor reader has to
 * take it all at once.
 */
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { afterFlush } from '../after-flush';

/** Rows that a report shows of a list, and that arrive at once where it shows them all. */
const listedAtOnce = 300;

/** How a report shows its long lists. */
export type Listing = { all: boolean; allHref: string };

/** What the address of a report's page says about its lists. */
export const listingOf = (page: string, query: { all?: string | string[] }): Listing => ({
  all: query.all !== undefined,
  allHref: `${page}?all=1`,
});

/** Whether a list shows its row at this place, from 1. */
const isListed = (place: number, { all }: Listing): boolean => all || place <= listedAtOnce;

/** Where a source stands in the report's list of them, which has them in the order of their citations. */
export const sourceIn = (listing: Listing, citation: number): string =>
  `${isListed(citation, listing) ? '' : listing.allHref}#source-${citation}`;

type LongRowsProps<Row> = {
  rows: Row[];
  listing: Listing;
  children: (row: Row) => ReactNode;
  /** What a note on progress stands in: a row of a table, an item of a list. */
  note: (text: ReactNode) => ReactNode;
};

/** The rows of a list, or its beginning; <RowsLeftOut> says so where it is the beginning alone. */
export function LongRows<Row>({ rows, listing, children, note }: LongRowsProps<Row>) {
  if (!listing.all) return rows.slice(0, listedAtOnce).map(children);
  return <RowsFrom at={0} {...{ rows, note }} row={children} />;
}

type RowsFromProps<Row> = Pick<LongRowsProps<Row>, 'rows' | 'note'> & { at: number; row: (row: Row) => ReactNode };

async function RowsFrom<Row>({ at, rows, row, note }: RowsFromProps<Row>) {
  if (at > 0) await afterFlush();
  const next = at + listedAtOnce;
  return (
    <>
      {rows.slice(at, next).map(row)}
      {next < rows.length && (
        <Suspense fallback={note(<Progress done={next} total={rows.length} />)}>
          <RowsFrom at={next} {...{ rows, row, note }} />
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

/** Below the beginning of a list: how much of it is shown, and where the rest is. */
export function RowsLeftOut({ total, listing }: { total: number; listing: Listing }) {
  const t = useTranslations('report.long');
  const format = useFormatter();
  if (isListed(total, listing)) return null;
  return (
    <p className="num py-2.5 text-[13px] text-ink-3">
      {t('shown', { shown: format.number(listedAtOnce), total: format.number(total) })}{' '}
      <a href={listing.allHref} className="text-accent underline underline-offset-2 print:hidden">
        {t('all')}
      </a>
    </p>
  );
}
