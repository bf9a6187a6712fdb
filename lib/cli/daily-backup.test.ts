import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWhole } from '#lib/data/database/sqlite-file';
import { makeOldSqlite } from '#lib/testing/database/old-sqlite';
import { keepDaily } from './daily-backup';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-daily-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a copy a day is kept, the newest few, and none is lost to a damaged database', async () => {
  const [file, backups] = [path.join(folder, 'claimdesk.db'), path.join(folder, 'backups')];
  makeOldSqlite(file, 0, () => {});
  for (const day of ['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03', '2026-01-04']) {
    expect(await keepDaily(file, backups, day, 3)).toBe(true);
  }
  writeFileSync(path.join(backups, 'mine.db'), '');
  expect(await keepDaily(file, backups, '2026-01-05', 3)).toBe(true);
  const kept = ['daily-2026-01-03.db', 'daily-2026-01-04.db', 'daily-2026-01-05.db', 'mine.db'];
  expect(readdirSync(backups).sort()).toEqual(kept);
  expect(isWhole(path.join(backups, 'daily-2026-01-05.db'))).toBe(true);
  writeFileSync(file, 'no database any more'.repeat(100));
  expect(await keepDaily(file, backups, '2026-01-06', 3)).toBe(false);
  expect(readdirSync(backups).sort()).toEqual(kept);
});
