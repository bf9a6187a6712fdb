import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editArticleFacts } from '#lib/data/articles/articles';
import { nameEngine } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { sqlitePath } from '#lib/data/database/sqlite-file';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, articleFacts } from '#lib/testing/database/rows';
import type { BrokenPlace } from './chain';
import { historyFrom } from './change-log';
import { verifyHistory } from './verify';
import type { BrokenRow } from './verify-rows';

const db = testDatabase();
const now = new Date('2026-01-05T10:00:00.123Z');

/** An article whose history has `lines` lines. */
async function articleWith(lines: number, title = 'What it costs') {
  const writer = await addPerson(db(), 'Ann', 'reviewer', now);
  const { id, mark } = await addTextArticle(writer, ['The firm had 375 staff.'], { title });
  for (let line = 2; line <= lines; line += 1) {
    await editArticleFacts(writer, { id, edition: line - 1, facts: articleFacts({ title: `${title} ${line}` }) });
  }
  return { id, writer, mark };
}

const unexpected = (one: unknown) => expect.unreachable(JSON.stringify(one));
const unbroken = { place: unexpected, row: unexpected, deskLine: unexpected };

/** Tells of places in lines alone; what they make of rows is tested beside verify-rows. */
const placesOnly = (place: (place: BrokenPlace) => void) => ({ place, row: () => {}, deskLine: unexpected });

/** Runs SQL behind the desk's back. */
const tamper = (sql: string) => db().$executeRawUnsafe(sql);
const at = (articleId: string, seq: number) => `"articleId" = '${articleId}' AND seq = ${seq}`;

/** The broken places as `what from–to`. A small page makes every page boundary count. */
async function broken(pageSize = 3): Promise<string[]> {
  const places: BrokenPlace[] = [];
  await verifyHistory(
    db(),
    placesOnly((place) => places.push(place)),
    pageSize,
  );
  return places.map(({ what, from, to }) => `${what} ${from}–${to}`).sort();
}

describe('an untouched history', () => {
  test('is found whole, across pages and articles', async () => {
    for (const lines of [1, 3, 4, 10]) await articleWith(lines);
    const verified = await verifyHistory(db(), unbroken, 3);
    expect(verified).toEqual({ articles: 4, lines: 18, unsealed: 0, rows: 12, olderRows: 0 });
  });

  test('survives what a database does to its facts', async () => {
    const { id, writer } = await articleWith(1);
    const odd = {
      z: 1,
      a: { y: [-0, 1e21, 5e-324, 0.1 + 0.2, 1e-7], b: null, é: '\u2028"\\', 10: '', 9: true },
      n: undefined,
    };
    const name = fc.string({ unit: 'grapheme', maxLength: 6 });
    const any = fc.dictionary(name, fc.jsonValue({ stringUnit: 'grapheme' }), { noNullPrototype: true });
    const samples = [odd, ...fc.sample(any, 60)].map((facts) => JSON.parse(JSON.stringify(facts)));
    await db().$transaction(async (tx) => {
      const history = historyFrom(nameEngine(tx, db()), writer, id, 1);
      // All at once: each waits for the seal of the one before.
      await Promise.all(samples.map((after) => history.log({ verb: 'article-edited', before: { odd: true }, after })));
      await history.store();
      await tx.article.update({ where: { id }, data: { lastSeq: history.seq() } });
    });
    expect(await verifyHistory(db(), unbroken)).toMatchObject({ lines: 1 + samples.length });
  });

  test('may begin with lines that are older than seals', async () => {
    const { id, writer } = await articleWith(3);
    await tamper(`UPDATE "Change" SET hash = '' WHERE "articleId" = '${id}'`);
    await editArticleFacts(writer, { id, edition: 3, facts: articleFacts({ title: 'Sealed' }) });
    await editArticleFacts(writer, { id, edition: 4, facts: articleFacts({ title: 'Sealed again' }) });
    expect(await verifyHistory(db(), unbroken)).toMatchObject({ articles: 1, lines: 5, unsealed: 3 });
  });
});

