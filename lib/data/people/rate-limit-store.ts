/** The table in which rate-limiter-flexible counts for all servers of a desk; the statements are its own (PostgreSQL). */
import type { Queryable } from '#lib/data/database/database';

type Counted = { points: number; expire: number | null };

/** Runs one of the limiter's statements and answers as a client of PostgreSQL does. */
export async function countLimit(
  db: Queryable,
  text: string,
  values: unknown[],
): Promise<{ rows: Counted[]; rowCount: number }> {
  const isCounted = /\bRETURNING\b|^\s*SELECT\b/.test(text);
  if (!isCounted) return { rows: [], rowCount: await db.$executeRawUnsafe(text, ...values) };
  const found = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
  const rows = found.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) }));
  return { rows, rowCount: rows.length };
}
