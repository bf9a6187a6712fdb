/** What the desk writes is its owner's alone to read, whatever the umask of whoever starts it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-modes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

/** Runs a command of the desk as somebody whose files everybody may read and write. */
function run(command: string, ...args: string[]): void {
  const node = [process.execPath, '--import', 'tsx', path.join(root, 'lib', 'cli', command), ...args];
  execFileSync('sh', ['-c', 'umask 000; exec "$@"', 'sh', ...node], {
    cwd: root,
    env: { ...process.env, CLAIMDESK_DATA: path.join(folder, 'data'), DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

test('a new desk and its backup outside of the data folder', () => {
  run('db.ts', 'migrate');
  const target = path.join(folder, 'elsewhere', 'copy.db');
  run('backup.ts', target);
  const data = path.join(folder, 'data');
  expect([modeOf(data), modeOf(path.dirname(target)), modeOf(target)]).toEqual(['700', '700', '600']);
  for (const name of readdirSync(data)) expect([name, modeOf(path.join(data, name))]).toEqual([name, '600']);
});

test('a database that an older desk left readable', () => {
  const data = path.join(folder, 'data');
  mkdirSync(data, { mode: 0o755 });
  const file = path.join(data, 'claimdesk.db');
  const database = new BetterSqlite3(file);
  database.exec('CREATE TABLE one (id INTEGER)');
  database.close();
  chmodSync(file, 0o666);
  run('backup.ts', path.join(folder, 'copy.db'));
  expect([modeOf(file), modeOf(path.join(folder, 'copy.db'))]).toEqual(['600', '600']);
});
