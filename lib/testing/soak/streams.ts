/**
 * `npm run soak:streams [-- --streams 1000 --rounds 10]`: live streams of a built desk are opened and broken off, again and
 * again. Exits with 1 where the server then has more than 1.1 times the memory of before, or a stream is left.
 */
import { parseArgs } from 'node:util';
import { newId } from '#lib/data/database/id';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';
import { openLiveStream } from './live-stream';
import { signIn } from './reviewer';
import { startSoakDesk } from './soak-desk';

const { values } = parseArgs({
  options: { streams: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '10' } },
});
const streams = Number(values.streams);
const rounds = Number(values.rounds);
const mostGrowth = 1.1;
/** How many connections are being opened at the same moment. */
const atOnce = 50;
/** How long the memory is given to settle after the last stream is gone (ms). */
const settling = 60_000;

const desk = await startSoakDesk();
try {
  const person = await desk.addReviewer('Ann');
  const cookie = await signIn(desk.url, person);
  const { id: article } = await addTextArticle(await addPerson(desk.db), ['The firm had 375 staff.']);
  const openCount = () => desk.figure('claimdesk_live_streams');
  const memory = () => desk.figure('process_resident_memory_bytes');
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Opens all streams, breaks them off, and returns how many the server counted while they were open. */
  async function round(): Promise<number> {
    const open: { close: () => void }[] = [];
    while (open.length < streams) {
      const some = Array.from({ length: Math.min(atOnce, streams - open.length) }, () =>
        openLiveStream(desk.url, { cookie, article, tab: newId() }),
      );
      open.push(...(await Promise.all(some)));
    }
    const counted = await openCount();
    for (const stream of open) stream.close();
    return counted;
  }

  /** The least memory within the time for settling, but no longer than until it is at most `enough`. */
  async function settled(enough = 0): Promise<number> {
    let least = Number.POSITIVE_INFINITY;
    for (const until = performance.now() + settling; performance.now() < until && least > enough; ) {
      await pause(1_000);
      if ((await openCount()) === 0) least = Math.min(least, await memory());
    }
    return least;
  }

  const cold = await memory();
  // Code that has not run yet, and room for so many connections at once, are no leak.
  const firstCount = await round();
  const before = await settled();
  let counted = firstCount;
  for (let index = 0; index < rounds; index += 1) counted = Math.min(counted, await round());
  const after = await settled(before * mostGrowth);
  const left = await openCount();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  process.stdout.write(
    `${streams} streams × ${rounds} (at least ${counted} open at once), ${left} left, memory ${megabytes(cold)} cold, ` +
      `${megabytes(before)} before, ${megabytes(after)} after: ${(after / before).toFixed(2)} times\n`,
  );
  // A count that misses streams while they are open says nothing once they are closed.
  if (left !== 0 || counted !== streams || !(after <= before * mostGrowth)) process.exitCode = 1;
} finally {
  await desk.stop();
}
