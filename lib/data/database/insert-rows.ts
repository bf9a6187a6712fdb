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
  Suggestion: ['reasons', 'speaker'],
};

type Scalars<Model extends Prisma.ModelName> = Prisma.TypeMap['model'][Model]['payload']['scalars'];

/** A row with every column of its model: nothing is left to what the database would put in. */
export type WholeRow<Model extends Prisma.ModelName> = {
  [Column in keyof Scalars<Model>]: Prisma.JsonArray extends Scalars<Model>[Column] ? unknown : Scalars<Model>[Column];
};

/** A value of a column that holds no JSON. */
type Plain = string | number | boolean | Date | null;

/** A value as the drivers store it: text that is well-formed, moments as the engine writes them. */
function stored(value: Plain, engine: Engine): Plain {
  if (typeof value === 'string') return value.toWellFormed();
  if (!(value instanceof Date)) return value;
  return engine === 'sqlite' ? value.toISOString().replace('Z', '+00:00') : value.toISOString();
}

const quoted = (name: string) => `"${name}"`;

/** The statement that inserts rows; what its parameter holds of each is a list of values on SQLite, an object on PostgreSQL. */
const statements: Record<Engine, (model: string, columns: string[], json: readonly string[]) => string> = {
  sqlite: (model, columns, json) => {
    const values = columns.map((column, at) =>
      json.includes(column) ? `nullif("value" -> ${at}, 'null')` : `"value" ->> ${at}`,
    );
    return `INSERT INTO ${quoted(model)} (${columns.map(quoted)}) SELECT ${values} FROM json_each(`;
  },
  postgresql: (model, columns) => {
    const all = columns.map(quoted);
    return `INSERT INTO ${quoted(model)} (${all}) SELECT ${all} FROM json_populate_recordset(NULL::${quoted(model)}, `;
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
  const json: readonly string[] = jsonColumns[model] ?? [];
  const start = Prisma.raw(statements[engine](model, columns, json));
  await inBatches(rows, async (batch) => {
    const written = batch.map((row) => {
      const given = row as Record<string, unknown>;
      // A column that holds no JSON has plain values, by the type of a whole row.
      const value = (column: string) =>
        json.includes(column) ? (given[column] ?? null) : stored((given[column] ?? null) as Plain, engine);
      return engine === 'sqlite'
        ? columns.map(value)
        : Object.fromEntries(columns.map((column) => [column, value(column)]));
    });
    const parameter = JSON.stringify(written);
    await tx.$executeRaw`${start}${engine === 'sqlite' ? Prisma.sql`${parameter})` : Prisma.sql`CAST(${parameter} AS json))`}`;
  });
  noteMade(
    tx,
    model,
    rows.map((row) => ({ ...wellFormed(row), ...leads(row) })),
  );
}

/** The row as it is read back: what its texts became when they were stored. */
function wellFormed(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? value.toWellFormed() : value]),
  );
}
