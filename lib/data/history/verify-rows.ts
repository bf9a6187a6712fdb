/**
 * Holds the rows that are there against what the sealed lines say of them: a row that was changed, taken away or put in
 * behind the desk's back is named, with what the history says instead. Lines are read once, in order, and rows once; of one
 * article what its lines say of its rows is kept in memory.
 *
 * Whoever may write the database can write lines and seals anew as well; the last seal, kept elsewhere, shows that too
 * (decisions/0006).
 */
import type { Database } from '#lib/data/database/database';
import {
  isHash,
  isSealedModel,
  type Rows,
  rowName,
  ruleOf,
  type SealedModel,
  type StoredRow,
  sealedModels,
  selectOf,
  type WrittenRow,
  writtenRow,
} from './sealed-rows';

/** A row that is not what the history says. */
export type BrokenRow = {
  /** null for a row that belongs to no article. */
  article: { id: string; title: string } | null;
  model: SealedModel;
  /** Its key; the values of a key of several columns with a space between them. */
  id: string;
  /** `changed`: a column has another value. `removed`: it is gone. `added`: no line tells of it. */
  what: 'changed' | 'removed' | 'added';
  /** The column, of a changed row. */
  column?: string;
  /** What the history says, and what is there; null for none, `isHash` values for texts of which only the hash is kept. */
  said?: WrittenRow[string];
  found?: WrittenRow[string];
  /** The line that says so; undefined where none does. */
  line?: { seq: number; at: Date };
};

/** A line that holds rows. */
export type LineOfRows = { seq: number; at: Date; rows?: unknown };

type Told = { value: WrittenRow[string]; seq: number; at: Date };
/** What lines say of one row: its columns, or that it is gone. */
type ToldRow = { columns: Map<string, Told>; isGone: boolean; seq: number; at: Date };

const modelIn = (name: string) => name.slice(0, name.indexOf(':'));

/** Collects what the lines of one chain say of rows. */
export class ToldRows {
  private readonly rows = new Map<string, ToldRow>();
  /** When the first line was written that holds rows; rows made later are all told of. */
  private since: Date | null = null;
  /** The same for each model. */
  private readonly sinceOf = new Map<string, Date>();

  take({ seq, at, rows }: LineOfRows): void {
    if (typeof rows !== 'object' || rows === null) return;
    this.since ??= at;
    for (const [name, row] of Object.entries(rows as Record<string, WrittenRow | null>)) {
      const known = this.rows.get(name);
      const model = modelIn(name);
      if (!this.sinceOf.has(model)) this.sinceOf.set(model, at);
      const columns = known && !known.isGone ? known.columns : new Map<string, Told>();
      for (const [column, value] of Object.entries(row ?? {})) columns.set(column, { value, seq, at });
      this.rows.set(name, { columns, isGone: row === null, seq, at });
    }
  }

  /**
   * Holds one row that is there against what is told of it. Returns whether anything is told of it; each row may be held
   * once.
   */
  hold(model: SealedModel, row: StoredRow, tell: (broken: Omit<BrokenRow, 'article'>) => void): boolean {
    const name = rowName(model, row);
    const id = name.slice(model.length + 1);
    const told = this.rows.get(name);
    this.rows.delete(name);
    if (!told) {
      const { madeAt = 'createdAt', isSealedLater } = ruleOf(model);
      const made = row[madeAt];
      const since = isSealedLater ? this.sinceOf.get(model) : this.since;
      const isTold = since instanceof Date && made instanceof Date && made > since;
      if (isTold) tell({ model, id, what: 'added' });
      return isTold;
    }
    const line = { seq: told.seq, at: told.at };
    if (told.isGone) {
      tell({ model, id, what: 'added', line });
      return true;
    }
    const present = writtenRow(model, row);
    for (const [column, found] of Object.entries(present)) {
      const said = told.columns.get(column);
      if (said === undefined || said.value === found) continue;
      const { value, seq, at } = said;
      tell({ model, id, what: 'changed', column, said: value, found, line: { seq, at } });
    }
    return true;
  }

  /** Tells of the rows that should be there and were not held. */
  end(tell: (broken: Omit<BrokenRow, 'article'>) => void): void {
    for (const [name, { isGone, seq, at }] of this.rows) {
      const model = modelIn(name);
      if (isGone || !isSealedModel(model)) continue;
      tell({ model, id: name.slice(model.length + 1), what: 'removed', line: { seq, at } });
    }
  }
}

/** How many rows were held against their history, and how many have none: they are older than it. */
export type RowCounts = { held: number; unknown: number };

const models = Object.keys(sealedModels) as SealedModel[];

/** The client's part for a model. */
function rowsIn(db: Database, model: SealedModel): Rows {
  const name = model.slice(0, 1).toLowerCase() + model.slice(1);
  // Every model has this read, with arguments of its own that no common type describes.
  return db[name as 'claim'] as unknown as Rows;
}

/** The sealed rows of an article, or of the desk (null), page by page. */
async function* presentRows(
  db: Database,
  articleId: string | null,
  pageSize: number,
): AsyncGenerator<{ model: SealedModel; row: StoredRow }> {
  for (const model of models) {
    const { path, key } = ruleOf(model);
    if ((path === null) !== (articleId === null)) continue;
    const where = path && articleId !== null ? path.where(articleId) : {};
    const orderBy = key.map((column) => ({ [column]: 'asc' }));
    const [only] = key;
    const cursorOf = (row: StoredRow) =>
      key.length === 1 ? { [only ?? '']: row[only ?? ''] } : { [key.join('_')]: pick(row, key) };
    for (let last: StoredRow | undefined; ; ) {
      const page: StoredRow[] = await rowsIn(db, model).findMany({
        where,
        orderBy,
        take: pageSize,
        select: selectOf(model),
        ...(last ? { cursor: cursorOf(last), skip: 1 } : {}),
      });
      for (const row of page) yield { model, row };
      last = page.at(-1);
      if (!last || page.length < pageSize) break;
    }
  }
}

const pick = (row: StoredRow, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, row[name]]));

/** Holds all rows of an article, or of the desk (null), against what its lines say of them. */
export async function holdRows(
  db: Database,
  articleId: string | null,
  told: ToldRows,
  tell: (broken: Omit<BrokenRow, 'article'>) => void,
  pageSize: number,
): Promise<RowCounts> {
  const counts: RowCounts = { held: 0, unknown: 0 };
  for await (const { model, row } of presentRows(db, articleId, pageSize)) {
    if (told.hold(model, row, tell)) counts.held += 1;
    else counts.unknown += 1;
  }
  told.end(tell);
  return counts;
}

/** A value as a person reads it. */
export function shownValue(value: WrittenRow[string] | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  return isHash(value) ? `a text with the hash ${value}` : `“${value}”`;
}
