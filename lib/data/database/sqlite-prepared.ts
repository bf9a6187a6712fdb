/**
 * Statements that a connection to SQLite keeps prepared. Prisma's adapter prepares each anew, which takes SQLite longer than
 * running it: a tenth of a millisecond for a claim with all that hangs on it.
 */
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type BetterSqlite3 from 'better-sqlite3';

/** So many are kept: those that the desk repeats, and no endless list of others. */
const mostKept = 300;
/** A longer one holds many rows or ids, and hardly comes again (characters). */
const longestKept = 20_000;

type File = InstanceType<typeof BetterSqlite3>;
type Prepared = ReturnType<File['prepare']>;

/** A statement as the adapter uses it: with values that are bound, which better-sqlite3 allows only once. */
function boundBy(prepared: Prepared) {
  const { reader } = prepared;
  return {
    bind: (values: unknown[]) => ({
      reader,
      columns: () => prepared.columns(),
      raw: () => ({ all: () => prepared.raw().all(values) }),
      run: () => prepared.run(values),
    }),
  };
}

/** Has a connection of Prisma's adapter keep the statements that it sends, those that were not sent for longest aside. */
export function keepPrepared(connection: SqlDriverAdapter): void {
  // The adapter's own field: it takes no file that others have opened.
  const { client } = connection as unknown as { client: File };
  const prepare = client.prepare.bind(client);
  const kept = new Map<string, ReturnType<typeof boundBy>>();
  const keeping = (sql: string) => {
    const known = kept.get(sql) ?? boundBy(prepare(sql));
    if (sql.length > longestKept) return known;
    kept.delete(sql);
    kept.set(sql, known);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return known;
  };
  // Of a statement the adapter uses no more than `boundBy` has.
  client.prepare = keeping as unknown as File['prepare'];
}
