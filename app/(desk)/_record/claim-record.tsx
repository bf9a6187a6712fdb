import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type ClaimRecord, type RecordQuery, totalOf, undated } from '#lib/domain/claims/listed-claim';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { buttonClass } from '#ui/button';
import { recordHref } from './address';

/** In the order in which people look: what is in dispute first. */
const shownOrder = [
  ...(['contested', 'disputed', 'false'] satisfies Standing[]),
  ...standings.filter((standing) => !['contested', 'disputed', 'false'].includes(standing)),
];

type RecordProps = {
  /** The address of the page, without what it asks. */
  path: string;
  query: RecordQuery;
  record: ClaimRecord;
  /** The lines of the claims. */
  children: ReactNode;
};

const chipClass =
  'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper';

/** How some claims came out, and a page of them. What is shown stands in the address, so that it works without scripts. */
export async function ClaimRecordView({ path, query, record, children }: RecordProps) {
  const t = await getTranslations('sources.record');
  const isFiltered = query.standing !== null || query.year !== null;
  return (
    <>
      <Standings path={path} query={query} record={record} />
      {record.years.length > 1 && <Years path={path} query={query} record={record} />}
      {record.claims.length === 0 ? (
        <div className="mt-6 rounded-xl border border-dashed border-line px-6 py-12 text-center">
          <h2 className="font-serif text-lg font-semibold">{t(isFiltered ? 'noneFound' : 'empty')}</h2>
          {isFiltered && (
            <Link href={path} className={`${buttonClass()} mt-4`}>
              {t('showAll')}
            </Link>
          )}
        </div>
      ) : (
        <section aria-labelledby="claims">
          <h2 id="claims" className="mt-7 mb-2 font-serif text-[19px] font-semibold">
            {t('claims')} <span className="num text-ink-3">{record.found}</span>
          </h2>
          <ul className="divide-y divide-line-2 border-y border-line">{children}</ul>
        </section>
      )}
      {record.pages > 1 && <Pages path={path} query={query} pages={record.pages} />}
    </>
  );
}

async function Standings({ path, query, record: { counts } }: Omit<RecordProps, 'children'>) {
  const [t, words] = await Promise.all([getTranslations('sources.record'), getTranslations('words.standing')]);
  return (
    <nav aria-label={t('byStanding')} className="mt-5 flex flex-wrap items-center gap-1.5">
      <Link
        href={recordHref(path, query, { standing: null })}
        aria-current={query.standing === null || undefined}
        className={chipClass}
      >
        {t('all')} <span className="num">{totalOf(counts)}</span>
      </Link>
      {shownOrder
        .filter((standing) => counts[standing] > 0 || standing === query.standing)
        .map((standing) => (
          <Link
            key={standing}
            href={recordHref(path, query, { standing: query.standing === standing ? null : standing })}
            aria-current={query.standing === standing || undefined}
            className={chipClass}
          >
            {words(standing)} <span className="num">{counts[standing]}</span>
          </Link>
        ))}
    </nav>
  );
}

const headCell = 'border-b border-line py-1.5 pr-4 text-right text-[12px] font-medium whitespace-nowrap text-ink-3';

async function Years({ path, query, record: { counts, years } }: Omit<RecordProps, 'children'>) {
  const [t, words] = await Promise.all([getTranslations('sources.record'), getTranslations('words.standing')]);
  const columns = shownOrder.filter((standing) => counts[standing] > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keys.
    <section className="mt-5 overflow-x-auto" aria-label={t('byYear')} tabIndex={0}>
      <table className="num w-full border-collapse text-[13px]">
        <thead>
          <tr>
            <th className={`${headCell} text-left`}>{t('year')}</th>
            {columns.map((standing) => (
              <th key={standing} className={headCell}>
                {words(standing)}
              </th>
            ))}
            <th className={`${headCell} pr-0`}>{t('together')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((one) => (
            <tr key={one.year} className="border-b border-line-2">
              <th className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                <Link
                  href={recordHref(path, query, { year: query.year === one.year ? null : one.year })}
                  aria-current={query.year === one.year || undefined}
                  className="underline decoration-line underline-offset-3 hover:decoration-ink aria-[current=true]:font-semibold"
                >
                  {one.year === undated ? t('undated') : one.year}
                </Link>
              </th>
              {columns.map((standing) => (
                <td
                  key={standing}
                  className={`py-1.5 pr-4 text-right ${one.counts[standing] === 0 ? 'text-ink-3' : ''}`}
                >
                  {one.counts[standing]}
                </td>
              ))}
              <td className="py-1.5 text-right font-medium">{totalOf(one.counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function Pages({ path, query, pages }: Pick<RecordProps, 'path' | 'query'> & { pages: number }) {
  const t = await getTranslations('sources.record');
  const page = Math.min(query.page, pages);
  return (
    <nav aria-label={t('pages')} className="mt-6 flex flex-wrap items-center justify-center gap-3">
      {page > 1 && (
        <Link rel="prev" href={recordHref(path, query, { page: page - 1 })} className={buttonClass()}>
          {t('previous')}
        </Link>
      )}
      <span className="num text-[13px] text-ink-2">{t('page', { page, pages })}</span>
      {page < pages && (
        <Link rel="next" href={recordHref(path, query, { page: page + 1 })} className={buttonClass()}>
          {t('next')}
        </Link>
      )}
    </nav>
  );
}
