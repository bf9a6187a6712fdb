/**
 * `npm run soak:disk [-- --engine sqlite|postgresql]`: a built desk on a disk that fills up, on files that take no writes for a
 * while, and on a disk that becomes read-only, while people comment. Exits with 1 where a comment that was acknowledged is not
 * there afterwards, one that was refused is there, an answer was no clear 503, a page could not be read, /readyz said yes, or
 * writing did not go on by itself once the disk was mended.
 *
 * The kernel gives a file system that it has made read-only back only after its files are closed: there the desk is stopped,
 * must say why it cannot start, and is started again after the repair. For root on Linux: it mounts disks of its own.
 */
import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/data/database/database';
import { verifyHistory } from '#lib/data/history/verify';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';
import { addDatabase, startOwnPostgres } from '../database/postgres';
import { canMount, fillDisk, makeDisk, makeFailingDisk } from './disks';
import { signIn } from './reviewer';
import { type SoakDesk, type SoakPerson, startSoakDesk } from './soak-desk';

const { values } = parseArgs({ options: { engine: { type: 'string' } } });
/** A token may send 120 requests a minute. */
const writers = 10;
/** How many comments are refused before the disk is mended. */
const refusals = 30;
/** So many are written at most until one is refused: a database has room of its own. */
const mostBefore = 900;
/** How long the desk may take to go on once its disk is mended (ms). */
const longestRecovery = 30_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Long enough to need room soon. */
const filling = 'word '.repeat(700);

/** `faults`: sentences on what nobody should meet. */
type Told = { acknowledged: string[]; refused: string[]; sentences: Set<string>; faults: Set<string> };

type Case = {
  name: string;
  address: string;
  /** Where the desk keeps its data; empty for a temporary folder. */
  folder: string;
  fail: () => void;
  mend: () => void;
  /** Whether people can still read while the disk has failed. */
  isReadable: boolean;
  /** What /readyz calls it. */
  check: string;
  /** What a desk says that cannot start meanwhile; absent where it need not be stopped for mending. */
  startSentence?: RegExp;
};

