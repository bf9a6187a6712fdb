/**
 * The desk's connections to a PostgreSQL server. Whoever asks is answered within a limit: for a connection, for a statement
 * on the server, and for its answer where the server or the network is silent. What has not begun is tried again.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import {
  DriverAdapterError,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { engineCodeOf, faultOf } from './faults';
import { usualPatience as patience, repeat } from './waiting';

/**
 * `pool`: how many connections a process opens at most. `timeout`: how long a statement may take (s). `isPooled`: a pooler
 * stands before the server, which takes no settings of a session.
 */
export type PostgresqlSettings = { pool: number; timeout: number; isPooled: boolean };

export const usualPostgresql: PostgresqlSettings = { pool: 10, timeout: 15, isPooled: false };

/** So many wait for a connection before further ones are sent away at once. */
const mostWaiting = 1_000;

/** What a server has to answer beyond the limit that it knows itself (ms). */
const grace = 2_000;

/** Limits of a session, which a pooler does not let through. A transaction that is left open is ended by the server. */
const sessionLimits = (timeout: number) => ({
  statement_timeout: timeout * 1_000,
  idle_in_transaction_session_timeout: 60_000,
});

/** Connections for the desk at work. */
export function postgresqlConnections(
  address: string,
  { pool: max, timeout, isPooled }: PostgresqlSettings,
): SqlMigrationAwareDriverAdapterFactory {
  const sole = solePostgresqlConnections(address);
  return {
    provider: sole.provider,
    adapterName: sole.adapterName,
    connectToShadowDb: () => sole.connectToShadowDb(),
    connect: async () => {
      const pool = new pg.Pool({
        connectionString: address,
        max,
        keepAlive: true,
        connectionTimeoutMillis: patience,
        // Another process of the desk may wait for the connections that this one does not use.
        idleTimeoutMillis: 2_000,
        query_timeout: timeout * 1_000 + grace,
        ...(isPooled ? {} : sessionLimits(timeout)),
      });
      pool.on('connect', inTurnUnlessSilent);
      // A pooler may send the next statement of a name to a server that has not seen it.
      const statementNameGenerator = isPooled ? undefined : statementNames();
      const connection = await new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator }).connect();
      const { queryRaw, executeRaw, startTransaction } = connection;

      async function patiently<T>(isRepeatable: (error: unknown) => boolean, run: () => Promise<T>): Promise<T> {
        if (pool.waitingCount >= mostWaiting) throw tooMany();
        return repeat(Date.now() + patience, isRepeatable, run);
      }
      const forQuery = ({ sql }: SqlQuery) => (/^\s*SELECT\b/i.test(sql) ? isBroken : isUnbegun);
      connection.queryRaw = (query) => patiently(forQuery(query), () => queryRaw.call(connection, query));
      connection.executeRaw = (query) => patiently(isUnbegun, () => executeRaw.call(connection, query));
      // Nothing is lost with a transaction that was only begun.
      connection.startTransaction = (level) => patiently(isBroken, () => startTransaction.call(connection, level));
      return connection;
    },
  };
}

/** So many statements a connection keeps prepared: those that the desk repeats, and no endless list of others. */
const mostPrepared = 500;

/**
 * Names for statements that come again, by which the server keeps them prepared: it reads and plans each once for a
 * connection. A statement gets its name the second time; '' leaves it unnamed.
 */
function statementNames(): (query: SqlQuery) => string {
  const seen = new Set<string>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known || names.size >= mostPrepared || !/^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql))
      return known ?? '';
    if (!seen.delete(sql)) {
      if (seen.size >= mostPrepared) seen.clear();
      seen.add(sql);
      return '';
    }
    const name = `desk-${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Connections without limits, as for an upgrade. */
export function solePostgresqlConnections(address: string): SqlMigrationAwareDriverAdapterFactory {
  return new PrismaPg({ connectionString: address, connectionTimeoutMillis: patience, keepAlive: true });
}

const tooMany = () => new DriverAdapterError({ kind: 'TooManyConnections', cause: 'too many wait for a connection' });

/** The server took no statement: it has no room, is starting or stopping, or is not there. */
const isUnbegun = (error: unknown) => ['53300', '57P03', 'ECONNREFUSED'].includes(engineCodeOf(error));

/** The connection ended, with or without an answer: a read can be repeated on another one. Silence is not waited for again. */
const isBroken = (error: unknown) =>
  isUnbegun(error) ||
  /^57P0|^ECONN|^EPIPE$/.test(engineCodeOf(error)) ||
  (faultOf(error) === 'database-unreachable' && /terminated unexpectedly|not queryable/i.test(messageOf(error)));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');

/**
 * Gives a connection its statements one after the other, and ends it where its server did not answer in time. It would go back
 * to the pool otherwise, and the next one would wait behind the statement that is never answered.
 *
 * Prisma sends the statements of one query to a transaction's connection at once (its query interpreter reads what belongs to
 * rows with Promise.all). pg puts them in a queue so far, warns of it, and will refuse them from version 9 on.
 */
function inTurnUnlessSilent(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (...given: unknown[]) => {
    // The pool's own statements, which come alone.
    if (typeof given.at(-1) === 'function') return query(...given);
    const answer = last.then(() => query(...given));
    last = answer.catch((error: unknown) => {
      // The pool's clients are whole clients; its type hides how one is ended.
      if (/query read timeout/i.test(messageOf(error))) void (client as unknown as pg.Client).end().catch(() => {});
    });
    return answer;
  };
  // The same function with all its forms that Prisma and the pool use.
  client.query = inTurn as typeof client.query;
}
