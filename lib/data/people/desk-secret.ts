/**
 * The key that signs sessions is the same on every server of a desk. The database keeps what tells two keys apart, and
 * nothing from which one could be found.
 */
import { createHmac } from 'node:crypto';
import { type Database, isUniqueViolation } from '#lib/data/database/database';

const key = 'secret';

const printOf = (secret: string): string => createHmac('sha256', secret).update('claimdesk: one key').digest('hex');

/**
 * Whether a key is the one that the desk's servers have; the first one to ask decides. `isNew`: it takes the place of
 * another one, on purpose.
 */
export async function agreesOnSecret(db: Database, secret: string, { isNew }: { isNew: boolean }): Promise<boolean> {
  const value = printOf(secret);
  if (isNew) {
    await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    return true;
  }
  const known = await db.setting.findUnique({ where: { key } });
  if (known) return known.value === value;
  try {
    await db.setting.create({ data: { key, value } });
    return true;
  } catch (error) {
    // Another server was faster.
    if (isUniqueViolation(error)) return agreesOnSecret(db, secret, { isNew });
    throw error;
  }
}
