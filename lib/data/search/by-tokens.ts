/**
 * Rows of a full-text index that share tokens with a claim. The rare tokens find them; the common ones, which would find half
 * of the desk, only weigh what was found. What one person may see is the caller's to say.
 */
import type { Engine } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import type { ClaimReading } from '#lib/domain/matching/claim-reading';
import { rarityOf, soughtTokens } from '#lib/domain/matching/pool-index';
import type { TokenCounts } from './token-rarity';

const { sql, join, raw } = Prisma;

/** A token weighs more, the rarer it is. `finds`: rows are looked up by it. */
export type WeighedToken = { token: string; weight: number; finds: boolean };

/** So many tokens of each language are asked for, the newest so many rows of each, and so many of a language are compared. */
const mostTokens = 20;
const perToken = 400;
const compared = 10;

/** So many tokens find rows however common they are, those that no sampled row has not among them. */
const findAtLeast = 4;

/** The tokens by which claims are looked up that a claim may repeat, the rarest first. */
export function soughtBy(query: ClaimReading, { claims, counts, rows }: TokenCounts): WeighedToken[] {
  const sought = [...soughtTokens(query)]
    .map(([token, weight]) => ({ token, weight: weight * rarityOf(counts.get(token) ?? 0, claims) }))
    // A token that no sampled claim has may still be in an older one.
    .sort((a, b) => b.weight - a.weight);
  // In the other language only what both write alike, or the lexicon knows, can be met.
  const ofBoth = new Set(sought.filter(({ token }) => !isHanPair(token)).slice(0, mostTokens));
  const asked = sought.filter((one, at) => at < mostTokens || ofBoth.has(one));
  let known = 0;
  return asked.map((one) => {
    const count = counts.get(one.token) ?? 0;
    if (count > 0) known += 1;
    const expected = (count / Math.max(1, claims)) * rows;
    return { ...one, finds: expected <= perToken || known <= findAtLeast };
  });
}

const isHanPair = (token: string): boolean => token.charCodeAt(0) >= 0x3400;

/** `index`: the full-text table of SQLite. `beside` joins what `where` asks for, in which "s" is the row. */
type Pool = {
  table: Prisma.Sql;
  index: 'ClaimSearchIndex' | 'FactCheckSearchIndex';
  beside: Prisma.Sql;
  where: Prisma.Sql;
};

const engines: Record<
  Engine,
  {
    finds: (token: string, pool: Pool) => Prisma.Sql;
    has: (token: string) => Prisma.Sql;
    /** Joins the row "s" of each found id of "h". */
    row: (pool: Pool) => Prisma.Sql;
  }
> = {
  sqlite: {
    finds: (token, { index }) =>
      sql`SELECT "rowid" AS "id" FROM ${raw(`"${index}"`)} WHERE ${raw(`"${index}"`)} MATCH ${`"${token}"`}`,
    has: (token) => sql`instr(' ' || s."words" || ' ', ${` ${token} `}) > 0`,
    row: ({ table }) => sql`JOIN ${table} s ON s."id" = h."id"`,
  },
  postgresql: {
    finds: (token, { table }) => sql`SELECT "id" FROM ${table} WHERE "vector" @@ ${`'${token}'`}::tsquery`,
    has: (token) => sql`s."vector" @@ ${`'${token}'`}::tsquery`,
    // It would rather read the whole table than look some hundred rows up.
    row: ({ table }) => sql`JOIN LATERAL (SELECT * FROM ${table} WHERE "id" = h."id" LIMIT 1) s ON TRUE`,
  },
};

/** The best rows of each language by the tokens they hold, as a table of "id" and "score". */
export function bestByTokens(engine: Engine, tokens: WeighedToken[], pool: Pool): Prisma.Sql {
  const { finds, has, row } = engines[engine];
  const found = tokens
    .filter((one) => one.finds)
    .map(({ token }) => sql`SELECT "id" FROM (${finds(token, pool)} ORDER BY 1 DESC LIMIT ${perToken}) t`);
  const scores = tokens.map(
    ({ token, weight }) => sql`CASE WHEN ${has(token)} THEN CAST(${weight} AS REAL) ELSE 0 END`,
  );
  return sql`(
    SELECT "id", "score" FROM (
      SELECT "id", "score", ROW_NUMBER() OVER (PARTITION BY "isChinese" ORDER BY "score" DESC, "id") AS "place"
      FROM (
        SELECT s."id", s."isChinese", ${join(scores, ' + ')} AS "score"
        FROM (${join(found, ' UNION ')}) h ${row(pool)} ${pool.beside}
        WHERE ${pool.where}) scored) placed
    WHERE "place" <= ${compared})`;
}

/** Says of rows, the best first, how far each is behind the best of its language: from 0 to −1. */
export function behindBest<Row extends { score: number; isChinese: boolean | number }>(
  rows: Row[],
): (Omit<Row, 'score' | 'isChinese'> & { behind: number })[] {
  const best = new Map<boolean, number>();
  return rows.map(({ score, isChinese, ...row }) => {
    const top = best.get(Boolean(isChinese)) ?? score;
    best.set(Boolean(isChinese), top);
    return { ...row, behind: score / top - 1 };
  });
}
