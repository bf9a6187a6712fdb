/**
 * Checks that histories are what was written: every number is there, and every line fits the seal before it. Reads in
 * pages, so that memory does not grow with the desk; the desk may go on writing meanwhile.
 *
 * A seal needs no key, so whoever can write to the database can also write a whole history anew, seals and all; the last
 * seal of an article, kept elsewhere, shows that too (decisions/0006).
 */
import type { Database } from '#lib/data/database/database';
import { type BrokenPlace, Chain, type StoredLine } from './chain';
import { deskSealId, deskSealOf } from './desk-chain';
import { type BrokenRow, holdRows, ToldRows } from './verify-rows';

/** `rows`: held against the lines. `olderRows`: no line tells of them, since they are older than lines that tell of rows. */
export type Verified = { articles: number; lines: number; unsealed: number; rows: number; olderRows: number };

/** What is told of: places in an article's lines, lines of the desk's chain, and rows that are not what lines say. */
export type Tellers = {
  place: (place: BrokenPlace) => void;
  row: (row: BrokenRow) => void;
  deskLine: (line: BrokenDeskLine) => void;
};

/** A line of the desk's own chain that is gone, or not what was written there. */
export type BrokenDeskLine = { what: 'missing' | 'changed' | 'cut'; seq: number };

/** While people write, what was read first may have changed by the time the rest is read: it is read again so often. */
const mostReadings = 6;

/**
 * Checks the lines of every article and of the desk, and holds the rows that are there against them. Tells each broken place
 * as it is found, and returns how much was looked at.
 */
export async function verifyHistory(db: Database, tell: Tellers, pageSize = 500): Promise<Verified> {
  const total: Verified = { articles: 0, lines: 0, unsealed: 0, rows: 0, olderRows: 0 };
  const select = { id: true, title: true, lastSeq: true } as const;
  for (let after = ''; ; ) {
    const articles = await db.article.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select,
    });
    for (const { id, title } of articles) {
      const checked = await checkArticle(db, { id, title }, pageSize);
      // An article that went away while it was read has no history left to check.
      if (!checked) continue;
      for (const place of checked.places) tell.place(place);
      for (const row of checked.rows) tell.row(row);
      total.articles += 1;
      total.lines += checked.lines;
      total.unsealed += checked.unsealed;
      total.rows += checked.counts.held;
      total.olderRows += checked.counts.unknown;
    }
    const last = articles.at(-1);
    if (!last || articles.length < pageSize) break;
    after = last.id;
  }
  for await (const line of linesWithoutArticle(db, pageSize)) {
    tell.row({ article: null, model: 'Article', id: line.articleId, what: 'removed', line });
  }
  const desk = await checkDesk(db, pageSize);
  for (const line of desk.broken) tell.deskLine(line);
  for (const row of desk.rows) tell.row(row);
  total.rows += desk.counts.held;
  total.olderRows += desk.counts.unknown;
  return total;
}

/** The last line of each article that is itself gone: the desk never takes one away, and SQLite lets others leave its lines. */
async function* linesWithoutArticle(db: Database, pageSize: number) {
  for (let after = ''; ; ) {
    const named = await db.change.groupBy({
      by: ['articleId'],
      where: { articleId: { gt: after } },
      orderBy: { articleId: 'asc' },
      take: pageSize,
      _max: { seq: true, at: true },
    });
    const ids = named.map(({ articleId }) => articleId);
    const there = await db.article.findMany({ where: { id: { in: ids } }, select: { id: true } });
    const known = new Set(there.map(({ id }) => id));
    for (const { articleId, _max: last } of named) {
      if (known.has(articleId) || last.seq === null || last.at === null) continue;
      yield { articleId, seq: last.seq, at: last.at };
    }
    const next = ids.at(-1);
    if (next === undefined) return;
    after = next;
  }
}

/** One article's lines and rows, read while nobody wrote to it; null where it is not there. */
async function checkArticle(db: Database, article: BrokenPlace['article'], pageSize: number) {
  const select = { lastSeq: true } as const;
  for (let reading = 1; ; reading += 1) {
    const before = await db.article.findUnique({ where: { id: article.id }, select });
    if (!before) return null;
    const places: BrokenPlace[] = [];
    const rows: BrokenRow[] = [];
    const chain = new Chain(article, (place) => places.push(place));
    const told = new ToldRows();
    for await (const line of linesOf(db, article.id, pageSize)) {
      chain.take(line);
      told.take(line);
    }
    const counts = await holdRows(db, article.id, told, (row) => rows.push({ article, ...row }), pageSize);
    const now = await db.article.findUnique({ where: { id: article.id }, select });
    if (!now) return null;
    if (now.lastSeq !== before.lastSeq && reading < mostReadings) continue;
    chain.end(before.lastSeq, now.lastSeq);
    return { places, rows, counts, lines: chain.lines, unsealed: chain.unsealed };
  }
}

/** The desk's chain and the rows that belong to no article, read while nobody wrote to them. */
async function checkDesk(db: Database, pageSize: number) {
  for (let reading = 1; ; reading += 1) {
    const end = await db.deskSeal.findUnique({ where: { id: deskSealId } });
    const broken: BrokenDeskLine[] = [];
    const rows: BrokenRow[] = [];
    const told = new ToldRows();
    let [expected, previous] = [1, ''];
    for (let after = 0; ; ) {
      const page = await db.deskChange.findMany({
        where: { seq: { gt: after } },
        orderBy: { seq: 'asc' },
        take: pageSize,
      });
      for (const line of page) {
        const isNext = line.seq === expected;
        if (!isNext) broken.push({ what: 'missing', seq: expected });
        else if (line.hash !== deskSealOf(previous, line)) broken.push({ what: 'changed', seq: line.seq });
        told.take(line);
        expected = line.seq + 1;
        previous = line.hash;
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      after = last.seq;
    }
    const counts = await holdRows(db, null, told, (row) => rows.push({ article: null, ...row }), pageSize);
    const now = await db.deskSeal.findUnique({ where: { id: deskSealId } });
    if (now?.lastSeq !== end?.lastSeq && reading < mostReadings) continue;
    if ((now?.lastSeq ?? 0) >= expected) broken.push({ what: 'cut', seq: expected });
    // Without its end, or with another, nobody could tell whether lines are missing.
    else if (expected > 1 && now?.hash !== previous) broken.push({ what: 'changed', seq: expected - 1 });
    return { broken, rows, counts };
  }
}

/** An article's lines in the order of their numbers, page by page. */
export async function* linesOf(db: Database, articleId: string, pageSize = 500): AsyncGenerator<StoredLine> {
  // Below every number that a tampered line may carry.
  for (let after = -(2 ** 31); ; ) {
    const page = await db.change.findMany({
      where: { articleId, seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: pageSize,
    });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.seq;
  }
}
