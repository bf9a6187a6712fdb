/**
 * Notes which sealed rows a transaction writes, and what it makes of them: the rows are read before their first write and
 * again at the end. Only what the transaction changed is written down, so a row that was changed behind the desk's back is
 * not taken over by the next act that touches it.
 */
import { inBatches, type Queryable } from '#lib/data/database/database';
import {
  isSealedModel,
  type Rows,
  rowName,
  ruleOf,
  type SealedModel,
  type StoredRow,
  sealedColumnsOf,
  selectOf,
  type WrittenRow,
  writtenRow,
} from './sealed-rows';

/** What became of a row. `articleId`: null for a row of the desk. `claimId`: the claim that it belongs to, if any. */
export type RowChange = { name: string; articleId: string | null; claimId: string | null; row: WrittenRow | null };

/** A row that a transaction wrote, as it was before; `key` holds at least the columns that name it. */
type TouchedRow = { model: SealedModel; key: StoredRow; before: StoredRow | null };
/** By their names. */
type Touched = Map<string, TouchedRow>;

const touchedBy = new WeakMap<Queryable, Touched>();

const making = ['create', 'createMany', 'createManyAndReturn'];
const changingOne = ['update', 'delete', 'upsert'];
const changingMany = ['updateMany', 'updateManyAndReturn', 'deleteMany'];
const writing = new Set([...making, ...changingOne, ...changingMany]);

type Args = { where?: object; data?: StoredRow | StoredRow[]; create?: StoredRow };
type Operation = (args: Args) => Promise<unknown>;

const modelOf = (property: string) => property.slice(0, 1).toUpperCase() + property.slice(1);

/** The client's part for a model. */
function rowsIn(tx: Queryable, model: SealedModel): Rows {
  const name = model.slice(0, 1).toLowerCase() + model.slice(1);
  // Every model has these two reads, with arguments of its own that no common type describes.
  return tx[name as 'claim'] as unknown as Rows;
}

/** The same transaction, with every write to sealed rows noted. */
export function trackRows(tx: Queryable): Queryable {
  const touched: Touched = new Map();
  const tracked: Queryable = new Proxy(tx, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof property === 'string' && isSealedModel(modelOf(property))) {
        return trackedModel(target, value as object, { touched, model: modelOf(property) as SealedModel });
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  touchedBy.set(tracked, touched);
  return tracked;
}

function trackedModel(tx: Queryable, delegate: object, about: { touched: Touched; model: SealedModel }): object {
  return new Proxy(delegate, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof property !== 'string' || !writing.has(property)) return value;
      return async (args: Args = {}) => {
        await noteWrite(tx, property, args, about);
        return (value as Operation).call(target, args);
      };
    },
  });
}

/** Whether an update sets only columns that are not sealed. */
function isAside({ data }: Args, model: SealedModel): boolean {
  const { exempt } = ruleOf(model);
  return Object.entries(data ?? {}).every(([column, value]) => value === undefined || Object.hasOwn(exempt, column));
}

async function noteWrite(
  tx: Queryable,
  operation: string,
  args: Args,
  { touched, model }: { touched: Touched; model: SealedModel },
): Promise<void> {
  if (making.includes(operation)) {
    for (const row of [args.data ?? []].flat()) note(touched, model, row, null);
    return;
  }
  if (operation.startsWith('update') && isAside(args, model)) return;
  const rows = rowsIn(tx, model);
  const select = selectOf(model);
  if (changingMany.includes(operation)) {
    for (const row of await rows.findMany({ where: args.where, select })) note(touched, model, row, row);
    return;
  }
  const row = await rows.findUnique({ where: args.where, select });
  if (row) note(touched, model, row, row);
  else if (args.create) note(touched, model, args.create, null);
}

function note(touched: Touched, model: SealedModel, key: StoredRow, before: StoredRow | null): void {
  const name = rowName(model, key);
  if (!touched.has(name)) touched.set(name, { model, key, before });
}

/**
 * Notes that a statement of its own (lib/data/database/update-rows) is about to write rows of these ids. Outside of a
 * tracked transaction, and for models that are not sealed, nothing is noted.
 */
export async function noteRows(tx: Queryable, model: string, ids: string[]): Promise<void> {
  const touched = touchedBy.get(tx);
  if (!touched || !isSealedModel(model)) return;
  const found = await inBatches(ids, (some) =>
    rowsIn(tx, model).findMany({ where: { id: { in: some } }, select: selectOf(model) }),
  );
  for (const row of found.flat()) note(touched, model, row, row);
}

/** So many parameters of a condition each engine takes, with some to spare. */
const mostParameters = 900;

/** What a tracked transaction made of the sealed rows that it wrote: those that differ from what they were. */
export async function rowChanges(tx: Queryable): Promise<RowChange[]> {
  const touched: TouchedRow[] = [...(touchedBy.get(tx)?.values() ?? [])];
  const changes: RowChange[] = [];
  for (const model of new Set(touched.map((one) => one.model))) {
    const ofModel = touched.filter((one) => one.model === model);
    const { key: columns } = ruleOf(model);
    const [column = ''] = columns;
    const read = (some: TouchedRow[]) => {
      const where =
        columns.length === 1
          ? { [column]: { in: some.map(({ key }) => key[column]) } }
          : { OR: some.map(({ key }) => Object.fromEntries(columns.map((name) => [name, key[name]]))) };
      return rowsIn(tx, model).findMany({ where, select: selectOf(model) });
    };
    const present = await inBatches(ofModel, read, Math.floor(mostParameters / columns.length));
    const now = new Map(present.flat().map((row) => [rowName(model, row), row]));
    for (const { key, before } of ofModel) {
      const name = rowName(model, key);
      const after = now.get(name) ?? null;
      const row = changeOf(model, before, after);
      if (row !== undefined) changes.push({ name, row, ...placeOf(model, after ?? before ?? key) });
    }
  }
  return changes;
}

/** What changed of a row: null where it went, undefined where nothing did. */
function changeOf(
  model: SealedModel,
  before: StoredRow | null,
  after: StoredRow | null,
): WrittenRow | null | undefined {
  if (!after) return before ? null : undefined;
  const is = writtenRow(model, after);
  if (!before) return is;
  const was = writtenRow(model, before);
  const changed = sealedColumnsOf(model).filter((column) => is[column] !== was[column]);
  if (changed.length === 0) return undefined;
  if (ruleOf(model).isWhole) return is;
  return Object.fromEntries(changed.map((column) => [column, is[column] ?? null]));
}

function placeOf(model: SealedModel, row: StoredRow): Pick<RowChange, 'articleId' | 'claimId'> {
  const { path } = ruleOf(model);
  const evidence = row.evidence as StoredRow | null | undefined;
  const claimId = model === 'Claim' ? row.id : (row.claimId ?? evidence?.claimId);
  return { articleId: path?.article(row) ?? null, claimId: path && typeof claimId === 'string' ? claimId : null };
}