const commentsFrom = (desk: () => SoakDesk, people: SoakPerson[], articleId: string, told: Told) => {
  let number = 0;
  /** Writes one; returns whether it was acknowledged. */
  return async (): Promise<boolean> => {
    number += 1;
    const words = `Number ${number}`;
    const response = await fetch(`${desk().url}/api/v1/articles/${articleId}/comments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${people[number % people.length]?.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ paragraph: 1, body: `${words} ${filling}`.trim() }),
      signal: AbortSignal.timeout(60_000),
    }).catch((error: unknown) => error as Error);
    if (response instanceof Error) {
      told.faults.add(`no answer to a comment: ${response.message}`);
      return false;
    }
    const said = await response.text();
    if (response.ok) told.acknowledged.push(words);
    else if (response.status === 503) {
      told.refused.push(words);
      told.sentences.add((JSON.parse(said) as { detail?: string }).detail ?? '');
      if (!response.headers.has('retry-after')) told.faults.add('503 without Retry-After');
    } else told.faults.add(`a comment was answered with ${response.status}: ${said.slice(0, 200)}`);
    return response.ok;
  };
};

async function run({ name, address, folder, fail, mend, isReadable, check, startSentence }: Case): Promise<void> {
  let desk = await startSoakDesk({ address, folder });
  const told: Told = { acknowledged: [], refused: [], sentences: new Set(), faults: new Set() };
  const statusOf = (path: string, headers: HeadersInit = {}) =>
    fetch(desk.url + path, { headers, signal: AbortSignal.timeout(60_000) }).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      (error: unknown) => ({ status: 0, text: String(error) }),
    );
  let recovery = Number.NaN;
  let articleId = '';
  try {
    articleId = (await addTextArticle(await addPerson(desk.db), ['The firm had 375 staff.'])).id;
    const people: SoakPerson[] = [];
    while (people.length < writers) people.push(await desk.addReviewer(`Writer ${people.length}`));
    const [first, second] = people;
    if (!first || !second) throw new Error('no people');
    const cookie = await signIn(desk.url, first);
    const page = `/articles/${articleId}`;
    const write = commentsFrom(() => desk, people, articleId, told);
    for (let index = 0; index < 20; index += 1) if (!(await write())) told.faults.add('refused on a sound disk');
    // Whoever holds the file open besides the server would be counted among its faults.
    await desk.db.$disconnect();

    fail();
    for (let index = 0; index < mostBefore && told.refused.length === 0; index += 1) await write();
    if (told.refused.length === 0) told.faults.add('nothing was refused on the failed disk');
    for (let index = 0; index < refusals; index += 1) await write();
    const ready = await statusOf('/readyz');
    if (ready.status !== 503 || !ready.text.includes(`"name":"${check}","ok":false`)) {
      told.faults.add(`/readyz said ${ready.status} ${ready.text}`);
    }
    const alive = await statusOf('/healthz');
    if (alive.status !== 200) told.faults.add(`/healthz said ${alive.status}`);
    const read = await statusOf(page, { cookie });
    if (read.status !== (isReadable ? 200 : 503)) {
      told.faults.add(`the page was answered with ${read.status}: ${read.text.slice(0, 300)}`);
    }
    const signedIn = await signIn(desk.url, second).then(
      () => 'a session',
      (error: Error) => error.message,
    );
    // A small row may find its place on a page that is there.
    if (!/error=database-|^a session$/.test(signedIn)) told.faults.add(`signing in was answered with ${signedIn}`);

    if (startSentence) {
      await desk.stop();
      const said = await startSoakDesk({ address, folder }).then(
        async (started) => {
          await started.stop();
          return 'that it started';
        },
        (error: Error) => error.message,
      );
      if (!startSentence.test(said)) told.faults.add(`starting meanwhile said ${said}`);
    }
    mend();
    const mended = performance.now();
    if (startSentence) desk = await startSoakDesk({ address, folder });
    while (performance.now() - mended < longestRecovery && Number.isNaN(recovery)) {
      if (await write()) recovery = performance.now() - mended;
      else await pause(500);
    }
    if (Number.isNaN(recovery)) told.faults.add('nothing could be written after the disk was mended');
    await pause(2_000);
    const after = await statusOf('/readyz');
    if (after.status !== 200) told.faults.add(`mended, /readyz said ${after.status} ${after.text}`);
    for (let index = 0; index < 20; index += 1) if (!(await write())) told.faults.add('refused on the mended disk');
    if ((await statusOf(page, { cookie })).status !== 200) told.faults.add('the page was not there after mending');
  } finally {
    await desk.stop();
  }
  const db = openDatabase(address || `file:${folder}/claimdesk.db`);
  const rows = await db.comment.findMany({ where: { articleId }, select: { body: true } });
  const there = new Set(rows.map(({ body }) => /^Number \d+/.exec(body)?.[0] ?? ''));
  const lost = told.acknowledged.filter((words) => !there.has(words));
  const surplus = told.refused.filter((words) => there.has(words));
  let broken = 0;
  const tell = () => {
    broken += 1;
  };
  await verifyHistory(db, { place: tell, row: tell, deskLine: tell });
  await db.$disconnect();
  process.stdout.write(
    `${name}: ${told.acknowledged.length} acknowledged, ${lost.length} lost, ${told.refused.length} refused, ${surplus.length} of ` +
      `them there, ${broken} places of the history broken, ${told.faults.size} faults, writing again ${(recovery / 1_000).toFixed(1)} s after mending\n`,
  );
  for (const sentence of told.sentences) process.stdout.write(`  said: ${sentence}\n`);
  for (const fault of told.faults) process.stdout.write(`  FAULT: ${fault}\n`);
  if (lost.length + surplus.length + broken + told.faults.size > 0) process.exitCode = 1;
}

/** A folder that is filled, and emptied again. */
function filled(folder: string) {
  let empty = () => {};
  return {
    fail: () => {
      empty = fillDisk(folder);
    },
    mend: () => empty(),
  };
}

async function soakSqlite(): Promise<void> {
  const full = makeDisk(200);
  try {
    const name = 'SQLite, full disk';
    await run({ name, address: '', folder: full.folder, ...filled(full.folder), isReadable: true, check: 'disk' });
  } finally {
    full.remove();
  }
  const failing = makeFailingDisk(200);
  try {
    const { folder, seal, unseal, breakDown, repair } = failing;
    const place = { address: '', folder, isReadable: true, check: 'database' };
    await run({ name: 'SQLite, files that take no writes', ...place, fail: seal, mend: unseal });
    const startSentence = /cannot be written to/;
    await run({ name: 'SQLite, read-only disk', ...place, fail: breakDown, mend: repair, startSentence });
  } finally {
    failing.remove();
  }
}

async function soakPostgres(): Promise<void> {
  const disk = makeDisk(300);
  try {
    const server = await startOwnPostgres(disk.folder, true);
    try {
      const { address } = await addDatabase(server.url);
      const { fail, mend } = filled(disk.folder);
      // A server that finds no room for its log ends, and its operator starts it again.
      const mendAndRevive = () => {
        mend();
        server.revive();
      };
      const name = 'PostgreSQL, full disk';
      await run({ name, address, folder: '', fail, mend: mendAndRevive, isReadable: true, check: 'database' });
    } finally {
      server.stop();
    }
  } finally {
    disk.remove();
  }
}

if (!canMount) {
  process.stdout.write('npm run soak:disk needs root on Linux: it mounts small disks.\n');
  process.exitCode = 1;
} else {
  if (values.engine !== 'postgresql') await soakSqlite();
  if (values.engine !== 'sqlite') await soakPostgres();
}
