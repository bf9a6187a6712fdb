/** Records what the client sends to the database, for tests of how many statements and rows something costs. */
import type { SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';

/** A statement without its BEGIN and COMMIT. `rows`: how many it returned, or changed where it returns none. */
export type Statement = { sql: string; args: unknown[]; rows: number };

/** Connections that add every statement to `sent` once it is answered. */
export function recordStatements(
  connections: SqlMigrationAwareDriverAdapterFactory,
  sent: Statement[],
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: connections.provider,
    adapterName: connections.adapterName,
    connect: async () => {
      const connection = recorded(await connections.connect(), sent);
      const { startTransaction } = connection;
      connection.startTransaction = async (level) => recorded(await startTransaction.call(connection, level), sent);
      return connection;
    },
    connectToShadowDb: () => connections.connectToShadowDb(),
  };
}

function recorded<T extends SqlQueryable>(queryable: T, sent: Statement[]): T {
  const { queryRaw, executeRaw } = queryable;
  queryable.queryRaw = async (query) => {
    const result = await queryRaw.call(queryable, query);
    sent.push({ sql: query.sql, args: query.args, rows: result.rows.length });
    return result;
  };
  queryable.executeRaw = async (query) => {
    const changed = await executeRaw.call(queryable, query);
    sent.push({ sql: query.sql, args: query.args, rows: changed });
    return changed;
  };
  return queryable;
}

/** How many rows some statements returned or changed. */
export const rowsOf = (statements: Statement[]): number => statements.reduce((sum, { rows }) => sum + rows, 0);

const tablesAfter = (words: RegExp, statements: Statement[]): string[] => [
  ...new Set(statements.flatMap(({ sql }) => Array.from(sql.matchAll(words), ([, name = '']) => name))),
];

/** The tables that some statements read; the two engines quote names differently. */
export const tablesReadBy = (statements: Statement[]): string[] =>
  tablesAfter(/\b(?:FROM|JOIN)\s+(?:[`"]\w+[`"]\.)?[`"](\w+)[`"]/g, statements);

/** The tables that some statements write. */
export const tablesWrittenBy = (statements: Statement[]): string[] =>
  tablesAfter(/^\s*(?:INSERT(?: OR IGNORE)? INTO|UPDATE|DELETE FROM)\s+(?:[`"]\w+[`"]\.)?[`"](\w+)[`"]/g, statements);
