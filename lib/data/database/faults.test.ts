import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { expect, test } from 'vitest';
import { engineUnderTest, testDatabase } from '#lib/testing/database/database';
import { connectionsTo, openDatabase } from './database';
import { faultOf, postgresqlFaults, refusalOfFault, sqliteFaults } from './faults';

const db = testDatabase();

/** Connections on which statements of some words fail, as the engine's driver tells it. */
function failing(
  connections: SqlMigrationAwareDriverAdapterFactory,
  words: RegExp,
  error: () => unknown,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    ...connections,
    connect: async () => {
      const connection = await connections.connect();
      const { queryRaw, startTransaction } = connection;
      connection.queryRaw = async (query) => {
        if (words.test(query.sql)) throw error();
        return queryRaw.call(connection, query);
      };
      connection.startTransaction = async (level) => {
        if (words.test('BEGIN')) throw error();
        const transaction = await startTransaction.call(connection, level);
        const { executeRaw, queryRaw: queryInside } = transaction;
        transaction.queryRaw = async (query) => {
          if (words.test(query.sql)) throw error();
          return queryInside.call(transaction, query);
        };
        transaction.executeRaw = async (query) => {
          if (!words.test(query.sql)) return executeRaw.call(transaction, query);
          // It is left as a failed COMMIT leaves it.
          await executeRaw.call(transaction, { ...query, sql: 'ROLLBACK' });
          throw error();
        };
        return transaction;
      };
      return connection;
    },
  };
}

const codes =
  engineUnderTest === 'sqlite'
    ? Object.keys(sqliteFaults).flatMap((code) => [code, ...(code.startsWith('SQLITE') ? [`${code}_EXTENDED`] : [])])
    : Object.keys(postgresqlFaults).map((code) => code.padEnd(5, '0'));

/** An error as Prisma's adapter makes it of a driver's. */
const driverError = (code: string) =>
  new DriverAdapterError(
    engineUnderTest === 'sqlite'
      ? { kind: 'sqlite', extendedCode: 1, message: 'no', originalCode: code, originalMessage: 'no' }
      : {
          kind: 'postgres',
          code,
          severity: 'FATAL',
          message: 'no',
          detail: undefined,
          column: undefined,
          hint: undefined,
          originalCode: code,
          originalMessage: 'no',
        },
  );

test.each([['SELECT'], ['INSERT'], ['BEGIN'], ['COMMIT']])('each code has its refusal where %s fails', async (word) => {
  const found = new Map<string, unknown>();
  let code = '';
  const adapter = failing(connectionsTo(db.address()), new RegExp(`^${word}`), () => driverError(code));
  const opened = openDatabase(db.address(), adapter);
  const run = () =>
    word === 'SELECT'
      ? opened.user.findMany()
      : opened.$transaction((tx) => tx.setting.create({ data: { key: 'k', value: 'v' } }));
  for (code of codes) found.set(code, await run().then(() => 'none', faultOf));
  await opened.$disconnect();
  const faults = engineUnderTest === 'sqlite' ? sqliteFaults : postgresqlFaults;
  const expected = (one: string) => faults[one] ?? faults[one.replace('_EXTENDED', '')] ?? faults[one.slice(0, 2)];
  expect([...found]).toEqual(codes.map((one) => [one, expected(one)]));
});

test.each([
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }), 'database-unreachable'],
  [new Error('timeout exceeded when trying to connect'), 'database-overloaded'],
  [new Error('Query read timeout'), 'database-unreachable'],
  [new Error('Connection terminated unexpectedly'), 'database-unreachable'],
  [Object.assign(new Error('Transaction API error'), { code: 'P2028' }), 'database-overloaded'],
  [driverError('22021'), 'value-unstorable'],
  [Object.assign(new Error('unique'), { code: 'P2002' }), undefined],
  [new TypeError('a bug'), undefined],
  ['no error at all', undefined],
])('%s', (error, code) => {
  expect(refusalOfFault(error)?.code).toBe(code);
});
