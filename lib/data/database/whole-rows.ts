/**
 * Rows with all that hangs on them, read in one statement: the engine puts each together as one JSON text. Prisma's client
 * asks once for each relation, and for the rows of people once more for each place where they stand.
 */
import { Prisma } from '#lib/data/generated/sqlite/client';
import { type Engine, engineIn, type Queryable } from './database';

/** How a column is read back: `plain` are text and whole numbers. */
type Kind = 'plain' | 'moment' | 'boolean' | 'float' | 'json';

/** A row and what hangs on it. Names are put into the statement as they are: never take them from outside. */
export type Tree = {
  model: Prisma.ModelName;
  columns: Record<string, Kind>;
  /** The row that a column of this one names. */
  named?: Record<string, { by: string; tree: Tree }>;
  /** The one row whose column names this one. */
  own?: Record<string, { by: string; tree: Tree }>;
  /** The rows whose column names this one, in the order of another of their columns. `living`: those that were not removed. */
  many?: Record<string, { by: string; tree: Tree; orderBy: string; living?: boolean }>;
};

/** Columns as `plain` ones. */
export const plainColumns = (...names: string[]): Record<string, Kind> =>
  Object.fromEntries(names.map((name) => [name, 'plain']));

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What the two engines call things. */
const words = {
  sqlite: {
    object: 'json_object',
    list: 'json_group_array',
    nested: (sql: string) => `json(${sql})`,
    column: (name: string, kind: Kind) => {
      if (kind === 'json') return `json(${name})`;
      // SQLite writes 15 digits of a number into JSON; 17 tell every one.
      if (kind === 'float') return `CASE WHEN ${name} IS NOT NULL THEN format('%!.17g', ${name}) END`;
      return name;
    },
  },
  postgresql: {
    object: 'json_build_object',
    list: 'json_agg',
    nested: (sql: string) => sql,
    column: (name: string, _: Kind) => name,
  },
} satisfies Record<Engine, unknown>;

function objectOf(engine: Engine, tree: Tree, alias: string): string {
  const { object, list, nested, column } = words[engine];
  const from = (child: Tree, inner: string) => `FROM "${child.model}" AS "${inner}"`;
  const next = (index: number) => `${alias}_${index}`;
  let count = 0;
  const fields = Object.entries(tree.columns).map(
    ([name, kind]) => `'${name}', ${column(`"${alias}"."${name}"`, kind)}`,
  );
  const one = (name: string, child: Tree, on: (inner: string) => string) => {
    const inner = next(count++);
    const found = `(SELECT ${objectOf(engine, child, inner)} ${from(child, inner)} WHERE ${on(inner)})`;
    fields.push(`'${name}', ${nested(found)}`);
  };
  for (const [name, { by, tree: child }] of Object.entries(tree.named ?? {})) {
    one(name, child, (inner) => `"${inner}"."id" = "${alias}"."${by}"`);
  }
  for (const [name, { by, tree: child }] of Object.entries(tree.own ?? {})) {
    one(name, child, (inner) => `"${inner}"."${by}" = "${alias}"."id"`);
  }
  for (const [name, { by, tree: child, orderBy, living }] of Object.entries(tree.many ?? {})) {
    const inner = next(count++);
    const condition = `"${inner}"."${by}" = "${alias}"."id"${living ? ` AND "${inner}"."removedAt" IS NULL` : ''}`;
    const all = `${list}(${objectOf(engine, child, inner)} ORDER BY "${inner}"."${orderBy}")`;
    fields.push(`'${name}', ${nested(`(SELECT ${all} ${from(child, inner)} WHERE ${condition})`)}`);
  }
  return `${object}(${fields.join(', ')})`;
}

const statements = new WeakMap<Tree, Partial<Record<Engine, string>>>();

function statementOf(tree: Tree, engine: Engine): string {
  const known = statements.get(tree) ?? {};
  statements.set(tree, known);
  known[engine] ??=
    `SELECT CAST(${objectOf(engine, tree, 'r')} AS TEXT) AS "row" FROM "${tree.model}" AS "r" WHERE "r"."id" IN`;
  return known[engine];
}

/** A moment as the engines write it: PostgreSQL without its zone, which is UTC. */
const momentOf = (text: string): Date =>
  new Date(/Z$|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);

function columnValue(kind: Kind, value: Json): unknown {
  if (value === null) return null;
  if (kind === 'moment') return momentOf(String(value));
  if (kind === 'boolean') return Boolean(value);
  return kind === 'float' ? Number(value) : value;
}

function rowOf(tree: Tree, json: Json): object | null {
  // The statement made it of this tree.
  const from = json as Record<string, Json> | null;
  if (from === null) return null;
  const row: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(tree.columns)) row[name] = columnValue(kind, from[name] ?? null);
  for (const [name, { tree: child }] of Object.entries({ ...tree.named, ...tree.own })) {
    row[name] = rowOf(child, from[name] ?? null);
  }
  for (const [name, { tree: child }] of Object.entries(tree.many ?? {})) {
    row[name] = ((from[name] ?? []) as Json[]).map((one) => rowOf(child, one));
  }
  return row;
}

/**
 * The rows of some ids with all that hangs on them, as Prisma's client would return them; those that are not there are left
 * out. In no order.
 */
export async function readWhole(db: Queryable, tree: Tree, ids: string[]): Promise<object[]> {
  if (ids.length === 0) return [];
  const statement = Prisma.raw(statementOf(tree, engineIn(db)));
  const found = await db.$queryRaw<{ row: string }[]>`${statement} (${Prisma.join(ids)})`;
  return found.flatMap(({ row }) => rowOf(tree, JSON.parse(row)) ?? []);
}
