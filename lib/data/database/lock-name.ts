/** Making one kind of thing one after the other, where it is first looked for and then made. */
import type { Queryable } from './database';

/**
 * Holds a name for the rest of the transaction: whoever asks for it meanwhile waits, and then sees what was made. It is a row
 * that is written, which locks it on either engine. Taken after articles are locked, and before metrics.
 */
export async function lockName(tx: Queryable, name: 'articles' | 'sources' | 'speakers'): Promise<void> {
  const key = `making-${name}`;
  await tx.setting.upsert({ where: { key }, create: { key, value: '' }, update: { value: '' } });
}
