import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectionsTo, openDatabase } from '#lib/data/database/database';
import { listenForChanges } from '#lib/data/history/change-listener';
import { onEngine } from '#lib/testing/database/database';
import { pgbouncer, startPooler } from '#lib/testing/database/pgbouncer';
import { addDatabase } from '#lib/testing/database/postgres';
import { addPerson, addTextArticle } from '#lib/testing/database/rows';
import { describeNeeding } from '#lib/testing/needs';
import { namesOfMigrations } from './migrations';
import { upgrade } from './upgrade';

describeNeeding(onEngine('postgresql').isThere ? pgbouncer : onEngine('postgresql'), 'behind a pooler', () => {
  let folder = '';
  let server: Awaited<ReturnType<typeof addDatabase>>;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-pooler-'));
    server = await addDatabase(inject('postgresUrl'));
  });
  afterAll(async () => {
    await server.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([[[]], [['ignore_startup_parameters = statement_timeout']]])(
    'a desk without a direct address is refused, and told what to set (%s)',
    async (settings) => {
      const pooler = await startPooler(server.address, settings);
      try {
        expect(await upgrade(pooler.address, folder)).toEqual({
          ok: false,
          why: expect.stringContaining('DATABASE_DIRECT_URL'),
        });
      } finally {
        await pooler.stop();
      }
    },
  );

  test('a desk is upgraded by its direct address, works through the pooler, and hears of changes', async () => {
    const pooler = await startPooler(server.address);
    try {
      const upgraded = await upgrade(pooler.address, folder, server.address);
      expect(upgraded).toMatchObject({ ok: true, applied: namesOfMigrations('postgresql') });
      const settings = { pool: 8, timeout: 5, isPooled: true };
      const db = openDatabase(pooler.address, connectionsTo(pooler.address, settings));
      let heard = 0;
      const stop = listenForChanges(server.address, () => {
        heard += 1;
      });
      const people = await Promise.all(Array.from({ length: 12 }, (_, at) => addPerson(db, `Person ${at}`)));
      const articles = people.map((person) =>
        addTextArticle(person, ['It had 375 staff.']).then(({ mark }) => mark('375 staff')),
      );
      await Promise.all(articles);
      expect(await db.claim.count()).toBe(12);
      while (heard < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      await stop();
      await db.$disconnect();
      // A second start finds everything done, and no lock left from the first.
      expect(await upgrade(pooler.address, folder, server.address)).toMatchObject({ ok: true, applied: [] });
    } finally {
      await pooler.stop();
    }
  });

  test('a direct address of another database is refused', async () => {
    const other = await addDatabase(inject('postgresUrl'));
    const pooler = await startPooler(other.address);
    try {
      expect(await upgrade(pooler.address, folder, server.address)).toEqual({
        ok: false,
        why: expect.stringContaining('different databases'),
      });
    } finally {
      await pooler.stop();
      await other.drop();
    }
  });
});
