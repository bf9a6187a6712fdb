import { type ClaimQuery, claimQuery } from '#lib/domain/search/claim-query';
import type { TableName } from '#lib/domain/statistics/statistics';
import { type StatisticsQuery, statisticsParameters } from '#lib/domain/statistics/statistics-query';
import { claimsHref } from '../claims/address';

/** The address of other statistics: what is not named stays. */
export function statisticsHref(query: StatisticsQuery, change: Partial<StatisticsQuery> = {}): string {
  const parameters = new URLSearchParams(statisticsParameters({ ...query, ...change }));
  return parameters.size > 0 ? `/statistics?${parameters}` : '/statistics';
}

/** The address of a table as a file. */
export const tableHref = (query: StatisticsQuery, table: TableName): string =>
  `/statistics/csv?${new URLSearchParams({ table, ...statisticsParameters(query) })}`;

/** The list of the claims that a number counts: those of the query's outlet and kind that a filter names. */
export const countedHref = ({ outlet, kind }: StatisticsQuery, filter: Partial<ClaimQuery>): string =>
  claimsHref(claimQuery({}), { publisher: outlet, kind, ...filter });
