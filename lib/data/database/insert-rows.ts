/**
 * Inserting many whole rows, a batch in a statement whose one parameter holds the rows as JSON. Prisma's `createMany` binds
 * every value by itself and works a plan out for each statement, which for thousands of rows takes longer than the engine.
 */
import { Prisma } from '#lib/data/generated/sqlite/client';
import { noteMade } from '#lib/data/history/track-rows';
import { type Engine, engineIn, inBatches, type Queryable } from './database';

/** The columns of a model that hold JSON: the schema's, which a test holds against this list. */
export const jsonColumns: Partial<Record<Prisma.ModelName, readonly string[]>> = {
  Change: ['before', 'after', 'rows'],
  Claim: ['figureThen'],
  Derivation: ['expression'],
  Evidence: ['takenFrom'],
  Suggestion: ['reasons', 'speaker'],
};

type Scalars<Model extends Prisma.ModelName> = Prisma.TypeMap['model'][Model]['payload']['scalars'];

/** A row with every column of its model: nothing is left to what the database would put in. */
export type WholeRow<Model extends Prisma.ModelName> = {
  [Column in keyof Scalars<Model>]: Prisma.JsonArray extends Scalars<Model>[Column] ? unknown : Scalars<Model>[Column];
};

/** A value as SQLite keeps it, which has no type for moments. */
const written = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().replace('Z', '+00:00') : value;

const quoted = (name: string) => `"${name}"`;

/**
 * The two parts of the statement that inserts rows, before and after its parameter: the rows as lists of values on SQLite,
 * which are taken out of it once (MATERIALIZED) and not once for each column, and as objects on PostgreSQL.
 */
const statements: Record<Engine, (model: string, columns: string[], json: readonly string[]) => [string, string]> = {
  sqlite: (model, columns, json) => {
    const values = columns.map((column, at) =>
      json.includes(column) ? `nullif("row" -> ${at}, 'null')` : `"row" ->> ${at}`,
    );
    return [
      `INSERT INTO ${quoted(model)} (${columns.map(quoted)})
       WITH "given" ("row") AS MATERIALIZED (SELECT "value" FROM json_each(`,
      `)) SELECT ${values} FROM "given"`,
    ];
  },
  postgresql: (model, columns) => {
    const all = columns.map(quoted);
    return [
      `INSERT INTO ${quoted(model)} (${all}) SELECT ${all} FROM json_populate_recordset(NULL::${quoted(model)}, CAST(`,
      ' AS json))',
    ];
  },
};

/**
 * Inserts rows, which the history then knows of without reading them back. Throws where the database refuses one.
 *
 * @param leads what leads from a row to its article where its columns do not, as `sealed-rows.ts` has it.
 */
export async function insertRows<Model extends Prisma.ModelName>(
  tx: Queryable,
  model: Model,
  rows: WholeRow<Model>[],
  leads: (row: WholeRow<Model>) => object = () => ({}),
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const engine = engineIn(tx);
  const columns = Object.keys(first);
  const [start, end] = statements[engine](model, columns, jsonColumns[model] ?? []).map(Prisma.raw);
  const whole = rows.map(storedRow);
  await inBatches(whole, (batch) => {
    const [only] = batch;
    if (engine === 'sqlite' && only && batch.length === 1) return insertOne(tx, model, only);
    const values = batch.map((row) => (engine === 'sqlite' ? columns.map((column) => written(row[column])) : row));
    return tx.$executeRaw`${start}${JSON.stringify(values)}${end}`;
  });
  noteMade(
    tx,
    model,
    whole.map((row, index) => Object.assign(row, leads(rows[index] as WholeRow<Model>))),
  );
}

/**
 * Inserts one row into SQLite, its values by themselves: the engine would take the JSON of a long line of history apart once
 * for each column.
 */
function insertOne(tx: Queryable, model: Prisma.ModelName, row: Record<string, unknown>): Promise<number> {
  const columns = Object.keys(row);
  const values = columns.map((column) => {
    const value = row[column];
    if (value !== null && jsonColumns[model]?.includes(column)) return JSON.stringify(value);
    return typeof value === 'boolean' ? Number(value) : written(value);
  });
  const names = Prisma.raw(columns.map(quoted).join());
  return tx.$executeRaw`INSERT INTO ${Prisma.raw(quoted(model))} (${names}) VALUES (${Prisma.join(values)})`;
}

/** The row as it is read back: its texts are well-formed, as no engine stores half a character. */
function storedRow(row: object): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    stored[column] = typeof value === 'string' ? value.toWellFormed() : (value ?? null);
  }
  return stored;
}
