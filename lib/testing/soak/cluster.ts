/**
 * `npm run soak:cluster [-- --kills 4 --writers 8]`: a built desk on a replicated PostgreSQL whose leader is killed again and
 * again while people comment. Exits with 1 where an acknowledged comment is not there afterwards, the history does not hold,
 * or nobody could write for more than 30 seconds. It needs Debian's patroni, etcd-server, haproxy, pgbouncer and postgresql.
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/data/database/database';
import { verifyHistory } from '#lib/data/history/verify';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';
import { missingPrograms, startCluster } from './cluster-parts';
import { type SoakPerson, startSoakDesk } from './soak-desk';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '4' }, writers: { type: 'string', default: '8' } },
});
const kills = Number(values.kills);
const writers = Number(values.writers);
/** Milliseconds. */
const longestRecovery = 30_000;
/** How long people write before and after a kill, beyond the recovery. */
const between = 10_000;
/** Between two writes of one person: under a token's 120 requests a minute. */
const rest = 600;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Written = {
  acknowledged: string[] /** When each was acknowledged (ms). */;
  moments: number[];
  refused: Map<string, number>;
};

/** Comments until told to stop. An answer that is none, or 5xx, is counted and tried again with other words. */
async function write(
  url: string,
  person: SoakPerson,
  { articleId, written, isOver }: { articleId: string; written: Written; isOver: () => boolean },
): Promise<void> {
  for (let number = 1; !isOver(); number += 1) {
    const body = `Number ${number} of ${person.id}`;
    const answer = await fetch(`${url}/api/v1/articles/${articleId}/comments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ paragraph: 1, body }),
      signal: AbortSignal.timeout(60_000),
    }).then(
      async (response) => {
        await response.text();
        return response.ok ? 'ok' : String(response.status);
      },
      () => 'no answer',
    );
    if (answer === 'ok') {
      written.acknowledged.push(body);
      written.moments.push(performance.now());
    } else written.refused.set(answer, (written.refused.get(answer) ?? 0) + 1);
    await pause(rest);
  }
}

async function soak(): Promise<void> {
  const cluster = await startCluster();
  const recoveries: number[] = [];
  const written: Written = { acknowledged: [], moments: [], refused: new Map() };
  try {
    const desk = await startSoakDesk({ address: cluster.address, direct: cluster.direct });
    try {
      const { id: articleId } = await addTextArticle(await addPerson(desk.db), ['The firm had 375 staff.']);
      const people = [];
      for (let index = 0; index < writers; index += 1) people.push(await desk.addReviewer(`Writer ${index}`));
      let isOver = false;
      const writing = people.map((person) => write(desk.url, person, { articleId, written, isOver: () => isOver }));
      try {
        for (let kill = 0; kill < kills; kill += 1) {
          await pause(between);
          const killedAt = performance.now();
          const name = await cluster.killLeader();
          // What was on its way may still be acknowledged, so the longest silence is what counts.
          await pause(longestRecovery + between);
          const moments = [killedAt, ...written.moments.filter((moment) => moment > killedAt), performance.now()];
          recoveries.push(Math.max(...moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0))));
          await cluster.revive(name);
        }
        await pause(between);
      } finally {
        isOver = true;
        await Promise.all(writing);
      }
    } finally {
      await desk.stop();
    }
    const db = openDatabase(cluster.direct);
    const rows = await db.comment.findMany({ select: { body: true } });
    const there = new Set(rows.map(({ body }) => body));
    const lost = written.acknowledged.filter((body) => !there.has(body));
    let broken = 0;
    const tell = () => {
      broken += 1;
    };
    await verifyHistory(db, { place: tell, row: tell, deskLine: tell });
    await db.$disconnect();
    const seconds = recoveries.map((ms) => (ms / 1_000).toFixed(1)).join(', ');
    const refused = [...written.refused].map(([answer, count]) => `${count} × ${answer}`).join(', ') || 'none';
    process.stdout.write(
      `${written.acknowledged.length} acknowledged writes, ${kills} leaders killed, ${lost.length} lost, ${broken} places of the ` +
        `history broken; seconds without a write after each kill: ${seconds}; refused meanwhile: ${refused}\n`,
    );
    if (lost.length + broken > 0 || recoveries.some((ms) => ms > longestRecovery)) process.exitCode = 1;
  } finally {
    await cluster.stop();
  }
}

const missing = missingPrograms();
if (missing.length > 0) {
  process.stdout.write(
    `Not installed: ${missing.join(', ')} (Debian: apt-get install patroni etcd-server haproxy pgbouncer postgresql)\n`,
  );
  process.exitCode = 1;
} else await soak();
