import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, inject } from 'vitest';
import { onEngine } from '#lib/testing/database/database';
import { addDatabase } from '#lib/testing/database/postgres';
import { testNeeding } from '#lib/testing/needs';
import { migrate } from './migrations';

const root = path.resolve(import.meta.dirname, '..');

testNeeding(
  onEngine('postgresql'),
  'a dump of PostgreSQL is put back again and again, and what is no whole copy of a desk leaves all as it was',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-restore-'));
    const { address, drop } = await addDatabase(inject('postgresUrl'));
    const run = (command: 'backup' | 'restore', file: string) =>
      new Promise<string>((resolve) => {
        const env = { ...process.env, CLAIMDESK_DATA: folder, DATABASE_URL: address };
        const args = ['--import', 'tsx', `lib/cli/${command}.ts`, file];
        execFile(process.execPath, args, { cwd: root, env }, (_, out, err) => resolve(out + err));
      });
    const ask = async (sql: string) => {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      return client
        .query(sql)
        .then(({ rows }) => rows)
        .finally(() => client.end());
    };
    const at = (name: string) => path.join(folder, name);
    try {
      await migrate(address);
      await ask(`INSERT INTO "User" (id, name, email, role) VALUES ('a', 'Ann', 'a@example.org', 'admin')`);
      expect(await run('backup', at('first.sql'))).toMatch(/^Backed up/);
      expect(await run('restore', at('first.sql'))).toMatch(/^Restored/);
      expect(await run('backup', at('second.sql'))).toMatch(/^Backed up/);
      expect(await run('restore', at('second.sql'))).toMatch(/^Restored/);

      const whole = readFileSync(at('second.sql'), 'utf8');
      writeFileSync(at('empty.sql'), '');
      writeFileSync(at('half.sql'), whole.slice(0, whole.lastIndexOf('ALTER TABLE')));
      writeFileSync(at('other.sql'), 'CREATE TABLE public.songs (id text);\n-- PostgreSQL database dump complete\n');
      writeFileSync(at('newer.sql'), whole);
      appendFileSync(
        at('newer.sql'),
        "INSERT INTO public._prisma_migrations (id, checksum, migration_name) VALUES ('x', '', '29990101000000_later');\n",
      );
      const before = await ask('SELECT nspname FROM pg_namespace ORDER BY 1');
      expect(await run('restore', at('empty.sql'))).toMatch(/is no whole copy/);
      expect(await run('restore', at('half.sql'))).toMatch(/is no whole copy/);
      expect(await run('restore', at('other.sql'))).toMatch(/Not restored/);
      expect(await run('restore', at('newer.sql'))).toMatch(/newer Claimdesk[\s\S]*Not restored/);
      expect(await ask('SELECT nspname FROM pg_namespace ORDER BY 1')).toEqual(before);
      expect(await ask('SELECT name FROM "User"')).toEqual([{ name: 'Ann' }]);
    } finally {
      await drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