describe('tampering is found and named', () => {
  const elsewhere = new Date('2026-01-06T10:00:00Z').toISOString();
  test.each<[string, (id: string) => string[], string[]]>([
    ['another verb', (id) => [`UPDATE "Change" SET verb = 'article-removed' WHERE ${at(id, 4)}`], ['changed 4–4']],
    ['other facts', (id) => [`UPDATE "Change" SET "after" = '{"title":"x"}' WHERE ${at(id, 4)}`], ['changed 4–4']],
    ['no facts', (id) => [`UPDATE "Change" SET "before" = NULL WHERE ${at(id, 7)}`], ['changed 7–7']],
    ['another moment', (id) => [`UPDATE "Change" SET "at" = '${elsewhere}' WHERE ${at(id, 2)}`], ['changed 2–2']],
    ['another seal', (id) => [`UPDATE "Change" SET hash = 'feed' WHERE ${at(id, 4)}`], ['changed 4–4']],
    ['a line taken out', (id) => [`DELETE FROM "Change" WHERE ${at(id, 4)}`], ['missing 4–4']],
    ['the first line taken out', (id) => [`DELETE FROM "Change" WHERE ${at(id, 1)}`], ['missing 1–1']],
    [
      'three lines taken out',
      (id) => [4, 5, 6].map((seq) => `DELETE FROM "Change" WHERE ${at(id, seq)}`),
      ['missing 4–6'],
    ],
    ['the end taken away', (id) => [7, 8].map((seq) => `DELETE FROM "Change" WHERE ${at(id, seq)}`), ['cut 7–8']],
    ['all of it taken away', (id) => [`DELETE FROM "Change" WHERE "articleId" = '${id}'`], ['cut 1–8']],
    [
      'two neighbours swapped',
      (id) => [
        `UPDATE "Change" SET seq = 99 WHERE ${at(id, 4)}`,
        `UPDATE "Change" SET seq = 4 WHERE ${at(id, 5)}`,
        `UPDATE "Change" SET seq = 5 WHERE ${at(id, 99)}`,
      ],
      ['moved 4–5'],
    ],
    [
      'two lines swapped that lie apart',
      (id) => [
        `UPDATE "Change" SET seq = 99 WHERE ${at(id, 2)}`,
        `UPDATE "Change" SET seq = 2 WHERE ${at(id, 6)}`,
        `UPDATE "Change" SET seq = 6 WHERE ${at(id, 99)}`,
      ],
      ['moved 2–2', 'moved 6–6'],
    ],
    [
      'a line taken out and the rest numbered anew',
      (id) => [
        `DELETE FROM "Change" WHERE ${at(id, 6)}`,
        ...[7, 8].map((seq) => `UPDATE "Change" SET seq = ${seq - 1} WHERE ${at(id, seq)}`),
        `UPDATE "Article" SET "lastSeq" = 7 WHERE id = '${id}'`,
      ],
      ['changed 6–7'],
    ],
    ['a seal taken off', (id) => [`UPDATE "Change" SET hash = '' WHERE ${at(id, 4)}`], ['unsealed 4–4']],
    ['the counter set back', (id) => [`UPDATE "Article" SET "lastSeq" = 6 WHERE id = '${id}'`], ['surplus 7–8']],
  ])('%s', async (_, sql, expected) => {
    await articleWith(2, 'Untouched before');
    const { id } = await articleWith(8);
    await articleWith(2, 'Untouched after');
    for (const statement of sql(id)) expect(await tamper(statement)).toBeGreaterThan(0);
    expect(await broken()).toEqual(expected);
    expect(await broken(500)).toEqual(expected);
  });

  test('a line put in, and what it belongs to', async () => {
    const { id, writer } = await articleWith(3, 'Added to');
    const line = { id: newId(), articleId: id, seq: 4, actorId: writer.actorId, verb: 'article-removed', hash: 'feed' };
    await db().change.create({ data: line });
    const places: BrokenPlace[] = [];
    await verifyHistory(
      db(),
      placesOnly((place) => places.push(place)),
    );
    expect(places.map(({ what, from }) => `${what} ${from}`).sort()).toEqual(['changed 4', 'surplus 4']);
    expect(places[0]?.article).toEqual({ id, title: 'Added to 3' });
  });

  test('a line of another article in its place', async () => {
    const [one, two] = [await articleWith(3), await articleWith(3)];
    await tamper(`DELETE FROM "Change" WHERE ${at(one.id, 3)}`);
    await tamper(`UPDATE "Change" SET "articleId" = '${one.id}' WHERE ${at(two.id, 3)}`);
    expect(await broken()).toEqual(['changed 3–3', 'cut 3–3']);
  });

  test('a history of many broken lines as one place', async () => {
    const { id } = await articleWith(40);
    await tamper(`UPDATE "Change" SET verb = 'article-removed' WHERE "articleId" = '${id}' AND seq > 1`);
    expect(await broken()).toEqual(['changed 2–40']);
  });
});

test('an article that was taken away behind its lines is told of', async () => {
  await articleWith(2);
  const gone = await articleWith(3);
  await withoutReferences(`DELETE FROM "Article" WHERE id = '${gone.id}'`);
  const rows: BrokenRow[] = [];
  await verifyHistory(db(), { ...unbroken, row: (row) => rows.push(row) }, 3);
  expect(rows).toMatchObject([{ model: 'Article', id: gone.id, what: 'removed', line: { seq: 3 } }]);
});

/** Runs SQL as somebody does whom the database lets break its references: SQLite anybody, PostgreSQL a superuser. */
async function withoutReferences(sql: string): Promise<void> {
  if (db.address().startsWith('file:')) {
    const file = new BetterSqlite3(sqlitePath(db.address()));
    file.pragma('foreign_keys = OFF');
    file.exec(sql);
    file.close();
    return;
  }
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    await tx.$executeRawUnsafe(sql);
  });
}

test('keeps every acknowledged judgement of 200 at once from four processes, in a whole history', async () => {
  const { id, mark } = await articleWith(1);
  const claim = await mark('375', 'figure');
  const reviewers = await Promise.all(Array.from({ length: 200 }, (_, index) => addPerson(db(), `P${index}`)));
  const program = path.resolve(import.meta.dirname, '..', '..', 'testing', 'bench', 'judge-at-once.ts');
  const run = promisify(execFile);
  const acknowledged = await Promise.all(
    [0, 50, 100, 150].map(async (from) => {
      const ids = reviewers.slice(from, from + 50).map(({ actorId }) => actorId);
      const args = ['--import', 'tsx', program, db.address(), id, claim.id, ...ids];
      return JSON.parse((await run(process.execPath, args)).stdout) as string[];
    }),
  );
  const stored = await db().judgement.findMany({ where: { claimId: claim.id }, select: { reviewerId: true } });
  expect(stored.map(({ reviewerId }) => reviewerId).sort()).toEqual(acknowledged.flat().sort());
  // A machine that is busy enough lets a writer wait too long, who is then told so; nobody is told a lie.
  expect(stored.length).toBeGreaterThan(0);
  const lines = await db().change.findMany({ where: { articleId: id }, orderBy: { seq: 'asc' } });
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: stored.length + 2 }, (_, index) => index + 1));
  expect(await verifyHistory(db(), unbroken, 50)).toMatchObject({ lines: stored.length + 2, unsealed: 0 });
}, 240_000);
