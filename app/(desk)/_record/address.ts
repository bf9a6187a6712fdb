import { type RecordQuery, undated } from '#lib/domain/claims/listed-claim';
import { standings } from '#lib/domain/claims/standing';

/** What an address asks of a page of claims: `?standing=disputed&year=2024&page=2`. */
export type RecordAddress = Record<string, string | string[] | undefined>;

/** The claims that an address asks for; what it does not understand it leaves out. */
export function recordQuery(asked: RecordAddress): RecordQuery {
  const one = (name: string) => [asked[name]].flat()[0] ?? '';
  const year = one('year');
  return {
    standing: standings.find((standing) => standing === one('standing')) ?? null,
    year: year === undated || /^\d{4}$/.test(year) ? year : null,
    leaning: one('leaning') === '1',
    page: pageIn(asked.page),
  };
}

/** The number of a page in an address; the first one where it names none. */
export function pageIn(asked: string | string[] | undefined): number {
  const page = [asked].flat()[0] ?? '';
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
}

/** The address of other claims of a page at `path`: what is not named stays, and the first page of them is shown. */
export function recordHref(path: string, query: RecordQuery, change: Partial<RecordQuery>): string {
  const { standing, year, leaning, page } = { ...query, page: 1, ...change };
  const parameters = new URLSearchParams({
    ...(standing ? { standing } : {}),
    ...(year ? { year } : {}),
    ...(leaning ? { leaning: '1' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
