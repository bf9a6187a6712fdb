/**
 * Notes which sealed rows a transaction writes, and what it makes of them: the rows are read before their first write and
 * again at the end. Only what the transaction changed is written down, so a row that was changed behind the desk's back is
 * not taken over by the next act that touches it.
 *
 * A write that returns whole rows tells what is stored now: until the transaction writes that model in another way, these
 * rows are not read again. Nobody else changes them meanwhile, as whoever writes a row holds it to the end.
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
/** What a transaction wrote: rows by their names; of some of them, what is stored now; the articles of claims it met. */
type Track = {
  touched: Map<string, TouchedRow>;
  stored: Map<SealedModel, Map<string, StoredRow>>;
  articleOfClaim: Map<string, string>;
};

const trackOf = new WeakMap<Queryable, Track>();

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
  const track: Track = { touched: new Map(), stored: new Map(), articleOfClaim: new Map() };
  const models = new Map<string, object>();
  const tracked: Queryable = new Proxy(tx, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof property === 'string' && isSealedModel(modelOf(property))) {
        const model = modelOf(property) as SealedModel;
        const known = models.get(property) ?? trackedModel(target, value as object, track, model);
        models.set(property, known);
        return known;
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  trackOf.set(tracked, track);
  return tracked;
}

function trackedModel(tx: Queryable, delegate: object, track: Track, model: SealedModel): object {
  return new Proxy(delegate, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof property !== 'string' || !writing.has(property)) return value;
      return async (args: Args = {}) => {
        await noteWrite(tx, property, args, track, model);
        const result = await (value as Operation).call(target, args);
        noteStored(property, result, track, model);
        return result;
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
  track: Track,
  model: SealedModel,
): Promise<void> {
  if (making.includes(operation)) {
    for (const row of [args.data ?? []].flat()) note(track, model, row, null);
    return;
  }
  if (operation.startsWith('update') && isAside(args, model)) return;
  const rows = rowsIn(tx, model);
  const select = readOf(model);
  if (changingMany.includes(operation)) {
    for (const row of await rows.findMany({ where: args.where, select })) note(track, model, row, row);
    return;
  }
  const known = storedRow(track, model, args.where);
  const row = known ?? (await rows.findUnique({ where: args.where, select }));
  if (row) note(track, model, row, row);
  else if (args.create) note(track, model, args.create, null);
}

function note({ touched, articleOfClaim }: Track, model: SealedModel, key: StoredRow, before: StoredRow | null): void {
  const name = rowName(model, key);
  if (model === 'Claim' && typeof key.articleId === 'string') articleOfClaim.set(String(key.id), key.articleId);
  if (!touched.has(name)) touched.set(name, { model, key, before });
}

/** What is stored of the one row that a condition names by its key alone, where that is known. */
function storedRow({ stored }: Track, model: SealedModel, where: object = {}): StoredRow | undefined {
  const { key } = ruleOf(model);
  const given = where as StoredRow;
  const namesIt = Object.keys(given).length === key.length && key.every((column) => typeof given[column] === 'string');
  return namesIt ? stored.get(model)?.get(rowName(model, given)) : undefined;
}

/** After a write: keeps the rows that it returned whole, and forgets what it may have changed besides. */
function noteStored(operation: string, result: unknown, track: Track, model: SealedModel): void {
  // Rows of other models may go with a row, or lose what names it.
  if (operation.startsWith('delete')) track.stored.clear();
  const rows = operation === 'delete' ? [] : returnedRows(result);
  const whole = rows.filter((row) => isWholeRow(model, row));
  if (whole.length === 0 || whole.length < rows.length) forget(track, model);
  for (const row of whole) keep(track, model, row);
}

/** The rows that a write answered with; none where it answered with their number. */
const returnedRows = (result: unknown): StoredRow[] =>
  [result].flat().filter((one): one is StoredRow => typeof one === 'object' && one !== null && !('count' in one));

/** Whether a row has all sealed columns, and says itself which article it belongs to. */
function isWholeRow(model: SealedModel, row: StoredRow): boolean {
  const { path } = ruleOf(model);
  const isPlaced = path === null || 'articleId' in row || path.article(row) !== null || claimIdOf(model, row) !== null;
  return isPlaced && sealedColumnsOf(model).every((column) => column in row);
}

/** The claim that a row is, or belongs to. */
function claimIdOf(model: SealedModel, row: StoredRow): string | null {
  const evidence = row.evidence as StoredRow | null | undefined;
  const claimId = model === 'Claim' ? row.id : (row.claimId ?? evidence?.claimId);
  return typeof claimId === 'string' ? claimId : null;
}

function keep({ stored, articleOfClaim }: Track, model: SealedModel, row: StoredRow): void {
  const ofModel = stored.get(model) ?? new Map<string, StoredRow>();
  stored.set(model, ofModel);
  // A copy: callers go on with what they were given.
  ofModel.set(rowName(model, row), { ...row });
  if (model === 'Claim') articleOfClaim.set(String(row.id), String(row.articleId));
}

function forget({ stored }: Track, model: SealedModel): void {
  stored.delete(model);
}

/**
 * Says what is stored of a row that the caller has read whole while its article was locked: it is not read once more before
 * it is written. Outside of a tracked transaction nothing is noted.
 */
export function noteRead(tx: Queryable, model: SealedModel, row: object): void {
  const track = trackOf.get(tx);
  const read = row as StoredRow;
  if (track && isWholeRow(model, read)) keep(track, model, read);
}

/**
 * Notes rows that a statement of its own (lib/data/database/insert-rows) has made, whole and as they are stored. Outside of
 * a tracked transaction, and for models that are not sealed, nothing is noted.
 */
export function noteMade(tx: Queryable, model: string, rows: StoredRow[]): void {
  const track = trackOf.get(tx);
  if (!track || !isSealedModel(model)) return;
  for (const row of rows) {
    note(track, model, row, null);
    if (isWholeRow(model, row)) keep(track, model, row);
  }
}

/**
 * Notes that a statement of its own (lib/data/database/update-rows) is about to write rows of these ids. Outside of a
 * tracked transaction, and for models that are not sealed, nothing is noted.
 */
export async function noteRows(tx: Queryable, model: string, ids: string[]): Promise<void> {
  const track = trackOf.get(tx);
  if (!track || !isSealedModel(model)) return;
  const found = await inBatches(ids, (some) =>
    rowsIn(tx, model).findMany({ where: { id: { in: some } }, select: readOf(model) }),
  );
  for (const row of found.flat()) note(track, model, row, row);
  forget(track, model);
}

/** What to read of a row: a claim's article is found once for all that hangs on it. */
function readOf(model: SealedModel): Record<string, unknown> {
  if (!ruleOf(model).path?.isByClaim) return selectOf(model);
  return Object.fromEntries(sealedColumnsOf(model).map((column) => [column, true]));
}

/** So many parameters of a condition each engine takes, with some to spare. */
const mostParameters = 900;

/** What a tracked transaction made of the sealed rows that it wrote: those that differ from what they were. */
export async function rowChanges(tx: Queryable): Promise<RowChange[]> {
  const track = trackOf.get(tx);
  if (!track) return [];
  const touched = [...track.touched.values()];
  const changes: (Omit<RowChange, 'articleId' | 'claimId'> & { model: SealedModel; at: StoredRow })[] = [];
  for (const model of new Set(touched.map((one) => one.model))) {
    const ofModel = touched.filter((one) => one.model === model);
    const now = await storedNow(tx, track, model, ofModel);
    for (const { key, before } of ofModel) {
      const name = rowName(model, key);
      const after = now.get(name) ?? null;
      const row = changeOf(model, before, after);
      if (row !== undefined) changes.push({ name, row, model, at: after ?? before ?? key });
    }
  }
  await findArticles(tx, track, changes);
  return changes.flatMap(({ name, row, model, at }) => {
    const { articleId, claimId } = placeOf(track, model, at);
    // It went with its claim, and that with its article, whose history goes too.
    if (row === null && claimId !== null && articleId === null) return [];
    return [{ name, row, articleId, claimId }];
  });
}

/** What is stored of some rows, by their names: what is known, and the others as they are read. */
async function storedNow(
  tx: Queryable,
  { stored }: Track,
  model: SealedModel,
  rows: TouchedRow[],
): Promise<Map<string, StoredRow>> {
  const { key: columns } = ruleOf(model);
  const [column = ''] = columns;
  const now = new Map<string, StoredRow>();
  const unknown: TouchedRow[] = [];
  for (const one of rows) {
    const name = rowName(model, one.key);
    const known = stored.get(model)?.get(name);
    if (known) now.set(name, known);
    else unknown.push(one);
  }
  const read = (some: TouchedRow[]) => {
    const where =
      columns.length === 1
        ? { [column]: { in: some.map(({ key }) => key[column]) } }
        : { OR: some.map(({ key }) => Object.fromEntries(columns.map((name) => [name, key[name]]))) };
    return rowsIn(tx, model).findMany({ where, select: readOf(model) });
  };
  const found = await inBatches(unknown, read, Math.floor(mostParameters / columns.length));
  for (const row of found.flat()) now.set(rowName(model, row), row);
  return now;
}

/** Finds the articles of the claims on which changed rows hang, but for those that are known. */
async function findArticles(
  tx: Queryable,
  { articleOfClaim }: Track,
  changes: { model: SealedModel; at: StoredRow }[],
): Promise<void> {
  const claimIds = changes.flatMap(({ model, at }) => {
    const { path } = ruleOf(model);
    const claimId = claimIdOf(model, at);
    return path && path.article(at) === null && claimId !== null ? [claimId] : [];
  });
  const unknown = [...new Set(claimIds)].filter((id) => !articleOfClaim.has(id));
  const found = await inBatches(unknown, (ids) =>
    tx.claim.findMany({ where: { id: { in: ids } }, select: { id: true, articleId: true } }),
  );
  for (const { id, articleId } of found.flat()) articleOfClaim.set(id, articleId);
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

function placeOf(
  { articleOfClaim }: Track,
  model: SealedModel,
  row: StoredRow,
): Pick<RowChange, 'articleId' | 'claimId'> {
  const { path } = ruleOf(model);
  const claimId = claimIdOf(model, row);
  if (!path || claimId === null) return { articleId: path?.article(row) ?? null, claimId: null };
  return { articleId: path.article(row) ?? articleOfClaim.get(claimId) ?? null, claimId };
}
