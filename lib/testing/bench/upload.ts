/**
 * What files of 50 MB cost the others of a desk: ten people open an article and mark claims while one file after the other
 * comes in, and while none does; how long the slowest twentieth of their acts takes, and how far the server's memory rises.
 */
import { randomBytes } from 'node:crypto';
import { newId } from '#lib/data/database/id';
import { percentile } from '#lib/testing/soak/readings';
import { articleToMark } from './article-to-mark';
import { type BenchDesk, startBenchDesk } from './desk';
import type { Ratio } from './ratios';

const people = 10;
/** A person acts and then reads for so long (ms). */
const pause = 1_500;
const rounds = 5;
/** A side of a round takes so long (ms). */
const roundTime = 8_000;
const fileSize = 50_000_000;
const pieceLength = 64 * 1024;
const paragraphCount = 100;

const pauseFor = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

/** The bytes of a film that was never sent before. */
function film(): ReadableStream<Uint8Array> {
  const head = Buffer.concat([Buffer.from('0000001c66747970', 'hex'), Buffer.from('isom\x00\x00\x02\x00isomiso2mp41')]);
  const piece = randomBytes(pieceLength);
  let sent = 0;
  return new ReadableStream({
    pull: (controller) => {
      const next = sent === 0 ? Buffer.concat([head, piece]) : piece;
      piece.writeUInt32LE(sent, 0);
      sent += next.length;
      controller.enqueue(new Uint8Array(next));
      if (sent + pieceLength > fileSize) controller.close();
    },
  });
}

async function send(desk: BenchDesk, sourceId: string): Promise<void> {
  const response = await fetch(`${desk.url}/api/sources/${sourceId}/files?name=film.mp4`, {
    method: 'POST',
    headers: { cookie: desk.cookie, origin: desk.url },
    body: film(),
    duplex: 'half',
  } as RequestInit);
  if (!response.ok) throw new Error(`A file was refused: ${await response.text()}`);
}

type Round = { without: number[]; beside: number[] };

async function benchEngine(engine: string, address = ''): Promise<Ratio[]> {
  const desk = await startBenchDesk(address);
  try {
    const article = await articleToMark(desk, paragraphCount);
    const acts = [() => desk.read('/articles'), article.mark, () => desk.read(`/articles/${article.id}/report`)];
    const actsDuring = async (until: () => boolean) => {
      const times: number[] = [];
      const person = async (number: number) => {
        await pauseFor((pause * number) / people);
        for (let turn = number; !until(); turn += 1) {
          const begin = performance.now();
          await acts[turn % acts.length]?.();
          times.push(performance.now() - begin);
          await pauseFor(pause);
        }
      };
      await Promise.all(Array.from({ length: people }, (_, number) => person(number)));
      return times;
    };
    const after = (time: number) => {
      const end = performance.now() + time;
      return () => performance.now() > end;
    };
    await actsDuring(after(roundTime));

    const seen: Round[] = [];
    const memory: number[] = [];
    let [files, sending] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const without = await actsDuring(after(roundTime));
      const until = after(roundTime);
      const uploads = (async () => {
        while (!until()) {
          const id = newId();
          await desk.db.source.create({
            data: { id, title: `Film ${files}`, kind: 'primary', createdById: desk.adminId },
          });
          const begin = performance.now();
          await send(desk, id);
          sending += performance.now() - begin;
          files += 1;
          memory.push((await desk.resident()) / 1e6);
        }
      })();
      seen.push({ without, beside: await actsDuring(until) });
      await uploads;
    }
    const p95 = (pick: (one: Round) => number[]) => percentile(seen.flatMap(pick), 0.95);
    const [without, beside] = [p95((one) => one.without), p95((one) => one.beside)];
    const third = Math.floor(memory.length / 3);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const growth = mean(memory.slice(-third)) / mean(memory.slice(third, 2 * third));
    console.table([
      {
        bench: `files of 50 MB, ${engine}`,
        files,
        'MB a second': Math.round((files * fileSize) / 1e3 / sending),
        'acts alone, p95 ms': Math.round(without),
        'beside, p95 ms': Math.round(beside),
        'memory, MB': `${Math.round(Math.min(...memory))}–${Math.round(Math.max(...memory))}`,
        'last third by the second': Number(growth.toFixed(2)),
      },
    ]);
    return [
      { name: `upload, ${engine}: others' p95 by theirs alone`, ratio: beside / without, better: 'less' },
      { name: `upload, ${engine}: memory's last third by its second`, ratio: growth, better: 'less' },
    ];
  } finally {
    await desk.stop();
  }
}

/** Both engines, one after the other. */
export async function benchUpload(): Promise<Ratio[]> {
  const { addDatabase, startPostgres } = await import('#lib/testing/database/postgres');
  const postgres = await startPostgres({ isDurable: true });
  const database = await addDatabase(postgres.url);
  try {
    return [...(await benchEngine('sqlite')), ...(await benchEngine('postgresql', database.address))];
  } finally {
    await database.drop();
    postgres.stop();
  }
}
