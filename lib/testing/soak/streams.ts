/**
 * `npm run soak:streams [-- --streams 1000 --rounds 10]`: live streams of a built desk are opened and broken off, again and
 * again. Exits with 1 where the server keeps more than 1.1 times the memory after the last round that it kept after the first,
 * or a stream is left.
 *
 * What it keeps is measured after a forced garbage collection: what nobody refers to any more is no leak, and how much of it
 * lies around depends on when the engine cleans up. The first round is where the measuring begins: code that runs for the first
 * time, and room for a thousand connections at once, are kept and do not grow with the rounds. Each round is shown, since a
 * leak would add its share in every one of them.
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
const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
/** How many connections are being opened at the same moment. */
const atOnce = 50;
/** How long the server may take to notice that all streams are gone (ms). */
const longestLeaving = 60_000;

// One person opens what a whole newsroom would.
const settings = { CLAIMDESK_STREAM_LIMIT: String(2 * streams), CLAIMDESK_ACTION_LIMIT: '1000000' };
const desk = await startSoakDesk({ settings });
try {
  const person = await desk.addReviewer('Ann');
  const cookie = await signIn(desk.url, person);
  const { id: article } = await addTextArticle(await addPerson(desk.db), ['The firm had 375 staff.']);
  const openCount = () => desk.figure('claimdesk_live_streams');
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Opens all streams, breaks them off, waits until they are gone, and returns how many the server counted while they were open. */
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
    for (const until = performance.now() + longestLeaving; performance.now() < until && (await openCount()) > 0; ) {
      await pause(200);
    }
    return counted;
  }

  /** What the server keeps, shown with what it had before it let go of the rest (bytes, resident). */
  async function kept(when: string): Promise<number> {
    const had = await desk.figure('process_resident_memory_bytes');
    await desk.collect();
    const resident = await desk.figure('process_resident_memory_bytes');
    const heap = await desk.figure('nodejs_heap_size_used_bytes');
    process.stdout.write(
      `${when}: ${megabytes(resident)} resident (${megabytes(had)} before), ${megabytes(heap)} heap\n`,
    );
    return resident;
  }

  await kept('At first');
  const counts: number[] = [];
  const memory: number[] = [];
  for (let index = 1; index <= rounds; index += 1) {
    counts.push(await round());
    memory.push(await kept(`Round ${index}`));
  }
  const left = await openCount();
  const counted = Math.min(...counts);
  const growth = (memory.at(-1) ?? Number.NaN) / (memory[0] ?? Number.NaN);
  process.stdout.write(
    `${streams} streams × ${rounds} (at least ${counted} open at once), ${left} left, memory after the last round ` +
      `${growth.toFixed(2)} times that after the first\n`,
  );
  // A count that misses streams while they are open says nothing once they are closed.
  if (left !== 0 || counted !== streams || !(growth <= mostGrowth)) process.exitCode = 1;
} finally {
  await desk.stop();
}
