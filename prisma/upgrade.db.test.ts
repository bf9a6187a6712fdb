import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { expect, inject } from 'vitest';
import { onEngine } from '#lib/testing/database/database';
import { addDatabase } from '#lib/testing/database/postgres';
import { testNeeding } from '#lib/testing/needs';
import { namesOfMigrations } from './migrations';
import { backUpPostgresql, upgrade } from './upgrade';

testNeeding(
  onEngine('postgresql'),
  'PostgreSQL is upgraded once, heals what was cut off, and a newer one is refused',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-upgrade-'));
    const { address, drop } = await addDatabase(inject('postgresUrl'));
    const client = new pg.Client({ connectionString: address });
    try {
      const names = namesOfMigrations('postgresql');
      const both = await Promise.all([upgrade(address, folder), upgrade(address, folder)]);
      expect(both.map((one) => one.ok)).toEqual([true, true]);
      await client.connect();
      const note = (name: string) =>
        client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
          name,
          '',
          name,
        ]);
      await note(names.at(-1) ?? '');
      expect(await upgrade(address, folder)).toEqual({ ok: true, applied: [], backup: null });
      const left = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY started_at');
      expect(left.rows.map((row) => row.migration_name)).toEqual(names);
      const target = path.join(folder, 'copy.sql');
      expect(backUpPostgresql(address, target)).toBe(true);
      expect(readFileSync(target, 'utf8')).toContain('PostgreSQL database dump complete');
      await note('29990101000000_later');
      await client.query("UPDATE _prisma_migrations SET finished_at = now() WHERE migration_name LIKE '2999%'");
      expect(await upgrade(address, folder)).toMatchObject({
        ok: false,
        why: expect.stringMatching(/newer Claimdesk/),
      });
    } finally {
      await client.end();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
