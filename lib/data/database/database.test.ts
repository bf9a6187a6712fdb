import { describe, expect, test } from 'vitest';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { testNeeding } from '#lib/testing/needs';
import { migrate } from '../../../prisma/migrations';
import { databaseAddress, directAddress } from './address';
import { engineOf, openDatabase } from './database';

describe('the address', () => {
  test('is a file in the data folder unless the environment names a server', () => {
    expect(databaseAddress({ CLAIMDESK_DATA: '/srv/desk' })).toBe('file:/srv/desk/claimdesk.db');
    expect(databaseAddress({ DATABASE_URL: 'postgresql://h/d', CLAIMDESK_DATA: '/x' })).toBe('postgresql://h/d');
    const env = { DATABASE_URL: 'postgresql://pooler/d', DATABASE_DIRECT_URL: 'postgresql://server/d' };
    expect(directAddress(env)).toBe('postgresql://server/d');
    expect(directAddress({ ...env, DATABASE_URL: '', CLAIMDESK_DATA: '/x' })).toBe('file:/x/claimdesk.db');
    expect(engineOf('postgres://h/d')).toBe('postgresql');
  });
});

describe('a database', () => {
  const db = testDatabase();

  test('is migrated once: a second run has nothing to do', async () => {
    expect(await migrate(db.address())).toEqual([]);
  });

  testNeeding(onEngine('sqlite'), 'runs SQLite safely, on every connection and after a restart', async () => {
    for (let round = 0; round < 2; round += 1) {
      const opened = openDatabase(db.address());
      const read = async (name: string) =>
        Object.values((await opened.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0];
      expect(await read('journal_mode')).toBe('wal');
      expect(Number(await read('synchronous'))).toBe(2);
      expect(Number(await read('foreign_keys'))).toBe(1);
      // The whole process waits that long; beyond it, tries are repeated (sqlite-connections.ts).
      expect(Number(await read('busy_timeout'))).toBeLessThanOrEqual(50);
      await opened.$disconnect();
    }
  });
});
