/**
 * What a judgement costs in the data layer: one durable transaction with its line of history and all that it refreshes, beside
 * what the engine asks for one durable row.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteFile from 'better-sqlite3';
import pg from 'pg';
import { generateClients } from '#lib/cli/prepare';
import type { Database } from '#lib/data/database/database';

type Engine = 'sqlite' | 'postgresql';
type Bare = { address: string; insert: (id: string, text: string) => unknown; close: () => Promise<void> };

const rationale = '训练一次要花300到460万美元，公司约有375人。';
const text = rationale.repeat(18);
const table = 'CREATE TABLE line (id TEXT PRIMARY KEY, text TEXT NOT NULL)';
const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'zh-Hans' };

/** A SQLite file for the desk, and beside it one with a bare table and the same durability. */
async function bareSqlite(): Promise<Bare> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-bench-'));
  // Also when something fails or is interrupted on the way.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGINT', () => process.exit(130));
  const bare = new SqliteFile(path.join(folder, 'bare.db'));
  // As lib/data/database sets its own connections up.
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) bare.pragma(pragma);
  bare.exec(table);
  const insert = bare.prepare('INSERT INTO line (id, text) VALUES (?, ?)');
  return {
    address: `file:${path.join(folder, 'bench.db')}`,
    insert: (id, words) => insert.run(id, words),
    close: async () => void bare.close(),
  };
}

/** A PostgreSQL server of its own, on which the bare table stands in a database beside the desk's. */
async function barePostgresql(): Promise<Bare> {
  const { addDatabase, startPostgres } = await import('#lib/testing/database/postgres');
  const postgres = await startPostgres({ isDurable: true });
  const [desk, beside] = [await addDatabase(postgres.url), await addDatabase(postgres.url)];
  const client = new pg.Client({ connectionString: beside.address });
  await client.connect();
  await client.query(table);
  return {
    address: desk.address,
    insert: (id, words) =>
      client.query({ name: 'insert', text: 'INSERT INTO line (id, text) VALUES ($1, $2)', values: [id, words] }),
    close: async () => {
      await client.end();
      await desk.drop();
      await beside.drop();
      postgres.stop();
    },
  };
}

/** An article with fifty claims, as a person has marked them. */
async function markedClaims(db: Database) {
  // Loaded here: the clients may just have been generated.
  const [{ addArticle }, { markClaim }, { newId }] = await Promise.all([
    import('#lib/data/articles/articles'),
    import('#lib/data/claims/mark-claim'),
    import('#lib/data/database/id'),
  ]);
  const writer = { db, actorId: newId(), now: new Date() };
  await db.user.create({ data: { id: writer.actorId, name: 'Ann', role: 'reviewer', email: 'ann@example.org' } });
  const paragraphs = [{ kind: 'body' as const, text }];
  const article = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
  const refs: { articleId: string; claimId: string }[] = [];
  for (let start = 0; start < 50; start += 1) {
    const place = { articleId: article.id, paragraphId: article.paragraphIds[0] ?? '', start, end: start + 3 };
    const claim = await markClaim(writer, place, 'figure');
    if (!claim.ok) throw new Error(claim.code);
    refs.push({ articleId: article.id, claimId: claim.value.id });
  }
  return { writer, refs };
}

export async function prepareJudge(engine: Engine) {
  generateClients();
  const [{ openDatabase }, { migrate }, { judgeClaim }, { newId }] = await Promise.all([
    import('#lib/data/database/database'),
    import('../../../prisma/migrations'),
    import('#lib/data/claims/findings'),
    import('#lib/data/database/id'),
  ]);
  const bare = await (engine === 'sqlite' ? bareSqlite() : barePostgresql());
  await migrate(bare.address);
  const db = openDatabase(bare.address);
  const { writer, refs } = await markedClaims(db);
  const judgement = { verdict: 'unverifiable' as const, rationale, confidence: 'medium' as const };
  let judged = 0;
  return {
    work: async () => {
      const ref = refs[judged % refs.length];
      judged += 1;
      if (!ref) throw new Error('no claim to judge');
      const answer = await judgeClaim(writer, ref, judgement);
      if (!answer.ok) throw new Error(answer.code);
    },
    baseline: () => bare.insert(newId(), rationale),
    close: async () => {
      await db.$disconnect();
      await bare.close();
    },
  };
}
