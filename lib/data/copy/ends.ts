/** The two ends of a copy: a database that is read whole, at one moment, and one that is filled whole or not at all. */
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { type Engine, engineOf } from '#lib/data/database/database';
import { sqlitePath } from '#lib/data/database/sqlite-file';
import { type Column, kindOf, numberOf, type Row, type Value } from './rows';

export type Tables = Map<string, Column[]>;

export type Source = {
  tables: () => Promise<Tables>;
  /** The names of its migrations, the oldest first. */
  migrations: () => Promise<string[]>;
  rows: (table: string, columns: Column[]) => AsyncGenerator<Row[]>;
  close: () => Promise<void>;
};

export type Target = {
  tables: () => Promise<Tables>;
  insert: (table: string, columns: Column[], rows: Row[]) => Promise<void>;
  /** Keeps what was inserted, after the database has checked that its rows fit each other. */
  keep: () => Promise<void>;
  /** Forgets what was not kept. */
  close: () => Promise<void>;
};

const atOnce = 200;
const migrationTable = '_prisma_migrations';
/** Of one engine alone or made anew when the desk starts: the search indexes, with the tables that FTS5 keeps for them. */
const isMadeAnew = (table: string) => /^(?:ClaimSearch|FactCheckSearch)/.test(table);
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const listOf = (names: string[]) => names.map(quoted).join(', ');

export const openSource = (address: string): Promise<Source> => sources[engineOf(address)](address);
export const openTarget = (address: string): Promise<Target> => targets[engineOf(address)](address);

const sources: Record<Engine, (address: string) => Promise<Source>> = {
  sqlite: async (address) => {
    const database = new BetterSqlite3(sqlitePath(address), { fileMustExist: true, readonly: true });
    database.exec('BEGIN');
    return {
      tables: async () => sqliteTables(database),
      migrations: async () =>
        database
          .prepare<[], { name: string }>(`SELECT migration_name AS name FROM ${migrationTable} ORDER BY migration_name`)
          .all()
          .map(({ name }) => name),
      async *rows(table, columns) {
        const select = database.prepare<[], unknown[]>(
          `SELECT ${listOf(columns.map(({ name }) => name))} FROM ${quoted(table)}`,
        );
        let batch: Row[] = [];
        for (const row of select.safeIntegers(true).raw(true).iterate()) {
          batch.push(columns.map((column, at) => fromSqlite(column, row[at])));
          if (batch.length < atOnce) continue;
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      },
      close: async () => void database.close(),
    };
  },
  postgresql: async (address) => {
    const client = await connected(address);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    return {
      tables: () => postgresqlTables(client),
      migrations: async () => {
        const sql = `SELECT migration_name AS name FROM ${migrationTable} ORDER BY migration_name`;
        return (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name);
      },
      async *rows(table, columns) {
        const selected = columns.map(({ name, kind }) =>
          kind === 'bytes' ? `encode(${quoted(name)}, 'base64')` : `${quoted(name)}::text`,
        );
        await client.query(`DECLARE carried NO SCROLL CURSOR FOR SELECT ${selected.join(', ')} FROM ${quoted(table)}`);
        for (;;) {
          const text = `FETCH ${atOnce} FROM carried`;
          const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array' });
          if (rows.length === 0) break;
          yield rows.map((row) => columns.map((column, at) => fromPostgresql(column, row[at] ?? null)));
        }
        await client.query('CLOSE carried');
      },
      close: () => client.end(),
    };
  },
};

const targets: Record<Engine, (address: string) => Promise<Target>> = {
  sqlite: async (address) => {
    const database = new BetterSqlite3(sqlitePath(address), { fileMustExist: true });
    database.pragma('synchronous = FULL');
    // Rows refer to each other across tables; they are checked together at the end.
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN IMMEDIATE');
    return {
      tables: async () => sqliteTables(database),
      insert: async (table, columns, rows) => {
        const names = columns.map(({ name }) => name);
        const marks = names.map(() => '?').join(', ');
        const insert = database.prepare(`INSERT INTO ${quoted(table)} (${listOf(names)}) VALUES (${marks})`);
        for (const row of rows) insert.run(...columns.map((column, at) => toSqlite(column, row[at] ?? null)));
      },
      keep: async () => {
        const [broken] = database.pragma('foreign_key_check') as { table: string }[];
        if (broken) throw new Error(`Rows of ${broken.table} refer to rows that are not there`);
        database.exec('COMMIT');
      },
      close: async () => void database.close(),
    };
  },
  postgresql: async (address) => {
    const client = await connected(address);
    await client.query('BEGIN');
    const references = await client.query<{ owner: string; name: string; definition: string }>(`
      SELECT conrelid::regclass::text AS owner, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`);
    // Rows refer to each other across tables; the constraints are set again at the end, which checks them all.
    for (const { owner, name } of references.rows) await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
    return {
      tables: () => postgresqlTables(client),
      insert: async (table, columns, rows) => {
        const marks = rows.map((row, at) => `(${row.map((_, index) => `$${at * row.length + index + 1}`).join(', ')})`);
        const values = rows.flatMap((row) => columns.map((column, at) => toPostgresql(column, row[at] ?? null)));
        const names = listOf(columns.map(({ name }) => name));
        await client.query(`INSERT INTO ${quoted(table)} (${names}) VALUES ${marks.join(', ')}`, values);
      },
      keep: async () => {
        for (const { owner, name, definition } of references.rows) {
          await client.query(`ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`);
        }
        await client.query('COMMIT');
      },
      close: () => client.end(),
    };
  },
};

async function connected(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  await client.connect();
  return client;
}

function sqliteTables(database: BetterSqlite3.Database): Tables {
  const names = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  const tables = names
    .filter(({ name }) => name !== migrationTable && !isMadeAnew(name))
    .map(({ name }): [string, Column[]] => {
      const columns = database.pragma(`table_info(${quoted(name)})`) as { name: string; type: string }[];
      return [name, columns.map((column) => ({ name: column.name, kind: kindOf(column.type) })).sort(byName)];
    });
  return new Map(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function postgresqlTables(client: pg.Client): Promise<Tables> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(`
    SELECT table_name AS table, column_name AS name, data_type AS type FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '${migrationTable}'`);
  const tables: Tables = new Map();
  const kept = rows.filter(({ table }) => !isMadeAnew(table));
  for (const { table, name, type } of kept.sort((a, b) =>
    a.table < b.table ? -1 : a.table > b.table ? 1 : byName(a, b),
  )) {
    tables.set(table, [...(tables.get(table) ?? []), { name, kind: kindOf(type) }]);
  }
  return tables;
}

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);

function fromSqlite({ kind }: Column, value: unknown): Value {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'flag':
      return Number(value) !== 0;
    case 'moment':
      return momentOf(typeof value === 'string' ? value : Number(value));
    case 'bytes':
      return Buffer.from(value as Buffer).toString('base64');
    case 'number':
      return typeof value === 'bigint' ? numberOf(value.toString()) : Number(value);
    default:
      return String(value);
  }
}

