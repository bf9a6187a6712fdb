/** The pool of fact-checks of others: what came in, kept up to date and found by its words. */
import { setImmediate } from 'node:timers/promises';
import { type Database, type Engine, engineIn, inBatches, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { asideFor, matchOf, searchConditions } from '#lib/data/search/claim-conditions';
import { type FactCheck, findableText } from '#lib/domain/fact-checks/fact-check';
import type { FoundCheck } from '#lib/domain/fact-checks/found-check';
import { type ClaimDocument, claimDocument, tokensVersion } from '#lib/domain/search/claim-document';
import { searchTerms } from '#lib/domain/search/search-terms';

const { sql, join } = Prisma;

/** A check as it is read, with what it is told from others and found by. */
export type IncomingCheck = FactCheck & Pick<ClaimDocument, 'words' | 'folded' | 'isChinese'> & { key: string };

/** So many are stored before others have their turn. */
const slice = 50;

const facts = [
  ...['url', 'claim', 'checker', 'publishedOn', 'rating', 'ratingValue', 'bestRating', 'worstRating'],
  ...['claimant', 'appearance', 'language'],
] as (keyof FactCheck)[];

/** Stores what a reading of a feed brought, in short transactions: what is there already is changed where it says else. */
export async function storeChecks(
  db: Database,
  feedId: string,
  checks: readonly IncomingCheck[],
  now: Date,
): Promise<{ added: number; changed: number; same: number }> {
  const count = { added: 0, changed: 0, same: 0 };
  for (let at = 0; at < checks.length; at += slice) {
    const batch = checks.slice(at, at + slice);
    const done = await db.$transaction((tx) => storeBatch(tx, feedId, batch, now));
    count.added += done.added;
    count.changed += done.changed;
    count.same += batch.length - done.added - done.changed;
    await setImmediate();
  }
  return count;
}

async function storeBatch(tx: Queryable, feedId: string, batch: IncomingCheck[], now: Date) {
  // Held meanwhile: of two readings of one feed at once, the second sees what the first stored.
  await tx.factCheckFeed.updateMany({ where: { id: feedId }, data: { readAt: now } });
  const known = await tx.factCheck.findMany({ where: { feedId, key: { in: batch.map(({ key }) => key) } } });
  const byKey = new Map(known.map((row) => [row.key, row]));
  const added = batch.filter(({ key }) => !byKey.has(key)).map((check) => ({ id: newId(), check }));
  await tx.factCheck.createMany({
    data: added.map(({ id, check }) => ({
      id,
      feedId,
      key: check.key,
      ...factsOf(check),
      createdAt: now,
      updatedAt: now,
    })),
  });
  await tx.factCheckSearch.createMany({ data: added.map(({ id, check }) => searchRow(id, check)) });
  let changed = 0;
  for (const check of batch) {
    const row = byKey.get(check.key);
    if (!row || facts.every((name) => row[name] === check[name])) continue;
    changed += 1;
    await tx.factCheck.update({ where: { id: row.id }, data: { ...factsOf(check), updatedAt: now } });
    await tx.factCheckSearch.deleteMany({ where: { checkId: row.id } });
    await tx.factCheckSearch.create({ data: searchRow(row.id, check) });
  }
  return { added: added.length, changed };
}

const factsOf = ({
  key: _key,
  words: _words,
  folded: _folded,
  isChinese: _isChinese,
  ...own
}: IncomingCheck): FactCheck => own;

const searchRow = (
  checkId: string,
  { words, folded, isChinese }: Pick<ClaimDocument, 'words' | 'folded' | 'isChinese'>,
) => ({
  ...{ checkId, words, folded, isChinese },
  version: tokensVersion,
});

/** Makes the rows that checks are found by where they are missing or old, a few at a time. Returns how many were made. */
export async function indexMissingChecks(db: Database): Promise<number> {
  let made = 0;
  for (;;) {
    const batch = await db.factCheck.findMany({
      where: { OR: [{ searchRow: null }, { searchRow: { version: { lt: tokensVersion } } }] },
      take: slice,
      select: { id: true, claim: true, claimant: true },
    });
    if (batch.length === 0) return made;
    await db.$transaction(async (tx) => {
      await tx.factCheckSearch.deleteMany({ where: { checkId: { in: batch.map(({ id }) => id) } } });
      await tx.factCheckSearch.createMany({
        data: batch.map((check) => searchRow(check.id, claimDocument(findableText(check)))),
      });
    });
    made += batch.length;
    await setImmediate();
  }
}

/** Checks of feeds that are there ("k" is the check); of one that several feeds bring, the newest: it may be corrected. */
export const shownChecks = sql`k."feedId" IN (SELECT "id" FROM "FactCheckFeed" WHERE "removedAt" IS NULL)
  AND NOT EXISTS (SELECT 1 FROM "FactCheck" o JOIN "FactCheckFeed" f ON f."id" = o."feedId"
    WHERE o."key" = k."key" AND f."removedAt" IS NULL
    AND (COALESCE(o."publishedOn", '') > COALESCE(k."publishedOn", '')
      OR (COALESCE(o."publishedOn", '') = COALESCE(k."publishedOn", '')
        AND (o."createdAt" > k."createdAt" OR (o."createdAt" = k."createdAt" AND o."id" > k."id")))))`;

const shownFacts = { id: true, feed: { select: { name: true } } } as const;

/** Checks of some ids as pages show them, in the order of the ids. */
export async function foundChecks(db: Queryable, ids: string[]): Promise<FoundCheck[]> {
  const rows = await inBatches(ids, (some) =>
    db.factCheck.findMany({
      where: { id: { in: some } },
      select: { ...shownFacts, ...selected },
    }),
  );
  const byId = new Map(rows.flat().map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ ...row, feed: row.feed.name }] : [];
  });
}

