/**
 * What it costs to import an article of 10,000 claims, with all that is found about them, beside what the driver inserts in
 * one transaction: as many rows into a bare table, and the very rows that the import stores into the same tables.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteFile from 'better-sqlite3';
import { generateClients } from '#lib/cli/prepare';
import { ArticleFile } from '#lib/domain/exchange/article-file';
import { articleJsonPieces } from '#lib/export/article-file';
import { wholeArticle } from '#lib/testing/article/factories';
import { longArticle } from '#lib/testing/article/long-article';
import type { Ratio } from './ratios';

const claimCount = 10_000;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];

async function fileOfClaims(): Promise<ArticleFile> {
  const view = longArticle(200_000, claimCount);
  // Some claims of the long article are judged twice by one person, which no file may say.
  const claims = view.claims.map((claim) => {
    const [first, ...others] = claim.judgements;
    const rest = others.filter(({ reviewer }) => reviewer.id !== first?.reviewer.id);
    return { ...claim, judgements: first ? [first, ...rest] : [] };
  });
  let json = '';
  for await (const piece of articleJsonPieces(wholeArticle({ ...view, claims }))) json += piece;
  return ArticleFile.parse(JSON.parse(json));
}

/** Inserts as many rows, as wide as a claim's words, into a bare table; returns how long it took (ms). */
function insertBare(bare: InstanceType<typeof SqliteFile>, words: string): number {
  bare.exec('DROP TABLE IF EXISTS line; CREATE TABLE line (id TEXT PRIMARY KEY, text TEXT NOT NULL)');
  const insert = bare.prepare('INSERT INTO line (id, text) VALUES (?, ?)');
  const begin = performance.now();
  bare.transaction(() => {
    for (let at = 0; at < claimCount; at += 1) insert.run(`line-${at}`, words);
  })();
  return performance.now() - begin;
}

type File = InstanceType<typeof SqliteFile>;

/** Tables of the schema: those that the search index keeps its own words in are written by it alone. */
const tablesOf = (file: File) =>
  file
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all()
    .filter((name) => !/^(?:_|sqlite_)/.test(name));

/** Inserts into a copy of the desk what the desk has and the copy has not; returns how long it took (ms), and the rows. */
function insertSame(desk: File, copy: File): { inserted: number; rows: number } {
  const tables = tablesOf(desk).map((name) => {
    const last = copy.prepare<[], number>(`SELECT coalesce(max(rowid), 0) FROM "${name}"`).pluck().get() ?? 0;
    const rows = desk.prepare<[number], unknown[]>(`SELECT rowid, * FROM "${name}" WHERE rowid > ?`).raw().all(last);
    const columns = desk.prepare<[], string>(`SELECT name FROM pragma_table_info('${name}')`).pluck().all();
    const names = ['rowid', ...columns].map((column) => `"${column}"`);
    return { insert: copy.prepare(`INSERT INTO "${name}" (${names}) VALUES (${names.map(() => '?')})`), rows };
  });
  const begin = performance.now();
  copy.transaction(() => {
    copy.pragma('defer_foreign_keys = ON');
    for (const { insert, rows } of tables) for (const row of rows) insert.run(...row);
  })();
  return { inserted: performance.now() - begin, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

export async function benchImport(): Promise<Ratio[]> {
  generateClients();
  // Loaded here: the clients may just have been generated.
  const [{ openDatabase }, { migrate }, { importArticle }] = await Promise.all([
    import('#lib/data/database/database'),
    import('../../../prisma/migrations'),
    import('#lib/data/exchange/import-article'),
  ]);
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-bench-'));
  const address = `file:${path.join(folder, 'bench.db')}`;
  await migrate(address);
  const db = openDatabase(address);
  const bare = new SqliteFile(path.join(folder, 'bare.db'));
  await migrate(`file:${path.join(folder, 'copy.db')}`);
  const [desk, copy] = [new SqliteFile(path.join(folder, 'bench.db')), new SqliteFile(path.join(folder, 'copy.db'))];
  for (const pragma of pragmas) for (const one of [bare, copy]) one.pragma(pragma);
  try {
    await db.user.create({ data: { id: 'ann', name: 'Ann', role: 'admin', email: 'ann@example.org' } });
    const file = await fileOfClaims();
    const writer = { db, actorId: 'ann', now: new Date() };
    insertSame(desk, copy);
    const seen: { imported: number; inserted: number; same: number; rows: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      const answer = await importArticle(writer, file);
      if (!answer.ok) throw new Error(answer.code);
      const imported = performance.now() - begin;
      const { inserted: same, rows } = insertSame(desk, copy);
      seen.push({ imported, inserted: insertBare(bare, 'The firm has 375 employees'), same, rows });
    }
    const middle = seen.toSorted((a, b) => a.imported / a.inserted - b.imported / b.inserted)[Math.floor(rounds / 2)];
    if (!middle) return [];
    console.table([
      {
        bench: `import of ${claimCount} claims`,
        'imported, ms': Math.round(middle.imported),
        'inserted, ms': Math.round(middle.inserted),
        'of the rate': Number((middle.inserted / middle.imported).toPrecision(3)),
        'its rows': middle.rows,
        'its rows inserted, ms': Math.round(middle.same),
        'of their rate': Number((middle.same / middle.imported).toPrecision(3)),
      },
    ]);
    return [
      { name: 'import, of the rate of bare rows', ratio: middle.inserted / middle.imported, better: 'more' },
      { name: 'import, of the rate of its own rows', ratio: middle.same / middle.imported, better: 'more' },
    ];
  } finally {
    await db.$disconnect();
    for (const one of [bare, desk, copy]) one.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
