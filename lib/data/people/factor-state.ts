/** Whether people have a second step, and whether the desk requires one. */
import type { Queryable } from '#lib/data/database/database';

/** A person's sealed secret, if they have confirmed one. */
export async function confirmedFactor(db: Queryable, userId: string): Promise<{ secret: string } | null> {
  return db.secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } }, select: { secret: true } });
}

/** Where the desk's requirement is kept, among its settings. */
export const requiredKey = 'second-factor-required';

/** Whether people who sign in with a password must have a second step. */
export async function isFactorRequired(db: Queryable): Promise<boolean> {
  const row = await db.setting.findUnique({ where: { key: requiredKey } });
  return row?.value === true;
}
