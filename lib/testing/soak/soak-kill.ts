/**
 * `npm run soak:kill [-- --writes 10000 --kills 20]`: a writing process is killed again and again, on each engine; exits with 1
 * where an acknowledged write is lost or the history does not hold.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../../prisma/migrations';
import { startPostgres } from '../database/postgres';
import { writeAndKill } from './kill';

const { values } = parseArgs({
  options: { writes: { type: 'string', default: '10000' }, kills: { type: 'string', default: '20' } },
});
const asked = { writes: Number(values.writes), kills: Number(values.kills) };

async function soak(engine: string, address: string): Promise<void> {
  await migrate(address);
  const begin = performance.now();
  const { acknowledged, kills, lost, broken, lines } = await writeAndKill(address, asked);
  const seconds = Math.round((performance.now() - begin) / 1_000);
  process.stdout.write(
    `${engine}: ${acknowledged} acknowledged writes, ${kills} kills, ${lost.length} lost, ${lines} lines, ${broken} broken, ${seconds} s\n`,
  );
  if (lost.length + broken > 0) process.exitCode = 1;
}

const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-soak-'));
await soak('SQLite', `file:${path.join(folder, 'claimdesk.db')}`);
rmSync(folder, { recursive: true, force: true });
const server = await startPostgres({ isDurable: true });
// A database of its own, so that the soak may be run on a server that others use.
const client = new pg.Client(`${server.url}/postgres`);
await client.connect();
const name = `soak_${process.pid}`;
await client.query(`CREATE DATABASE ${name}`);
await soak('PostgreSQL', `${server.url}/${name}`);
await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
await client.end();
server.stop();