const selected = {
  ...{ url: true, claim: true, checker: true, publishedOn: true, rating: true, ratingValue: true, bestRating: true },
  ...{ worstRating: true, claimant: true, appearance: true, language: true },
} as const;

type Asked = { search: string; from: number; limit: number };

/** The checks that hold all words of a search, best first; all of them, the newest first, for an empty one. */
export async function findChecks(
  db: Queryable,
  { search, from, limit }: Asked,
): Promise<{ checks: FoundCheck[]; total: number }> {
  const engine = engineIn(db);
  const terms = searchTerms(search);
  const conditions = search === '' ? [] : searchConditions(engine, terms, 'FactCheckSearchIndex');
  const condition = join([shownChecks, ...conditions], ' AND ');
  const tables =
    search === '' ? sql`"FactCheck" k` : sql`"FactCheckSearch" s JOIN "FactCheck" k ON k."id" = s."checkId"`;
  const match = search === '' ? null : matchOf(engine, terms);
  const newest = sql`k."publishedOn" DESC NULLS LAST, k."createdAt" DESC, k."id"`;
  const [ranked, order] = match === null ? [Prisma.empty, newest] : ranking[engine](match, newest);
  const [rows, [counted]] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      ${asideFor({ terms })} SELECT k."id" AS "id" FROM ${tables} ${ranked} WHERE ${condition} ORDER BY ${order} LIMIT ${limit} OFFSET ${from}`,
    db.$queryRaw<{ total: number | bigint }[]>`
      ${asideFor({ terms })} SELECT COUNT(*) AS "total" FROM ${tables} WHERE ${condition}`,
  ]);
  const checks = await foundChecks(
    db,
    rows.map(({ id }) => id),
  );
  return { checks, total: Number(counted?.total ?? 0) };
}

/** What is joined, and the order, for a search by words. */
const ranking: Record<Engine, (match: string, newest: Prisma.Sql) => [Prisma.Sql, Prisma.Sql]> = {
  sqlite: (match, newest) => [
    sql`JOIN "FactCheckSearchIndex" x ON x."rowid" = s."id" AND x."FactCheckSearchIndex" MATCH ${match}`,
    sql`x."rank", ${newest}`,
  ],
  postgresql: (match, newest) => [Prisma.empty, sql`ts_rank(s."vector", ${match}::tsquery) DESC, ${newest}`],
};
