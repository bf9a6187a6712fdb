/**
 * Who has an article open at the desk's other servers. Each server tells who is at it, in a row for each article, and says
 * it again every few seconds: what was not said for longer is of a server that is gone.
 */
import type { Queryable } from '#lib/data/database/database';
import type { PresentPerson } from '#lib/domain/review/update';

/** How long a server is believed (ms): several times as long as it takes to say it again. */
const believed = 15_000;

/** People by the article that they have open. */
export type PeopleAt = Map<string, PresentPerson[]>;

/** Says who is at a server now; articles that are left out have nobody there any more. */
export async function tellPresence(db: Queryable, server: string, present: PeopleAt, now: Date): Promise<void> {
  for (const [articleId, people] of present) {
    const row = { people, seenAt: now };
    await db.presence.upsert({
      where: { server_articleId: { server, articleId } },
      create: { server, articleId, ...row },
      update: row,
    });
  }
  const long = new Date(now.getTime() - 4 * believed);
  await db.presence.deleteMany({
    where: { OR: [{ server, articleId: { notIn: [...present.keys()] } }, { seenAt: { lt: long } }] },
  });
}

/** Who has some articles open at other servers. */
export async function presenceElsewhere(
  db: Queryable,
  server: string,
  articleIds: string[],
  now: Date,
): Promise<PeopleAt> {
  const rows = await db.presence.findMany({
    where: {
      articleId: { in: articleIds },
      server: { not: server },
      seenAt: { gt: new Date(now.getTime() - believed) },
    },
    orderBy: { server: 'asc' },
  });
  const found: PeopleAt = new Map();
  for (const { articleId, people } of rows) {
    // Written above alone.
    found.set(articleId, [...(found.get(articleId) ?? []), ...(people as PresentPerson[])]);
  }
  return found;
}
