/** Giving many rows values of their own in one statement, which Prisma's client cannot. */
import { Prisma } from '#lib/data/generated/sqlite/client';
import { noteRows } from '#lib/data/history/track-rows';
import { inBatches, type Queryable } from './database';

/** How a column's values are written: PostgreSQL must be told, SQLite takes the same words. */
type ColumnType = 'text' | 'integer' | 'json';

/** A value of a column; json is given as it is stored. */
type Value = string | number | null;

const written: Record<ColumnType, (value: Value) => Prisma.Sql> = {
  text: (value) => Prisma.sql`CAST(${value} AS TEXT)`,
  integer: (value) => Prisma.sql`CAST(${value} AS INTEGER)`,
  // On PostgreSQL a cast, on SQLite a function that checks the text and returns it without spaces.
  json: (value) => Prisma.sql`json(CAST(${value} AS TEXT))`,
};

/**
 * Sets columns of rows, each row to its own values, a batch of rows in a statement. Rows that are not there are passed over.
 *
 * @param table its name in the schema. Names are put into the statement as they are: never take them from outside.
 */
export async function updateRows<Column extends string>(
  tx: Queryable,
  table: Prisma.ModelName,
  columns: Record<Column, ColumnType>,
  rows: ({ id: string } & Record<NoInfer<Column>, Value>)[],
): Promise<void> {
  // The keys of a record are its columns.
  const names = Object.keys(columns) as Column[];
  const name = (column: string) => Prisma.raw(`"${column}"`);
  const sets = names.map((column) => Prisma.sql`${name(column)} = "given".${name(column)}`);
  await noteRows(
    tx,
    table,
    rows.map(({ id }) => id),
  );
  await inBatches(rows, (batch) => {
    const values = batch.map(
      (row) =>
        Prisma.sql`(${Prisma.join([written.text(row.id), ...names.map((one) => written[columns[one]](row[one]))])})`,
    );
    return tx.$executeRaw`
      WITH "given" (${Prisma.join(['id', ...names].map(name))}) AS (VALUES ${Prisma.join(values)})
      UPDATE ${name(table)} SET ${Prisma.join(sets)} FROM "given" WHERE ${name(table)}."id" = "given"."id"`;
  });
}