function fromPostgresql({ kind }: Column, value: string | null): Value {
  if (value === null) return null;
  switch (kind) {
    case 'flag':
      return value === 'true';
    case 'moment':
      return momentOf(value);
    case 'bytes':
      return value.replaceAll('\n', '');
    case 'number':
      return numberOf(value);
    default:
      return value;
  }
}

/** A moment as either engine writes it: with or without its zone, which is UTC, or as milliseconds. */
function momentOf(written: string | number): string {
  if (typeof written === 'number') return new Date(written).toISOString();
  const plain = written.trim().replace(' ', 'T');
  return new Date(
    /(?:Z|[+-]\d{2}(?::?\d{2})?)$/.test(plain) ? plain.replace(/([+-]\d{2})$/, '$1:00') : `${plain}Z`,
  ).toISOString();
}

/** As Prisma's adapter writes it, so that moments compare as texts and JSON is as short as it was. */
function toSqlite({ kind }: Column, value: Value): string | number | Buffer | null {
  if (value === null) return null;
  switch (kind) {
    case 'flag':
      return value ? 1 : 0;
    case 'moment':
      return String(value).replace('Z', '+00:00');
    case 'json':
      return JSON.stringify(JSON.parse(String(value)));
    case 'bytes':
      return Buffer.from(String(value), 'base64');
    case 'number':
      return typeof value === 'number' ? value : String(value);
    default:
      return String(value);
  }
}

function toPostgresql({ kind }: Column, value: Value): Value | Buffer {
  return kind === 'bytes' && value !== null ? Buffer.from(String(value), 'base64') : value;
}
