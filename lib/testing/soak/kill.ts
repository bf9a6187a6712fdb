/** Kills a writing process again and again, and looks for what it had acknowledged. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '#lib/data/database/database';
import { verifyHistory } from '#lib/data/history/verify';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';

/** `lost`: acknowledged and not there. `broken`: places of the history, or rows, that do not hold. */
export type Survived = { acknowledged: number; kills: number; lost: number[]; broken: number; lines: number };

/**
 * Has a process write to a migrated database until it has acknowledged `writes` in all, and kills it (SIGKILL) `kills` times on
 * the way, with as many writes before each; then opens the database anew.
 */
export async function writeAndKill(
  address: string,
  { writes, kills }: { writes: number; kills: number },
): Promise<Survived> {
  const before = openDatabase(address);
  const person = await addPerson(before);
  const { id, paragraphIds } = await addTextArticle(person, ['The firm had 375 staff.']);
  await before.$disconnect();
  const acknowledged: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const share = Math.ceil((writes * (kill + 1)) / kills) - acknowledged.length;
    // Numbers that were written but not acknowledged are passed over.
    const from = (acknowledged.at(-1) ?? -1) + 2;
    const to = [address, id, paragraphIds[0] ?? '', person.actorId, String(from)];
    acknowledged.push(...(await writtenBefore(share, to)));
  }
  const db = openDatabase(address);
  const rows = await db.comment.findMany({ where: { articleId: id }, select: { body: true } });
  const there = new Set(rows.map(({ body }) => body));
  let broken = 0;
  const tell = () => {
    broken += 1;
  };
  const { lines } = await verifyHistory(db, { place: tell, row: tell, deskLine: tell });
  await db.$disconnect();
  const lost = acknowledged.filter((number) => !there.has(`Number ${number}`));
  return { acknowledged: acknowledged.length, kills, lost, broken, lines };
}

/** Starts the writer and kills it in the middle of the write that follows so many; returns what it acknowledged. */
async function writtenBefore(count: number, args: string[]): Promise<number[]> {
  const program = path.join(import.meta.dirname, 'write-until-killed.ts');
  const writer = spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => writer.once('close', resolve));
  const numbers: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    numbers.push(Number(line));
    if (numbers.length === count) writer.kill('SIGKILL');
  }
  await ended;
  if (numbers.length < count) throw new Error(`The writer ended by itself after ${numbers.length} of ${count} writes.`);
  return numbers;
}
