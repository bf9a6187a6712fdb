import { metricStandings } from '#lib/domain/ledger/ledger';
import { type LedgerQuery, ledgerSorts } from '#lib/domain/ledger/ledger-query';

/** What an address asks of the ledger: `?q=…&standing=disputed&watching=1&sort=spread&page=2`. */
export type LedgerAddress = Record<string, string | string[] | undefined>;

/** The part of the ledger that an address asks for; what it does not understand it leaves out. */
export function ledgerQuery(asked: LedgerAddress): LedgerQuery {
  const one = (name: string) => [asked[name]].flat()[0] ?? '';
  const page = one('page');
  return {
    search: one('q').slice(0, 200),
    standing: metricStandings.find((standing) => standing === one('standing')) ?? null,
    watched: one('watching') === '1',
    sort: ledgerSorts.find((sort) => sort === one('sort')) ?? 'changed',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The address's own words for a part of the ledger, without what goes without saying. */
export function ledgerParameters({ search, standing, watched, sort, page }: LedgerQuery): Record<string, string> {
  return {
    ...(search ? { q: search } : {}),
    ...(standing ? { standing } : {}),
    ...(watched ? { watching: '1' } : {}),
    ...(sort === 'changed' ? {} : { sort }),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}

/** The address of another part of the ledger: what is not named stays, and the first page is shown. */
export function ledgerHref(query: LedgerQuery, change: Partial<LedgerQuery>): string {
  const parameters = new URLSearchParams(ledgerParameters({ ...query, page: 1, ...change }));
  return parameters.size > 0 ? `/figures?${parameters}` : '/figures';
}
